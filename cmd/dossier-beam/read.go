package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"dossier/article"
	"dossier/formats"
)

func init() {
	register.DoFn3x1[context.Context, unit, func(int, unit), error](&splitFn{})
}

// errNone says that a file was read and holds nothing.
var errNone = errors.New("no article in the file")

// read hands on each article that the file of u states, or what was wrong with it.
// A panic of ours ends the file with an error; an error of take ends it too and is
// returned: it is one of the output and not of the file.
func (o *Options) read(ctx context.Context, u unit, take func(n int, a *article.Article, parsed bool, err error) error) error {
	n, many := 0, false
	var broken error
	err := guard(func() error {
		fs, err := filesystem.New(ctx, u.Input)
		if err != nil {
			return err
		}
		defer fs.Close()
		r, err := fs.OpenRead(ctx, u.Input)
		if err != nil {
			return err
		}
		defer r.Close()
		f, records, err := formats.Open(formats.Input{Name: path.Base(filepath.ToSlash(u.Input)), Reader: r},
			formats.Options{Format: o.From, MaxBytes: o.MaxBytes})
		if err != nil {
			return err
		}
		many = f.Many
		for a, err := range records {
			n++
			if many = many || n > 1; broken == nil {
				broken = take(numbered(n, many), a, f.Parsed, err)
			}
			if broken != nil {
				return nil
			}
		}
		if n == 0 {
			return errNone
		}
		return nil
	})
	if err != nil && broken == nil {
		broken = take(numbered(n+1, many), nil, false, err)
	}
	return broken
}

// numbered is n in a file of many, else 0.
func numbered(n int, many bool) int {
	if many {
		return n
	}
	return 0
}

// guard turns a panic into an error, which a document brought to light.
func guard(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("internal error: %v", p)
		}
	}()
	return f()
}

// splitFn reads a stream and shares its records out in turn.
type splitFn struct{ O Options }

// ProcessElement reads the stream u.
func (f *splitFn) ProcessElement(ctx context.Context, u unit, emit func(int, unit)) error {
	count := 0
	return f.O.read(ctx, u, func(n int, a *article.Article, parsed bool, err error) error {
		count++
		out := unit{Order: recordOrder(u.Order, count), Input: u.Input, Record: n, Parsed: parsed}
		if err != nil {
			out.Error = formats.ErrorLine(u.Input, n, err)
		} else {
			var b bytes.Buffer
			if err := a.EncodeLine(&b); err != nil {
				return err
			}
			out.Draft = b.Bytes()
		}
		emit((count-1)%f.O.Shards, out)
		return nil
	})
}
