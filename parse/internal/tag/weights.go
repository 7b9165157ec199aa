package tag

import "slices"

// Weights is a model as it lies in the file: a directory of 1<<groupBits
// offsets (4 bytes each, from the file's start, low byte first), then the
// groups, each a row of entries
//
//	key (2 bytes)  n (1 byte)  n × { tag (1 byte), weight (int8) }
//
// A feature's hash names the group by its top bits and the key by its low 16,
// so a look-up reads one offset and about four entries that lie together.
type Weights string

const (
	groupBits = 14
	directory = 4 * (1<<groupBits + 1)
)

// Weight is one tag's share of a feature's row.
type Weight struct {
	Tag   Tag
	Value int8
}

// row is the offset and count of the weights of feature f.
func (w Weights) row(f uint32) (at, n int) {
	if len(w) < directory {
		return 0, 0
	}
	group := int(f>>(32-groupBits)) * 4
	end := w.uint32(group + 4)
	for at := w.uint32(group); at < end; {
		n := int(w[at+2])
		if w[at] == byte(f) && w[at+1] == byte(f>>8) {
			return at + 3, n
		}
		at += 3 + 2*n
	}
	return 0, 0
}

func (w Weights) uint32(i int) int {
	return int(uint32(w[i]) | uint32(w[i+1])<<8 | uint32(w[i+2])<<16 | uint32(w[i+3])<<24)
}

// Encode lays out rows by feature. Equal rows give equal bytes.
func Encode(rows map[uint32][]Weight) []byte {
	features := make([]uint32, 0, len(rows))
	for f := range rows {
		features = append(features, f)
	}
	slices.Sort(features)
	out := make([]byte, directory)
	group := 0
	for _, f := range features {
		for ; group <= int(f>>(32-groupBits)); group++ {
			put(out[group*4:], len(out))
		}
		out = append(out, byte(f), byte(f>>8), byte(len(rows[f])))
		for _, x := range rows[f] {
			out = append(out, byte(x.Tag), byte(x.Value))
		}
	}
	for ; group <= 1<<groupBits; group++ {
		put(out[group*4:], len(out))
	}
	return out
}

func put(b []byte, v int) { b[0], b[1], b[2], b[3] = byte(v), byte(v>>8), byte(v>>16), byte(v>>24) }

// mix is the hash of a feature: its template and two values.
func mix(template, a, b uint32) uint32 {
	x := (uint64(a)<<32 | uint64(b)) ^ uint64(template)*0x9E3779B97F4A7C15
	x ^= x >> 32
	x *= 0xD6E8FEB86659FD93
	x ^= x >> 29
	x *= 0xD6E8FEB86659FD93
	return uint32(x >> 32)
}
