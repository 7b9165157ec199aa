package batch

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"dossier/export"
)

const sniffed = 64 << 10 // bytes read at once

// ours reports whether this tool wrote the file: its JSON names the generator,
// its PDF the producer, its workbook holds the sheet _meta, its CSV begins with
// our columns, its list of pairs with our words, its graph has our comment,
// its Markdown our unused reference, its page our generator, its linked data our
// terms, its database our number. A file that cannot be read is not ours.
func ours(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	head := part(f, 0)
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return ourWorkbook(f, info.Size())
	case export.IsSQLite(head):
		return true
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return ourPDF(f, info.Size())
	case strings.EqualFold(filepath.Ext(path), ".csv"):
		return ourCSV(head)
	case strings.EqualFold(filepath.Ext(path), ".tsv"):
		return bytes.HasPrefix(head, []byte(export.PairsMark))
	case bytes.HasPrefix(head, []byte(export.MarkdownMark)):
		return true
	case bytes.HasPrefix(head, []byte("<!DOCTYPE html>")):
		return bytes.Contains(head[:min(len(head), 1024)], []byte(export.HTMLMark))
	case bytes.HasPrefix(head, []byte("<?xml")):
		_, line, _ := bytes.Cut(head, []byte("\n"))
		return bytes.HasPrefix(line, []byte("<!-- dossier "))
	}
	return ourJSON(head)
}

func part(f *os.File, from int64) []byte {
	b := make([]byte, sniffed)
	n, _ := f.ReadAt(b, from)
	return b[:n]
}

// ourJSON looks for the first keys of the canonical form, whatever the space
// between them.
func ourJSON(head []byte) bool {
	lean := bytes.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, head[:min(len(head), 4096)])
	return bytes.HasPrefix(lean, []byte(`{"schema":"dossier/`)) && bytes.Contains(lean, []byte(`"generator":{"name":"dossier"`)) ||
		bytes.HasPrefix(lean, []byte(`{"@context":"http://www.w3.org/ns/csvw","dc:creator":"dossier"`)) ||
		bytes.HasPrefix(lean, []byte(`{"@context":{"dossier":"urn:dossier:`)) || ourFTM(lean)
}

// ourFTM asks for how our FollowTheMoney entities begin: with an article, whose id
// has 17 letters, and the program.
func ourFTM(lean []byte) bool {
	rest, ok := bytes.CutPrefix(lean, []byte(`{"id":"d`))
	return ok && len(rest) > 16 && bytes.HasPrefix(rest[16:], []byte(`","schema":"Article","dossier":{"generator":"dossier`))
}

// ourCSV asks for the columns that every table of ours begins with, whatever
// mark of byte order and delimiter.
func ourCSV(head []byte) bool {
	line, _, _ := bytes.Cut(bytes.TrimPrefix(head, []byte("\uFEFF")), []byte("\n"))
	rest, ok := bytes.CutPrefix(line, []byte("article_id"))
	if !ok {
		return bytes.HasPrefix(line, []byte("source_id")) && bytes.Contains(line, []byte("evidence_count")) ||
			bytes.HasPrefix(line, []byte("entity_id")) && bytes.Contains(line, []byte("article_count"))
	}
	columns := strings.FieldsFunc(string(rest), func(r rune) bool { return r != '_' && !unicode.IsLetter(r) })
	return len(columns) > 0 && strings.HasSuffix(columns[0], "_id")
}

// ourPDF looks for the producer in all of a PDF: it stands before the table of
// objects, which is as long as the document has pages and links. The end comes
// first, for in most documents it is there.
func ourPDF(f *os.File, size int64) bool {
	const overlap = 64 // the mark may lie across two parts
	for end := size; end > 0; end -= sniffed - overlap {
		if hasProducer(part(f, max(0, end-sniffed))) {
			return true
		}
	}
	return false
}

func hasProducer(part []byte) bool {
	wide := []byte("\xFE\xFF") // UTF-16, as text strings with other than Latin letters are
	for _, c := range []byte("dossier") {
		wide = append(wide, 0, c)
	}
	for _, producer := range [][]byte{[]byte("dossier"), wide} {
		if bytes.Contains(part, append([]byte("/Producer ("), producer...)) {
			return true
		}
	}
	return false
}

func ourWorkbook(r io.ReaderAt, size int64) bool {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return false
	}
	f, err := z.Open("xl/workbook.xml")
	if err != nil {
		return false
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, 1<<20))
	return err == nil && bytes.Contains(b, []byte(`name="_meta"`))
}
