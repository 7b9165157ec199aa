package export

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"dossier/article"
)

// shown are the ids of the items that the page shows.
const shown = `[...document.querySelectorAll(".item")].filter(e => e.checkVisibility()).map(e => e.id).join(" ")`

// concerning are the ids, in the order of the page, of the items in which an actor
// has one of the relations.
func concerning(h *htmlArticle, actor string, relations func(htmlItem) []string) string {
	var ids []string
	each := func(i htmlItem) {
		if slices.Contains(strings.Fields(strings.Join(relations(i), " ")), actor) {
			ids = append(ids, i.ID)
		}
	}
	for _, list := range [][]htmlQuote{h.Own, h.Reported} {
		for _, q := range list {
			each(q.htmlItem)
		}
	}
	for _, p := range h.Positions {
		each(p.htmlItem)
	}
	return strings.Join(ids, " ")
}

func inAny(i htmlItem) []string { return []string{i.By, i.Of, i.Via} }

func (b *browser) wants(what, expression, want string) {
	b.t.Helper()
	if got := b.text(expression); got != want {
		b.t.Errorf("%s: %q, want %q", what, got, want)
	}
}

// TestPageMouse chooses an actor in the text, filters, and goes from items to words
// and back, with clicks.
func TestPageMouse(t *testing.T) {
	b := openBrowser(t)
	a := load(t, "tram")
	h := newHTMLArticle(0, a, "", "")
	b.look(1280, 900, "light")
	b.open(write(t, HTML, Options{}, a))
	all := b.text(shown)
	b.wants("blocks", `[...document.querySelectorAll(".b")].map(e => e.textContent).join("\n\n")`, a.Text)
	b.wants("status", `document.querySelector(".state [role=status]").textContent`, "13 of 13 shown")

	b.click(`.text a[href="#a4"]`) // Norvik Lines
	b.wants("chosen", `document.activeElement.textContent`, "Norvik Lines")
	b.wants("what concerns it", shown, concerning(h, "a4", inAny))
	b.wants("its mentions", `[...document.querySelectorAll(".text .on")].map(e => e.textContent).join("|")`, "operator|ferry company|Norvik Lines|Norvik Lines|the company")
	b.click(`[data-rel="by"]`)
	b.wants("what it says", shown, concerning(h, "a4", func(i htmlItem) []string { return []string{i.By} }))
	b.wants("pressed", `document.querySelector('button[data-rel="by"]').ariaPressed`, "true")
	b.click(`[data-walk="1"]`)
	b.wants("the mention gone to", `document.querySelector(".text .here").textContent`, "Norvik Lines")
	b.click(`[data-clear]`)
	b.wants("all again", shown, all)

	b.click(`button[value="minus"]`)
	b.wants("against", shown, "q1 p2 p3")
	b.click(`button[value="direct"]`)
	b.wants("direct and against", shown, "")
	b.click(`button[value="direct"]`)
	b.click(`button[value="mixed"]`)
	b.wants("partly quoted and against", shown, "q1 p2")
	b.eval(`document.querySelector("[data-set=stance]").value = "deny"; document.querySelector("[data-set=stance]").dispatchEvent(new Event("change", {bubbles: true}))`, nil)
	b.wants("no denial is quoted", `document.querySelector(".state [role=status]").textContent`, "0 of 13 shown")

	b.click(`.text [href="#p3"]`) // hidden by the filters, which yield
	b.wants("the item of the tag", `document.activeElement.id`, "p3")
	b.wants("all again", shown, all)
	b.click(`#q2 .place`)
	b.wants("its words", `document.activeElement.id`, "t-q2")
	b.wants("words marked", `document.querySelector(".text .here").textContent`, "This line is not a toy,")
	b.click(`.text .q:not(.m)`) // the words themselves lead to the item
	b.wants("the item of the words", `document.activeElement.id`, "q1")
	b.click(`.matrix td a[href="#p5"]`)
	b.wants("the item of a cell", `document.activeElement.id`, "p5")
	b.silent("clicks")
}

