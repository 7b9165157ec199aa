package batch

import (
	"fmt"
	"hash/fnv"
)

// Shard is part Index, from 1, of Of parts of the work, so that several
// processes or machines can share it. Each file is in exactly one part, told by
// its name below the argument: files that come later change nobody's part. Files
// of many records, known by their format's name or extension, are shared out
// record by record. The zero value is all of it.
type Shard struct{ Index, Of int }

func (s Shard) check() error {
	if s != (Shard{}) && (s.Index < 1 || s.Index > s.Of) {
		return fmt.Errorf("%w: --shard is a part of all, such as 2/4", ErrUsage)
	}
	return nil
}

// takes reports whether the file of that name belongs to the part.
func (s Shard) takes(name string) bool {
	if s.Of < 2 {
		return true
	}
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32()%uint32(s.Of)) == s.Index-1
}

// mine reports whether record n, from 1, of in belongs to the part.
func (p *Plan) mine(n int, in *Input) bool {
	s := p.o.Shard
	return s.Of < 2 || !in.many || (n-1)%s.Of == s.Index-1
}
