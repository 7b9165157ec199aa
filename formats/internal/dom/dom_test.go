package dom

import (
	"strings"
	"testing"
)

// outline writes a tree as (tag children…), text as it stands.
func outline(t *Tree, n int32) string {
	x := &t.Nodes[n]
	if x.IsText {
		return t.Text[x.Start:x.End]
	}
	var b strings.Builder
	if n > 0 {
		b.WriteString("(" + t.Name(n) + " ")
	}
	for k := x.First; k != None; k = t.Nodes[k].Next {
		b.WriteString(outline(t, k))
	}
	if n > 0 {
		b.WriteString(")")
	}
	return b.String()
}

func TestNesting(t *testing.T) {
	for _, c := range []struct{ html, want string }{
		{"<p>a<p>b", "(p a)(p b)"},
		{"<p>a<div>b</div>c</p>d", "(p a)(div b)cd"},
		{"<p><b>a<p>b</b>c", "(p (b a))(p bc)"},
		{"<ul><li>a<li>b<ul><li>c</ul></ul>d", "(ul (li a)(li b(ul (li c))))d"},
		{"<dl><dt>a<dd>b<dt>c</dl>", "(dl (dt a)(dd b)(dt c))"},
		{"<table><tr><td>a<td>b<tr><td><p>c</table>d", "(table (tr (td a)(td b))(tr (td (p c))))d"},
		{"<table><tr><td>a</div>b</table>", "(table (tr (td ab)))"},
		{"<div><span>a</div>b</span>c", "(div (span a))bc"},
		{"<a href=x>a<a href=y>b</a>c", "(a a)(a b)c"},
		{"<h1>a</h2>b", "(h1 a)b"},
		{"<br>a<img src=x>b<hr/>", "(br )a(img )b(hr )"},
		{"<head><title>a</title><p>b", "(head (title a))(p b)"},
		{"<script>if (a</b) '</p>'</script>c", "(script if (a</b) '</p>')c"},
		{"<x-y>a<x-z>b</x-y>c", "(x-y a(x-z b))c"},
		{"</p></div>a</body>b", "ab"},
		{"a<!-- <p> -->b", "ab"},
		{"a < b", "a < b"},
	} {
		if got := outline(Parse(c.html), 0); got != c.want {
			t.Errorf("%s: %s, want %s", c.html, got, c.want)
		}
	}
}

func TestAttrs(t *testing.T) {
	tree := Parse(`<a HREF="x?a=1&amp;b=2" class=one data-x='it"s' checked  id = two/>`)
	for key, want := range map[string]string{"href": "x?a=1&b=2", "class": "one", "data-x": `it"s`, "checked": "", "id": "two/"} {
		if got := tree.Attr(1, key); got != want || !tree.Has(1, key) {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
}

func TestLimits(t *testing.T) {
	deep := Parse(strings.Repeat("<div>", 10_000) + "words")
	if !deep.Flattened || !strings.Contains(deep.Words(0, 100), "words") {
		t.Error("deep nesting was not flattened, or lost its words")
	}
	if many := Parse(strings.Repeat("<br>", MaxNodes+10)); !many.Cut {
		t.Error("too many nodes were read")
	}
}

// FuzzParse holds what every tree must be: nodes in order and inside their
// parents, text that is where it says, no word lost.
func FuzzParse(f *testing.F) {
	f.Add("<p>a<table><tr><td>b</td>c</table><ul><li>d")
	f.Add("<a href='x>y</a><!--z--><![CDATA[q]]></ p>")
	f.Fuzz(func(t *testing.T, html string) {
		tree := Parse(html)
		last := int32(0)
		for i := range tree.Nodes {
			n := &tree.Nodes[i]
			if n.Start < last || n.End < n.Inner || n.Inner < n.Start || int(n.End) > len(html) {
				t.Fatalf("node %d: %d-%d-%d after %d", i, n.Start, n.Inner, n.End, last)
			}
			last = n.Start
			if i == 0 {
				continue
			}
			if up := &tree.Nodes[n.Parent]; int(n.Parent) >= i || n.Start < up.Inner || n.End > up.End {
				t.Fatalf("node %d (%d-%d) lies outside its parent %d (%d-%d)", i, n.Start, n.End, n.Parent, up.Start, up.End)
			}
			tree.Attrs(int32(i))
			tree.Name(int32(i))
		}
	})
}