// TestPageKeys does the same with the keyboard alone.
func TestPageKeys(t *testing.T) {
	b := openBrowser(t)
	a := load(t, "tram")
	b.look(1280, 900, "light")
	b.open(write(t, HTML, Options{}, a))
	all := b.text(shown)
	b.press("Tab")
	b.wants("the first stop", `document.activeElement.hash`, "#text")
	b.eval(`document.querySelector("#t-q1").focus()`, nil)
	b.press("Enter")
	b.wants("tag to item", `document.activeElement.id`, "q1")
	b.press("ArrowDown")
	b.wants("next item", `document.activeElement.id`, "q2")
	b.press("ArrowUp")
	b.press("Escape")
	b.wants("item to words", `document.activeElement.id`, "t-q1")
	b.press("Tab")
	b.eval(`document.querySelector('.text a[href="#a6"]').focus()`, nil)
	b.wants("a ring around what has the focus", `getComputedStyle(document.activeElement).outlineStyle`, "solid")
	b.press("Enter")
	b.wants("chosen", `document.activeElement.textContent`, "Emil Sørbø")
	b.wants("said to those who listen", `document.querySelector(".state [role=status]").textContent`, "Emil Sørbø: 3 of 13 shown")
	b.press("Tab")
	b.press("Tab")
	b.press(" ")
	b.wants("walked", `document.querySelector(".at").textContent`, "mention 2 of 2")
	b.press("Escape")
	b.wants("back where it began", `document.activeElement.hash`, "#a6")
	b.wants("all again", shown, all)
	b.silent("keys")
}

// TestPageAddress: an address that names an actor, an item or words leads there.
func TestPageAddress(t *testing.T) {
	b := openBrowser(t)
	a := load(t, "tram")
	path := b.open(write(t, HTML, Options{}, a))
	b.visit("about:blank")
	b.visit("file://" + path + "#a4")
	b.wants("chosen", `document.querySelector(".chosen").textContent`, "Norvik Lines")
	b.visit("about:blank")
	b.visit("file://" + path + "#t-q4")
	b.wants("words in sight", `document.querySelector("#t-q4").getBoundingClientRect().top < innerHeight`, "true")
	b.silent("addresses")
}

// TestPageWithoutScript: where JavaScript is off all of it can be read, the form for
// it is not there, and links lead to items and words.
func TestPageWithoutScript(t *testing.T) {
	b := openBrowser(t)
	a := load(t, "tram")
	b.look(1280, 900, "light")
	b.command("Emulation.setScriptExecutionDisabled", map[string]any{"value": true}, nil)
	b.open(write(t, HTML, Options{}, a))
	b.wants("items", `document.querySelectorAll(".item").length`, strconv.Itoa(len(a.Quotes)+len(a.Positions)))
	b.wants("hidden", `[...document.querySelectorAll(".item, .b, .entry")].filter(e => !e.checkVisibility()).length`, "0")
	b.wants("the form", `document.querySelector(".controls").checkVisibility()`, "false")
	follow := func(link string) { // click would wait for a script
		b.eval(fmt.Sprintf("document.querySelector(%q).focus()", link), nil)
		b.press("Enter")
	}
	follow("#t-p3")
	b.wants("the item", `document.querySelector(":target").id`, "p3")
	follow("#p3 .place")
	b.wants("its words", `document.querySelector(":target").id`, "t-p3")
	follow(`.text a[href="#a4"]`)
	b.wants("the actor", `document.querySelector(":target").id`, "a4")
	b.silent("without script")
}

// TestPageAccess lets axe-core look at pages of every kind, in both themes, wide and
// narrow, as they come and with an actor chosen.
func TestPageAccess(t *testing.T) {
	source := axe(t)
	b := openBrowser(t)
	site := write(t, HTML, Options{}, load(t, "tram"), load(t, "wire"), load(t, "bare"))
	var index bytes.Buffer
	if err := HTML.Index.Write(&index, someEntries(t), Options{}); err != nil {
		t.Fatal(err)
	}
	pages := map[string][]byte{
		"tram": write(t, HTML, Options{}, load(t, "tram")), "bare": write(t, HTML, Options{}, load(t, "bare")),
		"russian": write(t, HTML, Options{Labels: "ru"}, load(t, "brief-scripts")), "many": write(t, HTML, Options{}, load(t, "brief-many")),
		"rtl": write(t, HTML, Options{}, rightToLeft()), "site": site, "index": index.Bytes(),
	}
	type look struct {
		width  int
		scheme string
	}
	for name, page := range pages {
		looks := []look{{1280, "light"}, {390, "dark"}}
		if name == "tram" {
			looks = append(looks, look{1280, "dark"}, look{390, "light"})
		}
		for _, l := range looks {
			b.look(l.width, 900, l.scheme)
			b.open(page)
			what := name + " " + l.scheme + " " + strconv.Itoa(l.width)
			b.shoot(what)
			b.accessible(what, source)
			if name == "tram" {
				b.click(`.text a[href="#a4"]`)
				b.wants(what+": chosen", `document.querySelector(".chosen").textContent`, "Norvik Lines")
				b.shoot(what + " chosen")
				b.accessible(what+" chosen", source)
			}
			b.wants(what+": nothing to scroll to the side", `document.documentElement.scrollWidth <= innerWidth`, "true")
		}
		b.said = nil // axe talks
	}
}

