package export

import (
	"bytes"
	"context"
	"database/sql"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"dossier/article"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// SQLite is a database of one article or many: what JSON and CSV hold, as tables
// with keys, places and a full-text search; see sqlite.sql.
//
// As an output of its own (Open) it is built in a temporary file and then written
// out whole. A database that exists is brought up to date where it lies (Update):
// one transaction for each article, which replaces what stood there under its id
// and the name of its file, and leaves the other articles and all that somebody
// added alone. So a run that is killed leaves a database in which every article
// is whole.
var SQLite = register(Format{
	Name: "sqlite", Suffix: ".sqlite", Ending: ".db", Binary: true, Gathers: true, MediaType: "application/vnd.sqlite3",
	About: "database of articles, quotes, actors and positions with full-text search",
	Open:  func(w io.Writer, _ Options) Writer { return &databaseFile{w: w} },
	Update: func(path string, _ Options) (Writer, error) {
		d, err := openDatabase(path, updatePragmas)
		if err != nil {
			return nil, err
		}
		return &databaseUpdate{d}, nil
	},
})

func init() { SQLite.Join = joinDatabases } // which opens databases

//go:embed sqlite.sql
var databaseSchema string

// The marks of our databases. The number of the application stands in the file's
// head at byte 68, big-endian; it reads "doss". The version is that of the tables.
const (
	sqliteMark      = 0x646f7373
	databaseVersion = 1
)

// IsSQLite reports whether a file that begins with head is a database of ours.
func IsSQLite(head []byte) bool {
	return len(head) >= 72 && bytes.HasPrefix(head, []byte("SQLite format 3\x00")) && binary.BigEndian.Uint32(head[68:]) == sqliteMark
}

// How a database is kept. What grows under a temporary name needs no safety, for
// it is written out whole or not at all. In one that is in use every transaction
// holds whatever ends the process, and readers go on reading: a log beside the
// file takes the changes until the end of the run. After a power failure the last
// articles may be missing, never parts of them. Where a file system cannot have
// such a log SQLite keeps its usual journal, and waits for the disk each time.
var (
	buildPragmas  = []string{"journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", "cache_size=-8192"}
	updatePragmas = []string{"busy_timeout=10000", "journal_mode=WAL", "synchronous=NORMAL", "cache_size=-8192"}
)

// database is an open database of ours, over one connection: pragmas, attached
// files and prepared statements are those of a connection.
type database struct {
	db         *sql.DB
	conn       *sql.Conn
	statements map[string]*sql.Stmt    // by their text
	inserts    map[string]string       // INSERT statements by table; of an attached part by its name too
	seen       map[[16]byte][][16]byte // the articles of this run: digests of their contents by those of their keys
}

// openDatabase opens the file at path and makes the tables of an empty one.
func openDatabase(path string, pragmas []string) (*database, error) {
	db, err := sql.Open("sqlite", fileURI(path))
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(context.Background())
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	d := &database{db, conn, map[string]*sql.Stmt{}, map[string]string{}, map[[16]byte][][16]byte{}}
	if err := d.prepare(pragmas); err != nil {
		return nil, errors.Join(err, d.close())
	}
	return d, nil
}

// fileURI names a file whatever its name holds.
func fileURI(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a Windows drive
	}
	return "file://" + strings.ReplaceAll((&url.URL{Path: path}).EscapedPath(), "?", "%3F")
}

func (d *database) prepare(pragmas []string) error {
	for _, p := range append(pragmas, "foreign_keys=ON") {
		if err := d.exec("PRAGMA " + p); err != nil {
			return err
		}
	}
	var mark, version, tables int
	err := errors.Join(
		d.get("PRAGMA application_id", nil, &mark),
		d.get("PRAGMA user_version", nil, &version),
		d.get("SELECT count(*) FROM sqlite_schema", nil, &tables))
	switch {
	case err != nil:
		return err
	case mark == 0 && tables == 0:
		return d.atomic(d.create)
	case mark != sqliteMark:
		return errors.New("it is no database of dossier")
	case version != databaseVersion:
		return fmt.Errorf("its tables are those of another version of dossier: %d, not %d", version, databaseVersion)
	}
	return nil
}

// create makes the tables and the marks.
func (d *database) create() error {
	_, schema, _ := strings.Cut(databaseSchema, "\n\n") // what the file says of itself is for its readers
	marks := fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d;", sqliteMark, databaseVersion)
	if _, err := d.conn.ExecContext(context.Background(), schema+marks); err != nil {
		return err
	}
	for _, row := range [][2]string{
		{"schema", article.SchemaID}, {"generator", article.GeneratorName}, {"version", article.GeneratorVersion},
		{"database", strconv.Itoa(databaseVersion)},
	} {
		if err := d.exec("INSERT INTO dossier VALUES (?, ?)", row[0], row[1]); err != nil {
			return err
		}
	}
	for _, c := range columnComments(schema) {
		if err := d.exec("INSERT INTO columns VALUES (?, ?, ?)", c[0], c[1], c[2]); err != nil {
			return err
		}
	}
	return nil
}

// schemaComments match what the schema says of a table and of a column.
var schemaComments = sync.OnceValues(func() (table, column *regexp.Regexp) {
	return regexp.MustCompile(`^CREATE TABLE (\w+) \( -- (.*)$`), regexp.MustCompile(`^  (\w+) .* -- (.*)$`)
})

