package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/article"
)

// Fields are the placeholders of a name template. The first two come from the
// input's name, the others from the article.
var Fields = []string{"stem", "ext", "n", "id", "date", "lang", "title"}

// template is a name below the output folder, without the format's suffix:
// literal text at even places, the name of a field at odd ones.
type template []string

func newTemplate(s string) (template, error) {
	var t template
	for rest := s; ; {
		lit, tail, open := strings.Cut(rest, "{")
		if !open {
			t = append(t, rest)
			break
		}
		field, after, closed := strings.Cut(tail, "}")
		if !closed || !slices.Contains(Fields, field) {
			return nil, fmt.Errorf("%w: --name: unknown field {%s}; there are {%s}", ErrUsage, field, strings.Join(Fields, "} {"))
		}
		t = append(t, lit, field)
		rest = after
	}
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '\\' }) {
		if strings.Trim(part, ". ") == "" {
			return nil, fmt.Errorf("%w: --name may not leave the output folder", ErrUsage)
		}
	}
	if s == "" || strings.HasPrefix(s, "/") || strings.HasSuffix(s, "/") || filepath.IsAbs(s) || filepath.VolumeName(s) != "" {
		return nil, fmt.Errorf("%w: --name must be a name below the output folder", ErrUsage)
	}
	return t, nil
}

// reads reports whether a field of fields is in the template.
func (t template) reads(fields ...string) bool {
	for i := 1; i < len(t); i += 2 {
		if slices.Contains(fields, t[i]) {
			return true
		}
	}
	return false
}

// fill returns the name of record n of in. Without an article, as before the
// work, the article's fields stay as placeholders. A file of many records whose
// template does not tell them apart gets a folder with a file per id.
func (t template) fill(in Input, n int, many bool, a *article.Article) string {
	if many && !t.reads("n", "id", "date", "title") {
		t = append(slices.Clone(t[:len(t)-1]), t[len(t)-1]+"/", "id", "")
	}
	var b strings.Builder
	for i, part := range t {
		if i%2 == 1 {
			part = field(part, in, n, a)
		}
		b.WriteString(part)
	}
	return filepath.FromSlash(b.String())
}

func field(name string, in Input, n int, a *article.Article) string {
	switch name {
	case "stem":
		return in.Stem
	case "ext":
		return strings.TrimPrefix(in.Ext, ".")
	}
	if a == nil {
		return "{" + name + "}"
	}
	switch name {
	case "n":
		return fmt.Sprint(max(n, 1))
	case "id":
		return safe(a.ID)
	case "date":
		if a.Published == nil {
			return "undated"
		}
		return safe(a.Published.Value[:min(len(a.Published.Value), len("2006-01-02"))])
	case "lang":
		return safe(a.Language.Tag)
	default:
		if a.Title == "" {
			return "untitled"
		}
		return safe(string(a.Title))
	}
}

const maxSafe = 100 // bytes of a safe name: leaves room for stem and suffix in 255

// safe makes any string a file name that every system takes: letters, digits
// and "._-" stay, all else is "_". A name that lost something by that gets a
// short hash, so that different strings stay different.
func safe(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == utf8.RuneError || r != '.' && r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			r = '_'
		}
		if r == '_' && strings.HasSuffix(b.String(), "_") {
			continue
		}
		if b.Len()+utf8.RuneLen(r) > maxSafe {
			break
		}
		b.WriteRune(r)
	}
	name := strings.Trim(b.String(), "._ ")
	if name == s && !reserved(name) {
		return name
	}
	if reserved(name) {
		name = strings.ReplaceAll(name, ".", "_")
	}
	sum := sha256.Sum256([]byte(s))
	return strings.TrimLeft(strings.TrimRight(name, "_")+"-"+hex.EncodeToString(sum[:3]), "-._")
}

// reserved reports the device names of Windows, which no file may bear.
func reserved(name string) bool {
	base, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch base {
	case "", "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(base) == 4 && (strings.HasPrefix(base, "COM") || strings.HasPrefix(base, "LPT")) && unicode.IsDigit(rune(base[3]))
}

// maxName is the length of a name, in bytes, that every file system takes, less
// the longest suffix: outputs of one article keep one stem.
const maxName = 255 - len(".positions.csv")

// fitting shortens what would be too long for a name, with a hash of the whole,
// so that different names stay different.
func fitting(path string) string {
	if len(path) <= maxName {
		return path
	}
	parts := strings.Split(path, string(filepath.Separator))
	for i, s := range parts {
		if len(s) <= maxName {
			continue
		}
		cut := maxName - 7
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		sum := sha256.Sum256([]byte(s))
		parts[i] = s[:cut] + "-" + hex.EncodeToString(sum[:3])
	}
	return strings.Join(parts, string(filepath.Separator))
}
