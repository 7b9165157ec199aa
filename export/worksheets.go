package export

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"dossier/article"
)

// The tables that only the workbook has.

// actorRecord is a row of the sheet Actors.
type actorRecord struct {
	*view
	x      *article.Actor
	quotes []*article.Quote    // that x speaks
	stands []*article.Position // that x holds
}

func actorRecords(v *view) []actorRecord {
	list := actorsOf(v.Article)
	rows := make([]actorRecord, len(list))
	places := make(map[article.Opt]int, len(list))
	for i, x := range list {
		rows[i] = actorRecord{view: v, x: x}
		places[article.Opt(x.ID)] = i
	}
	for i := range v.Quotes {
		q := &v.Quotes[i]
		if j, ok := places[article.Opt(refID(q.Speaker))]; ok {
			rows[j].quotes = append(rows[j].quotes, q)
		}
	}
	for i := range v.Positions {
		p := &v.Positions[i]
		if j, ok := places[article.Opt(refID(p.Holder))]; ok {
			rows[j].stands = append(rows[j].stands, p)
		}
	}
	return rows
}

var actorTable = []column[actorRecord]{
	{name: "article_id", title: "Article id", look: hiddenLook,
		value: func(r actorRecord) value { return text(r.ID) }},
	{name: "actor_id", title: "Actor id", look: hiddenLook,
		value: func(r actorRecord) value { return text(r.x.ID) }},
	{name: "name", title: "Name", width: 30, look: nameLook,
		value: func(r actorRecord) value { return line(r.x.Name) }},
	{name: "kind", title: "Kind", width: 17,
		value: func(r actorRecord) value { return text(spaced(string(r.x.Kind))) }},
	{name: "named", title: "Named", width: 9, look: numberLook,
		value: func(r actorRecord) value { return yesNo(r.x.Named) }},
	{name: "country", title: "Country", width: 16,
		value: func(r actorRecord) value { return text(countryName(string(r.x.Country))) }},
	{name: "role", title: "Role", width: 26, look: wrapLook,
		value: func(r actorRecord) value { return text(roleTitle(r.x)) }},
	{name: "affiliation", title: "Affiliation", width: 26, look: wrapLook,
		value: func(r actorRecord) value { return text(r.affiliation(r.x)) }},
	{name: "aliases", title: "Also called", width: 28, look: wrapLook,
		value: func(r actorRecord) value { return joined(r.x.Aliases) }},
	{name: "functions", title: "Appears as", width: 18, look: wrapLook,
		value: func(r actorRecord) value { return text(strings.Join(r.x.Functions, ", ")) }},
	{name: "mentions", title: "Mentions", width: 11, look: numberLook,
		value: func(r actorRecord) value { return number(len(r.x.Mentions)) }},
	{name: "quotes", title: "Quotes", width: 10, look: numberLook,
		value: func(r actorRecord) value { return count(len(r.quotes)) },
		link: func(r actorRecord) link {
			if len(r.quotes) == 0 {
				return link{}
			}
			return r.at[r.quotes[0].ID]
		}},
	{name: "positions", title: "Positions", width: 11, look: numberLook,
		value: func(r actorRecord) value { return count(len(r.stands)) },
		link: func(r actorRecord) link {
			if len(r.stands) == 0 {
				return link{}
			}
			return r.at[r.stands[0].ID]
		}},
	{name: "paragraph", title: "First ¶", width: 9, look: numberLook,
		value: func(r actorRecord) value { return r.firstParagraph() }},
	{name: "external_id", title: "External id", width: 16, look: mutedLook,
		value: func(r actorRecord) value { return text(string(r.x.ExternalID)) }},
	{name: "note", title: "Note", width: 24, look: wrapLook,
		value: func(r actorRecord) value { return line(r.NoteOn(r.x.ID)) }},
	{name: "title", title: "Article", width: 36, look: mutedLook,
		value: func(r actorRecord) value { return line(string(r.Title)) }},
	{name: "source", title: "Source", width: 22, look: mutedLook,
		value: func(r actorRecord) value { return text(r.Source.Name) }},
}

