package position

import "dossier/article"

// What is fought, blocked or sued over: a matter is rejected where somebody would be
// attacked. And the other way round, who has the good of a verb below "help".

// helpedIn is the phrase of those who have the good of the verb of group k: "helped
// rebuild Chile"; -1 if it names none.
func (r *reader) helpedIn(k int) int {
	if k < 0 || r.cueOf(k) != nil || !r.benign(k) || r.base(r.groups[k].main) == "bring" {
		return -1
	}
	p := r.argsFrom(r.groups[k].end).obj
	if p < 0 || r.infTarget(k) != p {
		return -1
	}
	return p
}

// resists reports "vowed to fight the ruling", "blocked Y's takeover": what is fought
// or blocked, at p, is a matter and not someone. To fight the matter of another is to
// fight them.
func (r *reader) resists(c *cue, p int) bool {
	if len(c.e.words) > 1 || c.e.words[0] != "fight" && c.e.words[0] != "block" {
		return false
	}
	matters := kPolicy | kYield
	if c.e.words[0] == "block" {
		matters |= kPurpose
	} else if r.someone(p) {
		return false
	}
	return r.mentionAt(p) < 0 && r.kinds(r.head(p))&matters != 0
}

// suesAgainst makes the matter that a suit is to undo the target of d: "sued to
// overturn the ban".
func (r *reader) suesAgainst(d *draft) bool {
	c := &d.c
	if c.e.words[0] != "sue" || c.args.obj >= 0 || c.args.inf < 0 || r.cueOf(c.args.inf) != nil || !r.undoes(c.args.inf) && !r.negative(c.args.inf) {
		return false
	}
	p := r.argsFrom(r.groups[c.args.inf].end).obj
	if p < 0 || r.mentionAt(p) >= 0 || r.kinds(r.head(p))&kPolicy == 0 {
		return false
	}
	d.target = p
	return true
}

// rejectMatter makes d the rejection of the matter at its target: of its owner where
// that is known.
func (r *reader) rejectMatter(d draft) {
	d.stance, d.issue = article.Reject, r.phraseTokens(d.target)
	if !r.someone(d.target) {
		d.kind, d.matter, d.target = article.TargetIssue, d.issue, -1
	}
	r.add(d)
}

// planFor reports that cue c, which is only towards a plan, can be towards phrase p.
func (r *reader) planFor(c *cue, p int) bool {
	return r.planAt(p) && (c.e.words[0] != "sign" || r.billAt(p))
}

// billAt reports a phrase for what becomes law when it is signed.
func (r *reader) billAt(p int) bool {
	switch r.headOf(p) {
	case "bill", "bills", "legislation", "measure", "law", "act", "amendment":
		return true
	}
	return false
}

// planAt reports a phrase for a plan, a law or a decision.
func (r *reader) planAt(p int) bool {
	return p >= 0 && r.mentionAt(p) < 0 && r.kinds(r.head(p))&kPolicy != 0 && !r.court(p)
}
