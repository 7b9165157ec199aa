package formats

import (
	"encoding/json"
	"errors"
)

// ErrorSchema names the lines that stand for what could not be read.
const ErrorSchema = "dossier/error/1"

// ErrorLine is a line of JSON, its end included, for an article that could not be
// made: what went wrong, and where as far as err knows it. Record is its number in
// a stream or file of many, from 1, 0 where there is but one; input names the file,
// and is "" where the line stands in the place of its record.
func ErrorLine(input string, record int, err error) []byte {
	r := struct {
		Schema string `json:"schema"`
		Record int    `json:"record,omitempty"`
		Line   int    `json:"line,omitempty"`
		ID     string `json:"id,omitempty"`
		Error  string `json:"error"`
		Input  string `json:"input,omitempty"`
	}{Schema: ErrorSchema, Record: record, Input: input}
	var lost *RecordError
	if errors.As(err, &lost) {
		r.Line, r.ID, err = lost.Line, lost.ID, lost.Err
	}
	r.Error = err.Error()
	b, _ := json.Marshal(r) // strings and numbers always marshal
	return append(b, '\n')
}
