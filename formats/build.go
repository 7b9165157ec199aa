package formats

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dossier/article"
)

// A builder collects the blocks of one article. Readers open a block, copy
// stretches of their source into it or put words that stand for a stretch, and
// end it; the builder trims it, normalises it to NFC and keeps the runs.
//
//	b.begin(article.BlockParagraph)
//	b.copy(0, 12)          // as it stands
//	b.put("&", 12, 17)     // the text of &amp;
//	b.end()
type builder struct {
	a      *article.Article
	src    *source
	hint   int   // piece of src where the last copy ended
	lines  lines // of src
	text   []byte
	runs   []piece // of the open block; at counts from text[0]
	start  int     // where the open block's text starts
	kind   article.BlockKind
	links  []pendingLink // of the open block
	arena  []article.Run
	blocks int // blocks with text
}

// pendingLink is a link of the open block, offsets as piece.at.
type pendingLink struct {
	from, to int
	url      string
}

func newBuilder(src *source) *builder {
	b := &builder{a: &article.Article{Schema: article.SchemaID}}
	b.use(src)
	return b
}

// use makes src the source of what follows.
func (b *builder) use(src *source) {
	b.src, b.hint = src, 0
	b.lines = newLines(src)
	if need := len(b.text) + len(src.text) + 16; cap(b.text) < need {
		if len(b.text) > 0 {
			need = max(need, 2*cap(b.text)) // there may be many sources
		}
		b.text = append(make([]byte, 0, need), b.text...)
	}
}

// begin opens a block.
func (b *builder) begin(kind article.BlockKind) {
	if b.blocks > 0 {
		b.text = append(b.text, "\n\n"...)
	}
	b.kind, b.start = kind, len(b.text)
	b.runs, b.links = b.runs[:0], b.links[:0]
}

// at is the offset at which the open block's next words will stand.
func (b *builder) at() int { return len(b.text) }

// copy adds text [from, to) of the source as it stands. White space at the
// start of a block is left out.
func (b *builder) copy(from, to int) {
	if from < to && len(b.text) == b.start {
		from += len(b.src.text[from:to]) - len(strings.TrimLeftFunc(b.src.text[from:to], unicode.IsSpace))
	}
	if from >= to {
		return
	}
	shift := len(b.text) - from
	for i := b.src.find(int32(from), b.hint); i < len(b.src.pieces) && int(b.src.pieces[i].at) < to; i++ {
		p := b.src.pieces[i].cut(int32(from), int32(to))
		p.at += int32(shift)
		b.run(p)
		b.hint = i
	}
	b.text = append(b.text, b.src.text[from:to]...)
}

// put adds words that stand for text [from, to) of the source, as a run of
// their own. White space at the start of a block is left out.
func (b *builder) put(words string, from, to int) {
	if words == "" || from >= to || len(b.text) == b.start && strings.TrimSpace(words) == "" {
		return
	}
	rawFrom, rawTo := b.src.raw(from, to, b.hint)
	n := int32(len(words))
	b.run(piece{at: int32(len(b.text)), n: n, raw: rawFrom, w: n, rw: rawTo - rawFrom, own: true})
	b.text = append(b.text, words...)
}

func (b *builder) run(p piece) {
	if k := len(b.runs); k > 0 && p.follows(b.runs[k-1]) {
		b.runs[k-1].n += p.n
		return
	}
	b.runs = append(b.runs, p)
}

// link notes that the open block's text from at up to here leads to url.
func (b *builder) link(at int, url string) {
	b.links = append(b.links, pendingLink{at, len(b.text), url})
}

// end closes the open block and reports whether it had text.
func (b *builder) end() bool {
	b.trim()
	if len(b.text) == b.start {
		b.drop()
		return false
	}
	b.compose()
	first, last := b.runs[0], b.runs[len(b.runs)-1]
	raw := article.Range{Start: b.src.base + int(first.raw), End: b.src.base + int(last.rawEnd())}
	b.add(b.kind, article.Span{Start: b.start, End: len(b.text)}, raw, b.takeRuns())
	b.takeLinks()
	b.blocks++
	return true
}

// statedTitle makes the block that just ended, a heading of the first level,
// the article's title, unless there is one or body text stands before it. The links of
// a page's head, which converters keep, are none.
func (b *builder) statedTitle() {
	if b.a.Title != "" {
		return
	}
	for i := range b.a.Blocks[:len(b.a.Blocks)-1] {
		switch b.a.Blocks[i].Kind {
		case article.BlockRule, article.BlockCaption:
		case article.BlockListItem, article.BlockParagraph:
			if !b.linksOnly(i) {
				return
			}
		default:
			return
		}
	}
	b.setTitle(len(b.a.Blocks)-1, "heading")
}

// linksOnly reports that all letters of block i stand in links.
func (b *builder) linksOnly(i int) bool {
	span := b.a.Blocks[i].Span
	at := span.Start
	for _, l := range b.a.Links {
		if !span.Contains(l.Span) {
			continue
		}
		if l.Span.Start > at && hasLetter(b.text[at:l.Span.Start]) {
			return false
		}
		at = max(at, l.Span.End)
	}
	return at > span.Start && !hasLetter(b.text[at:span.End])
}

