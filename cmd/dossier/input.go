package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/cmd/dossier/internal/batch"
	"dossier/export"
	"dossier/formats"
	"dossier/parse"
)

// inputOptions read inputFlags and the arguments.
func inputOptions(c *cli.Context, sys system) (batch.Options, error) {
	o := batch.Options{
		Inputs:        c.Args().Slice(),
		From:          strings.ToLower(c.String("from")),
		Timeout:       c.Duration("timeout"),
		MinConfidence: c.Float64("min-confidence"),
		Parse:         parse.Options{DateOrder: strings.ToLower(c.String("date-order")), Language: c.String("lang")},
		Stdin:         sys.stdin,
		Stdout:        sys.stdout,
	}
	if o.From != "" {
		f := formats.Lookup(o.From)
		if f == nil {
			return o, unknownName("input format", o.From, inputNames())
		}
		o.From = f.Name
	}
	if order := o.Parse.DateOrder; order != "" && !slices.Contains([]string{"dmy", "mdy", "ymd"}, order) {
		return o, usageErr("--date-order is dmy, mdy or ymd, not %q", order)
	}
	if lang := o.Parse.Language; lang != "" && !isTag(lang) {
		return o, usageErr("--lang is a tag such as en, fr or pt-BR, not %q", lang)
	}
	if !(o.MinConfidence >= 0 && o.MinConfidence <= 1) { // NaN is neither
		return o, usageErr("--min-confidence lies between 0 and 1")
	}
	if o.Timeout < 0 {
		return o, usageErr("--timeout cannot be negative")
	}
	var err error
	if o.MaxBytes, err = size(c.String("max-bytes")); err != nil {
		return o, err
	}
	if c.IsSet("actors") {
		if o.Parse.Actors, err = actors(c.String("actors")); err != nil {
			return o, err
		}
	}
	if c.IsSet("edits") {
		if o.Edit, err = replay(c.String("edits")); err != nil {
			return o, err
		}
	}
	o.Tables, err = hashes(c, "actors", "edits")
	return o, err
}

// hashes are those of the files that flags name, by which a resumed run knows
// whether they have changed.
func hashes(c *cli.Context, flags ...string) ([]string, error) {
	var list []string
	for _, flag := range flags {
		if c.String(flag) == "" {
			continue
		}
		b, err := os.ReadFile(c.String(flag))
		if err != nil {
			return nil, usageErr("--%s: %v", flag, err)
		}
		list = append(list, fmt.Sprintf("%s %x", flag, sha256.Sum256(b)))
	}
	return list, nil
}

// actors reads the user's list of actors.
func actors(name string) (*parse.Gazetteer, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, usageErr("--actors: %v", err)
	}
	defer file.Close()
	g, err := parse.ReadActors(file, name)
	if err != nil {
		return nil, usageErr("--actors: %v", err)
	}
	return g, nil
}

// isTag reports whether s has the shape of a BCP 47 tag.
func isTag(s string) bool {
	for i, part := range strings.Split(s, "-") {
		most := 8
		if i == 0 {
			most = 3
		}
		if len(part) < 2 || len(part) > most || strings.Trim(strings.ToLower(part), "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return true
}

// size reads a number of bytes with an optional k, M or G (of 1024).
func size(s string) (int64, error) {
	digits := strings.TrimSuffix(strings.ToLower(s), "b")
	shift := 0
	for i, unit := range []string{"k", "m", "g"} {
		if rest, ok := strings.CutSuffix(digits, unit); ok {
			digits, shift = rest, 10*(i+1)
			break
		}
	}
	n, err := strconv.ParseInt(strings.TrimSpace(digits), 10, 64)
	if err != nil || n <= 0 || n > 1<<62>>shift {
		return 0, usageErr("--max-bytes is a size such as 500k or 64M, not %q", s)
	}
	return n << shift, nil
}

func inputNames() []string {
	var list []string
	for _, f := range formats.Formats() {
		list = append(list, f.Name)
	}
	return list
}

func outputNames() []string {
	var list []string
	for _, f := range export.Formats() {
		if !f.Terminal {
			list = append(list, f.Name)
		}
	}
	return list
}

// names lists words as "a, b or c".
func names(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " or " + list[len(list)-1]
}

func unknownName(what, name string, there []string) error {
	hint := "there are " + strings.Join(there, ", ")
	if s := nearest(name, there); s != "" {
		hint = fmt.Sprintf("did you mean %s?", s)
	}
	return usageErr("unknown %s %s; %s", what, name, hint)
}
