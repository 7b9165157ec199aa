package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"dossier/cmd/dossier/internal/batch"
)

// TestProgressKinds: who asks for one gets it, and no other.
func TestProgressKinds(t *testing.T) {
	for _, c := range []struct {
		kind           string
		quiet, verbose bool
		want           string
	}{
		{"", false, false, "*main.lines"}, {"", true, false, "<nil>"}, {"none", false, false, "<nil>"}, // no terminal
		{"bar", false, true, "*main.bar"}, {"plain", true, false, "*main.lines"}, {"json", false, false, "*main.records"},
	} {
		p, err := newProgress(c.kind, &strings.Builder{}, c.quiet, c.verbose)
		if got := fmt.Sprintf("%T", p); err != nil || got != c.want {
			t.Errorf("%+v: %s, %v", c, got, err)
		}
	}
	if _, err := newProgress("bars", nil, false, false); !errors.Is(err, batch.ErrUsage) {
		t.Errorf("got %v", err)
	}
}

// steps tells p of three inputs of four: one done, one unchanged, one failed.
func steps(p progress) {
	p.step(batch.Event{Done: 1, Total: 4}, 0)
	p.step(batch.Event{Done: 2, Total: 4, Same: true}, 0)
	p.step(batch.Event{Done: 3, Total: 4, Err: errors.New("x")}, 1)
}

func TestProgressLines(t *testing.T) {
	var out strings.Builder
	l := &lines{pace: pace{counts: counts{began: time.Now().Add(-3 * time.Second)}}, w: &out}
	steps(l)
	l.end()
	want := "dossier: 3 of 4 inputs, 1 a second, 1s left, 1 failed\n"
	if got := out.String(); !strings.HasSuffix(got, want) || strings.Count(got, "\n") != 3 {
		t.Errorf("got %s", got)
	}
	out.Reset()
	l = &lines{pace: newPace(time.Hour), w: &out}
	if steps(l); out.Len() > 0 {
		t.Errorf("too early: %s", &out)
	}
}

func TestProgressRecords(t *testing.T) {
	var out strings.Builder
	r := &records{pace: newPace(time.Hour), w: &out}
	steps(r)
	r.end()
	var got struct{ Done, Total, Articles, Unchanged, Failed int }
	if err := json.Unmarshal([]byte(out.String()), &got); err != nil || fmt.Sprint(got) != "{3 4 1 1 1}" {
		t.Errorf("%v %+v", err, got)
	}
}

// TestProgressBar: a short run has none, a long one shows where it is and
// leaves nothing on the line.
func TestProgressBar(t *testing.T) {
	var out strings.Builder
	b := &bar{pace: newPace(0), w: &out}
	steps(b)
	if b.end(); out.Len() > 0 {
		t.Errorf("a bar after no time: %q", &out)
	}
	b = &bar{pace: newPace(0), w: &out}
	b.began = time.Now().Add(-time.Second)
	steps(b)
	b.end()
	got := out.String()
	if !strings.Contains(got, " 3 of 4 inputs, ") || !strings.HasSuffix(got, " \r") || strings.Contains(got, "\n") {
		t.Errorf("%q", got)
	}
}

// TestGroups: failures of one cause are one group, whatever their details; of many
// few places are kept.
func TestGroups(t *testing.T) {
	var g groups
	for i := range 30 {
		g.add(batch.Failure{Input: fmt.Sprintf("f%02d", i), Err: fmt.Errorf("bad at byte %d: character '%c'", i, 'a'+i)})
	}
	g.add(batch.Failure{Input: "other", Err: errors.New("empty file")})
	var out strings.Builder
	g.print(&out, 40)
	for _, want := range []string{"31 failures, of 40 inputs", "  bad at byte …: character … (30)\n    f00\n", "and 20 more", "  empty file (1)\n    other\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
}