// hasLetter reports a letter or figure in s.
func hasLetter(s []byte) bool {
	return bytes.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// setTitle makes block i the article's title.
func (b *builder) setTitle(i int, basis article.Opt) {
	block := &b.a.Blocks[i]
	block.Kind = article.BlockTitle
	span := block.Span
	b.a.Title, b.a.TitleSpan, b.a.TitleFrom = article.Opt(b.text[span.Start:span.End]), &span, basis
}

// claimTitle states a title that is not the reader's to find: it stands in the
// text if the first block, or the title found there, reads the same.
func (b *builder) claimTitle(title string, basis article.Opt) {
	for i := range b.a.Blocks {
		block := &b.a.Blocks[i]
		if block.Kind == article.BlockRule || block.Kind == article.BlockCaption {
			continue
		}
		if sameWords(string(b.text[block.Span.Start:block.Span.End]), title) {
			b.setTitle(i, basis)
			return
		}
		if block.Kind == article.BlockTitle {
			block.Kind = article.BlockHeading
		}
		break
	}
	b.a.Title, b.a.TitleSpan, b.a.TitleFrom = article.Opt(title), nil, basis
}

// claimPageTitle is claimTitle for the title of a page, which may have the name of
// the site after it: "Talks go on | The Courier". What stands before the name is
// the title if the text says so.
func (b *builder) claimPageTitle(title string, basis article.Opt) {
	for i := range b.a.Blocks[:min(deckBlocks, len(b.a.Blocks))] {
		block := &b.a.Blocks[i]
		if block.Kind != article.BlockTitle && block.Kind != article.BlockHeading {
			continue
		}
		words := string(b.text[block.Span.Start:block.Span.End])
		rest, ok := strings.CutPrefix(title, strings.Join(strings.Fields(words), " "))
		if rest = strings.TrimSpace(rest); ok && (rest == "" || strings.HasPrefix(rest, "|") || strings.HasPrefix(rest, "-") ||
			strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "·")) {
			b.setTitle(i, basis)
			return
		}
		break
	}
	b.claimTitle(title, basis)
}

// deckBlocks is among how many first blocks a stated deck is looked for.
const deckBlocks = 6

// claimDeck states a deck; it stands in the text if one of the blocks after the
// title reads the same.
func (b *builder) claimDeck(deck string) {
	b.a.Deck = article.Opt(deck)
	for i := range b.a.Blocks[:min(deckBlocks, len(b.a.Blocks))] {
		block := &b.a.Blocks[i]
		words := string(b.text[block.Span.Start:block.Span.End])
		if block.Kind != article.BlockTitle && sameWords(words, deck) {
			span := block.Span
			block.Kind, b.a.Deck, b.a.DeckSpan = article.BlockDeck, article.Opt(words), &span
			return
		}
	}
}

// open reports whether the open block has text so far.
func (b *builder) open() bool { return len(b.text) > b.start }

// last is the last byte of the open block, which has text.
func (b *builder) last() byte { return b.text[len(b.text)-1] }

// drop forgets the open block.
func (b *builder) drop() { b.text = b.text[:b.lastEnd()] }

// rule adds a block without text for the source's [from, to).
func (b *builder) rule(from, to int) {
	rawFrom, rawTo := b.src.raw(from, to, b.hint)
	at := b.lastEnd()
	b.add(article.BlockRule, article.Span{Start: at, End: at},
		article.Range{Start: b.src.base + int(rawFrom), End: b.src.base + int(rawTo)}, []article.Run{})
}

// lastEnd is where the last block ends, 0 if there is none.
func (b *builder) lastEnd() int {
	if k := len(b.a.Blocks); k > 0 {
		return b.a.Blocks[k-1].Span.End
	}
	return 0
}

func (b *builder) add(kind article.BlockKind, span article.Span, raw article.Range, runs []article.Run) {
	b.a.Blocks = append(b.a.Blocks, article.Block{
		ID: "b" + strconv.Itoa(len(b.a.Blocks)+1), Kind: kind, Span: span, Raw: raw, Runs: runs,
		Line:    b.lines.of(int32(raw.Start - b.src.base)),
		EndLine: b.lines.of(int32(max(raw.Start, raw.End-1) - b.src.base)),
	})
}

// trim cuts white space off the end of what the open block has so far.
func (b *builder) trim() {
	for len(b.text) > b.start {
		r, n := utf8.DecodeLastRune(b.text[b.start:])
		if !unicode.IsSpace(r) {
			return
		}
		b.text = b.text[:len(b.text)-n]
		last := &b.runs[len(b.runs)-1]
		for last.n > 0 && int(last.end()) > len(b.text) {
			last.n -= last.w
		}
		if last.n <= 0 {
			b.runs = b.runs[:len(b.runs)-1]
		}
	}
}

