package position

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
)

// Words of stance that take none: credits, scores of a match, what merchants aim at, what
// an illness does, who was near a patient.

// routine reports a draft whose words name a routine thing and no stance.
func routine(r *reader, d *draft) bool {
	e := d.c.e
	target := ""
	if d.target >= 0 {
		target = r.headOf(d.target)
	}
	if e.pos == 'v' && r.thing(d, target) {
		return true
	}
	switch {
	case e.pos == 'v' && e.words[0] == "contribute":
		return credited.Has(target) && d.target >= 0 && (r.low(int(r.ps[d.target].First)) == "this" || r.low(int(r.ps[d.target].First)) == "the")
	case e.pos == 'v' && e.words[0] == "promote":
		return d.target >= 0 && r.person(d.target) && r.ms[r.mentionAt(d.target)].Type == article.MentionNominal // a better post
	case e.pos == 'v' && (e.words[0] == "regret" || e.says("regret")):
		if d.c.end < r.end && r.tags[d.c.end] == tag.VBG {
			return true // "regretted insulting Y"
		}
		return losses.Has(target) || d.target >= 0 && r.tags[r.ps[d.target].First] == tag.PRPS && d.holder >= 0 && r.samePhraseOwner(d.target, d.holder)
	case e.pos == 'v' && e.words[0] == "concede":
		return d.c.args.obj >= 0 && scores.Has(r.headOf(d.c.args.obj))
	case e.pos == 'v' && e.words[0] == "attribute":
		return d.c.args.obj >= 0 && !r.ill(d.c.args.obj)
	case e.pos == 'v' && len(e.words) == 2 && e.words[0] == "take" && e.words[1] == "back":
		return d.c.args.obj >= 0 && !retracted.Has(r.headOf(d.c.args.obj))
	case (d.stance == article.Commit || d.stance == article.Support) && r.besideTalks(d):
		return true
	case e.pos == 'v' && e.words[0] == "target":
		return market.Has(target)
	case e.stance == article.Consult && target != "":
		return r.kinds(r.head(d.target))&kPatient != 0 && e.has(mutual) && e.words[0] == "in"
	case r.inFiction(d):
		return true
	case e.stance == article.OpposeAct:
		return r.outOfHabit(d) || e.has(protest) && r.feast(&d.c) || r.besideNoun(d) || r.heldPlace(d)
	}
	return false
}

// thing reports a verb of force, aid or threat that with this subject or object is none:
// what a camera captures, what is executed or suspended of one's own, who is admitted.
func (r *reader) thing(d *draft, target string) bool {
	c := &d.c
	switch c.e.words[0] {
	case "capture", "catch", "shoot":
		if c.e.words[0] == "capture" && chambers.Has(target) {
			return true // "hoped to capture the Senate"
		}
		if c.e.words[0] == "capture" && d.holder >= 0 && d.target >= 0 && r.person(d.holder) && r.mentionAt(d.target) >= 0 && r.placeOnly(r.mentionAt(d.target)) {
			return true // "the governor captured Georgia and Texas": their votes
		}
		return d.holder < 0 && d.target >= 0 && cameras.Has(target) || d.holder >= 0 && cameras.Has(r.headOf(d.holder)) || d.group >= 0 && r.groups[d.group].subject >= 0 && cameras.Has(r.headOf(r.groups[d.group].subject))
	case "defy":
		return defied.Has(target) // "defied the whip"
	case "submit":
		return d.stance == article.Concede && (c.args.obj >= 0 || r.bareObject(d.group) >= 0) // "the papers she submitted to Y"
	case "strike":
		return len(c.e.words) == 1 && (bargains.Has(target) || c.args.obj >= 0 && bargains.Has(r.headOf(c.args.obj)))
	case "receive":
		return target == "delegates" || target == "votes"
	case "turn":
		return target == "upside"
	case "step":
		return c.end < r.end && r.low(c.end) == "into" // "stepped back into obscurity"
	case "accept":
		return len(c.e.words) == 1 && d.stance == article.Commit && c.args.obj >= 0 && d.target == c.args.obj && !r.takenOn(d.target)
	case "seize", "take", "regain":
		return d.target >= 0 && len(c.e.words) > 2 && slices.Contains(c.e.words, "control") && r.tags[r.ps[d.target].First] == tag.PRPS // "took control of his campaign"
	case "regret":
		return d.target >= 0 && d.target == c.args.obj && lapses.Has(target) && r.unowned(d.target)
	case "blast":
		return c.end < r.end && r.low(c.end) == "out" // "blasted out an email"
	case "execute":
		return plans.Has(target) || c.args.obj >= 0 && plans.Has(r.headOf(c.args.obj))
	case "admit":
		if len(c.e.words) == 2 {
			m := r.mentionAt(d.target) // "refugees admitted to Norway"
			return m >= 0 && r.ms[m].Type == article.MentionName && (r.ms[m].Kind == article.KindCountry || r.ms[m].Kind == article.KindPlace)
		}
		return len(c.e.words) == 1 && c.args.obj >= 0 && c.args.obj == d.target && r.mentionAt(d.target) >= 0 && !r.claims(d.target)
	case "suspend", "cancel", "halt":
		return d.target >= 0 && c.args.obj == d.target && r.tags[r.ps[d.target].First] == tag.PRPS && campaigns.Has(target)
	case "send", "order", "dispatch":
		return d.stance == article.Assist && (battles.Has(target) || c.args.obj >= 0 && c.args.obj != d.target && removed.Has(r.headOf(c.args.obj)))
	case "house":
		return d.target >= 0 && r.kinds(r.head(d.target))&(kPatient|kCrowd) == 0 && !r.humans(d.target)
	case "threaten":
		return d.stance == article.Threaten && c.first == c.end-1 && r.low(c.first) == "threatening" && threateners.Has(target)
	}
	return false
}

