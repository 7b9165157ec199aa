package actor

import (
	"strings"
	"testing"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/token"
)

// marked takes the «» out of text and returns where the two marked strings stand.
func marked(t *testing.T, text string) (plain string, at [2]article.Span) {
	t.Helper()
	var b strings.Builder
	n := 0
	for _, c := range text {
		switch c {
		case '«':
			if n < 2 {
				at[n].Start = b.Len()
			}
		case '»':
			if n < 2 {
				at[n].End = b.Len()
			}
			n++
		default:
			b.WriteRune(c)
		}
	}
	if n != 2 {
		t.Fatalf("%d marks in %q", n, text)
	}
	return b.String(), at
}

// find is the mention that reads as s, an article in front apart; -1 if none.
func find(d *token.Doc, ms *mention.Set, s article.Span) int {
	want := strings.TrimPrefix(strings.ToLower(s.In(d.Text)), "the ")
	for i := range ms.Mentions {
		m := d.Span(int(ms.Mentions[i].First), int(ms.Mentions[i].End))
		if s.Contains(m) && strings.TrimPrefix(strings.ToLower(m.In(d.Text)), "the ") == want {
			return i
		}
	}
	return -1
}

// TestSieves: every sieve links its example and leaves its counter-example.
func TestSieves(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range sieves {
		if s.Name == "" || s.Reason == "" || seen[s.Name] {
			t.Errorf("sieve %q lacks a name of its own or a reason", s.Name)
		}
		seen[s.Name] = true
		if linked, rule := linkedBy(t, s.Example, s.reverse); linked == s.founds || rule != s.Name {
			t.Errorf("%s: example: linked %v, by %q: %s", s.Name, linked, rule, s.Example)
		}
		if linked, rule := linkedBy(t, s.Counter, s.reverse); linked != s.founds && rule == s.Name {
			t.Errorf("%s: counter-example: linked %v, by it: %s", s.Name, linked, s.Counter)
		}
	}
}

func linkedBy(t *testing.T, text string, reverse bool) (linked bool, rule string) {
	plain, at := marked(t, text)
	if reverse {
		at[0], at[1] = at[1], at[0]
	}
	d, ms, r := resolve(plain)
	a, b := find(d, ms, at[0]), find(d, ms, at[1])
	if a < 0 || b < 0 || r.Of[b] < 0 {
		return false, ""
	}
	span := d.Span(int(ms.Mentions[b].First), int(ms.Mentions[b].End))
	for _, m := range r.Actors[r.Of[b]].Mentions {
		if m.Span == span {
			rule = m.Rule
		}
	}
	return r.Of[a] == r.Of[b], rule
}
