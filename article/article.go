// Package article holds the nouns of dossier: the canonical article, schema
// "dossier/1", that readers fill, the parser completes and exports render.
//
// It defines the types, their JSON form (MarshalJSON, UnmarshalJSON), the
// invariants (Validate) and the published schema (Schema). It reads no file,
// understands no language and renders nothing; it imports none of our packages.
//
// In memory every Span counts bytes of Text (UTF-8, NFC, "\n"); in JSON it
// counts Unicode code points. The conversion happens in json.go and nowhere
// else. Raw ranges count bytes of the raw file on both sides.
package article

// SchemaID identifies the version of the canonical form. Within /1 fields are
// only added; readers ignore what they do not know.
const SchemaID = "dossier/1"

// Generator names this program in every output. Version is a constant so that
// equal input gives equal bytes whoever built the binary.
const (
	GeneratorName    = "dossier"
	GeneratorVersion = "0.1.0"
)

// Opt is a string that may be absent: "" in Go, null in JSON.
type Opt string

// Span is a half-open stretch [Start, End) of Article.Text: bytes in memory,
// code points in JSON.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Range is a half-open stretch [Start, End) of the raw file, in bytes of the
// (archive- or mail-decoded) member, before any change of character encoding.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Article is one article in canonical form. See Validate for the invariants.
type Article struct {
	Schema    string     `json:"schema"`
	ID        string     `json:"id"`
	Generator Generator  `json:"generator"`
	Source    Source     `json:"source"`
	Title     Opt        `json:"title"`
	TitleSpan *Span      `json:"title_span"`
	TitleFrom Opt        `json:"title_basis"`
	Deck      Opt        `json:"deck"`
	DeckSpan  *Span      `json:"deck_span"`
	Authors   []Author   `json:"authors"`
	Published *Date      `json:"published"`
	Updated   *Date      `json:"updated"`
	Dateline  *Dateline  `json:"dateline"`
	Language  Language   `json:"language"`
	Text      string     `json:"text"`
	Blocks    []Block    `json:"blocks"`
	Links     []Link     `json:"links"`
	Actors    []Actor    `json:"actors"`
	Quotes    []Quote    `json:"quotes"`
	Positions []Position `json:"positions"`
	Edits     []Edit     `json:"edits"`
	Notes     []Note     `json:"notes"`
}

// Generator is the program that made the record.
type Generator struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Source is what is known of the raw file. What it does not state is null.
type Source struct {
	Name      string `json:"name"` // base name only: nothing of the machine
	Member    Opt    `json:"member"`
	Format    string `json:"format"`
	MediaType string `json:"media_type"`
	Encoding  string `json:"encoding"`
	Bytes     int    `json:"bytes"`
	SHA256    string `json:"sha256"`
	URL       Opt    `json:"url"`
	Publisher Opt    `json:"publisher"`
}

// Author is one name of the byline. Span is null where only metadata states it.
type Author struct {
	Name  string `json:"name"`
	Span  *Span  `json:"span"`
	Basis string `json:"basis"`
}

// Date is a date with the words that gave it. Value is ISO 8601 cut to
// Precision (year, month, day, minute, second). Alternatives are the other
// readings of an ambiguous date; Basis says what decided.
type Date struct {
	Value        string   `json:"value"`
	Text         string   `json:"text"`
	Span         *Span    `json:"span"`
	Precision    string   `json:"precision"`
	Basis        string   `json:"basis"`
	Alternatives []string `json:"alternatives"`
}

// Dateline is the "MOSCOW, April 5 (Reuters) —" before the first sentence.
type Dateline struct {
	Place  Opt `json:"place"`
	Agency Opt `json:"agency"`
	Date   Opt `json:"date"`
}

// Language is a BCP 47 tag with the detector's confidence, 0 to 1.
type Language struct {
	Tag        string  `json:"tag"`
	Confidence float64 `json:"confidence"`
}

// BlockKind says what a block is in the article.
type BlockKind string

// The block kinds. Quotes, actors and positions are never read from
// BlockRelated and BlockBoilerplate.
const (
	BlockTitle        BlockKind = "title"
	BlockDeck         BlockKind = "deck"
	BlockByline       BlockKind = "byline"
	BlockDate         BlockKind = "date"
	BlockHeading      BlockKind = "heading"
	BlockParagraph    BlockKind = "paragraph"
	BlockListItem     BlockKind = "list_item"
	BlockBlockquote   BlockKind = "blockquote"
	BlockTable        BlockKind = "table"
	BlockPreformatted BlockKind = "preformatted"
	BlockCaption      BlockKind = "caption"
	BlockRelated      BlockKind = "related"
	BlockBoilerplate  BlockKind = "boilerplate"
	BlockRule         BlockKind = "rule"
)

