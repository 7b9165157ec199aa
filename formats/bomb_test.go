package formats

import (
	"fmt"
	"strings"
	"testing"

	"dossier/article"
)

// bombs are texts made to hurt: each repeats what some Markdown reader is
// quadratic in, to about n bytes.
var bombs = []struct {
	name string
	flat bool // the nesting is beyond the limit, and a note must say so
	make func(n int) string
}{
	{"quotes in quotes", true, func(n int) string { return strings.Repeat(">", n) + " x" }},
	{"quotes in quotes on lines", true, func(n int) string { return strings.Repeat(strings.Repeat("> ", 100)+"x\n", n/202) }},
	{"lists in lists", true, func(n int) string { return strings.Repeat("- ", n/2) + "x" }},
	{"numbers in numbers", true, func(n int) string { return strings.Repeat("1. ", n/3) + "x" }},
	{"deeper and deeper", true, func(n int) string {
		return grow(n, func(i int) string { return strings.Repeat("  ", i) + "- x\n" })
	}},
	{"open brackets", false, func(n int) string { return strings.Repeat("[", n) }},
	{"open images", false, func(n int) string { return strings.Repeat("![", n/2) }},
	{"brackets in brackets", false, func(n int) string { return strings.Repeat("[", n/2) + "a" + strings.Repeat("]", n/2) }},
	{"open links", false, func(n int) string { return strings.Repeat("[a](", n/4) }},
	{"open angles", false, func(n int) string { return strings.Repeat("[a](<b", n/6) }},
	{"closing links", false, func(n int) string { return strings.Repeat("[", n/2) + strings.Repeat("](a)", n/8) }},
	{"emphasis that crosses", false, func(n int) string { return strings.Repeat("*a_ ", n/4) }},
	{"emphasis in emphasis", false, func(n int) string { return strings.Repeat("*a **a ", n/14) + strings.Repeat("b** b*", n/14) }},
	{"emphasis in words", false, func(n int) string { return strings.Repeat("a**b", n/8) + strings.Repeat("c* ", n/6) }},
	{"struck text", false, func(n int) string { return strings.Repeat("~~a ~b ", n/7) }},
	{"code spans", false, func(n int) string {
		return grow(n, func(i int) string { return "e" + strings.Repeat("`", i) })
	}},
	{"open tags", false, func(n int) string { return strings.Repeat("<a b=\"", n/6) }},
	{"open comments", false, func(n int) string { return strings.Repeat("a <!-- a", n/8) }},
	{"open data", false, func(n int) string { return strings.Repeat("a <![CDATA[", n/11) }},
	{"wide table", false, func(n int) string { return strings.Repeat("|a", n/4) + "|\n" + strings.Repeat("|-", n/4) + "|\n" }},
	{"short rows", true, func(n int) string {
		return strings.Repeat("|a", 100) + "|\n" + strings.Repeat("|-", 100) + "|\n" + strings.Repeat("x\n", n/2)
	}},
	{"table heads", true, func(n int) string { return strings.Repeat("a|b\n-|-|-\n", n/10) }},
	{"definitions", true, func(n int) string { return grow(n, func(i int) string { return fmt.Sprintf("[a%d]: u\n", i) }) }},
	{"open definitions", true, func(n int) string { return strings.Repeat("[a]: b 'c\n", n/10) }},
	{"escapes", false, func(n int) string { return strings.Repeat(`\*`, n/2) }},
	{"addresses", false, func(n int) string { return strings.Repeat("http://:(", n/9) }},
	{"one line", false, func(n int) string { return strings.Repeat("word *and* (more) [l](u), ", n/26) }},
	{"short lines", false, func(n int) string { return strings.Repeat("a\n", n/2) }},
	{"items", false, func(n int) string { return strings.Repeat("- a\n", n/4) }},
	{"headings", false, func(n int) string { return strings.Repeat("a\n=\n", n/4) }},
	{"blank lines", false, func(n int) string { return "- x\n" + strings.Repeat("\n", n) + "x" }},
}

// grow joins parts that get longer until they have n bytes.
func grow(n int, part func(i int) string) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString(part(i))
	}
	return b.String()
}

// TestBombs reads each bomb as Markdown and as text: what is read is sound, and
// what was flattened is said.
func TestBombs(t *testing.T) {
	for _, bomb := range bombs {
		raw := bomb.make(40_000)
		for _, f := range []*Format{Markdown, Text} {
			for _, a := range readAllOf(t, "bomb", raw, Options{Format: f.Name}) {
				if err := sound(a, raw, raw, f); err != nil {
					t.Errorf("%s as %s: %v", bomb.name, f.Name, err)
				}
				if f == Markdown && bomb.flat != hasNote(a, article.NoteNestingLimit) {
					t.Errorf("%s: a note says that it was flattened: %v, want %v", bomb.name, !bomb.flat, bomb.flat)
				}
			}
		}
	}
}

func hasNote(a *article.Article, code article.NoteCode) bool {
	for _, n := range a.Notes {
		if n.Code == code {
			return true
		}
	}
	return false
}

// TestMarkdownTooLarge reads a Markdown file that is no article with the
// reduced grammar.
func TestMarkdownTooLarge(t *testing.T) {
	a := readString(t, "a.md", "# Head\n\n"+strings.Repeat("Words of a text.\n\n", maxMarkdown/18+1))
	if a.Title != "Head" || !hasNote(a, article.NoteNestingLimit) {
		t.Errorf("title %q, notes %v", a.Title, a.Notes)
	}
}

// BenchmarkBombs shows the cost of a byte of each bomb; none may grow with the size.
func BenchmarkBombs(b *testing.B) {
	for _, bomb := range bombs {
		for _, n := range []int{1 << 16, 1 << 19} {
			raw := bomb.make(n)
			b.Run(fmt.Sprintf("%s/%dK", bomb.name, n>>10), func(b *testing.B) { benchmark(b, "bomb.md", raw) })
		}
	}
}
