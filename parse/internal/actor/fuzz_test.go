package actor

import (
	"fmt"
	"testing"

	"dossier/parse/internal/mention"
)

// FuzzResolve: no text makes a panic, and what comes out holds together.
func FuzzResolve(f *testing.F) {
	f.Add(news)
	for _, s := range sieves {
		f.Add(s.Example)
		f.Add(s.Counter)
	}
	f.Add("A's B's C's D's of of for and & the (X) (Y) \"Z\" 's")
	f.Add("PRESIDENT OF THE REPUBLIC, THE, MR., Mr. \n\n\nOf The And\xff\xfe")
	f.Fuzz(func(t *testing.T, text string) {
		d, ms, r := resolve(text)
		if len(r.Of) != len(ms.Mentions) {
			t.Fatalf("%d links for %d mentions", len(r.Of), len(ms.Mentions))
		}
		checkSet(t, len(d.Tokens), ms)
		for i, o := range r.Of {
			if o < -1 || int(o) >= len(r.Actors) {
				t.Fatalf("mention %d links to %d of %d", i, o, len(r.Actors))
			}
		}
		last := -1
		for i, a := range r.Actors {
			if a.ID != fmt.Sprintf("a%d", i+1) || a.Name == "" || a.Kind == "" || len(a.Mentions) == 0 || a.Mentions[0].Span.Start < last {
				t.Fatalf("bad actor %d: %+v", i, a)
			}
			last = a.Mentions[0].Span.Start
			for _, m := range a.Mentions {
				if m.Text == "" || m.Span.In(text) != m.Text || m.Rule == "" || m.Type == "" {
					t.Fatalf("bad mention of %s: %+v", a.ID, m)
				}
			}
			for _, o := range a.Roles {
				if o.Span.In(text) == "" || o.Title == "" || o.Status == "" {
					t.Fatalf("bad role of %s: %+v", a.ID, o)
				}
			}
		}
	})
}

func checkSet(t *testing.T, tokens int, ms *mention.Set) {
	t.Helper()
	end := int32(0)
	for i, p := range ms.Phrases {
		if p.First < end || p.End <= p.First || p.Head < p.First || p.Head >= p.End || p.FullEnd < p.End || int(p.FullEnd) > tokens {
			t.Fatalf("bad phrase %d: %+v", i, p)
		}
		if p.Apposition >= 0 && int(p.Apposition) >= len(ms.Phrases) {
			t.Fatalf("phrase %d renamed by %d", i, p.Apposition)
		}
		end = p.End
	}
	at := int32(0)
	for i, m := range ms.Mentions {
		if m.First < at || m.End <= m.First || int(m.End) > tokens || m.Head < m.First || m.Head >= m.End || int(m.Phrase) >= len(ms.Phrases) || m.RoleEnd < m.RoleFirst {
			t.Fatalf("bad mention %d: %+v", i, m)
		}
		at = m.First
	}
}
