package actor

import (
	"strings"
	"unicode/utf8"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// ownLetters lets the article say what letters mean that a table knows as another body.
// They stand in brackets behind a name that they spell: either that names the table's
// body in other words, which may go on, or the letters are that name's in this article.
// Or they stand by themselves, behind a name that they spell letter by letter.
//
// Example: "the Norland Farmers Bureau (NFB)", where a table has another NFB.
// Counter-example: "Ada Brenn (CDU)".
func ownLetters(d *token.Doc, tags []tag.Tag, set *mention.Set) {
	var owners map[string]int // the name's mention, by the letters
	var asked map[string]bool // letters that stand without brackets
	for m := 1; m < len(set.Mentions); m++ {
		x := &set.Mentions[m]
		if x.Type != article.MentionAcronym || x.Table == "" || x.First == 0 {
			continue
		}
		if tags[x.First-1] != tag.LRB {
			if w := wordsOf(d, x); len(w) > 1 && !asked[w] {
				if asked == nil {
					asked = map[string]bool{}
				}
				asked[w] = true
				if o := spelledBefore(d, set, m); o >= 0 {
					if owners == nil {
						owners = map[string]int{}
					}
					owners[w] = o
				}
			}
			continue
		}
		o := before(set, m)
		if o < 0 {
			continue
		}
		y := &set.Mentions[o]
		switch full, letters := initials(d, y), strings.ReplaceAll(d.Word(int(x.First)), ".", ""); {
		case !strings.HasPrefix(full, letters):
		case (y.Table == "" || y.Table == x.Table) && alike(d, y, x.Table):
			y.Table, y.Kind, y.Country = x.Table, x.Kind, x.Country
		case full == letters:
			if owners == nil {
				owners = map[string]int{}
			}
			owners[wordsOf(d, x)] = o
		}
	}
	if owners != nil {
		disown(d, set, owners)
	}
}

// spelledBefore is the mention of the first body before mention m whose name the letters of m
// spell, other than what a table has for them; -1 if there is none, or the article names
// the table's body in full.
func spelledBefore(d *token.Doc, set *mention.Set, m int) int {
	x := &set.Mentions[m]
	letters, found := d.Word(int(x.First)), -1
	for o := range set.Mentions {
		y := &set.Mentions[o]
		if y.Type != article.MentionName || y.End-y.First < 3 || !isBodyName(y) || y.Kind == article.KindPlace || y.Kind == article.KindCountry {
			continue
		}
		if y.Table == x.Table {
			return -1
		}
		if found < 0 && o < m && d.Word(int(y.First))[0] == letters[0] && (initials(d, y) == letters || ofState(d, y) && initials(d, y)[:len(initials(d, y))-1] == letters) && !alike(d, y, x.Table) {
			found = o
		}
	}
	return found
}

// ofState reports a name that ends in "of" and one word more, whose letter may be left out: the EC is the Election
// Commission of India.
func ofState(d *token.Doc, y *mention.Mention) bool {
	return y.End-y.First > 3 && d.Low(int(y.End)-2) == "of" && !d.Is(int(y.End)-1, token.Upper)
}

// disown takes from the letters what the table says of them.
func disown(d *token.Doc, set *mention.Set, owners map[string]int) {
	for m := range set.Mentions {
		x := &set.Mentions[m]
		if x.Type != article.MentionAcronym || x.Table == "" {
			continue
		}
		if o, ok := owners[wordsOf(d, x)]; ok {
			around(set, m, x.Country)
			y := &set.Mentions[o]
			x.Table, x.Kind, x.Country, x.Rule = "", y.Kind, y.Country, y.Rule
		}
	}
}

// smallLetters reads the letters of a body that are written like a name, as British papers do
// where they are said as a word.
//
// Example: "the Association of Harbour Unions (Ahu)". Counter-example: "the Harbour Union (Torvik)".
func smallLetters(d *token.Doc, tags []tag.Tag, set *mention.Set) {
	for m := 1; m < len(set.Mentions); m++ {
		x := &set.Mentions[m]
		if !likeName(d, x) || x.First == 0 || tags[x.First-1] != tag.LRB || int(x.End) >= len(tags) || tags[x.End] != tag.RRB {
			continue
		}
		o := before(set, m)
		if o < 0 || !strings.EqualFold(initials(d, &set.Mentions[o]), d.Word(int(x.First))) {
			continue
		}
		y, word := &set.Mentions[o], d.Word(int(x.First))
		for n := range set.Mentions {
			if z := &set.Mentions[n]; likeName(d, z) && d.Word(int(z.First)) == word {
				z.Type, z.Kind, z.Country, z.Gender, z.Rule = article.MentionAcronym, y.Kind, y.Country, "", y.Rule
			}
		}
	}
}

// likeName reports a name of one word of three letters or more that no table has.
func likeName(d *token.Doc, x *mention.Mention) bool {
	return x.Type == article.MentionName && x.Table == "" && x.End == x.First+1 && len(d.Word(int(x.First))) > 2
}

// before is the mention of a body, by a name that no table has, that ends where the
// bracket around mention m opens; -1 if there is none.
func before(set *mention.Set, m int) int {
	const near = 4 // mentions inside the name, as a place
	at := set.Mentions[m].First - 1
	for o := m - 1; o >= max(0, m-near); o-- {
		if y := &set.Mentions[o]; y.End == at && y.Type == article.MentionName && y.Table == "" && isBodyName(y) {
			return o
		}
	}
	return -1
}

// initials are the first letters of the words with a capital in name y, and all of
// those in capitals: "UNHC" of "UN High Commission".
func initials(d *token.Doc, y *mention.Mention) string {
	var b strings.Builder
	for i := int(y.First); i < int(y.End); i++ {
		switch w := d.Word(i); {
		case d.Is(i, token.Upper):
			b.WriteString(w)
		case d.Is(i, token.Capital):
			r, _ := utf8.DecodeRuneInString(w)
			b.WriteRune(r)
		}
	}
	return b.String()
}

// alike reports that name y has half of its words with a capital in common with the
// table's name, the kind of body not counted.
func alike(d *token.Doc, y *mention.Mention, name string) bool {
	all, common := 0, 0
	for i := int(y.First); i < int(y.End); i++ {
		if !d.Is(i, token.Capital) || orgHeads().Has(d.Low(i)) {
			continue
		}
		all++
		if strings.Contains(strings.ToLower(name), d.Low(i)) {
			common++
		}
	}
	return common > 0 && 2*common >= all
}
