package lexicon

import _ "embed"

// The tables as they stand in the binary. An embedded string is read in place,
// where a file of an embedded folder would be copied.
var (
	//go:embed en/agencies.tsv
	agencies string
	//go:embed en/armed.tsv
	armed string
	//go:embed en/capitals.tsv
	capitals string
	//go:embed en/commonwords.tsv
	commonwords string
	//go:embed en/countries.tsv
	countries string
	//go:embed en/cue_nouns.tsv
	cueNouns string
	//go:embed en/cues.tsv
	cues string
	//go:embed en/demonyms.tsv
	demonyms string
	//go:embed en/givennames.tsv
	givennames string
	//go:embed en/honorifics.tsv
	honorifics string
	//go:embed en/igos.tsv
	igos string
	//go:embed en/media.tsv
	media string
	//go:embed en/mentionwords.tsv
	mentionwords string
	//go:embed en/namewords.tsv
	namewords string
	//go:embed en/nicknames.tsv
	nicknames string
	//go:embed en/notnames.tsv
	notnames string
	//go:embed en/orgheads.tsv
	orgheads string
	//go:embed en/orgs.tsv
	orgs string
	//go:embed en/particles.tsv
	particles string
	//go:embed en/parties.tsv
	parties string
	//go:embed en/places.tsv
	places string
	//go:embed en/ranks.tsv
	ranks string
	//go:embed en/regions.tsv
	regions string
	//go:embed en/roles.tsv
	roles string
	//go:embed en/seats.tsv
	seats string
	//go:embed en/stances_adjectives.tsv
	stancesAdjectives string
	//go:embed en/stances_forms.tsv
	stancesForms string
	//go:embed en/stances_nouns.tsv
	stancesNouns string
	//go:embed en/stances_verbs.tsv
	stancesVerbs string
	//go:embed en/stances_words.tsv
	stancesWords string
	//go:embed en/stateacts.tsv
	stateacts string
	//go:embed en/suffixes.tsv
	suffixes string
	//go:embed en/weaknames.tsv
	weaknames string
)

// tables are all tables by name.
var tables = [...]struct {
	name string
	text *string
}{
	{"agencies", &agencies},
	{"armed", &armed},
	{"capitals", &capitals},
	{"commonwords", &commonwords},
	{"countries", &countries},
	{"cue_nouns", &cueNouns},
	{"cues", &cues},
	{"demonyms", &demonyms},
	{"givennames", &givennames},
	{"honorifics", &honorifics},
	{"igos", &igos},
	{"media", &media},
	{"mentionwords", &mentionwords},
	{"namewords", &namewords},
	{"nicknames", &nicknames},
	{"notnames", &notnames},
	{"orgheads", &orgheads},
	{"orgs", &orgs},
	{"particles", &particles},
	{"parties", &parties},
	{"places", &places},
	{"ranks", &ranks},
	{"regions", &regions},
	{"roles", &roles},
	{"seats", &seats},
	{"stances_adjectives", &stancesAdjectives},
	{"stances_forms", &stancesForms},
	{"stances_nouns", &stancesNouns},
	{"stances_verbs", &stancesVerbs},
	{"stances_words", &stancesWords},
	{"stateacts", &stateacts},
	{"suffixes", &suffixes},
	{"weaknames", &weaknames},
}
