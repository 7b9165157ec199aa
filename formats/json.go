package formats

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"dossier/article"
)

// JSON reads canonical articles as this program writes them.
var JSON = register(&Format{
	Name:       "json",
	Extensions: []string{".json"},
	MediaType:  "application/json",
	Reads:      "a canonical article, schema " + article.SchemaID,
	Limits:     "other JSON; records of crawlers are format crawler or jsonl",
	Parsed:     true,
	Detect:     detectJSON,
})

// NDJSON reads a stream of canonical articles, one a line.
var NDJSON = register(&Format{
	Name:       "ndjson",
	Extensions: []string{".ndjson"},
	MediaType:  "application/x-ndjson",
	Reads:      "canonical articles, schema " + article.SchemaID + ", one a line",
	Limits:     "records without the schema; they are format jsonl",
	Many:       true,
	Parsed:     true,
	Detect:     detectNDJSON,
})

func init() {
	JSON.Records = jsonRecords
	NDJSON.Records = canonicalLines
	JSON.resolve = func(head []byte) *Format { // --from json is also said of records
		if canonical(head) || !recordHead(head) {
			return JSON
		}
		return Crawler.resolve(head)
	}
}

// canonicalJSON is how sure an object is that names our schema.
const canonicalJSON = 0.95

func detectJSON(head []byte) float64 {
	if canonical(head) {
		return canonicalJSON
	}
	return looksJSON(head)
}

// looksJSON leaves it to the extension whether an object or list is text.
func looksJSON(head []byte) float64 {
	if head = bytes.TrimLeft(head, " \t\r\n"); len(head) > 0 && (head[0] == '{' || head[0] == '[') {
		return plainText
	}
	return 0
}

// detectNDJSON claims a file whose first line is a whole article; if it is the
// only line the extension decides.
func detectNDJSON(head []byte) float64 {
	line, rest, _ := bytes.Cut(bytes.TrimLeft(head, " \t\r\n"), []byte("\n"))
	switch {
	case !canonical(line) || !json.Valid(line):
		return 0
	case len(bytes.TrimSpace(rest)) == 0:
		return canonicalJSON
	}
	return 1
}

// canonical reports whether head begins an object that names our schema, of
// any version, before anything long: the schema is its first field.
func canonical(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 || head[0] != '{' {
		return false
	}
	_, rest, ok := bytes.Cut(head, []byte(`"schema"`))
	rest = bytes.TrimLeft(rest, " \t\r\n:")
	return ok && bytes.HasPrefix(rest, []byte(`"dossier/`))
}

// jsonRecords reads one canonical article, or several after each other.
func jsonRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		raw, d, err := load(in, opts)
		if err != nil {
			yield(nil, err)
			return
		}
		if detectNDJSON([]byte(d.text)) == 1 {
			canonicalLines(in.over(bytes.NewReader(raw)), opts)(yield)
			return
		}
		dec := json.NewDecoder(strings.NewReader(d.text))
		for {
			var one json.RawMessage
			if err = dec.Decode(&one); errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nil, fmt.Errorf("%w: %w", ErrBroken, jsonPlace(d.text, dec.InputOffset(), err)))
				return
			}
			a, err := canonicalArticle(one, ErrBroken)
			if !yield(a, err) || err != nil {
				return
			}
		}
	}
}

// canonicalLines reads one canonical article a line.
func canonicalLines(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		for l, err := range fileLines(in, opts) {
			var a *article.Article
			if err == nil {
				a, err = canonicalArticle([]byte(l.text), ErrRecord)
				err = recordError(l.line, "", err)
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// canonicalArticle decodes and checks one article; errors wrap cause.
func canonicalArticle(b []byte, cause error) (*article.Article, error) {
	a := new(article.Article)
	if err := a.UnmarshalJSON(b); err != nil {
		return nil, fmt.Errorf("%w: %w", cause, jsonPlace(string(b), 0, err))
	}
	if err := a.Validate(); err != nil {
		return nil, fmt.Errorf("%w: %w", cause, oneLine{err})
	}
	return a, nil
}

// recordError wraps the error of one record, nil for nil.
func recordError(line int, id string, err error) error {
	if err == nil {
		return nil
	}
	return &RecordError{Line: line, ID: id, Err: err}
}

// oneLine writes joined errors as the first and the number of the others.
type oneLine struct{ error }

func (e oneLine) Error() string {
	first, rest, more := strings.Cut(e.error.Error(), "\n")
	if more {
		return fmt.Sprintf("%s (and %d more)", first, strings.Count(rest, "\n")+1)
	}
	return first
}

func (e oneLine) Unwrap() error { return e.error }

// jsonPlace adds line and column to the errors of encoding/json that know them.
func jsonPlace(text string, offset int64, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind):
		if kind.Field == "" {
			return fmt.Errorf("unexpected %s, not an object", kind.Value)
		}
		return fmt.Errorf("field %q: unexpected %s", kind.Field, kind.Value)
	case errors.As(err, &syntax):
		offset = max(offset, syntax.Offset)
	case !errors.Is(err, io.ErrUnexpectedEOF):
		return err
	default:
		offset = int64(len(text))
	}
	before := text[:min(offset, int64(len(text)))]
	line := strings.Count(before, "\n") + 1
	column := len(before) - strings.LastIndexByte(before, '\n') - 1
	if line == 1 {
		return fmt.Errorf("byte %d: %w", column, err)
	}
	return fmt.Errorf("line %d, byte %d: %w", line, column, err)
}
