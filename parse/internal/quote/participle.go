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
	if f, h := r.behindWith(s, first); f >= 0 {
		first, head = f, h
	}
	if (r.men.Phrases[r.phrases[j+1]].Pronoun || r.speaks(head) && !has(c.frames, 'i') && (auxiliary(r.low(max(first, 1)-1)) || films(r.low(max(first, 1)-1)))) && first > s.first && caught(r.low(first-1)) && r.low(first) != "it" {
		c.src, c.srcFirst = r.source(first, j+1, head), first
		return true // "recorded him telling a witness to lie"
	}
	if r.tags[first] == tag.CD && j > first && (r.low(head) == "percent" || r.low(head) == "%" || r.tags[head] == tag.CD || r.tags[j] == tag.NNS && r.percentIn(first, j)) {
		c.src, c.srcFirst = r.source(first, j+1, head), first
		return true // "have left 62 percent of voters saying"
	}
	if first-1 > s.first && r.tags[first-1] == tag.CC && !r.men.Phrases[r.phrases[j+1]].Pronoun && (r.speaks(head) || r.low(head) == "others") && r.othersBefore(s, first-1) {
		c.src, c.srcFirst = r.source(first, j+1, head), first
		return true // "with Brenn saying A and Hamm insisting B"
	}
	with := first > s.first && r.low(first-1) == "with" && r.tags[first] != tag.PRP && (first-1 == s.first || r.commaAt(first-2) || has(c.frames, 'q') || r.low(first) == "each" || r.low(first) == "both")
	if !with && !recording(r.low(head)) && (!r.speaks(head) || r.men.Phrases[r.phrases[j+1]].Pronoun) {
		return false // but "with each side accusing …", "with one of the posters saying …"
	}
	if first > s.first {
		switch r.low(first - 1) {
		case "of", "with", "like", "from":
		default:
			if !recording(r.low(head)) && !(r.tags[first-1] == tag.PunctColon && dash(r.d.Word(first-1)) && c.class == "speech" && r.speaks(head)) {
				return false // but "both were glad – Brenn saying …"
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

// othersBefore reports a participle before the conjunction at i that has a subject of its own, behind "with" or
// words between commas.
func (r *reader) othersBefore(s sentence, i int) bool {
	for k := len(r.cues) - 1; k >= 0; k-- {
		b := &r.cues[k]
		if b.src == nil || b.verb >= i || !b.participle {
			continue
		}
		return !b.lone && int(b.src.First) > s.first && (r.low(int(b.src.First)-1) == "with" || r.commaAt(int(b.src.First)-1) || r.tags[b.src.First-1] == tag.PunctColon)
	}
	return false
}

// behindWith is the phrase behind "with" that the phrase at token first hangs on: "with
// senators from both sides calling …", and its head; -1 if there is none.
func (r *reader) behindWith(s sentence, first int) (int, int) {
	if r.timeHead(int(r.men.Phrases[max(r.men.PhraseAt(first), 0)].Head)) {
		return -1, -1
	}
	for n := 0; n < 2 && first-2 > s.first && r.phrases[first-1] >= 0; n++ {
		switch r.low(first - 1) {
		case "from", "of", "in", "at", "on":
		default:
			return -1, -1
		}
		p := &r.men.Phrases[r.phrases[first-1]]
		if first = int(p.First); first > s.first && r.low(first-1) == "with" {
			return first, int(p.Head)
		}
	}
	return -1, -1
}

// recording reports a noun for sound or pictures of somebody, or for what is told of them.
func recording(w string) bool {
	switch w {
	case "footage", "video", "clip", "clips", "recording", "audio", "images", "picture", "film", "account", "story", "anecdote", "tale", "memory", "recollection":
		return true
	}
	return false
}

// caught reports past tenses of verbs whose object is who then speaks: "heard him saying".
func caught(low string) bool {
	switch low {
	case "recorded", "heard", "overheard", "caught", "filmed", "taped", "saw", "seen", "shown", "showed", "shows", "quoted", "captured", "hear", "recording",
		"has", "have", "had", "left", "got", "keeps", "kept":
		return true
	}
	return false
}

// percentIn reports a share of people among the tokens [first, end).
func (r *reader) percentIn(first, end int) bool {
	for ; first < end; first++ {
		if w := r.low(first); w == "percent" || w == "%" {
			return true
		}
	}
	return false
}

// films reports forms of verbs that show somebody at what they do.
func films(low string) bool {
	switch low {
	case "shows", "showed", "showing", "filmed", "recorded", "caught", "heard", "captured", "overheard":
		return true
	}
	return false
}
