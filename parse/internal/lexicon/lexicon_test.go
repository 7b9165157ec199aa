package lexicon

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// TestNames: every file is a table, and the list is sorted.
func TestNames(t *testing.T) {
	entries, err := os.ReadDir("en")
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, e := range entries {
		files = append(files, strings.TrimSuffix(e.Name(), ".tsv"))
	}
	if !slices.Equal(Names(), files) {
		t.Errorf("tables %q, files %q", Names(), files)
	}
}

// TestHeads: every table says what it is, where it is from and under which
// licence, and has no malformed line.
func TestHeads(t *testing.T) {
	for _, name := range Names() {
		table := Open(name)()
		for _, want := range []string{"# origin: ", "# licence: ", "# columns: "} {
			if !strings.Contains(table.Head, want) {
				t.Errorf("%s: the head lacks %q", name, want)
			}
		}
		if len(table.Rows()) == 0 {
			t.Errorf("%s: no entries", name)
		}
		columns := 1 + strings.Count(headLine(table.Head, "# columns: "), ",")
		for _, row := range table.Rows() {
			if row.Key() == "" || strings.TrimSpace(string(row)) == "" {
				t.Errorf("%s: entry without a key: %q", name, row)
			}
			if n := 1 + strings.Count(string(row), "\t"); n > columns {
				t.Errorf("%s: %d columns of %d: %q", name, n, columns, row)
			}
			if strings.Contains(string(row), "\r") || strings.HasPrefix(string(row), "#") {
				t.Errorf("%s: malformed entry %q", name, row)
			}
		}
	}
}

func headLine(head, prefix string) string {
	_, rest, _ := strings.Cut(head, prefix)
	line, _, _ := strings.Cut(rest, "\n")
	return line
}

func TestRow(t *testing.T) {
	table := decode("x", "# a\n# b\none\t1\t\tlast\n\ntwo\none\t2")
	if len(table.Rows()) != 3 || table.Head != "# a\n# b\n" {
		t.Fatalf("decoded %q under %q", table.Rows(), table.Head)
	}
	if got := table.Field("one", 3); got != "last" {
		t.Errorf("column 3 is %q", got)
	}
	if got := table.Field("one", 2) + table.Field("two", 1) + table.Field("three", 0); got != "" {
		t.Errorf("missing columns read %q", got)
	}
	if table.Has("three") || !table.Has("two") {
		t.Error("Has is wrong")
	}
	if row, ok := table.Row("one"); !ok || row.Field(1) != "1" {
		t.Errorf("the first of two rows wins, got %q", row)
	}
}
