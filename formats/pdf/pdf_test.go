package pdf

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"dossier/formats/pdf/internal/charset"
)

var plainStyle = Style{Face: Serif, Size: 10, Color: Hex("#161D27")}

func newDoc(t testing.TB) *Doc {
	d, err := New("a4", nil)
	if err != nil {
		t.Fatal(err)
	}
	d.Info = Info{Title: "A test (with \\ brackets)", Language: "en", Producer: "test", Date: time.Unix(0, 0).UTC()}
	return d
}

// sample is a document of three pages that uses everything.
func sample(t testing.TB, words string) *Doc {
	d := newDoc(t)
	for i := range 3 {
		p := d.AddPage()
		p.Bookmark(0, fmt.Sprintf("Page %d: %s", i+1, words), 20)
		p.Anchor(fmt.Sprintf("page%d", i+1), 20)
		p.Fill(20, 20, 50, 10, Hex("#F4F6F9"))
		p.Rule(20, 40, 100, 40, 0.5, Hex("#0F3D5E"))
		p.Ring(30, 50, 2, 0.5, Hex("#0F3D5E"))
		p.Link(20, 20, 50, 10, fmt.Sprintf("page%d", (i+1)%3+1))
		p.URL(20, 60, 10, 10, "https://example.org/a(b)")
		p.URL(20, 70, 10, 10, "javascript:alert(1)")
		for f := range faces {
			p.Text(20, 80+6*float64(f), Style{Face: f, Size: 9, Color: Hex("#2A3340"), Space: float64(f % 2)}, words)
		}
	}
	d.Attachments = []Attachment{{Name: "a.json", MediaType: "application/json", About: "test", Content: []byte(`{"a":1}`)}, {Name: "b.tsv", MediaType: "text/tab-separated-values", About: "another", Content: []byte("x\ty\n")}}
	return d
}

