package export

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dossier/article"
	"dossier/formats/pdf"
)

// pdfWriter writes the brief of one article, or the dossier of several. The
// first waits until it is clear whether another follows.
type pdfWriter struct {
	w        io.Writer
	opts     Options
	articles []*article.Article
	texts    map[string]bool
	same     int // left out: their text is that of another
}

// maxDossier is how many articles one dossier takes. All of them are in memory
// until it is written, and past that nobody reads it.
const maxDossier = 500

// errManyArticles says what to do instead.
var errManyArticles = errors.New("brief: more than " + strconv.Itoa(maxDossier) +
	" articles; a workbook (-o all.xlsx) or --out-dir takes any number")

func (o *pdfWriter) Add(a *article.Article) error {
	if o.texts[a.Text] {
		o.same++
		return nil
	}
	if len(o.articles) == maxDossier {
		return errManyArticles
	}
	if o.texts == nil {
		o.texts = map[string]bool{}
	}
	o.texts[a.Text] = true
	o.articles = append(o.articles, a)
	return nil
}

func (o *pdfWriter) Close() error {
	switch {
	case len(o.articles) == 0:
		return nil
	case len(o.articles) == 1 && o.same == 0:
		return writeBrief(o.w, o.articles[0], o.opts)
	}
	return writeDossier(o.w, o.articles, o.same, o.opts)
}

// dossier is several articles on paper: what they have in common first, then
// each with its quotations and its numbered text.
type dossier struct {
	*layout
	title   string
	same    int
	parts   []*part
	people  []person
	pairs   []pair
	holders []*holder // most articles first
	matters []*matter // those of most articles and holders first
	late    []func()  // what needs the page numbers
}

// part is one article of a dossier. Its brief draws on the dossier's pages.
type part struct {
	*brief
	n      int            // from 0
	person map[string]int // number among the people, by actor id
	first  int            // page on which its annex starts, from 0
}

// tag is how a dossier calls its article: "A3".
func (p *part) tag() string { return "A" + strconv.Itoa(p.n+1) }

func partAnchor(n int) string { return "article:" + strconv.Itoa(n) }

func writeDossier(w io.Writer, articles []*article.Article, same int, opts Options) error {
	d, err := newDossier(articles, opts)
	if err != nil {
		return err
	}
	d.same = same
	d.compose()
	var canonical bytes.Buffer
	files := make([]string, len(articles))
	for i, a := range articles {
		if err := a.EncodeLine(&canonical); err != nil {
			return err
		}
		files[i] = "A" + strconv.Itoa(i+1) + " " + sourceLabel(a)
	}
	d.doc.Attachments = []pdf.Attachment{
		{Name: "articles.ndjson", MediaType: "application/x-ndjson", About: d.l.get("dossier.attached"), Content: canonical.Bytes()},
		{Name: "pairs.tsv", MediaType: "text/tab-separated-values", About: d.l.get("pairs"), Content: pairsTable(d.l, d.people, d.pairs, files)},
	}
	return d.doc.Write(w)
}

func newDossier(articles []*article.Article, opts Options) (*dossier, error) {
	doc, err := pdf.New(opts.Paper, opts.Font)
	if err != nil {
		return nil, fmt.Errorf("brief: %w", err)
	}
	d := &dossier{layout: &layout{doc: doc, l: labelsFor(opts.Labels), depth: 0}}
	var c cast
	type entry struct {
		part *part
		id   string
	}
	var entries []entry
	for i, a := range articles {
		a, unread := forReading(a.Upheld())
		p := &part{n: i, person: map[string]int{}, brief: &brief{
			layout: d.layout, v: newView(a), m: &matrix{}, prefix: "A" + strconv.Itoa(i+1) + ":", title: articleTitle(d.l, a), signs: quoteSigns(a),
			unread: unread,
		}}
		for _, x := range actorsOf(a) {
			c.add(i, p.v, x)
			entries = append(entries, entry{p, x.ID})
		}
		d.parts = append(d.parts, p)
	}
	numbers := c.resolve()
	for i, e := range entries {
		e.part.person[e.id] = numbers[i]
	}
	d.people = c.people(numbers)
	d.pairs = pairs(d.people)
	d.gather()
	if d.title = oneLine(opts.Title); d.title == "" {
		d.title = d.l.counted("dossier.title", len(articles))
	}
	doc.Info = pdf.Info{
		Title: d.title, Subject: d.l.get("dossier.subject"), Language: d.language(),
		Producer: article.GeneratorName + " " + article.GeneratorVersion, Date: briefEpoch,
	}
	if _, last := d.period(); last != nil {
		if t, ok := dateOf(last); ok {
			doc.Info.Date = t
		}
	}
	return d, nil
}

// articleTitle is an article's title on one line, or the word for one without.
func articleTitle(l labelSet, a *article.Article) string {
	if t := oneLine(string(a.Title)); t != "" {
		return t
	}
	return l.get("untitled")
}

// compose lays the dossier out. The source texts are wrapped first: everything
// else refers to their lines.
func (d *dossier) compose() {
	for _, p := range d.parts {
		p.source = newSourceText(p.brief)
	}
	d.newPage()
	d.drawCover()
	d.drawSources()
	d.drawPeople()
	d.drawPairs()
	d.drawOverview()
	d.drawSides()
	d.drawByHolder()
	d.drawTimeline()
	d.drawAnnex()
	for _, f := range d.late {
		f()
	}
	d.drawFeet()
}

