package export

import (
	"bytes"
	"cmp"
	"encoding/json"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"

	"dossier/article"
)

// Index is a page over the files of a format, made of what each says of itself:
// so it can be made without the articles, of pages old and new.
type Index struct {
	Name string // of its file, in the folder of the outputs
	// Read finds in the first bytes of a file what an index says of it; false where
	// they are no page of ours.
	Read func(head []byte) (IndexEntry, bool)
	// Write makes the index; the order of entries does not matter.
	Write func(w io.Writer, entries []IndexEntry, opts Options) error
}

// IndexEntry is an article as an index lists it.
type IndexEntry struct {
	Href      string   `json:"-"` // where its page is
	Title     string   `json:"title"`
	Date      string   `json:"date"` // of publication, ISO 8601; "" where none is known
	Source    string   `json:"source"`
	Lang      string   `json:"lang"`
	Words     int      `json:"words"`
	Quotes    int      `json:"quotes"`
	Positions int      `json:"positions"`
	Actors    int      `json:"actors"`
	Top       []string `json:"top"` // who says most
}

var htmlIndex = Index{Name: "index.html", Read: readHTMLEntry, Write: writeHTMLIndex}

// How long what an index says of an article may be.
const (
	entryTop   = 4
	entryTitle = 300 // runes
	entryName  = 60
)

// entry is what the index says of the article.
func (h *htmlArticle) entry() IndexEntry {
	a := h.v.Article
	words, _ := length(a)
	e := IndexEntry{
		Title: shortened(h.Title, entryTitle), Source: shortened(sourceWords(a), entryName), Lang: h.Lang,
		Words: words, Quotes: len(a.Quotes), Positions: len(a.Positions), Actors: len(h.Actors), Top: []string{},
	}
	if a.Published != nil {
		e.Date = a.Published.Value
	}
	for _, x := range h.Actors {
		if len(e.Top) < entryTop && x.Count > 0 {
			e.Top = append(e.Top, shortened(x.Name, entryName))
		}
	}
	return e
}

// shortened is s in at most n runes.
func shortened(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

func (e IndexEntry) encoded() string {
	b, err := json.Marshal(e)
	if err != nil {
		panic("export: " + err.Error()) // strings and numbers always marshal
	}
	return string(b)
}

// readHTMLEntry reads what encoded has written into the head of a page.
func readHTMLEntry(head []byte) (e IndexEntry, ok bool) {
	before, rest, found := bytes.Cut(head, []byte(`<meta name="dossier" content="`))
	if !found || !bytes.HasPrefix(head, []byte("<!DOCTYPE html>")) || !bytes.Contains(before, []byte(HTMLMark)) || bytes.Contains(before, []byte("<title>")) {
		return e, false
	}
	content, _, closed := bytes.Cut(rest, []byte(`"`))
	return e, closed && json.Unmarshal([]byte(html.UnescapeString(string(content))), &e) == nil
}

// writeHTMLIndex writes the index of a folder.
func writeHTMLIndex(w io.Writer, entries []IndexEntry, opts Options) error {
	l := labelsFor(opts.Labels)
	title := oneLine(opts.Title)
	if title == "" {
		title = l.counted("dossier.title", len(entries))
	}
	p := newHTMLPage(l, title)
	p.Index = newHTMLRows(l, entries)
	b, err := htmlBytes("page", p)
	if err == nil {
		_, err = w.Write(b)
	}
	return err
}

// htmlRows are the lines of an index, the newest article first.
type htmlRows struct {
	Rows    []htmlIndexRow
	Sources []string
	Period  string
	Counts  string
}

type htmlIndexRow struct {
	IndexEntry
	Day    string
	Counts string
}

func newHTMLRows(l labelSet, entries []IndexEntry) *htmlRows {
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(x, y IndexEntry) int {
		return cmp.Or(cmp.Compare(y.Date, x.Date), cmp.Compare(x.Title, y.Title), cmp.Compare(x.Href, y.Href))
	})
	rows := &htmlRows{}
	sources := map[string]bool{}
	n := strconv.Itoa
	for _, e := range entries {
		row := htmlIndexRow{IndexEntry: e, Counts: strings.Join([]string{
			l.get("index.words", "n", n(e.Words)), l.get("quotes") + " " + n(e.Quotes), l.get("positions") + " " + n(e.Positions), l.get("actors") + " " + n(e.Actors),
		}, " · ")}
		if e.Date != "" {
			row.Day = l.dateText("date.short", &article.Date{Value: e.Date})
		}
		rows.Rows = append(rows.Rows, row)
		if e.Source != "" && !sources[e.Source] {
			sources[e.Source] = true
			rows.Sources = append(rows.Sources, e.Source)
		}
	}
	slices.Sort(rows.Sources)
	key := "index.sources"
	if len(sources) == 1 {
		key += ".1"
	}
	rows.Counts = l.get(key, "n", n(len(sources)))
	rows.Period = periodOf(l, entries)
	return rows
}

// periodOf is the first and the last day of entries, the newest first.
func periodOf(l labelSet, entries []IndexEntry) string {
	dated := slices.DeleteFunc(slices.Clone(entries), func(e IndexEntry) bool { return e.Date == "" })
	if len(dated) == 0 {
		return ""
	}
	day := func(e IndexEntry) string { return l.dateText("date.short", &article.Date{Value: e.Date}) }
	first, last := day(dated[len(dated)-1]), day(dated[0])
	if first == last {
		return first
	}
	return first + " – " + last
}
