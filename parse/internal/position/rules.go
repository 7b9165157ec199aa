package position

// rule is one way to read a cue: who holds the stance and towards whom. The
// rules are tried in this order; the first that takes the cue decides on it,
// also if it leaves it out.
type rule struct {
	Name    string
	Reason  string
	Example string // must give a position of this rule
	Counter string // must not
	pos     byte   // of the cues that it reads (needs.pos)
	read    func(r *reader, c *cue) (took bool)
}

// rules is the order of the readings. What turns a reading afterwards stands in
// turns, what needs no cue word of the tables in scans.
var rules = []rule{
	{
		Name:    "passive-by",
		Reason:  "in the passive the phrase behind by holds, the subject is the target; without it nobody is named",
		Example: "Chile was condemned by Norway.",
		Counter: "Chile was condemned on Monday.",
		pos:     'v',
		read:    passiveBy,
	},
	{
		Name:    "mutual-subject",
		Reason:  "two subjects of an act done together hold it towards each other",
		Example: "Norway and Chile held talks on Monday.",
		Counter: "Norway held talks on Monday.",
		pos:     'v',
		read:    mutualSubject,
	},
	{
		Name:    "clause-accuses",
		Reason:  "to allege a deed is to accuse the one who is said to have done it",
		Example: "Norway alleged that Chile had bombed the town.",
		Counter: "Norway alleged that the town was bombed.",
		pos:     'v',
		read:    clauseAccuses,
	},
	{
		Name:    "clause-obliges",
		Reason:  "to propose that someone should act is to call on them",
		Example: "Norway suggested that Chile should open the border.",
		Counter: "Norway suggested that Chile opened the border.",
		pos:     'v',
		read:    clauseObliges,
	},
	{
		Name:    "clause-claim",
		Reason:  "a claim that is denied, doubted or confirmed is the target, with the one it is about",
		Example: "Norway denied that its army had shelled the town.",
		Counter: "Norway denied entry to Chile.",
		pos:     'v',
		read:    clauseClaim,
	},
	{
		Name:    "relative",
		Reason:  "behind who, which and that the noun before acts",
		Example: "Norway, which has condemned Chile, closed the port.",
		Counter: "Norway condemned Chile.",
		pos:     'v',
		read: func(r *reader, c *cue) bool {
			return r.groups[c.group].relative && r.active(c, "relative", .85)
		},
	},
	{
		Name:    "infinitive",
		Reason:  "the subject of the verb above acts, unless another is asked to",
		Example: "Norway continued to support Chile.",
		Counter: "Norway asked Peru to support Chile.",
		pos:     'v',
		read: func(r *reader, c *cue) bool {
			return r.groups[c.group].form == infinitive && r.active(c, "infinitive", .8)
		},
	},
	{
		Name:    "participle",
		Reason:  "an -ing form shares the subject of its clause or describes the noun before",
		Example: "Norway closed the port, accusing Chile of theft.",
		Counter: "Norway accused Peru of bombing Chile.",
		pos:     'v',
		read: func(r *reader, c *cue) bool {
			return r.groups[c.group].form == gerund && r.active(c, "participle", .75)
		},
	},
	{
		Name:    "verb-frame",
		Reason:  "the subject holds the stance towards what stands in the verb's slot",
		Example: "Norway condemned Chile.",
		Counter: "Norway is a condemned state of Chile.",
		pos:     'v',
		read: func(r *reader, c *cue) bool {
			return r.active(c, "verb-frame", .9)
		},
	},
	{
		Name:    "role-noun",
		Reason:  "who is called an ally, critic or opponent of another stands so",
		Example: "Norway, an ally of Chile, closed the port.",
		Counter: "An ally of Chile closed the port.",
		pos:     'r',
		read:    roleNoun,
	},
	{
		Name:    "noun-between",
		Reason:  "those between whom an act is hold it towards each other",
		Example: "Talks between Norway and Chile began on Monday.",
		Counter: "Peru called for talks between Norway and Chile.",
		pos:     'n',
		read:    nounBetween,
	},
	{
		Name:    "light-verb",
		Reason:  "in “gave its support” the subject holds what the noun says",
		Example: "Norway voiced support for Chile.",
		Counter: "Norway watched the support for Chile.",
		pos:     'n',
		read:    lightVerb,
	},
	{
		Name:    "suffered",
		Reason:  "in “drew criticism from” the subject is the target",
		Example: "Chile drew criticism from Norway.",
		Counter: "Chile drew maps of Norway.",
		pos:     'n',
		read:    suffered,
	},
	{
		Name:    "with-help",
		Reason:  "who acts with the help of another is helped by them",
		Example: "Norway took the port with the help of Chile.",
		Counter: "Norway left the port without the help of Chile.",
		pos:     'n',
		read:    withHelp,
	},
	{
		Name:    "noun-agent",
		Reason:  "behind an act noun by and from name the holder, of, for and against the target",
		Example: "The condemnation of Chile by Norway was swift.",
		Counter: "The condemnation of Chile was swift.",
		pos:     'n',
		read:    nounAgent,
	},
	{
		Name:    "noun-during",
		Reason:  "who acts after or during talks with another takes part in them",
		Example: "After a meeting with Chile, Norway opened the port.",
		Counter: "Before a meeting with Chile, Norway opened the port.",
		pos:     'n',
		read:    nounDuring,
	},
	{
		Name:    "noun-owner",
		Reason:  "the possessor of an act noun holds it",
		Example: "Norway's support for Chile is known.",
		Counter: "The support for Chile is known.",
		pos:     'n',
		read:    nounOwner,
	},
	{
		Name:    "adjective",
		Reason:  "who is opposed to, critical of or ready for something stands so",
		Example: "Norway is opposed to Chile.",
		Counter: "Norway is next to Chile.",
		pos:     'a',
		read:    adjective,
	},
	{
		Name:    "companion",
		Reason:  "those who do a deed of force together help each other",
		Example: "Norway's army, together with Chile's army, seized the port.",
		Counter: "Norway's army, together with Chile's army, watched the port.",
		pos:     'p',
		read: func(r *reader, c *cue) bool {
			if !c.e.has(company) {
				return false
			}
			t := c.args.obj
			if t < 0 {
				t = c.args.preposition(r, c.e.words[len(c.e.words)-1])
			}
			if t >= 0 {
				r.companion(c, t)
			}
			return true
		},
	},
	{
		Name:    "preposition",
		Reason:  "what is done in support of or in protest against someone is a stance",
		Example: "Norway sent ships in support of Chile.",
		Counter: "Norway sent ships in front of Chile.",
		pos:     'p',
		read:    preposition,
	},
}

