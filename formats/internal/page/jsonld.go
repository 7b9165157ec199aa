package page

import (
	"encoding/json"
	"html"
	"strings"

	"golang.org/x/net/html/atom"

	"dossier/formats/internal/dom"
)

// maxLinked bounds the JSON-LD that is read, in bytes a script and in objects.
const (
	maxLinked  = 4 << 20
	maxObjects = 4096
)

// linkedData is the JSON-LD of a page: every object in it, outer before inner,
// and by its "@id".
type linkedData struct {
	objects []map[string]any
	byID    map[string]map[string]any
}

// readLinked reads the scripts of type application/ld+json.
func readLinked(t *dom.Tree) *linkedData {
	ld := &linkedData{byID: map[string]map[string]any{}}
	for i := range t.Nodes {
		n := &t.Nodes[i]
		if n.Tag != atom.Script || n.First == dom.None || !strings.Contains(strings.ToLower(t.Attr(int32(i), "type")), "ld+json") {
			continue
		}
		text := &t.Nodes[n.First]
		if raw := t.Text[text.Start:text.End]; len(raw) <= maxLinked {
			ld.add(looseJSON(raw))
		}
	}
	return ld
}

// add gathers the objects of v, breadth first.
func (ld *linkedData) add(v any) {
	for queue := []any{v}; len(queue) > 0 && len(ld.objects) < maxObjects; queue = queue[1:] {
		switch v := queue[0].(type) {
		case []any:
			queue = append(queue, v...)
		case map[string]any:
			ld.objects = append(ld.objects, v)
			if id, ok := v["@id"].(string); ok && len(v) > 1 && ld.byID[id] == nil {
				ld.byID[id] = v
			}
			for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart", "author", "creator", "publisher"} {
				switch inner := v[key].(type) {
				case []any, map[string]any:
					queue = append(queue, inner)
				}
			}
		}
	}
}

// looseJSON reads JSON as pages have it: inside comment marks, with line ends in
// strings, with a comma too many. nil if it is none.
func looseJSON(raw string) any {
	raw = strings.TrimSpace(raw)
	for _, cut := range [...]string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		raw = strings.TrimSpace(strings.TrimPrefix(raw, cut))
	}
	for _, cut := range [...]string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		raw = strings.TrimSpace(strings.TrimSuffix(raw, cut))
	}
	var v any
	if json.Unmarshal([]byte(raw), &v) == nil {
		return v
	}
	if json.Unmarshal([]byte(mendJSON(raw)), &v) == nil {
		return v
	}
	dec := json.NewDecoder(strings.NewReader(mendJSON(raw)))
	if dec.Decode(&v) == nil { // what follows the first value is noise
		return v
	}
	return nil
}

// mendJSON makes control characters in strings spaces and drops commas before a
// closing bracket.
func mendJSON(raw string) string {
	var b strings.Builder
	b.Grow(len(raw))
	inside, comma := false, false
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		switch {
		case inside && c == '\\' && i+1 < len(raw):
			if strings.IndexByte(`"\/bfnrtu`, raw[i+1]) < 0 {
				continue // an escape that JSON does not know
			}
			b.WriteByte(c)
			i++
			b.WriteByte(raw[i])
			continue
		case inside && c < ' ':
			c = ' '
		case c == '"':
			if comma && !inside {
				b.WriteByte(',')
			}
			inside, comma = !inside, false
		case !inside && c == ',':
			comma = true
			continue
		case !inside && comma && c > ' ':
			if c != '}' && c != ']' {
				b.WriteByte(',')
			}
			comma = false
		}
		b.WriteByte(c)
	}
	return b.String()
}

// articleTypes are the types of schema.org that an article has, best first.
var articleTypes = map[string]int{
	"newsarticle": 3, "reportagenewsarticle": 3, "analysisnewsarticle": 3, "opinionnewsarticle": 3, "backgroundnewsarticle": 3,
	"askpublicnewsarticle": 3, "reviewnewsarticle": 3, "liveblogposting": 3, "claimreview": 1,
	"article": 2, "blogposting": 2, "techarticle": 2, "scholarlyarticle": 2, "satiricalarticle": 2, "medicalscholarlyarticle": 2,
	"socialmediaposting": 2, "report": 2, "advertisercontentarticle": 2, "discussionforumposting": 2, "review": 1, "recipe": 1,
	"videoobject": 0, "webpage": 0, "itempage": 0,
}

