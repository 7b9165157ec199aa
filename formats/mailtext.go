package formats

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"dossier/article"
)

// The text of a mail has parts that are not its sender's words now: replies that
// are quoted, heads of forwards, the signature. They are told by their shape,
// which all languages share:
//
//	On Wed, Carl Moss wrote:               a line that ends with a colon …
//	> We regret it.                        … before quoted lines
//	-------- Forwarded message --------    a line of dashes with words
//	From: Ada Brenn <ada@a.example>        three lines of fields in a row,
//	Date: 3 Feb 2021                       one of them with an address
//	Subject: Talks go on
//	--                                     dashes alone: the signature

// maxForwardHead is the lines that the head of a forward may have.
const maxForwardHead = 24

// ownWords is how many words above a forward make the mail itself the article.
const ownWords = 40

// mailSpan is a stretch of lines of a mail's text.
type mailSpan struct {
	from, to int
	aside    bool // boilerplate
}

// readMailText adds the blocks of plain text and returns what the head of a
// forward states, if that is what the article is.
func readMailText(b *builder, d *decoded) mailHeader {
	spans, head := mailSpans(d.text)
	at, line := 0, d.line
	for _, s := range spans {
		src := d.slice(s.from, s.to)
		line += strings.Count(d.text[at:s.from], "\n")
		src.line, src.whole, src.start, at = line, &d.source, s.from, s.from
		b.use(&src)
		first := len(b.a.Blocks)
		newGrammar(b).blocks(0)
		if s.aside {
			asideFrom(b, first)
		}
	}
	return head
}

// asideFrom makes the blocks from index i on boilerplate.
func asideFrom(b *builder, i int) {
	for ; i < len(b.a.Blocks); i++ {
		if b.a.Blocks[i].Kind != article.BlockRule {
			b.a.Blocks[i].Kind = article.BlockBoilerplate
		}
	}
}

// asideUpTo makes the blocks before index i boilerplate.
func asideUpTo(b *builder, i int) {
	for k := range i {
		if b.a.Blocks[k].Kind != article.BlockRule {
			b.a.Blocks[k].Kind = article.BlockBoilerplate
		}
	}
}

// mailSpans cuts the text of a mail. The few words above a forward are to the reader of the mail.
func mailSpans(text string) (spans []mailSpan, head mailHeader) {
	lines := textLines(text)
	add := func(i, k int, aside bool) {
		if i < k {
			spans = append(spans, mailSpan{lines[i].from, lines[k-1].to, aside})
		}
	}
	start, words := 0, 0
	for i := 0; i < len(lines); {
		n, fields := forwardHead(text, lines[i:])
		switch {
		case n > 0:
			add(start, i, words < ownWords && i+n < len(lines) && strings.TrimSpace(text[lines[i+n].from:]) != "")
			if words >= ownWords {
				add(i, len(lines), true)
				return spans, mailHeader{}
			}
			add(i, i+n, true)
			head, i = fields, i+n
			start = i
		case signature(text[lines[i].from:lines[i].to]):
			end := i
			for end < len(lines) && forwardLine(text[lines[end].from:lines[end].to]) == "" {
				end++
			}
			add(start, i, false)
			add(i, end, true)
			start, i = end, end
		default:
			if n := quotedReply(text, lines[i:]); n > 0 {
				add(start, i, false)
				add(i, i+n, true)
				start, i = i+n, i+n
				continue
			}
			words += len(strings.Fields(text[lines[i].from:lines[i].to]))
			i++
		}
	}
	add(start, len(lines), false)
	return spans, head
}

func textLines(text string) []line {
	var lines []line
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		lines = append(lines, line{from: at, to: end})
		at = end + 1
	}
	return lines
}

// signature reports the line that begins one: two dashes alone.
func signature(s string) bool {
	return strings.TrimRight(s, " \t\u00A0") == "--" || strings.TrimSpace(s) == "—"
}

// quotedReply is the length of a line that ends with a colon and the quoted
// lines after it, 0 if there are none.
func quotedReply(text string, lines []line) int {
	at := func(i int) string { return strings.TrimSpace(text[lines[i].from:lines[i].to]) }
	n := 1
	if s := at(0); !strings.HasSuffix(s, ":") {
		if n++; len(lines) < 2 || s == "" || !strings.HasSuffix(at(1), ":") || len(s) > 90 { // wrapped
			return 0
		}
	}
	for n < len(lines) && at(n) == "" {
		n++
	}
	first := n
	for n < len(lines) && (strings.HasPrefix(at(n), ">") || at(n) == "" && n+1 < len(lines) && strings.HasPrefix(at(n+1), ">")) {
		n++
	}
	if n == first {
		return 0
	}
	return n
}

