package formats

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"dossier/article"
)

// maxFrontMatter bounds front matter, in bytes; what is longer is text.
const maxFrontMatter = 16 << 10

// stated is what the front matter of a file says, by our names of the fields.
// The keys are those of keys.tsv; a key that means nothing stands under "".
type stated map[string][]string

// frontMatter is the YAML between "---" lines at the top of text and the offset
// after it; 0 if there is none.
func frontMatter(text string) (yaml string, end int) {
	first, rest, ok := strings.Cut(text, "\n")
	if !ok || strings.TrimRight(first, " \t\r") != "---" {
		return "", 0
	}
	from := len(text) - len(rest)
	for at := from; at < len(text) && at < maxFrontMatter; {
		line, _, _ := strings.Cut(text[at:min(len(text), maxFrontMatter)], "\n")
		next := min(len(text), at+len(line)+1)
		if mark := strings.TrimRight(line, " \t\r"); mark == "---" || mark == "..." {
			return text[from:at], next
		}
		if at == from && !strings.Contains(line, ":") && !strings.HasPrefix(line, "#") {
			return "", 0 // a rule and a paragraph
		}
		at = next
	}
	return "", 0
}

// readFrontMatter reads the front matter of d and returns where the text goes
// on. Front matter that is no YAML becomes a note and stays text.
func readFrontMatter(d *decoded) (stated, int) {
	yaml, end := frontMatter(d.text)
	if end == 0 {
		return nil, 0
	}
	s, err := yamlFields(yaml)
	if err != nil {
		d.note(article.NoteFieldType, article.Warning, "the front matter is not YAML and was read as text: "+err.Error())
		return nil, 0
	}
	return s, end
}

// yamlFields are the scalars and lists of scalars of a YAML mapping. Only the
// syntax tree is read, so aliases are never expanded and dates stay as written.
func yamlFields(yaml string) (s stated, err error) {
	defer func() { // the parser is not ours, and content never panics
		if r := recover(); r != nil {
			err = errors.New("it cannot be read")
		}
	}()
	if strings.Count(yaml, "{")+strings.Count(yaml, "[") > 200 {
		return nil, errors.New("it nests too much")
	}
	file, err := parser.ParseBytes([]byte(yaml), 0)
	if err != nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		return nil, errors.New(first)
	}
	s = stated{}
	for _, doc := range file.Docs {
		switch body := doc.Body.(type) {
		case *ast.MappingNode:
			for _, v := range body.Values {
				s.add(v)
			}
		case *ast.MappingValueNode:
			s.add(body)
		case nil, *ast.CommentGroupNode:
		default:
			return nil, fmt.Errorf("it is %s, not a mapping", strings.ToLower(body.Type().String()))
		}
	}
	return s, nil
}

// add enters one field. Of two fields with one meaning the first stays.
func (s stated) add(v *ast.MappingValueNode) {
	key := v.Key.GetToken().Value
	m, ok := meaning(key)
	switch m.field {
	case "text", "markdown", "html", "summary", "list":
		ok = false
	}
	words := yamlStrings(v.Value)
	switch {
	case len(words) == 0 || strings.TrimSpace(strings.Join(words, "")) == "":
	case ok && len(s[m.field]) == 0:
		s[m.field] = words
	default:
		s[""] = append(s[""], key)
	}
}

// yamlStrings are the words of a scalar, of the items of a list, or of the
// names in a list of mappings (authors: [{name: …}]).
func yamlStrings(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.StringNode:
		return []string{n.Value}
	case *ast.LiteralNode:
		return []string{n.Value.Value}
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return []string{n.GetToken().Value}
	case *ast.TagNode:
		return yamlStrings(n.Value)
	case *ast.AnchorNode:
		return yamlStrings(n.Value)
	case *ast.SequenceNode:
		var all []string
		for _, item := range n.Values {
			all = append(all, yamlStrings(item)...)
		}
		return all
	case *ast.MappingNode:
		for _, v := range n.Values {
			if v.Key.GetToken().Value == "name" {
				return yamlStrings(v.Value)
			}
		}
	case *ast.MappingValueNode:
		if n.Key.GetToken().Value == "name" {
			return yamlStrings(n.Value)
		}
	}
	return nil
}

// first is a field's first value, white space folded.
func (s stated) first(name string) string {
	if len(s[name]) == 0 {
		return ""
	}
	return plainWords(s[name][0])
}

// plainWords folds white space and takes the marks off an Obsidian link: [[Ada
// Brenn]], [[people/brenn|Ada Brenn]].
func plainWords(s string) string {
	s = strings.Join(strings.Fields(normal(s)), " ")
	if inner, ok := strings.CutPrefix(s, "[["); ok && strings.HasSuffix(inner, "]]") {
		s = strings.TrimSuffix(inner, "]]")
		if _, alias, ok := strings.Cut(s, "|"); ok {
			s = alias
		}
	}
	return s
}

// frontMatterBasis is what every field of front matter is based on.
const frontMatterBasis = "front-matter"

// apply states the fields in the article whose blocks b has built.
func (s stated) apply(b *builder) {
	a := b.a
	if title := s.first("title"); title != "" {
		b.claimTitle(title, frontMatterBasis)
	}
	if deck := s.first("deck"); deck != "" {
		b.claimDeck(deck)
	}
	for _, name := range s["author"] {
		a.Authors = append(a.Authors, statedAuthors(plainWords(name), frontMatterBasis)...)
	}
	a.Published = statedDate(s.first("published"), frontMatterBasis)
	a.Updated = statedDate(s.first("updated"), frontMatterBasis)
	if url := s.first("url"); isAddress(url) {
		a.Source.URL = article.Opt(url)
	}
	a.Source.Publisher = article.Opt(s.first("publisher"))
	stateSource(&a.Source, s.first("source"))
	if tag := languageTag(s.first("language")); tag != "" {
		a.Language = article.Language{Tag: tag, Confidence: 1}
	}
	a.ID = s.first("id")
	if unread := s[""]; len(unread) > 0 {
		a.Notes = append(a.Notes, article.Note{Code: article.NoteUnreadField, Severity: article.Info,
			Message: "not read: " + strings.Join(unread, ", ")})
	}
}

// stateSource states what a field "source" says: an address or a publisher.
func stateSource(to *article.Source, source string) {
	switch {
	case source == "":
	case isAddress(source) && to.URL == "":
		to.URL = article.Opt(source)
	case !isAddress(source) && to.Publisher == "":
		to.Publisher = article.Opt(source)
	}
}

// languageTag is a stated language if it has the shape of a BCP 47 tag, else "".
func languageTag(s string) string {
	s = strings.ReplaceAll(s, "_", "-")
	for i, part := range strings.Split(s, "-") {
		if len(part) < 2 || len(part) > 8 || i == 0 && len(part) > 3 || strings.Trim(strings.ToLower(part), "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return ""
		}
	}
	return s
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}
