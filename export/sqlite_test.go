package export

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dossier/article"
)

var testArticles = []string{"tram", "nasty", "bare", "wire"}

// databaseOf is an open database of those articles.
func databaseOf(t *testing.T, list ...*article.Article) (*database, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a b?#%41.sqlite") // a name that an address has to escape
	if err := os.WriteFile(path, write(t, SQLite, Options{}, list...), 0o666); err != nil {
		t.Fatal(err)
	}
	return reopen(t, path), path
}

func reopen(t *testing.T, path string) *database {
	t.Helper()
	d, err := openDatabase(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.close() })
	return d
}

func loadAll(t *testing.T) []*article.Article {
	var list []*article.Article
	for _, name := range testArticles {
		list = append(list, load(t, name))
	}
	return list
}

// selectRows are the rows of an answer, as text.
func selectRows(t *testing.T, d *database, query string) [][]string {
	t.Helper()
	rows, err := d.conn.QueryContext(t.Context(), query)
	if err != nil {
		t.Fatalf("%v: %s", err, query)
	}
	defer rows.Close()
	names, _ := rows.Columns()
	list := [][]string{names}
	for rows.Next() {
		cells, into := make([]any, len(names)), make([]any, len(names))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		line := make([]string, len(cells))
		for i, c := range cells {
			if c != nil {
				line[i] = fmt.Sprint(c)
			}
		}
		list = append(list, line)
	}
	if err := rows.Err(); err != nil {
		t.Fatalf("%v: %s", err, query)
	}
	return list
}

// none asks for an answer without rows.
func none(t *testing.T, d *database, query string) {
	t.Helper()
	if rows := selectRows(t, d, query); len(rows) > 1 {
		t.Errorf("%s:\n%q", query, rows[1:min(6, len(rows))])
	}
}

