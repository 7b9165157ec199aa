package main

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"dossier/export"
)

// The table of the actors over all articles. Who is one is settled where all are
// together who may be, and nowhere are more together:
//
//	cast of each article ─ firstFn ─▶ of those that stand twice, the first
//	   │ joinFn: which groups belong together, through whom        (one small value)
//	   ▼
//	partFn ─ KV<part, appearance> ─ settleFn ─▶ entities ─ tableFn ─▶ entities.csv
//
// Groups, ends and the rule itself are those of package export; see
// export.Appearance. All three steps between are keyed combines, which gather in
// part before anything is sent.

func init() {
	register.Combiner1[cast](&firstFn{})
	register.Combiner2[joins, cast](&joinFn{})
	register.DoFn3x1[cast, func(*joins) bool, func(string, member), error](&partFn{})
	register.Emitter2[string, member]()
	register.Iter1[joins]()
	register.Combiner3[members, member, []byte](&settleFn{})
	register.DoFn3x1[context.Context, int, func(*[]byte) bool, error](&tableFn{})
	register.Iter1[[]byte]()
}

// cast is who appears in an article.
type cast struct {
	Order  string
	Actors []byte // []export.Appearance as JSON
}

// entities adds the making of the table, of KV<key of the article, cast>.
func entities(s beam.Scope, o Options, casts beam.PCollection) {
	s = s.Scope("entities")
	first := beam.DropKey(s, beam.CombinePerKey(s, &firstFn{}, casts))
	joined := beam.Combine(s, &joinFn{}, first)
	parts := beam.ParDo(s, &partFn{}, first, beam.SideInput{Input: joined})
	settled := beam.DropKey(s, beam.CombinePerKey(s, &settleFn{}, parts))
	beam.ParDo0(s, &tableFn{O: o}, beam.GroupByKey(s, beam.AddFixedKey(s, settled)))
}

// firstFn keeps the first of the casts of one article.
type firstFn struct{}

// MergeAccumulators keeps the first of two.
func (*firstFn) MergeAccumulators(x, y cast) cast {
	if x.Order != "" && (y.Order == "" || x.Order < y.Order) {
		return x
	}
	return y
}

// joins is which groups belong together: each group leads to another, or to itself.
// Groups that nobody shares with another group are not in it.
type joins struct{ Groups, To []string }

// joinFn finds them. It holds names that come with an id or a country, and no more.
type joinFn struct{}

// AddInput joins the groups of those who stand in several.
func (*joinFn) AddInput(j joins, c cast) (joins, error) {
	var list []export.Appearance
	if err := json.Unmarshal(c.Actors, &list); err != nil {
		return j, err
	}
	u := j.union()
	changed := false
	for i := range list {
		groups := list[i].Groups()
		for _, g := range groups[1:] {
			changed = u.join(groups[0], g) || changed
		}
	}
	if !changed {
		return j, nil
	}
	return u.joins(), nil
}

// MergeAccumulators joins what either joined.
func (*joinFn) MergeAccumulators(x, y joins) joins {
	u := x.union()
	for i := range y.Groups {
		u.join(y.Groups[i], y.To[i])
	}
	return u.joins()
}

// ExtractOutput is the whole of it.
func (*joinFn) ExtractOutput(j joins) joins { return j }

// union is the same as sets that can be looked up.
type union map[string]string

func (j joins) union() union {
	u := union{}
	for i, g := range j.Groups {
		u[g] = j.To[i]
	}
	return u
}

// joins lists the sets, each group with the one that stands for it.
func (u union) joins() joins {
	var j joins
	for _, g := range slices.Sorted(maps.Keys(u)) {
		j.Groups, j.To = append(j.Groups, g), append(j.To, u.root(g))
	}
	return j
}

// root is the group that stands for those joined with g: the first by its name.
func (u union) root(g string) string {
	for to, ok := u[g]; ok && to != g; to, ok = u[g] {
		g = to
	}
	return g
}

// join puts a and b together, and reports whether they were apart.
func (u union) join(a, b string) bool {
	x, y := u.root(a), u.root(b)
	if x == y && a != b {
		return false
	}
	x, y = min(x, y), max(x, y)
	u[x], u[y] = x, x
	return true
}

// member is what comes into a part: an appearance, or the word that a name of the
// part is the end of another.
type member struct {
	Actor []byte // export.Appearance as JSON
	End   string
}

// partFn sends everybody to the part in which it is settled who they are.
type partFn struct{ union union }

// StartBundle forgets what another window may have joined.
func (f *partFn) StartBundle(_ func(*joins) bool, _ func(string, member)) { f.union = nil }

// ProcessElement sends the actors of an article.
func (f *partFn) ProcessElement(c cast, joined func(*joins) bool, emit func(string, member)) error {
	if f.union == nil {
		var j joins
		joined(&j) // without any article there is none, and no call
		f.union = j.union()
	}
	var list []json.RawMessage
	if err := json.Unmarshal(c.Actors, &list); err != nil {
		return err
	}
	for _, raw := range list {
		var x export.Appearance
		if err := json.Unmarshal(raw, &x); err != nil {
			return err
		}
		emit(f.union.root(x.Groups()[0]), member{Actor: raw})
		for _, end := range x.Ends() {
			emit(f.union.root(end), member{End: end})
		}
	}
	return nil
}

// members are those of a part so far.
type members struct {
	Actors [][]byte
	Ends   []string // sorted
}

// settleFn settles a part.
type settleFn struct{}

// AddInput takes a member.
func (*settleFn) AddInput(m members, x member) members {
	if x.Actor != nil {
		m.Actors = append(m.Actors, x.Actor)
	}
	if i, known := slices.BinarySearch(m.Ends, x.End); x.End != "" && !known {
		m.Ends = slices.Insert(m.Ends, i, x.End)
	}
	return m
}

// MergeAccumulators puts two together.
func (*settleFn) MergeAccumulators(x, y members) members {
	x.Actors = append(x.Actors, y.Actors...)
	x.Ends = slices.Compact(slices.Sorted(slices.Values(slices.Concat(x.Ends, y.Ends))))
	return x
}

// ExtractOutput is []export.Entity as JSON.
func (*settleFn) ExtractOutput(m members) ([]byte, error) {
	list := make([]export.Appearance, len(m.Actors))
	for i, raw := range m.Actors {
		if err := json.Unmarshal(raw, &list[i]); err != nil {
			return nil, err
		}
	}
	ends := map[string]bool{}
	for _, end := range m.Ends {
		ends[end] = true
	}
	return json.Marshal(export.Entities(list, ends))
}

// tableFn writes the table.
type tableFn struct{ O Options }

// ProcessElement is called once, with all parts.
func (f *tableFn) ProcessElement(ctx context.Context, _ int, parts func(*[]byte) bool) error {
	var all []export.Entity
	for b := []byte(nil); parts(&b); b = nil {
		var list []export.Entity
		if err := json.Unmarshal(b, &list); err != nil {
			return err
		}
		all = append(all, list...)
	}
	out, err := f.O.create(ctx, entitiesOut)
	if err != nil {
		return err
	}
	if err := export.WriteEntities(out, all, export.Options{}); err != nil {
		out.abort(ctx)
		return err
	}
	return out.commit(ctx)
}