// language is that of the articles where they share one.
func (d *dossier) language() string {
	tag := d.parts[0].v.Language.Tag
	for _, p := range d.parts {
		if p.v.Language.Tag != tag {
			return ""
		}
	}
	return tag
}

// period is the first and the last date of publication, or nil.
func (d *dossier) period() (first, last *article.Date) {
	for _, p := range d.parts {
		date := p.v.Published
		if date == nil || date.Value == "" {
			continue
		}
		if first == nil || date.Value < first.Value {
			first = date
		}
		if last == nil || date.Value > last.Value {
			last = date
		}
	}
	return first, last
}

func (d *dossier) periodText() string {
	first, last := d.period()
	if first == nil {
		return ""
	}
	from, to := d.l.dateText("date.short", first), d.l.dateText("date.short", last)
	if from == to {
		return from
	}
	return from + " – " + to
}

func (d *dossier) drawFeet() {
	id := d.l.counted("dossier.foot", len(d.parts))
	d.layout.drawFeet(d.l.get("dossier.kicker"), id, func(page int) string {
		title := d.title
		for _, p := range d.parts {
			if p.first > 0 && p.first <= page {
				title = p.tag() + "  " + p.title
			}
		}
		return title
	})
}

// tags lists articles: "A1 A3 A5", the first few where there are many.
func tags(parts []int, most int) string {
	var list []string
	for i, n := range parts {
		if i == most && len(parts) > most+1 {
			list = append(list, "+"+strconv.Itoa(len(parts)-most))
			break
		}
		list = append(list, "A"+strconv.Itoa(n+1))
	}
	return strings.Join(list, " ")
}

// standing is a position in a dossier.
type standing struct {
	part *part
	p    *article.Position
	sign sign
}

// reference is the place that bears s out, and its anchor.
func (s standing) reference() (words, anchor string) {
	ref, anchor := s.part.positionRef(s.p)
	return strings.TrimSpace(s.part.tag() + " " + ref), anchor
}

// holder is who takes positions: one of the people, or words of one article.
type holder struct {
	name   string
	person int // -1: words that stay unresolved
	parts  []int
	stands []standing
	order  int
}

// matter is whom or what positions are about.
type matter struct {
	title   string
	stands  map[*holder][]standing
	holders []*holder // in the order in which they come
	parts   map[int]bool
	total   int
	order   int
}

// gather sorts all positions by holder and by matter.
func (d *dossier) gather() {
	holders, matters := map[string]*holder{}, map[string]*matter{}
	for _, part := range d.parts {
		for i := range part.v.Positions {
			p := &part.v.Positions[i]
			s := standing{part, p, signOf(p)}
			h := d.holderOf(holders, s)
			if h == nil {
				continue
			}
			h.stands = append(h.stands, s)
			if k := len(h.parts); k == 0 || h.parts[k-1] != part.n {
				h.parts = append(h.parts, part.n)
			}
			if m := d.matterOf(matters, s); m != nil {
				if m.stands[h] == nil {
					m.holders = append(m.holders, h)
				}
				m.stands[h] = append(m.stands[h], s)
				m.parts[part.n] = true
				m.total++
			}
		}
	}
	d.holders = sorted(holders, func(x, y *holder) int {
		return cmp.Or(cmp.Compare(len(y.parts), len(x.parts)), cmp.Compare(len(y.stands), len(x.stands)), cmp.Compare(x.order, y.order))
	})
	d.matters = sorted(matters, func(x, y *matter) int {
		return cmp.Or(cmp.Compare(min(len(y.parts), len(y.holders)), min(len(x.parts), len(x.holders))),
			cmp.Compare(len(y.holders), len(x.holders)), cmp.Compare(y.total, x.total), cmp.Compare(x.order, y.order))
	})
}

// holderOf finds or makes the holder of s; nil where no words name one. A pronoun
// that was not resolved is nobody either.
func (d *dossier) holderOf(all map[string]*holder, s standing) *holder {
	r := s.p.Holder
	if r == nil || r.Text == "" && r.Actor == "" || unnamed(r) {
		return nil
	}
	h := &holder{name: s.part.v.refName(r), person: -1, order: len(all)}
	key := strconv.Itoa(s.part.n) + "\x00" + matterKey(h.name)
	if n, ok := s.part.person[string(r.Actor)]; ok {
		h.person, h.name = n, d.people[n].name
		key = "\x00" + strconv.Itoa(n)
	}
	if all[key] == nil {
		all[key] = h
	}
	return all[key]
}

// matterOf finds or makes the matter of s; nil where s names none.
func (d *dossier) matterOf(all map[string]*matter, s standing) *matter {
	m := &matter{title: cmp.Or(oneLine(string(s.p.Issue)), oneLine(s.p.Target.Text)), stands: map[*holder][]standing{}, parts: map[int]bool{}, order: len(all)}
	key := matterKey(m.title)
	if n, ok := s.part.person[string(s.p.Target.Actor)]; ok {
		m.title = d.people[n].name
		key = "\x00" + strconv.Itoa(n)
	}
	if key == "" {
		return nil
	}
	if all[key] == nil {
		all[key] = m
	}
	return all[key]
}
