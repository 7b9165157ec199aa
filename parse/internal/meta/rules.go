package meta

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/article"
)

// A rule tells by shape that a block is no part of the article's own text. The
// rules stand in one list; the first that fires decides what the block is.
// Blocks that are longer than shortBlock, titles, bylines and dates are never
// asked.
type rule struct {
	Name    string
	Kind    article.BlockKind
	Reason  string
	Example string // must fire on the block that starts with §
	Counter string // must not fire on it
	Fires   func(vs []view, i int) bool
}

var rules = []rule{
	{
		Name: "advertisement", Kind: article.BlockBoilerplate,
		Reason:  "A line of nothing but words like Advertisement, Story continues below.",
		Example: "§ADVERTISEMENT - CONTINUE READING BELOW",
		Counter: "§Advertisement revenue at the Halmsund Echo fell by a third.",
		Fires:   func(vs []view, i int) bool { return onlyPhrases(vs[i].low, "ad") },
	},
	{
		Name: "end-mark", Kind: article.BlockBoilerplate,
		Reason:  "ENDS, ###, -30-: agencies and press offices close their texts so.",
		Example: "The talks go on.\n\n§-ENDS-",
		Counter: "§It ends.",
		Fires:   endMark,
	},
	{
		Name: "release-label", Kind: article.BlockBoilerplate,
		Reason:  "FOR IMMEDIATE RELEASE and Press release stand above a text, they are not of it.",
		Example: "§FOR IMMEDIATE RELEASE",
		Counter: "§Press release figures were wrong, the minister said.",
		Fires: func(vs []view, i int) bool {
			v := &vs[i]
			n := v.opens("release")
			if n == 0 {
				return false
			}
			rest := v.text[n:]
			return letters(rest) == 0 || len(datesIn(rest)) > 0 && len(v.text) <= 80
		},
	},
	{
		Name: "release-head", Kind: article.BlockBoilerplate,
		Reason:  "Ministry of Trade. Press release: an office and the label stand above its text, in lines that nobody parted.",
		Example: "§Ministry of Foreign Affairs Press Release For immediate release\n\nThe talks go on",
		Counter: "§Ministry of Trade withdraws press release\n\nThe ministry was wrong.",
		Fires:   func(vs []view, i int) bool { return vs[i].first && releaseHead(&vs[i]) },
	},
	{
		Name: "path", Kind: article.BlockBoilerplate,
		Reason:  "Home > World > Africa: where the page stands in its site, without its links.",
		Example: "§Home > World > Africa\n\nTalks go on in Kenya",
		Counter: "§Torvik > Halm: one goal\n\nThe match was late.",
		Fires:   func(vs []view, i int) bool { return vs[i].first && path(vs[i].text) },
	},
	{
		Name: "section-label", Kind: article.BlockBoilerplate,
		Reason:  "OPINION, News: the section of the paper stands above the headline, it is not of it.",
		Example: "§OPINION\n\nThe tram we deserve\n\nThe council wants a tram.",
		Counter: "§Opinion\n\nThe council wants a tram, and so do I, but not this one, and not from this contractor.",
		Fires: func(vs []view, i int) bool {
			if !vs[i].first || i+1 >= len(vs) || !headlineLike(vs[i+1].text) {
				return false
			}
			word := vs[i].Kind == article.BlockParagraph && vs[i].linked == 0 && wordCount(vs[i].text) == 1 && len(vs[i].text) <= 20 && sentenceEnd(vs[i].text) == 0
			return chromeWords().prefix(vs[i].low, "section") == len(vs[i].low) || word && wordCount(vs[i+1].text) >= 4
		},
	},
	{
		Name: "wire-advice", Kind: article.BlockBoilerplate,
		Reason:  "(Adds union's comment, background): an agency tells its desks what it changed.",
		Example: "Court blocks harbour sale\n\n§(Adds comment from union, paragraphs 4-6)\n\nA court blocked the sale.",
		Counter: "§(Updates on the strike, she said, come at noon.)",
		Fires:   advice,
	},
	{
		Name: "slug", Kind: article.BlockBoilerplate,
		Reason:  "Harbour-talks,LEAD: the keywords of a story and its version stand above an agency's headline.",
		Example: "§BC-NL--Harbour Talks, 2nd Ld-Writethru,650\n\nDockers walk out of talks\n\nThe union left.",
		Counter: "§Anglo-Norse talks, 2024: a year in pictures\n\nThe talks go on.",
		Fires:   slug,
	},
	{
		Name: "to-desk", Kind: article.BlockBoilerplate,
		Reason:  "Eds: UPDATES with comment: an agency writes to those who take its copy.",
		Example: "Court blocks harbour sale\n\n§Eds: UPDATES with comment from the union. With photos.\n\nA court blocked the sale.",
		Counter: "§Attention: a word that the minister does not like\n\nThe talks go on.",
		Fires:   func(vs []view, i int) bool { return toDesk(&vs[i]) },
	},
	{
		Name: "wire-tail", Kind: article.BlockBoilerplate,
		Reason:  "Who helped with a report, whom to ask about it, the marks of those who edited it.",
		Example: "The talks go on.\n\n§Associated Press writer Tom Askild in Torvik contributed to this report.",
		Counter: "The talks go on.\n\n§Three unions contributed to this report, the minister said.",
		Fires:   tail,
	},
	{
		Name: "rights", Kind: article.BlockBoilerplate,
		Reason:  "A line of copyright, or one that says that all rights are reserved.",
		Example: "§© 2017 The Halmsund Echo. All rights reserved.",
		Counter: "§Copyright law must change, the minister said.",
		Fires:   func(vs []view, i int) bool { return rights(vs[i].low) },
	},
	{
		Name: "service-bar", Kind: article.BlockBoilerplate,
		Reason:  "A line of nothing but buttons: Facebook Twitter E-mail, 5 min read.",
		Example: "§Share Facebook Twitter WhatsApp",
		Counter: "§Facebook and Twitter shares fell.",
		Fires: func(vs []view, i int) bool {
			return vs[i].Kind != article.BlockHeading && sentenceEnd(vs[i].text) == 0 && onlyPhrases(vs[i].low, "service")
		},
	},
	{
		Name: "counter", Kind: article.BlockBoilerplate,
		Reason:  "1 of 4, 0:00, list 2 of 3: the counters of galleries, players and lists.",
		Example: "§1 of 4 |",
		Counter: "The vote was close.\n\n§3 of 4 councils agreed",
		Fires:   func(vs []view, i int) bool { return counter(&vs[i]) },
	},
	{
		Name: "page-head", Kind: article.BlockBoilerplate,
		Reason:  "The head of a printed page, that an earlier page had too, and its number.",
		Example: "4   THE HALMSUND ECHO, MAY 3, 1921\n\nThe dockers walked out.\n\n§THE HALMSUND ECHO, MAY 3, 1921   5\n\nThe talks go on.",
		Counter: "Talks, day 1\n\nThe dockers walked out.\n\n§Talks, day 2\n\nThe talks go on.",
		Fires:   pageHead,
	},
	{
		Name: "invitation", Kind: article.BlockBoilerplate,
		Reason:  "Share this article, Follow us on Twitter, Sign up for our newsletter: an order to the reader, and what it is about.",
		Example: "§Sign up for our newsletter and never miss a story.",
		Counter: "§Follow the money, she told reporters on Facebook.",
		Fires:   invitation,
	},
	{
		Name: "plea", Kind: article.BlockBoilerplate,
		Reason:  "Our newsletter brings you the news of the day. Sign up here: what a paper says of itself, and an order to the reader behind it.",
		Example: "The talks go on.\n\n§The Morning Echo is our guide to the stories of the day. Sign up here.",
		Counter: "The talks go on.\n\n§The guide tells the members where to sign up.",
		Fires:   func(vs []view, i int) bool { return plea(&vs[i]) },
	},
	{
		Name: "mail-foot", Kind: article.BlockBoilerplate,
		Reason:  "You are receiving this email because …: why a mail came, and how to stop it.",
		Example: "The talks go on.\n\n§You are receiving this email because you signed up at echo.example. Unsubscribe | Update preferences",
		Counter: "The talks go on.\n\n§You are receiving this in the spirit of the thing, she told the members.",
		Fires: func(vs []view, i int) bool {
			v := &vs[i]
			return !v.first && v.opens("mail") > 0 && !reported(v.low) && !strings.ContainsAny(v.text, "\"“”")
		},
	},
	{
		Name: "address", Kind: article.BlockBoilerplate,
		Reason:  "A line near the title that is the address of a page and nothing else.",
		Example: "Talks go on\n\n§https://echo.example/2021/talks\n\nThe union left.",
		Counter: "The ministry put it on\n\n§https://ministry.example/letter and took it away again.",
		Fires:   func(vs []view, i int) bool { return i < 6 && addressAlone(vs[i].low) },
	},
	{
		Name: "labelled-list", Kind: article.BlockBoilerplate,
		Reason:  "Tags: …, Media contact: …: a label, a colon, a short list.",
		Example: "The talks go on.\n\n§Tags: harbour, strike, Norland",
		Counter: "§Contact with the crew was lost at dawn.",
		Fires:   labelled,
	},
	{
		Name: "teaser", Kind: article.BlockRelated,
		Reason:  "Read more, Related, See also: then a headline, a link or nothing.",
		Example: "The talks go on.\n\n§Read more 'A long winter': the strike in numbers (CHARTS)",
		Counter: "§Read more carefully, he said, and you will find the answer.",
		Fires:   func(vs []view, i int) bool { return strongTeaser(&vs[i]) },
	},
	{
		Name: "teaser-weak", Kind: article.BlockRelated,
		Reason:  "READ: or Watch: before a headline or a link; without the colon these are words like others.",
		Example: "Norland talks go on.\n\n§READ: Ministers leave Halmsund without a deal",
		Counter: "The letter came late.\n\n§Read the letter aloud, she said.",
		Fires:   func(vs []view, i int) bool { return weakTeaser(&vs[i]) },
	},
	{
		Name: "teaser-link", Kind: article.BlockRelated,
		Reason:  "A paragraph that is one link, shaped like a headline, leads to another article.",
		Example: "The talks go on.\n\n§[Dockers vote to end the strike in Halmsund](http://example.org/a)",
		Counter: "The talks go on.\n\n§The union published [its letter](http://example.org/a) on Monday.",
		Fires:   func(vs []view, i int) bool { return linkTeaser(vs, i) },
	},
	{
		Name: "counted-item", Kind: article.BlockRelated,
		Reason:  "What stands below list 2 of 3 is an item of that list, which leads to other articles.",
		Example: "The talks go on.\n\nlist 1 of 2\n\n§Ministers leave Halmsund without a deal",
		Counter: "The talks go on.\n\nlist of 2 items\n\n§Ministers leave Halmsund without a deal, and the union stays.",
		Fires: func(vs []view, i int) bool {
			return i > 0 && vs[i-1].Kind == article.BlockBoilerplate && strings.HasPrefix(vs[i-1].low, "list ") &&
				!strings.HasPrefix(vs[i-1].low, "list of") && sentenceEnd(vs[i].text) != '.'
		},
	},
	{
		Name: "teaser-item", Kind: article.BlockRelated,
		Reason:  "A list of one item or more between paragraphs, each a link in the shape of a headline, that no colon announces.",
		Example: "The talks go on.\n\n§- [Follow live: Reaction to the walkout in Halmsund](http://example.org/a)\n\nThe union left.",
		Counter: "The union named three firms:\n\n§- [The Great Northern Harbour Company](http://example.org/a)\n\nNone of them answered.",
		Fires:   linkItem,
	},
	{
		Name: "after-label", Kind: article.BlockRelated,
		Reason:  "List items and links below a line that says Related stories.",
		Example: "Norland talks go on.\n\nRelated stories\n\n§- Ministers leave Halmsund without a deal",
		Counter: "Norland talks go on.\n\nThe demands\n\n§- Ministers leave Halmsund without a deal",
		Fires:   afterLabel,
	},
	{
		Name: "link-list", Kind: article.BlockRelated,
		Reason:  "A run of list items that are links, with no text after them.",
		Example: "Norland talks go on.\n\n§- [Dockers vote to end strike](http://example.org/a)\n\n- [Ministers leave town](http://example.org/b)",
		Counter: "§- [The dockers' letter](http://example.org/a)\n\n- [The ministry's answer](http://example.org/b)\n\nBoth are dated Monday.",
		Fires:   linkList,
	},
	{
		Name: "links-above", Kind: article.BlockBoilerplate,
		Reason:  "Links alone above the title are the page's own: Skip to content, Home, World.",
		Example: "§[Home](/)\n\n# Norland talks go on\n\nThe union left.",
		Counter: "# Norland talks go on\n\n§[Its letter](http://example.org/a) was dated Monday.",
		Fires:   linksAbove,
	},
	{
		Name: "caption", Kind: article.BlockCaption,
		Reason:  "A line that names who took a picture.",
		Example: "§Ada Brenn (left) in Halmsund on Monday. Photo: Coastal News Agency",
		Counter: "§A photo of the minister was shown.",
		Fires:   caption,
	},
}