// firstParagraph is the ¶ of the first mention that stands in the body.
func (r actorRecord) firstParagraph() value {
	for _, m := range r.x.Mentions {
		if n := r.paragraph([]article.Span{m.Span}); n > 0 {
			return number(n)
		}
	}
	return value{}
}

// roleRecord is a row of the sheet Roles.
type roleRecord struct {
	*view
	x    *article.Actor
	role *article.Role
}

func roleRecords(v *view) []roleRecord {
	var rows []roleRecord
	for _, x := range actorsOf(v.Article) {
		for i := range x.Roles {
			rows = append(rows, roleRecord{v, x, &x.Roles[i]})
		}
	}
	return rows
}

var roleTable = []column[roleRecord]{
	{name: "article_id", title: "Article id", look: hiddenLook,
		value: func(r roleRecord) value { return text(r.ID) }},
	{name: "actor_id", title: "Actor id", look: hiddenLook,
		value: func(r roleRecord) value { return text(r.x.ID) }},
	{name: "actor", title: "Actor", width: 30, look: nameLook,
		value: func(r roleRecord) value { return line(r.x.Name) },
		link:  func(r roleRecord) link { return r.at[r.x.ID] }},
	{name: "role", title: "Role", width: 36, look: wrapLook,
		value: func(r roleRecord) value { return line(r.role.Title) }},
	{name: "organization_id", title: "Organisation id", look: hiddenLook,
		value: func(r roleRecord) value { return text(string(r.role.Organization)) }},
	{name: "organization", title: "Organisation", width: 34, look: wrapLook,
		value: func(r roleRecord) value { return line(r.name(r.role.Organization)) }},
	{name: "status", title: "Status", width: 11, look: numberLook,
		value: func(r roleRecord) value { return text(r.role.Status) }},
	{name: "paragraph", title: "¶", width: 6, look: numberLook,
		value: func(r roleRecord) value { return count(r.paragraph([]article.Span{r.role.Span})) }},
	{name: "line", title: "Line", width: 7, look: numberLook,
		value: func(r roleRecord) value { n, _ := r.lines([]article.Span{r.role.Span}); return count(n) }},
	{name: "char_start", title: "From character", look: hiddenLook,
		value: func(r roleRecord) value { return number(r.point(r.role.Span.Start)) }},
	{name: "title", title: "Article", width: 36, look: mutedLook,
		value: func(r roleRecord) value { return line(string(r.Title)) }},
	{name: "source", title: "Source", width: 22, look: mutedLook,
		value: func(r roleRecord) value { return text(r.Source.Name) }},
}

// positionRecord is a row of the sheet Positions.
type positionRecord struct {
	*view
	p *article.Position
}

func positionRecords(v *view) []positionRecord {
	rows := make([]positionRecord, len(v.Positions))
	for i := range v.Positions {
		rows[i] = positionRecord{v, &v.Positions[i]}
	}
	return rows
}