// rank is how much an object is an article; -1 if it is none.
func rank(v map[string]any) int {
	best := -1
	for _, s := range texts(v["@type"]) {
		s = strings.ToLower(s[strings.LastIndexAny(s, "/:#")+1:])
		if r, ok := articleTypes[s]; ok {
			best = max(best, r)
		}
	}
	return best
}

// article is the object that describes the page's article, nil if there is none.
func (ld *linkedData) article(match func(map[string]any) bool) map[string]any {
	var best map[string]any
	most := -1
	for _, v := range ld.objects {
		r := 4 * rank(v)
		if r < 0 {
			continue
		}
		if match(v) {
			r += 2
		}
		if r > most {
			best, most = v, r
		}
	}
	return best
}

// texts are the strings of v, a string or a list of them.
func texts(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, x := range v {
			if s, ok := x.(string); ok {
				all = append(all, s)
			}
		}
		return all
	}
	return nil
}

// text is a field's first string, its entities read.
func text(v map[string]any, key string) string {
	if list := texts(v[key]); len(list) > 0 {
		return plain(list[0])
	}
	return ""
}

// plain is a string of metadata as text: entities read (some pages write them
// twice), tags dropped, white space folded.
func plain(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(html.UnescapeString(s))
	}
	if strings.IndexByte(s, '<') >= 0 {
		t := dom.Parse(s)
		s = t.Words(0, len(s))
	}
	return strings.Join(strings.Fields(s), " ")
}

// names are the names of people or bodies that v states: strings, objects with
// a name, references to objects, lists of these.
func (ld *linkedData) names(v any, depth int) []string {
	if depth > 4 {
		return nil
	}
	switch v := v.(type) {
	case string:
		if s := plain(v); s != "" {
			return []string{s}
		}
	case []any:
		var all []string
		for _, x := range v {
			all = append(all, ld.names(x, depth+1)...)
		}
		return all
	case map[string]any:
		if list := ld.names(v["name"], depth+1); len(list) > 0 {
			return list
		}
		if given, family := text(v, "givenName"), text(v, "familyName"); family != "" {
			return []string{strings.TrimSpace(given + " " + family)}
		}
		if id, ok := v["@id"].(string); ok && ld.byID[id] != nil && len(v) < len(ld.byID[id]) {
			return ld.names(ld.byID[id], depth+1)
		}
	}
	return nil
}

// bodyKey is the field that holds the text of an article.
const bodyKey = `"articleBody"`

// hiddenBody is where the longest article body stands in the JSON-LD of a page:
// the inside of its JSON string. 0, 0 if there is none that can be read in place.
func hiddenBody(t *dom.Tree) (from, to int) {
	for i := range t.Nodes {
		n := &t.Nodes[i]
		if n.Tag != atom.Script || n.First == dom.None || !strings.Contains(strings.ToLower(t.Attr(int32(i), "type")), "ld+json") {
			continue
		}
		end := int(t.Nodes[n.First].End)
		for at := int(t.Nodes[n.First].Start); at < end; {
			k := strings.Index(t.Text[at:end], bodyKey)
			if k < 0 {
				break
			}
			at += k + len(bodyKey)
			rest := t.Text[at:end]
			open := strings.IndexByte(rest, '"')
			if open < 0 || strings.Trim(rest[:open], ": \n\t") != "" {
				continue
			}
			a := at + open + 1
			b := a
			for b < end && t.Text[b] != '"' {
				if t.Text[b] == '\\' {
					b++
				}
				b++
			}
			if b > end {
				break
			}
			if at = b; b-a > to-from && json.Valid([]byte(t.Text[a-1:min(b+1, end)])) {
				from, to = a, b
			}
		}
	}
	return from, to
}
