package main

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"dossier/article"
)

// match compares one article with its gold.
type match struct {
	t      *testing.T
	name   string
	a      *article.Article
	g      gold
	scores map[string]*tally
}

func (m *match) run() {
	if got := frame(m.a); !reflect.DeepEqual(got, m.g.Frame) {
		m.t.Errorf("%s:\ngot  %+v\nwant %+v", m.name, got, m.g.Frame)
	}
	if !strings.HasPrefix(m.a.Language.Tag, "en") {
		m.wordsOnly() // who speaks is not attempted there, and a note says so
		return
	}
	m.quotes()
	m.actors()
	m.positions()
}

// frame is the gold's form of what was read around the body.
func frame(a *article.Article) goldFrame {
	f := goldFrame{Title: string(a.Title), Deck: string(a.Deck), Authors: []string{}, Alternatives: []string{}}
	for _, x := range a.Authors {
		f.Authors = append(f.Authors, x.Name)
	}
	if d := a.Published; d != nil {
		f.Published, f.Alternatives = d.Value, append(f.Alternatives, d.Alternatives...)
	}
	if a.Dateline != nil {
		f.Place, f.Agency = string(a.Dateline.Place), string(a.Dateline.Agency)
	}
	for _, b := range a.Blocks {
		if b.Kind == article.BlockRelated {
			f.Related++
		}
	}
	return f
}

// miss tells a reader of -v what went wrong.
func (m *match) miss(what, text string) { m.t.Logf("%s: %s: %s", m.name, what, text) }

// names are all names of the actor of that id.
func (m *match) names(id article.Opt) []string {
	for _, x := range m.a.Actors {
		if article.Opt(x.ID) == id {
			return append([]string{x.Name}, x.Aliases...)
		}
	}
	return nil
}

// isActor says whether one of the names is the gold's actor of that name.
func (m *match) isActor(names []string, want string) bool {
	wanted := []string{plainName(want)}
	for _, x := range m.g.Actors {
		if x.Name == want {
			for _, alias := range x.Aliases {
				wanted = append(wanted, plainName(alias))
			}
		}
	}
	return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(wanted, plainName(n)) })
}

// isRef says whether r is the gold's actor, by resolution or, unresolved, by its words.
func (m *match) isRef(r *article.Ref, want string) bool {
	switch {
	case r == nil:
		return want == ""
	case r.Actor == "":
		return m.isActor([]string{r.Text}, want)
	}
	return m.isActor(m.names(r.Actor), want)
}

// plainName is a name without case, article, possessive and kind of apostrophe.
func plainName(s string) string {
	s = strings.ReplaceAll(strings.ToLower(s), "’", "'")
	for _, article := range []string{"the ", "a ", "an ", "some ", "its ", "their "} {
		s = strings.TrimPrefix(s, article)
	}
	return strings.TrimSuffix(s, "'s")
}

const alike = 0.5 // share of common words from which two texts are one

// closest is the index of the gold quote that shares most words with text, -1 if none is alike.
func (m *match) closest(text string) int {
	best, most := -1, alike
	for i, q := range m.g.Quotes {
		if s := jaccard(words(text), words(q.Text)); s >= most {
			best, most = i, s
		}
	}
	return best
}

func (m *match) quotes() {
	met, worded := make([]bool, len(m.g.Quotes)), make([]bool, len(m.g.Quotes))
	for _, q := range m.a.Quotes {
		i := m.closest(q.Text)
		if i >= 0 && (m.g.Quotes[i].Optional || worded[i]) {
			worded[i] = true
			continue
		}
		right := i >= 0 && m.isRef(q.Speaker, m.g.Quotes[i].Speaker)
		switch {
		case i < 0:
			m.miss("no such quote", string(q.Kind)+" "+q.Rule+" "+q.Text)
		case !right:
			m.miss("speaker", m.said(q.Speaker)+", want "+m.g.Quotes[i].Speaker+": "+q.Text)
		}
		if i >= 0 {
			worded[i], met[i] = true, right
		}
		if i >= 0 && (q.Via != nil || m.g.Quotes[i].Via != "") {
			m.carrier(q.Via, m.g.Quotes[i].Via)
		}
		m.scores[speech(string(q.Kind))].find(right)
		if q.Kind != article.QuoteIndirect {
			m.scores["its words alone"].find(i >= 0)
		}
	}
	for i, q := range m.g.Quotes {
		if q.Optional {
			continue
		}
		if !worded[i] {
			m.miss("quote not found", q.Kind+" "+q.Text)
		}
		m.scores[speech(q.Kind)].expect(met[i])
		if q.Kind != "indirect" {
			m.scores["its words alone"].expect(worded[i])
		}
	}
}

func speech(kind string) string {
	if kind == "indirect" {
		return "indirect speech"
	}
	return "quoted speech"
}

func (m *match) carrier(got *article.Ref, want string) {
	right := want != "" && m.isRef(got, want)
	if got != nil {
		m.scores["carriers"].find(right)
	}
	if want != "" {
		m.scores["carriers"].expect(right)
	}
	if !right {
		m.miss("via", m.said(got)+", want "+want)
	}
}

