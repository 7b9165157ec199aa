package formats

import (
	"bytes"
	"iter"
	"strings"

	"dossier/article"
)

// Jina reads what the Jina reader makes of a page: header lines, then Markdown.
//
//	Title: …
//	URL Source: …
//	Published Time: …
//	Markdown Content:
//	# …
//
// The headers may stand below front matter that somebody put before them; what
// both state the front matter states.
var Jina = register(&Format{
	Name:      "jina",
	Aliases:   []string{"reader"},
	MediaType: "text/markdown",
	Reads:     "dumps of the Jina reader: Title, URL Source, Published Time, Markdown Content; also below front matter",
	Limits:    "other headers, which are named in a note, and what Markdown is not read of",
	Detect:    detectJina,
})

func init() { Jina.Records = jinaRecords }

// maxJinaHead bounds the headers, in bytes.
const maxJinaHead = 8 << 10

// jinaBody is the header after which the text begins.
const jinaBody = "markdown content"

func detectJina(head []byte) float64 {
	if head = head[:min(len(head), maxFrontMatter+maxJinaHead)]; !bytes.Contains(head, []byte("URL Source:")) {
		return 0
	}
	text := strings.ReplaceAll(string(head), "\r\n", "\n")
	_, at := frontMatter(text)
	h, _ := jinaHead(text, at)
	if h["url source"] == "" {
		return 0
	}
	return 0.95
}

// jinaHead reads the header lines at an offset and returns them, names folded,
// and where the text begins; 0 if this is no such head.
func jinaHead(text string, at int) (map[string]string, int) {
	fields := map[string]string{}
	end := min(len(text), at+maxJinaHead)
	for at < end {
		line, _, _ := strings.Cut(text[at:end], "\n")
		at = min(end, at+len(line)+1)
		if strings.TrimSpace(line) == "" {
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		name = strings.ToLower(strings.TrimSpace(name))
		switch {
		case !ok || len(name) > 40 || name == "":
			return nil, 0
		case name == jinaBody:
			if fields["title"] == "" && fields["url source"] == "" {
				return nil, 0
			}
			return fields, at
		}
		fields[name] = strings.TrimSpace(value)
	}
	return nil, 0
}

func jinaRecords(in Input, opts Options) iter.Seq2[*article.Article, error] {
	return one(func() (*article.Article, error) { return readJina(in, opts) })
}

func readJina(in Input, opts Options) (*article.Article, error) {
	raw, d, err := load(in, opts)
	if err != nil {
		return nil, err
	}
	b := newBuilder(&d.source)
	above, at := readFrontMatter(&d)
	head, body := jinaHead(d.text, at)
	readMarkdownBlocks(b, &d, max(at, body))
	applyJina(b, head)
	above.applyOver(b)
	return b.finish(Jina, in, &d, raw), nil
}

// applyJina states the headers.
func applyJina(b *builder, head map[string]string) {
	const basis = "jina"
	a := b.a
	if title := strings.Join(strings.Fields(normal(head["title"])), " "); title != "" {
		b.claimPageTitle(title, basis)
	}
	if url := head["url source"]; isAddress(url) {
		a.Source.URL = article.Opt(url)
	}
	a.Published = statedDate(head["published time"], basis)
	for _, known := range []string{"title", "url source", "published time"} {
		delete(head, known)
	}
	noteUnread(b, head)
}

// applyOver states the fields of front matter that stands above other headers;
// what it leaves open stays as they say.
func (s stated) applyOver(b *builder) {
	if s == nil {
		return
	}
	a := b.a
	below := *a
	s.apply(b)
	if a.Published == nil {
		a.Published = below.Published
	}
	if a.Source.URL == "" {
		a.Source.URL = below.Source.URL
	}
}

// noteUnread names the headers that say nothing to us.
func noteUnread[V any](b *builder, head map[string]V) {
	if len(head) == 0 {
		return
	}
	b.a.Notes = append(b.a.Notes, article.Note{Code: article.NoteUnreadField, Severity: article.Info,
		Message: "not read: " + strings.Join(sortedKeys(head), ", ")})
}