func someEntries(t *testing.T) []IndexEntry {
	var list []IndexEntry
	for _, name := range []string{"tram", "wire", "bare", "nasty", "brief-many", "brief-scripts"} {
		e, ok := HTML.Index.Read(write(t, HTML, Options{}, load(t, name)))
		if !ok {
			t.Fatal(name)
		}
		e.Href = "./" + name + ".html"
		list = append(list, e)
	}
	return list
}

// rightToLeft is an article in Arabic script with a word of Latin in it.
func rightToLeft() *article.Article {
	text := "الميناء يبقى مغلقا\n\nقالت الوزيرة سلمى: «الميناء ليس آمنا بعد، ولن نفتحه قبل الربيع» في مؤتمر مع Norvik Lines يوم الاثنين.\n\nThe company said nothing."
	a := (&article.Article{Schema: article.SchemaID, ID: "rtl", Text: text, Title: "الميناء يبقى مغلقا", Language: article.Language{Tag: "ar", Confidence: 1}}).Clone()
	find := func(words string) article.Span {
		i := strings.Index(text, words)
		return article.Span{Start: i, End: i + len(words)}
	}
	at := 0
	for i, words := range strings.Split(text, "\n\n") {
		n, kind := i, article.BlockParagraph
		b := article.Block{ID: "b" + strconv.Itoa(i), Kind: kind, Span: article.Span{Start: at, End: at + len(words)}, Line: i + 1, EndLine: i + 1}
		if i == 0 {
			b.Kind = article.BlockTitle
		} else {
			b.Ordinal = &n
		}
		a.Blocks = append(a.Blocks, b)
		at += len(words) + 2
	}
	a.Actors = []article.Actor{
		{ID: "a1", Name: "سلمى", Named: true, Kind: article.KindPerson, Roles: []article.Role{{Title: "الوزيرة", Status: "current", Span: find("الوزيرة")}}, Mentions: []article.Mention{{Span: find("سلمى"), Text: "سلمى", Type: article.MentionName}}},
		{ID: "a2", Name: "Norvik Lines", Named: true, Kind: article.KindCompany, Mentions: []article.Mention{{Span: find("Norvik Lines"), Text: "Norvik Lines", Type: article.MentionName}}},
	}
	words := "الميناء ليس آمنا بعد، ولن نفتحه قبل الربيع"
	ref := &article.Ref{Actor: "a1", Text: "سلمى", Spans: []article.Span{find("سلمى")}}
	a.Quotes = []article.Quote{{ID: "q1", Kind: article.QuoteDirect, Text: words, Spans: []article.Span{find(words)}, Speaker: ref, Rule: "marks", Confidence: 0.9}}
	a.Positions = []article.Position{{ID: "p1", Holder: ref, Stance: article.Reject, Polarity: -1, Confidence: 0.9, Rule: "marks", Quotes: []string{"q1"},
		Target: article.Target{Type: article.TargetIssue, Text: "الميناء", Spans: []article.Span{find("الميناء")}}, Statement: article.Words{Text: "ولن نفتحه", Spans: []article.Span{find("ولن نفتحه")}}}}
	return a.Clone()
}

// TestPageHostile: of hostile articles nothing runs and nothing is refused, for
// nothing is there to refuse; and what somebody puts into a page all the same is.
func TestPageHostile(t *testing.T) {
	b := openBrowser(t)
	for _, name := range []string{"tram", "nasty"} {
		a := hostile(t, name)
		a.Source.URL = "javascript:alert(1)"
		b.open(write(t, HTML, Options{Title: nasties[5]}, a))
		b.click(`.text [data-i]`)
		b.wants(name, `document.scripts.length + " " + document.querySelectorAll("[onclick], [onerror], [style], iframe, img, object, embed").length`, "1 0")
		b.eval(`document.querySelector("[data-set=actor]").selectedIndex = 1; document.querySelector("[data-set=actor]").dispatchEvent(new Event("change", {bubbles: true}))`, nil)
		b.silent(name)
	}
	b.eval(`for (const [name, set] of [["script", e => e.textContent = "window.ran = 1"], ["img", e => e.src = "https://a.example/x.png"], ["style", e => e.textContent = "*{}"]]) {
		const e = document.createElement(name);
		set(e);
		document.body.append(e);
	}`, nil)
	b.wants("a script of somebody else", `window.ran`, "undefined")
	refused := func() int { return strings.Count(strings.Join(b.said, "\n"), "Content Security Policy") }
	for i := 0; i < 200 && refused() < 3; i++ { // it is told in its own time
		b.eval(`new Promise(done => setTimeout(done, 50))`, nil)
	}
	if refused() < 3 {
		t.Errorf("the policy refused %d things, want 3: %.500s", refused(), b.said)
	}
}