// rules asks the rules about every block that could be something else than
// body. A rule sees what the rules before it found in the whole article.
func (f *frame) rules() {
	open := make([]int, 0, len(f.vs))
	for i := range f.vs {
		v := &f.vs[i]
		if v.short() {
			v.heads()
		}
		if v.short() && (v.prose() || v.Kind == article.BlockHeading) {
			open = append(open, i)
		}
	}
	for r := range rules {
		rest := open[:0]
		for _, i := range open {
			if rules[r].Fires(f.vs, i) {
				f.vs[i].Kind = rules[r].Kind
			} else {
				rest = append(rest, i)
			}
		}
		open = rest
	}
}

// onlyPhrases reports a line of nothing but phrases of the class, numbers and
// marks.
func onlyPhrases(low, class string) bool {
	words, hits := chromeWords(), 0
	if len(low) > 100 {
		return false
	}
	for i := 0; i < len(low); {
		if i = nextWord(low, i); i >= len(low) {
			break
		}
		if n := words.prefix(low[i:], class); n > 0 {
			i += n
			hits++
			continue
		}
		end := wordEnd(low, i)
		if !numeral(strings.TrimRight(low[i:end], "km")) {
			return false
		}
		i = end
	}
	return hits > 0
}

// nextWord is where the next word starts, from i on.
func nextWord(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if wordRune(r) {
			break
		}
		i += n
	}
	return i
}

