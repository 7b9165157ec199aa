package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

func example(t testing.TB) *Article {
	t.Helper()
	b, err := os.ReadFile("testdata/example.json")
	if err != nil {
		t.Fatal(err)
	}
	var a Article
	if err := json.Unmarshal(b, &a); err != nil {
		t.Fatal(err)
	}
	return &a
}

// TestExample reads the example and writes it back to the same bytes.
func TestExample(t *testing.T) {
	a := example(t)
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
	want, _ := os.ReadFile("testdata/example.json")
	var got bytes.Buffer
	if err := a.Encode(&got); err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Error("the example does not come back byte for byte")
	}
	back(t, a)
}

// back asks that a survives both ways of writing it, and that both say the same.
func back(t *testing.T, a *Article) {
	t.Helper()
	want := a.Clone() // no nil arrays
	var line, indented bytes.Buffer
	if err := a.EncodeLine(&line); err != nil {
		t.Fatal(err)
	}
	if err := a.Encode(&indented); err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, indented.Bytes()); err != nil {
		t.Fatal(err)
	}
	if compact.String()+"\n" != line.String() {
		t.Error("one line and indented differ")
	}
	for _, b := range [][]byte{line.Bytes(), indented.Bytes()} {
		var got Article
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(&got, want) {
			t.Fatalf("read back differs:\n got %+v\nwant %+v", got, *want)
		}
	}
}

// TestEncodeLikeLibrary holds our encoder to the bytes of encoding/json.
func TestEncodeLikeLibrary(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		a := randomArticle(r)
		var ours, theirs bytes.Buffer
		if err := a.Encode(&ours); err != nil {
			t.Fatal(err)
		}
		c := a.Clone()
		points := pointsAt(a.Text)
		c.eachSpan(func(s *Span) {
			s.Start, _ = points(s.Start)
			s.End, _ = points(s.End)
		})
		enc := json.NewEncoder(&theirs)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		if err := enc.Encode((*plain)(c)); err != nil {
			t.Fatal(err)
		}
		if ours.String() != theirs.String() {
			t.Fatalf("ours:\n%s\ntheirs:\n%s", ours.String(), theirs.String())
		}
	}
}

func TestRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		back(t, randomArticle(r))
	}
}

// randomArticle fills every field of the schema with random but valid UTF-8
// and spans on character borders; it keeps no other invariant.
func randomArticle(r *rand.Rand) *Article {
	a := &Article{}
	text := randomText(r)
	fill(r, reflect.ValueOf(a).Elem(), text)
	a.Schema, a.Text = SchemaID, text
	return a
}

var alphabet = []rune("ab \"\\/\n\t<>&é—“”Żß中文שלום🚢𝒜\u2028\u0301\u0001\u007f\ufffd\U0010ffff")

func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(40) {
		b.WriteRune(alphabet[r.IntN(len(alphabet))])
	}
	return b.String()
}

func fill(r *rand.Rand, v reflect.Value, text string) {
	if s, ok := v.Addr().Interface().(*Span); ok {
		*s = randomSpan(r, text)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(r, v.Field(i), text)
		}
	case reflect.Pointer:
		if r.IntN(4) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem(), text)
		}
	case reflect.Slice:
		n := r.IntN(3)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(r, v.Index(i), text)
		}
	case reflect.String:
		v.SetString(randomText(r))
	case reflect.Int:
		v.SetInt(int64(r.IntN(2000) - 1000))
	case reflect.Float64:
		v.SetFloat(randomFloat(r))
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	}
}

func randomFloat(r *rand.Rand) float64 {
	return []float64{0, 1, -1, 0.98, 1e-9, -2.5e30, 1e21, 123456.789, math.SmallestNonzeroFloat64, r.Float64()}[r.IntN(10)]
}

func randomSpan(r *rand.Rand, text string) Span {
	at := func() int {
		i := r.IntN(len(text) + 1)
		for i < len(text) && !utf8.RuneStart(text[i]) {
			i++
		}
		return i
	}
	s := Span{at(), at()}
	return Span{min(s.Start, s.End), max(s.Start, s.End)}
}

