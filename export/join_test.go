package export

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"dossier/article"
)

func shardOf(name, text string) Part {
	return Part{Name: name, Size: int64(len(text)), ReaderAt: strings.NewReader(text)}
}

// oneOutput is one output of articles.
func oneOutput(t testing.TB, f *Format, opts Options, list ...*article.Article) string {
	t.Helper()
	var b bytes.Buffer
	w := f.Open(&b, opts)
	for _, a := range list {
		if err := w.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestJoin: joining the outputs of parts gives the output of the whole, in every
// form, and what stands in two parts comes once.
func TestJoin(t *testing.T) {
	var list []*article.Article
	for _, name := range goldens["gathered"] {
		list = append(list, load(t, name))
	}
	for _, f := range Formats() {
		if f.Join == nil || f == SQLite { // whose order of pages is another; see TestSQLiteJoin
			continue
		}
		for form, opts := range map[string]Options{"plain": {}, "excel": {Excel: true, Delimiter: ';'}} {
			if f == Workbook && form != "plain" {
				continue // a workbook has no form
			}
			var b bytes.Buffer
			j, err := f.Join(&b, []Part{
				shardOf("1", oneOutput(t, f, opts, list[0], list[1])), shardOf("2", oneOutput(t, f, opts, list...)),
			})
			if err != nil || b.String() != oneOutput(t, f, opts, list...) || j.Twice == 0 || j.Items == 0 {
				t.Errorf("%s, %s: %v, %+v", f.Name, form, err, j)
			}
		}
	}
}

// TestJoinRefuses: what is no part, or not of one kind, is named.
func TestJoinRefuses(t *testing.T) {
	a := load(t, "tram")
	table, lines := oneOutput(t, CSV, Options{}, a), oneOutput(t, NDJSON, Options{}, a)
	for _, c := range []struct {
		f     *Format
		parts []Part
		want  string
	}{
		{CSV, []Part{shardOf("a", table), shardOf("b", oneOutput(t, CSV, Options{Delimiter: ';'}, a))}, "b cannot be joined: it has other columns"},
		{CSV, []Part{shardOf("a", "name,age\n")}, "a cannot be joined: it is no table"},
		{CSV, []Part{shardOf("a", "")}, "a cannot be joined: it is no table"},
		{CSV, []Part{shardOf("a", table), shardOf("b", table+`x,"cut`)}, "b cannot be joined: its last row is cut off"},
		{NDJSON, []Part{shardOf("a", lines), shardOf("b", lines+lines[:40])}, "b cannot be joined: line 2 is no article"},
		{NDJSON, []Part{shardOf("a", "{}\n")}, "line 1 is no article"},
		{Workbook, []Part{shardOf("a", "PK")}, "a cannot be joined"},
	} {
		_, err := c.f.Join(&bytes.Buffer{}, c.parts)
		if !errors.Is(err, ErrPart) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

// FuzzJoin: whatever a table holds, joined with itself it is itself without rows
// that come twice, and joined again it stays so.
func FuzzJoin(f *testing.F) {
	f.Add("a,b\nc,\"d\ne\"\n")
	f.Add("\"\"\"\n\"\r\n\n,\n")
	f.Fuzz(func(t *testing.T, rows string) {
		table := "article_id,quote_id\n" + rows
		var once, twice bytes.Buffer
		if _, err := joinTables(&once, []Part{shardOf("a", table)}); err != nil {
			if !errors.Is(err, ErrPart) {
				t.Fatal(err)
			}
			return
		}
		whole := once.String()
		if _, err := joinTables(&twice, []Part{shardOf("a", whole), shardOf("b", whole)}); err != nil || twice.String() != whole {
			t.Fatalf("%v\n%q\n%q", err, whole, &twice)
		}
	})
}