var positionTable = []column[positionRecord]{
	{name: "article_id", title: "Article id", look: hiddenLook,
		value: func(r positionRecord) value { return text(r.ID) }},
	{name: "position_id", title: "Position id", look: hiddenLook,
		value: func(r positionRecord) value { return text(r.p.ID) }},
	{name: "ref", title: "No.", width: 7, look: mutedLook,
		value: func(r positionRecord) value { return text(label(r.p.ID)) }},
	{name: "holder", title: "Holder", width: 24, look: nameLook,
		value: func(r positionRecord) value { return text(r.refName(r.p.Holder)) }},
	{name: "holder_id", title: "Holder id", look: hiddenLook,
		value: func(r positionRecord) value { return text(refID(r.p.Holder)) }},
	{name: "stance", title: "Stance", width: 13, look: numberLook,
		value: func(r positionRecord) value { return text(stanceName(r.p.Stance)) }},
	{name: "target", title: "Target", width: 26, look: wrapLook,
		value: func(r positionRecord) value { return text(r.targetName(r.p)) }},
	{name: "target_id", title: "Target id", look: hiddenLook,
		value: func(r positionRecord) value { return text(string(r.p.Target.Actor)) }},
	{name: "issue", title: "Issue", width: 22, look: wrapLook,
		value: func(r positionRecord) value { return line(string(r.p.Issue)) }},
	{name: "statement", title: "Statement", width: 52, look: wrapLook,
		value: func(r positionRecord) value { return text(r.p.Statement.Text) }},
	{name: "condition", title: "Condition", width: 22, look: cautionLook,
		value: func(r positionRecord) value { return words(r.p.Condition) }},
	{name: "evidence", title: "Evidence", width: 18, look: numberLook,
		value: func(r positionRecord) value { return text(shortList(r.p.Quotes)) },
		link: func(r positionRecord) link {
			if len(r.p.Quotes) == 0 {
				return link{}
			}
			return r.at[r.p.Quotes[0]]
		}},
	{name: "paragraph", title: "¶", width: 6, look: numberLook,
		value: func(r positionRecord) value { return count(r.paragraph(r.p.Statement.Spans)) }},
	{name: "line", title: "Line", width: 7, look: numberLook,
		value: func(r positionRecord) value { n, _ := r.lines(r.p.Statement.Spans); return count(n) }},
	{name: "confidence", title: "Confidence", width: 12, look: numberLook,
		value: func(r positionRecord) value { return share(r.p.Confidence) }},
	{name: "review", title: "Review", width: 11, look: numberLook,
		value: func(r positionRecord) value { return text(r.verdict()) }},
	{name: "note", title: "Note", width: 24, look: wrapLook,
		value: func(r positionRecord) value { return line(r.note()) }},
	{name: "speaker", title: "Spoken by", width: 20, look: wrapLook,
		value: func(r positionRecord) value { return line(r.name(r.p.Speaker)) }},
	{name: "speaker_id", title: "Speaker id", look: hiddenLook,
		value: func(r positionRecord) value { return text(string(r.p.Speaker)) }},
	{name: "target_type", title: "Target is", width: 12, look: numberLook,
		value: func(r positionRecord) value { return text(string(r.p.Target.Type)) }},
	{name: "addressee", title: "Addressee", width: 16, look: wrapLook,
		value: func(r positionRecord) value { return text(r.refName(r.p.Addressee)) }},
	{name: "via", title: "Via", width: 16, look: wrapLook,
		value: func(r positionRecord) value { return text(r.refName(r.p.Via)) }},
	{name: "cue", title: "Cue", width: 16, look: wrapLook,
		value: func(r positionRecord) value { return cueWords(r.p.Cue) }},
	{name: "hedge", title: "Hedge", width: 14, look: wrapLook,
		value: func(r positionRecord) value { return words(r.p.Hedge) }},
	{name: "negated", title: "Negated", width: 10, look: numberLook,
		value: func(r positionRecord) value { return yesOnly(r.p.Negated) }},
	{name: "said", title: "Said", width: 11, look: numberLook,
		value: func(r positionRecord) value { return date(r.p.Said) }},
	{name: "char_start", title: "From character", look: hiddenLook,
		value: func(r positionRecord) value { return r.offset(r.p.Statement.Spans, false) }},
	{name: "rule", title: "Rule", width: 18, look: mutedLook,
		value: func(r positionRecord) value { return text(r.p.Rule) }},
	{name: "date", title: "Published", width: 11, look: numberLook,
		value: func(r positionRecord) value { return date(r.Published) }},
	{name: "title", title: "Article", width: 36, look: mutedLook,
		value: func(r positionRecord) value { return line(string(r.Title)) }},
	{name: "source", title: "Source", width: 22, look: mutedLook,
		value: func(r positionRecord) value { return text(r.Source.Name) }},
}

