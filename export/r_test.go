package export

import (
	"bytes"
	"encoding/csv"
	"os/exec"
	"reflect"
	"strings"
	"testing"
)

// TestStatementsInR has R read the table of positions and write it again: rows,
// columns and every cell are the same, and agreement is a number that R can sum.
// R is no tool that the checks ask for, so the test always may skip.
func TestStatementsInR(t *testing.T) {
	path, err := exec.LookPath("Rscript")
	if err != nil {
		t.Skip("R is not installed")
	}
	table := render(t, PositionsCSV, Options{}, "tram", "wire", "nasty", "bare")
	inR := func(script string) []byte {
		cmd := exec.Command(path, "-e", script)
		cmd.Stdin = bytes.NewReader(table)
		var problems bytes.Buffer
		cmd.Stderr = &problems
		out, err := cmd.Output()
		if err != nil || problems.Len() > 0 {
			t.Fatalf("%v\n%s", err, problems.Bytes())
		}
		return out
	}
	want, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	copied := inR(`write.csv(read.csv(file("stdin", encoding="UTF-8"), colClasses="character"), row.names=FALSE)`)
	got, err := csv.NewReader(bytes.NewReader(copied)).ReadAll()
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("R has %d rows, want %d: %v\n%s", len(got), len(want), err, copied)
	}
	types := inR(`d <- read.csv(file("stdin", encoding="UTF-8"), stringsAsFactors=TRUE); cat(nrow(d), ncol(d), class(d$agreement), class(d$concept), all(d$char_end > d$char_start))`)
	if s := string(types); !strings.HasSuffix(s, "integer factor TRUE") {
		t.Errorf("R reads %s", s)
	}
}
