package export

import (
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// joinDatabases makes one database of the articles of several. What somebody added
// to them beside our tables stays behind.
func joinDatabases(w io.Writer, parts []Part) (j Joined, err error) {
	o := &databaseFile{w: w}
	if err := o.open(); err != nil {
		return j, err
	}
	defer func() {
		if err != nil {
			o.Discard()
		}
	}()
	for _, p := range parts {
		if err := o.attach(p); err != nil {
			return j, err
		}
		if err := o.base.atomic(func() error { return o.base.takeAll(&j) }); err != nil {
			return j, p.fail("%v", err)
		}
		if err := o.base.detach(); err != nil {
			return j, err
		}
	}
	return j, o.Close()
}

// attach makes the tables of a part those of the schema "part". It is a copy that
// is read: nothing is changed in the part, nor beside it.
func (o *databaseFile) attach(p Part) error {
	head := make([]byte, 100)
	n, _ := p.ReadAt(head, 0)
	switch head = head[:n]; {
	case !IsSQLite(head):
		return p.fail("it is no database of dossier")
	case binary.BigEndian.Uint32(head[60:]) != databaseVersion:
		return p.fail("its tables are those of another version of dossier")
	case head[18] == logged:
		return p.fail("a run writes to it, or was stopped while it did; convert to it once more")
	}
	path := filepath.Join(o.dir, "part")
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, p.reader())
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := o.base.exec("ATTACH ? AS part", fileURI(path)); err != nil {
		return p.fail("%v", err)
	}
	return nil
}

// logged is what byte 18 of a database says while changes lie in a log beside it.
const logged = 2

// detach lets go of the part. Statements about it cannot be used for the next.
func (d *database) detach() error {
	for query, s := range d.statements {
		if strings.Contains(query, "part.") {
			s.Close()
			delete(d.statements, query)
		}
	}
	return d.exec("DETACH part")
}

// takeAll takes over the articles of the attached part.
func (d *database) takeAll(j *Joined) error {
	type row struct {
		number           int64
		id, source, name string
		content          string
	}
	var list []row
	var r row
	err := d.each("SELECT article, article_id, source, member, content_sha256 FROM part.articles ORDER BY article", func() error {
		list = append(list, r)
		return nil
	}, &r.number, &r.id, &r.source, &r.name, &r.content)
	if err != nil {
		return err
	}
	for _, r := range list {
		n, old := d.copy(r.id+"\x00"+r.source+"\x00"+r.name, r.content)
		if old {
			j.Twice++
			continue
		}
		j.Items++
		if err := d.take(r.number, n); err != nil {
			return err
		}
	}
	return nil
}

// take takes over one article under the next number.
func (d *database) take(was int64, copy int) error {
	var number int64
	if err := d.get("SELECT coalesce(max(article), 0) + 1 FROM articles", nil, &number); err != nil {
		return err
	}
	// Actors before what refers to them.
	for _, table := range []string{"articles", "blocks", "notes", "actors", "mentions", "roles", "quotes", "positions", "spans", "position_quotes"} {
		query, ok := d.inserts["part."+table]
		if !ok {
			names, err := d.columnsOf(table)
			if err != nil {
				return err
			}
			values := strings.Join(names, ", ")
			values = strings.Replace(values, "quote_no", "?1 * 16777216 + quote_no % 16777216", 1)
			values = strings.Replace(values, "article,", "?1,", 1)
			values = strings.Replace(values, " copy,", " ?3,", 1)
			query = "INSERT INTO " + table + " SELECT " + values + " FROM part." + table + " WHERE article=?2"
			d.inserts["part."+table] = query
		}
		args := []any{number, was}
		if table == "articles" {
			args = append(args, copy)
		}
		if err := d.exec(query, args...); err != nil {
			return err
		}
	}
	return d.index(number, true)
}
