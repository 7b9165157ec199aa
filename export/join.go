package export

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"dossier/article"
)

// Part is an output that is to be joined with others of its format, as the
// shards of a run leave them. What stands in several parts, to the byte, comes
// into the whole once.
type Part struct {
	Name string // for messages
	Size int64
	io.ReaderAt
}

// Joined says what a joining came to.
type Joined struct {
	Items int // lines, rows or articles in the whole
	Twice int // that were left out: they stood in it already
}

// ErrPart is wrapped by errors about a part that cannot be joined with the others.
var ErrPart = errors.New("cannot be joined")

func (p Part) fail(format string, args ...any) error {
	return fmt.Errorf("%s %w: %s", p.Name, ErrPart, fmt.Sprintf(format, args...))
}

func (p Part) reader() *bufio.Reader {
	return bufio.NewReaderSize(io.NewSectionReader(p, 0, p.Size), 64<<10)
}

// once tells items that were seen before. It keeps 16 bytes of each.
type once map[[16]byte]struct{}

func (o once) first(item []byte) bool {
	key := digest(item)
	if _, ok := o[key]; ok {
		return false
	}
	o[key] = struct{}{}
	return true
}

// digest is enough of a hash to tell items apart.
func digest[B string | []byte](item B) [16]byte {
	sum := sha256.Sum256([]byte(item))
	return [16]byte(sum[:])
}

// add writes an item and the end of its line, if it is new.
func (j *Joined) add(w io.Writer, seen once, item, end []byte) error {
	if !seen.first(item) {
		j.Twice++
		return nil
	}
	j.Items++
	if _, err := w.Write(item); err != nil {
		return err
	}
	_, err := w.Write(end)
	return err
}

// joinLines joins canonical articles, one a line.
func joinLines(w io.Writer, parts []Part) (Joined, error) {
	var j Joined
	out, seen := bufio.NewWriter(w), once{}
	for _, p := range parts {
		r := p.reader()
		for n := 1; ; n++ {
			line, err := r.ReadBytes('\n')
			if text := bytes.TrimSpace(bytes.TrimPrefix(line, byteOrderMark)); len(text) > 0 {
				if !bytes.HasPrefix(text, []byte(`{"schema":"dossier/`)) || text[len(text)-1] != '}' {
					return j, p.fail("line %d is no article", n)
				}
				if err := j.add(out, seen, text, []byte("\n")); err != nil {
					return j, err
				}
			}
			if errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return j, err
			}
		}
	}
	return j, out.Flush()
}

var byteOrderMark = []byte("\ufeff")

// joinTables joins CSV tables that have the same columns, delimiter and form.
func joinTables(w io.Writer, parts []Part) (Joined, error) {
	var j Joined
	var head, end []byte
	out, seen := bufio.NewWriter(w), once{}
	for _, p := range parts {
		r := p.reader()
		first, _, err := tableRow(r)
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			return j, err
		case !bytes.HasPrefix(bytes.TrimPrefix(first, byteOrderMark), []byte("article_id")):
			return j, p.fail("it is no table of dossier")
		case head == nil:
			head, end = first, []byte("\n")
			if bytes.HasPrefix(first, byteOrderMark) {
				end = []byte("\r\n")
			}
			out.Write(head)
			out.Write(end)
		case !bytes.Equal(first, head):
			return j, p.fail("it has other columns, another delimiter or another form than %s", parts[0].Name)
		}
		for err == nil {
			var row []byte
			var open bool
			row, open, err = tableRow(r)
			if open {
				return j, p.fail("its last row is cut off")
			}
			if len(row) > 0 {
				if err := j.add(out, seen, row, end); err != nil {
					return j, err
				}
			}
		}
		if !errors.Is(err, io.EOF) {
			return j, err
		}
	}
	return j, out.Flush()
}

// tableRow reads a row of a table without the end of its line: a line break in
// quotation marks belongs to the row. Open tells that the file ended within them.
func tableRow(r *bufio.Reader) (row []byte, open bool, err error) {
	for {
		var line []byte
		line, err = r.ReadBytes('\n')
		row = append(row, line...)
		if bytes.Count(line, []byte(`"`))%2 == 1 {
			open = !open
		}
		if err != nil || !open {
			return bytes.TrimRight(row, "\r\n"), open, err
		}
	}
}

// joinWorkbooks makes one workbook of the articles that workbooks hold. One in
// which somebody made corrections would lose them, so it is refused.
func joinWorkbooks(w io.Writer, parts []Part) (Joined, error) {
	var j Joined
	book, seen := Workbook.Open(w, Options{}), once{}
	for _, p := range parts {
		b, err := io.ReadAll(p.reader())
		if err != nil {
			return j, err
		}
		list, err := ReadCorrections(b, "", "")
		if err != nil {
			return j, p.fail("%v", err)
		}
		for _, c := range list {
			if len(c.Problems)+len(c.Diff()) > 0 {
				return j, p.fail("it holds corrections that would be lost; dossier apply takes them into the articles")
			}
			if err := j.addArticle(book, seen, c.Base); err != nil {
				return j, err
			}
		}
	}
	return j, book.Close()
}

func (j *Joined) addArticle(book Writer, seen once, a *article.Article) error {
	var line bytes.Buffer
	if err := a.EncodeLine(&line); err != nil {
		return err
	}
	if !seen.first(line.Bytes()) {
		j.Twice++
		return nil
	}
	j.Items++
	return book.Add(a)
}