func endMark(vs []view, i int) bool {
	v := &vs[i]
	if len(v.text) > 16 || v.first {
		return false
	}
	core := strings.Trim(v.low, " -–—#*_()[].\n")
	marked := len(core) < len(strings.TrimRight(v.low, ".\n "))
	switch {
	case core == "":
		return strings.Count(v.text, "#") >= 2 || strings.Count(v.text, "*") >= 3 || strings.Count(v.text, "_") >= 3
	case core == "30":
		return marked
	}
	return chromeWords().is(core, "end") && (marked || v.text == strings.ToUpper(v.text)) ||
		core == "ends" && v.text == "Ends"
}

// reserved are words of a line of copyright, each from its rarest letter on,
// which makes the search in vain a fast one: all rights reserved; alle Rechte
// vorbehalten; tous droits réservés; may not be published, broadcast, rewritten.
var reserved = [...]string{"ghts reserved", "vorbehalten", "éservés", "broadcast, rewritten"}

// rights reports a line of copyright. "Copyright law" is none: a mark, a year
// or a name's "by" must follow.
func rights(low string) bool {
	for _, words := range reserved {
		if strings.Contains(low, words) {
			return true
		}
	}
	if strings.HasPrefix(low, "©") {
		return len(low) <= 160
	}
	rest, ok := strings.CutPrefix(low, "copyright")
	if !ok {
		if rest, ok = strings.CutPrefix(low, "(c)"); !ok {
			return false
		}
	}
	rest = strings.TrimLeft(rest, " :")
	return len(low) <= 160 && rest != "" &&
		(isDigit(rest[0]) || strings.HasPrefix(rest, "©") || strings.HasPrefix(rest, "(c)") || strings.HasPrefix(rest, "by "))
}