// verdict is what an analyst thinks of the position, if one has looked.
func (r positionRecord) verdict() string {
	if r.p.Review == nil {
		return ""
	}
	return r.p.Review.Status
}

// note is what an analyst wrote beside it.
func (r positionRecord) note() string {
	if r.p.Review != nil && r.p.Review.Note != "" {
		return string(r.p.Review.Note)
	}
	return r.NoteOn(r.p.ID)
}

// articleRecord is a row of the sheet Article.
type articleRecord struct{ *view }

var articleTable = []column[articleRecord]{
	{name: "article_id", title: "Article id", width: 18, look: mutedLook,
		value: func(r articleRecord) value { return text(r.ID) }},
	{name: "title", title: "Title", width: 50, look: titleLook,
		value: func(r articleRecord) value { return line(string(r.Title)) }},
	{name: "deck", title: "Deck", width: 50, look: wrapLook,
		value: func(r articleRecord) value { return line(string(r.Deck)) }},
	{name: "authors", title: "Authors", width: 26, look: wrapLook,
		value: func(r articleRecord) value { return joined(r.authors()) }},
	{name: "publisher", title: "Publisher", width: 22, look: wrapLook,
		value: func(r articleRecord) value { return line(string(r.Source.Publisher)) }},
	{name: "date", title: "Published", width: 12, look: numberLook,
		value: func(r articleRecord) value { return date(r.Published) }},
	{name: "published", title: "Published, as read", width: 24, look: mutedLook,
		value: func(r articleRecord) value { return text(readings(r.Published)) }},
	{name: "updated", title: "Updated", width: 12, look: numberLook,
		value: func(r articleRecord) value { return date(r.Updated) }},
	{name: "dateline", title: "Dateline", width: 24, look: wrapLook,
		value: func(r articleRecord) value { return line(r.dateline()) }},
	{name: "lang", title: "Language", width: 12, look: numberLook,
		value: func(r articleRecord) value { return text(languageName(r.Language.Tag)) }},
	{name: "url", title: "URL", width: 40, look: mutedLook,
		value: func(r articleRecord) value { return text(string(r.Source.URL)) },
		link:  func(r articleRecord) link { return link{url: string(r.Source.URL)} }},
	{name: "source", title: "Source", width: 26, look: wrapLook,
		value: func(r articleRecord) value { return text(r.Source.Name) }},
	{name: "member", title: "Member", width: 20, look: mutedLook,
		value: func(r articleRecord) value { return text(string(r.Source.Member)) }},
	{name: "format", title: "Format", width: 10, look: numberLook,
		value: func(r articleRecord) value { return text(r.Source.Format) }},
	{name: "words", title: "Words", width: 9, look: numberLook,
		value: func(r articleRecord) value { return number(wordCount(r.Text)) }},
	{name: "paragraphs", title: "Paragraphs", width: 12, look: numberLook,
		value: func(r articleRecord) value { return number(r.paragraphs()) }},
	{name: "actors", title: "Actors", width: 9, look: numberLook,
		value: func(r articleRecord) value { return number(len(actorsOf(r.Article))) }},
	{name: "quotes", title: "Quotes", width: 9, look: numberLook,
		value: func(r articleRecord) value { return number(len(r.Quotes)) }},
	{name: "positions", title: "Positions", width: 11, look: numberLook,
		value: func(r articleRecord) value { return number(len(r.Positions)) }},
	{name: "review", title: "To review", width: 11, look: numberLook,
		value: func(r articleRecord) value { return number(r.unsure()) }},
	{name: "edits", title: "Corrections", width: 13, look: numberLook,
		value: func(r articleRecord) value { return count(len(r.Edits)) }},
	{name: "notes", title: "Notes", width: 60, look: wrapLook,
		value: func(r articleRecord) value { return text(r.notes()) }},
	{name: "sha256", title: "SHA-256 of the file", width: 24, look: mutedLook,
		value: func(r articleRecord) value { return text(r.Source.SHA256) }},
}

