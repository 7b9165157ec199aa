package formats

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"path"
	"strings"

	"dossier/article"
)

// DOCX reads Word documents by our own scanner: paragraphs by the names of their
// styles, lists, tables, links. Raw ranges count bytes of the member that holds
// the text, word/document.xml.
var DOCX = register(&Format{
	Name:       "docx",
	Aliases:    []string{"word"},
	Extensions: []string{".docx", ".docm"},
	MediaType:  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	Reads:      "Word documents: titles and headings by style, lists, tables, quotations, captions, links, text boxes",
	Limits:     "footnotes, comments, headers and footers, deleted text, formulas; a note says what was there; .doc of old Word",
	Detect:     detectDOCX,
})

func init() { DOCX.Records = docxRecords }

func detectDOCX(head []byte) float64 {
	if !bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return 0
	}
	switch {
	case bytes.Contains(head, []byte("word/document.xml")):
		return 0.95
	case bytes.Contains(head, []byte("[Content_Types].xml")) && !bytes.Contains(head, []byte("xl/")) && !bytes.Contains(head, []byte("ppt/")):
		return 0.5
	}
	return 0
}

func docxRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return one(func() (*article.Article, error) { return readDOCX(in, opts) })
}

func readDOCX(in Input, opts Options) (*article.Article, error) {
	file, err := readAll(in, opts)
	if err != nil {
		return nil, err
	}
	z, err := openZip(file, opts.limit())
	if err != nil {
		return nil, err
	}
	parts, err := docxParts(z)
	if err != nil {
		return nil, err
	}
	d, err := decodeDeclared(parts.text, "")
	if err != nil {
		return nil, fmt.Errorf("%w: member %s: %w", ErrBroken, parts.name, err)
	}
	b := newBuilder(&d.source)
	w := docx{flow: flow{b: b, text: d.text}, m: markup{text: d.text}, links: parts.links, styles: parts.styles, d: &d}
	w.blocks(0)
	w.noteLeft()
	if b.blocks == 0 {
		return nil, fmt.Errorf("%w: a document without text", ErrEmpty)
	}
	w.properties(parts.core)
	return b.finish(DOCX, in.within(parts.name), &d, parts.text), nil
}

// docxFiles is what of a document is read.
type docxFiles struct {
	name   string // of the member that holds the text
	text   []byte
	core   xmlFile           // the properties
	links  map[string]string // relationship id -> address
	styles map[string]docxStyle
}

func docxParts(z zipFile) (p docxFiles, err error) {
	p.name = "word/document.xml"
	if rels, ok, err := xmlMember(z, "_rels/.rels"); err != nil {
		return p, err
	} else if ok {
		for e := range rels.children(rels.root()) {
			if strings.HasSuffix(rels.attr(e, "type"), "/officeDocument") {
				p.name = strings.TrimPrefix(rels.attr(e, "target"), "/")
			}
		}
	}
	var ok bool
	if p.text, ok, err = z.member(p.name); err != nil {
		return p, err
	} else if !ok {
		return p, fmt.Errorf("%w: an archive without %s, so no Word document", ErrBroken, p.name)
	}
	dir, file := path.Split(p.name)
	p.links = map[string]string{}
	if rels, ok, err := xmlMember(z, dir+"_rels/"+file+".rels"); err != nil {
		return p, err
	} else if ok {
		for e := range rels.children(rels.root()) {
			if strings.HasSuffix(rels.attr(e, "type"), "/hyperlink") {
				p.links[rels.attr(e, "id")] = rels.attr(e, "target")
			}
		}
	}
	styles, _, err := xmlMember(z, dir+"styles.xml")
	if err != nil {
		return p, err
	}
	p.styles = docxStyles(styles)
	p.core, _, err = xmlMember(z, "docProps/core.xml")
	return p, err
}

// xmlMember is a member of an archive as XML; an empty file if there is none.
func xmlMember(z zipFile, name string) (xmlFile, bool, error) {
	raw, ok, err := z.member(name)
	if err != nil || !ok {
		return xmlFile{&source{}}, false, err
	}
	d, err := decodeDeclared(raw, "")
	if err != nil {
		return xmlFile{&source{}}, false, fmt.Errorf("%w: member %s: %w", ErrBroken, name, err)
	}
	return xmlFile{&d.source}, true, nil
}

// docxStyle is what a paragraph style makes of a paragraph.
type docxStyle struct {
	kind  article.BlockKind // "" is a paragraph
	level int               // of a heading
}

// docxStyles reads styles.xml. The names of built-in styles are English whatever
// the language of the program; a style that is based on one inherits from it.
func docxStyles(x xmlFile) map[string]docxStyle {
	styles := map[string]docxStyle{}
	based := map[string]string{}
	for e := range x.children(x.root()) {
		if e.name != "w:style" || x.attr(e, "w:type") != "paragraph" {
			continue
		}
		id := x.attr(e, "w:styleid")
		name, _ := x.child(e, "w:name")
		base, _ := x.child(e, "w:basedon")
		if s := styleByName(x.attr(name, "w:val")); s.kind != "" {
			styles[id] = s
		} else {
			based[id] = x.attr(base, "w:val")
		}
	}
	for id := range based {
		for base, n := based[id], 0; base != "" && n < 10; base, n = based[base], n+1 {
			if s, ok := styles[base]; ok && based[base] == "" {
				styles[id] = s
				break
			}
		}
	}
	return styles
}

func styleByName(name string) docxStyle {
	name = strings.ToLower(name)
	level, heading := strings.CutPrefix(name, "heading ")
	switch {
	case heading && len(level) == 1 && '1' <= level[0] && level[0] <= '9':
		return docxStyle{article.BlockHeading, int(level[0] - '0')}
	case name == "title":
		return docxStyle{kind: article.BlockTitle}
	case name == "subtitle":
		return docxStyle{kind: article.BlockDeck}
	case name == "quote" || name == "intense quote" || name == "block text" || name == "quotations":
		return docxStyle{kind: article.BlockBlockquote}
	case name == "caption":
		return docxStyle{kind: article.BlockCaption}
	case strings.HasPrefix(name, "list bullet") || strings.HasPrefix(name, "list number"):
		return docxStyle{kind: article.BlockListItem}
	case name == "html preformatted":
		return docxStyle{kind: article.BlockPreformatted}
	}
	return docxStyle{}
}

// properties uses the document's title if it stands in the text; titles and
// authors that office programs keep are too often those of another document.
func (w *docx) properties(core xmlFile) {
	root := core.root()
	var unread []string
	if title := core.childWords(root, "dc:title"); title != "" {
		if w.b.a.Title == "" && w.b.reads(title) {
			w.b.claimTitle(title, docxBasis)
		} else if !sameWords(title, string(w.b.a.Title)) {
			unread = append(unread, "title")
		}
	}
	if creator := core.childWords(root, "dc:creator"); creator != "" {
		unread = append(unread, "creator")
	}
	if len(unread) > 0 {
		w.d.note(article.NoteUnreadField, article.Info, "not read of the document's properties: "+strings.Join(unread, ", "))
	}
}

const docxBasis = "docx"

// reads reports whether one of the first blocks reads as words.
func (b *builder) reads(words string) bool {
	for i := range b.a.Blocks[:min(deckBlocks, len(b.a.Blocks))] {
		span := b.a.Blocks[i].Span
		if sameWords(string(b.text[span.Start:span.End]), words) {
			return true
		}
	}
	return false
}

// limit is how many bytes of a file, a member or a record are read.
func (o Options) limit() int64 { return min(cmp.Or(max(o.MaxBytes, 0), DefaultMaxBytes), maxOffset) }
