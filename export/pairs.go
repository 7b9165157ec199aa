package export

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"

	"dossier/article"
)

// Pairs is the list of actors that may be the same across articles, for a person
// to decide. It has the shape of the file that --actors reads, every row behind
// a "#": taking the "#" away says that the two are one.
var Pairs = register(Format{
	Name: "pairs", Suffix: ".pairs.tsv", MediaType: "text/tab-separated-values", Gathers: true,
	About: "actors of several articles that may be the same, to be decided and given back as --actors",
	Open:  func(w io.Writer, opts Options) Writer { return &pairsWriter{w: w, l: labelsFor(opts.Labels)} },
})

// pairsWriter gathers the actors; of the articles it keeps their names.
type pairsWriter struct {
	w     io.Writer
	l     labelSet
	cast  cast
	files []string
}

func (o *pairsWriter) Add(a *article.Article) error {
	v := newView(a)
	for _, x := range actorsOf(a) {
		o.cast.add(len(o.files), v, x)
	}
	o.files = append(o.files, strings.Clone(sourceLabel(a)))
	return nil
}

func (o *pairsWriter) Close() error {
	people := o.cast.people(o.cast.resolve())
	_, err := o.w.Write(pairsTable(o.l, people, pairs(people), o.files))
	return err
}

// sourceLabel names an article in one line: its file, else its id.
func sourceLabel(a *article.Article) string {
	if name := oneLine(a.Source.Name); name != "" {
		return name
	}
	return oneLine(a.ID)
}

// PairsMark is how every list of pairs begins: by it the list is known again.
const PairsMark = "# dossier: actors of several articles that may be the same."

// pairsHead explains the file to whoever opens it.
const pairsHead = PairsMark + ` Where two are one, take the "# "
# away before their row, mend the row, and give this file to --actors.
# What stays behind a "#" stays apart.
#
`

// pairsTable writes the list.
func pairsTable(l labelSet, people []person, list []pair, files []string) []byte {
	var b bytes.Buffer
	b.WriteString(pairsHead)
	b.WriteString("name\taliases\tkind\tcountry\trole\texternal_id\n")
	for _, p := range list {
		x, y := &people[p.a], &people[p.b[0]]
		fmt.Fprintf(&b, "#\n# %s: %s (%s) | %s (%s)\n", l.get(p.why), described(x), cellText(articleNames(x.articles, files)),
			described(y), cellText(articleNames(p.articles(people), files)))
		row := pairRow(x, y)
		b.WriteString("# " + strings.Join(row[:], "\t") + "\n")
	}
	return b.Bytes()
}

// described is the name of p with its first title.
func described(p *person) string {
	if len(p.titles) == 0 {
		return cellText(p.name)
	}
	return cellText(p.name + ", " + p.titles[0])
}

// articleNames lists the files of articles, the first few.
func articleNames(articles []int, files []string) string {
	const most = 3
	var names []string
	for i, n := range articles {
		if i == most {
			names = append(names, "…")
			break
		}
		names = append(names, files[n])
	}
	return strings.Join(names, ", ")
}

// pairRow is the entry that makes x and y one. It gives them no role: that would
// be printed for every article.
func pairRow(x, y *person) [6]string {
	row := [6]string{cellText(x.name), "", string(x.kind), x.country, "", x.external}
	if nameKey(x.name) != nameKey(y.name) {
		row[1] = cellText(y.name)
	}
	if row[3] == "" {
		row[3] = y.country
	}
	if row[5] == "" {
		row[5] = y.external
	}
	if row[5] == "" {
		row[5] = slug(x.name)
	}
	return row
}

// cellText is s without what would end a cell or a row.
func cellText(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// slug is a name as an id: "hillary-clinton".
func slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}