// removed are people who are sent somewhere, which helps nobody there: "sent migrants to Y".
var removed = lexicon.WordsOf("migrants", "refugees", "seekers", "prisoners", "prisoner", "detainees", "detainee", "deportees", "immigrants", "convicts", "inmates",
	"suspects", "suspect", "offenders", "people", "captives", "patients", "children")

// takenOn reports a phrase for what binds who accepts it, a plan, an offer, a call, not what is
// handed over: "accepted a flat from the builder".
func (r *reader) takenOn(p int) bool {
	return r.someone(p) || r.actNoun(p) != nil || r.kinds(r.head(p))&(kPolicy|kPurpose|kYield|kMessage|kAsk) != 0 || answered[r.headOf(p)] != 0 || settlements.Has(r.headOf(p))
}

// settlements are more of what binds who accepts it.
var settlements = lexicon.WordsOf("recommendation", "recommendations", "terms", "conditions", "truce", "ceasefire", "ultimatum", "ruling", "verdict",
	"result", "results", "outcome", "findings", "compromise", "nomination", "invitation", "challenge", "conclusions", "judgment", "judgement")

// lapses are what one regrets of one's own: "regretted the mistake" blames nobody else.
var lapses = lexicon.WordsOf("mistake", "mistakes", "error", "errors", "lapse", "oversight", "misunderstanding", "inconvenience", "dispute", "tragedy", "accident", "delay", "misjudgement", "misjudgment", "blunder")

// unowned reports a phrase of which nobody else is named as the owner.
func (r *reader) unowned(p int) bool {
	_, ok := r.owner(p)
	return !ok || r.tags[r.ps[p].First] == tag.PRPS
}

// humans reports a phrase for people.
func (r *reader) humans(p int) bool {
	m := r.mentionAt(p)
	return m >= 0 && (r.ms[m].Kind == article.KindPerson || r.ms[m].Kind == article.KindGroup)
}

// inFiction reports a deed in the present tense of which "in the film" or "the novel, in which"
// tells that it is made up.
func (r *reader) inFiction(d *draft) bool {
	switch d.stance {
	case article.OpposeAct, article.Threaten, article.Assist, article.Commit, article.Concede:
	default:
		return false
	}
	if d.group < 0 {
		return false
	}
	t := r.tags[r.groups[d.group].first]
	if t != tag.VBZ && t != tag.VBP && t != tag.VBG {
		return false
	}
	for i := r.first; i < d.c.first; i++ {
		if !fictions.Has(r.low(i)) || r.tags[i] != tag.NN {
			continue
		}
		p := r.phraseAt(i)
		if p < 0 || r.head(p) != i {
			continue
		}
		end := int(r.ps[p].FullEnd)
		if r.leading(p) == "in" && int(r.ps[p].First) <= r.first+1 {
			return true
		}
		if end+2 < r.end && r.tags[end] == tag.PunctComma && r.low(end+1) == "in" && r.low(end+2) == "which" {
			return true
		}
		if k := r.groupOf(p); k >= 0 && (r.low(r.groups[k].main) == "shows" || r.low(r.groups[k].main) == "depicts" || r.low(r.groups[k].main) == "portrays") {
			return true
		}
	}
	return false
}

