package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"github.com/klauspost/compress/flate"
	"hash/crc32"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
)

// sortedZip is a zip file whose members stand in the order of their names and
// bear one fixed time, so that equal workbooks are equal bytes. Members that
// the library makes can be rewritten on their way: this is how rows, which the
// library never sees, get into its sheets.
type sortedZip struct {
	w       io.Writer
	rewrite map[string]func(content []byte) []stretch
	pack    *flate.Writer
	content bytes.Buffer // of the last member, not yet packed
	members []*member
}

// packing balances the size of a workbook against the time to write it.
const packing = flate.BestSpeed

// stretch is a part of a member: plain bytes, or what is packed already.
type stretch struct {
	plain []byte
	done  *packed
}

// member is one packed file of the archive.
type member struct {
	name   string
	packed blocks
	sum    uint32 // CRC-32 of what was packed
	size   uint64
}

// blocks holds bytes without moving them: in memory, and past some size on disk.
type blocks struct {
	full  []block
	last  []byte
	size  int
	spool *spool // nil: all stays in memory
}

// block is a stretch of bytes, in memory or on disk.
type block struct {
	bytes []byte
	spool *spool // nil: in memory
	at    int64
	size  int
}

// reader reads the block.
func (b block) reader() io.Reader {
	if b.spool == nil {
		return bytes.NewReader(b.bytes)
	}
	return b.spool.section(b.at, b.size)
}

func (b *blocks) Write(p []byte) (int, error) {
	b.size += len(p)
	if len(b.last)+len(p) > cap(b.last) {
		fresh := b.seal()
		if cap(fresh) < len(p) {
			fresh = make([]byte, 0, max(len(p), 4<<10, min(b.size, 1<<20)))
		}
		b.last = fresh
	}
	b.last = append(b.last, p...)
	return len(p), nil
}

// seal ends the last block. It returns memory that is free again, or nil.
func (b *blocks) seal() []byte {
	p := b.last
	b.last = nil
	if len(p) == 0 {
		return nil
	}
	if b.spool != nil && b.size > inMemory {
		if at, ok := b.spool.add(p); ok {
			b.full = append(b.full, block{at: at, size: len(p), spool: b.spool})
			return p[:0]
		}
	}
	b.full = append(b.full, block{bytes: p})
	return nil
}

// join appends other, which is not written to any more.
func (b *blocks) join(other blocks) {
	b.seal()
	b.full, b.last = append(b.full, other.full...), other.last[:len(other.last):len(other.last)]
	b.size += other.size
}

// packers are those that wait for work: one takes half a megabyte to make. They are
// as many as cores at most, and unlike those of a sync.Pool they stay.
var packers = make(chan *flate.Writer, runtime.GOMAXPROCS(0))

// packer is one to be used and given back.
func packer() *flate.Writer {
	select {
	case p := <-packers:
		return p
	default:
		p, _ := flate.NewWriter(nil, packing) // fails for unknown levels only
		return p
	}
}

func giveBack(p *flate.Writer) {
	p.Reset(nil) // let go of what it wrote to
	select {
	case packers <- p:
	default:
	}
}

func newSortedZip(w io.Writer) *sortedZip {
	return &sortedZip{w: w, pack: packer(), rewrite: map[string]func([]byte) []stretch{}}
}

// Create starts the next member; the one before it is complete.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	z.complete()
	z.members = append(z.members, &member{name: name})
	return &z.content, nil
}

// complete packs the content of the last member.
func (z *sortedZip) complete() {
	if len(z.members) == 0 {
		return
	}
	m := z.members[len(z.members)-1]
	parts := []stretch{{plain: z.content.Bytes()}}
	if f := z.rewrite[m.name]; f != nil {
		parts = f(z.content.Bytes())
	}
	for _, p := range parts {
		if p.done != nil {
			m.packed.join(p.done.blocks)
			m.sum = joinSums(m.sum, p.done.sum, p.done.size)
			m.size += p.done.size
			continue
		}
		z.pack.Reset(&m.packed)
		z.pack.Write(p.plain) // to memory: cannot fail
		z.pack.Flush()        // ends on a byte, so that the next part can follow
		m.sum = crc32.Update(m.sum, crc32.IEEETable, p.plain)
		m.size += uint64(len(p.plain))
	}
	z.pack.Reset(&m.packed)
	z.pack.Close() // the empty block that ends a member
	z.content.Reset()
}

