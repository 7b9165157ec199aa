package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dossier/article"
	"dossier/formats/xlsx"
)

// Reading back a workbook that an analyst edited. The workbook keeps the
// articles it was made from; they are rendered once more, and what differs from
// that in a cell that may be corrected is a correction.

// ErrWorkbook is wrapped by errors about a workbook that cannot be read back.
var ErrWorkbook = errors.New("workbook")

// Corrected is what a workbook says of one article.
type Corrected struct {
	Base     *article.Article // as the workbook was made from it
	Problems []string         // cells and rows that are wrong: nothing may be applied
	Warnings []string         // changes that are not read back
	changes  []change
}

// change is a correction with what it takes to compare it with another state of
// the article.
type change struct {
	article.Correction
	where string // "Positions!F5"
	sheet string
	row   rowKey
	title string // of the column
	was   string // the cells' words, before and after
	now   string
	add   bool
}

// rowKey tells the rows of a sheet apart.
type rowKey struct{ article, source, item string }

// editable is a sheet that is read back: where its ids stand, and which columns
// may be corrected, by title.
type editable struct {
	sheet  string
	kind   article.ItemKind
	ids    []string
	words  string            // the column with the words of a new item
	fields map[string]string // title -> field of a correction
	extra  map[string]string // title -> value of a new item beside the fields
}

var editables = []editable{
	{"Actors", article.ItemActor, []string{"Actor id"}, "Name",
		map[string]string{"Name": "name", "Kind": "kind", "Note": "note"}, nil},
	{"Roles", article.ItemRole, []string{"Actor id", "From character"}, "Role",
		map[string]string{"Role": "role", "Status": "status"}, map[string]string{"Actor": "actor"}},
	{"Positions", article.ItemPosition, []string{"Position id"}, "Statement",
		map[string]string{"Holder": "holder", "Stance": "stance", "Target": "target", "Issue": "issue", "Review": "review", "Note": "note"}, nil},
	{"Quotes", article.ItemQuote, []string{"Quote id"}, "Quote",
		map[string]string{"Speaker": "speaker", "Review": "review", "Note": "note"}, nil},
}

// ReadCorrections reads the corrections out of an edited workbook, article by
// article. By and at are noted with each. A workbook that this program did not
// write, or whose hidden copy is damaged, is an error that wraps ErrWorkbook.
func ReadCorrections(book []byte, by, at string) ([]*Corrected, error) {
	edited, err := readBook(book)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrWorkbook, err)
	}
	list, err := basesOf(edited["_meta"])
	if err != nil {
		return nil, err
	}
	base, err := rendered(list)
	if err != nil {
		return nil, err
	}
	r := &bookReader{list: list, edited: edited, base: base, by: article.Opt(by), at: article.Opt(at)}
	for _, e := range editables {
		r.read(e)
	}
	return list, nil
}

// grid is a sheet as rows of texts.
type grid [][]string

func readBook(book []byte) (map[string]grid, error) {
	sheets, err := xlsx.Read(book)
	if err != nil {
		return nil, err
	}
	out := map[string]grid{}
	for _, s := range sheets {
		out[s.Name] = s.Rows
	}
	return out, nil
}

