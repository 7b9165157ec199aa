package formats

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"dossier/article"
)

// Crawler reads the JSON that crawlers and news services write: one object, a
// list of them, an object that wraps a list, or several objects after each
// other. Lists are streamed, one record in memory at a time.
var Crawler = register(&Format{
	Name:       "crawler",
	Aliases:    []string{"trafilatura", "newspaper", "news-please", "firecrawl", "newsarticle", "jsonfeed"},
	Extensions: []string{".json"},
	MediaType:  "application/json",
	Reads: "JSON of trafilatura, newspaper4k, news-please, CC-News, Firecrawl, Jina, NewsAPI, JSON Feed, schema.org NewsArticle: " +
		"an object, a list, or a list in an object",
	Limits: "other keys, which are named in a note; lists more than 3 objects deep",
	Detect: func(head []byte) float64 { return detectRecords(head, false) },
})

// crawlerMany is Crawler for a file of several records.
var crawlerMany = *Crawler

func init() {
	Crawler.Records = crawlerRecords(Crawler)
	Crawler.resolve = func(head []byte) *Format {
		if manyRecords(head) {
			return &crawlerMany
		}
		return Crawler
	}
	crawlerMany.Many, crawlerMany.Records = true, Crawler.Records
}

// detectRecords is how sure a file is of JSON records: an object or a list that
// begins with keys of ours, a text among them.
func detectRecords(head []byte, ninjs bool) float64 {
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 || head[0] != '{' && head[0] != '[' || canonical(head) {
		return looksJSON(head)
	}
	if recordHead(head) && isNinjs(head) == ninjs {
		return oneRecord
	}
	return looksJSON(head)
}

// manyRecords reports a list, or an object whose text stands in a list.
func manyRecords(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) == 0 || head[0] == '[' {
		return true
	}
	for key := range headKeys(head, 1) {
		if isBody(key) {
			return false
		}
	}
	compact := bytes.ReplaceAll(head, []byte(" "), nil)
	for key := range headKeys(head, 1) {
		if m, ok := meaning(key); ok && m.field == "list" && bytes.Contains(compact, []byte(`"`+key+`":[`)) {
			return true
		}
	}
	return false
}

// recordHead reports whether the keys of the JSON that head begins say that it
// holds a text: those of the object, or of objects in what keys of lists wrap.
func recordHead(head []byte) bool {
	for key := range headKeys(head, maxRecordDepth) {
		if isBody(key) || isBodies(key) {
			return true
		}
	}
	return false
}

func isBody(key string) bool {
	m, ok := meaning(key)
	return ok && (m.field == "text" || m.field == "markdown" || m.field == "html")
}

// headKeys are the keys of the JSON that head begins: of its objects, and of
// those that keys of lists hold, to a depth. The head may end anywhere.
func headKeys(head []byte, most int) iter.Seq[string] {
	return func(yield func(string) bool) {
		var open []bool        // of the objects and lists that are open: do keys inside count
		depth, last := 0, true // objects that are open; whether the last key may wrap records
		counts := func() bool { return len(open) == 0 || open[len(open)-1] }
		for i := 0; i < len(head); i++ {
			switch c := head[i]; c {
			case '{', '[':
				open = append(open, counts() && last && depth < most)
				if last = true; c == '{' {
					depth++
				}
			case '}', ']':
				if open = open[:max(0, len(open)-1)]; c == '}' {
					depth--
				}
				last = true // another item of the list
			case '"':
				end := headString(head, i)
				if end >= len(head) {
					return
				}
				next := bytes.TrimLeft(head[end+1:min(len(head), end+20)], " \t\r\n")
				if counts() && bytes.HasPrefix(next, []byte(":")) {
					key := string(head[i+1 : end])
					if !yield(key) {
						return
					}
					m, ok := meaning(key)
					last = ok && m.field == "list"
				}
				i = end
			}
		}
	}
}

// headString is where the string that begins at an offset ends, the head's
// length if it does not.
func headString(head []byte, at int) int {
	for at++; at < len(head) && head[at] != '"'; at++ {
		if head[at] == '\\' {
			at++
		}
	}
	return at
}

func crawlerRecords(f *Format) func(Input, Options) iter.Seq2[*article.Article, error] {
	return func(in Input, opts Options) iter.Seq2[*article.Article, error] {
		return func(yield func(*article.Article, error) bool) {
			n := 0
			for l, err := range jsonValues(in, opts) {
				n++
				if err != nil {
					if !yield(nil, err) {
						return
					}
					continue
				}
				if !readRecords(f, in, l, yield) {
					return
				}
			}
			if n == 0 {
				yield(nil, fmt.Errorf("%w: no record in it", ErrEmpty))
			}
		}
	}
}

// jsonValues yields the values of a JSON file: the items of its lists, or the
// values that follow each other, as lines of any length. One that is all the
// file holds has the file's bytes. A value beyond the limit is a *RecordError,
// and so is one that does not end; the file ends with it.
func jsonValues(in Input, opts Options) iter.Seq2[rawLine, error] {
	if opts.MaxBytes <= 0 {
		opts.MaxBytes = DefaultMaxBytes
	}
	return func(yield func(rawLine, error) bool) {
		r := headReader(in.Reader, 0)
		head, _ := r.Peek(headBytes)
		encoding, skip := markOf(head)
		if encoding == "" {
			encoding = wideKind(head)
		}
		s := valueScanner{r: r, limit: int(min(opts.MaxBytes, maxOffset)), line: 1}
		if encoding == "" || encoding == "utf-8" {
			s.skip = skip
			r.Discard(skip)
			s.values(yield)
			return
		}
		raw, d, err := load(in.over(r), opts)
		if err != nil {
			yield(rawLine{}, err)
			return
		}
		s.r, s.raw, s.wide = headReader(strings.NewReader(d.text), 0), raw, &d
		s.values(yield)
	}
}

