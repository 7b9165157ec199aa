package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/zlib"
)

// finish turns fpdf's output into the document that is written: it compresses
// the pages and adds the attachments.
//
// fpdf could do both. But it makes a new compressor for every page, half of all
// the time and memory that a brief costs; and it writes attachments before the
// pages and still takes the first page for object 3, so that every link and
// bookmark then leads to the wrong place. So the objects are copied one by one,
// page contents are compressed on the way, and the catalog, which comes last, is
// replaced by one that names two further objects:
//
//	objects, catalog | offsets, trailer                        as fpdf writes it
//	objects, file, description, catalog | offsets, trailer     finished
func finish(doc []byte, files []Attachment) ([]byte, error) {
	t, err := readTail(doc)
	if err != nil {
		return nil, err
	}
	o := output{offsets: make([]int, t.size)}
	o.b.Grow(len(doc) / 2)
	ends := slices.Sorted(slices.Values(t.offsets[1:]))
	o.b.Write(doc[:ends[0]])
	for i, at := range ends {
		n := slices.Index(t.offsets, at)
		if n == t.root {
			continue
		}
		end := t.end
		if i+1 < len(ends) {
			end = ends[i+1]
		}
		o.copyObject(n, doc[at:end])
	}
	catalog := t.catalog
	if len(files) > 0 {
		catalog += "\n" + o.attach(files)
	}
	o.object(t.root, catalog+"\n/ViewerPreferences <</DisplayDocTitle true>>\n>>")
	o.trailer(t)
	return o.b.Bytes(), nil
}

// tail is what stands at the end of fpdf's output.
type tail struct {
	size, root, info int
	end              int   // of the objects
	offsets          []int // of each object
	catalog          string
}

var errTail = errors.New("pdf: the document is not as fpdf writes it")

func readTail(doc []byte) (t tail, err error) {
	var ok [4]bool
	t.end, ok[0] = number(doc, "\nstartxref\n")
	t.size, ok[1] = number(doc, "/Size ")
	t.root, ok[2] = number(doc, "/Root ")
	t.info, ok[3] = number(doc, "/Info ")
	if ok != [4]bool{true, true, true, true} || t.end > len(doc) || t.root != t.size-1 {
		return t, errTail
	}
	table := bytes.Split(doc[t.end:], []byte("\n"))
	if len(table) < t.size+2 {
		return t, errTail
	}
	for _, row := range table[2 : 2+t.size] {
		offset, err := strconv.Atoi(string(row[:min(10, len(row))]))
		if err != nil || offset > t.end {
			return t, errTail
		}
		t.offsets = append(t.offsets, offset)
	}
	catalog := string(doc[t.offsets[t.root]:t.end])
	start, end := strings.Index(catalog, "<<"), strings.Index(catalog, "/Names <<")
	if start < 0 || end < start {
		return t, errTail
	}
	t.catalog = strings.TrimSpace(catalog[start:end])
	return t, nil
}

// number reads the number after the last place where key stands.
func number(doc []byte, key string) (int, bool) {
	i := bytes.LastIndex(doc, []byte(key))
	if i < 0 {
		return 0, false
	}
	digits := doc[i+len(key):]
	end := bytes.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' })
	if end <= 0 {
		return 0, false
	}
	n, err := strconv.Atoi(string(digits[:end]))
	return n, err == nil
}

// output is the finished document as it grows.
type output struct {
	b       bytes.Buffer
	offsets []int
}

// copyObject writes an object as it is, its stream compressed where it is plain.
func (o *output) copyObject(n int, object []byte) {
	o.offsets[n] = o.b.Len()
	head, rest, ok := bytes.Cut(object, []byte(">>\nstream\n"))
	_, length, plain := bytes.Cut(head, []byte(" obj\n<</Length "))
	size, err := strconv.Atoi(string(length))
	if !ok || !plain || err != nil || size > len(rest) {
		o.b.Write(object)
		return
	}
	o.stream(n, "", rest[:size])
}

// object writes an object with the given content.
func (o *output) object(n int, content string) {
	o.offsets[n] = o.b.Len()
	fmt.Fprintf(&o.b, "%d 0 obj\n%s\nendobj\n", n, content)
}

// compressors are those that wait for work: making one costs more than most of what
// they compress. They are as many as cores at most, and unlike those of a sync.Pool
// they stay.
var compressors = make(chan *zlib.Writer, runtime.GOMAXPROCS(0))

// compress writes data to w, compressed.
func compress(w io.Writer, data []byte) {
	var z *zlib.Writer
	select {
	case z = <-compressors:
		z.Reset(w)
	default:
		z, _ = zlib.NewWriterLevel(w, zlib.BestSpeed) // fails for unknown levels only
	}
	z.Write(data) // the errors are those of w
	z.Close()
	z.Reset(nil) // let go of it
	select {
	case compressors <- z:
	default:
	}
}

// stream writes an object with data, compressed, and what else its head states.
func (o *output) stream(n int, head string, data []byte) {
	var packed bytes.Buffer
	packed.Grow(len(data)/3 + 64)
	compress(&packed, data) // into memory: it cannot fail
	o.offsets[n] = o.b.Len()
	fmt.Fprintf(&o.b, "%d 0 obj\n<<%s/Filter /FlateDecode /Length %d>>\nstream\n", n, head, packed.Len())
	o.b.Write(packed.Bytes())
	o.b.WriteString("\nendstream\nendobj\n")
}

// attach writes the objects of attachments, which stand in the order of their
// names, and returns the lines by which the catalog names them.
func (o *output) attach(files []Attachment) string {
	var names, all strings.Builder
	for i := range files {
		a := &files[i]
		file, about := len(o.offsets), len(o.offsets)+1
		o.offsets = append(o.offsets, 0, 0)
		o.stream(file, fmt.Sprintf("/Type /EmbeddedFile /Subtype /%s /Params <</Size %d>> ",
			pdfName(a.MediaType), len(a.Content)), a.Content)
		name := literal(a.Name)
		o.object(about, fmt.Sprintf("<</Type /Filespec /F %s /UF %s /Desc %s /AFRelationship /Data /EF <</F %d 0 R /UF %d 0 R>>>>",
			name, name, literal(a.About), file, file))
		fmt.Fprintf(&names, "%s %d 0 R ", name, about)
		fmt.Fprintf(&all, "%d 0 R ", about)
	}
	return "/Names <</EmbeddedFiles <</Names [" + strings.TrimSpace(names.String()) + "]>>>>\n/AF [" + strings.TrimSpace(all.String()) + "]"
}

// trailer ends the document with the table of offsets.
func (o *output) trailer(t tail) {
	at := o.b.Len()
	fmt.Fprintf(&o.b, "xref\n0 %d\n0000000000 65535 f \n", len(o.offsets))
	for _, offset := range o.offsets[1:] {
		fmt.Fprintf(&o.b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&o.b, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(o.offsets), t.root, t.info, at)
}

// literal writes s as a text string of the document.
func literal(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`).Replace(utf16Text(s)) + ")"
}

// pdfName writes s as a name: "application/json" is one with its slash escaped.
func pdfName(s string) string { return strings.ReplaceAll(s, "/", "#2F") }
