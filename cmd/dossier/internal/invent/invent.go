// Package invent makes up news articles: for tests and benchmarks that need
// many, of a given length, in several formats, sound or damaged.
//
// The same seed and number give the same article on every machine. Its language
// is plain and its cast small; it measures how much and how fast, and says
// nothing about how well articles are understood.
package invent

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

//go:embed words.tsv
var wordsTable string

//go:embed sentences.tsv
var sentencesTable string

var (
	words     = sync.OnceValue(func() map[string][]string { return table(wordsTable) })
	sentences = sync.OnceValue(func() map[string][]string { return table(sentencesTable) })
)

// table reads lines of key, tab, value.
func table(s string) map[string][]string {
	t := map[string][]string{}
	for line := range strings.Lines(s) {
		key, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if ok && !strings.HasPrefix(line, "#") {
			t[key] = append(t[key], value)
		}
	}
	return t
}

// Article is an invented article.
type Article struct {
	ID         string
	Title      string
	Author     string
	Date       time.Time // a day
	Paragraphs []string
}

// New makes up article n of a seed, with a text of about size bytes.
func New(seed uint64, n, size int) Article {
	w := writer{rng: rand.New(rand.NewPCG(seed, uint64(n)))}
	w.meet(4)
	a := Article{
		ID:     fmt.Sprintf("invented-%d-%06d", seed, n),
		Title:  upper(w.sentence("head")),
		Author: w.cast[0].name, // a reporter may share a name
		Date:   time.Date(2020, 1, 1+w.rng.IntN(2000), 0, 0, 0, 0, time.UTC),
	}
	w.cast[0].met = false
	a.Paragraphs = []string{upper(w.sentence("lead"))}
	for length := len(a.Paragraphs[0]); length < size-100; {
		p := w.paragraph()
		a.Paragraphs = append(a.Paragraphs, p)
		length += len(p) + 2
	}
	return a
}

// writer fills sentences.
type writer struct {
	rng  *rand.Rand
	cast []person
}

type person struct {
	name, family string
	office       string // before the name, or after it in commas
	before, met  bool
}

// meet makes up n people with different family names.
func (w *writer) meet(n int) {
	families := words()["family"]
	for _, i := range w.rng.Perm(len(families))[:n] {
		p := person{family: families[i], before: w.rng.IntN(2) == 0}
		p.name = w.word("given") + " " + p.family
		if p.office = w.word("role"); !p.before {
			p.office = w.word("post") + " " + w.word("body")
		}
		w.cast = append(w.cast, p)
	}
}

// paragraph is a statement, often with another sentence before or after it.
func (w *writer) paragraph() string {
	kinds := []string{"direct", "direct", "indirect", "indirect", "position", "plain"}
	list := []string{upper(w.sentence(kinds[w.rng.IntN(len(kinds))]))}
	for w.rng.IntN(2) == 0 {
		list = append(list, upper(w.sentence(kinds[w.rng.IntN(len(kinds))])))
	}
	return strings.Join(list, " ")
}

// sentence fills one of a kind.
func (w *writer) sentence(kind string) string {
	all := sentences()[kind]
	s := all[w.rng.IntN(len(all))]
	order := w.rng.Perm(len(w.cast))
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "{")
		b.WriteString(before)
		if !found {
			return commas.Replace(b.String())
		}
		slot, after, _ := strings.Cut(rest, "}")
		s = after
		switch slot {
		case "who":
			b.WriteString(w.cast[order[0]].mention())
		case "other":
			b.WriteString(w.cast[order[1]].mention())
		default:
			b.WriteString(w.word(slot))
		}
	}
}

func (w *writer) word(slot string) string {
	list := words()[slot]
	return list[w.rng.IntN(len(list))]
}

// mention introduces a person, and later only names them.
func (p *person) mention() string {
	switch {
	case p.met:
		return p.family
	case p.before:
		p.met = true
		return p.office + " " + p.name
	}
	p.met = true
	return p.name + ", " + p.office + ","
}

// commas mends where an office, in commas, stands before another mark.
var commas = strings.NewReplacer(",,", ",", ",.", ".", ",:", ":")

func upper(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}
