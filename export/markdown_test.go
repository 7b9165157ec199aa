package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	mdtext "github.com/yuin/goldmark/text"
)

// mdTree parses Markdown with all that GitHub adds to it, and footnotes.
func mdTree(source []byte) ast.Node {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList))
	return md.Parser().Parse(mdtext.NewReader(source))
}

// mdWords are the words of a tree, as a reader sees them, and the kinds of its
// nodes.
func mdWords(source []byte) (words string, kinds map[string]int) {
	var b strings.Builder
	kinds = map[string]int{}
	_ = ast.Walk(mdTree(source), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if n.Type() == ast.TypeBlock {
				b.WriteString(" ")
			}
			return ast.WalkContinue, nil
		}
		kinds[n.Kind().String()]++
		switch n := n.(type) {
		case *ast.Text:
			b.Write(unescaped(n.Value(source)))
		case *ast.String:
			b.Write(n.Value)
		}
		return ast.WalkContinue, nil
	})
	return strings.Join(strings.Fields(b.String()), " "), kinds
}

// unescaped is text as a renderer writes it: a backslash before a mark is gone.
func unescaped(s []byte) []byte {
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		out = append(out, s[i])
	}
	return out
}

// mdPlaces are the places at which a brief sets words of an article, what a
// parser finds there, and how they read with what stands around them.
var mdPlaces = []struct{ before, after, kinds, reads string }{
	{"", "\n", "Document Paragraph Text", "%"},
	{"# ", "\n", "Document Heading Text", "%"},
	{"- ", "\n", "Document List ListItem TextBlock Text", "%"},
	{"- ", " — x\n", "Document List ListItem TextBlock Text", "% — x"},
	{"1. x ", "\n", "Document List ListItem TextBlock Text", "x %"},
	{"> ", "\n", "Document Blockquote Paragraph Text", "%"},
	{"> — **", "** · x\n", "Document Blockquote Paragraph Emphasis Text", "— % · x"},
	{"| a | b |\n| --- | --- |\n| ", " | x |\n", "Document Table TableHeader TableRow TableCell Text", "a b % x"},
	{"| a | ", " |\n| --- | --- |\n| x | y |\n", "Document Table TableHeader TableRow TableCell Text", "a % x y"},
	{"[", "](<https://a.example/>)\n", "Document Paragraph Link Text", "%"},
}

// checkInert holds s, wherever a brief may set it, to words: a parser finds
// there what it finds of a plain word, and reads what mdPlain says.
func checkInert(t *testing.T, s string) {
	t.Helper()
	if mdText(s) == "" {
		return
	}
	for _, p := range mdPlaces {
		source := []byte(p.before + mdText(s) + p.after)
		got, kinds := mdWords(source)
		for kind := range kinds {
			if !strings.Contains(" "+p.kinds+" ", " "+kind+" ") {
				t.Errorf("%q becomes a %s", source, kind)
			}
		}
		if want := strings.Replace(p.reads, "%", mdPlain(s), 1); got != want {
			t.Errorf("%q reads %q, want %q", source, got, want)
		}
	}
}

func TestMarkdownText(t *testing.T) {
	for _, s := range nasties {
		checkInert(t, s)
	}
	for _, s := range []string{"Plain words.", "1. a", "10) b", "1990. It", "- a", "+ a", "—", "a_b_c", "**", "\\", "\\|", "|", "a\\", ":-- | --:", "---", "===", "```", "~~~", "[ ] x", "&amp;", "<b>", "http://a.example", "WWW.a.example", "me@a.example", "!", "![", "[^1]", "x: y", ": y", "\\\\|", "`", "(a)", "\"q\""} {
		checkInert(t, s)
	}
}

func FuzzMarkdownText(f *testing.F) {
	for _, s := range nasties {
		f.Add(s)
	}
	f.Fuzz(checkInert)
}

// TestMarkdownHostile: of a hostile article nothing but our own structure is
// left, and every quotation reads as it is.
func TestMarkdownHostile(t *testing.T) {
	for _, name := range []string{"tram", "nasty"} {
		a := hostile(t, name)
		a.Source.URL = "https://a.example/?a=1&lt=2|\"<script>"
		out := write(t, Markdown, Options{}, a)
		words, kinds := mdWords(out)
		for _, kind := range []string{"HTMLBlock", "RawHTML", "Image", "AutoLink", "CodeBlock", "FencedCodeBlock", "CodeSpan", "Strikethrough", "TaskCheckBox", "FootnoteLink", "DefinitionList", "ThematicBreak"} {
			if kinds[kind] > 0 {
				t.Errorf("%s: %d of %s", name, kinds[kind], kind)
			}
		}
		if kinds["Link"] != 1 || kinds["List"] > 3 {
			t.Errorf("%s: %v", name, kinds)
		}
		for i := range a.Quotes {
			if q := mdPlain(quoted(a, &a.Quotes[i])); !strings.Contains(words, q) {
				t.Errorf("%s: %q is not there", name, q)
			}
		}
	}
}

// TestMarkdownReads holds the tables of a brief to rows of one width, and its
// words to those of the article.
func TestMarkdownReads(t *testing.T) {
	a := load(t, "tram")
	out := write(t, Markdown, Options{}, a)
	_ = ast.Walk(mdTree(out), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if table, ok := n.(*east.Table); ok && entering {
			for r := table.FirstChild(); r != nil; r = r.NextSibling() {
				if r.ChildCount() != table.FirstChild().ChildCount() {
					t.Errorf("a row of %d cells", r.ChildCount())
				}
			}
		}
		return ast.WalkContinue, nil
	})
	words, kinds := mdWords(out)
	if kinds["Table"] != 3 || kinds["Blockquote"] != 3 || kinds["Heading"] != 7 {
		t.Errorf("%v", kinds)
	}
	for i := range a.Positions {
		if at := strings.ToUpper(a.Positions[i].ID) + ", ¶"; !strings.Contains(words, at) {
			t.Errorf("%s is not there", at)
		}
	}
	if bytes.Contains(out, []byte("dossier 0")) && strings.Contains(words, "dossier 0") {
		t.Error("a reader sees the mark")
	}
}
