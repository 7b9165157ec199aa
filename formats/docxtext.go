package formats

import (
	"fmt"
	"strings"

	"dossier/article"
)

// docx walks the tags of a document's text. Paragraphs are blocks; a table of
// more than one column is one block, its cells joined by " | ".
//
//	<w:p> <w:pPr> style, list </w:pPr> <w:r> <w:t>words</w:t> <w:tab/> </w:r> </w:p>
type docx struct {
	flow
	m      markup
	d      *decoded
	links  map[string]string
	styles map[string]docxStyle

	style    docxStyle // of the open paragraph
	list     bool      // it is an item of a list
	inside   int       // depth of paragraphs: the text of a box stands inside one
	table    int       // depth of tables that are one block
	from     int       // where the open link begins
	url      string    // of the open link
	field    string    // instruction of the open field
	boxes    []element // text boxes of the open paragraph
	notes    int       // references to footnotes and endnotes
	deleted  bool
	formulas bool
}

// maxBoxes bounds text boxes inside each other.
const maxBoxes = 4

func (w *docx) blocks(depth int) {
	for {
		t, more := w.m.next()
		if !more {
			return
		}
		switch t.kind {
		case tokenOpen:
			w.open(t, depth)
		case tokenClose:
			w.close(t, depth)
		}
	}
}

func (w *docx) open(t token, depth int) {
	switch t.name {
	case "w:p":
		if !t.empty {
			w.paragraph()
		}
	case "w:pstyle":
		w.style = w.styles[w.m.value(t, "w:val")]
	case "w:numid":
		w.list = w.m.value(t, "w:val") != "0"
	case "w:outlinelvl":
		if lvl := w.m.value(t, "w:val"); w.style.kind == "" && len(lvl) == 1 && lvl[0] < '6' {
			w.style = docxStyle{article.BlockHeading, int(lvl[0]-'0') + 1}
		}
	case "w:t":
		if !t.empty {
			from := t.to
			w.resolved(from, w.m.close(t.name))
		}
	case "w:tab", "w:ptab":
		w.white(t)
	case "w:br", "w:cr":
		if w.table > 0 {
			w.white(t)
		} else if w.b.open() && w.m.value(t, "w:type") == "" {
			w.put("\n", t.from, t.to)
		}
	case "w:nobreakhyphen":
		w.put("-", t.from, t.to)
	case "w:tbl":
		w.openTable(t)
	case "w:tr":
		if w.table == 1 && w.b.open() {
			w.sep = "\n"
		}
	case "w:tc":
		if w.table == 1 && w.b.open() && w.sep != "\n" {
			w.sep = " | "
		}
	case "w:hyperlink":
		w.link(w.links[w.m.value(t, "r:id")])
	case "w:fldchar":
		w.fieldMark(w.m.value(t, "w:fldchartype"))
	case "w:instrtext":
		from := t.to
		w.field += " " + plainTags(w.text[from:w.m.close(t.name)])
	case "w:txbxcontent":
		from := t.to
		w.boxes = append(w.boxes, element{from: from, to: w.m.close(t.name)})
	case "w:footnotereference", "w:endnotereference":
		w.notes++
	default:
		w.leaveOut(t)
	}
}

// leaveOut passes over what is not shown, or shown elsewhere.
func (w *docx) leaveOut(t token) {
	switch t.name {
	case "w:del", "w:movefrom":
		w.deleted = true
	case "m:omath":
		w.formulas = true
	case "mc:fallback", "w:sectpr", "w:rpr", "w:tblpr", "w:trpr", "w:tcpr", "w:sdtpr":
	default:
		return
	}
	if !t.empty {
		w.m.close(t.name)
	}
}

func (w *docx) close(t token, depth int) {
	switch t.name {
	case "w:p":
		w.endParagraph(depth)
	case "w:hyperlink":
		w.endLink()
	case "w:tbl":
		if w.table > 0 {
			if w.table--; w.table == 0 {
				w.b.end()
			}
		}
	}
}

