package formats

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
)

// rawLine is a line of a file of records: its text, and its bytes as they stand.
type rawLine struct {
	source
	raw      []byte // valid until the next line is read
	rawFrom  int    // where in raw the raw offset 0 of the source stands
	encoding string
}

// cut is the stretch [from, to) of a line as one of its own; line is where it
// begins.
func (l *rawLine) cut(from, to, line int) rawLine {
	out := rawLine{l.slice(from, to), l.raw, l.rawFrom, l.encoding}
	out.line = line
	a, b := l.source.raw(from, to, 0)
	out.raw = l.raw[l.rawFrom+int(a) : l.rawFrom+int(b)]
	out.rawFrom = -int(a)
	return out
}

// fileLines reads a file line by line in constant memory and skips blank lines.
// A line beyond the limit is a *RecordError; the next one follows. Files of
// records are UTF-8; UTF-16, as some shells write it, is read too, but whole.
func fileLines(in Input, opts Options) iter.Seq2[rawLine, error] {
	if opts.MaxBytes <= 0 {
		opts.MaxBytes = DefaultMaxBytes
	}
	return func(yield func(rawLine, error) bool) {
		r := bufio.NewReaderSize(in.Reader, headBytes)
		r.Peek(magicBytes)
		head, _ := r.Peek(r.Buffered()) // what has come: the stream may be live
		encoding, skip := markOf(head)
		if encoding == "" {
			encoding = wideKind(head)
		}
		if encoding != "" && encoding != "utf-8" {
			wideLines(in.over(r), opts, yield)
			return
		}
		r.Discard(skip)
		utf8Lines(r, skip, int(min(opts.MaxBytes, maxOffset)), yield)
	}
}

func utf8Lines(r *bufio.Reader, base, limit int, yield func(rawLine, error) bool) {
	var buf []byte
	for line := 1; ; line++ {
		var err error
		long := 0 // bytes of a line that is beyond the limit
		buf = buf[:0]
		for {
			var part []byte
			part, err = r.ReadSlice('\n')
			if long == 0 && len(buf)+len(part) <= limit+1 {
				buf = append(buf, part...)
			} else {
				long += len(buf) + len(part)
				buf = buf[:0]
			}
			if !errors.Is(err, bufio.ErrBufferFull) {
				break
			}
		}
		if err != nil && !errors.Is(err, io.EOF) {
			yield(rawLine{}, err)
			return
		}
		if !yieldLine(buf, long, base, line, limit, yield) || err != nil {
			return
		}
		base += len(buf) + long
	}
}

// yieldLine hands on one line, if it is not blank.
func yieldLine(buf []byte, long, base, line, limit int, yield func(rawLine, error) bool) bool {
	if long > 0 {
		err := fmt.Errorf("%w: a line of more than %s", ErrTooLarge, sizeText(int64(limit)))
		return yield(rawLine{}, recordError(line, "", err))
	}
	text := strings.TrimRight(string(buf), " \t\r\n")
	if text == "" {
		return true
	}
	s := plain(text, 0)
	s.base, s.line, s.flat = base, line, true
	return yield(rawLine{s, buf[:len(text)], 0, "utf-8"}, nil)
}

// wideLines reads a file of UTF-16 lines.
func wideLines(in Input, opts Options, yield func(rawLine, error) bool) {
	raw, d, err := load(in, opts)
	if err != nil {
		yield(rawLine{}, err)
		return
	}
	line, at := 1, 0
	for at < len(d.text) {
		end := strings.IndexByte(d.text[at:], '\n')
		if end < 0 {
			end = len(d.text)
		} else {
			end += at
		}
		if strings.TrimSpace(d.text[at:end]) != "" {
			s := d.slice(at, end)
			s.line, s.flat = line, true
			from, to := d.raw(at, end, 0)
			if !yield(rawLine{s, raw[from:to], -int(from), d.encoding}, nil) {
				return
			}
		}
		at = end + 1
		line++
	}
}

// part is slice with the lines of s, of which nothing was edited. It costs a
// count of the lines of s before it.
func (s *source) part(from, to int) source {
	out := s.slice(from, to)
	if s.flat {
		return out
	}
	out.line += strings.Count(s.text[:from], "\n")
	out.whole, out.start = s, from
	if s.whole != nil {
		out.whole, out.start = s.whole, s.start+from
	}
	return out
}

// slice is the source of text [from, to) of s.
func (s *source) slice(from, to int) source {
	out := source{text: s.text[from:to], base: s.base, line: s.line, flat: s.flat}
	for i := s.find(int32(from), 0); from < to && i < len(s.pieces) && int(s.pieces[i].at) < to; i++ {
		p := s.pieces[i].cut(int32(from), int32(to))
		p.at -= int32(from)
		out.pieces = append(out.pieces, p)
	}
	return out
}
