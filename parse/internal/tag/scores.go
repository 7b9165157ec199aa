package tag

import "math/bits"

// scores holds a sum for each tag that weights decide on, four to a word of 16
// bits each, so that two of them add up in nine steps. Each part of a sum starts
// at bias, which keeps it from falling below nothing. A sum has eight parts and
// some thirty weights, and stays below 1<<15.
//
// A tag's sum stands in its lane. NN and the other tags that any word may take have
// the first lanes, so that of most words nine words are five.
type scores [(PunctEnd + 3) / 4]uint64

const bias = 2048

// laneOf is the lane of each tag that weights decide on: NN, those that any word
// may take, the others.
var laneOf = func() (lanes [PunctEnd]uint8) {
	n := uint8(0)
	for _, set := range [...]uint64{1 << NN, open &^ (1 << NN), scored &^ open} {
		for ; set != 0; set &= set - 1 {
			lanes[bits.TrailingZeros64(set)] = n
			n++
		}
	}
	return lanes
}()

// inLanes is a set of tags, and NN, as a set of lanes.
func inLanes(tags uint64) (set uint64) {
	for tags = tags&scored | 1<<NN; tags != 0; tags &= tags - 1 {
		set |= 1 << laneOf[bits.TrailingZeros64(tags)]
	}
	return set
}

// blank is a part of a sum that nothing is added to yet.
func blank() (s scores) {
	for i := range s {
		s[i] = bias * each
	}
	return s
}

// add adds the weights of feature f to the sum.
func (w Weights) add(f uint32, sum *scores) {
	at, n := w.row(f)
	for row := w[at : at+2*n]; len(row) >= 2; row = row[2:] {
		if t := row[0]; t < byte(PunctEnd) {
			lane := laneOf[t]
			sum[lane>>2] += uint64(int64(int8(row[1]))) << (lane & 3 * 16)
		}
	}
}

// groups is how many words of scores hold the given lanes.
func groups(lanes uint64) int { return (bits.Len64(lanes) + 3) / 4 }

// best is the tag in the given lanes that has the highest sum over s and three
// others: of equal ones NN, else the first.
func (s *scores) best(a, b, c *scores, lanes uint64) Tag {
	s0, s1, s2, s3 := s[0]+a[0]+b[0]+c[0], s[1]+a[1]+b[1]+c[1], s[2]+a[2]+b[2]+c[2], s[3]+a[3]+b[3]+c[3]
	if lanes&sixteen != sixteen { // some tags that most words may take are none of its
		s0, s1, s2, s3 = s0&spread[lanes&15], s1&spread[lanes>>4&15], s2&spread[lanes>>8&15], s3&spread[lanes>>12&15]
	}
	high, from := higher(s0, 0, s1, 1*each)
	high, from = higher(high, from, s2, 2*each)
	high, from = higher(high, from, s3, 3*each)
	top := max(rank(high, from, 0), rank(high, from, 1), rank(high, from, 2), rank(high, from, 3))
	for g := 4; g < min(groups(lanes), len(s)); g++ {
		sum := s[g] + a[g] + b[g] + c[g]
		for four := lanes >> (4 * g) & 15; four != 0; four &= four - 1 {
			top = max(top, rank(sum, uint64(g)*each, bits.TrailingZeros64(four)))
		}
	}
	if t := Tag(preferred - top&0xff); t != None {
		return t
	}
	return NN
}

// each, times a small number, is that number in each of the four lanes of a word.
const each = 0x0001_0001_0001_0001

// sixteen are the lanes of the first four words.
const sixteen = 1<<16 - 1

// spread is, for each set of four lanes, all bits of these lanes in a word.
var spread = func() (of [16]uint64) {
	for set := range of {
		for k := range 4 {
			if set>>k&1 != 0 {
				of[set] |= 0xffff << (16 * k)
			}
		}
	}
	return of
}()

// higher is, lane by lane, the higher one of two sums and where it is from; of
// equal ones the first. With the top bit of a lane set, which no sum has, taking
// away another leaves that bit if the other is not higher.
func higher(a, fromA, b, fromB uint64) (sum, from uint64) {
	keep := ((a | each<<15) - b) & (each << 15) >> 15 * 0xffff
	return a&keep | b&^keep, fromA&keep | fromB&^keep
}

// rank is the sum in lane k of a word, and behind it the preference of that lane
// in the group that from names.
func rank(sum, from uint64, k int) uint32 {
	shift := k & 3 * 16
	return uint32(uint16(sum>>shift))<<8 | preference[from>>shift&15][k&3]
}

// preference settles for each lane which of two equal sums wins: the higher one's.
var preference = func() (p [16][4]uint32) {
	for t, lane := range laneOf {
		p[lane>>2][lane&3] = preferred - uint32(t)
	}
	p[laneOf[NN]>>2][laneOf[NN]&3] = preferred
	return p
}()

const preferred = 0xff
