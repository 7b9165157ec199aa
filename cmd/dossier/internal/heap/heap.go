// Package heap says when a run collects garbage: late. It is imported for that alone.
//
// It trades memory for time while there is little to hold. The first collection
// comes only when there is something to collect: a run over one article ends before
// it, saving a third of its time. After that the heap may grow by spare bytes between
// two collections, or to twice what lives, as usual, if that is more: in a run over
// many articles, of which few live at once, that saves a tenth, and a run over ten
// times as many takes no more memory. GOGC, where it is set, is left alone.
//
// It is a package because of when that must be said. The tables that libraries make
// as the program starts come near to what starts a collection by itself, before main
// could speak. Of the packages whose imports are ready, the one whose path sorts first
// is initialised first, so this one, which imports next to nothing, comes before those
// with large tables.
package heap

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	atFirst = 400      // percent of the 4 MB that the runtime takes for the least heap
	spare   = 24 << 20 // bytes
)

func init() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(atFirst)
	afterCollection(adjust)
}

// afterCollection calls f after the next garbage collection.
func afterCollection(f func()) {
	runtime.AddCleanup(new([64]byte), func(int) { f() }, 0)
}

// adjust sets what the next collection waits for, by what lived at this one.
func adjust() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	percent := atFirst
	if n := live[0].Value.Uint64(); n > 0 {
		percent = int(min(atFirst, max(100, spare*100/n)))
	}
	debug.SetGCPercent(percent)
	afterCollection(adjust)
}
