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

// lanes is the lane of each tag that weights decide on, and tagIn the tag in
// each lane.
var lanes, tagIn = func() (lanes [PunctEnd]uint8, tagIn [PunctEnd]Tag) {
	n := uint8(0)
	for _, first := range [...]bool{true, false} {
		for t := None; t < PunctEnd; t++ {
			if Closed(t) != first {
				lanes[t], tagIn[n] = n, t
				n++
			}
		}
	}
	return lanes, tagIn
}()

// inLanes is a set of tags as a set of their lanes.
func inLanes(tags uint64) (set uint64) {
	for tags &= scored; tags != 0; tags &= tags - 1 {
		set |= 1 << lanes[bits.TrailingZeros64(tags)]
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
			lane := lanes[t]
			sum[lane>>2] += uint64(int64(int8(row[1]))) << (lane & 3 * 16)
		}
	}
}

// addends are the parts that a word's sum consists of.
type addends [9]*scores

// best is the tag with the highest sum among those in the given lanes and NN: of
// equal ones NN, else the first.
func (a *addends) best(open uint64) Tag {
	open |= 1 << lanes[NN]
	top := uint32(0)
	for group := 0; open != 0; group, open = group+1, open>>4 {
		if open&15 == 0 {
			continue
		}
		sum := a[0][group] + a[1][group] + a[2][group] + a[3][group] + a[4][group] +
			a[5][group] + a[6][group] + a[7][group] + a[8][group]
		for four := open & 15; four != 0; four &= four - 1 {
			k := bits.TrailingZeros64(four)
			score := uint32(uint16(sum >> (k & 3 * 16)))
			top = max(top, score<<8|preference[group*4+k])
		}
	}
	if t := Tag(preferred - top&0xff); t != None {
		return t
	}
	return NN
}

// preference settles for each lane which of two equal sums wins: the higher one's.
var preference = func() (p [len(scores{}) * 4]uint32) {
	for t, lane := range lanes {
		p[lane] = preferred - uint32(t)
	}
	p[lanes[NN]] = preferred
	return p
}()

const preferred = 0xff
