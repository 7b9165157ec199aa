package export

import (
	"io"
	"slices"
	"strings"

	"dossier/article"
)

// ActorsCSV is the table of actors, as the workbook shows it.
var ActorsCSV = register(Format{
	Name: "actors.csv", Suffix: ".actors.csv", MediaType: "text/csv", Gathers: true, Join: joinTables,
	About: "actors with kind, country, role and counts, one a row",
	Open: func(w io.Writer, opts Options) Writer {
		return &csvWriter[actorRecord]{csvSheet: newCSVSheet(w, opts), columns: actorTable, rows: actorRecords}
	},
})

// PositionsCSV is the table of positions in the shape of a discourse network
// event list: one statement a row, with document, person, organization, concept
// and agreement under the names that Discourse Network Analyzer and its R
// package give them, then all that is known of the position. The program itself
// reads no table of statements: rDNA's dna_addStatement takes a row, with
// char_start and char_end as its carets in the article's text.
var PositionsCSV = register(Format{
	Name: "positions.csv", Suffix: ".positions.csv", MediaType: "text/csv", Gathers: true, Join: joinTables,
	About: "positions as statements of a discourse network, one a row",
	Open: func(w io.Writer, opts Options) Writer {
		return &csvWriter[positionRecord]{csvSheet: newCSVSheet(w, opts), columns: statementTable, rows: positionRecords}
	},
})

// statementTable are the columns of the CSV of positions, in its order: new ones
// are appended only.
var statementTable = slices.Concat([]column[positionRecord]{
	{name: "article_id", value: func(r positionRecord) value { return text(r.ID) }},
	{name: "position_id", value: func(r positionRecord) value { return text(r.p.ID) }},
	{name: "statement_id", value: func(r positionRecord) value { return text(r.ID + ":" + r.p.ID) }},
	{name: "time", value: func(r positionRecord) value { return date(r.Published) }},
	{name: "document_title", value: func(r positionRecord) value { return line(string(r.Title)) }},
	{name: "document_author", value: func(r positionRecord) value { return joined(r.authors()) }},
	{name: "document_source", value: func(r positionRecord) value { return line(string(r.Source.Publisher)) }},
	{name: "document_section", value: func(positionRecord) value { return value{} }},
	{name: "document_type", value: func(r positionRecord) value { return text(r.Source.Format) }},
	{name: "person", value: func(r positionRecord) value { return line(r.person()) }},
	{name: "organization", value: func(r positionRecord) value { return line(r.organization()) }},
	{name: "concept", value: func(r positionRecord) value { return line(r.concept()) }},
	{name: "agreement", value: func(r positionRecord) value { return text(r.agreement()) }},
	{name: "polarity", value: func(r positionRecord) value { return number(r.p.Polarity) }},
}, pick([]string{
	"stance", "holder", "holder_id", "target", "target_id", "target_type", "issue", "statement", "cue", "negated", "hedge", "condition",
	"speaker", "speaker_id", "addressee", "via", "evidence", "said", "paragraph", "line", "char_start", "confidence", "rule",
	"review", "note", "source",
}, positionTable...), []column[positionRecord]{
	{name: "char_end", value: func(r positionRecord) value { return r.offset(r.p.Statement.Spans, true) }},
})

// person is who holds the position, or speaks it for a body; "" where nobody is
// named.
func (r positionRecord) person() string {
	if x := r.refActor(r.p.Holder); x != nil && x.Kind == article.KindPerson {
		return x.Name
	}
	return r.name(r.p.Speaker)
}

// organization is the body that holds the position, or to which its holder
// belongs.
func (r positionRecord) organization() string {
	x := r.refActor(r.p.Holder)
	switch {
	case x == nil:
		return ""
	case x.Kind != article.KindPerson:
		return x.Name
	}
	return r.affiliation(x)
}

// concept is the matter, or, where it has no heading, whom the position is about.
func (r positionRecord) concept() string {
	if r.p.Issue != "" {
		return string(r.p.Issue)
	}
	return r.targetName(r.p)
}

// agreement is 1 for a stance for, 0 for one against, and empty for neither.
func (r positionRecord) agreement() string {
	switch {
	case takesBack(r.p):
		return ""
	case r.p.Polarity > 0:
		return "1"
	case r.p.Polarity < 0:
		return "0"
	}
	return ""
}

// Metadata returns what describes a CSV output of f for machines, by the W3C's
// CSV on the Web: its columns with their types. File is the base name of the
// CSV; the description belongs beside it, as file + "-metadata.json". It is nil
// for formats that are no CSV.
func (f *Format) Metadata(file string, opts Options) []byte {
	var columns []csvwColumn
	switch f.Name {
	case "csv":
		columns = csvwColumns(quoteTable)
	case "actors.csv":
		columns = csvwColumns(actorTable)
	case "positions.csv":
		columns = csvwColumns(statementTable)
	case "edges.csv":
		columns = csvwColumns(edgeTable)
	case "entities.csv":
		columns = csvwColumns(entityTable)
	default:
		return nil
	}
	delimiter := ","
	if opts.Delimiter != 0 {
		delimiter = string(opts.Delimiter)
	}
	return csvwJSON(csvwTable{
		Context: "http://www.w3.org/ns/csvw", Creator: article.GeneratorName, URL: strings.ReplaceAll(file, " ", "%20"),
		Dialect: csvwDialect{Delimiter: delimiter, Encoding: "utf-8", Header: true, DoubleQuote: true},
		Schema:  csvwSchema{Columns: columns, PrimaryKey: csvwKey(columns)},
	})
}
