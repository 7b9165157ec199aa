package pdf

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// TestVisual: stretches of either direction, and numbers in both.
func TestVisual(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"one direction", "אבג", "גבא"},
		{"the other", "abc 12", "abc 12"},
		{"a number in Hebrew", "אב 12 גד", "דג 12 בא"},
		{"a name in Hebrew", "אב Ada Moe גד", "דג Ada Moe בא"},
		{"Hebrew in English", "he said אב גד to me", "he said דג בא to me"},
		{"with a number in it", "he said אב 12 גד to me", "he said דג 12 בא to me"},
		{"with a number behind it", "he said אב 1,200.5 to me", "he said 1,200.5 בא to me"},
		{"a number at the end", "he said אב 12", "he said 12 בא"},
		{"brackets", "אב (גד)", "(דג) בא"},
	} {
		if got := visual(c.in, ByFirstLetter, strings.Clone); got != c.want {
			t.Errorf("%s: %+q is seen as %+q, want %+q", c.why, c.in, got, c.want)
		}
	}
}

// TestAlong: a line runs as its paragraph does, whatever it begins with.
func TestAlong(t *testing.T) {
	for _, c := range []struct {
		why   string
		along Direction
		in    string
		want  string
	}{
		{"a Latin name first", RightToLeft, "Coast Party אבג", "גבא Coast Party"},
		{"nothing but Latin", RightToLeft, "(Reuters).", ".(Reuters)"},
		{"a number first", RightToLeft, "12 אב", "בא 12"},
		{"Hebrew first in English", LeftToRight, "אב, he said.", "בא, he said."},
		{"the full stop", RightToLeft, "אב גד.", ".דג בא"},
		{"nothing", RightToLeft, "", ""},
	} {
		if got := visual(c.in, c.along, strings.Clone); got != c.want {
			t.Errorf("%s: %+q is seen as %+q, want %+q", c.why, c.in, got, c.want)
		}
	}
}

// TestDirection: only where something is turned does a paragraph have a direction.
func TestDirection(t *testing.T) {
	with, without := hebrew(t), &Doc{}
	for in, want := range map[string]Direction{
		"plain": ByFirstLetter, "12 ש words": RightToLeft, "(ש)": RightToLeft, "words ש": LeftToRight,
	} {
		if got := with.Direction(in); got != want {
			t.Errorf("%+q runs %v, want %v", in, got, want)
		}
		if got := without.Direction(in); got != ByFirstLetter {
			t.Errorf("without the face %+q runs %v", in, got)
		}
	}
}

// TestExtents finds the capitals of a line, which is then drawn with them marked.
func TestExtents(t *testing.T) {
	d := hebrew(t)
	at := func(st Style, words ...string) (w []float64) {
		for _, s := range words {
			w = append(w, d.Measure(st, s))
		}
		return w
	}
	for _, c := range []struct {
		why        string
		along      Direction
		in         string
		start, end int
		want       func(st Style) []Extent
	}{
		{"Latin", ByFirstLetter, "ab cd", 3, 5, func(st Style) []Extent {
			w := at(st, "ab ", "cd")
			return []Extent{{w[0], w[0] + w[1]}}
		}},
		{"the start of a Hebrew line stands at its right", RightToLeft, "שש שש", 0, 4, func(st Style) []Extent {
			w := at(st, "שש ", "שש")
			return []Extent{{w[0], w[0] + w[1]}}
		}},
		{"its end at the left", RightToLeft, "שש ש", 5, 7, func(st Style) []Extent {
			return []Extent{{0, at(st, "ש")[0]}}
		}},
		{"over both directions", LeftToRight, "ab שש cd", 1, 5, func(st Style) []Extent {
			w := at(st, "a", "ab ", "ש")
			return []Extent{{w[0], w[1]}, {w[1] + w[2], w[1] + 2*w[2]}}
		}},
		{"all of it", LeftToRight, "ab שש cd", 0, 10, func(st Style) []Extent {
			return []Extent{{0, at(st, "ab שש cd")[0]}}
		}},
	} {
		st := plainStyle
		st.Along = c.along
		got, want := d.Extents(st, c.in, c.start, c.end), c.want(st)
		same := len(got) == len(want)
		for i := range got {
			same = same && math.Abs(got[i].From-want[i].From) < 0.01 && math.Abs(got[i].To-want[i].To) < 0.01
		}
		if !same {
			t.Errorf("%s: %v, want %v", c.why, got, want)
		}
	}
}

// hebrew is a document with a face that has one letter of the script.
func hebrew(t *testing.T) *Doc {
	d, err := New("a4", withRune(t, sansFull, 'Ж', 'ש'))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// FuzzSeen holds that every byte of a line stands in one of its stretches, whatever
// way it runs, and that all of a line is as wide as the line.
func FuzzSeen(f *testing.F) {
	for _, s := range []string{"", "abc 12", "אב 12 גד", "he said אב 1,200.5 to me", "(אב)", "a\u2029ב", "\xff אב", "\u202eabc\u202c ש", "ש\n12"} {
		for along := range RightToLeft + 1 {
			f.Add(s, int(along))
		}
	}
	d := &Doc{}
	f.Fuzz(func(t *testing.T, s string, along int) {
		way := Direction(uint(along) % 3)
		list := seen(s, way)
		slices.SortFunc(list, func(x, y stretch) int { return x.start - y.start })
		at := 0
		for _, x := range list {
			if x.start != at || x.end < x.start {
				t.Fatalf("%q: a stretch from %d to %d, after one to %d", s, x.start, x.end, at)
			}
			at = x.end
		}
		if at != len(s) {
			t.Fatalf("%q: the stretches end at %d of %d", s, at, len(s))
		}
		st := plainStyle
		st.Along = way
		wide := 0.0
		for _, e := range d.Extents(st, s, 0, len(s)) {
			wide += e.To - e.From
		}
		if whole := d.Measure(st, s); math.Abs(wide-whole) > 0.01 {
			t.Errorf("%q is %.2f wide, its extents are %.2f", s, whole, wide)
		}
	})
}
