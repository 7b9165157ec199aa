package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"dossier/cmd/dossier/internal/batch"
)

// progress shows how far a run has come.
type progress interface {
	step(e batch.Event, failed int)
	end()
}

// progressKinds are the values of --progress.
var progressKinds = []string{"bar", "plain", "json", "none"}

// newProgress is the progress of that kind: where none is named, a bar on a
// terminal and lines elsewhere, none if the user wants quiet. Beside the lines of
// --verbose a bar would only flicker.
func newProgress(kind string, w io.Writer, quiet, verbose bool) (progress, error) {
	if kind == "" {
		switch {
		case quiet:
			kind = "none"
		case asJSON(w) != nil:
			kind = "json"
		case isTerminal(w) && !verbose:
			kind = "bar"
		default:
			kind = "plain"
		}
	}
	switch kind {
	case "bar":
		if asJSON(w) != nil {
			return nil, usageErr("--progress bar does not go with --log-format json")
		}
		return &bar{pace: newPace(barEvery), w: w}, nil
	case "plain":
		return &lines{pace: newPace(plainEvery), w: w}, nil
	case "json":
		if m := asJSON(w); m != nil {
			w = m.Writer // it is JSON already
		}
		return &records{pace: newPace(jsonEvery), w: w}, nil
	case "none":
		return nil, nil
	}
	return nil, usageErr("--progress is %s, not %q", names(progressKinds), kind)
}

// The time between two reports.
const (
	plainEvery = 5 * time.Second
	jsonEvery  = time.Second
	barEvery   = 100 * time.Millisecond
)

// counts counts what was told.
type counts struct {
	done, total int // inputs
	articles    int
	same        int // articles that were done before
	failed      int
	began       time.Time
}

func (t *counts) count(e batch.Event, failed int) {
	t.done, t.total, t.failed = e.Done, e.Total, failed
	switch {
	case e.Same:
		t.same++
	case e.Err == nil:
		t.articles++
	}
}

// rate is that of articles, in a second.
func (t *counts) rate() float64 {
	return float64(t.articles+t.failed) / max(time.Since(t.began).Seconds(), 1e-3)
}

// left is the time that the rest will take if it goes on like this. Of a stream
// it is not known, and 0.
func (t *counts) left() time.Duration {
	if t.done < 2 || t.total < 2 {
		return 0
	}
	spent := time.Since(t.began)
	return time.Duration(float64(spent) / float64(t.done) * float64(t.total-t.done)).Round(time.Second)
}

// pace says when it is time to report again.
type pace struct {
	counts
	every time.Duration
	last  time.Time
}

func newPace(every time.Duration) pace {
	now := time.Now()
	return pace{counts: counts{began: now}, every: every, last: now}
}

func (p *pace) due() bool {
	now := time.Now()
	if now.Sub(p.last) < p.every {
		return false
	}
	p.last = now
	return true
}

// lines are for a log.
type lines struct {
	pace
	w io.Writer
}

func (l *lines) step(e batch.Event, failed int) {
	l.count(e, failed)
	if !l.due() || l.total > 1 && l.done == l.total {
		return
	}
	what := count(l.articles, "article")
	if l.total > 1 {
		what = fmt.Sprintf("%d of %d inputs", l.done, l.total)
	}
	fmt.Fprintf(l.w, "dossier: %s, %.0f a second%s%s\n", what, l.rate(), remaining(l.left()), failures(l.failed))
}

func (l *lines) end() {}

func remaining(d time.Duration) string {
	if d <= 0 {
		return ""
	}
	return fmt.Sprintf(", %v left", d)
}

func failures(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %d failed", n)
}

// records are for a program: a JSON object a line, the last one when all is done.
type records struct {
	pace
	w io.Writer
}

func (r *records) step(e batch.Event, failed int) {
	if r.count(e, failed); r.due() {
		r.write(false)
	}
}

func (r *records) end() { r.write(true) }

func (r *records) write(finished bool) {
	b, _ := json.Marshal(struct { // numbers always marshal
		Event    string  `json:"event"`
		Done     int     `json:"done"`
		Total    int     `json:"total"`
		Articles int     `json:"articles"`
		Same     int     `json:"unchanged"`
		Failed   int     `json:"failed"`
		Rate     float64 `json:"articles_per_second"`
		Elapsed  float64 `json:"elapsed_seconds"`
		Left     float64 `json:"remaining_seconds"`
		Finished bool    `json:"finished"`
	}{"progress", r.done, r.total, r.articles, r.same, r.failed, round(r.rate()), round(time.Since(r.began).Seconds()), r.left().Seconds(), finished})
	fmt.Fprintf(r.w, "%s\n", b)
}

func round(f float64) float64 { return float64(int(f*10+0.5)) / 10 }

// bar is for a terminal: one line that is written over and over, comes when a
// run is not over at once, and leaves no trace.
type bar struct {
	pace
	w     io.Writer
	shown int // columns of the line on the screen
}

const (
	barAfter = 300 * time.Millisecond // how long a run may last without a bar
	barWidth = 24                     // columns
)

func (b *bar) step(e batch.Event, failed int) {
	b.count(e, failed)
	if time.Since(b.began) < barAfter || !b.due() {
		return
	}
	line := "dossier: "
	if b.total > 1 {
		full := barWidth * b.done / b.total
		line += strings.Repeat("█", full) + strings.Repeat("░", barWidth-full) + fmt.Sprintf(" %d of %d inputs", b.done, b.total)
	} else {
		line += count(b.articles, "article") // a stream: nobody knows how long
	}
	b.show(line + fmt.Sprintf(", %.0f a second%s%s", b.rate(), remaining(b.left()), failures(b.failed)))
}

// show puts a line in the place of the one before.
func (b *bar) show(line string) {
	n := utf8.RuneCountInString(line)
	fmt.Fprint(b.w, "\r", line, strings.Repeat(" ", max(0, b.shown-n)))
	b.shown = n
}

func (b *bar) end() {
	if b.shown > 0 {
		b.show("")
		fmt.Fprint(b.w, "\r")
	}
}