// Block is one stretch of the text. Blocks with text are joined by "\n\n"; a
// rule has no text: its span is empty and sits at the end of the block before
// it (at 0 if it is the first).
type Block struct {
	ID      string    `json:"id"`
	Kind    BlockKind `json:"kind"`
	Ordinal *int      `json:"ordinal"` // the ¶ number, body blocks only
	Span    Span      `json:"span"`
	Raw     Range     `json:"raw"`
	Runs    []Run     `json:"runs"`
	Line    int       `json:"line"` // first and last line of the raw file, from 1
	EndLine int       `json:"end_line"`
}

// Run maps a stretch of text to the raw bytes it was read from. Where both
// have the same length and the file is UTF-8 they are the same bytes.
type Run struct {
	Span Span  `json:"span"`
	Raw  Range `json:"raw"`
}

// LinkKind tells links inside the flow from teasers to other articles.
type LinkKind string

// The link kinds.
const (
	LinkInline  LinkKind = "inline"
	LinkRelated LinkKind = "related"
)

// Link is a hyperlink of the raw file. URL is null for a placeholder ("#").
type Link struct {
	Kind LinkKind `json:"kind"`
	Text string   `json:"text"`
	URL  Opt      `json:"url"`
	Span Span     `json:"span"`
}

// ActorKind is what an actor is.
type ActorKind string

// The actor kinds.
const (
	KindPerson         ActorKind = "person"
	KindGovernment     ActorKind = "government"
	KindGovernmentBody ActorKind = "government_body"
	KindCountry        ActorKind = "country"
	KindArmedForce     ActorKind = "armed_force"
	KindArmedGroup     ActorKind = "armed_group"
	KindIGO            ActorKind = "igo"
	KindParty          ActorKind = "party"
	KindCompany        ActorKind = "company"
	KindMedia          ActorKind = "media"
	KindNGO            ActorKind = "ngo"
	KindOrganization   ActorKind = "organization"
	KindGroup          ActorKind = "group"
	KindPlace          ActorKind = "place"
)

// ActorKinds lists all actor kinds in the order of the constants.
var ActorKinds = []ActorKind{
	KindPerson, KindGovernment, KindGovernmentBody, KindCountry, KindArmedForce,
	KindArmedGroup, KindIGO, KindParty, KindCompany, KindMedia, KindNGO,
	KindOrganization, KindGroup, KindPlace,
}

// MentionType is the form in which a text names an actor.
type MentionType string

// The mention types.
const (
	MentionName      MentionType = "name"
	MentionAcronym   MentionType = "acronym"
	MentionMetonym   MentionType = "metonym"
	MentionTitle     MentionType = "title"
	MentionNominal   MentionType = "nominal"
	MentionPronoun   MentionType = "pronoun"
	MentionAdjective MentionType = "adjective"
)

// Actor is a person, body, group, state or place of the article.
type Actor struct {
	ID         string    `json:"id"`
	ExternalID Opt       `json:"external_id"`
	Name       string    `json:"name"`
	Kind       ActorKind `json:"kind"`
	Named      bool      `json:"named"`
	Collective bool      `json:"collective"`
	Country    Opt       `json:"country"` // ISO 3166-1 alpha-2
	Gender     Opt       `json:"gender"`  // female, male, or null
	Aliases    []string  `json:"aliases"`
	Roles      []Role    `json:"roles"`
	Mentions   []Mention `json:"mentions"`
	Functions  []string  `json:"functions"` // speaker, holder, target, via
}

// Role is a title with the organisation (an actor id) it belongs to. Span is
// empty where the text does not state it but a user's list of actors.
type Role struct {
	Title        string `json:"title"`
	Organization Opt    `json:"organization"`
	Status       string `json:"status"` // current, former, acting, elect
	Span         Span   `json:"span"`
}

// Mention is one place where the text names the actor; Rule is what linked it.
type Mention struct {
	Span Span        `json:"span"`
	Text string      `json:"text"`
	Type MentionType `json:"type"`
	Rule string      `json:"rule"`
}

// Ref is words of the text and the actor they resolve to. A nil *Ref: there
// are no such words. Actor "": the words stay unresolved. Several spans are
// runs of one thing; Text joins them with one space.
type Ref struct {
	Actor Opt    `json:"actor"`
	Text  string `json:"text"`
	Spans []Span `json:"spans"`
}

// Words is a stretch of text that need not be contiguous.
type Words struct {
	Text  string `json:"text"`
	Spans []Span `json:"spans"`
}

