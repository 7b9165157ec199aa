package pdfread

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"io"
)

// file holds the objects of a PDF by number. The table of offsets at the file's
// end is not trusted: all of the file is searched for "1 0 obj", and of two
// objects of one number the later counts, as updates are appended.
type file struct {
	b       []byte
	at      map[int]int    // number -> offset behind "obj"
	packed  map[int]packed // number -> place in an object stream
	cache   map[int]any
	root    any
	info    any
	locked  bool  // encrypted
	budget  int64 // bytes that streams may still grow to
	work    int64 // bytes that may still be parsed or searched
	fonts   int   // parsed so far
	loading int
}

// packed is an object in an object stream, whose bytes are decoded.
type packed struct {
	b    []byte
	from int
}

// maxObjects bounds the objects of a file.
const maxObjects = 1 << 20

func open(b []byte, budget int64) *file {
	f := &file{b: b, at: map[int]int{}, packed: map[int]packed{}, cache: map[int]any{}, budget: budget, work: 8*int64(len(b)) + budget}
	var order []int // numbers by offset
	for at := 0; len(order) < maxObjects; {
		i := bytes.Index(b[at:], []byte("obj"))
		if i < 0 {
			break
		}
		at += i + 3
		if n, ok := numberBefore(b[:at-3]); ok {
			f.at[n] = at
			order = append(order, n)
		}
	}
	for _, n := range order {
		f.special(n)
	}
	f.trailers()
	return f
}

// numberBefore reads "12 0 " at the end of b.
func numberBefore(b []byte) (int, bool) {
	i := len(b)
	back := func(keep func(byte) bool) int {
		n := 0
		for i > 0 && keep(b[i-1]) && n < 12 {
			i--
			n++
		}
		return n
	}
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	if back(space) == 0 || back(digit) == 0 || back(space) == 0 {
		return 0, false
	}
	to := i
	if n := back(digit); n == 0 || n > 8 || i > 0 && !space(b[i-1]) && !delimiter(b[i-1]) && b[i-1] != 'j' {
		return 0, false
	}
	n := 0
	for _, c := range b[i:to] {
		n = 10*n + int(c-'0')
	}
	return n, true
}

// special enters what object n says about the file: the objects it packs, the
// root, that the file is encrypted.
func (f *file) special(n int) {
	head := f.b[f.at[n]:min(len(f.b), f.at[n]+512)]
	if !bytes.Contains(head, []byte("ObjStm")) && !bytes.Contains(head, []byte("XRef")) && !bytes.Contains(head, []byte("Catalog")) {
		return
	}
	o := f.read(n)
	switch s := o.(type) {
	case stream:
		switch f.name(s.dict["Type"]) {
		case "ObjStm":
			f.unpack(s)
		case "XRef":
			f.trailer(s.dict)
		}
	case dict:
		if f.root == nil && s["Type"] == name("Catalog") {
			f.root = s
		}
	}
}

// spend counts n bytes of work. Files that are sound need each byte a few times.
func (f *file) spend(n int) {
	if f.work -= int64(n); f.work < 0 {
		panic(errBudget)
	}
}

// unpack enters the objects of an object stream.
func (f *file) unpack(s stream) {
	b := f.decode(s)
	l := lexer{b: b}
	defer func() { f.spend(l.at) }()
	first, count := int(f.number(s.dict["First"])), int(f.number(s.dict["N"]))
	for i := 0; i < count && i < maxObjects; i++ {
		n, ok1 := l.object(0).(float64)
		off, ok2 := l.object(0).(float64)
		if !ok1 || !ok2 {
			return
		}
		if from := first + int(off); from >= 0 && from < len(b) && n >= 0 {
			f.packed[int(n)] = packed{b, from}
		}
	}
}

func (f *file) trailers() {
	for at := 0; ; {
		i := bytes.Index(f.b[at:], []byte("trailer"))
		if i < 0 {
			return
		}
		at += i + len("trailer")
		l := lexer{b: f.b, at: at}
		if d, ok := l.object(0).(dict); ok {
			f.trailer(d)
		}
		f.spend(l.at - at)
	}
}

func (f *file) trailer(d dict) {
	if d["Encrypt"] != nil {
		f.locked = true
	}
	if d["Root"] != nil {
		f.root = d["Root"]
	}
	if d["Info"] != nil {
		f.info = d["Info"]
	}
}

// get follows references.
func (f *file) get(o any) any {
	for range 8 {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		if v, ok := f.cache[int(r)]; ok {
			o = v
			continue
		}
		if f.loading > maxNest {
			return nil
		}
		f.loading++
		v := f.read(int(r))
		f.loading--
		f.cache[int(r)] = v
		o = v
	}
	return nil
}