// rendered is the workbook of articles as it was before the edits.
func rendered(list []*Corrected) (map[string]grid, error) {
	var b bytes.Buffer
	w := Workbook.Open(&b, Options{})
	for _, c := range list {
		if err := w.Add(c.Base); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return readBook(b.Bytes())
}

// basesOf reads the articles from the hidden sheet; a part of all that got no share has none.
func basesOf(meta grid) ([]*Corrected, error) {
	damaged := fmt.Errorf("%w: its hidden sheet _meta is missing or damaged; it was not written by dossier, or an editor dropped it", ErrWorkbook)
	if len(meta) == 0 || len(meta[0]) < 6 || meta[0][0] != "article_id" {
		return nil, damaged
	}
	var list []*Corrected
	var line strings.Builder
	for _, row := range meta[1:] {
		if len(row) < 6 {
			return nil, damaged
		}
		line.WriteString(row[5])
		if row[3] != row[4] {
			continue
		}
		var a article.Article
		if err := json.Unmarshal([]byte(line.String()), &a); err != nil {
			return nil, damaged
		}
		list = append(list, &Corrected{Base: &a})
		line.Reset()
	}
	if line.Len() > 0 {
		return nil, damaged
	}
	return list, nil
}

// bookReader compares a workbook with what it was.
type bookReader struct {
	list         []*Corrected
	edited, base map[string]grid
	by, at       article.Opt
}

// read compares one sheet.
func (r *bookReader) read(e editable) {
	now, ok := newTable(e, r.edited[e.sheet])
	if !ok {
		r.all(fmt.Sprintf("the sheet %s, or its columns %s, are missing", e.sheet, strings.Join(e.ids, " and ")))
		return
	}
	was, _ := newTable(e, r.base[e.sheet])
	seen := map[rowKey]int{}
	var fresh []int
	for i := range now.rows {
		key, any := r.key(now, i)
		switch {
		case !any:
		case key.item == "":
			fresh = append(fresh, i)
		case seen[key] > 0:
			r.problem(key, "%s row %d repeats row %d", e.sheet, i+2, seen[key])
		case was.at(r, key) < 0:
			r.problem(key, "%s row %d has an id that this workbook never gave", e.sheet, i+2)
		default:
			seen[key] = i + 2
			r.compare(now, i, was, was.at(r, key), key)
		}
	}
	gone := r.gone(was, seen)
	for _, i := range fresh {
		r.add(now, i, was, gone)
	}
	for _, key := range gone {
		if c := r.find(key); c != nil {
			c.Warnings = append(c.Warnings, fmt.Sprintf("%s: the row of %q is gone, which changes nothing; to leave an item out, write rejected under Review",
				e.sheet, inBrief(was.cell(was.at(r, key), e.words))))
		}
	}
}

// table is a sheet by the titles of its columns.
type table struct {
	editable
	rows    [][]string
	columns map[string]int
	index   map[rowKey]int
}

// newTable reads the head of a sheet; false where its ids are missing.
func newTable(e editable, g grid) (*table, bool) {
	t := &table{editable: e, columns: map[string]int{}}
	if len(g) == 0 {
		return t, false
	}
	for i, title := range g[0] {
		t.columns[strings.TrimSpace(title)] = i
	}
	t.rows = g[1:]
	for _, id := range append([]string{"Article id", e.words}, e.ids...) {
		if _, ok := t.columns[id]; !ok {
			return t, false
		}
	}
	return t, true
}

// cell is a cell's text, "" beyond the row's end.
func (t *table) cell(row int, title string) string {
	i, ok := t.columns[title]
	if !ok || row < 0 || i >= len(t.rows[row]) {
		return ""
	}
	return strings.TrimSpace(t.rows[row][i])
}

// key is what tells a row apart, and whether anything stands in it.
func (r *bookReader) key(t *table, i int) (key rowKey, any bool) {
	any = slices.ContainsFunc(t.rows[i], func(s string) bool { return strings.TrimSpace(s) != "" })
	key.article, key.source = t.cell(i, "Article id"), t.cell(i, "Source")
	var ids []string
	for _, id := range t.ids {
		ids = append(ids, t.cell(i, id))
	}
	if !slices.Contains(ids, "") {
		key.item = strings.Join(ids, "@")
	}
	return key, any
}

// at is the row of that key, or -1.
func (t *table) at(r *bookReader, key rowKey) int {
	if t.index == nil {
		t.index = map[rowKey]int{}
		for i := range t.rows {
			if k, any := r.key(t, i); any && k.item != "" {
				t.index[k] = i
			}
		}
	}
	if i, ok := t.index[key]; ok {
		return i
	}
	return -1
}

// find is the article that a row belongs to, or nil.
func (r *bookReader) find(key rowKey) *Corrected {
	if len(r.list) == 1 {
		return r.list[0]
	}
	var found []*Corrected
	for _, c := range r.list {
		if (key.article == "" || c.Base.ID == key.article) && (key.source == "" || c.Base.Source.Name == key.source) {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// problem notes what is wrong with a row, with all articles if it names none.
func (r *bookReader) problem(key rowKey, format string, args ...any) {
	if c := r.find(key); c != nil {
		c.Problems = append(c.Problems, fmt.Sprintf(format, args...))
		return
	}
	r.all(fmt.Sprintf(format, args...))
}

func (r *bookReader) all(problem string) {
	for _, c := range r.list {
		c.Problems = append(c.Problems, problem)
	}
}

// gone lists the rows of was that were not seen.
func (r *bookReader) gone(was *table, seen map[rowKey]int) []rowKey {
	var list []rowKey
	for i := range was.rows {
		if key, any := r.key(was, i); any && key.item != "" && seen[key] == 0 {
			list = append(list, key)
		}
	}
	return list
}

// compare notes what differs between a row and what it was.
func (r *bookReader) compare(now *table, i int, was *table, j int, key rowKey) {
	c := r.find(key)
	if c == nil {
		r.problem(key, "%s row %d is of no article of the workbook", now.sheet, i+2)
		return
	}
	for _, title := range sortedTitles(now.columns) {
		if _, ok := was.columns[title]; !ok {
			continue // a column of the analyst's own
		}
		before, after := was.cell(j, title), now.cell(i, title)
		if sameCell(before, after) {
			continue
		}
		where := fmt.Sprintf("%s!%s%d", now.sheet, columnName(now.columns[title]), i+2)
		field := now.fields[title]
		if field == "" {
			c.Warnings = append(c.Warnings, fmt.Sprintf("%s: %s is not read back; %q stays %q", where, title, inBrief(before), inBrief(before)))
			continue
		}
		item, ok := itemOf(c.Base, now.kind, key.item)
		if !ok {
			c.Problems = append(c.Problems, fmt.Sprintf("%s: the row's item is not in the article", where))
			continue
		}
		c.changes = append(c.changes, change{
			Correction: r.correction(c, item, field, fieldValue(field, before), fieldValue(field, after)),
			where:      where, sheet: now.sheet, row: key, title: title, was: before, now: after,
		})
	}
}

func (r *bookReader) correction(c *Corrected, item article.Item, field, was, now string) article.Correction {
	return article.Correction{
		Article: c.Base.ID, Source: c.Base.Source.Name, Item: item, Field: field,
		Was: article.Opt(was), Now: article.Opt(now), By: r.by, At: r.at,
	}
}

// add notes a row without an id: a new item, or one whose id somebody deleted.
func (r *bookReader) add(t *table, i int, was *table, gone []rowKey) {
	key, _ := r.key(t, i)
	words := t.cell(i, t.words)
	for _, old := range gone {
		if words != "" && was.cell(was.at(r, old), t.words) == words && (t.kind != article.ItemRole || was.cell(was.at(r, old), "Actor") == t.cell(i, "Actor")) {
			r.problem(old, "%s row %d has lost its id, which stood in a hidden column", t.sheet, i+2)
			return
		}
	}
	c := r.find(key)
	if c == nil {
		r.problem(key, "%s row %d is new and does not say of which article; fill in Source", t.sheet, i+2)
		return
	}
	if words == "" {
		r.problem(key, "%s row %d is new and has no %s", t.sheet, i+2, t.words)
		return
	}
	x := r.correction(c, article.Item{Kind: t.kind, Spans: []article.Span{}, Text: words}, article.Added, "", "")
	x.Values = map[string]string{}
	for _, columns := range []map[string]string{t.fields, t.extra} {
		for title, field := range columns {
			if v := t.cell(i, title); v != "" && title != t.words {
				x.Values[field] = fieldValue(field, v)
			}
		}
	}
	c.changes = append(c.changes, change{Correction: x, where: fmt.Sprintf("%s row %d", t.sheet, i+2), sheet: t.sheet, add: true, now: words})
}

// itemOf names the item of a row.
func itemOf(a *article.Article, kind article.ItemKind, id string) (article.Item, bool) {
	if kind != article.ItemRole {
		return a.Item(id)
	}
	actor, at, _ := strings.Cut(id, "@")
	points := a.Points()
	for i := range a.Actors {
		x := &a.Actors[i]
		for j := range x.Roles {
			if x.ID == actor && strconv.Itoa(points(x.Roles[j].Span.Start)) == at {
				return x.RoleItem(j), true
			}
		}
	}
	return article.Item{}, false
}

// fieldValue is a cell as a correction says it: closed sets by their values.
func fieldValue(field, cell string) string {
	switch field {
	case "kind", "stance", "status", "review":
		return strings.ReplaceAll(strings.ToLower(cell), " ", "_")
	}
	return cell
}

// sameCell compares cells. Programs write numbers and line ends in their own ways.
func sameCell(a, b string) bool {
	if a == b || oneLine(a) == oneLine(b) {
		return true
	}
	x, err1 := strconv.ParseFloat(strings.Replace(a, ",", ".", 1), 64)
	y, err2 := strconv.ParseFloat(strings.Replace(b, ",", ".", 1), 64)
	return err1 == nil && err2 == nil && x == y
}

func sortedTitles(columns map[string]int) []string {
	titles := make([]string, 0, len(columns))
	for t := range columns {
		titles = append(titles, t)
	}
	slices.SortFunc(titles, func(a, b string) int { return columns[a] - columns[b] })
	return titles
}

// columnName is the letters of column i, from 0.
func columnName(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}

// inBrief is a text as a message shows it.
func inBrief(s string) string {
	if r := []rune(oneLine(s)); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return oneLine(s)
}

// Outcome is what came of applying a workbook's corrections to an article.
type Outcome struct {
	Changes   []string // applied, one a line as a person reads them
	Problems  []string // why nothing was: what is wrong with the workbook
	Conflicts []string // why nothing was: cells that the article has changed since
	Log       []byte   // the corrections as JSON Lines
}

// Of reports whether c is about that article.
func (c *Corrected) Of(a *article.Article) bool {
	return c.Base.ID == a.ID && c.Base.Source.Name == a.Source.Name
}

// Apply returns a copy of the article with the corrections applied that it
// still needs: all of them or, if the outcome has problems or conflicts, none.
func (c *Corrected) Apply(a *article.Article) (*article.Article, Outcome) {
	out := Outcome{Problems: c.Problems}
	list, conflicts, err := c.against(a)
	if err == nil && len(c.Problems)+len(conflicts) == 0 {
		got, errs := article.Correct(a, corrections(list))
		for _, e := range errs {
			out.Problems = append(out.Problems, strings.TrimPrefix(e.Error(), article.ErrCorrection.Error()+": "))
		}
		if len(errs) == 0 {
			out.Changes = diff(list)
			out.Log, err = a.Log(corrections(list))
			if err == nil {
				return got, out
			}
		}
	}
	if err != nil {
		out.Problems = append(out.Problems, err.Error())
	}
	out.Conflicts = conflicts
	return a, out
}

func corrections(list []change) []article.Correction {
	out := make([]article.Correction, len(list))
	for i := range list {
		out[i] = list[i].Correction
	}
	return out
}

// Diff lists the changes, one a line, as a person reads them.
func (c *Corrected) Diff() []string { return diff(c.changes) }

func diff(changes []change) []string {
	var lines []string
	for _, x := range changes {
		if x.add {
			lines = append(lines, fmt.Sprintf("%s: new %s %q", x.where, x.Item.Kind, inBrief(x.now)))
			continue
		}
		lines = append(lines, fmt.Sprintf("%s: %s of %q: %q -> %q", x.where, x.title, inBrief(x.Item.Text), inBrief(x.was), inBrief(x.now)))
	}
	return lines
}

// against returns the changes that the article as it now is still needs.
// A cell that has since been changed to something else there is a conflict; one
// that already reads as the workbook says is left alone.
func (c *Corrected) against(now *article.Article) (list []change, conflicts []string, err error) {
	book, err := rendered([]*Corrected{{Base: now}})
	if err != nil {
		return nil, nil, err
	}
	r := &bookReader{list: []*Corrected{{Base: now}}}
	tables := map[string]*table{}
	for _, e := range editables {
		tables[e.sheet], _ = newTable(e, book[e.sheet])
	}
	for _, x := range c.changes {
		if applied(now, &x) {
			continue
		}
		if x.add {
			list = append(list, x)
			continue
		}
		t := tables[x.sheet]
		key := x.row
		key.article, key.source = now.ID, ""
		i := t.at(r, key)
		switch {
		case i < 0:
			conflicts = append(conflicts, fmt.Sprintf("%s: %s %q is not in the article any more", x.where, x.Item.Kind, inBrief(x.Item.Text)))
		case sameCell(t.cell(i, x.title), x.was):
			list = append(list, x)
		case !sameCell(t.cell(i, x.title), x.now):
			conflicts = append(conflicts, fmt.Sprintf("%s: %s was %q; the workbook says %q, the article now says %q",
				x.where, x.title, inBrief(x.was), inBrief(x.now), inBrief(t.cell(i, x.title))))
		}
	}
	return list, conflicts, nil
}

// applied reports whether the article's edits hold the change already.
func applied(a *article.Article, x *change) bool {
	id, _, _ := strings.Cut(x.row.item, "@")
	return slices.ContainsFunc(a.Edits, func(e article.Edit) bool {
		switch {
		case e.Field != string(x.Item.Kind)+"."+x.Field:
			return false
		case x.add:
			return string(e.Now) == x.Item.Text
		}
		return e.Item == id && e.Now == x.Now
	})
}
