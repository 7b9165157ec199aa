package page

import (
	_ "embed"
	"strings"
	"sync"

	"dossier/formats/internal/dom"
)

//go:embed words/classes.tsv
var classFile string

// class is a set of what an element says of itself, by the words of its class, id
// and the like.
type class uint16

const (
	isChrome class = 1 << iota
	isRelated
	isComments
	isBody
	isDeck
	isByline
	isDate
	isCaption
	isKeep
	isPopup
	isCredit
	isPlea
)

var classNames = map[string]class{
	"chrome": isChrome, "related": isRelated, "comments": isComments, "body": isBody,
	"deck": isDeck, "byline": isByline, "date": isDate, "caption": isCaption, "keep": isKeep, "popup": isPopup, "credit": isCredit,
	"plea": isPlea,
}

// classWords is words/classes.tsv.
var classWords = sync.OnceValue(func() map[string]class {
	m := make(map[string]class, 400)
	for line := range strings.Lines(classFile) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		word, classes, _ := strings.Cut(line, "\t")
		for name := range strings.FieldsSeq(classes) {
			m[word] |= classNames[name]
		}
	}
	return m
})

// classOf is what the class, id and role of node n say.
func classOf(t *dom.Tree, n int32) class {
	var c class
	for _, a := range t.Attrs(n) {
		switch a.Key {
		case "class", "id", "data-component", "data-testid", "role", "data-block", "data-qa", "data-spacefinder-role":
			c |= wordClasses(a.Val)
		case "name":
			if t.Nodes[n].Tag == 0 { // of an element of the page's own making
				c |= wordClasses(a.Val)
			}
		case "itemprop":
			if a.Val == "articleBody" || a.Val == "reviewBody" {
				c |= isBody
			}
		}
	}
	return c
}

// wordClasses looks up the words of s, alone and in pairs. Words end where the
// case changes: "relatedPosts" is two.
func wordClasses(s string) class {
	words := classWords()
	var c class
	var buf [64]byte
	prev := ""
	for i := 0; i < len(s); {
		if !classByte(s[i]) {
			if s[i] == ' ' {
				prev = ""
			}
			i++
			continue
		}
		from := i
		for i++; i < len(s) && classByte(s[i]) && !(upper(s[i]) && !upper(s[i-1])); i++ {
		}
		low := buf[:0]
		for k := from; k < min(i, from+24); k++ {
			ch := s[k]
			if upper(ch) {
				ch += 'a' - 'A'
			}
			low = append(low, ch)
		}
		word := string(low)
		c |= words[word]
		if prev != "" {
			c |= words[prev+"-"+word]
		}
		prev = word
	}
	return c
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }

func classByte(c byte) bool {
	return 'a' <= c && c <= 'z' || upper(c) || '0' <= c && c <= '9' || c >= 0x80
}