// takeRuns turns the open block's runs into the article's.
func (b *builder) takeRuns() []article.Run {
	if cap(b.arena)-len(b.arena) < len(b.runs) {
		b.arena = make([]article.Run, 0, max(64, 2*len(b.runs), min(cap(b.arena)*2, 4096)))
	}
	from := len(b.arena)
	for _, p := range b.runs {
		b.arena = append(b.arena, article.Run{
			Span: article.Span{Start: int(p.at), End: int(p.end())},
			Raw:  article.Range{Start: b.src.base + int(p.raw), End: b.src.base + int(p.rawEnd())},
		})
	}
	return b.arena[from:len(b.arena):len(b.arena)]
}

// takeLinks turns the open block's links into the article's. A link without
// words (an image) is none.
func (b *builder) takeLinks() {
	for _, l := range b.links {
		from, to := max(l.from, b.start), min(l.to, len(b.text))
		if from >= to {
			continue
		}
		words := b.text[from:to]
		from += len(words) - len(bytes.TrimLeftFunc(words, unicode.IsSpace))
		to = from + len(bytes.TrimSpace(words))
		if from >= to {
			continue
		}
		span := article.Span{Start: from, End: to}
		link := article.Link{Kind: article.LinkInline, Text: string(b.text[from:to]), URL: article.Opt(l.url), Span: span}
		if l.url == "" || l.url == "#" {
			link.URL = ""
			b.a.Notes = append(b.a.Notes, article.Note{Code: article.NotePlaceholderLink, Severity: article.Info,
				Message: "link target " + cmp.Or(l.url, "(empty)") + " kept as null", Span: &span})
		}
		b.a.Links = append(b.a.Links, link)
	}
}

// compose normalises the open block to NFC. Only what changes gets runs of its
// own; nearly all text is normal already.
func (b *builder) compose() {
	if norm.NFC.IsNormal(b.text[b.start:]) {
		return
	}
	old := string(b.text[b.start:])
	runs := b.runs
	b.text, b.runs = b.text[:b.start], nil
	moved := make(map[int]int, 2*len(b.links)) // where the borders of links went
	for _, l := range b.links {
		moved[l.from-b.start], moved[l.to-b.start] = -1, -1
	}
	for at, k := 0, 0; at < len(old); {
		n := norm.NFC.NextBoundaryInString(old[at:], true)
		words := norm.NFC.String(old[at : at+n])
		for i := at; i < at+n; i++ {
			if _, ok := moved[i]; ok {
				moved[i] = len(b.text)
			}
		}
		from, to := int32(b.start+at), int32(b.start+at+n)
		for runs[k].end() <= from {
			k++
		}
		b.composed(runs[k:], from, to, words, words == old[at:at+n])
		at += n
	}
	for i, l := range b.links {
		b.links[i].from = cmpMoved(moved, l.from-b.start, len(b.text))
		b.links[i].to = cmpMoved(moved, l.to-b.start, len(b.text))
	}
}

// composed adds one character of compose, which stood at old offsets [from, to)
// of runs and may have come from several; one that stays as it was keeps them.
func (b *builder) composed(runs []piece, from, to int32, words string, same bool) {
	at := int32(len(b.text))
	last := 0
	for last+1 < len(runs) && runs[last].end() < to {
		last++
	}
	if same {
		for _, r := range runs[:last+1] {
			p := r.cut(from, to)
			p.at += at - from
			b.run(p)
		}
	} else {
		raw, n := runs[0].cut(from, to).raw, int32(len(words))
		b.run(piece{at: at, n: n, raw: raw, w: n, rw: runs[last].cut(from, to).rawEnd() - raw, own: true})
	}
	b.text = append(b.text, words...)
}

func cmpMoved(moved map[int]int, at, end int) int {
	if to, ok := moved[at]; ok && to >= 0 {
		return to
	}
	return end
}

// finish completes the article: its text, source and id.
func (b *builder) finish(f *Format, in Input, d *decoded, raw []byte) *article.Article {
	a := b.a
	a.Text = string(b.text)
	a.Generator = article.Generator{Name: article.GeneratorName, Version: article.GeneratorVersion}
	sum := sha256.Sum256(raw)
	a.Source.Name = cmp.Or(in.file, baseName(in.Name))
	a.Source.Member = article.Opt(in.member)
	a.Source.Format = f.Name
	a.Source.MediaType = f.MediaType
	a.Source.Encoding = d.encoding
	a.Source.Bytes = len(raw)
	a.Source.SHA256 = hex.EncodeToString(sum[:])
	if a.ID == "" {
		sum := sha256.Sum256([]byte(a.Text))
		a.ID = hex.EncodeToString(sum[:8])
	}
	a.Notes = noteMojibake(a.Text, append(d.notes, a.Notes...))
	if in.keep != nil {
		in.keep(raw)
	}
	return a
}

// baseName keeps the last element of a path of any system: nothing of the
// machine enters an article.
func baseName(name string) string {
	if name == "" || name == "-" {
		return "stdin"
	}
	return path.Base(strings.ReplaceAll(name, `\`, "/"))
}