// fictions are works whose deeds nobody did.
var fictions = lexicon.WordsOf("film", "movie", "novel", "play", "game", "sitcom", "thriller", "drama", "cartoon", "comic", "musical", "opera",
	"sketch", "screenplay", "simulation", "series", "episode", "storyline", "plot")

// samePhraseOwner reports that the possessive pronoun that opens phrase p means the actor of
// phrase q: who regrets his own words criticises nobody.
func (r *reader) samePhraseOwner(p, q int) bool {
	a := r.actorOf(int(r.mentionOf[r.ps[p].First]))
	return a < 0 || a == r.holderActor(q)
}

// losses are what everybody regrets, whoever is to blame.
var losses = lexicon.WordsOf("death", "deaths", "loss", "losses", "lives", "life", "casualties", "injuries", "suffering", "inconvenience",
	"victims", "tragedy", "accident", "pain", "hurt", "passing", "delay", "distress")

// bargains are what two strike with each other.
var bargains = lexicon.WordsOf("agreement", "agreements", "deal", "deals", "accord", "bargain", "pact", "truce", "compromise", "partnership", "understanding", "alliance")

// defied are what somebody defies who stands against nobody.
var defied = lexicon.WordsOf("whip", "odds", "belief", "gravity", "logic", "expectations", "expectation", "age", "description", "convention",
	"conventions", "imagination", "forecasts", "predictions", "weather", "rain", "cold", "trend", "pollsters")

// chambers are what parties capture by votes.
var chambers = lexicon.WordsOf("senate", "house", "presidency", "majority", "parliament", "governorship", "mayoralty", "congress", "assembly")

// cameras capture what they show.
var cameras = lexicon.WordsOf("camera", "cameras", "cctv", "footage", "video", "videos", "photo", "photos", "photograph", "photographs",
	"photographer", "image", "images", "film", "recording", "recordings", "microphone", "drone footage", "dashcam", "bodycam")

// plans are executed with no harm to anybody.
var plans = lexicon.WordsOf("operation", "operations", "manoeuvre", "plan", "plans", "deal", "deals", "order", "orders", "strategy", "search", "warrant", "warrants", "contract",
	"contracts", "transaction", "transactions", "trade", "trades", "agreement", "agreements", "policy", "policies", "program",
	"programme", "project", "move", "moves", "task", "tasks", "will", "duties", "mission", "document", "documents", "code")

// campaigns are what somebody gives up of their own.
var campaigns = lexicon.WordsOf("campaign", "bid", "candidacy", "run", "tour", "trip", "visit", "season", "career", "studies", "search", "holiday", "vacation")

// battles are where somebody is sent to fight or to suffer.
var battles = lexicon.WordsOf("war", "battle", "death", "deaths", "prison", "jail", "combat", "front", "exile", "gallows", "trial")

// threateners carry a threat, and are not threatened.
var threateners = lexicon.WordsOf("words", "word", "behaviour", "behavior", "letter", "letters", "message", "messages", "language", "call",
	"calls", "email", "emails", "note", "notes", "phone", "gesture", "gestures", "manner", "remarks", "comments")

// ill reports a phrase for what is bad: to attribute that to somebody is to blame them, to
// attribute a rise or a work to them is none.
func (r *reader) ill(p int) bool {
	for i := int(r.ps[p].First); i < int(r.ps[p].End); i++ {
		if r.kinds(i)&kHarm != 0 || ills.Has(r.low(i)) {
			return true
		}
		for _, e := range r.entries(i) {
			if e.pos == 'n' && e.stance.Polarity() < 0 {
				return true
			}
		}
	}
	return false
}

// ills are nouns for what nobody wants to have brought about.
var ills = lexicon.WordsOf(
	"death", "deaths", "killing", "killings", "loss", "losses", "failure", "failures", "collapse", "crisis", "crises", "decline",
	"drop", "fall", "delay", "delays", "shortage", "shortages", "outage", "outages", "blackout", "crash", "crashes", "explosion",
	"explosions", "blast", "blasts", "bombing", "bombings", "shooting", "shootings", "hack", "hacks", "breach", "breaches",
	"rumour", "rumours", "rumor", "rumors", "unrest", "chaos", "riots", "damage", "defeat", "spill", "famine", "poverty", "hatred",
)

// retracted is what is taken back with words.
var retracted = lexicon.WordsOf(
	"word", "words", "statement", "statements", "remark", "remarks", "comment", "comments", "claim", "claims", "accusation",
	"accusations", "threat", "threats", "insult", "insults", "charge", "charges", "allegation", "allegations", "criticism",
)

