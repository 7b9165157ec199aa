package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// byWords open a byline.
var byWords = []string{"by ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "od ", "tekst ", "text: ", "autor: ", "author: ", "written by ", "автор: "}

// opensByline reports a line that begins as a byline does, and goes on with a
// name.
func (f *finder) opensByline(l *Leaf) bool {
	for _, w := range byWords {
		if strings.HasPrefix(l.low, w) || strings.HasPrefix(l.low, strings.TrimRight(w, " ")+": ") {
			return len(bylineNames(f.words(l))) > 0
		}
	}
	return false
}

// visibleAuthors takes the names of the byline that the reader sees where the
// layers of the head name nobody, or only the house.
func (f *finder) visibleAuthors(leaves []Leaf) {
	for _, a := range f.meta.Authors {
		if !f.isHouse(a.Text) {
			return
		}
	}
	var names []Fact
	for i := range leaves {
		if l := &leaves[i]; l.Role == Byline {
			for _, s := range bylineNames(f.words(l)) {
				names = append(names, Fact{f.withoutHouse(s), layerByline})
			}
		}
		if len(names) > 0 {
			f.meta.Authors = names
			return
		}
	}
	f.linkedAuthors(leaves)
}

// linkedAuthors takes the names of links that say they lead to the author, where no byline
// names one.
func (f *finder) linkedAuthors(leaves []Leaf) {
	var names []Fact
	for i := range leaves {
		for _, p := range leaves[i].Pieces {
			if p.Kind != LinkStart || leaves[i].Role == Related || !slices.Contains(strings.Fields(f.t.Attr(p.Node, "rel")), "author") {
				continue
			}
			if name := plain(f.t.Words(p.Node, maxName)); personLike(name) && len(names) < maxAuthors {
				names = append(names, Fact{name, layerByline})
			}
		}
	}
	if len(names) > 0 {
		f.meta.Authors = names
	}
}

// maxName bounds the words of a link to an author, in bytes.
const maxName = 80

// isHouse reports the name of the site or its publisher.
func (f *finder) isHouse(name string) bool {
	return isSite(name, f.meta.sites) || f.meta.Publisher != "" && squeeze(name) == squeeze(f.meta.Publisher)
}

// withoutHouse cuts the name of the site off the end of an author's: "Ada Brenn Echo News"
// on a page of Echo News.
func (f *finder) withoutHouse(name string) string {
	words := strings.Fields(name)
	for k := 2; k < len(words); k++ {
		if f.isHouse(strings.Join(words[k:], " ")) {
			return strings.Join(words[:k], " ")
		}
	}
	return name
}

// bylineNames are the names in a byline; none if it is anything else.
func bylineNames(s string) []string {
	low := strings.ToLower(s)
	for _, w := range byWords {
		if strings.HasPrefix(low, w) {
			s = s[len(w):]
			break
		}
		if colon := strings.TrimRight(w, " ") + ": "; strings.HasPrefix(low, colon) {
			s = s[len(colon):]
			break
		}
	}
	if i := strings.IndexAny(s, "|•·–—,0123456789("); i >= 0 && i > 0 {
		s = s[:i]
	}
	var names []string
	for _, part := range strings.Split(strings.NewReplacer(" and ", ";", " und ", ";", " et ", ";", " y ", ";", " og ", ";", " och ", ";").Replace(s), ";") {
		part = strings.TrimSpace(part)
		if !personLike(part) {
			return nil
		}
		names = append(names, part)
	}
	return names
}

// particles stand in names in lower case.
var particles = map[string]bool{"de": true, "da": true, "do": true, "dos": true, "del": true, "della": true, "di": true, "van": true, "von": true,
	"der": true, "den": true, "ter": true, "la": true, "le": true, "el": true, "al": true, "bin": true, "zu": true, "af": true, "av": true}

// personLike reports two to four words that are written as a name is.
func personLike(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !particles[w] || strings.ContainsAny(w, ":/?!") {
			return false
		}
	}
	return true
}

// timeElement takes the date of the <time> element that stands by the title
// where the head states none.
func (f *finder) timeElement() {
	if f.meta.Published.Text != "" {
		return
	}
	from := int32(0)
	if f.title >= 0 {
		from = f.t.Nodes[f.leaves[f.title].Owner].Start - nearTitle
	}
	for i := range f.t.Nodes {
		n := &f.t.Nodes[i]
		stated := f.t.Attr(int32(i), "itemprop") == "datePublished" ||
			n.Tag == atom.Abbr && slices.Contains(strings.Fields(f.t.Attr(int32(i), "class")), "published")
		if n.IsText || n.Start < from && !stated || n.Tag != atom.Time && !stated {
			continue
		}
		for _, key := range [...]string{"datetime", "content", "title"} {
			if s := plain(f.t.Attr(int32(i), key)); len(s) >= 8 && strings.ContainsAny(s, "0123456789") {
				f.meta.Published = Fact{s, layerTime}
				return
			}
		}
	}
}

// nearTitle is how far before the title, in bytes, the date may stand.
const nearTitle = 4096
