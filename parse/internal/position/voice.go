package position

import (
	"dossier/parse/internal/tag"
)

// A press release introduces a statement with "The minister said:" and gives it
// without quotation marks in the paragraphs below. "We" and "I" in them are the
// minister, until somebody else speaks or is quoted.

// voice is who the unquoted first person is.
type voice struct {
	actor, mention int // -1: nobody's
}

var noVoice = voice{-1, -1}

// opensStatement reports a sentence that ends in a colon.
func (r *reader) opensStatement() bool {
	return r.end > r.first+1 && r.d.Word(r.end-1) == ":"
}

// listen keeps track of the voice behind the sentence, whose groups are read.
func (r *reader) listen() {
	if !r.opensStatement() {
		for k := range r.groups {
			g := &r.groups[k]
			if g.form == finite && g.subject >= 0 && !r.ps[g.subject].Pronoun && r.kinds(g.main)&kSay != 0 && r.mentionAt(g.subject) >= 0 {
				r.voice = noVoice // another speaks
			}
		}
		return
	}
	r.voice = noVoice
	if len(r.groups) == 0 {
		return
	}
	g := &r.groups[len(r.groups)-1]
	if g.end != r.end-1 || g.form != finite || g.subject < 0 || r.kinds(g.main)&kSay == 0 || r.tags[g.main] == tag.VBG {
		return
	}
	for _, x := range r.partiesOf(g.subject) {
		if x.actor >= 0 && !r.placeOnly(x.mention) {
			r.voice = voice{x.actor, x.mention}
		}
	}
}

// speaks is the party that an unquoted first person p means; ok false if nobody
// is known to speak.
func (r *reader) speaks(p int) (party, bool) {
	if r.voice.actor < 0 || !firstPerson(r.headOf(p)) {
		return party{}, false
	}
	h := r.head(p)
	return party{mention: r.voice.mention, actor: r.voice.actor, first: h, end: h + 1}, true
}
