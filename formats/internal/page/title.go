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

// words is the text of a leaf, entities read and white space folded.
func (f *finder) words(l *Leaf) string {
	var b strings.Builder
	for _, p := range l.Pieces {
		if n := &f.t.Nodes[p.Node]; p.Kind == Words {
			b.WriteString(f.t.Text[n.Start:n.End])
		} else if p.Kind == Break || p.Kind == Space {
			b.WriteByte(' ')
		}
	}
	return plain(b.String())
}

// findTitle settles the title: of what the layers and the headings say, the
// form with the most votes. It notes the leaf that shows it.
func (f *finder) findTitle() {
	f.title = -1
	type form struct {
		fact  Fact
		votes int
	}
	forms := map[string]*form{}
	var order []string
	vote := func(text, basis string, weight int) {
		key := fold(text)
		if key == "" {
			return
		}
		if forms[key] == nil {
			forms[key] = &form{fact: Fact{text, basis}}
			order = append(order, key)
		}
		forms[key].votes += weight
	}
	stated := f.meta.titles
	for _, x := range stated {
		vote(x.Text, x.Basis, titleVotes[x.Basis])
	}
	var heads []int
	for i := range f.leaves {
		if l := &f.leaves[i]; l.Kind == Heading && l.Level <= 2 && len(heads) < 40 {
			heads = append(heads, i)
		}
	}
	shown := map[string]int{}
	for _, i := range heads {
		key := fold(f.words(&f.leaves[i]))
		if key == "" {
			continue
		}
		known := forms[key] != nil
		if !known {
			for _, x := range stated {
				if k := fold(x.Text); len(key) >= 12 && (strings.HasPrefix(k, key+" ") || strings.HasSuffix(k, " "+key)) {
					known = true
				}
			}
		}
		if !known {
			continue
		}
		if _, dup := shown[key]; !dup {
			vote(f.words(&f.leaves[i]), layerHead, titleVotes[layerHead])
		}
		if _, dup := shown[key]; !dup || f.leaves[shown[key]].Level > f.leaves[i].Level {
			shown[key] = i
		}
	}
	best := ""
	for _, key := range order {
		if best == "" || forms[key].votes > forms[best].votes {
			best = key
		}
	}
	if best != "" {
		f.meta.Title = forms[best].fact
		if i, ok := shown[best]; ok {
			f.title = i
			return
		}
	}
	for _, i := range heads {
		if _, ok := shown[fold(f.words(&f.leaves[i]))]; ok {
			f.title = i
			return
		}
	}
	for _, i := range heads {
		if f.leaves[i].Level == 1 && f.leaves[i].words >= 3 {
			f.title = i
			if f.meta.Title.Text == "" {
				f.meta.Title = Fact{f.words(&f.leaves[i]), layerHead}
			}
			return
		}
	}
}

// titleVotes is how much a layer counts in the vote on the title.
var titleVotes = map[string]int{layerLinked: 6, layerGraph: 5, layerHead: 4, layerMeta: 1, layerTitle: 2}
