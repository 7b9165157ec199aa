package quote

// rule proposes quotes for a sentence. Confidence is the share of its
// proposals that were right on news articles, counted by construction.
type rule struct {
	Name       string
	Reason     string
	Example    string // must fire
	Counter    string // must not
	Confidence float64
	needs      need // what a sentence must hold for find to have anything to read
	find       func(*reader, sentence, *rule)
}

// need is a set of things that a sentence may hold.
type need uint8

const (
	aCue     need = 1 << iota // a verb of the cue lexicon
	aPair                     // a quoted string, or part of one
	aCarrier                  // according to, quoted by, reported by
	aPut                      // "put it"
	aNoun                     // a noun before that
	aTitle                    // it is a title
	aPoll                     // it opens with "in"
)

// rules is the order in which a sentence is read: quotations with a cue of
// their own first, then reported clauses, then looser constructions. A later
// rule sees only cues and quoted strings that are still open.
var rules = []rule{
	{"quote-said-x", "a quotation, then its cue and source, in either order",
		`"The door is open," Brenn said.`,
		`The "open door" policy, Brenn's idea, has failed.`, .98, aPair, quoteThenCue},
	{"x-said-quote", "source and cue, then a quotation that is all of what is said",
		`Brenn said: "The door is open."`,
		`Brenn saw the "open door" sign.`, .92, aPair, cueThenQuote},
	{"in-x-y-said", "source and cue stand inside the clause that they report",
		`The talks, Brenn said, will go on.`,
		`The talks, which Brenn left, will go on.`, .80, aCue, parenthesis},
	{"as-x-said", "a clause that someone is named for with as and a verb of speech",
		`As Brenn noted, the talks will go on.`,
		`As Brenn left, the talks went on.`, .80, aCue, asSaid},
	{"clause-x-said", "a clause, a comma, then source and cue close the sentence",
		`The talks will go on, Brenn said on Wednesday.`,
		`In the morning, Brenn said goodbye.`, .80, aCue, clauseThenCue},
	{"x-said-that", "a cue with that and a clause",
		`Brenn said that the talks will go on.`,
		`Brenn said little.`, .87, aCue, cueThat},
	{"x-asked-whether", "a question that is reported",
		`Brenn asked whether the talks will go on.`,
		`Brenn asked for water.`, .76, aCue, cueWhether},
	{"x-said-clause", "a cue and a clause without that",
		`Brenn said the talks will go on.`,
		`Brenn said a word.`, .80, aCue, cueClause},
	{"infinitive-of-cue", "a cue whose infinitive is what is said",
		`Brenn vowed to keep talking.`,
		`Brenn stopped to talk.`, .62, aCue, cueInfinitive},
	{"according-to", "a source named by according to",
		`The talks failed, according to the union.`,
		`They were paid according to the rules.`, .82, aCarrier, accordingTo},
	{"in-a-poll", "what a poll or survey that opens the sentence found",
		`In a poll released on Monday, half of the town backed the talks.`,
		`In a city hit by rain, half of the town backed the talks.`, .70, aPoll, inPoll},
	{"was-asked-whether", "a question that somebody was asked, by whom is not said",
		`Asked whether the talks would go on, Brenn shrugged.`,
		`Asked for water, Brenn shrugged.`, .70, aCue, wasAsked},
	{"was-told-that", "what somebody was told, by whom is said behind by or not at all",
		`Brenn was told by the police on Friday that the hat was his.`,
		`Brenn was not told that the hat was his.`, .76, aCue, wasTold},
	{"object-of-cue", "a cue whose object is what is said",
		`Brenn criticized the union for leaving the table.`,
		`Brenn left the table.`, .75, aCue, cueObject},
	{"as-x-put-it", "the words that someone is said to have put it in",
		`As Brenn put it, the talks were over.`,
		`Brenn put it on the table, and the talks were over.`, .70, aPut, asPut},
	{"claim-that", "a noun that reports, and its clause",
		`The claim that the talks failed was read out.`,
		`The day that the talks failed was cold.`, .70, aNoun, nounThat},
	{"is-expected-to", "a passive report without a source",
		`The union is expected to return.`,
		`The union was founded to help.`, .66, aCue, passiveInfinitive},
	{"headline", "a headline and its source behind a dash or before a colon",
		"# Talks to go on after walkout – ministry\n\nThe day was long.",
		"# Halmsund – a city by the sea\n\nThe day was long.", .85, aTitle, headline},
	{"fragment", "a few quoted words inside a sentence with a subject of its own",
		`Brenn said little beyond "a heavy heart and no plan at all" that day.`,
		`The "Go Home" sign was gone.`, .80, aPair, fragment},
}

// The rules of looseRules, in their order.
const (
	saidColonRule = iota
	speakerBeforeRule
	quotationAloneRule
	reporterBeforeRule
	quotationOfSubjectRule
	transcriptTurnRule
	signedQuotationRule
	sourceBehindRule
	cueBeforeRule
	onlySpeakerRule
	sourceBeforeRule
	interviewAnswerRule
	saidBelowRule
	headlineQuoteRule
	signedBlockRule
	ledBlockRule
)

