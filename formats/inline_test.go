package formats

import "testing"

// TestInline gives a line and what is left of it. The rules for marks in plain
// text are stricter than CommonMark's; each has a line that must change and one
// that must not.
func TestInline(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{`*"We go,"* she said.`, `"We go," she said.`},
		{`**Bold** and ***both*** and __bold__ and _it_`, `Bold and both and bold and it`},
		{`*a **b** c* and **a *b* c**`, `a b c and a b c`},
		{`*a **b*** and ***a** b*`, `a b and a b`},
		{`5 * 3 * 2 and 5*3*2`, `5 * 3 * 2 and 5*3*2`},
		{`snake_case_name and f***s and ****`, `snake_case_name and f***s and ****`},
		{`price* of bread`, `price* of bread`},
		{`*not closed`, `*not closed`},
		{`**closed by one*`, `**closed by one*`},
		{`"*The Gull*'s" captain`, `"The Gull's" captain`},
		{`a \*star\* and C:\path`, `a *star* and C:\path`},
		{`[words](u) and [words] (u) and [sic]`, `words and [words] (u) and [sic]`},
		{`[a [b] c](u) and [a](<u v>)`, `a [b] c and [a](<u v>)`},
		{`[a](u(v)w "t") and [a](u 't') and [a](u t)`, `a and a and [a](u t)`},
		{`[*a*](u) and *[a](u)*`, `a and a`},
		{`text ![alt text](i.png) text`, `text  text`},
		{`AT&T, R&D; &amp; &#8217; &rsquo; &nope; &amp`, "AT&T, R&D; & ’ ’ &nope; &amp"},
		{`a&shy;b &#0; &#10;c`, "ab \uFFFD  c"},
		{`<https://a.example/x_y_z> <b>stays</b>`, `https://a.example/x_y_z <b>stays</b>`},
		{`see http://a.example/*x*, or`, `see http://a.example/x, or`},
	} {
		if got := readString(t, "a.txt", c.raw).Text; got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.raw, got, c.want)
		}
	}
}

// TestAddresses gives the links of a line: what is clickable and what it says.
func TestAddresses(t *testing.T) {
	for _, c := range []struct{ raw, text, url string }{
		{`see https://a.example/x_(y).`, "https://a.example/x_(y)", "https://a.example/x_(y)"},
		{`(https://a.example/x)`, "https://a.example/x", "https://a.example/x"},
		{`[ words ](https://a.example/?a=1&amp;b=2)`, "words", "https://a.example/?a=1&b=2"},
		{`[words](\(a\))`, "words", "(a)"},
		{`[https://a.example](https://b.example)`, "https://a.example", "https://b.example"},
		{`[words](#)`, "words", ""},
		{`[words]()`, "words", ""},
	} {
		for _, name := range []string{"a.txt", "a.md"} {
			a := readString(t, name, c.raw)
			if len(a.Links) != 1 || a.Links[0].Text != c.text || string(a.Links[0].URL) != c.url {
				t.Errorf("%s in %s: %+v", c.raw, name, a.Links)
			}
		}
	}
}
