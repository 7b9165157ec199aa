package xlsx

import (
	"bytes"
	"math/rand/v2"
	"strconv"
	"testing"
)

// large writes a workbook of more packed rows than stay in memory.
func large(t testing.TB, onDisk bool) []byte {
	var out bytes.Buffer
	b := New(&out, Properties{Created: "2022-03-04T00:00:00Z"})
	b.spool.none = !onDisk
	r := rand.New(rand.NewPCG(1, 2))
	for _, name := range []string{"One", "Two"} {
		s := b.AddSheet(SheetOptions{Name: name, Columns: []Column{{Title: "Number", Width: 60}}})
		for range 6000 {
			var words []byte
			for range 80 {
				words = strconv.AppendUint(words, r.Uint64(), 36)
			}
			s.Row(Cell{Kind: Text, Text: string(words)})
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if onDisk != (b.spool.size > 0) {
		t.Fatalf("%d bytes on disk", b.spool.size)
	}
	return out.Bytes()
}

// TestSpool holds a workbook whose rows went by the disk to one whose rows did
// not: equal bytes.
func TestSpool(t *testing.T) {
	if !bytes.Equal(large(t, true), large(t, false)) {
		t.Error("the ways differ")
	}
}
