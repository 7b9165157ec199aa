package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"dossier/article"
	"dossier/formats"
	"dossier/parse"
)

// The floors that the samples hold, in percent: a little below what is reached.
var floors = map[string]struct{ precision, recall int }{
	"quoted speech":    {0, 0},
	"its words alone":  {0, 0},
	"indirect speech":  {0, 0},
	"carriers":         {0, 0},
	"actors":           {0, 0},
	"positions":        {0, 0},
	"positions stance": {0, 0},
}

// gold is what a reader found in one sample. An optional item may be there or
// not: readers would differ about it.
type gold struct {
	Published string          `json:"published"` // the start of the date
	Quotes    []goldQuote     `json:"quotes"`
	Actors    []goldActor     `json:"actors"`
	Positions []goldPosition  `json:"positions"`
	Records   map[string]gold `json:"records"` // of a file of many, by id
}

type goldQuote struct {
	Text     string `json:"text"`
	Kind     string `json:"kind"`
	Speaker  string `json:"speaker"`
	Via      string `json:"via"`
	Optional bool   `json:"optional"`
}

type goldActor struct {
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`
	Country  string   `json:"country"`
	Aliases  []string `json:"aliases"`
	Optional bool     `json:"optional"`
}

// goldPosition names its target, and what else a careful reader might name
// instead. An empty target leaves it open.
type goldPosition struct {
	Holder   string   `json:"holder"`
	Stance   string   `json:"stance"`
	Polarity int      `json:"polarity"`
	Target   string   `json:"target"`
	Or       []string `json:"or"`
	Optional bool     `json:"optional"`
}

// tally counts what was found, what was right, and what was to be found.
type tally struct{ found, right, wanted, met int }

func (c *tally) expect(met bool) {
	c.wanted++
	if met {
		c.met++
	}
}

func (c *tally) find(right bool) {
	c.found++
	if right {
		c.right++
	}
}

func (c *tally) precision() float64 { return percent(c.right, c.found) }
func (c *tally) recall() float64    { return percent(c.met, c.wanted) }

func percent(part, whole int) float64 {
	if whole == 0 {
		return 100
	}
	return 100 * float64(part) / float64(whole)
}

// TestSamples reads every sample, compares it with its gold and holds the floors.
func TestSamples(t *testing.T) {
	scores := map[string]*tally{}
	for name := range floors {
		scores[name] = &tally{}
	}
	for _, file := range sampleFiles(t) {
		var g gold
		readGold(t, file, &g)
		seen := 0
		for _, a := range readSample(t, file) {
			want := g
			if g.Records != nil {
				want = g.Records[a.ID]
			}
			seen++
			m := match{t: t, name: filepath.Base(file) + " " + a.ID, a: a, g: want, scores: scores}
			m.run()
		}
		if seen != max(1, len(g.Records)) {
			t.Errorf("%s: %d articles, want %d", file, seen, max(1, len(g.Records)))
		}
	}
	for _, name := range slices.Sorted(mapKeys(floors)) {
		s, f := scores[name], floors[name]
		t.Logf("%-17s precision %5.1f (%3d of %3d)   recall %5.1f (%3d of %3d)",
			name, s.precision(), s.right, s.found, s.recall(), s.met, s.wanted)
		if s.precision() < float64(f.precision) || s.recall() < float64(f.recall) {
			t.Errorf("%s below the floor of %d and %d", name, f.precision, f.recall)
		}
	}
}

func mapKeys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// sampleFiles lists the raw samples: the files that have a gold.
func sampleFiles(t *testing.T) []string {
	all, err := filepath.Glob("../../samples/*")
	if err != nil {
		t.Fatal(err)
	}
	files := slices.DeleteFunc(all, func(f string) bool {
		_, err := os.Stat(goldName(f))
		return err != nil || strings.HasSuffix(f, ".gold.json")
	})
	if len(files) < 8 {
		t.Fatalf("%d samples, want 8 at least", len(files))
	}
	return files
}

func goldName(file string) string { return strings.TrimSuffix(file, filepath.Ext(file)) + ".gold.json" }

func readGold(t *testing.T, file string, g *gold) {
	raw, err := os.ReadFile(goldName(file))
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(g); err != nil {
		t.Fatalf("%s: %v", goldName(file), err)
	}
}

// readSample returns the articles of a file, checked against its bytes.
func readSample(t *testing.T, file string) (list []*article.Article) {
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	in := formats.Input{Name: filepath.Base(file), Reader: bytes.NewReader(raw)}
	_, records, err := formats.Open(in, formats.Options{})
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for a, err := range records {
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		a = parse.Article(a, parse.Options{})
		if err := a.Validate(); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		if err := readsBack(a, raw); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		list = append(list, a)
	}
	return list
}

// readsBack checks that runs of equal length are the same bytes in the text and
// in the file, and that nearly all of the text lies in such runs.
func readsBack(a *article.Article, raw []byte) error {
	same, all := 0, 0
	for _, b := range a.Blocks {
		all += b.Span.Len()
		for _, r := range b.Runs {
			if r.Raw.Start < 0 || r.Raw.End > len(raw) || r.Raw.Start > r.Raw.End {
				return errors.New("a run lies outside the file")
			}
			if r.Span.Len() != r.Raw.End-r.Raw.Start {
				continue
			}
			if got := string(raw[r.Raw.Start:r.Raw.End]); got != r.Span.In(a.Text) && strings.TrimSpace(got) != "" {
				return errors.New("the file reads " + got + " where the text reads " + r.Span.In(a.Text))
			}
			same += r.Span.Len()
		}
	}
	if percent(same, all) < 95 {
		return errors.New("less than 95 percent of the text reads back as it stands in the file")
	}
	return nil
}

// match compares one article with its gold.
type match struct {
	t      *testing.T
	name   string
	a      *article.Article
	g      gold
	scores map[string]*tally
}

func (m *match) run() {
	if p := m.a.Published; m.g.Published != "" && (p == nil || !strings.HasPrefix(p.Value, m.g.Published)) {
		m.t.Errorf("%s: published %+v, want %s", m.name, p, m.g.Published)
	}
	if !strings.HasPrefix(m.a.Language.Tag, "en") {
		m.wordsOnly() // who speaks is not attempted there, and a note says so
		return
	}
	m.quotes()
	m.actors()
	m.positions()
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
	for i, want := range m.g.Positions {
		if !m.isRef(p.Holder, want.Holder) || !m.isTarget(p.Target, want) {
			continue
		}
		if want.Polarity == -p.Polarity && p.Polarity != 0 && want.Target != "" {
			opposite = true
		}
		if want.Polarity != p.Polarity {
			continue
		}
		met[i] = true
		if optional = want.Optional; !optional {
			return i, opposite, false
		}
		same = i
	}
	return same, opposite, optional
}

func (m *match) isTarget(got article.Target, want goldPosition) bool {
	if want.Target == "" {
		return true
	}
	for _, target := range append([]string{want.Target}, want.Or...) {
		if m.isActor(m.names(got.Actor), target) || within(words(got.Text), words(target)) {
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