// columnComments lists table, column and comment of the schema; the column of a
// table's own comment is "".
func columnComments(schema string) [][3]string {
	tableComment, columnComment := schemaComments()
	var list [][3]string
	table := ""
	for line := range strings.Lines(schema) {
		line = strings.TrimSuffix(line, "\n")
		if m := tableComment.FindStringSubmatch(line); m != nil {
			table = m[1]
			list = append(list, [3]string{table, "", m[2]})
		} else if m := columnComment.FindStringSubmatch(line); m != nil {
			list = append(list, [3]string{table, m[1], m[2]})
		}
	}
	return list
}

// atomic does something in one transaction.
func (d *database) atomic(do func() error) error {
	if err := d.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := do()
	if err == nil {
		err = d.exec("COMMIT")
	}
	if err != nil {
		d.exec("ROLLBACK") // where the error has done it already this is one more, of no concern
	}
	return err
}

// statement prepares a statement once.
func (d *database) statement(query string) (*sql.Stmt, error) {
	if s := d.statements[query]; s != nil {
		return s, nil
	}
	s, err := d.conn.PrepareContext(context.Background(), query)
	if err == nil {
		d.statements[query] = s
	}
	return s, err
}

func (d *database) exec(query string, args ...any) error {
	s, err := d.statement(query)
	if err == nil {
		_, err = s.Exec(args...)
	}
	return err
}

// get reads the first row of an answer; sql.ErrNoRows where there is none.
func (d *database) get(query string, args []any, into ...any) error {
	s, err := d.statement(query)
	if err != nil {
		return err
	}
	return s.QueryRow(args...).Scan(into...)
}

// each reads all rows of an answer into the same places and calls do after each.
func (d *database) each(query string, do func() error, into ...any) error {
	rows, err := d.conn.QueryContext(context.Background(), query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if err := do(); err != nil {
			return err
		}
	}
	return rows.Err()
}

// insert puts a row into a table; the values stand in the order of its columns.
// An article takes the place of the one that has its number.
func (d *database) insert(table string, values ...any) error {
	if d.inserts[table] == "" {
		query := "INSERT INTO " + table + " VALUES (" + strings.TrimSuffix(strings.Repeat("?,", len(values)), ",") + ")"
		if table == "articles" {
			names, err := d.columnsOf(table)
			if err != nil {
				return err
			}
			for i, c := range names {
				names[i] = c + "=excluded." + c
			}
			query += " ON CONFLICT (article) DO UPDATE SET " + strings.Join(names[1:], ", ")
		}
		d.inserts[table] = query
	}
	return d.exec(d.inserts[table], values...)
}

// columnsOf lists the columns of a table.
func (d *database) columnsOf(table string) ([]string, error) {
	var names []string
	var name string
	err := d.each("SELECT name FROM pragma_table_info('"+table+"')", func() error {
		names = append(names, name)
		return nil
	}, &name)
	return names, err
}

// close ends the statements and lets go of the file.
func (d *database) close() error {
	for _, s := range d.statements {
		s.Close()
	}
	return errors.Join(d.conn.Close(), d.db.Close())
}

// databaseUpdate is a database that is brought up to date where it lies.
type databaseUpdate struct{ *database }

func (o *databaseUpdate) Add(a *article.Article) error { return o.add(a) }

// Close settles who is who across all articles and takes the log back into the
// file.
func (o *databaseUpdate) Close() error {
	err := o.resolve()
	if err == nil {
		err = o.exec("PRAGMA journal_mode=DELETE")
	}
	return errors.Join(err, o.close())
}

// databaseFile is a database that is built aside and written to w.
type databaseFile struct {
	w    io.Writer
	dir  string
	base *database
}

func (o *databaseFile) path() string { return filepath.Join(o.dir, "db") }

func (o *databaseFile) open() error {
	if o.base != nil {
		return nil
	}
	empty, err := emptyDatabase()
	if err != nil {
		return err
	}
	if o.dir, err = os.MkdirTemp("", "database-"); err != nil {
		return err
	}
	if err = os.WriteFile(o.path(), empty, 0o600); err == nil {
		o.base, err = openDatabase(o.path(), buildPragmas)
	}
	if err != nil {
		os.RemoveAll(o.dir)
	}
	return err
}

// emptyDatabase is a database without articles. To make its tables costs more
// than to fill them with one article, so it is made once.
var emptyDatabase = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "database-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "db")
	d, err := openDatabase(path, buildPragmas)
	if err != nil {
		return nil, err
	}
	if err := d.close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func (o *databaseFile) Add(a *article.Article) error {
	if err := o.open(); err != nil {
		return err
	}
	return o.base.add(a)
}

// Close writes the database out; without an article its tables are empty.
func (o *databaseFile) Close() error {
	if err := o.open(); err != nil {
		return err
	}
	defer os.RemoveAll(o.dir)
	if err := errors.Join(o.base.resolve(), o.base.close()); err != nil {
		return err
	}
	f, err := os.Open(o.path())
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(o.w, f)
	return err
}

// Discard leaves nothing of what was begun.
func (o *databaseFile) Discard() {
	if o.base != nil {
		o.base.close()
		os.RemoveAll(o.dir)
	}
}

// copy is the number of an article among those of this run with its key, which are
// its id and the names of its file: two files of one name may hold records of one
// id. It is old where the very same was there already.
func (d *database) copy(key, content string) (n int, old bool) {
	k, c := digest(key), digest(content)
	list := d.seen[k]
	if slices.Contains(list, c) {
		return 0, true
	}
	d.seen[k] = append(list, c)
	return len(list), false
}