// besideTalks reports a target whose "with" hangs on a noun for talks that stands between it
// and the cue: "announced a deal during a meeting with Y".
func (r *reader) besideTalks(d *draft) bool {
	if d.target < 0 {
		return false
	}
	with := int(r.ps[d.target].First) - 1
	if with <= d.c.end || r.low(with) != "with" {
		return false
	}
	for i := d.c.end; i < with; i++ {
		if w := r.low(i); w == "during" || w == "after" || w == "before" || w == "at" || w == "in" {
			for k := i + 1; k < min(with, i+4); k++ {
				switch r.low(k) {
				case "meeting", "meetings", "talks", "summit", "call", "conversation", "lunch", "dinner", "ceremony", "interview":
					return true
				}
			}
		}
	}
	return false
}

// credited are what the people named below an article have worked on.
var credited = lexicon.WordsOf("report", "story", "article", "coverage", "reporting", "dispatch", "piece")

// scores are what a side lets the other have in a match.
var scores = lexicon.WordsOf(
	"goal", "goals", "shot", "shots", "penalty", "penalties", "corner", "corners", "run", "runs",
	"touchdown", "touchdowns", "points", "yards", "free-kick", "try", "tries", "wicket", "wickets",
)

// market are whom goods are made for: to target them is no threat.
var market = lexicon.WordsOf(
	"voter", "voters", "household", "households",
	"customer", "customers", "fan", "fans", "user", "users", "consumer", "consumers", "buyer", "buyers",
	"shopper", "shoppers", "audience", "audiences", "viewer", "viewers", "reader", "readers",
	"visitor", "visitors", "subscriber", "subscribers", "gamer", "gamers", "player", "players",
	"client", "clients", "traveler", "travelers", "traveller", "travellers", "listener", "listeners",
)

// outOfHabit reports an act of force behind "tend to": what an illness does, or a kind of
// people, and nobody's deed.
func (r *reader) outOfHabit(d *draft) bool {
	k := d.group
	if k < 0 || r.groups[k].form != infinitive {
		return false
	}
	i := r.groups[k].first
	if r.low(i) != "to" {
		i--
	}
	return i > r.first && r.base(i-1) == "tend"
}

// feast reports a crowd that takes to the streets for no protest: to celebrate, to mourn, to
// clear up.
func (r *reader) feast(c *cue) bool {
	const far = 8
	for i := c.end; i+1 < min(r.end, c.end+far) && r.tags[i] != tag.PunctComma; i++ {
		if r.tags[i] == tag.TO && peaceful.Has(r.low(i+1)) {
			return true
		}
	}
	return false
}

// peaceful are deeds of a crowd that take no side.
var peaceful = lexicon.WordsOf(
	"celebrate", "cheer", "greet", "welcome", "honor", "honour", "mark", "mourn", "commemorate", "remember",
	"clear", "clean", "sweep", "help", "dance", "sing", "watch", "sell", "patrol", "rejoice",
)

// besideNoun reports "against" that hangs on a noun of the law and not on the verb before
// it: "testified in the inquiry against Y".
func (r *reader) besideNoun(d *draft) bool {
	if d.c.e.pos != 'v' || d.c.e.prep() != "against" || d.target < 0 {
		return false
	}
	i := int(r.ps[d.target].First) - 1
	return i > d.c.end && r.low(i) == "against" && inquiries.Has(r.low(i-1))
}

// inquiries are nouns of what goes on against somebody.
var inquiries = lexicon.WordsOf(
	"inquiry", "inquiries", "enquiry", "investigation", "investigations", "probe", "probes", "case", "cases",
	"trial", "trials", "hearing", "hearings", "proceedings", "suit", "suits", "lawsuit", "lawsuits",
)

// heldPlace reports a participle behind "and" that describes a place, in a sentence whose
// verb the tags make of it: "settlements in the valley and annexed east Halm".
func (r *reader) heldPlace(d *draft) bool {
	if d.group < 0 || d.target < 0 || !held.Has(d.c.e.words[0]) {
		return false
	}
	g := &r.groups[d.group]
	i := g.first
	if g.main != i || i-2 < r.first || r.tags[i-1] != tag.CC || r.tags[i+1] == tag.DT || i+1 >= r.end {
		return false
	}
	p := r.phraseAt(i - 2)
	return p >= 0 && int(r.ps[p].First) > r.first && r.tags[r.ps[p].First-1] == tag.IN
}

// held are participles of what has been done to a place.
var held = lexicon.WordsOf("annex", "occupy", "besiege", "blockade", "divide", "seize", "capture", "liberate", "partition")
