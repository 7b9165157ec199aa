package tag

import "math/bits"

// scores holds a sum for each tag that weights decide on, four to a word of 16
// bits each, so that two of them add up in eight steps. Each part of a sum starts
// at bias, which keeps it from falling below nothing. A sum has eight parts and
// some thirty weights, and stays below 1<<15. It fills a line of the processor's
// cache.
//
// A tag's sum stands in its lane. Tags that a word often may take together share a
// group, which is a word of scores: of most words one or two groups count.
type scores [len(grouped)]uint64

const bias = 2048

// grouped are the tags by lane. LS, SYM, FW and WP$ are not among them: what
// takes them is settled, or taken for a noun.
var grouped = [8][4]Tag{
	{NN, JJ, VB, VBP},
	{NNP, NNPS, NNS, VBZ},
	{VBD, VBN, VBG, CD},
	{JJR, JJS, RBR, RBS},
	{IN, RB, RP, DT},
	{WDT, WP, PRP, PRPS},
	{TO, POS, EX, PDT},
	{MD, CC, UH, WRB},
}

// laneOf is the lane of each tag, noLane of those that have none.
var laneOf = func() (lanes [PunctEnd]uint8) {
	for t := range lanes {
		lanes[t] = noLane
	}
	for g, tags := range grouped {
		for k, t := range tags {
			lanes[t] = uint8(4*g + k)
		}
	}
	return lanes
}()

const noLane = 0xff

// lanes is a set of lanes, and the groups that they lie in: the first two of them,
// which are the same if there is but one.
type lanes struct {
	set           uint32
	first, second uint8
	more          bool // lie in other groups too
}

// inLanes is a set of tags, NN if it has none in a lane.
func inLanes(tags uint64) (l lanes) {
	for tags &= scored; tags != 0; tags &= tags - 1 {
		if lane := laneOf[bits.TrailingZeros64(tags)]; lane != noLane {
			l.set |= 1 << lane
		}
	}
	if l.set == 0 {
		l.set = 1 << laneOf[NN]
	}
	rest := l.set
	l.first = uint8(bits.TrailingZeros32(rest) / 4)
	if rest &^= 0xf << (4 * l.first); rest == 0 {
		l.second = l.first
		return l
	}
	l.second = uint8(bits.TrailingZeros32(rest) / 4)
	l.more = rest&^(0xf<<(4*l.second)) != 0
	return l
}

// blank is a part of a sum that nothing is added to yet.
func blank() (s scores) {
	for i := range s {
		s[i] = bias * each
	}
	return s
}

// hash is the same for equal sums.
func (s *scores) hash() uint32 {
	h := uint64(0)
	for _, x := range s {
		h = (h ^ x) * 0x9E3779B97F4A7C15
		h ^= h >> 32
	}
	return uint32(h)
}

// add adds the weights of feature f to the sum.
func (w Weights) add(f uint32, sum *scores) {
	at, n := w.row(f)
	for row := w[at : at+2*n]; len(row) >= 2; row = row[2:] {
		if t := row[0]; t < byte(PunctEnd) && laneOf[t] != noLane {
			lane := laneOf[t]
			sum[lane>>2&7] += uint64(int64(int8(row[1]))) << (lane & 3 * 16)
		}
	}
}

// sum sets s to the sum of five others in the groups of l.
func (s *scores) sum(l *lanes, a, b, c, d, e *scores) {
	g, h := l.first&7, l.second&7
	s[g] = a[g] + b[g] + c[g] + d[g] + e[g]
	s[h] = a[h] + b[h] + c[h] + d[h] + e[h]
	if l.more {
		for g := range s {
			s[g] = a[g] + b[g] + c[g] + d[g] + e[g]
		}
	}
}

// best is the tag in the lanes of l that has the highest sum over s and three
// others: of equal ones that with the lowest lane, so NN before all.
func (s *scores) best(l *lanes, a, b, c *scores) Tag {
	g, h := l.first&7, l.second&7
	high, from := l.only(g, s[g]+a[g]+b[g]+c[g]), origin[g]
	high, from = higher(high, from, l.only(h, s[h]+a[h]+b[h]+c[h]), origin[h])
	if l.more {
		for g := range uint8(8) {
			high, from = higher(high, from, l.only(g, s[g]+a[g]+b[g]+c[g]), origin[g])
		}
	}
	top := max(rank(high, from, 0), rank(high, from, 1), rank(high, from, 2), rank(high, from, 3))
	lane := lastLane - top&lastLane
	return grouped[lane>>2][lane&3]
}

// lastLane is the highest lane.
const lastLane = 31

// origin says, in each lane of a word, how far before the last lane the first one
// of a group stands.
var origin = func() (of [8]uint64) {
	for g := range of {
		of[g] = (lastLane - 4*uint64(g)) * each
	}
	return of
}()

// only is the sums of group g without those of lanes that l lacks.
func (l *lanes) only(g uint8, sums uint64) uint64 { return sums & spread[l.set>>(4*g)&15] }

// each, times a small number, is that number in each of the four lanes of a word.
const each = 0x0001_0001_0001_0001

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

// rank is the sum in lane k of a word, and behind it how far before the last lane
// the lane stands that it is from.
func rank(sum, from uint64, k int) uint32 {
	shift := k & 3 * 16
	return uint32(uint16(sum>>shift))<<8 | uint32(uint8(from>>shift)) - uint32(k)
}
