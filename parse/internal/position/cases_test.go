package position

import (
	"fmt"
	"strings"

	"dossier/article"
	"dossier/parse/internal/actor"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/quote"
	"dossier/parse/internal/quotemark"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// input runs the stages before this one on text, a paragraph a block.
func input(text string) Input {
	var blocks []article.Block
	var all []int
	at := 0
	for para := range strings.SplitAfterSeq(text, "\n\n") {
		b := strings.TrimRight(para, "\n")
		blocks = append(blocks, article.Block{
			ID: fmt.Sprint("b", len(blocks)+1), Kind: article.BlockParagraph,
			Span: article.Span{Start: at, End: at + len(b)},
		})
		all = append(all, len(blocks)-1)
		at += len(para)
	}
	d := token.Split(text, blocks, all)
	tags := tag.Tags(d)
	marks := quotemark.Find(d, tags)
	ms := mention.Find(d, tags, marks)
	qs := quote.Find(d, tags, marks, ms)
	return Input{d, tags, marks, ms, qs, actor.Resolve(d, tags, marks, ms, qs)}
}

// read is the positions of text, a line each.
func read(text string) []string {
	in := input(text)
	var out []string
	for _, p := range positions(in) {
		out = append(out, line(in, &p))
	}
	return out
}

// line writes a position as the cases do: holder > stance sign > target in the
// words of the text, then what else is set.
func line(in Input, p *article.Position) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s > %s %+d > ", p.Holder.Text, p.Stance, p.Polarity)
	if p.Target.Type == article.TargetActor {
		b.WriteString(p.Target.Text)
	} else {
		fmt.Fprintf(&b, "%s: %s", p.Target.Type, p.Target.Text)
	}
	if p.Speaker != "" {
		fmt.Fprintf(&b, " | speaker %s", nameOf(in, p.Speaker, ""))
	}
	if p.Negated {
		b.WriteString(" | negated")
	}
	if p.Hedge != nil {
		fmt.Fprintf(&b, " | hedge %s", p.Hedge.Text)
	}
	if p.Condition != nil {
		fmt.Fprintf(&b, " | condition %s", p.Condition.Text)
	}
	fmt.Fprintf(&b, " | %s", p.Rule)
	return b.String()
}

func nameOf(in Input, id article.Opt, text string) string {
	for i := range in.Actors.Actors {
		if in.Actors.Actors[i].ID == string(id) {
			return in.Actors.Actors[i].Name
		}
	}
	return "“" + text + "”"
}

func fires(text, rule string) bool {
	for _, p := range positions(input(text)) {
		if p.Rule == rule {
			return true
		}
	}
	return false
}

// turned reports that a turn refuses a draft of text or changes one.
func turned(text string, turn func(*reader, *draft, *chain) bool) bool {
	changed := false
	probe := func(r *reader, d *draft, c *chain) {
		was := *d
		if !turn(r, d, c) || d.stance != was.stance || d.hedge != was.hedge || d.cond != was.cond {
			changed = true
		}
		*d = was
	}
	in := input(text)
	r := newReader(in)
	r.probe = probe
	for s := range in.Doc.Sentences {
		r.sentence(s)
	}
	return changed
}

// positions is what Find reads of in, the founded states left off.
func positions(in Input) []article.Position {
	ps, _ := Find(in)
	return ps
}
