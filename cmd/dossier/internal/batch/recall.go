package batch

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"syscall"

	json2 "github.com/go-json-experiment/json"
)

// recall reads the lines of a manifest in blocks, and makes entries of several
// blocks side by side, for that takes longest. It may begin before it is known which
// inputs are wanted: until then it makes entries of all, a few thousand at most.
type recall struct {
	mu     sync.Mutex
	file   *os.File
	rest   []byte          // of a line, read and not yet handed on
	end    bool            // nothing is left to read
	blocks chan chan block // in order; an error is in the last
	wanted atomic.Pointer[map[string]bool]
	left   chan struct{} // closed when nobody takes blocks any more
}

// block is what some of the lines say.
type block struct {
	lines   int
	entries []*entry
	err     error // of the reading behind them
}

const (
	blockSize   = 32 << 10 // bytes of lines
	blocksAhead = 128      // that wait
)

// beginRecall begins to read the manifest at path. One that is not there has no
// lines; a file of that name that is none of ours is a conflict.
func beginRecall(path string) *recall {
	r := &recall{blocks: make(chan chan block, blocksAhead), left: make(chan struct{})}
	go func() {
		defer close(r.blocks)
		if err := r.open(path); err != nil {
			future := make(chan block, 1)
			future <- block{err: err}
			r.blocks <- future
		} else if r.file != nil {
			sideBySide(runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(0), func(int) { r.read() })
			r.file.Close()
		}
	}()
	return r
}

// open opens the manifest, if there is one.
func (r *recall) open(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil // if there cannot be one the writing will tell
	} else if err != nil {
		return err
	}
	head := make([]byte, len(manifestHeader))
	if n, _ := f.ReadAt(head, 0); n > 0 && string(head[:n]) != manifestHeader {
		f.Close()
		return conflict("%s is no manifest of dossier; --manifest FILE names another", path)
	}
	r.file = f
	return nil
}

// leave ends the reading.
func (r *recall) leave() { close(r.left) }

// read makes entries of one block after the other, beside others that do the same.
func (r *recall) read() {
	buf := make([]byte, 0, 2*blockSize)
	for {
		text, future, err := r.next(buf)
		if future == nil {
			return
		}
		b := entries(text, r.wanted.Load())
		b.err = err
		future <- b
		buf = text[:0]
	}
}

// next reads the next block into buf, and says where its entries are waited for:
// nowhere if nothing is left to read, or nobody waits any more.
func (r *recall) next(buf []byte) (text []byte, future chan block, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.end {
		return nil, nil, nil
	}
	text, whole, err := r.more(append(buf, r.rest...))
	r.rest = append(r.rest[:0], text[whole:]...)
	future = make(chan block, 1)
	select {
	case <-r.left:
		r.end = true
		return nil, nil, nil
	case r.blocks <- future:
		return text[:whole], future, err
	}
}

// more appends to text, which ends within a line, what comes next, until a line ends or
// nothing is left. The whole lines take up the first bytes.
func (r *recall) more(text []byte) (_ []byte, whole int, err error) {
	for whole == 0 && !r.end {
		from := len(text)
		text = slices.Grow(text, max(blockSize, from))[:from+max(blockSize, from)]
		n, failed := io.ReadFull(r.file, text[from:])
		text = text[:from+n]
		if i := bytes.LastIndexByte(text[from:], '\n'); i >= 0 {
			whole = from + i + 1
		}
		if failed != nil {
			r.end, whole = true, len(text)
		}
		if failed != io.EOF && failed != io.ErrUnexpectedEOF {
			err = failed
		}
	}
	return text, whole, err
}

// entries are the lines about inputs that are wanted. A line that was cut short
// says nothing.
func entries(text []byte, wanted *map[string]bool) (b block) {
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		b.lines++
		if wanted == nil && !bytes.HasPrefix(line, []byte(inputKey)) || wanted != nil && !(*wanted)[inputOf(line)] {
			continue
		}
		if e := new(entry); json2.Unmarshal(line, e) == nil {
			b.entries = append(b.entries, e)
		}
	}
	return b
}

const inputKey = `{"input":` // begins each line but the first

// inputOf finds the input of a line without reading all of it: a folder may have
// a long past of which a run over one article needs little. It is "" if there is none.
func inputOf(line []byte) string {
	rest, ok := bytes.CutPrefix(line, []byte(inputKey))
	if !ok {
		return ""
	}
	plain := true
	for i := 1; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			plain = false
			i++
		case '"':
			if plain {
				return string(rest[1:i])
			}
			var s string
			if json2.Unmarshal(rest[:i+1], &s) != nil {
				return ""
			}
			return s
		}
	}
	return ""
}
