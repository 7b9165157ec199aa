package formats

import (
	"errors"
	"fmt"
	"testing"
)

func TestErrorLine(t *testing.T) {
	lost := &RecordError{Line: 7, ID: "x\"1", Err: fmt.Errorf("%w: no text", ErrRecord)}
	for _, c := range []struct {
		input  string
		record int
		err    error
		want   string
	}{
		{"", 3, lost, `{"schema":"dossier/error/1","record":3,"line":7,"id":"x\"1","error":"bad record: no text"}`},
		{"", 4, errors.New("late"), `{"schema":"dossier/error/1","record":4,"error":"late"}`},
		{"news/a.txt", 0, ErrEmpty, `{"schema":"dossier/error/1","error":"empty file","input":"news/a.txt"}`},
		{"b.jsonl", 3, fmt.Errorf("there: %w", lost), `{"schema":"dossier/error/1","record":3,"line":7,"id":"x\"1","error":"bad record: no text","input":"b.jsonl"}`},
	} {
		if got := string(ErrorLine(c.input, c.record, c.err)); got != c.want+"\n" {
			t.Errorf("got  %swant %s", got, c.want)
		}
	}
}
