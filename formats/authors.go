package formats

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dossier/article"
)

//go:embed posts.tsv
var postsTSV string

// postWords is posts.tsv: what a paper says of its author's work behind the name.
var postWords = sync.OnceValue(func() map[string]string {
	table := make(map[string]string, 60)
	for line := range strings.Lines(postsTSV) {
		if word, class, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && line[0] != '#' {
			table[word] = class
		}
	}
	return table
})

// authorBreaks makes what stands between two names a semicolon.
var authorBreaks = strings.NewReplacer(" and ", ";", " & ", ";", ", ", ";", " und ", ";", " et ", ";", " og ", ";", " och ", ";", " y ", ";", " | ", ";", " / ", ";")

// statedAuthors are the names of one author field: "By A, B and C" is three,
// but only if each part is a full name, as "Brenn, Ada" is one.
func statedAuthors(field, basis string) []article.Author {
	field = strings.Join(strings.Fields(normal(field)), " ")
	if len(field) > 3 && strings.EqualFold(field[:3], "by ") {
		field = field[3:]
	}
	if field == "" {
		return nil
	}
	parts := strings.FieldsFunc(authorBreaks.Replace(field), func(r rune) bool { return r == ';' })
	if len(parts) > 1 && fullName(strings.Fields(parts[0])) {
		parts = slices.DeleteFunc(parts, postsOnly) // "Ada Brenn, Health Editor"
		if house := strings.TrimSpace(parts[len(parts)-1]); len(parts) > 1 && strings.HasSuffix(field, ", "+house) && len(house) <= 5 && strings.ToUpper(house) == house && !strings.Contains(house, " ") {
			parts = parts[:len(parts)-1] // "Ada Brenn, CNN"
		}
	}
	for _, p := range parts {
		if !strings.Contains(strings.TrimSpace(p), " ") {
			parts = []string{field}
			break
		}
	}
	var authors []article.Author
	for _, p := range parts {
		if name := authorAlone(strings.TrimSpace(p)); name != "" {
			authors = append(authors, article.Author{Name: name, Basis: basis})
		}
	}
	return authors
}

// authorAlone cuts what stands behind an author's name: the town or the paper ("Ada Brenn in
// Halmsund", "Ada Brenn For The Echo") and the post ("Ada Brenn Health editor").
func authorAlone(s string) string {
	for _, tie := range [...]string{" in ", " for ", " For ", " FOR "} {
		name, behind, ok := strings.Cut(s, tie)
		r, _ := utf8.DecodeRuneInString(behind)
		if ok && fullName(strings.Fields(name)) && unicode.IsUpper(r) {
			return name
		}
	}
	words := strings.Fields(s)
	n := len(words)
	if n < 3 || postWords()[strings.ToLower(words[n-1])] != "post" {
		return s
	}
	for n--; n > 2 && (postWords()[strings.ToLower(words[n-1])] == "desk" || !fullName(words[:n])); n-- {
	}
	oneWord := n == len(words)-1 && words[n] != strings.ToLower(words[n]) // "Daily Echo Reporter" is no person
	if n < 2 || oneWord || !fullName(words[:n]) || postWords()[strings.ToLower(words[n-1])] != "" {
		return s
	}
	return strings.Join(words[:n], " ")
}

// postsOnly reports words that all tell of an author's work.
func postsOnly(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if postWords()[strings.ToLower(strings.Trim(w, ".,"))] == "" {
			return false
		}
	}
	return true
}

// fullName reports two to four words with capitals, as a person's name has.
func fullName(words []string) bool {
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) || postWords()[strings.ToLower(w)] == "post" || strings.EqualFold(w, "the") {
			return false
		}
	}
	return true
}
