// Package heap says when a run collects garbage: late. It is imported for that alone.
//
// It trades memory for time while there is little to hold. There is no collection before
// the program holds 80 MB in all, so a run over one article ends without any, saving a
// third of its time. From then on that is the most it takes, or twice what lives, as
// usual, if that is more. In a run over many articles few of them live at once; that
// saves a tenth, and a run over ten times as many takes no more memory, since what it
// holds more of, the list of its inputs, leaves so much less to garbage.
//
// The runtime's soft limit of memory says so better than a percentage of what lives
// (GOGC): under it, room that lies idle between objects is given back before more is
// asked for. That is the way of the Go team's "A Guide to the Go Garbage Collector"
// (section "Memory limit"), which warns of a limit that what lives comes near: here it
// rises with that. GOGC and GOMEMLIMIT, where one of them is set, are left alone.
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

// least is what a program may hold at the least, in bytes.
const least = 80 << 20

func init() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(least)
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
	if n := limit(live[0].Value.Uint64()); n != debug.SetMemoryLimit(-1) {
		debug.SetMemoryLimit(n)
	}
	afterCollection(adjust)
}

// limit is what a program may hold, in bytes, of whose objects live bytes live: as much
// again for garbage, stacks, the collector's tables and room between objects.
func limit(live uint64) int64 { return max(least, 2*int64(live)) }
