package formats

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"dossier/article"
)

// WARC reads archives of crawls, one article a page, in the memory of one record.
// Responses and resources of HTML are read as pages, conversions of plain text
// (WET) as text. The member of an article is the body of its record, with the
// codings of HTTP taken off. A .warc.gz is a sequence of gzip members, which
// reads as one stream.
var WARC = register(&Format{
	Name:       "warc",
	Aliases:    []string{"wet"},
	Extensions: []string{".warc", ".wet"},
	MediaType:  "application/warc",
	Reads:      "archives of crawls, WARC 0.17 to 1.1: pages that were answered with 200, and the texts of WET files",
	Limits:     "requests, metadata, revisits, pictures and other files; bodies in Brotli, which are reported",
	Many:       true,
	Detect: func(head []byte) float64 {
		if bytes.HasPrefix(head, []byte("WARC/")) {
			return 1
		}
		return 0
	},
})

func init() { WARC.Records = warcRecords }

func warcRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		w := warc{in: in, r: bufio.NewReaderSize(in.Reader, headBytes), limit: opts.limit()}
		for {
			rec, err := w.next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				yield(nil, err)
				return
			}
			a, err := w.article(rec)
			if a == nil && err == nil {
				continue
			}
			w.articles++
			if !yield(a, w.failed(rec, err)) {
				return
			}
		}
		if w.articles == 0 {
			yield(nil, fmt.Errorf("%w: none of the %s is a page or a text", ErrEmpty, count(w.n, "record", "records")))
		}
	}
}

// warc is an archive being read.
type warc struct {
	in       Input
	r        *bufio.Reader
	limit    int64
	n        int // records so far
	articles int
}

// warcRecord is a record: its header, and its block if it may hold an article.
type warcRecord struct {
	head map[string]string
	body []byte
	long bool // the block is beyond the limit
}

// failed wraps the error of one record, nil for nil.
func (w *warc) failed(rec warcRecord, err error) error {
	if err == nil {
		return nil
	}
	return &RecordError{N: w.n, ID: rec.head["warc-target-uri"], Err: err}
}

// next reads the next record.
func (w *warc) next() (rec warcRecord, err error) {
	line, err := w.line()
	for err == nil && line == "" {
		line, err = w.line()
	}
	if err != nil {
		return rec, err
	}
	w.n++
	if !strings.HasPrefix(line, "WARC/") {
		return rec, fmt.Errorf("%w: record %d begins with %.40q, not with WARC/", ErrBroken, w.n, line)
	}
	var head bytes.Buffer
	for {
		if line, err = w.line(); err != nil {
			return rec, w.early(err)
		}
		if line == "" {
			break
		}
		if head.WriteString(line + "\n"); head.Len() > maxMIMEHead {
			return rec, fmt.Errorf("%w: record %d has a header of more than %s", ErrBroken, w.n, sizeText(maxMIMEHead))
		}
	}
	rec.head, _ = mimeHead(head.Bytes())
	return rec, w.block(&rec)
}

// block reads or skips the block of a record.
func (w *warc) block(rec *warcRecord) error {
	size, err := strconv.ParseInt(rec.head["content-length"], 10, 64)
	if err != nil || size < 0 {
		return fmt.Errorf("%w: record %d has no length", ErrBroken, w.n)
	}
	rec.long = size > w.limit
	if !wanted(rec.head) || rec.long {
		_, err = io.CopyN(io.Discard, w.r, size)
	} else {
		var b bytes.Buffer
		_, err = io.CopyN(&b, w.r, size)
		rec.body = b.Bytes()
	}
	if err != nil {
		return w.early(err)
	}
	return nil
}

func (w *warc) early(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%w: the file ends inside record %d", ErrBroken, w.n)
	}
	return err
}

// line reads a line without its end.
func (w *warc) line() (string, error) {
	line, err := w.r.ReadSlice('\n')
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return "", fmt.Errorf("%w: a line of more than %s after record %d", ErrBroken, sizeText(headBytes), w.n)
	case errors.Is(err, io.EOF) && len(line) > 0:
		err = nil
	}
	return strings.TrimRight(string(line), "\r\n"), err
}

// wanted reports a record that may hold an article.
func wanted(head map[string]string) bool {
	kind, _ := mediaType(head["content-type"])
	switch head["warc-type"] {
	case "response":
		return kind == "application/http" || kind == "text/html"
	case "resource":
		return kind == "text/html"
	case "conversion":
		return kind == "text/plain" || kind == "text/html"
	}
	return false
}