// apply reads cue c by the first rule that takes it.
func (r *reader) apply(c *cue) {
	if r.covered(c) {
		return
	}
	for i := range rules {
		if x := &rules[i]; x.pos == c.e.pos && x.read(r, c) {
			return
		}
	}
}

// covered reports that an embedded cue has already read this one as its operator
// ("vowed" to V, "refused" to V).
func (r *reader) covered(c *cue) bool {
	for i := 0; i < len(r.drafts); i++ {
		d := &r.drafts[i]
		if d.lead >= 0 && d.lead <= c.first && c.first < d.c.first && d.c.group != c.group && !r.twoAims(c, d.c.group) {
			return true
		}
		if d.c.first <= c.first && c.first < max(d.c.end, d.c.tailEnd) {
			return true
		}
	}
	return false
}

// twoAims reports that cue c has an aim of its own before group k, which it governs as well:
// "promised to abolish the law and deport migrants".
func (r *reader) twoAims(c *cue, k int) bool {
	n := c.args.inf
	return n >= 0 && k > n && r.groups[k].form == infinitive && r.groups[k].inherits && r.groups[k].matrix == r.groups[n].matrix && r.groups[k].matrix == c.group && r.cueOf(n) == nil
}

// add takes a draft through the turns and its perspective. It is tried in one
// place, since a draft is large and most are dropped.
func (r *reader) add(x draft) bool {
	d := &r.trial
	*d = x
	if !r.turnAll(d) || !r.place(d) || !r.resolve(d) {
		return false
	}
	r.drafts = append(r.drafts, *d)
	return true
}
