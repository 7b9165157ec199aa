package actor

import (
	"dossier/article"
	"dossier/parse/internal/mention"
)

// Sieve links mentions to actors by one kind of evidence. In Example the two
// words or phrases in «» are one actor and the second is linked by this sieve;
// in Counter they are not linked by it.
type Sieve struct {
	Name    string
	Reason  string
	Example string
	Counter string
	// founds: it makes actors; in Example the second words are a new one.
	founds bool
	// reverse: it links the first of the words to the second.
	reverse bool
	// pass: neighbours of one pass are taken together.
	pass string
	// on: the forms that it takes; takes, if there is one, tells which of them.
	on    forms
	takes func(*mention.Mention) bool
	// link is the group that mention m belongs to, a new one or -1.
	link func(r *resolver, m int) int
}

// forms are sorts of mentions that a sieve takes.
type forms uint8

const (
	names forms = 1 << iota
	adjectives
	nominals
	pronouns
)

func formOf(t article.MentionType) forms {
	switch t {
	case article.MentionPronoun:
		return pronouns
	case article.MentionAdjective:
		return adjectives
	case article.MentionNominal, article.MentionTitle:
		return nominals
	}
	return names
}

// sieves stand in the order they are taken: precise ones first, each only for
// what is still open. Bare containment of one name in another and plain
// nearness are no rules: they are wrong more often than right.
var sieves = []Sieve{
	{
		Name:    "listed",
		Reason:  "a name of the user's list means the actor that the list gives it to",
		Example: "«Maren Listed» spoke on Monday. Later the «Tidewater Circle» met.",
		Counter: "«Maren Listed» spoke on Monday. Later the «Tidewater Committee» met.",
		pass:    "listed", on: names, takes: isListed, link: (*resolver).listed,
	},
	{
		Name:    "other-script",
		Reason:  "a name in another script, in brackets behind a name, is that name",
		Example: "«Ada Brenn» («Ада Бренн») spoke on Monday.",
		Counter: "«Ada Brenn» spoke on Monday. Then «Ада Колм» left.",
		pass:    "name", on: names, takes: isName, link: (*resolver).otherScript,
	},
	{
		Name:    "known-as",
		Reason:  "a name behind \"known as\" is another name of what stands before it",
		Example: "The «Norland Relief Commission», known as «Norelief Group», met on Monday.",
		Counter: "The «Norland Relief Commission» met on Monday. A plan known as the «Norelief Group» plan was dropped.",
		pass:    "name", on: names, takes: isName, link: (*resolver).knownAs,
	},
	{
		Name:    "half",
		Reason:  "of two states told apart by north and south each is called by that alone",
		Example: "«North Korea» fired on Monday. «The North» was silent later.",
		Counter: "«Norway» fired on Monday. «The North» was silent later.",
		pass:    "name", on: names, takes: isHalf, link: (*resolver).half,
	},
	{
		Name:    "name",
		Reason:  "a full name stands for itself wherever it is repeated, and a table's forms of it too",
		Example: "«Ada Brenn» spoke on Monday. On Tuesday «Ada Brenn» was silent.",
		Counter: "«Ada Brenn» spoke on Monday. On Tuesday «Ada Kolm» was silent.",
		pass:    "name", on: names, takes: isFullName, link: (*resolver).sameName,
	},
	{
		Name:    "shared-last",
		Reason:  "a given name that \"and\" ties to a full name has the last name of that, if the article calls nobody else by it",
		Example: "«Ida» and Tom Brenn spoke on Monday. On Tuesday «Ida Brenn» was silent.",
		Counter: "«Ida» and Tom Brenn spoke on Monday. On Tuesday «Ida Kolm» was silent.",
		reverse: true,
		pass:    "shared-last", on: names, takes: sharesLast, link: (*resolver).sharedLast,
	},
	{
		Name:    "acronym",
		Reason:  "an acronym in brackets behind a name, or one that its capitals spell, is that name",
		Example: "The «Norland Dockers Union» met on Monday. The «NDU» said no.",
		Counter: "The «Norland Dockers Union» met on Monday. The «NFU» said no.",
		pass:    "acronym", on: names, takes: isAcronym, link: (*resolver).acronym,
	},
	{
		Name:    "last-name",
		Reason:  "news gives a person's full name once and the last name after it",
		Example: "«Ada Brenn» spoke on Monday. Later «Brenn» left.",
		Counter: "«Ada Brenn» spoke on Monday. Her brother Tom Brenn was there. Later «Brenn» left.",
		pass:    "last-name", on: names, takes: isShortPerson, link: (*resolver).lastName,
	},
	{
		Name:    "first-name",
		Reason:  "a given name alone is the one person of the article who bears it",
		Example: "«Ada Brenn» spoke on Monday. Later «Ada» left.",
		Counter: "«Ada Brenn» and Ada Kolm spoke on Monday. Later «Ada» left.",
		pass:    "first-name", on: names | nominals, takes: isGiven, link: (*resolver).firstName,
	},
	{
		Name:    "name-tail",
		Reason:  "a body's name is repeated without its state",
		Example: "The «Russian Foreign Ministry» spoke on Monday. The «Foreign Ministry» added nothing.",
		Counter: "The «Russian Foreign Ministry» and the Iranian Foreign Ministry spoke. The «Foreign Ministry» added nothing.",
		pass:    "name-tail", on: names, takes: isBodyName, link: (*resolver).nameTail,
	},
	{
		Name:    "short-name",
		Reason:  "a company is called by the name it bears before words like Bank and Motors",
		Example: "«Northgate Motors Ltd» was sold on Monday. Later «Northgate» closed offices.",
		Counter: "«Northgate Motors Ltd» was sold on Monday. Tom Northgate spoke, and «Northgate» was sad.",
		pass:    "short-name", on: names, takes: isShortBody, link: (*resolver).shortName,
	},
	{
		Name:    "metonym",
		Reason:  "a capital that acts stands for its government, or for its state if the text names no government",
		Example: "«Russia» sent an envoy. On Monday «Moscow» said the talks would go on.",
		Counter: "«Russia» sent an envoy. He arrived in «Moscow» on Monday.",
		pass:    "metonym", on: names, takes: isMetonym, link: (*resolver).metonym,
	},
	{
		Name:    "new-name",
		Reason:  "a name that nothing before explains is an actor of its own",
		Example: "«Ada Brenn» spoke on Monday. Later «Kolm» left.",
		Counter: "«Ada Brenn» spoke on Monday. Later «Brenn» left.",
		founds:  true,
		pass:    "new-name", on: names, takes: isName, link: (*resolver).newName,
	},
	{
		Name:    "demonym",
		Reason:  "an adjective of nationality means the state that the text names elsewhere",
		Example: "«Russia» sent an envoy. The «Russian» envoy said no.",
		Counter: "«Russia» sent an envoy. The «Iranian» envoy said no.",
		pass:    "demonym", on: adjectives, link: (*resolver).demonym,
	},
	{
		Name:    "state-adjective",
		Reason:  "an adjective of nationality before an office, a force or an act of state names the state",
		Example: "«Ada Brenn» spoke on Monday. «Norwegian» troops were there.",
		Counter: "«Ada Brenn» spoke on Monday. «Norwegian» wine was served.",
		founds:  true,
		pass:    "state-adjective", on: adjectives, link: (*resolver).stateOf,
	},
	{
		Name:    "name-noun",
		Reason:  "a body's name before a noun that says no more than what it is",
		Example: "«Hamas» spoke on Monday. «The Hamas movement» was silent later.",
		Counter: "«Hamas» spoke on Monday. «The Hamas spokesman» was silent later.",
		pass:    "nominal", on: nominals, link: (*resolver).nameNoun,
	},
	{
		Name:    "apposition",
		Reason:  "a description set off by commas renames the name beside it",
		Example: "«Ada Brenn», «the transport minister of Norland», spoke on Monday.",
		Counter: "«Ada Brenn», Tom Kolm and «the transport minister of Norland» spoke on Monday.",
		pass:    "nominal", on: nominals, link: (*resolver).apposition,
	},
	{
		Name:    "own-name",
		Reason:  "the clause behind a description gives the name of whom it describes",
		Example: "«A teenager» who gave his name as «Tom Brenn» spoke on Monday.",
		Counter: "«A teenager» who gave the ball to «Tom Brenn» spoke on Monday.",
		reverse: true,
		pass:    "nominal", on: nominals, link: (*resolver).ownName,
	},
	{
		Name:    "letters-behind",
		Reason:  "a name with the letters of an office behind it is the person of that name",
		Example: "«Ada Brenn» spoke on Monday. The talks with «Ada Brenn MP» failed.",
		Counter: "«Ada Brenn» spoke on Monday. The talks with «Tom Kolm MP» failed.",
		pass:    "nominal", on: nominals, link: (*resolver).lettersBehind,
	},
	{
		Name:    "deed",
		Reason:  "the witness is who has told the court, the plaintiff who has sued, the incumbent who holds the office",
		Example: "«Ada Brenn» told the court on Monday that it was late. «The witness» left early.",
		Counter: "«Ada Brenn» told the press on Monday that it was late. «The witness» left early.",
		pass:    "nominal", on: nominals, link: (*resolver).byDeed,
	},
	{
		Name:    "counterpart",
		Reason:  "somebody's Norwegian counterpart is the one who holds such an office of that state",
		Example: "Norway's foreign minister, «Ada Brenn», spoke on Monday. Russia's foreign minister, Tom Kolm, met «his Norwegian counterpart».",
		Counter: "Norway's foreign minister, «Ada Brenn», spoke on Monday. Russia's foreign minister, Tom Kolm, met «his Danish counterpart».",
		pass:    "nominal", on: nominals, link: (*resolver).counterpart,
	},
	{
		Name:    "role",
		Reason:  "a title means the one person of the article who holds it",
		Example: "Transport Minister «Ada Brenn» spoke on Monday. «The minister» left early.",
		Counter: "Transport Minister «Ada Brenn» met Finance Minister Tom Kolm. «The minister» left early.",
		pass:    "nominal", on: nominals, link: (*resolver).holder,
	},
	{
		Name:    "same-nominal",
		Reason:  "the same description with the same modifiers means the same actor again",
		Example: "«The striking engineers» spoke on Monday. On Tuesday «the striking engineers» were silent.",
		Counter: "«Some experts» spoke on Monday. On Tuesday «some experts» were silent.",
		pass:    "nominal", on: nominals, link: (*resolver).sameNominal,
	},
	{
		Name:    "state-body",
		Reason:  "a state has one ministry of a field, however the words tell whose it is",
		Example: "«Lebanon's health ministry» spoke on Monday. «The Lebanese health ministry» added nothing.",
		Counter: "«Lebanon's health ministry» spoke on Monday. «The Syrian health ministry» added nothing.",
		pass:    "nominal", on: nominals, link: (*resolver).stateBody,
	},
	{
		Name:    "counted",
		Reason:  "\"the\" and a plural take up the one group that the article has told the number of",
		Example: "«Two brothers» were fined on Monday. «The brothers» left early.",
		Counter: "«Two brothers» were fined on Monday. Three brothers were jailed. «The brothers» left early.",
		pass:    "nominal", on: nominals, link: (*resolver).counted,
	},
	{
		Name:    "state-force",
		Reason:  "the army, the troops and the soldiers of a state are one force",
		Example: "«The Syrian army» shelled the town. Later «Syrian troops» left.",
		Counter: "«The Syrian army» shelled the town. Later «Turkish troops» left.",
		pass:    "nominal", on: nominals, link: (*resolver).stateForce,
	},
	{
		Name:    "definite-nominal",
		Reason:  "a definite noun takes up the one body before it whose name or description has that noun for head",
		Example: "«The dockers' union» met on Monday. «The union» said no.",
		Counter: "«The dockers' union» met the teachers' union on Monday. «The union» said no.",
		pass:    "nominal", on: nominals, link: (*resolver).definite,
	},
	{
		Name:    "kind-nominal",
		Reason:  "a definite noun that says no more than the kind takes up the most salient actor of that kind",
		Example: "«Kolm Industries» sued on Monday. «The Halmsund-based company» said no more.",
		Counter: "«Kolm Industries» and Ostrow Industries met on Monday. «The company» said no more.",
		pass:    "nominal", on: nominals, link: (*resolver).kindNoun,
	},
	{
		Name:    "several-again",
		Reason:  "\"the\" and a plural take up the one group of the sentences before that is called by the noun",
		Example: "«Islamist militants» took the town on Monday. «The militants» left early.",
		Counter: "«Islamist militants» met other militants on Monday. «The militants» left early.",
		pass:    "nominal", on: nominals, link: (*resolver).severalAgain,
	},
	{
		Name:    "complement",
		Reason:  "what a name is said to be is that name's actor",
		Example: "«Ada Brenn» is «the transport minister of Norland».",
		Counter: "«Ada Brenn» is not «the transport minister of Norland».",
		pass:    "nominal", on: nominals, link: (*resolver).complement,
	},
	{
		Name:    "definite-person",
		Reason:  "a definite noun takes up the one person whom the article has called so",
		Example: "«Ada Brenn», a student, spoke on Monday. «The student» left early.",
		Counter: "«Ada Brenn», a student, met another student on Monday. «The student» left early.",
		pass:    "nominal", on: nominals, link: (*resolver).person,
	},
	{
		Name:    "aged",
		Reason:  "news gives an age to take up the person it speaks of, by another noun or none",
		Example: "«Ada Brenn» spoke on Monday. «The 45-year-old diplomat» left early.",
		Counter: "«Ada Brenn» met Maria Kolm on Monday. «The 45-year-old diplomat» left early.",
		pass:    "nominal", on: nominals, link: (*resolver).byAge,
	},
	{
		Name:    "defendant",
		Reason:  "the defendant is the one person whom the text tells to have been tried",
		Example: "«Ada Brenn» was sentenced on Monday. «The defendant» left the room.",
		Counter: "«Ada Brenn» was elected on Monday. «The defendant» left the room.",
		pass:    "nominal", on: nominals, link: (*resolver).defendant,
	},
	{
		Name:    "varied",
		Reason:  "who has just spoken, alone, comes back under a description that speaks",
		Example: "«Ada Brenn» left on Monday. «The former lawyer» said the talks would go on.",
		Counter: "«Ada Brenn» met Tom Kolm on Monday. «The former lawyer» said the talks would go on.",
		pass:    "nominal", on: nominals, link: (*resolver).varied,
	},
	{
		Name:    "delayed-name",
		Reason:  "the lead describes somebody whom the next sentence names, with age",
		Example: "«A former bank chief» was jailed on Monday.\n\n«Tom Brenn», 58, showed no regret.",
		Counter: "«A former bank chief» was jailed on Monday.\n\n«Tom Brenn» showed no regret.",
		reverse: true,
		pass:    "nominal", on: nominals, link: (*resolver).delayedName,
	},
	{
		Name:    "lead-office",
		Reason:  "the lead calls somebody by an office whose holder the next paragraphs name",
		Example: "«The head of the dockers' union» quit on Monday.\n\n«Ada Brenn», president of the union, spoke.",
		Counter: "«The head of the dockers' union» quit on Monday.\n\n«Ada Brenn», president of the bank, spoke.",
		reverse: true,
		pass:    "nominal", on: nominals, link: (*resolver).leadOffice,
	},
	{
		Name:    "bare-name",
		Reason:  "a full name that nothing explains, at the start of the second paragraph, is of whom the lead begins with",
		Example: "«The president of the dockers' union» has resigned.\n\n«Ada Brenn» said the talks would go on.",
		Counter: "«The president of the dockers' union» has resigned.\n\n«Ada Brenn», a teacher, said the talks would go on.",
		reverse: true,
		pass:    "nominal", on: nominals, link: (*resolver).bareName,
	},
	{
		Name:    "introduced",
		Reason:  "\"the captain\" with a name beside it is the captain that the article has brought in without one",
		Example: "«A captain» was saved on Monday. The captain, «Jon Berg», was well.",
		Counter: "«A captain» was saved on Monday. The mate, «Jon Berg», was well.",
		reverse: true,
		pass:    "nominal", on: nominals, link: (*resolver).introduced,
	},
	{
		Name:    "nominal",
		Reason:  "a description of people or a body that nothing before explains is an actor of its own",
		Example: "«Ada Brenn» spoke on Monday. «Some experts» were silent.",
		Counter: "«Ada Brenn» spoke on Monday. «Some people» were silent.",
		founds:  true,
		pass:    "nominal", on: nominals, link: (*resolver).newNominal,
	},
	{
		Name:    "headline",
		Reason:  "a headline calls somebody what the first paragraphs call one named person or one body",
		Example: "«Former mayor» jailed over bribes\n\nA court jailed the former mayor of Torvik, «Ada Brenn», on Monday.",
		Counter: "«Former mayor» jailed over bribes\n\nA court heard the mayor of Torvik, «Ada Brenn», on Monday.",
		reverse: true,
		pass:    "headline", on: nominals, link: (*resolver).headlined,
	},
	{
		Name:    "headline-repeat",
		Reason:  "a headline's description stands in the text word for word",
		Example: "«Dockers» reject offer in Torvik\n\n«Dockers» rejected an offer on Monday.",
		Counter: "«Dockers» reject offer in Torvik\n\nSome «dockers» rejected an offer on Monday.",
		reverse: true,
		pass:    "headline", on: nominals, link: (*resolver).sameNominal,
	},
	{
		Name:    "headline-nominal",
		Reason:  "what a headline describes and no paragraph takes up is an actor of its own",
		Example: "«Ada Brenn» meets «striking engineers»\n\nShe spoke on Monday.",
		Counter: "«Ada Brenn» meets people\n\nShe spoke to «striking engineers» on Monday.",
		founds:  true,
		pass:    "headline", on: nominals, link: (*resolver).newHeadline,
	},
	{
		Name:    "he-she",
		Reason:  "he and she take the person of that gender who was subject or spoke last; two rivals leave it open",
		Example: "«Maria Brenn» spoke on Monday. «She» left early.",
		Counter: "«Maria Brenn» spoke on Monday. «He» left early.",
		pass:    "pronoun", on: pronouns, takes: isRule("he-she"), link: (*resolver).heShe,
	},
	{
		Name:    "they",
		Reason:  "they takes the most salient group; another plural noun as near leaves it open",
		Example: "«Some experts» spoke on Monday. «They» were sure.",
		Counter: "«Some experts» and the rebels spoke on Monday. «They» were sure.",
		pass:    "pronoun", on: pronouns, takes: isRule("they"), link: (*resolver).they,
	},
	{
		Name:    "it",
		Reason:  "it takes the most salient body or state; a thing as near leaves it open",
		Example: "«The dockers' union» spoke on Monday, before «its» leader left.",
		Counter: "«The dockers' union» and the ministry spoke on Monday. «It» said no.",
		pass:    "pronoun", on: pronouns, takes: isRule("it"), link: (*resolver).it,
	},
	{
		Name:    "own-body",
		Reason:  "his government is the one he holds an office in",
		Example: "«Norway»'s president, Tom Brenn, spoke on Monday. «His government» would help, he said.",
		Counter: "«Norway» met Tom Brenn on Monday. «His government» would help, he said.",
		pass:    "own-body", on: nominals, link: (*resolver).ownBody,
	},
	{
		Name:    "first-person",
		Reason:  "the first person inside a quotation is its speaker",
		Example: "«Ada Brenn» said on Monday: “«I» will not leave the table.”",
		Counter: "«Ada Brenn» spoke on Monday. «I» was there.",
		pass:    "first-person", on: pronouns, takes: isRule("first-person"), link: (*resolver).firstPerson,
	},
}

