package export

import "encoding/json"

// The description of a CSV file by CSV on the Web (W3C Recommendation
// tabular-metadata, 2015): as much of it as our tables need.

type csvwTable struct {
	Context string      `json:"@context"`
	Creator string      `json:"dc:creator"`
	URL     string      `json:"url"`
	Dialect csvwDialect `json:"dialect"`
	Schema  csvwSchema  `json:"tableSchema"`
}

type csvwDialect struct {
	Delimiter   string `json:"delimiter"`
	Encoding    string `json:"encoding"`
	Header      bool   `json:"header"`
	DoubleQuote bool   `json:"doubleQuote"`
}

type csvwSchema struct {
	Columns    []csvwColumn `json:"columns"`
	PrimaryKey []string     `json:"primaryKey"`
}

type csvwColumn struct {
	Name     string `json:"name"`
	Titles   string `json:"titles"`
	Datatype string `json:"datatype"`
}

// csvwColumns describe the columns of a table. A date may be cut to a month or
// a year, so it is a string; what an empty record holds tells numbers apart.
func csvwColumns[R any](columns []column[R]) []csvwColumn {
	out := make([]csvwColumn, len(columns))
	for i, c := range columns {
		kind := "string"
		switch {
		case csvwNumbers[c.name] && c.name == "confidence":
			kind = "decimal"
		case csvwNumbers[c.name]:
			kind = "integer"
		}
		out[i] = csvwColumn{Name: c.name, Titles: c.name, Datatype: kind}
	}
	return out
}

// csvwNumbers are the columns whose cells are numbers, or empty.
var csvwNumbers = map[string]bool{
	"paragraph": true, "line_start": true, "line_end": true, "line": true, "char_start": true, "char_end": true,
	"sign": true, "weight": true, "evidence_count": true, "article_count": true, "condition_count": true,
	"confidence": true, "mentions": true, "quotes": true, "positions": true, "polarity": true, "agreement": true,
}

// csvwKey are the columns that tell rows apart: the ids the table begins with.
func csvwKey(columns []csvwColumn) []string {
	if columns[0].Name == "entity_id" {
		return []string{"entity_id"}
	}
	key := []string{columns[0].Name, columns[1].Name}
	if columns[2].Name == "stance" {
		key = append(key, "stance") // of one edge; two nodes may have several
	}
	return key
}

func csvwJSON(t csvwTable) []byte {
	b, err := json.MarshalIndent(t, "", " ")
	if err != nil {
		panic("export: " + err.Error()) // strings and booleans only
	}
	return append(b, '\n')
}