// looseRules place quotations that no cue of their own sentence took; they run
// when the whole text has been read (see finish).
var looseRules = [...]rule{
	saidColonRule: {"x-said-colon", "a paragraph that ends in a cue and a colon announces the quotation below",
		"Brenn continued:\n\n\"The door is open to all of us here.\"",
		"The list was short:\n\n\"The door is open to all of us here.\"", .88, 0, nil},
	speakerBeforeRule: {"speaker-before", "a paragraph that is a quotation goes on with the speaker quoted right before",
		"\"The door is open,\" Ada Brenn said.\n\n\"We will wait for them all night.\"",
		"The hall was empty.\n\n\"We will wait for them all night.\"", .70, 0, nil},
	quotationAloneRule: {"quotation-alone", "a real quotation whose speaker the text does not name near by",
		"The hall was empty.\n\n\"We will wait for them all night.\"",
		"The hall of \"Wait for Me\" was empty.", .64, 0, nil},
	reporterBeforeRule: {"reporter-before", "a quotation that is a sentence of its own goes on from the report right before it",
		"Ada Brenn said that the talks would go on. \"We will wait for them all night.\"",
		"The talks went on. \"We will wait for them all night.\"", .65, 0, nil},
	quotationOfSubjectRule: {"quotation-of-subject", "a quotation inside a sentence belongs to the subject of the verb before it, the name before a colon or a possessor",
		`Brenn wrapped up – "We will wait for them all night."`,
		`The hall stood empty below a sign: "We will wait for them all night."`, .60, 0, nil},
	transcriptTurnRule: {"transcript-turn", "a paragraph of a transcript that opens with its speaker's name and a colon",
		"BRENN: The door is open to all.\n\nQ: For whom is it open?\n\nBRENN: For all of us here.",
		"NOTE: The door is open.", .80, 0, nil},
	signedQuotationRule: {"signed-quotation", "a quotation that a dash and a name close",
		"“The door is open to all of us.” — Ada Brenn",
		"“The door is open to all of us” — and it was shut.", .95, 0, nil},
	sourceBehindRule: {"source-behind", "a quotation that ends in a comma, and behind it a source whose verb is unknown or far off",
		`"The door is open to all," riffed Ada Brenn.`,
		`"The door is open to all," and so it was.`, .80, 0, nil},
	cueBeforeRule: {"cue-before", "the sentence before tells that somebody speaks and holds no words itself",
		`Ada Brenn posted a warning. "We will wait for them all night."`,
		`Ada Brenn posted a letter to her son. "We will wait for them all night," it says.`, .80, 0, nil},
	onlySpeakerRule: {"only-speaker", "a quotation without a source belongs to the one speaker of the others in its paragraph",
		`Ada Brenn makes no secret of it. "We will wait for them all night." After all, she says, "the door is open."`,
		`"The door is open," Brenn said, and Hamm said: "It is shut." In the north, by contrast, "nobody waits for us at all."`, .65, 0, nil},
	sourceBeforeRule: {"source-before", "a quotation behind a comma or colon, and before it a source and a verb of speech that the tags hide",
		`Another tweeted, "The door is open to us all."`,
		`It is said, "The door is open to us all."`, .80, 0, nil},
	interviewAnswerRule: {"interview-answer", "in an article of questions to you and answers of I, an answer is of the person named at its top",
		"Ada Brenn has led the harbour since May.\n\nHow do you start your day?\n\nI walk along the pier.\n\nAnd what do you see?\n\nMy boats, and the rain.\n\nWill you stay?\n\nI will stay until spring.",
		"Ada Brenn has led the harbour since May.\n\nWill she stay?\n\nShe says that she will.", .75, 0, nil},
	saidBelowRule: {"said-below", "a headline quotes without a name the words that the text quotes with one",
		"# \"The door is open to all\"\n\nThe hall was full. \"The door is open to all,\" Ada Brenn said.",
		"# \"The door is open to all\"\n\nThe hall was full. Ada Brenn went home.", .75, 0, nil},
	headlineQuoteRule: {"headline-quote", "a headline's quotation and a colon stand before the one who acts or speaks",
		"# \"I was afraid for my life\": Ada Brenn fights off a burglar\n\nThe day was long.",
		"# \"Afraid for their lives\": Ada Brenn saves four men at sea\n\nThe day was long.", .70, 0, nil},
	signedBlockRule: {"signed-block", "a block quotation, with a dash and a name on the line below",
		"The town was angry.\n\n> The board must go, and it must go now.\n\n> — Ada Brenn (@adabrenn)",
		"The town was angry.\n\n> The board must go, and it must go now.\n\nAda Brenn went home.", .90, 0, nil},
	ledBlockRule: {"led-block", "a block quotation without marks, below a paragraph that ends in its source and a colon",
		"Ada Brenn said in a statement:\n\n> The door is open to all of us here.",
		"The hall has two doors:\n\n> The door is open to all of us here.", .88, 0, nil},
}
