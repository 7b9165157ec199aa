package position

import (
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"dossier/article"
	"dossier/parse/internal/lexicon"
)

// caseTexts are the texts of all cases.
func caseTexts(t testing.TB) []string {
	files, _ := filepath.Glob("testdata/cases/*.txtar")
	var out []string
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			body, _, _ := strings.Cut(string(f.Data), "\n+ ")
			body, _, _ = strings.Cut(body, "\n! ")
			body, _, _ = strings.Cut(body, "\n> ")
			out = append(out, strings.TrimSpace(body))
		}
	}
	return out
}

// invariants lists what is wrong with the positions of a document.
func invariants(in Input, ps []article.Position) []string {
	var bad []string
	text := in.Doc.Text
	last := -1
	reads := func(where, want string, spans []article.Span) {
		if article.Join(text, spans) != want {
			bad = append(bad, where+" does not read as its spans")
		}
	}
	for i := range ps {
		p := &ps[i]
		where := p.ID
		if p.ID != "p"+strconv.Itoa(i+1) {
			bad = append(bad, where+" is out of order")
		}
		if !slices.Contains(article.Stances, p.Stance) || p.Polarity != p.Stance.Polarity() {
			bad = append(bad, where+" has a sign that is not its stance's")
		}
		if p.Holder == nil || p.Holder.Text == "" && p.Target.Type != article.TargetUnspecified {
			bad = append(bad, where+" has no holder")
			continue
		}
		reads(where+" holder", p.Holder.Text, p.Holder.Spans)
		reads(where+" target", p.Target.Text, p.Target.Spans)
		reads(where+" cue", p.Cue.Text, p.Cue.Spans)
		reads(where+" statement", p.Statement.Text, p.Statement.Spans)
		if p.Target.Actor != "" && p.Target.Type != article.TargetActor {
			bad = append(bad, where+" names an actor that is no target")
		}
		if p.Target.Actor != "" && p.Target.Actor == p.Holder.Actor {
			bad = append(bad, where+" stands towards itself")
		}
		for _, w := range []*article.Words{p.Hedge, p.Condition} {
			if w != nil {
				reads(where+" hedge or condition", w.Text, w.Spans)
			}
		}
		for _, q := range p.Quotes {
			if n, err := strconv.Atoi(strings.TrimPrefix(q, "q")); err != nil || n < 1 || n > len(in.Quotes) {
				bad = append(bad, where+" names no quote: "+q)
			}
		}
		if p.Rule == "" || len(p.Features) == 0 || p.Confidence <= 0 || p.Confidence > 1 {
			bad = append(bad, where+" does not say what drew it")
		}
		if s := p.Statement.Spans[0].Start; s < last {
			bad = append(bad, where+" stands before the one before it")
		} else {
			last = s
		}
	}
	return bad
}

func FuzzFind(f *testing.F) {
	for _, text := range caseTexts(f) {
		f.Add(text)
	}
	f.Add("\"We condemn Chile\n\n\"and Peru,\" they said.")
	f.Fuzz(func(t *testing.T, text string) {
		if !valid(text) {
			t.Skip()
		}
		in := input(text)
		for _, b := range invariants(in, positions(in)) {
			t.Error(b)
		}
	})
}

func valid(s string) bool { return strings.ToValidUTF8(s, "") == s && !strings.Contains(s, "\r") }

// TestInvariants checks the cases, joined to one long text, and that the same
// input gives the same positions.
func TestInvariants(t *testing.T) {
	in := input(strings.Join(caseTexts(t), "\n\n"))
	ps := positions(in)
	if len(ps) < 50 {
		t.Errorf("only %d positions in all cases", len(ps))
	}
	for _, b := range invariants(in, ps) {
		t.Error(b)
	}
	again := positions(in)
	for i := range ps {
		if line(in, &ps[i]) != line(in, &again[i]) {
			t.Errorf("read twice, %q is %q", line(in, &ps[i]), line(in, &again[i]))
		}
	}
}

// TestLexicon checks the stance tables: known stances, slots and notes.
func TestLexicon(t *testing.T) {
	for _, table := range []*lexicon.Table{verbTable(), nounTable(), restTable()} {
		for _, row := range table.Rows() {
			checkRow(t, table.Name, string(row))
		}
	}
	for _, row := range restTable().Rows() {
		if w, _, _ := strings.Cut(row.Key(), " "); row.Field(1) == "p" && !opensPhrase(w) {
			t.Errorf("opensPhrase does not know the first word of %q", row)
		}
	}
	for _, row := range wordTable().Rows() {
		if kindNames[row.Field(1)] == 0 {
			t.Errorf("unknown kind in %q", row)
		}
	}
	seen := map[article.Stance]bool{}
	for _, row := range verbTable().Rows() {
		seen[article.Stance(row.Field(2))] = true
	}
	for _, s := range article.Stances {
		if !seen[s] {
			t.Errorf("no verb for %s", s)
		}
	}
}

func checkRow(t *testing.T, name, row string) {
	f := strings.Split(row, "\t")
	if len(f) != 8 || len(f[1]) != 1 || !strings.Contains("vnrap", f[1]) {
		t.Errorf("%s: malformed %q", name, row)
		return
	}
	if !slices.Contains(article.Stances, article.Stance(f[2])) {
		t.Errorf("%s: unknown stance in %q", name, row)
	}
	for _, n := range strings.Fields(f[7]) {
		if _, ok := flagNames[n]; !ok && n != "-" {
			t.Errorf("%s: unknown note %q in %q", name, n, row)
		}
	}
}

// prose is news without positions, to space the cases as an article does.
const prose = " The harbour lies an hour north of the old town, where the road from the lakes meets the coast. " +
	"About forty people live there through the winter, and most of them work on the ferries or in the two small yards. " +
	"On Wednesday the first snow of the year fell, and by the evening the water in the inner basin was white. " +
	"The next boat is due on Friday morning, with timber from the islands and letters for the school."

// BenchmarkFind reads an article with a position in about every fifth sentence.
func BenchmarkFind(b *testing.B) {
	in := input(strings.Repeat(strings.Join(caseTexts(b), prose+"\n\n"), 2))
	b.SetBytes(int64(len(in.Doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(in)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load()
	}
}

// BenchmarkLong: time grows linearly with a paragraph that says one thing over
// and over.
func BenchmarkLong(b *testing.B) {
	for _, n := range []int{1, 2, 4, 8} {
		in := input(strings.Repeat("Ada Brenn of Norland said that Chile condemned the dockers' union. ", 500*n))
		b.Run(strings.Repeat("x", n), func(b *testing.B) {
			b.SetBytes(int64(len(in.Doc.Text)))
			for b.Loop() {
				Find(in)
			}
		})
	}
}

// TestThorough: the sentences that Find leaves, because no cue can stand in them,
// hold no position.
func TestThorough(t *testing.T) {
	texts := append(caseTexts(t), strings.Join(caseTexts(t), prose+"\n\n"))
	for _, x := range rules {
		texts = append(texts, x.Example, x.Counter)
	}
	for _, text := range texts {
		in := input(text)
		r := newReader(in)
		r.thorough = true
		for s := range in.Doc.Sentences {
			r.sentence(s)
		}
		want, got := merge(r.found), positions(in)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q is read as\n%+v\nbut to its end as\n%+v", text, got, want)
		}
	}
}
