package main

import (
	"strconv"
	"strings"

	"dossier/article"
	"dossier/parse/internal/mention"
)

// document is a GUM document as running text with its entities.
type document struct {
	text     string
	blocks   []article.Block
	all      []int
	entities []entity
}

// entity is a marked mention: bytes [start, end), its head bytes and class.
type entity struct {
	start, end int
	heads      [][2]int
	class      int
}

// read reads CoNLL-U.
func read(data string) *document {
	r := reader{doc: &document{}}
	for line := range strings.Lines(data) {
		r.line(strings.TrimRight(line, "\r\n"))
	}
	r.paragraph()
	r.doc.text = r.text.String()
	return r.doc
}

type reader struct {
	doc    *document
	text   strings.Builder
	start  int // of the paragraph
	spans  [][2]int
	open   []opened
	surf   [2]int // bytes of a multiword token
	until  int    // last id of it
	inside int
	space  bool
}

type opened struct {
	id, class string
	minspan   string
	from      int // index into spans
}

func (r *reader) line(line string) {
	switch {
	case strings.HasPrefix(line, "# newpar") && !strings.HasPrefix(line, "# newpar_block"):
		r.paragraph()
	case strings.HasPrefix(line, "#"):
	case line == "":
		r.space = true
	default:
		r.word(strings.Split(line, "\t"))
	}
}

// paragraph closes the block that is open.
func (r *reader) paragraph() {
	if r.text.Len() == r.start {
		return
	}
	n := len(r.doc.blocks)
	r.doc.blocks = append(r.doc.blocks, article.Block{
		Kind: article.BlockParagraph, Span: article.Span{Start: r.start, End: r.text.Len()},
	})
	r.doc.all = append(r.doc.all, n)
	r.text.WriteString("\n\n")
	r.start = r.text.Len()
	r.space = false
}

func (r *reader) word(f []string) {
	if len(f) < 10 || strings.Contains(f[0], ".") {
		return
	}
	if from, to, ok := strings.Cut(f[0], "-"); ok {
		r.write(f[1], f[9])
		r.until, _ = strconv.Atoi(to)
		r.inside, _ = strconv.Atoi(from)
		return
	}
	id, _ := strconv.Atoi(f[0])
	if id > r.until || id < r.inside {
		r.until, r.inside = 0, 0
		r.write(f[1], f[9])
	}
	r.spans = append(r.spans, r.surf)
	for _, field := range strings.Split(f[9], "|") {
		if v, ok := strings.CutPrefix(field, "Entity="); ok {
			r.marks(v)
		}
	}
}

// write appends a surface form, with the blank before it.
func (r *reader) write(form, misc string) {
	if r.space && r.text.Len() > r.start {
		r.text.WriteByte(' ')
	}
	r.surf[0] = r.text.Len()
	r.text.WriteString(form)
	r.surf[1] = r.text.Len()
	r.space = !strings.Contains(misc, "SpaceAfter=No")
}

// marks reads the brackets that open and close at the last word.
func (r *reader) marks(v string) {
	for v != "" {
		if v[0] == '(' {
			n := strings.IndexAny(v[1:], "()")
			if n < 0 {
				n = len(v) - 1
			}
			f := strings.Split(v[1:n+1], "-")
			v = v[n+1:]
			if len(f) < 6 {
				continue
			}
			r.open = append(r.open, opened{id: f[0], class: f[1], minspan: f[5], from: len(r.spans) - 1})
			if strings.HasPrefix(v, ")") {
				r.close(f[0])
				v = v[1:]
			}
			continue
		}
		id, rest, _ := strings.Cut(v, ")")
		r.close(id)
		v = rest
	}
}

// classes maps GUM's entity types to the classes of names; the others are things.
var classes = map[string]int{"person": mention.Person, "organization": mention.Body, "place": mention.Place}

func (r *reader) close(id string) {
	for k := len(r.open) - 1; k >= 0; k-- {
		o := r.open[k]
		if o.id != id {
			continue
		}
		r.open = append(r.open[:k], r.open[k+1:]...)
		class, ok := classes[o.class]
		if !ok {
			class = mention.Thing
		}
		e := entity{start: r.spans[o.from][0], end: r.spans[len(r.spans)-1][1], class: class}
		for _, m := range strings.Split(o.minspan, ",") {
			if i, err := strconv.Atoi(m); err == nil && o.from+i-1 < len(r.spans) {
				e.heads = append(e.heads, r.spans[o.from+i-1])
			}
		}
		r.doc.entities = append(r.doc.entities, e)
		return
	}
}

// class is that of the smallest entity that holds the end of [start, end) and
// whose head lies in it; a thing if there is none.
func (g *document) class(start, end int) int {
	size := 1 << 30
	class := mention.Thing
	for _, e := range g.entities {
		if e.start > end-1 || e.end < end || e.end-e.start >= size {
			continue
		}
		for _, h := range e.heads {
			if h[0] >= start && h[1] <= end {
				class, size = e.class, e.end-e.start
			}
		}
	}
	return class
}
