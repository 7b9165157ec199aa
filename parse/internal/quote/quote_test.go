package quote

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

var update = flag.Bool("update", false, "rewrite the expected part of the cases")

// read runs the stages over text: paragraphs are parted by blank lines, "# "
// opens a title, "> " a block quotation.
func read(text string) (*token.Doc, []Quote) {
	var b strings.Builder
	var blocks []article.Block
	var all []int
	for i, para := range strings.Split(strings.TrimSpace(text), "\n\n") {
		kind := article.BlockParagraph
		if rest, ok := strings.CutPrefix(para, "# "); ok {
			kind, para = article.BlockTitle, rest
		} else if rest, ok := strings.CutPrefix(para, "> "); ok {
			kind, para = article.BlockBlockquote, rest
		}
		if i > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(strings.ReplaceAll(para, "\n", " "))
		blocks = append(blocks, article.Block{Kind: kind, Span: article.Span{Start: start, End: b.Len()}})
		all = append(all, i)
	}
	d := token.Split(b.String(), blocks, all)
	tags := tag.Tags(d)
	marks := quotemark.Find(d, tags)
	return d, Find(d, tags, marks, mention.Find(d, tags, marks))
}

// dump is the text with every quote marked in it, after a line a quote with its
// kind, rule and cue: {q1 what is said}, {s1 the speaker}, {c1 the cue}, {v1 the
// carrier}, {a1 the addressee}, {t1 when}.
func dump(d *token.Doc, qs []Quote) string {
	var b strings.Builder
	var marks []mark
	for i, q := range qs {
		fmt.Fprintf(&b, "%d %s %s %s\n", i+1, q.Kind, q.Rule, q.CueLemma)
		add := func(role string, s article.Span) {
			if s.Len() > 0 {
				marks = append(marks, mark{s, fmt.Sprintf("{%s%d ", role, i+1)})
			}
		}
		words := func(role string, s *Source) {
			if s != nil {
				add(role, d.Span(int(s.First), int(s.End)))
			}
		}
		for _, s := range q.Spans {
			add("q", s)
		}
		words("s", q.Speaker)
		words("v", q.Via)
		words("a", q.Addressee)
		add("c", d.Span(int(q.CueFirst), int(q.CueEnd)))
		add("t", q.Said)
	}
	b.WriteString(inText(d.Text, marks))
	b.WriteString("\n")
	return b.String()
}

type mark struct {
	span  article.Span
	label string
}

