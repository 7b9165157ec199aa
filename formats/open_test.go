package formats

import (
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf16"
)

// TestErrors gives each way in which a file fails: the cause and the message.
func TestErrors(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		opts      Options
		cause     error
		message   string
	}{
		{"a.txt", "", Options{}, ErrEmpty, "empty file"},
		{"a.txt", "\n \t\r\n", Options{}, ErrEmpty, "empty file: nothing but white space"},
		{"a.md", "\ufeff", Options{}, ErrEmpty, "empty file: nothing but white space"},
		{"a.jsonl", "\n\n", Options{Format: "jsonl"}, ErrEmpty, "empty file: nothing but white space"},
		{"a.txt", "words", Options{Format: "wrod"}, ErrUnknown, `unknown format "wrod"`},
		{"a.txt", "PK\x03\x04\x00\x00", Options{}, ErrBinary, "binary file (ZIP archive or office document)"},
		{"a.txt", "PK\x03\x04\x00\x00", Options{Format: "text"}, ErrBinary, "binary file (ZIP archive or office document)"},
		{"a", strings.Repeat("\x00\x01\x02\x03\xff", 99), Options{}, ErrBinary, "binary file (no text)"},
		{"a.pdf", "%PDF-1.4\n", Options{}, ErrBroken, "broken file: no PDF document: no page was found"},
		{"a.txt", "more than ten bytes", Options{MaxBytes: 10}, ErrTooLarge, "file too large: more than 10 bytes"},
		{"a.md", strings.Repeat("x", 2<<10), Options{MaxBytes: 1 << 10}, ErrTooLarge, "file too large: more than 1 KB"},
		{"a.json", `{"schema":"dossier/1","id":1}`, Options{}, ErrBroken, `broken file: field "id": unexpected number`},
		{"a.json", `[1, 2]`, Options{}, ErrBroken, `broken file: unexpected array, not an object`},
		{"a.json", `{"text":`, Options{Format: "json"}, ErrBroken, "broken file: the file ends inside a JSON object"},
	} {
		err := firstError(c.name, c.raw, c.opts)
		if !errors.Is(err, c.cause) || err.Error() != c.message {
			t.Errorf("%s %.20q: got %v, want %s", c.name, c.raw, err, c.message)
		}
	}
}

func firstError(name, raw string, opts Options) error {
	_, seq, err := Open(Input{Name: name, Reader: strings.NewReader(raw)}, opts)
	if err != nil {
		return err
	}
	for _, err := range seq {
		if err != nil {
			return err
		}
	}
	return nil
}

// TestDetect names the format of a file by its content first, its name second.
func TestDetect(t *testing.T) {
	const canon = `{"schema":"dossier/1","id":"x","text":"a"}`
	for _, c := range []struct{ name, raw, want string }{
		{"a.txt", "# Head\n\nwords", "text"},
		{"a", "# Head\n\nwords", "text"},
		{"", "words", "text"},
		{"a.unknown", "words", "text"},
		{"a.md", "words", "markdown"},
		{"A.Markdown", "words", "markdown"},
		{"a.txt", "---\ntitle: x\n---\nwords", "markdown"},
		{"a.txt", "---\nwords: of a pull-quote\n", "text"},
		{"a.txt", canon, "json"},
		{"a.ndjson", canon + "\n", "ndjson"},
		{"a.json", canon + "\n" + canon, "ndjson"},
		{"a.txt", "\ufeff" + canon, "json"},
		{"a.txt", `{"id":"1","text":"x"}`, "crawler"},
		{"a.json", `{"id":"1","text":"x"}`, "crawler"},
		{"a.json", `{"id":"1","text":"x"}` + "\n" + `{"id":"2","text":"x"}`, "jsonl"},
		{"a.txt", `[{"id":"1","content":"x"}]`, "crawler"},
		{"a.txt", `{"status":"ok","articles":[{"title":"a","content":"x"}]}`, "crawler"},
		{"a.json", `{"uri":"a","versioncreated":"2021","body_text":"x"}`, "ninjs"},
		{"a.ndjson", `{"id":"1","text":"x"}`, "jsonl"},
		{"a.jsonl", "{broken\n", "jsonl"},
		{"a.jsonl", `{"text":"` + strings.Repeat("x", headBytes), "jsonl"},
		{"a.json", `{"other":1}`, "json"},
		{"a.txt", "{not json}", "text"},
	} {
		f, _, err := Open(Input{Name: c.name, Reader: strings.NewReader(c.raw)}, Options{})
		if err != nil || f.Name != c.want {
			t.Errorf("%s %.30q: %v, %v, want %s", c.name, c.raw, f, err, c.want)
		}
	}
}

