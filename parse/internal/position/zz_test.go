package position

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/article"
	"dossier/parse/internal/actor"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/quote"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

func stages(text string) Input {
	var blocks []article.Block
	var read []int
	at := 0
	for _, para := range strings.SplitAfter(text, "\n\n") {
		b := strings.TrimRight(para, "\n")
		blocks = append(blocks, article.Block{ID: fmt.Sprint("b", len(blocks)+1), Kind: article.BlockParagraph, Span: article.Span{Start: at, End: at + len(b)}})
		read = append(read, len(blocks)-1)
		at += len(para)
	}
	d := token.Split(text, blocks, read)
	tags := tag.Tags(d)
	marks := quotemark.Find(d, tags)
	ms := mention.Find(d, tags, marks)
	qs := quote.Find(d, tags, marks, ms)
	if len(qs) == 0 {
		qs = stubQuotes(d, tags, marks, ms)
	}
	ac := actor.Resolve(d, tags, marks, ms, qs)
	if len(ac.Actors) == 0 {
		ac = stub(d, ms)
		stubPron(d, ms, qs, ac)
	}
	return Input{d, tags, marks, ms, qs, ac}
}

func stub(d *token.Doc, ms *mention.Set) actor.Result {
	var r actor.Result
	ix := map[string]int32{}
	for i := range ms.Mentions {
		m := &ms.Mentions[i]
		r.Of = append(r.Of, -1)
		if m.Type == article.MentionPronoun {
			continue
		}
		s := d.Span(int(m.First), int(m.End))
		key := strings.TrimPrefix(s.In(d.Lower), "the ")
		if m.Country != "" && m.Type != article.MentionNominal && m.Kind != article.KindPerson && m.Kind != article.KindGovernmentBody && m.Kind != article.KindArmedForce && m.Kind != article.KindArmedGroup {
			key = string(m.Country)
		}
		k, ok := ix[key]
		if !ok {
			k = int32(len(r.Actors))
			ix[key] = k
			r.Actors = append(r.Actors, article.Actor{ID: fmt.Sprint("a", k+1), Name: s.In(d.Text), Kind: m.Kind, Country: m.Country})
		}
		r.Of[i] = k
		if r.Actors[k].Kind == article.KindPlace {
			r.Actors[k].Kind = m.Kind
		}
		r.Actors[k].Mentions = append(r.Actors[k].Mentions, article.Mention{Span: s, Text: s.In(d.Text), Type: m.Type, Rule: m.Rule})
	}
	return r
}

func TestZZ(t *testing.T) {
	path := os.Getenv("ZZ")
	if path == "" {
		t.Skip()
	}
	if strings.HasSuffix(path, ".txt") {
		b, _ := os.ReadFile(path)
		show(string(b))
		return
	}
	f, _ := os.Open(path)
	out, _ := os.Create(os.Getenv("ZZOUT"))
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for sc.Scan() {
		var g struct{ ID, Text string }
		json.Unmarshal(sc.Bytes(), &g)
		text := strings.ReplaceAll(g.Text, "\n", "\n\n")
		in := stages(text)
		ps := Find(in)
		cp := func(n int) int { return utf8.RuneCountInString(text[:n]) }
		var as, pp []map[string]any
		for _, a := range in.Actors.Actors {
			var ms []map[string]any
			for _, m := range a.Mentions {
				ms = append(ms, map[string]any{"start": cp(m.Span.Start), "end": cp(m.Span.End), "type": m.Type})
			}
			as = append(as, map[string]any{"id": a.ID, "name": a.Name, "kind": a.Kind, "country": a.Country, "aliases": a.Aliases, "mentions": ms})
		}
		for _, p := range ps {
			m := map[string]any{"actor": nil, "target": nil, "stance": p.Stance, "polarity": p.Polarity, "x": fmt.Sprintf("%s [%s] -> %s (%s) %s", p.Holder.Text, p.Cue.Text, p.Target.Text, p.Rule, p.Issue)}
			if p.Holder.Actor != "" {
				m["actor"] = p.Holder.Actor
			}
			if p.Target.Actor != "" {
				m["target"] = p.Target.Actor
			}
			pp = append(pp, m)
		}
		j, _ := json.Marshal(map[string]any{"id": g.ID, "text": text, "actors": as, "positions": pp})
		out.Write(append(j, '\n'))
	}
	out.Close()
}

