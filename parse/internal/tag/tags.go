package tag

import (
	_ "embed"
	"runtime"

	"dossier/parse/internal/token"
)

//go:embed weights.bin
var weights Weights

// memories are kept from one text to the next: what they hold depends on the
// weights alone. A sync.Pool would lose them at each second collection.
var memories = make(chan *memory, runtime.GOMAXPROCS(0))

// Tags returns the tag of every token of d.
func Tags(d *token.Doc) []Tag {
	var m *memory
	select {
	case m = <-memories:
	default:
		m = remember(weights)
	}
	tags := m.tag(d)
	select {
	case memories <- m:
	default:
	}
	return tags
}

// Tags returns the tag of every token of d by these weights.
func (w Weights) Tags(d *token.Doc) []Tag { return remember(w).tag(d) }