// dump is the content of a database in one text, its rows in order.
func dump(t *testing.T, d *database) string {
	t.Helper()
	var lines []string
	for _, table := range append([]string{"articles", "entities", "dossier", "columns"}, childTables...) {
		for _, row := range selectRows(t, d, "SELECT * FROM "+table) {
			lines = append(lines, fmt.Sprintf("%s %q", table, row))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// sound checks a database as SQLite can, and that every place reads as its words.
func sound(t *testing.T, d *database) {
	t.Helper()
	if rows := selectRows(t, d, "PRAGMA integrity_check"); rows[1][0] != "ok" {
		t.Errorf("integrity: %q", rows)
	}
	none(t, d, "PRAGMA foreign_key_check")
	for _, query := range []string{
		"SELECT m.text FROM mentions m JOIN articles a USING (article) WHERE substr(a.text, char_start + 1, char_end - char_start) <> m.text",
		"SELECT q.quote_id FROM quotes q JOIN articles a USING (article) JOIN spans s ON s.article = q.article AND item_id = quote_id AND part = 'quote' " +
			"WHERE instr(q.quote, substr(a.text, s.char_start + 1, s.char_end - s.char_start)) = 0",
		"SELECT p.position_id FROM positions p LEFT JOIN spans s ON s.article = p.article AND item_id = position_id AND part = 'statement' WHERE s.n IS NULL",
		"SELECT * FROM blocks WHERE char_start > char_end OR line_start > line_end OR raw_start > raw_end",
		"SELECT name FROM actors WHERE entity IS NOT NULL AND entity NOT IN (SELECT entity FROM entities)",
	} {
		none(t, d, query)
	}
	for _, index := range []string{"articles_text", "quotes_text"} {
		if err := d.exec("INSERT INTO " + index + " (" + index + ", rank) VALUES ('integrity-check', 1)"); err != nil {
			t.Errorf("%s: %v", index, err)
		}
	}
}

func TestSQLite(t *testing.T) {
	d, _ := databaseOf(t, loadAll(t)...)
	sound(t, d)
	none(t, d, "SELECT name FROM actors WHERE entity IS NULL")
	none(t, d, "SELECT m.name, i.name FROM sqlite_schema m JOIN pragma_table_info(m.name) i LEFT JOIN columns c ON c.table_name = m.name "+
		"AND c.column_name = i.name WHERE m.type = 'table' AND m.sql NOT LIKE '%VIRTUAL%' AND m.name NOT LIKE '%\\_text\\_%' ESCAPE '\\' AND c.about IS NULL")
	for _, view := range []string{"position_list", "stance_list"} {
		if rows := selectRows(t, d, "SELECT * FROM "+view); len(rows) < 2 {
			t.Errorf("%s is empty", view)
		}
	}
}

// TestSQLiteQuotes: the view quote_list is the CSV of quotes.
func TestSQLiteQuotes(t *testing.T) {
	d, _ := databaseOf(t, loadAll(t)...)
	want, err := csv.NewReader(bytes.NewReader(render(t, CSV, Options{}, testArticles...))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	got := selectRows(t, d, "SELECT l.* FROM quote_list l JOIN articles a USING (article_id, source) JOIN quotes q USING (article, quote_id) ORDER BY q.quote_no")
	for i := range got {
		for j := range got[i] { // an id with a zero character; see stored
			got[i][j] = strings.ReplaceAll(got[i][j], "\uFFFD", "")
			want[i][j] = strings.ReplaceAll(want[i][j], "\uFFFD", "")
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the rows differ:\n%q\n%q", got, want)
	}
}

// TestSQLiteSearch looks for words, with and without their accents, and for what is
// gone.
func TestSQLiteSearch(t *testing.T) {
	a := load(t, "tram")
	d, _ := databaseOf(t, a)
	word := strings.ToUpper(strings.Fields(a.Quotes[0].Text)[1])
	for query, index := range map[string]string{
		"SELECT quote_id FROM quotes_text JOIN quotes ON quote_no = quotes_text.rowid WHERE quotes_text MATCH '" + word + "'": "quotes",
		"SELECT snippet(articles_text, 2, '[', ']', '…', 8) FROM articles_text WHERE articles_text MATCH '" + word + "'":      "articles",
	} {
		if rows := selectRows(t, d, query); len(rows) < 2 {
			t.Errorf("%s: %s is not found", index, word)
		}
	}
	if err := d.exec("DELETE FROM articles"); err != nil {
		t.Fatal(err)
	}
	none(t, d, "SELECT rowid FROM quotes_text WHERE quotes_text MATCH '"+word+"'")
	none(t, d, "SELECT * FROM actors")
	sound(t, d)
}

// bringUp adds articles to the database at path.
func bringUp(t *testing.T, path string, list ...*article.Article) {
	t.Helper()
	w, err := SQLite.Update(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range list {
		if err := w.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestSQLiteUpdate: a second run replaces what changed, keeps the rest, and what
// somebody has beside it.
func TestSQLiteUpdate(t *testing.T) {
	list := loadAll(t)
	d, path := databaseOf(t, list...)
	first := dump(t, d)
	if err := d.exec("CREATE TABLE labels (article REFERENCES articles ON DELETE CASCADE, quote REFERENCES quotes (quote_no), label)"); err != nil {
		t.Fatal(err)
	}
	if err := d.exec("INSERT INTO labels SELECT article, quote_no, 'mine' FROM quotes"); err != nil {
		t.Fatal(err)
	}
	labels := selectRows(t, d, "SELECT * FROM labels")
	d.close()
	bringUp(t, path, list[1], list[3])
	d = reopen(t, path)
	if got := dump(t, d); got != first {
		t.Error("the same again: " + firstDifference(got, first))
	}
	d.close()

	changed := list[0].Clone()
	changed.Title, changed.Quotes[0].Confidence, changed.Notes = "Another", 0.125, nil
	bringUp(t, path, changed)
	d = reopen(t, path)
	sound(t, d)
	if rows := selectRows(t, d, "SELECT title, confidence FROM quote_list WHERE quote_id = 'q1' AND title = 'Another'"); len(rows) != 2 || rows[1][1] != "0.125" {
		t.Errorf("%q", rows)
	}
	none(t, d, "SELECT * FROM notes JOIN articles USING (article) WHERE title = 'Another'")
	if got := selectRows(t, d, "SELECT * FROM labels"); !reflect.DeepEqual(got, labels) {
		t.Errorf("labels: %q, want %q", got, labels)
	}
	d.close()
	bringUp(t, path, list[0])
	if got := dump(t, reopen(t, path)); got != first {
		t.Error("back again: " + firstDifference(got, first))
	}
}

// TestSQLiteCopies: the very same is in it once; another article with the id and
// the file's name of one beside it, on every run.
func TestSQLiteCopies(t *testing.T) {
	a := load(t, "tram")
	b := load(t, "wire")
	b.ID, b.Source.Name = a.ID, a.Source.Name
	d, path := databaseOf(t, a, a, b, b)
	first := dump(t, d)
	if rows := selectRows(t, d, "SELECT copy FROM articles ORDER BY article"); len(rows) != 3 || rows[1][0] != "0" || rows[2][0] != "1" {
		t.Fatalf("%q", rows)
	}
	d.close()
	bringUp(t, path, a, b, a)
	if got := dump(t, reopen(t, path)); got != first {
		t.Error(firstDifference(got, first))
	}
}

// TestSQLiteTwins: one text from two files is two articles of one cast.
func TestSQLiteTwins(t *testing.T) {
	a := load(t, "tram")
	b := load(t, "tram")
	b.Source.Name = "other.md"
	d, _ := databaseOf(t, a, b)
	sound(t, d)
	none(t, d, "SELECT x.name FROM actors x JOIN actors y USING (actor_id) WHERE x.article < y.article AND x.entity IS NOT y.entity")
	none(t, d, "SELECT name FROM entities WHERE articles <> 1")
}

// TestSQLiteBlank: an article made by hand may name nobody.
func TestSQLiteBlank(t *testing.T) {
	a := load(t, "tram")
	for i := range a.Actors {
		a.Actors[i].Name = "\n\t"
	}
	d, _ := databaseOf(t, a)
	sound(t, d)
	for _, f := range []*Format{GraphML, FTM, Workbook} {
		write(t, f, Options{}, a, load(t, "wire"))
	}
}

// TestSQLiteEntities: ids and members are those of the graph.
func TestSQLiteEntities(t *testing.T) {
	list := loadAll(t)
	d, _ := databaseOf(t, list...)
	g := newGraph()
	for _, a := range list {
		g.add(a)
	}
	known := map[string]string{}
	for _, row := range selectRows(t, d, "SELECT entity, name FROM entities")[1:] {
		known[row[0]] = row[1]
	}
	nodes, _ := g.close()
	for _, x := range nodes {
		if x.kind != nodeIssue && x.kind != nodeWords && known[x.id] != x.label {
			t.Errorf("%s is %q, in the graph %q", x.id, known[x.id], x.label)
		}
	}
}

// TestSQLiteJoin: the databases of shards make the database of all.
func TestSQLiteJoin(t *testing.T) {
	list := loadAll(t)
	whole, _ := databaseOf(t, list...)
	_, one := databaseOf(t, list[0], list[1])
	_, two := databaseOf(t, list[1], list[2], list[3])
	path := filepath.Join(t.TempDir(), "all.sqlite")
	j, out, err := joinParts(t, one, two)
	if err != nil || j != (Joined{Items: 4, Twice: 1}) {
		t.Fatalf("%+v %v", j, err)
	}
	if err := os.WriteFile(path, out, 0o666); err != nil {
		t.Fatal(err)
	}
	d := reopen(t, path)
	sound(t, d)
	if got, want := dump(t, d), dump(t, whole); got != want {
		t.Error(firstDifference(got, want))
	}
	bringUp(t, one, list[0]) // closed, it can be joined; open, it cannot
	w, err := SQLite.Update(one, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := joinParts(t, one, two); err == nil || !strings.Contains(err.Error(), "convert to it once more") {
		t.Errorf("a database in use: %v", err)
	}
	w.Close()
	if _, _, err := joinParts(t, one, two); err != nil {
		t.Error(err)
	}
	foreign := filepath.Join(t.TempDir(), "f.sqlite")
	os.WriteFile(foreign, []byte("SQLite format 3\x00 and so on"), 0o666)
	if _, _, err := joinParts(t, one, foreign); err == nil || !strings.Contains(err.Error(), "no database of dossier") {
		t.Errorf("a foreign file: %v", err)
	}
}

func joinParts(t *testing.T, names ...string) (Joined, []byte, error) {
	t.Helper()
	var parts []Part
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		info, _ := f.Stat()
		parts = append(parts, Part{Name: name, Size: info.Size(), ReaderAt: f})
	}
	var out bytes.Buffer
	j, err := SQLite.Join(&out, parts)
	return j, out.Bytes(), err
}

// TestSQLiteTwice: the same bytes, alone and gathered.
func TestSQLiteTwice(t *testing.T) {
	for _, names := range [][]string{{"tram"}, testArticles} {
		if !bytes.Equal(render(t, SQLite, Options{}, names...), render(t, SQLite, Options{}, names...)) {
			t.Errorf("%v: the bytes differ", names)
		}
	}
}

// TestSQLiteShell reads a database with SQLite's own program, as its users do: the
// schema with its comments, a search, a dump that makes the same database again.
func TestSQLiteShell(t *testing.T) {
	shell := tool(t, "sqlite3")
	d, path := databaseOf(t, loadAll(t)...)
	want := dump(t, d)
	d.close()
	ask := func(path, query string) string {
		out, err := exec.Command(shell, path, query).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return string(out)
	}
	if got := ask(path, "PRAGMA integrity_check; PRAGMA foreign_key_check; PRAGMA application_id;"); got != "ok\n1685025651\n" {
		t.Errorf("%q", got)
	}
	if got := ask(path, ".schema quotes"); !strings.Contains(got, "quote_id TEXT NOT NULL, -- q1, q2") {
		t.Errorf("%q", got)
	}
	again := filepath.Join(t.TempDir(), "again.sqlite")
	script := ask(path, ".dump") + "PRAGMA application_id=1685025651; PRAGMA user_version=1;"
	cmd := exec.Command(shell, again)
	cmd.Stdin = strings.NewReader(script)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if got := dump(t, reopen(t, again)); got != want {
		t.Error(firstDifference(got, want))
	}
}

// TestSQLiteDiscard: a database that is given up on leaves nothing in the folder
// for temporary files.
func TestSQLiteDiscard(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	w := SQLite.Open(new(bytes.Buffer), Options{})
	if err := w.Add(load(t, "tram")); err != nil {
		t.Fatal(err)
	}
	w.(interface{ Discard() }).Discard()
	if left, _ := os.ReadDir(os.Getenv("TMPDIR")); len(left) > 0 {
		t.Errorf("%v was left", left)
	}
}

// TestSQLiteWords puts an article with other words into a database, again and
// again: they read back as they are, and keys and search stay true. It is no fuzz
// target: measuring what of SQLite a word reaches takes a hundred times longer.
func TestSQLiteWords(t *testing.T) {
	base := load(t, "tram")
	d, _ := databaseOf(t)
	r := rand.New(rand.NewPCG(7, 7))
	letters := []rune("ab \x00\"';*()\u0301é😀\u202e\n\t-:^{}NEAR OR,\ufeff\uFFFD%_\\中文ß\x01")
	word := func() string {
		b := make([]rune, r.IntN(40))
		for i := range b {
			b[i] = letters[r.IntN(len(letters))]
		}
		return string(b)
	}
	for range 60 {
		a := base.Clone()
		a.Title, a.Source.Name, a.Quotes[0].Text = article.Opt(word()), word(), word()
		name := word()
		for i := range a.Actors {
			a.Actors[i].Name = name
		}
		for _, x := range []*article.Article{a, base, a} { // back and forth, as later runs do
			clear(d.seen)
			x = x.Clone()
			x.Source.Name = a.Source.Name
			if err := d.add(x); err != nil {
				t.Fatal(err)
			}
		}
		var title, words sql.NullString
		err := d.get("SELECT title, quote FROM articles JOIN quotes USING (article) WHERE article_id=? AND source=? AND quote_id=?",
			[]any{stored(a.ID), stored(a.Source.Name), a.Quotes[0].ID}, &title, &words)
		if err != nil || title.String != stored(string(a.Title)) || words.String != stored(a.Quotes[0].Text) {
			t.Fatalf("%v: %q %q", err, title.String, words.String)
		}
	}
	if err := d.resolve(); err != nil {
		t.Fatal(err)
	}
	for _, index := range []string{"articles_text", "quotes_text"} {
		if err := d.exec("INSERT INTO " + index + " (" + index + ", rank) VALUES ('integrity-check', 1)"); err != nil {
			t.Errorf("%s: %v", index, err)
		}
	}
}
