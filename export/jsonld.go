package export

import (
	"bytes"
	"encoding/json"
	"io"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"dossier/article"
)

// JSONLD is articles as linked data: NewsArticle, Quotation, Person and
// Organization of schema.org, positions in terms of our own, and for each actor,
// quote and position a Web Annotation (W3C Recommendation, 2017) that points to
// its words by position and by quotation. Positions count code points of
// articleBody, as that recommendation wants.
//
// The context stands in the file, so that it expands without a network. Articles
// are written as they come; at the end, who is one across articles is said by
// owl:sameAs (see cast). Text in it cannot end a script element.
var JSONLD = register(Format{
	Name: "jsonld", Suffix: ".jsonld", MediaType: "application/ld+json", Gathers: true,
	About: "linked data: schema.org articles, quotations and actors, Web Annotations as evidence",
	Open:  func(w io.Writer, _ Options) Writer { return &ldWriter{w: w} },
})

// ldContext says what the terms mean. Our own terms have a URN, for there is no
// page to look them up at.
const ldContext = `{
  "dossier": "urn:dossier:1#",
  "@vocab": "https://schema.org/",
  "oa": "http://www.w3.org/ns/oa#",
  "as": "https://www.w3.org/ns/activitystreams#",
  "xsd": "http://www.w3.org/2001/XMLSchema#",
  "id": "@id",
  "type": "@type",
  "datePublished": {"@type": "Date"},
  "dateModified": {"@type": "Date"},
  "url": {"@type": "@id"},
  "sameAs": {"@id": "http://www.w3.org/2002/07/owl#sameAs", "@type": "@id"},
  "mentions": {"@type": "@id"},
  "hasPart": {"@type": "@id"},
  "isPartOf": {"@type": "@id"},
  "spokenByCharacter": {"@type": "@id"},
  "memberOf": {"@type": "@id"},
  "citation": {"@type": "@id"},
  "Annotation": "oa:Annotation",
  "TextPositionSelector": "oa:TextPositionSelector",
  "TextQuoteSelector": "oa:TextQuoteSelector",
  "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
  "body": {"@id": "oa:hasBody", "@type": "@id"},
  "target": "oa:hasTarget",
  "source": {"@id": "oa:hasSource", "@type": "@id"},
  "selector": "oa:hasSelector",
  "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
  "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
  "exact": "oa:exact",
  "prefix": "oa:prefix",
  "suffix": "oa:suffix",
  "generator": {"@id": "as:generator", "@type": "@id"},
  "Position": "dossier:Position",
  "holder": {"@id": "dossier:holder", "@type": "@id"},
  "towards": {"@id": "dossier:towards", "@type": "@id"},
  "via": {"@id": "dossier:via", "@type": "@id"},
  "addressee": {"@id": "dossier:addressee", "@type": "@id"},
  "holderText": "dossier:holderText",
  "towardsText": "dossier:towardsText",
  "speakerText": "dossier:speakerText",
  "stance": "dossier:stance",
  "polarity": {"@id": "dossier:polarity", "@type": "xsd:integer"},
  "issue": "dossier:issue",
  "statement": "dossier:statement",
  "condition": "dossier:condition",
  "hedge": "dossier:hedge",
  "negated": "dossier:negated",
  "cue": "dossier:cue",
  "kind": "dossier:kind",
  "named": "dossier:named",
  "country": "dossier:country",
  "status": "dossier:status",
  "rule": "dossier:rule",
  "confidence": {"@id": "dossier:confidence", "@type": "xsd:decimal"},
  "fileName": "dossier:fileName"
 }`

// ldProgram is the node of the program, by which the file is known again.
const ldProgram = "urn:dossier:program:" + article.GeneratorVersion

// ldWriter writes the nodes of articles as they come.
type ldWriter struct {
	w    io.Writer
	cast entityCast
	buf  bytes.Buffer
	open bool
	err  error
}

func (o *ldWriter) Add(a *article.Article) error {
	n, first := o.cast.begin(a)
	if !first {
		return nil
	}
	a = a.Upheld()
	d := ldArticle{view: newView(a), base: ldIRI(o.cast.articles[n])}
	for _, x := range d.actorsNamed() {
		o.cast.add(n, d.view, x)
	}
	for _, node := range d.nodes() {
		o.node(node)
	}
	return o.flush()
}

// Close says who is one across articles and ends the document.
func (o *ldWriter) Close() error {
	numbers := o.cast.cast.resolve()
	first := map[int]string{}
	for i, n := range numbers {
		id := ldItem(ldIRI(o.cast.articles[o.cast.cast.seen[i].article]), o.cast.local[i])
		if one, ok := first[n]; ok {
			o.node(ldSame{ID: id, SameAs: one})
		} else {
			first[n] = id
		}
	}
	o.head()
	o.buf.WriteString("\n ]\n}\n")
	return o.flush()
}

// head begins the document with its context and the program.
func (o *ldWriter) head() {
	if o.open {
		return
	}
	o.open = true
	o.buf.WriteString("{\n \"@context\": " + ldContext + ",\n \"@graph\": [\n  ")
	o.encode(ldApplication{ID: ldProgram, Type: "SoftwareApplication", Name: article.GeneratorName, Version: article.GeneratorVersion})
}

func (o *ldWriter) node(v any) {
	o.head()
	o.buf.WriteString(",\n  ")
	o.encode(v)
}

func (o *ldWriter) encode(v any) {
	b, err := json.Marshal(v) // "<" and line separators escaped
	if err != nil {
		o.err = err
	}
	o.buf.Write(b)
}

func (o *ldWriter) flush() error {
	if o.err != nil {
		return o.err
	}
	_, err := o.buf.WriteTo(o.w)
	return err
}

// ldIRI names an article.
func ldIRI(key string) string {
	return "urn:dossier:article:" + strings.ReplaceAll(url.PathEscape(strings.ToValidUTF8(key, "\ufffd")), "%3A", ":")
}

// ldItem names an item of the article base.
func ldItem(base, id string) string { return base + "#" + url.PathEscape(id) }

// ldContextRunes is how much stands around the words of a quotation selector.
const ldContextRunes = 32

// selectors point to one stretch of the text by place and by words.
func (d *ldArticle) selectors(s article.Span) []any {
	return []any{
		ldPlace{"TextPositionSelector", d.point(s.Start), d.point(s.End)},
		ldWords{"TextQuoteSelector", s.In(d.Text), lastRunes(d.Text[:s.Start], ldContextRunes), cutRunes(d.Text[s.End:], ldContextRunes)},
	}
}

// lastRunes is the last n code points of s.
func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// annotation is the evidence of an item: what bears it out in the text, and the
// rule that drew it.
func (d *ldArticle) annotation(item, rule string, spans []article.Span) (ldAnnotation, bool) {
	n := ldAnnotation{
		ID: ldItem(d.base, item) + "-evidence", Type: "Annotation", Motivation: "oa:identifying", Body: ldItem(d.base, item),
		Generator: ldProgram, Rule: rule,
	}
	for _, s := range spans {
		if s.Start >= 0 && s.Start < s.End && s.End <= len(d.Text) {
			n.Target = append(n.Target, ldTarget{d.base, d.selectors(s)})
		}
	}
	return n, len(n.Target) > 0
}

// ldConfidence is a number as an xsd:decimal wants it: as words, or it would
// expand to a double.
func ldConfidence(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
