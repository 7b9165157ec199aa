package formats

import "dossier/article"

// stater is a record of any form whose fields bear the names of keys.tsv. What a
// record does not state is "".
type stater interface {
	str(field string) string    // white space folded
	said(field string) string   // the same, numbers too
	list(field string) []string // of names
	basis(field string) string
}

// stateFields fills in what a record states beside its text and title.
func stateFields(a *article.Article, r stater) {
	a.ID = r.said("id")
	if url := r.str("url"); isAddress(url) {
		a.Source.URL = article.Opt(url)
	}
	a.Source.Publisher = article.Opt(r.str("publisher"))
	stateSource(&a.Source, r.str("source"))
	a.Published = statedDate(r.said("published"), r.basis("published"))
	a.Updated = statedDate(r.said("updated"), r.basis("updated"))
	for _, name := range r.list("author") {
		a.Authors = append(a.Authors, statedAuthors(name, r.basis("author"))...)
	}
	if tag := languageTag(r.str("language")); tag != "" {
		a.Language = article.Language{Tag: tag, Confidence: 1}
	}
}
