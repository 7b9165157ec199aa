package page

import (
	"strings"
	"unicode"
)

// headline gathers what the head of the page calls its title, without the name
// of the site.
func (h *headers) headline(object map[string]any, sites []string) []Fact {
	var all []Fact
	add := func(s, basis string) {
		if s = strings.TrimSpace(s); s != "" {
			all = append(all, Fact{withoutSite(s, sites), basis})
		}
	}
	if object != nil {
		add(text(object, "headline"), layerLinked)
	}
	if s, ok := h.first("og:title"); ok {
		add(s, layerGraph)
	}
	if s, ok := h.first("twitter:title", "headline", "parsely-title", "sailthru.title", "dc.title", "title"); ok {
		add(s, layerMeta)
	}
	add(h.title, layerTitle)
	return all
}

// separators stand between a title and the name of its site.
var separators = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " // ", "--", ", "}

// withoutSite cuts the name of the site off a title. What only looks like one
// ("Talks 'constructive' – Kremlin") stays.
func withoutSite(title string, sites []string) string {
	for again := true; again; {
		again = false
		for _, sep := range separators {
			if i := strings.LastIndex(title, sep); i > 0 && isSite(title[i+len(sep):], sites) {
				title, again = strings.TrimSpace(title[:i]), true
			}
			if i := strings.Index(title, sep); i > 0 && sep != ", " && isSite(title[:i], sites) {
				title, again = strings.TrimSpace(title[i+len(sep):]), true
			}
		}
	}
	return title
}

func isSite(s string, sites []string) bool {
	s = squeeze(s)
	if len(s) < 2 {
		return false
	}
	for _, site := range sites {
		if s == site || len(s) >= 4 && strings.HasPrefix(site, s) || len(site) >= 4 && strings.HasPrefix(s, site) && len(s) <= len(site)+8 {
			return true
		}
	}
	return false
}

// squeeze is the letters and digits of s in lower case.
func squeeze(s string) string { return strings.ReplaceAll(fold(s), " ", "") }

// fold makes a text comparable: letters and digits in lower case, one space
// for all else.
func fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(unicode.ToLower(r))
			space = false
		} else if r != '\'' && r != '’' {
			space = true
		}
	}
	return b.String()
}
