package actor

import (
	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// The army, the troops and the soldiers of a state are one force.

// stateForce links "Syrian troops" to the one force of that state.
func (r *resolver) stateForce(m int) int {
	x := &r.ms[m]
	if x.Kind != article.KindArmedForce {
		return -1
	}
	if r.forces(m) {
		return r.index.find(string(x.Country)).force.to()
	}
	return r.onlyForce(m)
}

// onlyForce is the force of the one state whose army the text has told of before "the army" or "the
// military" in mention m; -1 if it tells of two, or of another force.
func (r *resolver) onlyForce(m int) int {
	x := &r.ms[m]
	if x.Country != "" || x.Head != x.First+1 || r.d.Low(int(x.First)) != "the" || r.d.Low(int(x.Head)) != "army" && r.d.Low(int(x.Head)) != "military" {
		return -1
	}
	found := int32(-1)
	for o := m - 1; o >= 0 && o > m-far; o-- {
		y := &r.ms[o]
		if y.Kind != article.KindArmedForce || r.of[o] < 0 || r.of[o] == found || !r.forces(o) && !isName(y) {
			continue
		}
		if found >= 0 || !r.forces(o) {
			return -1
		}
		found = r.of[o]
	}
	if found < 0 {
		return r.forceAhead(m)
	}
	return int(found)
}

// forceAhead is the one force of a state that the next sentences name, where mention m tells of "the army" first: "told the
// army to dig. The Nepali army said"; -1 if there is none or are several.
func (r *resolver) forceAhead(m int) int {
	const near = 4 // sentences
	found := int32(-1)
	for o := m + 1; o < len(r.ms) && r.sentence(o)-r.sentence(m) <= near; o++ {
		y := &r.ms[o]
		if y.Kind != article.KindArmedForce || !isName(y) || r.of[o] < 0 || r.of[o] == found {
			continue
		}
		if found >= 0 || !r.forces(o) || r.d.Low(int(y.Head)) != r.d.Low(int(r.ms[m].Head)) {
			return -1
		}
		found = r.of[o]
	}
	return int(found)
}

// forces reports that mention m names the forces of a state and says no more of
// them: its name, and a word for an army.
func (r *resolver) forces(m int) bool {
	x := &r.ms[m]
	if x.Country == "" || x.Type == article.MentionPronoun || !armies.Has(r.d.Low(int(x.End)-1)) {
		return false
	}
	end := x.End - 1
	if r.d.Low(int(end)-1) == "armed" || r.tags[end-1] == tag.POS {
		end--
	}
	first := x.First
	if isArticle(r.d.Low(int(first))) {
		first++
	}
	for o := max(0, m-2); o < min(len(r.ms), m+3); o++ {
		if y := &r.ms[o]; o != m && y.First == first && y.End == end && y.Country == x.Country {
			return true // "Syrian", "Saudi Arabia's"
		}
	}
	return end == first+1
}

var armies = lexicon.WordsOf("army", "military", "forces", "troops", "soldiers")
