package batch

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
)

// An output grows under a temporary name in the folder of its final one:
//
//	.dossier-3fa1-4711-9c5e-12.tmp      machine, process, start of it, number
//
// The name says whose it is, so that what a killed process left behind can be
// told from what a running one is writing, and is removed by the next run that
// writes into the folder. The machine counts because folders are shared over
// networks, the start because numbers of processes come again. Of the machine
// only two bytes of a hash appear, and only while files grow.
const (
	tempPrefix = ".dossier-"
	tempSuffix = ".tmp"
)

var tempCount atomic.Int64 // numbers the files of this process

var machine = sync.OnceValue(func() string {
	name, _ := os.Hostname()
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:2])
})

var start = sync.OnceValue(func() string { return rand.Text()[:6] })

// tempName is a name in dir that no other file bears.
func tempName(dir string) string {
	return filepath.Join(dir, fmt.Sprintf("%s%s-%d-%s-%d%s",
		tempPrefix, machine(), os.Getpid(), start(), tempCount.Add(1), tempSuffix))
}

// folders are those a run writes into. Each is made and cleared of leftovers
// once.
type folders struct {
	mu   sync.Mutex
	done map[string]bool
}

// ready makes dir and those above it.
func (f *folders) ready(dir string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.done[dir] {
		return nil
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	if f.done == nil {
		f.done = map[string]bool{}
	}
	f.done[dir] = true
	clearLeftovers(dir)
	return nil
}

// again forgets dir, which somebody has removed.
func (f *folders) again(dir string) error {
	f.mu.Lock()
	delete(f.done, dir)
	f.mu.Unlock()
	return f.ready(dir)
}

// clearLeftovers removes what processes of this machine that no longer run left
// half written in dir. Nothing depends on it, so errors are nobody's concern.
func clearLeftovers(dir string) {
	d, err := os.Open(dir)
	if err != nil {
		return
	}
	defer d.Close()
	names, _ := d.Readdirnames(-1)
	for _, name := range names {
		if leftover(name) {
			os.Remove(filepath.Join(dir, name))
		}
	}
}

// leftover reports whether name is a temporary file of a process that has ended.
func leftover(name string) bool {
	rest, ok := strings.CutPrefix(name, tempPrefix+machine()+"-")
	parts := strings.Split(strings.TrimSuffix(rest, tempSuffix), "-")
	if !ok || !strings.HasSuffix(rest, tempSuffix) || len(parts) != 3 {
		return false
	}
	pid, err := strconv.Atoi(parts[0])
	switch {
	case err != nil:
		return false
	case pid == os.Getpid():
		return parts[1] != start()
	}
	return !running(pid)
}

// running reports whether there is a process of that number; where it cannot be
// known, that there is.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer p.Release()
	if runtime.GOOS == "windows" {
		return true // it was found
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, fs.ErrPermission)
}
