package export

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"dossier/article"
)

var registry = map[string]*Format{}

// register enters a format; a name used twice is our bug.
func register(f Format) *Format {
	if registry[f.Name] != nil {
		panic("export: format " + f.Name + " registered twice")
	}
	registry[f.Name] = &f
	return &f
}

// Formats lists all output formats by name.
func Formats() []*Format {
	var list []*Format
	for _, f := range registry {
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b *Format) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// Lookup returns the format of that name, or nil.
func Lookup(name string) *Format { return registry[name] }

// whole is a Writer that renders each article on its own with f.
type whole struct {
	w io.Writer
	f func(io.Writer, *article.Article) error
}

func (o whole) Add(a *article.Article) error { return o.f(o.w, a) }
func (o whole) Close() error                 { return nil }

// Bytes renders one article in memory.
func (f *Format) Bytes(a *article.Article, opts Options) ([]byte, error) {
	var b bytes.Buffer
	w := f.Open(&b, opts)
	if err := w.Add(a); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