// forwardLine is what a line that announces a forward says, "" for others.
func forwardLine(s string) string {
	s = strings.TrimSpace(s)
	inner := strings.Trim(s, "-_ ")
	dashes := len(s) - len(inner)
	if dashes >= 8 && inner != "" && (strings.HasPrefix(s, "---") || strings.HasPrefix(s, "___")) && strings.HasSuffix(s, "-") {
		return inner
	}
	if strings.EqualFold(s, "begin forwarded message:") {
		return s
	}
	return ""
}

// mailField is a line such as "From: Ada Brenn", marks of emphasis and quotation
// aside.
var mailField = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[>*\s]*([\pL][\pL ./-]{0,18}?)\s?:\*?\s+(\S.*)$`)
})

// forwardHead is the length of the head of a forward that begins with the first
// line, and what it states by its English names.
func forwardHead(text string, lines []line) (int, mailHeader) {
	at := func(i int) string { return text[lines[i].from:lines[i].to] }
	n := 0
	if forwardLine(at(0)) != "" {
		n = 1
		for n < len(lines) && strings.TrimSpace(at(n)) == "" {
			n++
		}
	} else if c := strings.TrimLeft(at(0), ">* \t"); c == "" || !unicode.IsUpper([]rune(c)[0]) {
		return 0, mailHeader{}
	}
	var h mailHeader
	fields, address := 0, false
	for last := min(len(lines), n+maxForwardHead); n < last; n++ {
		m := mailField().FindStringSubmatch(at(n))
		if m == nil {
			break
		}
		value := strings.Trim(strings.TrimSpace(m[2]), "*")
		fields++
		address = address || strings.Contains(value, "@")
		switch strings.ToLower(m[1]) {
		case "from", "von", "de", "da", "van", "fra":
			h.from = mailName(value)
		case "date", "sent", "datum", "gesendet", "fecha", "enviado", "envoyé", "data", "inviato":
			h.date = value
		case "subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp":
			h.subject = value
		}
	}
	if fields < 3 || !address || h.subject == "" && h.date == "" {
		return 0, mailHeader{}
	}
	return n, h
}

// mailAside are the classes and ids by which mail programs mark signatures and
// heads of replies; mailQuoted those of what is quoted or forwarded.
var (
	mailAside  = []string{"gmail_signature", "moz-signature", "Signature", "signature", "gmail_attr", "moz-cite-prefix", "moz-email-headers-table", "divRplyFwdMsg", "preheader"}
	mailQuoted = []string{"gmail_quote", "yahoo_quoted", "protonmail_quote", "moz-forward-container", citeClass}
)

// citeClass stands for <blockquote type="cite">.
const citeClass = "(cite)"

// readMailHTML adds the blocks of HTML and returns what the head of a forward in
// it states. What is quoted counts if hardly anything is said beside it.
func readMailHTML(b *builder, d *decoded) mailHeader {
	read := func(b *builder, skip []string) int {
		readFragment(b, &d.source, func(f *fragment) { f.layout, f.skip = true, skip })
		words := 0
		for _, x := range b.a.Blocks {
			if x.Kind != article.BlockBoilerplate {
				words += len(strings.Fields(string(b.text[x.Span.Start:x.Span.End])))
			}
		}
		return words
	}
	all := append(append([]string{}, mailAside...), mailQuoted...)
	skip := mailAside
	if read(newBuilder(&source{}), all) >= ownWords {
		skip = all
	}
	read(b, skip)
	return forwardBlocks(b)
}

// forwardBlocks finds the head of a forward among the blocks and sets it aside,
// with all that follows if the mail says enough above it.
func forwardBlocks(b *builder) mailHeader {
	words := 0
	var head mailHeader
	for i := range b.a.Blocks {
		x := &b.a.Blocks[i]
		text := string(b.text[x.Span.Start:x.Span.End])
		if text == "" || x.Kind == article.BlockBoilerplate {
			continue
		}
		n, fields := forwardHead(text, textLines(text))
		switch {
		case n == 0:
			words += len(strings.Fields(text))
		case words >= ownWords:
			asideFrom(b, i)
			return mailHeader{}
		default:
			if i+1 < len(b.a.Blocks) {
				asideUpTo(b, i)
			}
			x.Kind, head = article.BlockBoilerplate, fields
		}
	}
	return head
}
