package export

import (
	"io"

	"dossier/article"
)

// JSON is the canonical form itself, indented.
var JSON = register(Format{
	Name: "json", Suffix: ".json", MediaType: "application/json",
	About: "the canonical article, schema dossier/1",
	Open: func(w io.Writer, _ Options) Writer {
		return whole{w, func(w io.Writer, a *article.Article) error { return a.Encode(w) }}
	},
})

// NDJSON is the canonical form, one article a line.
var NDJSON = register(Format{
	Name: "ndjson", Suffix: ".ndjson", MediaType: "application/x-ndjson", Gathers: true,
	About: "canonical articles, one a line",
	Open: func(w io.Writer, _ Options) Writer {
		return whole{w, func(w io.Writer, a *article.Article) error { return a.EncodeLine(w) }}
	},
	Join: joinLines,
})
