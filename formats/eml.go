package formats

import (
	"bytes"
	"cmp"
	"fmt"
	"iter"
	"strings"
	"unicode"

	"dossier/article"
)

// EML reads a mail as it is saved: press releases, newsletters, articles that
// somebody forwarded. Of alternatives the plain text is read, unless it is much
// poorer than the HTML. The member of an article is the part that holds its
// text: raw ranges count bytes of the part once its transfer encoding is off.
//
// Signatures, replies that are quoted and the heads of forwards are boilerplate.
// What a mail forwards is the article if hardly anything is said above it, and
// then the head of the forward states author and date; else it is boilerplate.
var EML = register(&Format{
	Name:       "eml",
	Aliases:    []string{"mail", "message"},
	Extensions: []string{".eml"},
	MediaType:  "message/rfc822",
	Reads:      "mails: multipart, quoted-printable, base64, HTML; mails that are attached are articles of their own",
	Limits:     "attachments, which are named in a note; encrypted mail; folders of mail (mbox)",
	Detect:     func(head []byte) float64 { return mailHead(head, false) },
})

func init() { EML.Records = mailRecords }

// mailFields are fields of which a mail has some; the first ones only mail has.
var mailFields = []string{"received", "return-path", "message-id", "mime-version", "delivered-to", "from", "to", "subject", "date", "content-type", "reply-to", "cc"}

// mailHead is how sure a head is that of a mail, or of a saved page in one.
func mailHead(head []byte, page bool) float64 {
	fields, _ := mimeHead(head[:min(len(head), 32<<10)])
	n, only := 0, false
	for i, name := range mailFields {
		if fields[name] != "" {
			n++
			only = only || i < 5
		}
	}
	kind, _ := mediaType(fields["content-type"])
	saved := kind == "multipart/related" && (fields["snapshot-content-location"] != "" || fields["to"] == "" && fields["received"] == "")
	switch {
	case n < 3 || !only || fields["from"] == "" && !saved || fields["warc-type"] != "":
		return 0
	case saved == page:
		return 0.92
	}
	return 0
}

// maxForwards bounds mails inside mails.
const maxForwards = 4

func mailRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return func(yield func(*article.Article, error) bool) {
		raw, err := readAll(in, opts)
		if err == nil && len(bytes.TrimSpace(raw)) == 0 {
			err = fmt.Errorf("%w: nothing but white space", ErrEmpty)
		}
		if err != nil {
			yield(nil, err)
			return
		}
		m := mail{part: parseMIME(raw)}
		n := 0
		m.read(in, 0, func(a *article.Article, err error) bool {
			n++
			return yield(a, err)
		})
		if n == 0 {
			yield(nil, fmt.Errorf("%w: a mail without text", ErrEmpty))
		}
	}
}

// mail is a message and what of its parts is read.
type mail struct {
	part  mimePart
	plain *mimePart
	html  *mimePart
	mails []*mimePart // attached
	files []string    // names of attachments
	more  []string    // numbers of further parts of text
}

// read yields the message's article and those of the mails attached to it.
func (m *mail) read(in Input, depth int, yield func(*article.Article, error) bool) bool {
	m.part.each(m.sort)
	if a, err := m.article(in); (a != nil || err != nil) && !yield(a, err) {
		return false
	}
	for _, p := range m.mails {
		if depth == maxForwards {
			return yield(nil, &RecordError{N: depth + 1, Err: fmt.Errorf("%w: mails inside mails beyond %d", ErrRecord, maxForwards)})
		}
		inner := mail{part: parseMIME(p.body)}
		if !inner.read(in.within("part "+p.number), depth+1, yield) {
			return false
		}
	}
	return true
}

