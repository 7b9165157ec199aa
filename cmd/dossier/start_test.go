package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestHeapFirst: package heap speaks before the libraries make their tables.
func TestHeapFirst(t *testing.T) {
	start := exec.Command(os.Args[0], "-test.run=^$")
	start.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	trace, err := start.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, trace)
	}
	heap := strings.Index(string(trace), "init dossier/cmd/dossier/internal/heap ")
	if heap < 0 {
		t.Fatalf("package heap is not initialised: %s", trace)
	}
	for _, library := range []string{"github.com/xuri/excelize/v2", "github.com/yuin/goldmark/extension"} {
		if at := strings.Index(string(trace), "init "+library+" "); at < heap {
			t.Errorf("%s is initialised at %d, package heap at %d", library, at, heap)
		}
	}
}