// TestPoints counts by hand: spans of JSON are code points, not bytes or
// UTF-16 units.
func TestPoints(t *testing.T) {
	a := &Article{Schema: SchemaID, Text: "é🚢𝒜x"}
	a.TitleSpan = &Span{len("é🚢"), len("é🚢𝒜")}
	b, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b), `"title_span":{"start":2,"end":3}`) {
		t.Errorf("%s", b)
	}
	if got := a.Points()(len(a.Text)); got != 4 {
		t.Errorf("the text is %d points long, want 4", got)
	}
	if strings.Contains(string(b), ":null,\"blocks\"") || strings.Contains(string(b), "\"quotes\":null") {
		t.Error("an array is null")
	}
}

// TestEachSpan compares the list of where spans are with the types themselves.
func TestEachSpan(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 50 {
		a := randomArticle(r)
		want := countSpans(reflect.ValueOf(a).Elem())
		got := 0
		a.eachSpan(func(*Span) { got++ })
		if got != want {
			t.Fatalf("eachSpan visits %d spans, the article holds %d", got, want)
		}
	}
}

func countSpans(v reflect.Value) int {
	n := 0
	switch {
	case v.Type() == reflect.TypeFor[Span]():
		return 1
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			n += countSpans(v.Field(i))
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			n += countSpans(v.Index(i))
		}
	case v.Kind() == reflect.Pointer && !v.IsNil():
		return countSpans(v.Elem())
	}
	return n
}

func TestUnmarshalErrors(t *testing.T) {
	for name, in := range map[string]string{
		"no JSON":       `{`,
		"other schema":  `{"schema":"dossier/2","text":""}`,
		"no schema":     `{"text":""}`,
		"span too far":  `{"schema":"dossier/1","text":"é","title_span":{"start":0,"end":2}}`,
		"span reversed": `{"schema":"dossier/1","text":"abc","title_span":{"start":2,"end":1}}`,
		"span negative": `{"schema":"dossier/1","text":"abc","title_span":{"start":-1,"end":1}}`,
		"wrong type":    `{"schema":"dossier/1","text":7}`,
	} {
		var a Article
		if err := a.UnmarshalJSON([]byte(in)); !errors.Is(err, ErrSchema) {
			t.Errorf("%s: error %v", name, err)
		}
	}
	var a Article
	if err := json.Unmarshal([]byte(`{"schema":"dossier/1","text":"a","future":{"x":[1]}}`), &a); err != nil {
		t.Error("a field that is not known: ", err)
	}
}

func TestEncodeErrors(t *testing.T) {
	outside := &Article{Schema: SchemaID, Text: "ab", TitleSpan: &Span{0, 3}}
	if _, err := json.Marshal(outside); err == nil {
		t.Error("a span outside the text is written")
	}
	nan := &Article{Schema: SchemaID, Language: Language{Confidence: math.NaN()}}
	if _, err := json.Marshal(nan); err == nil {
		t.Error("NaN is written")
	}
}

// FuzzJSON: whatever decodes and keeps the invariants comes back the same.
func FuzzJSON(f *testing.F) {
	b, err := os.ReadFile("testdata/example.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte(`{"schema":"dossier/1","id":"x","text":"\ud800 é","language":{"confidence":1e-7}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var a Article
		if json.Unmarshal(b, &a) != nil || a.Validate() != nil {
			return
		}
		back(t, &a)
	})
}

func BenchmarkEncode(b *testing.B) {
	a := example(b)
	b.ReportAllocs()
	for b.Loop() {
		var buf bytes.Buffer
		if err := a.Encode(&buf); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(buf.Len()))
	}
}

func BenchmarkDecode(b *testing.B) {
	in, err := os.ReadFile("testdata/example.json")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		var a Article
		if err := json.Unmarshal(in, &a); err != nil {
			b.Fatal(err)
		}
	}
}