func isListed(x *mention.Mention) bool { return x.Listed > 0 }

func isName(x *mention.Mention) bool {
	return x.Type == article.MentionName || x.Type == article.MentionAcronym || x.Type == article.MentionMetonym
}

func isFullName(x *mention.Mention) bool {
	return (x.Type == article.MentionName || x.Type == article.MentionAcronym) &&
		!(x.Kind == article.KindPerson && x.End-x.First == 1) && !(x.Type == article.MentionAcronym && x.Table == "")
}

func isAcronym(x *mention.Mention) bool { return x.Type == article.MentionAcronym }

func isShortPerson(x *mention.Mention) bool {
	return x.Type == article.MentionName && x.Kind == article.KindPerson
}

// isGiven takes a single name, and a title that may be one.
func isGiven(x *mention.Mention) bool {
	return isShortPerson(x) || x.Type == article.MentionTitle && x.End-x.First == 1
}

func isShortBody(x *mention.Mention) bool {
	return x.Type == article.MentionName && (x.End-x.First == 1 || x.Kind != article.KindPerson)
}

func isBodyName(x *mention.Mention) bool {
	return isName(x) && x.Kind != article.KindPerson
}

func isHalf(x *mention.Mention) bool {
	return x.Type == article.MentionName && x.End-x.First == 1 && x.Table == ""
}

func isMetonym(x *mention.Mention) bool { return x.Type == article.MentionMetonym }

func isAdjective(x *mention.Mention) bool { return x.Type == article.MentionAdjective }

func isNominal(x *mention.Mention) bool {
	return x.Type == article.MentionNominal || x.Type == article.MentionTitle
}

func isRule(rule string) func(*mention.Mention) bool {
	return func(x *mention.Mention) bool { return x.Type == article.MentionPronoun && x.Rule == rule }
}
