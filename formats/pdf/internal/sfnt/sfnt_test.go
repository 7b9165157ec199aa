package sfnt

import (
	"bytes"
	"os"
	"testing"
)

func face(t testing.TB, name string) []byte {
	b, err := os.ReadFile("../../fonts/" + name + ".ttf")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

var names = Names{Family: "Test Face", Style: "Regular", Copyright: "nobody", License: "none"}

// TestSubset cuts a face down and reads the result back.
func TestSubset(t *testing.T) {
	full, err := Parse(face(t, "serif-italic"))
	if err != nil {
		t.Fatal(err)
	}
	runes := []rune("Ärger мир Ngọc −fi")
	cut := full.Subset(runes, names)
	small, err := Parse(cut)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range runes {
		a, b := full.Glyph(r), small.Glyph(r)
		if b == 0 || full.Advance(a) != small.Advance(b) {
			t.Errorf("%q: shape %d, width %d; in the subset %d, %d", r, a, full.Advance(a), b, small.Advance(b))
		}
		if len(parts(full.outline(a))) != len(parts(small.outline(b))) {
			t.Errorf("%q lost a part", r)
		}
	}
	if small.Glyph('Z') != 0 {
		t.Error("the subset has a shape that nobody asked for")
	}
	if small.Glyph(Mark) == 0 {
		t.Error("the subset lacks the mark")
	}
	if !bytes.Equal(cut, full.Subset(runes, names)) {
		t.Error("two cuts differ")
	}
	if len(cut) > len(face(t, "serif-italic"))/5 {
		t.Errorf("the subset has %d bytes", len(cut))
	}
}

func TestBroken(t *testing.T) {
	good := face(t, "sans")
	for _, bad := range [][]byte{nil, []byte("wOFF"), good[:11], good[:400], good[:len(good)-4000]} {
		if _, err := Parse(bad); err == nil {
			t.Errorf("%d bytes of a face were taken", len(bad))
		}
	}
	if _, err := Unwrap(good); err == nil {
		t.Error("an unwrapped face was taken for WOFF")
	}
}

// FuzzSubset changes a face at one place: whatever it is then, reading and
// cutting it does not fail.
func FuzzSubset(f *testing.F) {
	full, err := Parse(face(f, "sans"))
	if err != nil {
		f.Fatal(err)
	}
	base := full.Subset([]rune("aÄж−"), names)
	f.Add(40, byte(0xFF), byte(0xFF))
	f.Add(600, byte(0x80), byte(0))
	f.Fuzz(func(t *testing.T, at int, x, y byte) {
		if at < 0 || at+1 >= len(base) {
			t.Skip()
		}
		b := bytes.Clone(base)
		b[at], b[at+1] = x, y
		font, err := Parse(b)
		if err != nil {
			return
		}
		if _, err := Parse(font.Subset([]rune("aÄж−"), names)); err != nil {
			t.Errorf("the subset is broken: %v", err)
		}
	})
}