func (w *docx) paragraph() {
	w.style, w.list = docxStyle{}, false
	if w.table > 0 {
		w.space()
		return
	}
	if w.inside++; w.inside > 1 { // the one before does not end
		w.endBlock()
	}
	w.b.begin(article.BlockParagraph)
	w.sep = ""
}

func (w *docx) endParagraph(depth int) {
	if w.table > 0 || w.inside == 0 {
		return
	}
	w.inside = 0
	w.endBlock()
	boxes := w.boxes
	w.boxes = nil
	for _, box := range boxes {
		if depth == maxBoxes {
			w.d.note(article.NoteNestingLimit, article.Warning, "text boxes inside text boxes were left out")
			break
		}
		here := w.m
		w.m.at, w.m.text = box.from, w.text[:box.to]
		w.blocks(depth + 1)
		if w.inside > 0 {
			w.inside = 0
			w.endBlock()
		}
		w.table = 0
		w.m = here
	}
}

// endBlock ends the open paragraph as what its style says.
func (w *docx) endBlock() {
	w.endLink()
	switch {
	case w.style.kind == article.BlockHeading || w.style.kind == article.BlockCaption || w.style.kind == article.BlockBlockquote ||
		w.style.kind == article.BlockPreformatted:
		w.b.kind = w.style.kind
	case w.list || w.style.kind == article.BlockListItem:
		w.b.kind = article.BlockListItem
	}
	if !w.b.end() {
		return
	}
	i, a := len(w.b.a.Blocks)-1, w.b.a
	switch {
	case w.style.kind == article.BlockTitle && a.Title == "":
		w.b.setTitle(i, docxBasis)
	case w.style.kind == article.BlockTitle:
		a.Blocks[i].Kind = article.BlockHeading
	case w.style.kind == article.BlockDeck && a.Deck == "" && a.Title != "":
		span := a.Blocks[i].Span
		a.Blocks[i].Kind, a.Deck, a.DeckSpan = article.BlockDeck, article.Opt(w.b.text[span.Start:span.End]), &span
	case w.style.kind == article.BlockHeading && w.style.level == 1:
		w.b.statedTitle()
	}
}

// openTable begins a block if the table has two columns; one column is layout.
func (w *docx) openTable(t token) {
	if w.table > 0 {
		w.table++
		return
	}
	m := w.m
	cells, most := 0, 0
	for {
		next, more := m.next()
		if !more || next.name == t.name { // a table inside a table is looked at by itself
			break
		}
		switch {
		case next.kind != tokenOpen:
		case next.name == "w:tr":
			cells = 0
		case next.name == "w:tc":
			cells++
			most = max(most, cells)
		}
	}
	if most < 2 || w.inside > 0 {
		return
	}
	w.b.begin(article.BlockTable)
	w.sep = ""
	w.table = 1
}

func (w *docx) white(t token) {
	if w.b.open() && w.b.last() != ' ' && w.sep == "" {
		w.put(" ", t.from, t.to)
	}
}

func (w *docx) link(url string) {
	w.endLink()
	w.from, w.url = w.b.at(), url
}

func (w *docx) endLink() {
	if w.url != "" {
		w.b.link(w.from, w.url)
		w.url = ""
	}
}

// fieldMark follows a field: instruction, separator, what it shows, end.
func (w *docx) fieldMark(mark string) {
	switch mark {
	case "begin":
		w.field = ""
	case "separate":
		f := strings.Fields(w.field)
		if len(f) > 1 && strings.EqualFold(f[0], "hyperlink") && strings.HasPrefix(f[1], `"`) {
			w.link(strings.Trim(f[1], `"`))
		}
	case "end":
		w.endLink()
		w.field = ""
	}
}

// noteLeft says what of the document was left out.
func (w *docx) noteLeft() {
	if w.notes > 0 {
		w.d.note(article.NoteUnreadPart, article.Warning, fmt.Sprintf("%s not read", count(w.notes, "footnote was", "footnotes were")))
	}
	if w.deleted {
		w.d.note(article.NoteUnreadPart, article.Info, "text that was marked as deleted was left out")
	}
	if w.formulas {
		w.d.note(article.NoteUnreadPart, article.Info, "formulas were left out")
	}
}