// Cue is the word or words that report or judge, with their dictionary form.
type Cue struct {
	Text  string `json:"text"`
	Lemma string `json:"lemma"`
	Spans []Span `json:"spans"`
}

// Feature is one piece of evidence and its weight in a decision.
type Feature struct {
	Name   string  `json:"name"`
	Weight float64 `json:"weight"`
}

// QuoteKind is the form of reported speech: in quotation marks, partly so, or not.
type QuoteKind string

// The quote kinds.
const (
	QuoteDirect   QuoteKind = "direct"
	QuoteMixed    QuoteKind = "mixed"
	QuoteIndirect QuoteKind = "indirect"
)

// Quote is reported speech. Via is the carrier ("according to Interfax"),
// never the speaker.
type Quote struct {
	ID         string    `json:"id"`
	Kind       QuoteKind `json:"kind"`
	Text       string    `json:"text"`
	Spans      []Span    `json:"spans"`
	Speaker    *Ref      `json:"speaker"`
	Cue        *Cue      `json:"cue"`
	Via        *Ref      `json:"via"`
	Addressee  *Ref      `json:"addressee"`
	Said       *Date     `json:"said"`
	Block      string    `json:"block"`
	Rule       string    `json:"rule"`
	Confidence float64   `json:"confidence"`
	Features   []Feature `json:"features"`
}

// Stance is one of the fifteen ways to stand towards a target.
type Stance string

// The stances, by polarity.
const (
	Support   Stance = "support" // +1
	Commit    Stance = "commit"
	Assist    Stance = "assist"
	Concede   Stance = "concede"
	Confirm   Stance = "confirm"
	CallFor   Stance = "call_for" // 0
	Consult   Stance = "consult"
	Assert    Stance = "assert"
	Doubt     Stance = "doubt" // -1
	Deny      Stance = "deny"
	Accuse    Stance = "accuse"
	Criticize Stance = "criticize"
	Reject    Stance = "reject"
	Threaten  Stance = "threaten"
	OpposeAct Stance = "oppose_act"
)

// Stances lists all stances in the order of their polarity, + first.
var Stances = []Stance{
	Support, Commit, Assist, Concede, Confirm,
	CallFor, Consult, Assert,
	Doubt, Deny, Accuse, Criticize, Reject, Threaten, OpposeAct,
}

// Polarity is +1, 0 or -1; 0 too for a word that is no stance.
func (s Stance) Polarity() int {
	switch s {
	case Support, Commit, Assist, Concede, Confirm:
		return +1
	case Doubt, Deny, Accuse, Criticize, Reject, Threaten, OpposeAct:
		return -1
	}
	return 0
}

// TargetType says what a position is about.
type TargetType string

// The target types.
const (
	TargetActor       TargetType = "actor"
	TargetIssue       TargetType = "issue"
	TargetClaim       TargetType = "claim"
	TargetEvent       TargetType = "event"
	TargetUnspecified TargetType = "unspecified"
)

// Target is whom or what a position is towards.
type Target struct {
	Type  TargetType `json:"type"`
	Actor Opt        `json:"actor"`
	Text  string     `json:"text"`
	Spans []Span     `json:"spans"`
}

// Position is who stands where, towards whom, by which words. Speaker is the
// actor id of a spokesperson, if another person speaks for the holder.
type Position struct {
	ID         string    `json:"id"`
	Holder     *Ref      `json:"holder"`
	Speaker    Opt       `json:"speaker"`
	Stance     Stance    `json:"stance"`
	Polarity   int       `json:"polarity"`
	Target     Target    `json:"target"`
	Addressee  *Ref      `json:"addressee"`
	Issue      Opt       `json:"issue"`
	Statement  Words     `json:"statement"`
	Cue        *Cue      `json:"cue"`
	Quotes     []string  `json:"quotes"`
	Via        *Ref      `json:"via"`
	Negated    bool      `json:"negated"`
	Hedge      *Words    `json:"hedge"`
	Condition  *Words    `json:"condition"`
	Said       *Date     `json:"said"`
	Rule       string    `json:"rule"`
	Confidence float64   `json:"confidence"`
	Features   []Feature `json:"features"`
	Review     *Review   `json:"review"`
}

// Review is an analyst's verdict on a position.
type Review struct {
	Status string `json:"status"` // accepted, rejected, changed
	By     Opt    `json:"by"`
	Note   Opt    `json:"note"`
}

// Edit is one correction that was applied.
type Edit struct {
	Field string `json:"field"`
	Item  string `json:"item"`
	Was   Opt    `json:"was"`
	Now   Opt    `json:"now"`
	By    Opt    `json:"by"`
	At    Opt    `json:"at"`
	Note  Opt    `json:"note"`
}
