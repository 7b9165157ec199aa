package page

import (
	"slices"
	"strings"
	"testing"

	"dossier/formats/internal/dom"
)

// TestWordLists loads the lists: no word twice, no class that is none.
func TestWordLists(t *testing.T) {
	for name, file := range map[string]string{"classes": classFile, "labels": labelFile} {
		seen := map[string]bool{}
		for line := range strings.Lines(file) {
			line = strings.TrimRight(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			word, classes, ok := strings.Cut(line, "\t")
			if !ok || seen[word] || word != strings.ToLower(word) {
				t.Errorf("%s: %q is twice in the list, or malformed", name, line)
			}
			seen[word] = true
			for c := range strings.FieldsSeq(classes) {
				if classNames[c] == 0 {
					t.Errorf("%s: %q has no class %q", name, word, c)
				}
			}
		}
	}
}

func TestWordClasses(t *testing.T) {
	for words, want := range map[string]class{
		"article__related-links": isRelated,
		"relatedPosts":           isRelated,
		"articleBody":            isBody,
		"c-article-body main":    isBody,
		"breaking shared bodies": 0,
		"twitter-tweet":          isKeep,
	} {
		if got := wordClasses(words); got != want {
			t.Errorf("%q: %b, want %b", words, got, want)
		}
	}
}

func TestWithoutSite(t *testing.T) {
	sites := []string{"thehalmsundecho", "echo"}
	for title, want := range map[string]string{
		"Talks go on - The Halmsund Echo":             "Talks go on",
		"Talks go on | News | The Halmsund Echo":      "Talks go on | News",
		"The Halmsund Echo: Talks go on":              "The Halmsund Echo: Talks go on",
		"The Halmsund Echo | Talks go on":             "Talks go on",
		"Talks with Norland 'constructive' – Kremlin": "Talks with Norland 'constructive' – Kremlin",
		"Echo": "Echo",
	} {
		if got := withoutSite(title, sites); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

func TestLooseJSON(t *testing.T) {
	for raw, ok := range map[string]bool{
		`{"a":"b"}`:                       true,
		"<!--\n{\"a\":\"b\"}\n-->":        true,
		"//<![CDATA[\n{\"a\":\"b\"}//]]>": true,
		"{\"a\":\"b\nc\",}":               true,
		`{"a":"it\'s"}`:                   true,
		`{"a":"b"};`:                      true,
		`{"a":`:                           false,
		"":                                false,
	} {
		if v := looseJSON(raw); (v != nil) != ok {
			t.Errorf("%s: %v", raw, v)
		}
	}
}

// TestMeta reads metadata in the shapes that pages have.
func TestMeta(t *testing.T) {
	for _, c := range []struct{ name, html, title, authors, date string }{
		{"a list in a graph", `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"Talks go on","author":["Ada Brenn",{"name":"Jon Vik"}],"datePublished":"2021-02-03"}]}</script>`,
			"Talks go on", "Ada Brenn; Jon Vik", "2021-02-03"},
		{"an article inside a page", `<script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Talks go on","author":{"@type":"Person","givenName":"Ada","familyName":"Brenn"},"datePublished":"2021-02-03"}}]</script>`,
			"Talks go on", "Ada Brenn", "2021-02-03"},
		{"entities twice", `<meta property="og:title" content="Brenn &amp;amp; Vik meet"><meta name="author" content="By Ada Brenn">`,
			"Brenn & Vik meet", "By Ada Brenn", ""},
		{"no author in an address", `<title>Talks go on</title><meta property="article:author" content="https://social.example/echo"><meta name="author" content="12345">`,
			"Talks go on", "", ""},
		{"a card", `<title>Talks go on</title><meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Jana Prien">`,
			"Talks go on", "Jana Prien", ""},
		{"a card of a headless site", `<title>Talks go on</title><meta name="author" content="j.prien@echo.example"><meta property="twitter:misc:Written by" content="Jana Prien"><meta property="twitter:misc:Est. reading time" content="3 minutes">`,
			"Talks go on", "Jana Prien", ""},
		{"the heading against a layer with the site", `<title>Talks go on - Echo of Norland</title><h1>Talks go on in town</h1>`,
			"Talks go on - Echo of Norland", "", ""},
		{"a time element", `<title>Talks go on in Halmsund</title><h1>Talks go on in Halmsund</h1><time datetime="2021-02-03T10:00Z">today</time><p>The talks go on, the ministry said on Wednesday.</p>`,
			"Talks go on in Halmsund", "", "2021-02-03T10:00Z"},
		{"a line for a heading", `<title>Echo: Talks go on in Halmsund</title><div class=big>Talks go on in Halmsund</div><p>The talks go on, the ministry said on Wednesday.</p>`,
			"Talks go on in Halmsund", "", ""},
		{"a line that only names the site", `<title>Talks go on in Halmsund - Echo of Norland</title><div>Echo of Norland</div><p>The talks go on, the ministry said on Wednesday.</p>`,
			"Talks go on in Halmsund - Echo of Norland", "", ""},
		{"a link to the author", `<title>Talks go on in Halmsund</title><h1>Talks go on in Halmsund</h1><p class=meta>Mon 9 May 2022 | <a rel="author" href="/ada">Ada Brenn</a></p><p>The talks go on, the ministry said on Wednesday, and so on.</p>`,
			"Talks go on in Halmsund", "Ada Brenn", ""},
		{"a post below the blog's name", `<title>Skarn Notes: Council lies about the pier</title><h1><a href="/">Skarn Notes</a></h1><h3>Council lies about the pier</h3><p>The council told us on Monday that the pier was safe, and closed it.</p><abbr class="published" title="2011-06-14T21:03:00+01:00">21:03</abbr>`,
			"Council lies about the pier", "", "2011-06-14T21:03:00+01:00"},
		{"a person and not the house", `<meta property="og:site_name" content="Echo"><meta name="author" content="Echo"><h1>Talks go on in Halmsund</h1><p class="byline">By Ada Brenn | 3 February</p><p>The talks go on, the ministry said on Wednesday, and so on.</p>`,
			"Talks go on in Halmsund", "Ada Brenn", ""},
	} {
		a := Find(dom.Parse(c.html))
		var authors []string
		for _, x := range a.Authors {
			authors = append(authors, x.Text)
		}
		if a.Title.Text != c.title || strings.Join(authors, "; ") != c.authors || a.Published.Text != c.date {
			t.Errorf("%s: title %q, authors %q, date %q", c.name, a.Title.Text, authors, a.Published.Text)
		}
	}
}

// TestFind asks what of small pages is the article; § marks what must stay, the
// rest must go.
func TestFind(t *testing.T) {
	const first = "§The talks in Halmsund go on, the ministry said on Wednesday, and the union agreed to meet again."
	const second = "§Nobody expects a deal before the end of the month, the leader of the dockers told reporters."
	for name, html := range map[string]string{
		"a label ends the text":      "<h1>§Talks go on in Halmsund</h1><p>" + first + "<p>" + second + "<h3>Related stories</h3><p><a href=a>Ferries are late again after the storm</a><p><a href=b>Mayor opens the new bridge</a>",
		"a teaser's card":            "<div><p>" + first + "<div><h3><a href=x>Ferries are late again</a></h3><p>The ferries were late again on Monday, said the line.</div><p>" + second + "</div>",
		"comments":                   "<div><p>" + first + "<p>" + second + "</div><div id=comments><p>I have never seen anything like this in all my years, to be honest with you.</div>",
		"French how":                 "<div><p>" + first + "<h2>§Comment réagissent les dockers ?</h2><p>" + second + "</div>",
		"before the title":           "<ul><li>The price of fish went up on Monday, the traders said.</ul><h1>§Talks go on in Halmsund</h1><p>" + first + "<p>" + second,
		"another article":            "<article><h1>§Talks go on in Halmsund</h1><p>" + first + "<p>" + second + "</article><article><h1>Ferries late</h1><p>The ferries were late again on Monday, said the line, and on Tuesday.</article>",
		"a plea in a block":          "<div><p>" + first + "<div class='wp-block-group newsletter-box'><h3>The Echo in your inbox</h3><p>Every morning the stories of the day, for nothing.</div><p>" + second + "</div>",
		"an element of its own make": "<div><p>" + first + "</p><x-island name=EmailSignUpWrapper><p>Our morning briefing breaks down the key stories of the day.</x-island><p>" + second + "</div>",
		"a rich link":                "<div><p>" + first + "<figure data-spacefinder-role=richLink><h4>Life on the ferries</h4><a href=r>Read more</a></figure><p>" + second + "</div>",
		"points":                     "<h1>§Talks go on in Halmsund</h1><div><h3>§Highlights</h3><ul><li>§The union left at noon<li>§Nobody expects a deal</ul><p>" + first + "<p>" + second + "</div>",
		"hidden":                     "<div><p>" + first + "<p style='display: none'>This text is for machines alone, and nobody reads it here.<p>" + second + "</div>",
	} {
		a := Find(dom.Parse(html))
		f := finder{t: dom.Parse(html)}
		for i := range a.Leaves {
			if words := f.words(&a.Leaves[i]); !strings.HasPrefix(words, "§") && a.Leaves[i].Role != Related {
				t.Errorf("%s: %q stayed", name, words)
			}
		}
		for _, part := range strings.Split(html, "§")[1:] {
			part, _, _ = strings.Cut(part, "<")
			if !slices.ContainsFunc(a.Leaves, func(l Leaf) bool { return f.words(&l) == "§"+part }) {
				t.Errorf("%s: %q was lost", name, part)
			}
		}
	}
}
