package batch

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestRecall: of the lines of a manifest, however long, none is lost or comes before
// its turn, whether it was known what is wanted when the reading began or not.
func TestRecall(t *testing.T) {
	var b strings.Builder
	b.WriteString(manifestHeader + "\n")
	var want []string
	for i := range 3000 {
		note := "n"
		if i%700 == 5 {
			note = strings.Repeat("n", i*blockSize/700)
		}
		fmt.Fprintf(&b, `{"input":"%d","record":%d,"notes":["%s"]}`+"\n\n", i%2, i, note)
		if i%2 == 1 {
			want = append(want, fmt.Sprint(i))
		}
	}
	path := filepath.Join(t.TempDir(), manifestName)
	for _, end := range []string{"", `{"input":"1","record":`, `{"input":"1","record":3001}`} {
		if err := os.WriteFile(path, []byte(b.String()+end), 0o666); err != nil {
			t.Fatal(err)
		}
		for _, early := range []bool{false, true} {
			m := newManifest(path)
			if early {
				m.begun = beginRecall(path)
			}
			if err := m.load(map[string]bool{"1": true}); err != nil {
				t.Fatal(err)
			}
			n := len(want) + strings.Count(end, "}")
			if lines := 3001 + min(1, len(end)); len(m.past) != n || m.lines != lines {
				t.Errorf("%d lines of %d that are wanted, %d of %d in all, begun early: %v", len(m.past), n, m.lines, lines, early)
			}
		}
	}
}

// TestRecallLeft: a reading that nobody wants to the end ends.
func TestRecallLeft(t *testing.T) {
	path := filepath.Join(t.TempDir(), manifestName)
	line := `{"input":"` + strings.Repeat("n", blockSize) + "\"}\n"
	if err := os.WriteFile(path, []byte(manifestHeader+"\n"+strings.Repeat(line, 2*blocksAhead)), 0o666); err != nil {
		t.Fatal(err)
	}
	r := beginRecall(path)
	<-<-r.blocks
	r.leave()
	n := 0
	for range r.blocks {
		n++
	}
	if n > 2*blocksAhead {
		t.Errorf("%d more blocks were read", n)
	}
}

// TestFoundAndChanged: an input that was read as it was found, and written to before
// its turn, is done again.
func TestFoundAndChanged(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	for _, name := range []string{"a.md", "b.md", "c.md"} {
		os.WriteFile(filepath.Join(in, name), []byte("Some text."), 0o666)
	}
	var told []string
	o := Options{Inputs: []string{in}, To: lookup([]string{"json"}), Dir: out, Resume: true, Events: func(e Event) {
		told = append(told, fmt.Sprint(filepath.Base(e.Input), " ", e.Same, " ", e.Err != nil))
	}}
	run(t, o)
	told = nil
	p, err := Prepare(o)
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join(in, "b.md"), []byte("Other text."), 0o666)
	os.Remove(filepath.Join(in, "c.md"))
	if _, err := p.Run(t.Context()); err != nil {
		t.Fatal(err)
	}
	if want := []string{"a.md true false", "b.md false false", "c.md false true"}; !slices.Equal(told, want) {
		t.Errorf("%q", told)
	}
	if rep := run(t, Options{Inputs: []string{filepath.Join(in, "b.md")}, To: o.To, Dir: out, Resume: true}); rep.Same != 1 {
		t.Errorf("%+v", rep)
	}
}
