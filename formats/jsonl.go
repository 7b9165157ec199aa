package formats

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"

	"dossier/article"
)

// JSONL reads records of articles, one a line, in constant memory. Raw ranges
// count bytes of the file and go through the escapes of the JSON string; the
// source's bytes and sha256 are those of the record's line, as a stream is never
// held whole.
var JSONL = register(&Format{
	Name:       "jsonl",
	Aliases:    []string{"jsonlines"},
	Extensions: []string{".jsonl", ".ndjson"},
	MediaType:  "application/jsonl",
	Reads:      "records of articles, one a line, with the keys of common crawlers; only a text is needed",
	Limits:     "other keys, which are named in a note; a bad line is reported and the next one read",
	Many:       true,
	Detect:     detectJSONL,
})

func init() { JSONL.Records = jsonlRecords }

// How sure records are: of one line, which may be a file of one object, and of more.
const (
	oneRecord   = 0.9
	moreRecords = 0.92
)

func detectJSONL(head []byte) float64 {
	line, rest, whole := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
	if len(line) == 0 || line[0] != '{' || canonical(line) || !recordHead(line) {
		return looksJSON(head)
	}
	whole = whole || len(head) < headBytes
	switch {
	case whole && !json.Valid(line):
		return looksJSON(head)
	case bytes.HasPrefix(bytes.TrimLeft(rest, " \t\r\n"), []byte("{")):
		return moreRecords
	}
	return oneRecord
}

func jsonlRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		records := 0
		for l, err := range fileLines(in, opts) {
			records++
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			if !readRecords(JSONL, in, l, yield) {
				return
			}
		}
		if records == 0 {
			yield(nil, fmt.Errorf("%w: nothing but white space", ErrEmpty))
		}
	}
}