func (v *view) authors() []string {
	names := make([]string, len(v.Authors))
	for i, a := range v.Authors {
		names[i] = a.Name
	}
	return names
}

// readings is a date in full, with what decided and what else it could be.
func readings(d *article.Date) string {
	if d == nil {
		return ""
	}
	out := d.Value
	if len(d.Alternatives) > 0 {
		out += " (or " + strings.Join(d.Alternatives, ", ") + ")"
	}
	return out + prefixed(", by ", d.Basis)
}

func (r articleRecord) dateline() string {
	d := r.Dateline
	if d == nil {
		return ""
	}
	var parts []string
	for _, s := range []string{string(d.Place), string(d.Agency), dayWords(string(d.Date))} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// dayWords is a date as it stands in the article; one without a year, "--10-09", as "9 Oct".
func dayWords(date string) string {
	rest, yearless := strings.CutPrefix(date, "--")
	t, err := time.Parse("01-02", rest)
	if !yearless || err != nil {
		return date
	}
	return t.Format("2 Jan")
}

// paragraphs is the highest ¶ number.
func (v *view) paragraphs() int {
	n := 0
	for i := range v.Blocks {
		if v.Blocks[i].Ordinal != nil {
			n = *v.Blocks[i].Ordinal
		}
	}
	return n
}

// unsure counts the quotes and positions that want a look.
func (r articleRecord) unsure() int {
	n := 0
	for i := range r.Quotes {
		if r.Quotes[i].Confidence < lowConfidence {
			n++
		}
	}
	for i := range r.Positions {
		if r.Positions[i].Confidence < lowConfidence {
			n++
		}
	}
	return n
}

func (r articleRecord) notes() string {
	lines := make([]string, len(r.Notes))
	for i, n := range r.Notes {
		lines[i] = oneLine(n.Message)
	}
	return strings.Join(lines, "\n")
}

// quoteSheet is the order of the columns of the sheet Quotes.
var quoteSheet = []string{
	"article_id", "quote_id", "ref", "quote", "speaker", "speaker_id", "speaker_role", "speaker_affiliation",
	"quote_type", "cue", "via", "positions", "paragraph", "line_start", "line_end", "confidence", "review", "note",
	"addressee", "said", "char_start", "char_end", "rule", "date", "title", "source", "lang",
}

// quoteExtras are the columns that the CSV of quotes does not have.
var quoteExtras = []column[quoteRecord]{
	{name: "ref", title: "No.", width: 7, look: mutedLook,
		value: func(r quoteRecord) value { return text(label(r.q.ID)) }},
	{name: "positions", title: "Positions", width: 18, look: numberLook,
		value: func(r quoteRecord) value { return text(shortList(r.evidence[r.q.ID])) },
		link: func(r quoteRecord) link {
			if ids := r.evidence[r.q.ID]; len(ids) > 0 {
				return r.at[ids[0]]
			}
			return link{}
		}},
	{name: "review", title: "Review", width: 11, look: numberLook,
		value: func(r quoteRecord) value { return text(r.VerdictOn(r.q.ID)) }},
	{name: "note", title: "Note", width: 24, look: wrapLook,
		value: func(r quoteRecord) value { return line(r.NoteOn(r.q.ID)) }},
}

// pick lists the columns of those names, in that order.
func pick[R any](names []string, from ...column[R]) []column[R] {
	out := make([]column[R], 0, len(names))
	for _, name := range names {
		i := slices.IndexFunc(from, func(c column[R]) bool { return c.name == name })
		out = append(out, from[i])
	}
	return out
}

// maxListed is how many items a cell of the workbook lists. It is a link, and
// office suites do not break a link into lines.
const maxListed = 3

// shortList names items as they are cited: "Q1 Q4 Q7 +2".
func shortList(ids []string) string {
	list := labels(ids[:min(len(ids), maxListed)])
	if more := len(ids) - maxListed; more > 0 {
		list = append(list, "+"+strconv.Itoa(more))
	}
	return strings.Join(list, " ")
}