// read parses object n.
func (f *file) read(n int) any {
	at, ok := f.at[n]
	if !ok {
		if p, ok := f.packed[n]; ok {
			l := lexer{b: p.b, at: p.from}
			defer func() { f.spend(l.at - p.from) }()
			return l.object(0)
		}
		return nil
	}
	l := lexer{b: f.b, at: at}
	o := l.object(0)
	f.spend(l.at - at)
	d, ok := o.(dict)
	if !ok {
		return o
	}
	l.skip()
	rest := f.b[l.at:]
	if !bytes.HasPrefix(rest, []byte("stream")) {
		return d
	}
	rest = bytes.TrimPrefix(bytes.TrimPrefix(rest[6:], []byte("\r")), []byte("\n"))
	return stream{d, f.extent(rest, d)}
}

// extent is the bytes of a stream: as many as its length says if that leads to
// "endstream", else those before the next one.
func (f *file) extent(b []byte, d dict) []byte {
	n := int(f.number(d["Length"]))
	if n > 0 && n <= len(b) && bytes.HasPrefix(bytes.TrimLeft(b[n:min(len(b), n+16)], "\r\n "), []byte("endstream")) {
		return b[:n]
	}
	i := bytes.Index(b, []byte("endstream"))
	if i < 0 {
		i = len(b)
	}
	f.spend(i)
	return bytes.TrimRight(b[:i], "\r\n")
}

func (f *file) dict(o any) dict {
	switch o := f.get(o).(type) {
	case dict:
		return o
	case stream:
		return o.dict
	}
	return nil
}

func (f *file) array(o any) array { a, _ := f.get(o).(array); return a }

func (f *file) number(o any) float64 { n, _ := f.get(o).(float64); return n }

func (f *file) name(o any) string { n, _ := f.get(o).(name); return string(n) }

// errBudget says that the streams grow beyond the limit.
var errBudget = errors.New("streams grow beyond the limit")

// decode takes the filters off a stream, as far as they are known: pictures,
// which have others, are never asked for.
func (f *file) decode(s stream) []byte {
	filters := array{f.get(s.dict["Filter"])}
	params := array{f.get(s.dict["DecodeParms"])}
	if a, ok := filters[0].(array); ok {
		filters = a
		params, _ = params[0].(array)
	}
	b := s.raw
	for i, filter := range filters {
		switch f.name(filter) {
		case "FlateDecode", "Fl":
			b = f.inflate(b)
			if i < len(params) {
				b = f.predict(b, f.dict(params[i]))
			}
		case "ASCIIHexDecode", "AHx":
			l := lexer{b: append([]byte("<"), b...)}
			b = []byte(l.hex())
		case "ASCII85Decode", "A85":
			b = unascii85(b)
		case "":
		default:
			return nil
		}
	}
	return b
}

// inflate decodes as far as the data is sound and the budget goes.
func (f *file) inflate(b []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil
	}
	var out bytes.Buffer
	n, _ := io.Copy(&out, io.LimitReader(r, f.budget+1))
	if f.budget -= n; f.budget < 0 {
		panic(errBudget)
	}
	return out.Bytes()
}

func unascii85(b []byte) []byte {
	if i := bytes.Index(b, []byte("~>")); i >= 0 {
		b = b[:i]
	}
	b = bytes.TrimPrefix(bytes.TrimSpace(b), []byte("<~"))
	out := make([]byte, len(b)*4+4) // "z" stands for four
	n, _, _ := ascii85.Decode(out, b, true)
	return out[:n]
}

// predict undoes the predictors of PNG.
func (f *file) predict(b []byte, params dict) []byte {
	if f.number(params["Predictor"]) < 10 {
		return b
	}
	columns, bytesPer := int(f.number(params["Columns"])), 1
	if columns <= 0 || columns > 1<<16 {
		columns = 1
	}
	if c, d := f.number(params["Colors"]), f.number(params["BitsPerComponent"]); c > 0 && c <= 32 && d >= 8 {
		bytesPer = int(c * d / 8)
	}
	width := columns * bytesPer
	var out []byte
	above := make([]byte, width)
	for len(b) > width {
		kind, row := b[0], bytes.Clone(b[1:1+width])
		b = b[1+width:]
		for i := range row {
			left, corner := byte(0), byte(0)
			if i >= bytesPer {
				left, corner = row[i-bytesPer], above[i-bytesPer]
			}
			switch kind {
			case 1:
				row[i] += left
			case 2:
				row[i] += above[i]
			case 3:
				row[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				row[i] += paeth(left, above[i], corner)
			}
		}
		out, above = append(out, row...), row
	}
	return out
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int { return max(n, -n) }
