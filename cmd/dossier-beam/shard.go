package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"dossier/article"
	"dossier/export"
	"dossier/formats"
	"dossier/parse"
)

func init() {
	register.DoFn4x1[context.Context, int, func(*unit) bool, func(string, cast), error](&shardFn{})
	register.Iter1[unit]()
	register.Emitter2[string, cast]()
}

// The names of the metrics. Notes are counted by code too: "note.uncertain-date".
const (
	metricSpace    = "dossier"
	metricArticles = "articles"
	metricFailures = "failures"
	metricNotes    = "notes"
	metricNote     = "note."
)

// Faults for tests: what is to happen at a unit. parsing is within the guard of one
// document, working is outside: it takes the worker's bundle along.
var parsing, working func(unit)

// shardFn does a shard: it writes its files, and hands on the actors of each article.
// A shard is the unit of work: one that ends early leaves nothing and is done again.
type shardFn struct {
	O     Options
	hints parse.Options
	count map[string]beam.Counter
}

// Setup reads the list of actors.
func (f *shardFn) Setup(ctx context.Context) error {
	f.count = map[string]beam.Counter{}
	var err error
	f.hints, err = f.O.parseOptions(ctx)
	return err
}

// ProcessElement does shard n.
func (f *shardFn) ProcessElement(ctx context.Context, n int, units func(*unit) bool, emit func(string, cast)) error {
	var work []unit
	for u := (unit{}); units(&u); u = (unit{}) {
		if u.Input != "" {
			work = append(work, u)
		}
	}
	slices.SortFunc(work, func(x, y unit) int { return strings.Compare(x.Order, y.Order) })
	out, err := f.open(ctx, n)
	if err != nil {
		return err
	}
	defer out.abort(ctx)
	for _, u := range work {
		if working != nil {
			working(u)
		}
		if err := f.unit(ctx, u, out, emit); err != nil {
			return err
		}
	}
	return out.commit(ctx)
}

// unit does one unit. An error is one of the outputs.
func (f *shardFn) unit(ctx context.Context, u unit, out *shardFiles, emit func(string, cast)) error {
	switch {
	case u.Error != nil:
		return f.lose(ctx, out, u.Error)
	case u.Draft != nil:
		a := new(article.Article)
		if err := a.UnmarshalJSON(u.Draft); err != nil {
			return fmt.Errorf("%s record %d: %w", u.Input, u.Record, err)
		}
		return f.finish(ctx, u, a, out, emit)
	}
	count := 0
	return f.O.read(ctx, u, func(n int, a *article.Article, parsed bool, err error) error {
		if err != nil {
			return f.lose(ctx, out, formats.ErrorLine(u.Input, n, err))
		}
		count++
		return f.finish(ctx, unit{Order: recordOrder(u.Order, count), Input: u.Input, Record: n, Parsed: parsed}, a, out, emit)
	})
}

// finish completes an article and writes it.
func (f *shardFn) finish(ctx context.Context, u unit, a *article.Article, out *shardFiles, emit func(string, cast)) error {
	var made made
	err := guard(func() (err error) {
		if parsing != nil {
			parsing(u)
		}
		if !u.Parsed {
			a = parse.Article(a, f.hints)
		}
		if f.O.MinConfidence > 0 {
			a = a.AtLeast(f.O.MinConfidence)
		}
		made, err = render(a, u.Order)
		return err
	})
	if err != nil {
		return f.lose(ctx, out, formats.ErrorLine(u.Input, u.Record, err))
	}
	if err := out.add(made); err != nil {
		return err
	}
	f.add(ctx, metricArticles, 1)
	f.add(ctx, metricNotes, len(a.Notes))
	for _, note := range a.Notes {
		f.add(ctx, metricNote+string(note.Code), 1)
	}
	emit(made.key, made.cast)
	return nil
}

// lose writes the line for what could not be read.
func (f *shardFn) lose(ctx context.Context, out *shardFiles, line []byte) error {
	f.add(ctx, metricFailures, 1)
	_, err := out.errors.Write(line)
	return err
}

// add counts. What a worker counted that did not finish its bundle does not count.
func (f *shardFn) add(ctx context.Context, name string, n int) {
	c, ok := f.count[name]
	if !ok {
		c = beam.NewCounter(metricSpace, name)
		f.count[name] = c
	}
	c.Inc(ctx, int64(n))
}

// made is what comes of an article.
type made struct {
	line, quotes []byte
	key          string // of the article
	cast         cast
}

// render makes all that is written and told of a, so that a fault in any of it
// leaves nothing half done.
func render(a *article.Article, order string) (made, error) {
	var m made
	var err error
	if m.line, err = export.NDJSON.Bytes(a, export.Options{}); err != nil {
		return m, err
	}
	if m.quotes, err = export.CSV.Bytes(a, export.Options{}); err != nil {
		return m, err
	}
	var list []export.Appearance
	m.key, list = export.Appearances(a, order)
	m.cast.Order = order
	m.cast.Actors, err = json.Marshal(list)
	return m, err
}

// shardFiles are the outputs of a shard.
type shardFiles struct {
	articles, quotes, errors *file
	headed                   bool // the quotes have their head
	done                     bool
}

func (f *shardFn) open(ctx context.Context, n int) (*shardFiles, error) {
	out := &shardFiles{}
	for kind, to := range map[string]**file{articlesOut: &out.articles, quotesOut: &out.quotes, errorsOut: &out.errors} {
		var err error
		if *to, err = f.O.create(ctx, shardName(kind, n, f.O.Shards)); err != nil {
			out.abort(ctx)
			return nil, err
		}
	}
	return out, nil
}

// add writes an article. Each table of quotes comes with a head; a shard has one.
func (s *shardFiles) add(m made) error {
	_, err := s.articles.Write(m.line)
	if s.headed {
		m.quotes = m.quotes[bytes.IndexByte(m.quotes, '\n')+1:]
	}
	s.headed = true
	_, err2 := s.quotes.Write(m.quotes)
	return errors.Join(err, err2)
}

// commit gives the files their names. Where one stands already, a worker before us
// wrote the same.
func (s *shardFiles) commit(ctx context.Context) error {
	if !s.headed {
		if err := export.CSV.Open(s.quotes, export.Options{}).Close(); err != nil {
			return err
		}
	}
	s.done = true
	var errs []error
	for _, f := range s.all() {
		errs = append(errs, f.commit(ctx))
	}
	return errors.Join(errs...)
}

// abort leaves nothing behind, unless all was committed.
func (s *shardFiles) abort(ctx context.Context) {
	if s.done {
		return
	}
	s.done = true
	for _, f := range s.all() {
		f.abort(ctx)
	}
}

func (s *shardFiles) all() []*file {
	return slices.DeleteFunc([]*file{s.articles, s.quotes, s.errors}, func(f *file) bool { return f == nil })
}
