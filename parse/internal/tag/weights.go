package tag

import (
	"encoding/binary"
	"slices"
)

// Weights is a model as it lies in the file: a directory of 1<<groupBits numbers
// (4 bytes each, low byte first), then the groups, each a row of entries
//
//	key (2 bytes)  n (1 byte)  n × { tag (1 byte), weight (int8) }
//
// A feature's hash names the group by its top bits and the key by its low 16. The
// low 20 bits of a number are where its group begins, from the file's start; the
// others are a filter, in which each key of the group sets a bit, so that of the
// features without weights most are told by the directory alone.
type Weights string

const (
	groupBits  = 14
	offsetBits = 20
	filterBits = 32 - offsetBits
	directory  = 4 * (1<<groupBits + 1)
)

// filterBit is the bit of feature f in a number of the directory.
func filterBit(f uint32) uint32 { return 1 << (offsetBits + f&0xffff*filterBits>>16) }

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
	number := w.uint32(group)
	if number&filterBit(f) == 0 {
		return 0, 0
	}
	end := int(w.uint32(group+4) & offset)
	for at := int(number & offset); at < end; {
		n := int(w[at+2])
		if w[at] == byte(f) && w[at+1] == byte(f>>8) {
			return at + 3, n
		}
		at += 3 + 2*n
	}
	return 0, 0
}

// offset are the bits of a number of the directory that say where its group begins.
const offset = 1<<offsetBits - 1

func (w Weights) uint32(i int) uint32 {
	return uint32(w[i]) | uint32(w[i+1])<<8 | uint32(w[i+2])<<16 | uint32(w[i+3])<<24
}

// Encode lays out rows by feature. Equal rows give equal bytes. It panics if they
// take more than 1 MiB.
func Encode(rows map[uint32][]Weight) []byte {
	features := make([]uint32, 0, len(rows))
	for f := range rows {
		features = append(features, f)
	}
	slices.Sort(features)
	out := make([]byte, directory)
	numbers := make([]uint32, 1<<groupBits+1)
	group := 0
	for _, f := range features {
		for ; group <= int(f>>(32-groupBits)); group++ {
			numbers[group] |= uint32(len(out))
		}
		numbers[f>>(32-groupBits)] |= filterBit(f)
		out = append(out, byte(f), byte(f>>8), byte(len(rows[f])))
		for _, x := range rows[f] {
			out = append(out, byte(x.Tag), byte(x.Value))
		}
	}
	for ; group <= 1<<groupBits; group++ {
		numbers[group] |= uint32(len(out))
	}
	if len(out) > offset {
		panic("tag: too many weights")
	}
	for i, n := range numbers {
		binary.LittleEndian.PutUint32(out[4*i:], n)
	}
	return out
}

// mix is the hash of a feature: its template and two values.
func mix(template, a, b uint32) uint32 {
	x := (uint64(a)<<32 | uint64(b)) ^ uint64(template)*0x9E3779B97F4A7C15
	x ^= x >> 32
	x *= 0xD6E8FEB86659FD93
	x ^= x >> 29
	x *= 0xD6E8FEB86659FD93
	return uint32(x >> 32)
}
