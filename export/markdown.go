package export

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"dossier/article"
)

// Markdown is the brief for notes and wikis: facts, main points, positions,
// quotations and actors in CommonMark with tables. Whatever the article holds,
// its words are words there: no markup, link or script of its own.
var Markdown = register(Format{
	Name: "markdown", Suffix: ".brief.md", Ending: ".md", MediaType: "text/markdown", Gathers: true,
	About: "brief for notes and wikis: main points, positions, quotations and actors",
	Open:  func(w io.Writer, opts Options) Writer { return &mdWriter{w: w, opts: opts} },
})

// MarkdownMark is how every Markdown brief begins: a reference that nothing
// uses, which no reader shows. By it the file is known again.
const MarkdownMark = "[//]: # (" + article.GeneratorName + " "

const mdHead = MarkdownMark + article.GeneratorVersion + ")\n\n"

// mdWriter writes the briefs of articles one after the other, each article once.
type mdWriter struct {
	w    io.Writer
	opts Options
	seen once
}

func (o *mdWriter) Add(a *article.Article) error {
	if o.seen == nil {
		o.seen = once{}
	}
	if !o.seen.first([]byte(articleKey(a))) {
		return nil
	}
	a, unread := forReading(a.Upheld())
	b := mdBrief{brief: &brief{unread: unread, layout: &layout{l: labelsFor(o.opts.Labels)}, v: newView(a), m: newMatrix(a)}}
	if b.title = oneLine(o.opts.Title); b.title == "" {
		b.title = articleTitle(b.l, a)
	}
	if len(o.seen) == 1 {
		b.out.WriteString(mdHead)
	} else {
		b.out.WriteString("\n---\n\n")
	}
	b.compose()
	_, err := io.WriteString(o.w, b.out.String())
	return err
}

func (o *mdWriter) Close() error { return nil }

// mdBrief is the brief of one article. Of the printed one it takes what to say,
// not where it stands.
type mdBrief struct {
	*brief
	out strings.Builder
}

func (b *mdBrief) compose() {
	b.out.WriteString("# " + cmp.Or(mdText(b.title), mdText(b.l.get("untitled"))) + "\n\n")
	b.paragraph(mdText(string(b.v.Deck)))
	b.facts()
	b.points()
	b.positions()
	b.quotes()
	b.actors()
	b.notes()
	b.paragraph("*" + mdText(b.l.get("md.foot")) + "*")
}

func (b *mdBrief) paragraph(s string) {
	if s != "" {
		b.out.WriteString(s + "\n\n")
	}
}

func (b *mdBrief) section(key string) { b.paragraph("## " + mdText(b.l.get(key))) }

func (b *mdBrief) facts() {
	a := b.v.Article
	words, paragraphs := length(a)
	direct := directQuotes(a)
	var rows [][]string
	add := func(key, value string) {
		if value != "" {
			rows = append(rows, []string{mdText(b.l.get(key)), value})
		}
	}
	n := strconv.Itoa
	source := cmp.Or(oneLine(string(a.Source.Publisher)), host(string(a.Source.URL)), a.Source.Name)
	add("source", mdLink(source, string(a.Source.URL)))
	add("authors", mdText(strings.Join(b.v.authors(), "; ")))
	add("published", mdText(b.publishedText()))
	add("length", mdText(b.l.get("length.value", "words", n(words), "paragraphs", n(paragraphs))))
	add("language", mdText(b.languageText()))
	add("quotes", mdText(b.l.get("quotes.value", "direct", n(direct), "indirect", n(len(a.Quotes)-direct+b.unread))))
	add("positions", mdText(b.positionsText()))
	add("review", mdText(b.l.reviewText(toReview(a))))
	mdTable(&b.out, []string{"Id", mdText(a.ID)}, rows)
}

// points are the few things to remember, in the words of the article.
func (b *mdBrief) points() {
	b.section("points")
	chosen := b.chosen(maxPoints)
	if len(chosen) == 0 {
		b.paragraph(mdText(b.l.get("points.none")))
		return
	}
	for i, p := range chosen {
		b.out.WriteString(strconv.Itoa(i+1) + ". " + mdStrong(b.leadOf(p)) + " " + mdText(b.sentenceOf(p)) + " (" + b.place(p.ID, p.Statement.Spans) + ")\n")
	}
	b.out.WriteString("\n")
}

// place is where words stand: "P3, ¶8, line 17–20, characters 120–180".
func (b *mdBrief) place(id string, spans []article.Span) string {
	parts := []string{label(id)}
	if n := b.v.paragraph(spans); n > 0 {
		parts = append(parts, "¶"+strconv.Itoa(n))
	}
	if first, last := b.v.lines(spans); first > 0 {
		parts = append(parts, b.l.get("line", "lines", fromTo(first, last)))
	}
	if len(spans) > 0 {
		parts = append(parts, b.l.get("characters", "n", fromTo(b.v.point(spans[0].Start), b.v.point(spans[len(spans)-1].End))))
	}
	return mdText(strings.Join(parts, ", "))
}

func fromTo(first, last int) string {
	if first == last {
		return strconv.Itoa(first)
	}
	return strconv.Itoa(first) + "–" + strconv.Itoa(last)
}