// said is a ref for a message.
func (m *match) said(r *article.Ref) string {
	if r == nil {
		return "nobody"
	}
	return r.Text + " " + strings.Join(m.names(r.Actor), "/")
}

// wordsOnly compares what stands in quotation marks.
func (m *match) wordsOnly() {
	met := make([]bool, len(m.g.Quotes))
	for _, q := range m.a.Quotes {
		i := m.closest(q.Text)
		m.scores["its words alone"].find(i >= 0)
		if i >= 0 {
			met[i] = true
		} else {
			m.miss("no such quote", q.Text)
		}
	}
	for i := range met {
		m.scores["its words alone"].expect(met[i])
	}
}

// actors compares all but places: named ones, and those that say, hold or are meant.
func (m *match) actors() {
	met, score := make([]bool, len(m.g.Actors)), m.scores["actors"]
	for _, x := range m.a.Actors {
		if x.Kind == article.KindPlace || !x.Named && len(x.Functions) == 0 {
			continue
		}
		names := append([]string{x.Name}, x.Aliases...)
		i := slices.IndexFunc(m.g.Actors, func(want goldActor) bool { return m.isActor(names, want.Name) })
		switch {
		case i >= 0 && m.g.Actors[i].Optional:
		case i >= 0:
			score.find(!met[i])
			if met[i] {
				m.miss("actor twice", strings.Join(names, "/"))
			}
			met[i] = true
		default:
			score.find(false)
			m.miss("no such actor", string(x.Kind)+" "+strings.Join(names, "/"))
		}
	}
	for i, want := range m.g.Actors {
		if !want.Optional {
			score.expect(met[i])
			if !met[i] {
				m.miss("actor not found", want.Name)
			}
		}
	}
}

// positions compares holder, target and sign. A wrong sign is never allowed.
func (m *match) positions() {
	met, score := make([]bool, len(m.g.Positions)), m.scores["positions"]
	for _, p := range m.a.Positions {
		if p.Stance == article.Assert {
			continue // a statement about somebody: no stance that a gold lists
		}
		same, opposite, optional := m.judge(p, met)
		switch {
		case opposite && same < 0:
			m.t.Errorf("%s: wrong sign: %s: %s", m.name, m.stand(p), p.Statement.Text)
		case same < 0 && !optional:
			m.miss("no such position", m.stand(p)+" ("+p.Rule+"): "+p.Statement.Text)
		}
		if same >= 0 && !m.g.Positions[same].Optional {
			right := m.g.Positions[same].Stance == string(p.Stance)
			m.scores["positions stance"].find(right)
			m.scores["positions stance"].expect(right)
		}
		if !optional {
			score.find(same >= 0)
		}
	}
	for i, want := range m.g.Positions {
		if want.Optional {
			continue
		}
		score.expect(met[i])
		if !met[i] {
			m.miss("position not found", want.Holder+" "+want.Stance+" "+want.Target)
		}
	}
}

// judge finds the gold position that p is (-1 if none), whether one of the
// opposite sign has its holder and target, and whether p may be left open.
func (m *match) judge(p article.Position, met []bool) (same int, opposite, optional bool) {
	same = -1
	for _, exact := range [...]bool{true, false} {
		for i, want := range m.g.Positions {
			if !m.isRef(p.Holder, want.Holder) || !m.isTarget(p.Target, want) {
				continue
			}
			if want.Polarity == -p.Polarity && p.Polarity != 0 && want.Target != "" {
				opposite = true
			}
			if want.Polarity != p.Polarity || exact && want.Stance != string(p.Stance) {
				continue // who opposes and accuses somebody holds two positions
			}
			met[i] = true
			if optional = want.Optional; !optional {
				return i, opposite, false
			}
			same = i
		}
		if same >= 0 {
			break
		}
	}
	return same, opposite, optional
}

func (m *match) isTarget(got article.Target, want goldPosition) bool {
	if want.Target == "" {
		return true
	}
	for _, target := range append([]string{want.Target}, want.Or...) {
		if m.isActor(append(m.names(got.Actor), got.Text), target) || within(words(got.Text), words(target)) {
			return true
		}
	}
	return false
}

// stand is a position for a message.
func (m *match) stand(p article.Position) string {
	target := article.Ref{Actor: p.Target.Actor, Text: p.Target.Text}
	return m.said(p.Holder) + " " + string(p.Stance) + " " + m.said(&target)
}

// words is the set of words of s, without those that say nothing.
func words(s string) map[string]bool {
	const empty = " the a an of that its his her their in for to had was "
	set := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if !strings.Contains(empty, " "+w+" ") {
			set[w] = true
		}
	}
	return set
}

func common(a, b map[string]bool) (n int) {
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// jaccard is the share of words that two texts have in common.
func jaccard(a, b map[string]bool) float64 {
	both := common(a, b)
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}

// within says whether the shorter text lies for the most part in the other.
func within(a, b map[string]bool) bool {
	small := min(len(a), len(b))
	return small > 0 && float64(common(a, b)) >= alike*float64(small) && common(a, b) > 0
}