// TestSourceIsBase holds the paths of the machine out of the article.
func TestSourceIsBase(t *testing.T) {
	for _, name := range []string{"/home/user/a.txt", `C:\news\a.txt`, "a.txt"} {
		if a := readString(t, name, "words"); a.Source.Name != "a.txt" {
			t.Errorf("%s became %s", name, a.Source.Name)
		}
	}
	if a := readString(t, "-", "words"); a.Source.Name != "stdin" {
		t.Errorf("standard input became %s", a.Source.Name)
	}
}

// TestStream asks that a record is handed on before the next one is read, and
// that a line beyond the limit loses only itself.
func TestStream(t *testing.T) {
	r, w := io.Pipe()
	handedOn := make(chan bool)
	go func() {
		io.WriteString(w, `{"id":"one","text":"`+strings.Repeat("word ", headBytes/4)+`"}`+"\n")
		<-handedOn
		io.WriteString(w, `{"id":"long","text":"`+strings.Repeat("word ", headBytes)+`"}`+"\n")
		io.WriteString(w, `{"id":"two","text":"words"}`)
		w.Close()
	}()
	_, seq, err := Open(Input{Name: "a.jsonl", Reader: r}, Options{MaxBytes: 4 * headBytes})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for a, err := range seq {
		var lost *RecordError
		switch {
		case errors.As(err, &lost) && errors.Is(err, ErrTooLarge):
			got = append(got, "too large")
			if lost.Line != 2 {
				t.Errorf("lost line %d", lost.Line)
			}
		case err != nil:
			t.Fatal(err)
		default:
			got = append(got, a.ID)
			if a.ID == "one" {
				close(handedOn)
			}
		}
	}
	if s := strings.Join(got, ","); s != "one,too large,two" {
		t.Errorf("read %s", s)
	}
}

// TestStops asks that a reader stops when its caller does.
func TestStops(t *testing.T) {
	_, seq, err := Open(Input{Name: "a.jsonl", Reader: strings.NewReader(strings.Repeat(`{"text":"a"}`+"\n", 9))}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for range seq {
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("read %d records", n)
	}
}

// TestParsedAsItStands reads an article back as it was written.
func TestParsedAsItStands(t *testing.T) {
	a := readString(t, "a.md", "# Head\n\nBody *text*.\n")
	raw, err := a.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	f, seq, err := Open(Input{Name: "a.json", Reader: strings.NewReader(string(raw))}, Options{})
	if err != nil || !f.Parsed {
		t.Fatal(f, err)
	}
	for b, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		again, _ := b.MarshalJSON()
		if string(again) != string(raw) {
			t.Errorf("read back as %s", again)
		}
	}
}

// TestStrayNUL: one NUL does not make UTF-16 of a short text, wherever it stands.
func TestStrayNUL(t *testing.T) {
	const text = "Title\n\n\"We go,\" said the mayor.\n"
	for i := range len(text) {
		raw := []byte(text[:i] + "\x00" + text[i:])
		if kind := wideKind(raw); kind != "" {
			t.Errorf("%q: taken for %s", raw, kind)
		}
		if kind := binaryKind(raw); kind != "" {
			t.Errorf("%q: taken for binary: %s", raw, kind)
		}
	}
	for _, s := range []string{text, "Мэр сказал: «Мы идём».\n", "市長は「行く」と述べた。 OK\n"} {
		le, be := []byte{}, []byte{}
		for _, u := range utf16.Encode([]rune(s)) {
			le, be = append(le, byte(u), byte(u>>8)), append(be, byte(u>>8), byte(u))
		}
		if l, b := wideKind(le), wideKind(be); l != "utf-16le" || b != "utf-16be" {
			t.Errorf("%q: got %q and %q", s, l, b)
		}
	}
}