// positions are a table, in the order of the text.
func (b *mdBrief) positions() {
	b.section("positions")
	if len(b.v.Positions) == 0 {
		b.paragraph(mdText(b.l.get("points.none")))
		return
	}
	var rows [][]string
	for i := range b.v.Positions {
		p := &b.v.Positions[i]
		holder := mdText(capitalized(b.v.refName(p.Holder)))
		if holder == "" {
			holder = mdText(b.l.get("speaker.none"))
		}
		evidence := b.place(p.ID, p.Statement.Spans)
		if len(p.Quotes) > 0 {
			evidence = mdText(strings.Join(labels(p.Quotes), " ")) + "; " + evidence
		}
		rows = append(rows, []string{holder, b.stance(p), mdText(b.v.targetName(p)), mdText(positionWords(p)), evidence + ", " + mdText(p.Rule)})
	}
	mdTable(&b.out, b.heads("col.holder", "col.stance", "col.target", "col.words", "col.place"), rows)
}

// stance is a position's sign and class, and whether it is sure.
func (b *mdBrief) stance(p *article.Position) string {
	out := mdText(string(signOf(p)))
	if words := b.l.get("stance." + string(p.Stance)); words != "" {
		out += " " + mdText(words)
	}
	if p.Confidence < lowConfidence {
		out += " (" + mdText(b.l.get("unsure")) + ")"
	}
	return out
}

func (b *mdBrief) heads(keys ...string) []string {
	var list []string
	for _, k := range keys {
		list = append(list, mdText(b.l.get(k)))
	}
	return list
}

// quotes are block quotes of what was said in the speakers' words, then a list
// of what the article reports in its own.
func (b *mdBrief) quotes() {
	b.section("quotations")
	var own, reported []*article.Quote
	for i := range b.v.Quotes {
		if q := &b.v.Quotes[i]; isReported(b.v, q) {
			reported = append(reported, q)
		} else {
			own = append(own, q)
		}
	}
	if len(own) == 0 {
		b.paragraph(mdText(b.l.get("quotations.none")))
	}
	for _, q := range own {
		b.out.WriteString("> " + mdText(quoted(b.v.Article, q)) + "\n>\n> — " + b.said(q) + "\n\n")
	}
	if len(reported) > 0 {
		b.paragraph("### " + mdText(b.l.get("reported")))
		for _, q := range reported {
			b.out.WriteString("- " + mdText(quoted(b.v.Article, q)) + " — " + b.said(q) + "\n")
		}
		b.out.WriteString("\n")
	}
	if b.unread > 0 {
		b.paragraph(mdText(capitalized(b.leftWords())) + ".")
	}
}

// said is who said it, how, and where that stands.
func (b *mdBrief) said(q *article.Quote) string {
	var parts []string
	name := b.v.refName(q.Speaker)
	switch {
	case mdPlain(name) == "":
		parts = append(parts, mdText(b.l.get("speaker.none")))
	case unnamed(q.Speaker):
		parts = append(parts, mdText(b.l.get("speaker.open", "words", name)))
	default:
		parts = append(parts, mdStrong(capitalized(name)))
	}
	add := func(s string) {
		if s = mdText(s); s != "" {
			parts = append(parts, s)
		}
	}
	add(b.v.roleWords(b.v.refActor(q.Speaker)))
	add(cueWords(q.Cue).text)
	if q.Said != nil {
		add(b.l.dateText("date.short", q.Said))
	}
	if via := b.v.refName(q.Via); via != "" {
		add(b.l.get("via", "name", via))
	}
	if q.Confidence < lowConfidence {
		add(b.l.get("unsure"))
	}
	return strings.Join(append(parts, b.place(q.ID, q.Spans), mdText(q.Rule)), " · ")
}

// actors are a table, those with most statements first.
func (b *mdBrief) actors() {
	b.section("actors")
	list := actorsOf(b.v.Article)
	if len(list) == 0 {
		b.paragraph(mdText(b.l.get("actors.none")))
		return
	}
	said := statementsOf(b.v.Article)
	slices.SortStableFunc(list, func(x, y *article.Actor) int {
		return cmp.Or(cmp.Compare(said[y.ID], said[x.ID]), cmp.Compare(len(y.Mentions), len(x.Mentions)))
	})
	var rows [][]string
	for _, x := range list {
		rows = append(rows, []string{
			mdText(capitalized(x.Name)), mdText(b.l.get("kind." + string(x.Kind))), mdText(b.roleInArticle(x)), mdText(b.affiliationOf(x)),
			strconv.Itoa(len(x.Mentions)), strconv.Itoa(said[x.ID]), mdText(label(x.ID)),
		})
	}
	mdTable(&b.out, append(b.heads("col.name", "col.type", "col.role", "col.affiliation", "col.mentions", "col.statements"), "Id"), rows)
}

func (b *mdBrief) notes() {
	if len(b.v.Notes) == 0 {
		return
	}
	b.section("notes")
	for _, n := range b.v.Notes {
		b.out.WriteString("- " + cmp.Or(mdText(capitalized(n.Message)), mdText(string(n.Code))) + "\n")
	}
	b.out.WriteString("\n")
}