// article reads a record; nil without an error if it holds no page.
func (w *warc) article(rec warcRecord) (*article.Article, error) {
	if !wanted(rec.head) {
		return nil, nil
	}
	if rec.long {
		return nil, fmt.Errorf("%w: a record of more than %s", ErrTooLarge, sizeText(w.limit))
	}
	body := rec.body
	kind, params := mediaType(rec.head["content-type"])
	if kind == "application/http" {
		var status string
		var head map[string]string
		status, head, body = httpMessage(body)
		if kind, params = mediaType(head["content-type"]); status != "200" || kind != "text/html" && kind != "application/xhtml+xml" {
			return nil, nil
		}
		var err error
		if body, err = w.decode(head, body); err != nil {
			return nil, err
		}
	}
	in := w.in.within(fmt.Sprintf("record %d", w.n))
	a, err := w.read(in, kind, body, params["charset"])
	if err != nil {
		return nil, err
	}
	a.ID = cmp.Or(strings.Trim(rec.head["warc-record-id"], "<>"), a.ID)
	if url := strings.Trim(rec.head["warc-target-uri"], "<>"); isAddress(url) && a.Source.URL == "" {
		a.Source.URL = article.Opt(url)
	}
	return of(WARC, a), nil
}

func (w *warc) read(in Input, kind string, body []byte, charset string) (*article.Article, error) {
	if kind != "text/plain" {
		return readHTML(in, body, charset)
	}
	d, err := decodeDeclared(body, charset)
	if err != nil {
		return nil, err
	}
	b := newBuilder(&d.source)
	g := newGrammar(b)
	g.field = !strings.Contains(d.text, "\n\n")
	g.blocks(0)
	if b.blocks == 0 {
		return nil, fmt.Errorf("%w: nothing but white space", ErrEmpty)
	}
	return b.finish(WARC, in, &d, body), nil
}

// httpMessage splits an answer of HTTP into status, header and body.
func httpMessage(raw []byte) (status string, head map[string]string, body []byte) {
	line, rest, _ := bytes.Cut(raw, []byte("\n"))
	if f := strings.Fields(string(line)); len(f) > 1 && strings.HasPrefix(f[0], "HTTP/") {
		status = f[1]
	}
	head, body = mimeHead(rest)
	return status, head, body
}

// decode takes the codings of HTTP off a body. Crawlers often take them off and
// keep the header: a body that does not begin as it says is left as it is.
func (w *warc) decode(head map[string]string, body []byte) ([]byte, error) {
	if strings.EqualFold(head["transfer-encoding"], "chunked") {
		body = unchunk(body)
	}
	var r io.Reader
	var err error
	switch coding := strings.ToLower(head["content-encoding"]); {
	case coding == "gzip" || coding == "x-gzip":
		if !bytes.HasPrefix(body, []byte("\x1F\x8B")) {
			return body, nil
		}
		r, err = gzip.NewReader(bytes.NewReader(body))
	case coding == "deflate":
		if r, err = zlib.NewReader(bytes.NewReader(body)); err != nil {
			r, err = flate.NewReader(bytes.NewReader(body)), nil
		}
	case coding == "br" || coding == "zstd":
		if looksHTML(string(body[:min(len(body), 4<<10)])) {
			return body, nil
		}
		return nil, fmt.Errorf("%w: its body is in %s, which is not read", ErrRecord, coding)
	default:
		return body, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%w: its body is damaged: %w", ErrRecord, err)
	}
	limit := min(w.limit, max(minExpansion, int64(len(body))*maxExpansion))
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(out)) > limit {
		return nil, fmt.Errorf("%w: its body grows beyond %s", ErrTooLarge, sizeText(limit))
	}
	if err != nil && len(out) == 0 {
		return nil, fmt.Errorf("%w: its body is damaged: %w", ErrRecord, err)
	}
	return out, nil
}

// unchunk joins the chunks of a body; what is in none is kept as it stands.
func unchunk(body []byte) []byte {
	var out []byte
	for rest := body; ; {
		line, after, ok := bytes.Cut(rest, []byte("\n"))
		hex, _, _ := bytes.Cut(bytes.TrimSpace(line), []byte(";"))
		n, err := strconv.ParseUint(string(bytes.TrimSpace(hex)), 16, 31)
		switch {
		case !ok || err != nil:
			if out == nil {
				return body // the crawler joined them
			}
			return out
		case n == 0:
			return out
		case int(n) > len(after):
			return append(out, after...)
		}
		out = append(out, after[:n]...)
		rest = bytes.TrimLeft(after[n:], "\r\n")
	}
}