// AddFS is part of the library's interface; it never calls it.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the archive.
func (z *sortedZip) Close() error {
	z.complete()
	giveBack(z.pack)
	z.pack = nil
	slices.SortFunc(z.members, func(a, b *member) int { return strings.Compare(a.name, b.name) })
	out := zip.NewWriter(z.w)
	for _, m := range z.members {
		if err := m.writeTo(out); err != nil {
			return err
		}
		m.packed = blocks{}
	}
	return out.Close()
}

func (m *member) writeTo(out *zip.Writer) error {
	w, err := out.CreateRaw(&zip.FileHeader{
		Name: m.name, Method: zip.Deflate, CRC32: m.sum,
		CompressedSize64: uint64(m.packed.size), UncompressedSize64: m.size,
		ModifiedDate: 1<<5 | 1, // 1 January 1980, the first day of zip
	})
	if err != nil {
		return err
	}
	for _, b := range append(m.packed.full, block{bytes: m.packed.last}) {
		if _, err := io.Copy(w, b.reader()); err != nil {
			return err
		}
	}
	return nil
}

// joinSums is the CRC-32 of a and b, one after the other, from their own sums
// and the length of b. A sum is linear in what stands before: what a adds to
// the sum of b is what it adds to the sum of as many zeros.
func joinSums(a, b uint32, size uint64) uint32 {
	with, without := a, uint32(0)
	for size > 0 {
		n := min(size, uint64(len(zeros)))
		with = crc32.Update(with, crc32.IEEETable, zeros[:n])
		without = crc32.Update(without, crc32.IEEETable, zeros[:n])
		size -= n
	}
	return with ^ without ^ b
}

var zeros [1 << 16]byte

// packed packs what is appended to buf: rows, links. Much of it is packed beside
// the work that makes it.
type packed struct {
	blocks blocks
	sum    uint32
	size   uint64
	buf    []byte // not yet packed
	queue  chan []byte
	spare  chan []byte
	done   chan struct{}
}

// rowChunk is how much is packed at a time.
const rowChunk = 256 << 10

// full passes on what was gathered in buf, if it is enough.
func (p *packed) full() {
	if len(p.buf) < rowChunk {
		return
	}
	if p.queue == nil {
		p.queue, p.spare, p.done = make(chan []byte, 2), make(chan []byte, 3), make(chan struct{})
		go p.run()
	}
	p.queue <- p.buf
	select {
	case p.buf = <-p.spare:
	default:
		p.buf = make([]byte, 0, rowChunk+rowChunk/4)
	}
}

func (p *packed) run() {
	defer close(p.done)
	pack := packer()
	defer giveBack(pack)
	pack.Reset(&p.blocks)
	for b := range p.queue {
		p.add(pack, b)
		select {
		case p.spare <- b[:0]:
		default:
		}
	}
	pack.Flush()
}

func (p *packed) add(pack *flate.Writer, b []byte) {
	p.sum = crc32.Update(p.sum, crc32.IEEETable, b)
	p.size += uint64(len(b))
	pack.Write(b)
}

// finish packs the rest.
func (p *packed) finish() {
	if p.queue == nil {
		return
	}
	p.queue <- p.buf
	close(p.queue)
	<-p.done
	p.buf = nil
}

// stretch is all of it as a part of a member.
func (p *packed) stretch() stretch {
	if p.queue == nil {
		return stretch{plain: p.buf}
	}
	return stretch{done: p}
}
