//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package batch

import "os"

// lock does nothing here: two runs that end at one moment in one folder may lose
// lines of the manifest, never an output.
func lock(*os.File) {}
