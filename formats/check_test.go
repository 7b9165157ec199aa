package formats

import (
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dossier/article"
)

// checkRuns asks of every block that its runs stand in order, lie inside it,
// leave no text out, and read back from the raw file: the bytes themselves
// where they are as long as the text, else what they stand for.
func checkRuns(a *article.Article, raw []byte) error {
	utf := a.Source.Encoding == "utf-8"
	for _, b := range a.Blocks {
		at := b.Span.Start
		for _, r := range b.Runs {
			text := r.Span.In(a.Text)
			if r.Span.Start != at || text == "" {
				return fmt.Errorf("block %s: run %v does not follow %d", b.ID, r.Span, at)
			}
			if r.Raw.Start < b.Raw.Start || r.Raw.End > b.Raw.End || r.Raw.End > len(raw) || r.Raw.Start >= r.Raw.End {
				return fmt.Errorf("block %s: raw run %v lies outside %v", b.ID, r.Raw, b.Raw)
			}
			at = r.Span.End
			bytes := string(raw[r.Raw.Start:r.Raw.End])
			if a.Source.Encoding == "iso-2022-jp" {
				bytes = "\x1b$B" + bytes // it goes on in the state that an escape set
			}
			if !utf {
				bytes = recode([]byte(bytes), 0, a.Source.Encoding).text
			}
			if !standsFor(bytes, text) {
				return fmt.Errorf("block %s: raw %q does not read %q", b.ID, bytes, text)
			}
		}
		if at != b.Span.End {
			return fmt.Errorf("block %s: runs end at %d of %d", b.ID, at, b.Span.End)
		}
	}
	if !norm.NFC.IsNormalString(a.Text) {
		return fmt.Errorf("text is not NFC")
	}
	return nil
}

// standsFor reports whether raw, decoded to UTF-8, is a way to write text.
func standsFor(raw, text string) bool {
	if raw == text {
		return true
	}
	if strings.TrimSpace(text) == "" || strings.Trim(text, " |\n") == "" {
		return strings.IndexFunc(raw, unicode.IsSpace) >= 0 || strings.ContainsAny(raw, `|<>\&;`)
	}
	if !strings.ContainsAny(raw, `&\`) && len(raw) == len(text) && !strings.Contains(text, "\uFFFD") {
		return norm.NFC.String(strings.Map(spaced, raw)) == text
	}
	raw = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' {
			return -1 // dropped, and many of them look binary
		}
		return r
	}, raw)
	d, err := decode([]byte(raw))
	if err != nil || strings.Contains(text, "\uFFFD") {
		return err == nil
	}
	for _, s := range []string{strings.ReplaceAll(d.text, `""`, `"`), d.text, unescape(d.text), raw, strings.Join(strings.Fields(raw), " "), strings.Map(spaced, raw)} {
		for html.UnescapeString(s) != s && s != text {
			s = html.UnescapeString(s) // markup may be escaped in markup
		}
		if s == text || norm.NFC.String(s) == text || norm.NFC.String(html.UnescapeString(s)) == text {
			return true
		}
		long := norm.NFD.String(text)
		if strings.ContainsFunc(long, unicode.IsMark) && within(long, norm.NFD.String(html.UnescapeString(s))) {
			return true // composed over a mark that was dropped
		}
	}
	return false
}

// spaced makes white space the one space that a soft line break becomes.
func spaced(r rune) rune {
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

// within reports whether all characters of s stand in text, in any order:
// normalisation sorts marks.
func within(s, text string) bool {
	have := map[rune]int{}
	for _, r := range text {
		have[r]++
	}
	for _, r := range s {
		if have[r]--; have[r] < 0 {
			return false
		}
	}
	return true
}

// unescape reads the escapes of a JSON string.
func unescape(s string) string {
	var out string
	if json.Unmarshal([]byte(`"`+s+`"`), &out) != nil {
		return s
	}
	return out
}