func show(text string) {
	in := stages(text)
	r := newReader(in)
	for s := range in.Doc.Sentences {
		r.sentence(s)
		if os.Getenv("ZZV") != "" {
			fmt.Println("--", in.Doc.Span(r.first, r.end).In(text))
			for i := r.first; i < r.end; i++ {
				fmt.Printf("%s/%d ", r.word(i), r.tags[i])
			}
			fmt.Println()
			for i := range r.ms {
				if m := &r.ms[i]; int(m.First) >= r.first && int(m.End) <= r.end {
					fmt.Printf("   mention %q %s %s a%d\n", in.Doc.Span(int(m.First), int(m.End)).In(text), m.Type, m.Kind, r.actorOf(i)+1)
				}
			}
			for _, g := range r.groups {
				sub := ""
				if g.subject >= 0 {
					sub = in.Doc.Span(r.phraseTokens(g.subject)[0], r.phraseTokens(g.subject)[1]).In(text)
				}
				fmt.Printf("   group %q form %d passive %v subj %q matrix %d\n", in.Doc.Span(g.first, g.end).In(text), g.form, g.passive, sub, g.matrix)
			}
			for _, c := range r.cues {
				fmt.Printf("   cue %v %s obj %v\n", c.e.words, c.e.stance, c.args.obj)
			}
		}
	}
	for _, p := range merge(r.found) {
		fmt.Printf("%s %s(%s) %s -> %s %s(%s) | cue %q | issue %q | %s %.2f neg=%v | %v | st: %s\n", p.ID, p.Holder.Text, p.Holder.Actor, p.Stance, p.Target.Type, p.Target.Text, p.Target.Actor, p.Cue.Text, p.Issue, p.Rule, p.Confidence, p.Negated, p.Quotes, p.Statement.Text)
	}
}

func BenchmarkZZ(b *testing.B) {
	data, _ := os.ReadFile("/tmp/pos/polnear.txt")
	in := stages(string(data))
	b.SetBytes(int64(len(in.Doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(in)
	}
}

var sayStub = map[string]bool{"said": true, "says": true, "announced": true, "suggested": true, "stated": true, "warned": true, "added": true, "reported": true, "confirmed": true, "claimed": true}

func stubQuotes(d *token.Doc, tags []tag.Tag, marks *quotemark.Set, ms *mention.Set) []quote.Quote {
	var out []quote.Quote
	src := func(lo, hi int, last bool) *quote.Source {
		best := -1
		for i := range ms.Mentions {
			m := &ms.Mentions[i]
			if int(m.First) >= lo && int(m.End) <= hi && m.Kind != article.KindPlace && m.Type != article.MentionAdjective {
				if best < 0 || last {
					if last && best >= 0 && ms.Mentions[best].End >= m.End {
						continue
					}
					best = i
				}
			}
		}
		if best < 0 {
			return nil
		}
		m := &ms.Mentions[best]
		return &quote.Source{First: m.First, End: m.End, Head: m.Head, Mention: int32(best)}
	}
	for _, s := range d.Sentences {
		lo, hi := int(s.First), int(s.End)
		for i := lo; i < hi; i++ {
			if !sayStub[d.Low(i)] || !tags[i].Verb() || marks.At(i) >= 0 {
				continue
			}
			var q quote.Quote
			q.CueFirst, q.CueEnd, q.CueLemma = int32(i), int32(i+1), "say"
			comma := -1
			for j := i - 1; j > lo; j-- {
				if tags[j] == tag.PunctComma || marks.At(j) >= 0 {
					comma = j
					break
				}
			}
			if p := marks.At(lo); p >= 0 || comma > 0 && marks.At(comma) >= 0 {
				if p < 0 {
					p = marks.At(comma)
				}
				q.Kind = article.QuoteDirect
				q.Spans = []article.Span{marks.Pairs[p].Inner}
				q.First, q.End = marks.Pairs[p].Open+1, marks.Pairs[p].Close
				q.Speaker = src(int(q.End), hi, false)
			} else if comma > 0 && hi-i < 8 {
				q.Kind = article.QuoteIndirect
				q.First, q.End = int32(lo), int32(comma)
				q.Spans = []article.Span{d.Span(lo, comma)}
				q.Speaker = src(comma, i, true)
			} else {
				q.Kind = article.QuoteIndirect
				q.First, q.End = int32(i+1), int32(hi-1)
				q.Spans = []article.Span{d.Span(i+1, hi-1)}
				q.Speaker = src(lo, i, true)
			}
			out = append(out, q)
			break
		}
	}
	return out
}

func stubPron(d *token.Doc, ms *mention.Set, qs []quote.Quote, ac actor.Result) {
	for _, q := range qs {
		if q.Speaker == nil {
			continue
		}
		for i := range ms.Mentions {
			m := &ms.Mentions[i]
			if m.Type == article.MentionPronoun && m.First >= q.First && m.End <= q.End && q.Kind == article.QuoteIndirect {
				ac.Of[i] = ac.Of[q.Speaker.Mention]
			}
		}
	}
}
