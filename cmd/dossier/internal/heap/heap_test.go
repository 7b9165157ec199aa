package heap

import (
	"os"
	"runtime/debug"
	"testing"
)

// TestLate: the first collection waits, and later ones wait no longer.
func TestLate(t *testing.T) {
	if os.Getenv("GOGC") != "" {
		t.Skip("GOGC is set, and left alone")
	}
	if p := debug.SetGCPercent(atFirst); p > atFirst || p < 100 {
		t.Errorf("the heap may grow by %d percent", p)
	}
	adjust()
	if p := debug.SetGCPercent(atFirst); p > atFirst || p < 100 {
		t.Errorf("after a collection it may grow by %d percent", p)
	}
}