// sort finds what a part is in the message: its text, its HTML, or beside it.
func (m *mail) sort(p *mimePart) {
	switch {
	case p.kind == "message/rfc822":
		m.mails = append(m.mails, p)
	case p.attached():
		if p.head["content-id"] == "" || !strings.HasPrefix(p.kind, "image/") { // pictures of the HTML
			m.files = append(m.files, cmp.Or(p.file(), p.kind))
		}
	case p.kind == "text/html" && m.html == nil:
		m.html = p
	case p.kind == "text/plain" && m.plain == nil && (m.html == nil || len(bytes.TrimSpace(p.body)) > 0 && alternative(m.html, p)):
		m.plain = p
	case len(bytes.TrimSpace(p.body)) > 0:
		m.more = append(m.more, p.number)
	}
}

// alternative reports parts of one multipart: their numbers differ in the last.
func alternative(a, b *mimePart) bool {
	cut := func(s string) string { return s[:strings.LastIndexByte("."+s, '.')] }
	return cut(a.number) == cut(b.number)
}

// article reads the text of the message; nil if it has none.
func (m *mail) article(in Input) (*article.Article, error) {
	d, p, err := m.body()
	if err != nil || p == nil {
		return nil, err
	}
	b := newBuilder(&source{})
	h := mailHeader{from: mailName(m.part.field("from")), date: m.part.head["date"], subject: m.part.field("subject")}
	if p.kind == "text/html" {
		h.forwarded(readMailHTML(b, d))
	} else {
		h.forwarded(readMailText(b, d))
	}
	if b.blocks == 0 {
		return nil, nil
	}
	h.state(b)
	b.a.ID = strings.Trim(m.part.field("message-id"), "<> ")
	m.noteUnread(d)
	return b.finish(EML, in.within("part "+p.number), d, p.body), nil
}

// body is the part that is read: the plain text, unless the HTML says more than
// twice as much, as it does beside "this mail needs a program that shows HTML".
func (m *mail) body() (*decoded, *mimePart, error) {
	decodePart := func(p *mimePart) (*decoded, int, error) {
		if p == nil {
			return nil, 0, nil
		}
		d, err := decodeDeclared(p.body, p.params["charset"])
		if err != nil {
			return nil, 0, fmt.Errorf("part %s: %w", p.number, err)
		}
		text := d.text
		if p.kind == "text/html" {
			text = shownText(text)
		}
		return &d, letters(text), nil
	}
	plain, n, err := decodePart(m.plain)
	page, k, errPage := decodePart(m.html)
	switch {
	case n > 0 && 2*n >= k:
		return plain, m.plain, nil
	case k > 0:
		return page, m.html, nil
	case err != nil:
		return nil, nil, err
	}
	return nil, nil, errPage
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func (m *mail) noteUnread(d *decoded) {
	if len(m.files) > 0 {
		d.note(article.NoteUnreadPart, article.Info, count(len(m.files), "attachment was", "attachments were")+" not read: "+strings.Join(m.files, ", "))
	}
	if len(m.more) > 0 {
		d.note(article.NoteUnreadPart, article.Warning, "further parts of text were not read: "+strings.Join(m.more, ", "))
	}
}

// mailHeader is what the head of a mail, or of a forward in it, states.
type mailHeader struct{ from, date, subject string }

// forwarded takes over what the head of a forward states.
func (h *mailHeader) forwarded(inner mailHeader) {
	if inner == (mailHeader{}) {
		return
	}
	h.from, h.date = inner.from, inner.date
	h.subject = cmp.Or(inner.subject, h.subject)
}

func (h *mailHeader) state(b *builder) {
	if subject := plainSubject(h.subject); subject != "" {
		b.claimTitle(subject, "header:subject")
	}
	b.a.Published = statedDate(h.date, "header:date")
	b.a.Authors = statedAuthors(h.from, "header:from")
}

// plainSubject is a subject without "Re:", "Fwd:" and "[list]" before it.
func plainSubject(s string) string {
	for {
		s = strings.TrimSpace(s)
		head, rest, ok := strings.Cut(s, ":")
		switch strings.ToLower(head) {
		case "re", "fw", "fwd", "aw", "wg", "sv", "tr", "rv", "vs", "i":
			if ok {
				s = rest
				continue
			}
		}
		return s
	}
}
