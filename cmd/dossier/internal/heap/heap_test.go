package heap

import (
	"os"
	"runtime"
	"runtime/debug"
	"testing"
)

// TestLate: the first collection waits for the limit alone, which follows what lives.
func TestLate(t *testing.T) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		t.Skip("GOGC or GOMEMLIMIT is set, and left alone")
	}
	if p := debug.SetGCPercent(-1); p != -1 {
		t.Errorf("the heap may grow by %d percent, and not to its limit", p)
	}
	if n := debug.SetMemoryLimit(-1); n != least {
		t.Errorf("%d bytes may be held at first", n)
	}
	held := make([]byte, 3*least)
	runtime.GC()
	adjust()
	if n := debug.SetMemoryLimit(-1); n < 6*least {
		t.Errorf("%d bytes may be held where %d live: every step would collect", n, len(held))
	}
	runtime.KeepAlive(held)
	runtime.GC()
	adjust()
	if n := debug.SetMemoryLimit(-1); n != least {
		t.Errorf("%d bytes may be held once nothing lives", n)
	}
}
