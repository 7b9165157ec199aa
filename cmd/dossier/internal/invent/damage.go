package invent

import "bytes"

// Damage is a way in which a file can be worthless. What Do returns is no
// article for any reader.
type Damage struct {
	Name string
	Ext  string // of the file, with the dot
	Do   func(sound []byte) []byte
}

// Damages are ten different ways.
var Damages = []Damage{
	{"empty", ".txt", func([]byte) []byte { return nil }},
	{"blank", ".md", func([]byte) []byte { return bytes.Repeat([]byte(" \n"), 500) }},
	{"zeros", ".txt", func(b []byte) []byte { return make([]byte, len(b)) }},
	{"program", ".txt", prefix("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00")},
	{"picture", ".md", prefix("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01")},
	{"archive", ".txt", prefix("PK\x03\x04\x14\x00\x00\x00\x08\x00")},
	{"cut json", ".json", func(b []byte) []byte {
		return append([]byte(`{"schema": "dossier/1", "id": "x", "text": "`), b[:len(b)/2]...)
	}},
	{"hollow json", ".json", func([]byte) []byte {
		return []byte(`{"schema": "dossier/1", "id": "x", "text": "Short.", "title": "Long", "title_span": {"start": 0, "end": 400}}`)
	}},
	{"cut record", ".jsonl", func(b []byte) []byte {
		return append([]byte(`{"id": "x", "text": "`), bytes.ReplaceAll(b[:len(b)/2], []byte("\n"), nil)...)
	}},
	{"record without text", ".jsonl", func([]byte) []byte { return []byte(`{"id": "x", "text": null}` + "\n") }},
}

// prefix puts the first bytes of another kind of file before noise made of the
// article.
func prefix(magic string) func([]byte) []byte {
	return func(b []byte) []byte {
		out := []byte(magic)
		for _, c := range b {
			out = append(out, c^0xA5)
		}
		return out
	}
}
