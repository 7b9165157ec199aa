package position

import (
	"dossier/article"
	"dossier/parse/internal/tag"
)

// Those who stand beside a subject in its act: "Norway, along with Chile, opposed the plan",
// "unions such as the Dockers urged", "Norway, like Chile, opposes it".

// besideHolder are the parties that words behind phrase p, the subject of d, add to it.
func (r *reader) besideHolder(d *draft) []party {
	if d.group < 0 || d.holder < 0 || r.groups[d.group].subject != d.holder {
		return nil
	}
	last := d.holder
	if i := int(r.ps[last].End); i < r.end && r.tags[i] == tag.CC || int(r.ps[last].FullEnd) < r.end && r.tags[r.ps[last].FullEnd] == tag.CC {
		l := r.list(last)
		last = l[len(l)-1]
	}
	for _, i := range [...]int{int(r.ps[last].End), int(r.ps[last].FullEnd)} {
		if q := r.besideAt(i); q >= 0 {
			return r.namedOf(q)
		}
	}
	return nil
}

// eachOf are those whom "they", the party x, sums up: "Two members, A and B, said they would
// leave". Nil if no names stand beside the words that it means, or if those stand in another
// sentence.
func (r *reader) eachOf(x party) []party {
	if x.mention < 0 || x.actor < 0 || r.low(x.first) != "they" || r.ms[x.mention].Type != article.MentionPronoun {
		return nil
	}
	for m := x.mention - 1; m >= 0 && int(r.ms[m].First) >= r.first; m-- {
		if r.actorOf(m) != x.actor || r.ms[m].Type == article.MentionPronoun {
			continue
		}
		p := r.phraseAt(int(r.ms[m].Head))
		if p < 0 || !r.counts(r.list(p)) {
			return nil
		}
		return r.parties(p)
	}
	return nil
}

// counts reports a list whose first phrase only says how many the names behind it are: "two
// members, Ada Brenn and Tom Kolm".
func (r *reader) counts(list []int) bool {
	if len(list) < 3 || r.tags[r.ps[list[0]].First] != tag.CD {
		return false
	}
	switch r.low(int(r.ps[list[0]].First)) {
	case "two":
		if len(list) != 3 {
			return false
		}
	case "three":
		if len(list) != 4 {
			return false
		}
	case "four":
		if len(list) != 5 {
			return false
		}
	default:
		return false
	}
	for _, p := range list[1:] {
		if m := r.mentionAt(p); m < 0 || r.ms[m].Type != article.MentionName {
			return false
		}
	}
	return true
}

// besideAt is the phrase of those whom the words at token i, behind a subject, put beside
// it; -1 if there are none. A verb must follow: behind an object they may go with either.
func (r *reader) besideAt(i int) int {
	comma := i < r.end && r.tags[i] == tag.PunctComma
	if comma {
		i++
	}
	if i+2 >= r.end || setOf(r.tags[i])&(1<<tag.IN|1<<tag.RB|1<<tag.JJ|1<<tag.VBG|1<<tag.PDT) == 0 {
		return -1
	}
	switch w, next := r.low(i), r.low(i+1); {
	case (w == "along" || w == "together") && next == "with", w == "such" && next == "as" && !comma:
		i += 2
	case w == "like" && comma, w == "including" && !comma:
		i++
	default:
		return -1
	}
	q := r.phraseFrom(i)
	if q < 0 || r.timePhrase(q) {
		return -1
	}
	l := r.list(q)
	j := int(r.ps[l[len(l)-1]].FullEnd)
	if j < r.end && comma != (r.tags[j] == tag.PunctComma) {
		return -1
	}
	if comma {
		j++
	}
	for j < r.end && r.tags[j] == tag.RB {
		j++
	}
	if k := r.groupAt(j); k < 0 || r.groups[k].form != finite {
		return -1
	}
	return q
}

// namedOf are the parties of phrase q and those joined to it that have a name and can act.
func (r *reader) namedOf(q int) []party {
	ps := r.parties(q)
	out := ps[:0]
	for _, x := range ps {
		x, moved := r.metonym(x)
		if x.mention >= 0 && named(&r.ms[x.mention]) && (moved || r.holds(x)) {
			out = append(out, x)
		}
	}
	return out
}