// invitation reports an order to the reader: one short line that starts with
// one, names a service as its object, and neither quotes nor reports.
func invitation(vs []view, i int) bool {
	v := &vs[i]
	if !v.chromeHead || len(v.text) > 200 || v.Kind == article.BlockHeading && v.first || !starts(v.text) {
		return false
	}
	invites, n := v.opens("invite") > 0, v.opens("share")
	rest := v.low[n:]
	switch {
	case !invites && n == 0, strings.ContainsAny(v.text, "\"“”„«»"), reported(v.low):
		return false
	case invites:
		return wordCount(v.text) <= 20
	case strings.Trim(rest, " .!:") == "":
		return wordCount(v.text) >= 2 || v.linked > 0
	case strings.HasPrefix(v.low, "follow") && strings.Contains(rest, "@"):
		return true
	}
	return holds(rest, "object")
}

// mostAbove is how many blocks of links a page's head has.
const mostAbove = 60

// linksAbove reports a block of links alone above the first heading, with no text before it
// or between.
func linksAbove(vs []view, i int) bool {
	if i >= mostAbove || !vs[i].linkOnly() && !breadcrumbs(&vs[i]) {
		return false
	}
	for k := range vs[:i] {
		if v := &vs[k]; v.Kind == article.BlockTitle || v.Kind == article.BlockHeading || v.body() && v.Kind != article.BlockCaption && !v.linkOnly() {
			return false
		}
	}
	for k := i + 1; k < min(len(vs), i+mostAbove); k++ {
		switch v := &vs[k]; {
		case v.Kind == article.BlockTitle || v.Kind == article.BlockHeading:
			return true
		case v.body() && !v.linkOnly():
			return false
		}
	}
	return false
}