func written(t testing.TB, d *Doc) []byte {
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestFacesAreAlike holds the small faces to the widths of the full ones: both
// ways of writing must give one layout.
func TestFacesAreAlike(t *testing.T) {
	d := newDoc(t)
	for f := range faces {
		var def struct{ Cw []int }
		if err := json.Unmarshal(faceFiles[f].describes, &def); err != nil {
			t.Fatal(err)
		}
		for code, r := range charset.Runes() {
			if r == 0 || r == 0xA0 || r == 0xAD {
				continue
			}
			if loaded[f]().font.Glyph(r) == 0 {
				t.Errorf("%s has no shape for %q", faceNames[f], r)
			}
			if w := d.milli(f, r); w != def.Cw[code] {
				t.Errorf("%s: %q is %d wide in the full face, %d in the small one", faceNames[f], r, w, def.Cw[code])
			}
		}
	}
}

// TestFaceFiles checks what the licence and the size of the binary ask for.
func TestFaceFiles(t *testing.T) {
	total := 0
	reserved := utf16Text("Plex")[2:]
	for f, n := range faceFiles {
		for _, b := range [][]byte{n.full, n.small, n.describes} {
			if bytes.Contains(b, []byte("Plex")) || bytes.Contains(b, []byte(reserved)) {
				t.Errorf("%s bears the reserved name", faceNames[f])
			}
			total += len(b)
		}
	}
	if total > 1200<<10 {
		t.Errorf("the faces have %d bytes", total)
	}
}

func TestFacesHaveTheScripts(t *testing.T) {
	for _, s := range []string{
		"¶ – — “ ” ‘ ’ · + − ± = ? … → ▯", "Łukasz Żółw, Zoë, Đặng Thị Ngọc Hân, Þór, İstanbul", "Αθήνα, Ελλάδα", "Жёлтый щит Україна ґанок",
	} {
		if n := newDoc(t).Shapeless(s); n > 0 {
			t.Errorf("%d characters of %q have no shape", n, s)
		}
	}
	if n := newDoc(t).Shapeless("中 🚢 ע"); n != 3 {
		t.Errorf("%d characters without a shape, want 3", n)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text, want string // lines parted by |
		width      float64
	}{
		{"", "", 20},
		{"one", "one", 20},
		{"one two three four", "one two|three four", 18},
		{"one\ntwo", "one|two", 50},
		{"one\n\n  two ", "one|two", 50},
		{"a well-known thing", "a well-|known|thing", 12},
		{"Donaudampfschifffahrt", "Donaudam|pfschifffah|rt", 19},
		{"one  two", "one|two", 8},
		{"中文中文中文", "中文中|文中文", 6.5},
		{"−5\u00a0°C at", "−5\u00a0°C|at", 11},
	} {
		d := newDoc(t)
		var got []string
		for _, l := range d.Wrap(plainStyle, c.text, c.width) {
			got = append(got, c.text[l.Start:l.End])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q at %v: %s, want %s", c.text, c.width, s, c.want)
		}
	}
}

func TestFit(t *testing.T) {
	d := newDoc(t)
	for _, s := range []string{"short", "a longer text that has to be cut somewhere", strings.Repeat("x", 90)} {
		got := d.Fit(plainStyle, s, 30)
		if w := d.Measure(plainStyle, got); w > 30 {
			t.Errorf("%q is %.1f wide", got, w)
		}
		if got != s && !strings.HasSuffix(got, "…") {
			t.Errorf("%q is cut without a mark", got)
		}
	}
}

func TestRuns(t *testing.T) {
	d := newDoc(t)
	bold := plainStyle
	bold.Face = SerifSemiBold
	runs := []Run{{bold, "Someone said: "}, {plainStyle, "that it goes on, and on, and on, until nobody listens"}, {bold, "!"}}
	lines := d.WrapRuns(runs, 40)
	var all []string
	for _, l := range lines {
		if w := d.measureRuns(l); w > 40 {
			t.Errorf("line %v is %.1f wide", l, w)
		}
		line := ""
		for _, r := range l {
			line += r.Text
		}
		all = append(all, line)
	}
	if got := strings.Join(all, " "); got != "Someone said: that it goes on, and on, and on, until nobody listens!" {
		t.Errorf("words were lost: %s", got)
	}
	if fit := d.FitRuns(runs, 40, 2); len(fit) != 2 || !strings.HasSuffix(fit[1][len(fit[1])-1].Text, "…") {
		t.Errorf("two lines of it are %v", fit)
	}
}

func TestWriteTwiceTheSame(t *testing.T) {
	for _, words := range []string{"Plain − “words”", "Слова και λέξεις"} {
		if !bytes.Equal(written(t, sample(t, words)), written(t, sample(t, words))) {
			t.Errorf("%s: two runs differ", words)
		}
	}
}

// TestWays checks which way each text takes.
func TestWays(t *testing.T) {
	for words, unicodeWay := range map[string]bool{
		"Plain": false, "“Zoë” − ±5 €": false, "🚢 none of the faces": false, "Łukasz": true, "Слово": true,
	} {
		if got := bytes.Contains(written(t, sample(t, words)), []byte("/Identity-H")); got != unicodeWay {
			t.Errorf("%q took the Unicode way: %v", words, got)
		}
	}
}

// TestTargets checks that every link and bookmark leads to a page, although an
// attachment is there, and that only safe addresses do lead out.
func TestTargets(t *testing.T) {
	out := written(t, sample(t, "Words"))
	dests := regexp.MustCompile(`/Dest \[(\d+) 0 R`).FindAllSubmatch(out, -1)
	if len(dests) != 6 {
		t.Fatalf("%d targets, want 6", len(dests))
	}
	for _, m := range dests {
		if !bytes.Contains(out, []byte("\n"+string(m[1])+" 0 obj\n<</Type /Page\n")) {
			t.Errorf("object %s is no page", m[1])
		}
	}
	if bytes.Contains(out, []byte("javascript")) || bytes.Count(out, []byte("/URI (https://example.org/a\\(b\\))")) != 3 {
		t.Error("an address is wrong")
	}
}

// TestOffsets reads the table of offsets and looks for the objects there.
func TestOffsets(t *testing.T) {
	out := written(t, sample(t, "Words"))
	tail, err := readTail(bytes.Replace(out, []byte("/Names <<"), []byte("/Names <<"), 1))
	if err != nil && tail.size == 0 {
		t.Fatal(err)
	}
	at, _ := number(out, "\nstartxref\n")
	rows := strings.Split(string(out[at:]), "\n")
	for n, row := range rows[3 : len(rows)-10] {
		var offset int
		fmt.Sscanf(row, "%d", &offset)
		if want := fmt.Sprintf("%d 0 obj", n+1); !bytes.HasPrefix(out[offset:], []byte(want)) {
			t.Errorf("no object %d at %d", n+1, offset)
		}
	}
}

func TestDangling(t *testing.T) {
	d := sample(t, "Words")
	d.Pages()[0].Link(0, 0, 1, 1, "nowhere")
	if got := d.Dangling(); len(got) != 1 || got[0] != "nowhere" {
		t.Errorf("dangling: %v", got)
	}
}

// TestSpare gives a face of our own as the user's and draws what only it has.
func TestSpare(t *testing.T) {
	ttf := withRune(t, sansFull, 'Ж', 'ש')
	d, err := New("letter", ttf)
	if err != nil {
		t.Fatal(err)
	}
	if n := d.Shapeless("שש and 中"); n != 1 {
		t.Errorf("%d characters without a shape, want 1", n)
	}
	d.AddPage().Text(20, 20, plainStyle, "a שש b")
	if out := written(t, d); !bytes.Contains(out, []byte(spareFamily)) {
		t.Error("the user's face is not in the document")
	}
	for _, bad := range [][]byte{[]byte("no font"), ttf[:100], ttf[:len(ttf)/2], []byte("OTTO00000000")} {
		if _, err := New("a4", bad); err == nil {
			t.Error("a broken face was taken")
		}
	}
}

// withRune makes a face in which the shape of one character serves another.
func withRune(t *testing.T, ttf []byte, from, to rune) []byte {
	out := bytes.Clone(ttf)
	at := bytes.Index(out, []byte("cmap"))
	cmap := out[binary.BigEndian.Uint32(out[at+8:]):]
	sub := cmap[binary.BigEndian.Uint32(cmap[8:]):]
	n := int(binary.BigEndian.Uint16(sub[6:])) / 2
	for i := range n {
		end, start := sub[14+2*i:], sub[16+2*n+2*i:]
		if binary.BigEndian.Uint16(end) >= 0xFB00 { // a segment near the end may move
			delta := sub[16+4*n+2*i:]
			glyph := newMetrics(ttf).font.Glyph(from)
			binary.BigEndian.PutUint16(end, uint16(to))
			binary.BigEndian.PutUint16(start, uint16(to))
			binary.BigEndian.PutUint16(delta, uint16(glyph-int(to)))
			return sorted(out, sub, n, i)
		}
	}
	t.Fatal("no segment to move")
	return nil
}

// sorted moves segment i to where its character belongs.
func sorted(out, sub []byte, n, i int) []byte {
	for ; i > 0 && binary.BigEndian.Uint16(sub[14+2*i:]) < binary.BigEndian.Uint16(sub[14+2*i-2:]); i-- {
		for _, base := range []int{14, 16 + 2*n, 16 + 4*n} {
			a, b := sub[base+2*i-2:base+2*i], sub[base+2*i:base+2*i+2]
			x, y := binary.BigEndian.Uint16(a), binary.BigEndian.Uint16(b)
			binary.BigEndian.PutUint16(a, y)
			binary.BigEndian.PutUint16(b, x)
		}
	}
	return out
}

func TestUTF16(t *testing.T) {
	got := []byte(utf16Text("é🚢"))
	want := []byte{0xFE, 0xFF}
	for _, u := range utf16.Encode([]rune("é🚢")) {
		want = binary.BigEndian.AppendUint16(want, u)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("% x, want % x", got, want)
	}
}

// FuzzWrap holds what wrapping promises: all words, in order, in lines that fit.
func FuzzWrap(f *testing.F) {
	f.Add("one two-three\nfour 中文 five", 20.0)
	f.Add(strings.Repeat("x", 50), 3.0)
	f.Add("שלום \u200b\u00ad🚢 −", 9.0)
	f.Fuzz(func(t *testing.T, s string, width float64) {
		if !utf8.ValidString(s) || !(width > 1 && width < 1e6) || len(s) > 4000 {
			t.Skip()
		}
		d := newDoc(t)
		var got strings.Builder
		last := 0
		for _, l := range d.Wrap(plainStyle, s, width) {
			if l.Start < last || l.End <= l.Start {
				t.Fatalf("line %v after byte %d", l, last)
			}
			last = l.End
			words := s[l.Start:l.End]
			got.WriteString(words)
			if l.Width > width+1e-6 && inked(d, words) > 1 {
				t.Errorf("%q is %.2f wide, more than %.2f", words, l.Width, width)
			}
		}
		if a, b := noSpace(got.String()), noSpace(s); a != b {
			t.Errorf("wrapped %q, given %q", a, b)
		}
		p := d.AddPage()
		p.Text(20, 20, plainStyle, s)
		p.Bookmark(0, s, 20)
		d.Info.Title = s
		if err := d.Write(new(bytes.Buffer)); err != nil {
			t.Error(err)
		}
	})
}

func inked(d *Doc, s string) (n int) {
	for _, r := range s {
		if d.milli(plainStyle.Face, r) > 0 {
			n++
		}
	}
	return n
}

func noSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func BenchmarkLatin(b *testing.B)   { benchmarkWrite(b, "Plain “words” −") }
func BenchmarkUnicode(b *testing.B) { benchmarkWrite(b, "Слова και λέξεις") }

func benchmarkWrite(b *testing.B, words string) {
	for b.Loop() {
		written(b, sample(b, words))
	}
}
