package mention

import (
	"testing"

	"dossier/article"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
)

// clue is one piece of evidence for what a name is: a text in which it decides
// and one in which it must not.
type clue struct {
	name, reason     string
	example, counter string
	word             string // the name asked about
	want, instead    article.ActorKind
}

var clues = []clue{
	{"body noun before", "a noun for a body renames the name behind it",
		"The shipping group Belmar lost money.", "The group met Belmar Osei.", "Belmar", article.KindOrganization, ""},
	{"owner of shares", "only bodies have shares and boards",
		"Korda's shares fell.", "Korda's wife left.", "Korda", article.KindOrganization, article.KindPerson},
	{"owner of a state's things", "only states and towns have parliaments and streets",
		"He respects Norland's democracy.", "He respects Norland's wife.", "Norland", article.KindPlace, ""},
	{"shares in", "what one holds shares in is a body",
		"Shares in Korda fell.", "In Korda they fell.", "Korda", article.KindOrganization, article.KindPlace},
	{"plc behind", "the letters of a British company, in small",
		"It is owned by Vantage plc, which left.", "It is owned by Vantage, which left.", "Vantage", article.KindCompany, ""},
	{"which does", "\"which\" tells what one body does whose name looks like a verb",
		"Unite, which represents drivers, said no.", "Unite, they cried.", "Unite", article.KindOrganization, ""},
	{"area of", "a village of something is a place",
		"It hit the village of Olm.", "It hit the wife of Olm.", "Olm", article.KindPlace, article.KindPerson},
	{"mayor of", "a mayor has a town, whatever the town does in the next sentence",
		"The mayor of Lowick left. Lowick deserves better.", "The friend of Lowick left. Lowick deserves better.", "Lowick", article.KindPlace, article.KindPerson},
	{"in brackets", "a name in brackets behind a person's is that of his party or house",
		"Ms Aune (Green) agreed.", "Ms Aune met Green.", "Green", article.KindOrganization, article.KindPerson},
	{"seat of a member", "a member of parliament sits for a place",
		"The MP for Lowick left. Lowick deserves better.", "The friend of Lowick left. Lowick deserves better.", "Lowick", article.KindPlace, article.KindPerson},
	{"speaks for a country", "minutes set the names of speakers in capitals, and their countries in brackets",
		"KOLM MARLEN (Norway) left.", "KOLM MARLEN – They left.", "KOLM MARLEN", article.KindPerson, article.KindPlace},
	{"area behind", "a province has a name before it",
		"It hit Vostan province.", "It hit Vostan hard.", "Vostan", article.KindPlace, ""},
	{"direction before", "only places have neighbours and a north",
		"It was felt in neighbouring Kirgan.", "It was felt by Kirgan Osei.", "Kirgan", article.KindPlace, ""},
	{"where behind", "\", where\" tells of a place",
		"They went home to Sarn, where nobody lives.", "They went home to Sarn, who lives alone.", "Sarn", article.KindPlace, article.KindPerson},
	{"motion to", "one flies to a place",
		"They flew to Belkan on Monday.", "They spoke to Belkan Osei.", "Belkan", article.KindPlace, ""},
	{"branch of a country", "a country's letters end the names of bodies",
		"They asked Civic Guard UK to pay.", "They asked Civic Guard Kolm to pay.", "Civic Guard UK", article.KindOrganization, ""},
	{"capital inside", "a word with a capital inside is a firm's or a thing's, but for family names",
		"Those polled by FactSet agreed.", "Those met by FitzRoy agreed.", "FactSet", article.KindOrganization, ""},
	{"led by somebody", "what somebody chairs is a body",
		"Ada Brenn, who chairs Travel Kolm, agreed.", "Ada Brenn, who met Travel Kolm, agreed.", "Travel Kolm", article.KindOrganization, ""},
	{"state's letters", "two letters of a state behind a town are a place",
		"He lives in Torvik, TX, with her.", "He lives in Torvik with TX, he says.", "TX", article.KindPlace, ""},
	{"a county", "a county is nobody, whatever given name it has",
		"Two Bartholomew County warrants were served.", "Two Bartholomew Kolm warrants were served.", "Bartholomew County", article.KindPlace, ""},
	{"American court", "a number and Circuit name a court",
		"He asked the 9th Circuit to decide.", "He rode the 9th Surtees to Torvik.", "9th Circuit", article.KindGovernmentBody, ""},
	{"unit of an army", "a number and what a unit is called name it, whatever title is inside",
		"The 65th Fighter Wing left.", "The 65th Fighter Kolm left.", "65th Fighter Wing", article.KindArmedForce, ""},
	{"numbered corps", "armies number their corps in letters",
		"He led the VI Corps north.", "He led the VI Kolm north.", "VI Corps", article.KindArmedForce, ""},
	{"state's fleet", "the word before the number says whose unit it is",
		"He led the US 5th Fleet north.", "He met the US 5th Kolm north.", "5th Fleet", article.KindArmedForce, ""},
	{"front of a war", "a front by its side of the sky is nobody",
		"He fought against the Western Front.", "He fought on the Western Front.", "Western Front", article.KindArmedGroup, ""},
	{"whose captain", "only a side has a captain with his name behind",
		"Torvik Glory captain Tom Kolm left.", "Torvik Glory cousin Tom Kolm left.", "Torvik Glory", article.KindOrganization, ""},
	{"team", "a plural that plays is a team",
		"Torvik beat the Wolverns on Monday.", "Torvik met the Wolverns on Monday.", "Wolverns", article.KindOrganization, ""},
	{"the many", "a plural behind \"the\" is no one person",
		"He thanked the Orsan Vells, who left.", "He thanked Orsan Vells, who left.", "Orsan Vells", article.KindPlace, article.KindPerson},
	{"two papers", "papers that became one keep both names",
		"The Torvik Sun-Times reported it.", "The Torvik Sun-Aune reported it.", "Torvik Sun-Times", article.KindMedia, ""},
	{"a town's plural", "a town before a plural behind \"the\" has a team so called",
		"He thanked the Miami Dolphins.", "He signed the Miami Accords.", "Miami Dolphins", article.KindOrganization, ""},
	{"won against", "a plural that one lost to is a team",
		"They lost to the Harbour Bears again.", "They spoke to the Harbour Bears again.", "Harbour Bears", article.KindOrganization, ""},
	{"sent to", "an envoy goes to a state",
		"The ambassador to Belkan left.", "The aide to Belkan left.", "Belkan", article.KindPlace, article.KindPerson},
	{"sent for", "an envoy for a state is sent to it",
		"The envoy for Belkan left.", "The aide for Belkan left.", "Belkan", article.KindPlace, article.KindPerson},
	{"in a glen", "a glen that something is in is no man",
		"The road in Glen Harrow was shut.", "The road that Glen Harrow shut was old.", "Glen Harrow", article.KindPlace, article.KindPerson},
	{"news agency", "others have what a news agency tells",
		"The talks failed, according to the Talvo agency.", "The talks failed, as the Talvo agency knew.", "Talvo", article.KindMedia, ""},
	{"whose party", "what is somebody's party is one",
		"He left Brenn's Smir-Nova party.", "He left Brenn's Smir-Nova house.", "Smir-Nova", article.KindParty, ""},
	{"told television", "what one tells something that sends is a broadcaster",
		"He told Norvisk television that it was late.", "He sold a Norvisk television that was old.", "Norvisk", article.KindMedia, ""},
	{"a channel", "TV behind an unknown name is its last word",
		"He was quoted by Al-Bahr TV as saying so.", "He bought a Norvisk TV on Monday.", "Al-Bahr TV", article.KindMedia, ""},
	{"two tasks", "what two nouns say a body is for is one name",
		"The Disaster Reduction and Management Council met.", "The Kolm and Berg Council met.", "Disaster Reduction and Management Council", article.KindGovernmentBody, ""},
	{"agency of news", "a news agency is no authority",
		"He told news agency TK that it was late.", "He told border agency TK that it was late.", "TK", article.KindMedia, article.KindGovernmentBody},
	{"the Fed", "a short name that looks like a participle stands behind \"the\" with its capital",
		"Rates rose. But the Fed was late.", "Rates rose. Fed by hand, it grew.", "Fed", article.KindGovernmentBody, ""},
	{"opening name", "what \", which\" goes on about, behind an adjective and a noun with capitals, is a body",
		"Democratic Renewal, which holds 19 seats, left.", "Democratic Kolm, which holds 19 seats, left.", "Democratic Renewal", article.KindOrganization, ""},
	{"a bank's name", "a long name that ends in \"bank\" is a bank",
		"Shares fell when Nordmarbank left.", "Shares fell when Nordmarbek left.", "Nordmarbank", article.KindCompany, ""},
	{"a number behind", "a number behind a name tells a person, but not behind a war",
		"It was built by Karl Ostrow II.", "It was built in World War II.", "Karl Ostrow II", article.KindPerson, ""},
	{"dotted letters", "three letters with dots are a body's, two somebody's initials",
		"He met the N.D.U. on Monday.", "He met J.D. on Monday.", "N.D.U.", article.KindOrganization, ""},
	{"services", "services are a firm's, but for those of a state",
		"Kolm Financial Services fell.", "Kolm Human Services fell.", "Kolm Financial Services", article.KindCompany, ""},
	{"a last name that is a trade", "a given name before a word for a firm that is a last name too is somebody",
		"He met Nathan Brewer on Monday.", "He met Kolm Brewer on Monday.", "Nathan Brewer", article.KindPerson, ""},
	{"people for something", "a plural with a capital inside a sentence goes on with \"for\" and a name",
		"He joined the far-right Patriots for Norland.", "He joined the far-right Patriots for once.", "Patriots for Norland", article.KindParty, ""},
	{"candidates of a front", "only parties have candidates and win seats",
		"The Homeland Front's candidates lost.", "The Homeland Front's fighters lost.", "Homeland Front", article.KindParty, article.KindArmedGroup},
	{"seats of an alliance", "only parties win seats",
		"The Civic Alliance won 12 seats.", "The Civic Alliance won a prize.", "Civic Alliance", article.KindParty, article.KindOrganization},
	{"alliance of states", "states ally for defence, others for more",
		"The Pacific Defence Alliance met.", "The Clean Rivers Alliance met.", "Pacific Defence Alliance", article.KindIGO, ""},
	{"campaign", "what tells all to act is a campaign's name",
		"Members of Save Our Pool met.", "Members said save our pool.", "Save Our Pool", article.KindOrganization, ""},
	{"name of a party", "what is called a party by the noun behind it is one",
		"The National Union party won.", "The National Union won.", "National Union", article.KindParty, ""},
	{"a chain of shops", "a chain has the name behind it",
		"The supermarket chain Frontier grew.", "The supply chain Frontier grew.", "Frontier", article.KindCompany, ""},
	{"town before a comma", "a town has its name behind it",
		"She lived in the capital, Talvo, in March.", "She lived in the capital, Talvo said.", "Talvo", article.KindPlace, article.KindPerson},
	{"reached", "one enters a place",
		"Troops entered Belkan at dawn.", "Troops thanked Belkan Osei at dawn.", "Belkan", article.KindPlace, ""},
	{"behind a street", "an address ends in a town",
		"Ada Brenn, of Elm Road, Talvo, left.", "Beside Ada Brenn, Talvo, a painter, left.", "Talvo", article.KindPlace, ""},
	{"a motto", "a preposition in capitals between nouns with capitals ties a body's name",
		"She thanked Rivers Without Walls.", "She thanked Rivers without Walls.", "Rivers Without Walls", article.KindOrganization, ""},
	{"a trade union", "united and what they do by trade, tied by and, is a union",
		"The United Food and Commercial Workers left.", "The food and commercial workers left.", "United Food and Commercial Workers", article.KindOrganization, ""},
	{"body between commas", "behind a description of a body stands its name, whatever its words",
		"His party, Forward Norland, left.", "His party left, Forward Norland said.", "Forward Norland", article.KindParty, ""},
	{"dateline", "capitals before a dash open a report",
		"HALMSUND, Norland — It rained.", "HALMSUND said it rained.", "HALMSUND", article.KindPlace, article.KindOrganization},
	{"described person", "a noun for a person behind a comma renames the name",
		"Talvo Ruo, an analyst, left.", "Talvo Ruo, a supplier, left.", "Talvo Ruo", article.KindPerson, article.KindOrganization},
	{"thanked", "one thanks a person, not a hill",
		"She thanked Grace Hill.", "She lives at Grace Hill.", "Grace Hill", article.KindPerson, article.KindPlace},
	{"ampersand", "an ampersand joins the names of a company",
		"Holt & Osei lost money.", "Holt and Osei lost money.", "Holt & Osei", article.KindCompany, ""},
	{"noun for a work before", "a ship or a novel has a name",
		"The tanker Talvo Sarn sank.", "The captain Talvo Sarn sank.", "Talvo Sarn", "", article.KindPerson},
	{"system behind", "capitals that describe a thing are a thing's",
		"The DVX system failed.", "The DVX said it failed.", "DVX", "", article.KindOrganization},
	{"the paper", "a paper's noun with an article and a capital",
		"He told the Post about it.", "He told the post about it.", "Post", article.KindMedia, ""},
}

// TestClues: each clue decides in its example and not in its counter-example.
func TestClues(t *testing.T) {
	for _, c := range clues {
		if got := kindOf(c.example, c.word); got != c.want {
			t.Errorf("%s (%s): %q is %q in the example, want %q", c.name, c.reason, c.word, got, c.want)
		}
		if got := kindOf(c.counter, c.word); got == c.want || c.instead != "" && got != c.instead {
			t.Errorf("%s: %q is %q in the counter-example, want %q", c.name, c.word, got, c.instead)
		}
	}
}

// kindOf is the kind of the name that reads so in text, "" if there is none.
func kindOf(text, name string) article.ActorKind {
	d := paragraphs(text, false)
	tags := tag.Tags(d)
	s := Find(d, tags, quotemark.Find(d, tags))
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if d.Span(int(m.First), int(m.End)).In(text) == name {
			return m.Kind
		}
	}
	return ""
}