// releaseHead reports an office's name and behind it a label of press releases, and no sentence: "Ministry of Trade Press
// Release".
func releaseHead(v *view) bool {
	const longest = 8 // words of the name
	rest := v.text
	for {
		cut := rest
		for _, label := range [...]string{"press release", "news release", "media release", "for immediate release", "press statement"} {
			if n := len(cut) - len(label); n > 0 && strings.EqualFold(cut[n:], label) && cut[n] != label[0] {
				cut = strings.TrimRight(cut[:n], " |·-–—:")
			}
		}
		if cut == rest {
			break
		}
		rest = cut
	}
	return rest != v.text && wordCount(rest) <= longest && sentenceEnd(rest) == 0 && officeName(rest)
}

// officeName reports words with capitals, but for those that tie an office's name: "Ministry of Foreign Affairs".
func officeName(s string) bool {
	for w := range strings.FieldsSeq(s) {
		switch w {
		case "of", "for", "and", "the", "&", "de", "la", "-", "–", "|":
		default:
			if !unicode.IsUpper(firstRune(w)) {
				return false
			}
		}
	}
	return s != ""
}

// path reports three short names and more with the same mark between them, as pages tell where they stand: "Home > World >
// Africa".
func path(s string) bool {
	const longest = 100 // bytes
	if len(s) > longest {
		return false
	}
	for _, mark := range [...]string{" > ", " › ", " » ", " / "} {
		parts := strings.Split(s, mark)
		if len(parts) < 3 {
			continue
		}
		for _, x := range parts {
			if wordCount(x) > 4 || !capitalised(x) || sentenceEnd(x) != 0 || letters(x) == 0 {
				return false
			}
		}
		return true
	}
	return false
}

// breadcrumbs reports links and marks between them: "Home > News > Local".
func breadcrumbs(v *view) bool {
	if v.linked == 0 || !v.short() {
		return false
	}
	n := 0
	for _, r := range v.text {
		if !isMark(r) {
			n += utf8.RuneLen(r)
		}
	}
	return v.linked*10 >= n*9
}

// holds reports whether a phrase of the class stands anywhere in low.
func holds(low, class string) bool {
	words := chromeWords()
	for i := 0; i < len(low); {
		if i = nextWord(low, i); i >= len(low) {
			break
		}
		if words.prefix(low[i:], class) > 0 {
			return true
		}
		i = wordEnd(low, i)
	}
	return false
}

