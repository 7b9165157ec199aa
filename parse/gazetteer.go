package parse

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dossier/article"
	"dossier/parse/internal/actor"
	"dossier/parse/internal/lexicon"
)

// Gazetteer is a user's list of actors, ready to be found in texts. Many
// articles may use one at a time.
type Gazetteer = actor.Gazetteer

// The columns of a list, in the order they have without a header.
const (
	columnName = iota
	columnAliases
	columnKind
	columnCountry
	columnRole
	columnID
	columnCount
)

// columnNames are the words that a header may use.
var columnNames = [columnCount][]string{
	{"name", "label", "actor"},
	{"aliases", "alias", "also known as", "other names"},
	{"kind", "type"},
	{"country", "country code"},
	{"role", "title", "office"},
	{"external id", "id", "wikidata", "wikidata id", "qid"},
}

// ReadActors reads a list of actors from r: name, aliases (separated by | or ;),
// kind, country, role and external id, tab-separated or CSV, UTF-8. A first row
// with a cell "name" is a header and says the columns; others are ignored. Lines
// that begin with # are comments. file is the name that errors give.
//
// The error names the first bad row as file:line, and counts the others.
func ReadActors(r io.Reader, file string) (*Gazetteer, error) {
	in := bufio.NewReaderSize(r, 1<<16)
	if mark, _ := in.Peek(3); bytes.Equal(mark, []byte("\xef\xbb\xbf")) {
		in.Discard(3)
	}
	start, _ := in.Peek(1 << 16)
	list := actorList{file: file, columns: [columnCount]int{0, 1, 2, 3, 4, 5}, countries: countryCodes()}
	rows := csv.NewReader(in)
	rows.Comment, rows.FieldsPerRecord, rows.ReuseRecord = '#', -1, true
	rows.Comma = separator(start)
	rows.LazyQuotes = rows.Comma == '\t'
	for first := true; ; first = false {
		cells, err := rows.Read()
		if err == io.EOF {
			break
		}
		var bad *csv.ParseError
		switch {
		case errors.As(err, &bad):
			list.bad(bad.Line, bad.Err.Error())
			return nil, list.err()
		case err != nil:
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if line, _ := rows.FieldPos(0); !first || !list.header(cells) {
			list.row(line, cells)
		}
	}
	if list.wrong > 0 {
		return nil, list.err()
	}
	if len(list.known) == 0 {
		comments := ""
		if len(start) > 0 && start[0] == '#' {
			comments = "; lines that begin with # are comments"
		}
		return nil, fmt.Errorf("%s: no actors in it%s", file, comments)
	}
	return actor.NewGazetteer(list.known), nil
}

// separator is what stands between the cells of the first line that is none of
// the comments.
func separator(start []byte) rune {
	for line := range bytes.Lines(start) {
		if len(bytes.TrimSpace(line)) == 0 || line[0] == '#' {
			continue
		}
		switch {
		case bytes.IndexByte(line, '\t') >= 0:
			return '\t'
		case bytes.IndexByte(line, ',') < 0 && bytes.IndexByte(line, ';') >= 0:
			return ';'
		}
		return ','
	}
	return ','
}

// actorList is a list that is being read.
type actorList struct {
	file      string
	columns   [columnCount]int // -1: the list has none
	countries map[string]article.Opt
	known     []actor.Known
	first     string // what is wrong with the first bad row
	wrong     int
}

// header takes cells as the names of the columns if one of them is "name".
func (l *actorList) header(cells []string) bool {
	columns := [columnCount]int{-1, -1, -1, -1, -1, -1}
	for i, cell := range cells {
		cell = strings.ToLower(strings.Join(strings.FieldsFunc(cell, func(r rune) bool { return r == '_' || r == ' ' || r == '-' }), " "))
		for c, names := range columnNames {
			if columns[c] < 0 && slices.Contains(names, cell) {
				columns[c] = i
			}
		}
	}
	if columns[columnName] < 0 {
		return false
	}
	l.columns = columns
	return true
}

// row adds one actor.
func (l *actorList) row(line int, cells []string) {
	cell := func(c int) string {
		if i := l.columns[c]; i >= 0 && i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	for _, s := range cells {
		if !utf8.ValidString(s) {
			l.bad(line, "not UTF-8")
			return
		}
	}
	k := actor.Known{Name: plain(cell(columnName)), Role: plain(cell(columnRole)), ID: article.Opt(cell(columnID))}
	var ok bool
	switch {
	case k.Name == "":
		l.bad(line, "no name")
	case l.columns == [columnCount]int{0, 1, 2, 3, 4, 5} && len(cells) > columnCount:
		l.bad(line, fmt.Sprintf("%d columns; without a header there are name, aliases, kind, country, role, external id", len(cells)))
	default:
		if k.Kind, ok = kindOf(cell(columnKind)); !ok {
			l.bad(line, fmt.Sprintf("unknown kind %q; there are %s", cell(columnKind), kindNames()))
			return
		}
		if k.Country, ok = l.country(cell(columnCountry)); !ok {
			l.bad(line, fmt.Sprintf("unknown country %q; use a name or a code of two letters", cell(columnCountry)))
			return
		}
		for s := range strings.FieldsFuncSeq(cell(columnAliases), func(r rune) bool { return r == '|' || r == ';' }) {
			if s = plain(s); s != "" {
				k.Aliases = append(k.Aliases, s)
			}
		}
		l.known = append(l.known, k)
	}
}

// plain is s in NFC, on one line and with single spaces, as texts are.
func plain(s string) string {
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

func kindOf(s string) (article.ActorKind, bool) {
	k := article.ActorKind(strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(s), " ", "_"), "organisation", "organization"))
	return k, k == "" || slices.Contains(article.ActorKinds, k)
}

func kindNames() string {
	var list []string
	for _, k := range article.ActorKinds {
		list = append(list, string(k))
	}
	return strings.Join(list, ", ")
}

// country reads a code or a name.
func (l *actorList) country(s string) (article.Opt, bool) {
	if s == "" {
		return "", true
	}
	c, ok := l.countries[strings.ToLower(s)]
	return c, ok
}

// countryCodes are the codes by themselves and by the names of their countries,
// in lower case.
func countryCodes() map[string]article.Opt {
	codes := map[string]article.Opt{}
	for _, row := range lexicon.Open("countries")().Rows() {
		code := article.Opt(row.Field(1))
		codes[strings.ToLower(row.Key())] = code
		codes[strings.ToLower(string(code))] = code
	}
	return codes
}

func (l *actorList) bad(line int, what string) {
	if l.wrong++; l.wrong == 1 {
		l.first = fmt.Sprintf("%s:%d: %s", l.file, line, what)
	}
}

func (l *actorList) err() error {
	switch l.wrong {
	case 1:
		return errors.New(l.first)
	case 2:
		return fmt.Errorf("%s; and one more bad row", l.first)
	}
	return fmt.Errorf("%s; and %d more bad rows", l.first, l.wrong-1)
}
