package meta

import (
	"strings"

	"dossier/article"
)

// What is copied out of a browser's window begins with the page's own lines, each of a few words:
//
//	The Halmsund Echo
//	News
//	Opinion
//	Sign In
//	Dockers walk out of talks in Halmsund      <- the headline
//	Ada Brenn
//	April 5, 2017
//	The union left the table on Wednesday, …   <- the report

// How the lines of a page differ from its article, in words, bytes and lines.
const (
	longestMenu   = 3   // words of a line of the page
	fewestMenus   = 4   // such lines that make a head
	longestHead   = 60  // lines of it
	headlineLeast = 5   // words of the headline
	leadLeast     = 100 // bytes of the first paragraph
)

// pastedTitle takes the first line of more than a few words below the lines of a page.
func (f *frame) pastedTitle() bool {
	menus, title := 0, -1
	for i := 0; i < min(len(f.vs), longestHead); i++ {
		v := &f.vs[i]
		switch {
		case v.text == "" || v.chrome() || v.Kind == article.BlockDate:
			continue
		case v.Kind != article.BlockParagraph && v.Kind != article.BlockListItem && v.Kind != article.BlockCaption:
			return false
		case len(v.text) >= leadLeast && sentenceEnd(v.text) != 0:
			if title < 0 || menus < fewestMenus {
				return false
			}
			for k := range title {
				if w := &f.vs[k]; w.body() {
					w.Kind = article.BlockBoilerplate
				}
			}
			f.setTitle(&f.vs[title], "first-block")
			return true
		case title >= 0:
		case v.Kind == article.BlockParagraph && wordCount(v.text) >= headlineLeast && headlineLike(v.text) && !isByline(v) && !f.isDateLine(v, true):
			title = i
		case wordCount(v.text) <= longestMenu && sentenceEnd(v.text) == 0:
			menus++
		case menus < fewestMenus:
			return false
		}
	}
	return false
}

// aboveTitle marks the pictures above the title as the page's own, if nothing but lines of the
// page stands there.
func (f *frame) aboveTitle() {
	for i := range min(len(f.vs), longestHead) {
		switch v := &f.vs[i]; {
		case v.Kind == article.BlockTitle:
			for k := range i {
				if f.vs[k].Kind == article.BlockCaption {
					f.vs[k].Kind = article.BlockBoilerplate
				}
			}
			return
		case v.text != "" && !v.chrome() && v.Kind != article.BlockCaption:
			return
		}
	}
}

// foot marks what stands below the article, from the end upwards: what a paper says of its author
// ("Ada Brenn covers the harbour.", "Reach her at brenn@echo.example."), lists of links, labels
// over them, and the lines of a page that began with such lines. The first text ends it.
func (f *frame) foot() {
	f.releaseNotes()
	f.promotions()
	pasted := f.pasted()
	chrome := 0
	for i := len(f.vs) - 1; i > 0; i-- {
		v := &f.vs[i]
		switch {
		case v.text == "" || v.Kind == article.BlockByline:
			continue
		case v.chrome():
		case v.Kind == article.BlockCaption && chrome > 0 && f.isAuthor(v.text):
			v.Kind = article.BlockBoilerplate
		case v.Kind == article.BlockListItem && v.linkOnly() && (chrome > 0 || f.vs[i-1].Kind == article.BlockHeading || f.vs[i-1].Kind == article.BlockListItem && f.vs[i-1].linkOnly()):
			v.Kind = article.BlockRelated
		case v.Kind == article.BlockParagraph && v.linkOnly() && chrome+f.linksFrom(i) > 1:
			v.Kind = article.BlockRelated
		case v.Kind == article.BlockHeading && chrome > 0 && v.short():
			v.Kind = article.BlockRelated
		case v.Kind == article.BlockParagraph && v.short() && (f.authorBox(v) || pasted && chrome > 0 && wordCount(v.text) <= longestMenu && sentenceEnd(v.text) == 0):
			v.Kind = article.BlockBoilerplate
		default:
			return
		}
		chrome++
	}
}

// linksFrom counts block i, and the one above it, that are links alone or a label.
func (f *frame) linksFrom(i int) int {
	if w := &f.vs[i-1]; w.linkOnly() || w.Kind == article.BlockRelated || w.Kind == article.BlockHeading {
		return 2
	}
	return 1
}