// reported reports a line that says what someone said.
func reported(low string) bool {
	for _, w := range [...]string{" said", " says", " told ", " tells ", " asked ", " added", " warned", " announced"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// plea reports a short paragraph that ends in an order to the reader, a sentence of its own:
// "Sign up here."
func plea(v *view) bool {
	if v.Kind != article.BlockParagraph && v.Kind != article.BlockListItem || v.first {
		return false
	}
	const longest = 80 // bytes of such an order
	low := strings.TrimRight(v.low, ".!* ")
	at := len(low) - 1
	for ; at >= 0 && low[at] != '.' && low[at] != '!' && low[at] != '?'; at-- {
		if len(low)-at > longest {
			return false
		}
	}
	if at < 0 {
		return false
	}
	last := strings.TrimLeft(low[at+1:], "* ")
	return last != "" && chromeWords().prefix(last, "order") == len(last) && !strings.ContainsAny(v.text, "\"“”„«»") && !reported(v.low)
}

// addressAlone reports a line that is the address of a page, alone or behind its label.
func addressAlone(low string) bool {
	for _, label := range [...]string{"url:", "link:", "source:", "via:"} {
		low = strings.TrimPrefix(low, label)
	}
	low = strings.Trim(low, " <>")
	return (strings.HasPrefix(low, "https://") || strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "www.")) && strings.IndexByte(low, ' ') < 0
}

// labelled reports "Tags: a, b, c" and "Media contact: …".
func labelled(vs []view, i int) bool {
	v := &vs[i]
	n := v.opens("label")
	if n == 0 || v.first || v.Kind == article.BlockHeading {
		return false
	}
	rest := strings.TrimLeft(v.text[n:], " ")
	return strings.HasPrefix(rest, ":") && !reported(v.low) && sentenceEnd(rest) != '?'
}

// pictureLabels open a caption, pictureCredits close one.
var (
	pictureLabels = []string{"image:", "photo:", "photos:", "picture:", "pictured:", "foto:", "file photo:", "file photo -",
		"file image:", "photo by ", "photo courtesy", "photograph:", "photograph by ", "image credit", "photo credit",
		"image copyright", "image source", "image caption", "(photo:", "(image:", "(photo by", "[photo:", "ap photo/",
		"getty images", "getty/", "bild:", "фото:", "zdjęcie:", "fotoğraf:", "crédit photo", "handout photo"}
	pictureCredits = []string{" image: ", " photo: ", " photograph: ", " picture: ", " (photo: ", " (photo by ", " [photo: ",
		" (ap photo/", " (reuters/", " (getty images", " foto: ", " photo by ", " фото: ", " / getty images", "/getty images", " credit: ", ".credit:"}
)

// opensLabel holds the first letters of pictureLabels, by their lowest bits: few
// blocks open with one.
var opensLabel = func() (open [128]bool) {
	for _, s := range pictureLabels {
		open[firstRune(s)&0x7f] = true
	}
	return open
}()

// credited reports that low may hold a picture credit: each has one of these.
func credited(low string) bool {
	return strings.IndexByte(low, ':') >= 0 || strings.IndexByte(low, '(') >= 0 || strings.IndexByte(low, '/') >= 0 ||
		strings.Contains(low, " photo by ")
}

// caption reports a line that names who took a picture, before it or after it.
func caption(vs []view, i int) bool {
	v := &vs[i]
	if v.Kind == article.BlockHeading || v.Kind == article.BlockListItem || v.Kind == article.BlockBlockquote || len(v.text) > 300 {
		return false
	}
	if i > 0 && vs[i-1].Kind == article.BlockCaption && wordCount(vs[i-1].text) >= 3 && strings.HasPrefix(v.text, vs[i-1].text) &&
		!strings.HasPrefix(v.text[len(vs[i-1].text):], " ") {
		return true // the alternative text of the picture, said again with its credit
	}
	if itemOf(v.low) {
		return true
	}
	if opensLabel[firstRune(v.low)&0x7f] && slices.ContainsFunc(pictureLabels, func(s string) bool { return strings.HasPrefix(v.low, s) }) {
		return true
	}
	if !credited(v.low) {
		return false
	}
	for _, credit := range pictureCredits {
		if !strings.Contains(v.low, credit) {
			continue // LastIndex is slow on text without a hit
		}
		if k := strings.LastIndex(v.low, credit); k > 0 {
			return wordCount(v.text[k+len(credit):]) <= 8 && !reported(v.low[k:])
		}
	}
	return false
}

// itemOf reports what begins with its place in a gallery: "Item 1 of 2 Ada Brenn arrives …",
// "[1/2]Ada Brenn arrives …".
func itemOf(low string) bool {
	rest, ok := strings.CutPrefix(low, "item ")
	if ok {
		n, rest, _ := strings.Cut(rest, " of ")
		m, _, more := strings.Cut(rest, " ")
		return digits(n) && digits(m) && more
	}
	rest, ok = strings.CutPrefix(low, "[")
	place, _, closed := strings.Cut(rest, "]")
	n, m, _ := strings.Cut(place, "/")
	return ok && closed && digits(n) && digits(m)
}

// advice reports a block in brackets that opens with what was done to the copy
// and is no sentence.
func advice(vs []view, i int) bool {
	v := &vs[i]
	inner, ok := strings.CutPrefix(v.low, "(")
	if !ok || !strings.HasSuffix(inner, ")") || sentenceEnd(strings.TrimSuffix(inner, ")")) != 0 {
		return false
	}
	return chromeWords().prefix(inner, "advice") > 0
}
