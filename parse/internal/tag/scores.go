package tag

import "math/bits"

// scores holds a sum for each tag that weights decide on, four to a word of 16
// bits each, so that two of them add up in nine steps. Each part of a sum starts
// at bias, which keeps it from falling below nothing: nine parts of at most ten
// weights each stay between 0 and 1<<16.
//
// A tag's sum stands in its lane. The tags that any word may take have the first
// lanes, so that of most words nine words are five.
type scores [(PunctEnd + 3) / 4]uint64

const bias = 2048

// laneOf is the lane of each tag that weights decide on.
var laneOf = func() (lanes [PunctEnd]uint8) {
	n := uint8(0)
	for _, closed := range [...]bool{false, true} {
		for t := None; t < PunctEnd; t++ {
			if Closed(t) == closed {
				lanes[t] = n
				n++
			}
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
		s[i] = bias * 0x0001_0001_0001_0001
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
	top := uint32(0)
	for g := range min(groups(lanes), len(s)) {
		sum := s[g] + a[g] + b[g] + c[g]
		four, p := lanes>>(4*g)&15, &preference[g]
		if four == 15 {
			top = max(top, rank(sum, p, 0), rank(sum, p, 1), rank(sum, p, 2), rank(sum, p, 3))
			continue
		}
		for ; four != 0; four &= four - 1 {
			top = max(top, rank(sum, p, bits.TrailingZeros64(four)))
		}
	}
	if t := Tag(preferred - top&0xff); t != None {
		return t
	}
	return NN
}

// rank is the sum in lane k of four, and behind it the lane's preference.
func rank(sum uint64, p *[4]uint32, k int) uint32 {
	return uint32(uint16(sum>>(k&3*16)))<<8 | p[k&3]
}

// preference settles for each lane which of two equal sums wins: the higher one's.
var preference = func() (p [len(scores{})][4]uint32) {
	for t, lane := range laneOf {
		p[lane>>2][lane&3] = preferred - uint32(t)
	}
	p[laneOf[NN]>>2][laneOf[NN]&3] = preferred
	return p
}()

const preferred = 0xff