// mostPromoted is how many blocks a promotion in the middle of a text has.
const mostPromoted = 10

// promotions marks what stands between the words that let a reader skip it: "skip past newsletter
// promotion" and "after newsletter promotion".
func (f *frame) promotions() {
	for i := range f.vs {
		v := &f.vs[i]
		if !v.short() || !strings.HasPrefix(v.low, "skip past newsletter promotion") {
			continue
		}
		for k := i; k < min(len(f.vs), i+mostPromoted); k++ {
			if w := &f.vs[k]; w.short() && strings.HasPrefix(w.low, "after newsletter promotion") {
				for ; k >= i; k-- {
					if f.vs[k].text != "" {
						f.vs[k].Kind = article.BlockBoilerplate
					}
				}
				break
			}
		}
	}
}

// releaseNotes marks the notes to editors below a press release, and all that follows.
func (f *frame) releaseNotes() {
	prose := 0
	for i := range f.vs {
		v := &f.vs[i]
		switch {
		case len(v.text) >= leadLeast && v.body():
			prose++
		case prose > 0 && v.short() && (v.Kind == article.BlockParagraph || v.Kind == article.BlockHeading) &&
			chromeWords().is(strings.Trim(v.low, " :.-–—"), "notes"):
			for k := i; k < len(f.vs); k++ {
				if w := &f.vs[k]; w.body() {
					w.Kind = article.BlockBoilerplate
				}
			}
			return
		}
	}
}

// pasted reports lines of a page above the title.
func (f *frame) pasted() bool {
	n := 0
	for i := range min(len(f.vs), longestHead) {
		switch v := &f.vs[i]; {
		case v.Kind == article.BlockTitle:
			return n >= fewestMenus
		case v.Kind == article.BlockBoilerplate:
			n++
		}
	}
	return false
}

func (f *frame) isAuthor(name string) bool {
	for i := range f.a.Authors {
		if strings.EqualFold(f.a.Authors[i].Name, strings.TrimSpace(name)) {
			return true
		}
	}
	return false
}

// aboutAuthor are the words behind an author's name with which a paper tells who that is, toAuthor
// those before it, or alone, with which it says how to write to the author.
var (
	aboutAuthor = []string{"is ", "was ", "covers ", "writes ", "reports ", "has covered ", "has written ", "joined ", "works ", "worked ", "leads ", "can be reached "}
	toAuthor    = []string{"contact ", "reach ", "email ", "e-mail ", "write to ", "follow ", "send tips "}
)

func (f *frame) authorBox(v *view) bool {
	if reported(v.low) || strings.ContainsAny(v.text, "\"“”«»") {
		return false
	}
	for _, s := range toAuthor {
		if strings.HasPrefix(v.low, s) && strings.IndexByte(v.text, '@') > 0 {
			if len(f.a.Authors) == 0 {
				f.signedBelow(v.text[len(s):])
			}
			return true
		}
	}
	for i := range f.a.Authors {
		rest, ok := strings.CutPrefix(v.low, lower(f.a.Authors[i].Name)+" ")
		if !ok {
			continue
		}
		for _, s := range aboutAuthor {
			if strings.HasPrefix(rest, s) {
				return true
			}
		}
	}
	name, rest, ok := strings.Cut(v.text, " is ")
	return ok && len(f.a.Authors) == 0 && isName(name) && rest != "" && f.signedBelow(name+" ")
}

// signedBelow makes a byline of the line above the text that is the name at the start of s, whom
// the paper tells how to write to, or who that is. It reports whether there is one.
func (f *frame) signedBelow(s string) bool {
	for i := range min(len(f.vs), longestHead) {
		v := &f.vs[i]
		if len(v.text) >= leadLeast {
			return false
		}
		rest, ok := strings.CutPrefix(s, v.text)
		if v.Kind != article.BlockParagraph || !ok || !isName(v.text) || rest == "" || wordRune(firstRune(rest)) {
			continue
		}
		v.Kind = article.BlockByline
		span := v.Span
		f.a.Authors = append(f.a.Authors, article.Author{Name: v.text, Span: &span, Basis: "byline"})
		return true
	}
	return false
}