// TestPagePrint: a printed page holds every quotation, whatever was filtered.
func TestPagePrint(t *testing.T) {
	pdftotext := tool(t, "pdftotext")
	b := openBrowser(t)
	a := load(t, "tram")
	b.look(1280, 900, "dark")
	b.open(write(t, HTML, Options{}, a))
	b.click(`button[value="minus"]`)
	b.click(`.text a[href="#a6"]`)
	file := filepath.Join(t.TempDir(), "page.pdf")
	out := b.pdf()
	if err := os.WriteFile(file, out, 0o600); err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("DOSSIER_SCREENSHOTS"); dir != "" {
		_ = os.WriteFile(filepath.Join(dir, "print.pdf"), out, 0o644)
	}
	text, err := exec.Command(pdftotext, file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Join(strings.Fields(string(text)), " ")
	for i := range a.Quotes {
		if q := quoted(a, &a.Quotes[i]); !strings.Contains(words, q) {
			t.Errorf("%q is not on paper", q)
		}
	}
	if strings.Contains(words, "Show all") {
		t.Error("the form is on paper")
	}
	b.silent("print")
}

// TestPageSite: of several articles on one page the index shows one at a time, finds
// and sorts.
func TestPageSite(t *testing.T) {
	b := openBrowser(t)
	b.look(1280, 900, "light")
	b.open(write(t, HTML, Options{}, load(t, "tram"), load(t, "wire"), load(t, "bare")))
	const visible = `[...document.querySelectorAll(".article")].filter(e => e.checkVisibility()).map(e => e.id).join(" ")`
	b.wants("at first none", visible, "")
	b.click(`.pages a[href="#A2-top"]`)
	b.eval(`new Promise(done => setTimeout(done, 50))`, nil)
	b.wants("the one asked for", visible, "A2-top")
	b.click(`#A2-top .text a.n`)
	b.wants("an actor of it", `document.activeElement.className`, "chosen")
	b.eval(`document.querySelector("input").value = "harbour TRAM"; document.querySelector("input").dispatchEvent(new Event("input", {bubbles: true}))`, nil)
	b.wants("found", `[...document.querySelectorAll(".pages li")].filter(e => e.checkVisibility()).length`, "1")
	b.eval(`const s = document.querySelector("[data-set=sort]"); s.value = "title"; s.dispatchEvent(new Event("change", {bubbles: true}))`, nil)
	b.wants("sorted", `(l => l.join() === [...l].sort((a, b) => a.localeCompare(b)).join())([...document.querySelectorAll(".pages .title")].map(e => e.textContent.trim()))`, "true")
	b.silent("site")
}

// TestPageLarge: a page of ten thousand words and one of ten thousand actors answer.
// How fast is told, and asked of nobody: the machine may be busy.
func TestPageLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("a page of 10,000 actors takes a while")
	}
	b := openBrowser(t)
	b.look(1280, 900, "light")
	for name, a := range map[string]*article.Article{"10,000 words": bigArticle(180, 90), "10,000 actors": bigArticle(10_000, 10_000)} {
		page := write(t, HTML, Options{}, a)
		began := time.Now()
		b.open(page)
		opened := time.Since(began)
		var took []float64
		b.eval(`(async () => {
			const took = [];
			for (let n = 30; n < 35; n++) {
				const link = document.querySelectorAll(".text a.n")[n];
				link.scrollIntoView();
				await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
				const began = performance.now();
				link.click();
				await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
				took.push(performance.now() - began);
			}
			return took;
		})()`, &took)
		b.wants(name, `document.querySelector(".chosen").textContent === document.querySelectorAll(".text a.n")[34].textContent`, "true")
		b.silent(name)
		t.Logf("%s: %d bytes, opened in %v, clicks on actors answered and drawn in %.0f ms", name, len(page), opened.Round(time.Millisecond), took)
	}
}