// valueScanner cuts a stream into JSON values by its brackets and strings.
type valueScanner struct {
	r interface {
		io.Reader
		ReadByte() (byte, error)
		UnreadByte() error
	}
	limit, skip int
	buf         []byte // the value and, before the first, what led to it
	from        int    // where the value begins in buf
	at          int    // bytes read
	line        int
	first       int // line on which the value begins
	lists       int // depth of lists that are open around values
	count       int
	raw         []byte   // of a file in UTF-16, whose text is read …
	wide        *decoded // … from here
}

func (s *valueScanner) values(yield func(rawLine, error) bool) {
	for {
		s.buf = s.buf[:0]
		err := s.value()
		if errors.Is(err, io.EOF) {
			return
		}
		s.count++
		if err != nil {
			if s.count > 1 || s.lists > 0 || !errors.Is(err, errEarly) {
				err = recordError(s.first, "", fmt.Errorf("%w: %w", ErrRecord, err))
			} else {
				err = fmt.Errorf("%w: %w", ErrBroken, err)
			}
			yield(rawLine{}, err)
			return
		}
		if !yield(s.record(), nil) {
			return
		}
	}
}

// value reads up to the end of the next object. What is no object and no list
// of them is taken as one value up to a line end, to be refused.
func (s *valueScanner) value() error {
	for {
		c, err := s.byte()
		if err != nil {
			return err
		}
		switch c {
		case ' ', '\t', '\r', '\n', ',', '}':
		case '[':
			s.lists++
		case ']':
			if s.lists--; s.lists < 0 {
				s.first = s.line
				return errors.New("a list ends that did not begin")
			}
		default:
			s.from, s.first = len(s.buf)-1, s.line
			return s.rest(c)
		}
	}
}

// rest reads the value whose first byte was c.
func (s *valueScanner) rest(c byte) error {
	depth, inString := 0, false
	for {
		switch {
		case inString && c == '\\':
			if _, err := s.byte(); err != nil {
				return s.early(err)
			}
		case c == '"':
			inString = !inString
		case inString:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if depth <= 0 && !inString {
			switch first := s.buf[s.from]; {
			case first == '{' && c == '}', first == '"' && c == '"' && len(s.buf)-s.from > 1:
				return nil
			case first != '{' && first != '"' && (c == '\n' || c == ',' || c == ']' || c == '}'):
				s.unread()
				return nil
			}
		}
		if len(s.buf)-s.from > s.limit {
			return fmt.Errorf("%w: a record of more than %s", ErrTooLarge, sizeText(int64(s.limit)))
		}
		var err error
		if c, err = s.byte(); err != nil {
			return s.early(err)
		}
	}
}

var errEarly = errors.New("the file ends inside a JSON object")

func (s *valueScanner) early(err error) error {
	if errors.Is(err, io.EOF) {
		return errEarly
	}
	return err
}

func (s *valueScanner) byte() (byte, error) {
	c, err := s.r.ReadByte()
	if err != nil {
		return 0, err
	}
	s.buf = append(s.buf, c)
	s.at++
	if c == '\n' {
		s.line++
	}
	return c, nil
}

// unread gives back the byte just read, which is no part of the value.
func (s *valueScanner) unread() {
	s.r.UnreadByte()
	s.at--
	if s.buf[len(s.buf)-1] == '\n' {
		s.line--
	}
	s.buf = s.buf[:len(s.buf)-1]
}

// record is the value just read.
func (s *valueScanner) record() rawLine {
	end, at := len(s.buf), s.at
	lone := s.count == 1 && s.lists == 0 && s.atEnd()
	from := at - (end - s.from)
	if s.wide != nil {
		l := rawLine{s.wide.slice(from, at), s.raw, 0, s.wide.encoding}
		if l.line = s.first; !lone {
			rawFrom, rawTo := s.wide.raw(from, at, 0)
			l.raw, l.rawFrom = s.raw[rawFrom:rawTo], -int(rawFrom)
		}
		return l
	}
	l := rawLine{plain(string(s.buf[s.from:end]), 0), s.buf[s.from:end], 0, "utf-8"}
	if l.line, l.base = s.first, s.skip+from; lone {
		l.raw = append([]byte("\uFEFF")[:s.skip:s.skip], s.buf...)
		l.rawFrom = l.base
	}
	return l
}

// atEnd reads white space and reports whether the file ends with it.
func (s *valueScanner) atEnd() bool {
	for {
		c, err := s.r.ReadByte()
		if err != nil {
			return errors.Is(err, io.EOF)
		}
		if !isSpace(c) {
			s.r.UnreadByte()
			return false
		}
		s.buf = append(s.buf, c)
		s.at++
		if c == '\n' {
			s.line++
		}
	}
}