// inText is the text with the marks in it; of two that start together the longer
// one opens first.
func inText(text string, marks []mark) string {
	slices.SortStableFunc(marks, func(a, b mark) int {
		if a.span.Start != b.span.Start {
			return a.span.Start - b.span.Start
		}
		return b.span.End - a.span.End
	})
	closing := map[int]int{}
	for _, m := range marks {
		closing[m.span.End]++
	}
	var b strings.Builder
	k := 0
	for i := 0; i <= len(text); i++ {
		b.WriteString(strings.Repeat("}", closing[i]))
		for ; k < len(marks) && marks[k].span.Start == i; k++ {
			b.WriteString(marks[k].label)
		}
		if i < len(text) {
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

// TestCases: each file of testdata/*.txtar holds pairs NAME and NAME.want; the
// cases named "none: …" hold no one's words.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	cases := 0
	for _, file := range files {
		arc, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out []txtar.File
		for i := 0; i < len(arc.Files); i++ {
			in := arc.Files[i]
			if strings.HasSuffix(in.Name, ".want") {
				continue
			}
			want := ""
			if i+1 < len(arc.Files) && arc.Files[i+1].Name == in.Name+".want" {
				want = string(arc.Files[i+1].Data)
			}
			d, qs := read(string(in.Data))
			got := dump(d, qs)
			if none := strings.HasPrefix(in.Name, "none: "); none != (len(qs) == 0) && !*update {
				t.Errorf("%s: %s: %d quotes", file, in.Name, len(qs))
			}
			cases++
			out = append(out, in, txtar.File{Name: in.Name + ".want", Data: []byte(got)})
			if got != want && !*update {
				t.Errorf("%s: %s\n got:\n%s\nwant:\n%s", file, in.Name, got, want)
			}
		}
		if *update {
			arc.Files = out
			if err := os.WriteFile(file, txtar.Format(arc), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	const least = 150
	if cases < least {
		t.Errorf("%d cases, at least %d", cases, least)
	}
}

// TestRules: every rule fires on its example and not on its counter-example,
// and no two share a name.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range append(append([]rule{}, rules...), looseRules[:]...) {
		if seen[r.Name] || r.Reason == "" || r.Confidence <= 0 || r.Confidence > 1 {
			t.Errorf("rule %q: used twice, or without a reason or confidence", r.Name)
		}
		seen[r.Name] = true
		if !fires(r.Name, r.Example) {
			d, qs := read(r.Example)
			t.Errorf("%s does not fire on %q, which gives\n%s", r.Name, r.Example, dump(d, qs))
		}
		if fires(r.Name, r.Counter) {
			t.Errorf("%s fires on %q", r.Name, r.Counter)
		}
	}
}

func fires(name, text string) bool {
	_, qs := read(text)
	for _, q := range qs {
		if q.Rule == name {
			return true
		}
	}
	return false
}

// FuzzFind: any text gives quotes whose spans lie in it, in order.
func FuzzFind(f *testing.F) {
	for _, r := range append(append([]rule{}, rules...), looseRules[:]...) {
		f.Add(r.Example)
		f.Add(r.Counter)
	}
	f.Add("\"000a 0 b,\"")
	f.Add("\"“a\n\n“b\n\n”\" said X: \"")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		d, qs := read(text)
		last := -1
		for _, q := range qs {
			if len(q.Spans) == 0 || q.Spans[0].Start < last {
				t.Fatalf("quote without words or out of order: %+v", q)
			}
			last = q.Spans[0].Start
			at := -1
			for _, s := range q.Spans {
				if s.Start < at || s.Start >= s.End || s.End > len(d.Text) {
					t.Fatalf("span %v of %q", s, d.Text)
				}
				at = s.End
			}
			if q.Rule == "" || len(q.Features) == 0 || q.Confidence < 0 || q.Confidence > 1 || q.First >= q.End {
				t.Fatalf("quote %+v", q)
			}
		}
	})
}

// prepared is a text with what the stages before this one made of it.
type prepared struct {
	d     *token.Doc
	tags  []tag.Tag
	marks *quotemark.Set
	men   *mention.Set
}

func prepare(text string) prepared {
	d, _ := read(text)
	tags := tag.Tags(d)
	marks := quotemark.Find(d, tags)
	return prepared{d, tags, marks, mention.Find(d, tags, marks)}
}

// bench finds the quotes of all texts again and again.
func bench(b *testing.B, texts ...string) {
	size := 0
	var list []prepared
	for _, t := range texts {
		list = append(list, prepare(t))
		size += len(t)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range list {
			Find(p.d, p.tags, p.marks, p.men)
		}
	}
}

const news = "\"We regret the walkout, but the door is open,\" Brenn told reporters in Halmsund on Wednesday, according to the Coastal News Agency. The minister said that the talks would go on, and the union accused the ministry of breaking its word.\n\nThe hall was empty.\n\n"

// BenchmarkFind reads the articles of the folder DOSSIER_BENCH names, or a
// built-in text.
func BenchmarkFind(b *testing.B) {
	texts := []string{strings.Repeat(news, 40)}
	if files, _ := filepath.Glob(filepath.Join(os.Getenv("DOSSIER_BENCH"), "*.txt")); os.Getenv("DOSSIER_BENCH") != "" {
		texts = nil
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			texts = append(texts, string(data))
		}
	}
	bench(b, texts...)
}

// BenchmarkLength: time grows linearly with the article, also where marks stay
// open or reports nest.
func BenchmarkLength(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"news", news}, {"one paragraph", strings.ReplaceAll(news, "\n\n", " ")},
		{"unclosed", "“He said that "}, {"nested", "he said that she said that "}, {"turns", "BRENN: The door is open to all.\n\n"},
		{"loose", "“The door is open to all of us.” The hall, which “nobody had left so far” fell. "}, {"asked", "How do you do?\n\nI do well, Brenn.\n\n"},
	} {
		for _, n := range []int{1, 2, 4} {
			b.Run(fmt.Sprintf("%s x%d", c.name, n), func(b *testing.B) {
				bench(b, strings.Repeat(c.text, n*(1<<16)/len(c.text)))
			})
		}
	}
}
