package quote

import "dossier/parse/internal/tag"

// Participles with a subject of their own: "footage of Brenn saying …".

// ownSubject takes the phrase right before a participle, if it can speak and is
// no object: "footage of Brenn saying …", "with Brenn asking …".
func (r *reader) ownSubject(s sentence, c *cue, j int) bool {
	if j < s.first || r.phrases[j+1] < 0 {
		return false
	}
	head := int(r.men.Phrases[r.phrases[j+1]].Head)
	first := int(r.men.Phrases[r.phrases[j+1]].First)
	with := first > s.first && r.low(first-1) == "with" && r.tags[first] != tag.PRP && (first-1 == s.first || r.commaAt(first-2) || has(c.frames, 'q') || r.low(first) == "each" || r.low(first) == "both")
	if !with && !recording(r.low(head)) && (!r.speaks(head) || r.men.Phrases[r.phrases[j+1]].Pronoun) {
		return false // but "with each side accusing …", "with one of the posters saying …"
	}
	if first > s.first {
		switch r.low(first - 1) {
		case "of", "with", "like", "from":
		default:
			if !recording(r.low(head)) {
				return false
			}
		}
	}
	if recording(r.low(head)) && j > first && r.speaks(j) { // "with footage of Brenn saying"
		if first, head = j, j; r.headOf[j] >= 0 {
			first = int(r.men.Mentions[r.headOf[j]].First)
		}
	}
	c.src, c.srcFirst = r.source(first, j+1, head), first
	return true
}

// recording reports a noun for sound or pictures of somebody, or for what is told of them.
func recording(w string) bool {
	switch w {
	case "footage", "video", "clip", "clips", "recording", "audio", "images", "picture", "film", "account", "story", "anecdote", "tale", "memory", "recollection":
		return true
	}
	return false
}
