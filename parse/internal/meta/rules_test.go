package meta

import (
	"strings"
	"testing"

	"dossier/article"
	"dossier/parse/internal/lexicon"
)

// marked builds an article and returns the index of the block that starts with §.
func marked(t *testing.T, markup string) (*article.Article, int) {
	t.Helper()
	i := -1
	parts := strings.Split(markup, "\n\n")
	for k, p := range parts {
		if rest, ok := strings.CutPrefix(p, "§"); ok {
			parts[k], i = rest, k
		}
	}
	if i < 0 {
		t.Fatalf("no block is marked in %q", markup)
	}
	return build(strings.Join(parts, "\n\n")), i
}

// TestRules runs every rule on its example and its counter-example: first
// alone, then with all others before it in the list.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules {
		if r.Name == "" || r.Reason == "" || seen[r.Name] {
			t.Errorf("rule %q: no name, no reason, or named twice", r.Name)
		}
		seen[r.Name] = true
		a, i := marked(t, r.Example)
		Frame(a, Options{})
		if got := a.Blocks[i].Kind; got != r.Kind {
			t.Errorf("%s: the example became %s, want %s", r.Name, got, r.Kind)
		}
		a, i = marked(t, r.Example)
		f := &frame{a: a, vs: views(a, lexicon.Lower(a.Text))}
		f.rulesUpTo(r.Name)
		if got := a.Blocks[i].Kind; got == r.Kind {
			t.Errorf("%s: a rule before it takes its example", r.Name)
		}
		a, i = marked(t, r.Counter)
		was := a.Blocks[i].Kind
		Frame(a, Options{})
		if got := a.Blocks[i].Kind; got != was && got != article.BlockTitle {
			t.Errorf("%s: the counter-example became %s", r.Name, got)
		}
	}
}

// rulesUpTo runs the rules before the named one.
func (f *frame) rulesUpTo(name string) {
	for r := range rules {
		if rules[r].Name == name {
			return
		}
		for i := range f.vs {
			if f.vs[i].short() && rules[r].Fires(f.vs, i) {
				f.vs[i].Kind = rules[r].Kind
			}
		}
	}
}

// lines is single lines below two paragraphs, and what they are.
var lines = []struct {
	kind article.BlockKind
	line string
}{
	{article.BlockRelated, "Read more"},
	{article.BlockRelated, "READ MORE: Dockers vote to end the strike"},
	{article.BlockRelated, "Read also: [Dockers vote to end the strike](#)"},
	{article.BlockRelated, "Read more about the strike [here](http://example.org)"},
	{article.BlockRelated, "Related:"},
	{article.BlockRelated, "Related: Norland raises harbour fees"},
	{article.BlockRelated, "See also [Norland raises harbour fees](#)"},
	{article.BlockRelated, "Also read | Norland raises harbour fees"},
	{article.BlockRelated, "More on this story"},
	{article.BlockRelated, "» Continue reading: [the dockers' winter](#)"},
	{article.BlockRelated, "WATCH: Dockers leave the harbour"},
	{article.BlockRelated, "Lesen Sie auch: Streik im Hafen geht weiter"},
	{article.BlockRelated, "Читайте также: [Порт закрыт](#)"},
	{article.BlockRelated, "À lire aussi : Le port est fermé"},
	{article.BlockRelated, "[Norland raises harbour fees for ferries](http://example.org)"},
	{article.BlockParagraph, "Read the letter aloud, she said."},
	{article.BlockParagraph, "Read more carefully and you will find the answer, he told them."},
	{article.BlockParagraph, "See also the ministry's letter of 4 May, which says the same."},
	{article.BlockParagraph, "Related companies fell by 3 percent."},
	{article.BlockParagraph, "Related companies fell by [3 percent](http://example.org) on Monday."},
	{article.BlockParagraph, "More than 40 dockers, she said, had signed."},
	{article.BlockParagraph, "In other news, the [harbour](http://example.org) reopened."},
	{article.BlockParagraph, "[The union published its letter on Monday and asked all of its members to sign it.](http://example.org)"},
	{article.BlockBoilerplate, "Advertisement"},
	{article.BlockBoilerplate, "Advertisement – scroll to continue"},
	{article.BlockBoilerplate, "Story continues below advertisement"},
	{article.BlockBoilerplate, "Copyright 2017 The Halmsund Echo"},
	{article.BlockBoilerplate, "(c) 2017 Coastal News Agency"},
	{article.BlockBoilerplate, "Share this article"},
	{article.BlockBoilerplate, "Follow us on Facebook and Twitter"},
	{article.BlockBoilerplate, "Follow Jane Doe on Twitter @janedoe."},
	{article.BlockBoilerplate, "Sign up for our weekly newsletter"},
	{article.BlockBoilerplate, "Subscribe to our channel"},
	{article.BlockBoilerplate, "Facebook Twitter E-mail Print"},
	{article.BlockBoilerplate, "5 min read"},
	{article.BlockBoilerplate, "###"},
	{article.BlockBoilerplate, "Media contact: Ola Ferro, press office of the ministry"},
	{article.BlockParagraph, "Share prices fell on Wednesday."},
	{article.BlockParagraph, "Share prices fell by half on Twitter rumours."},
	{article.BlockParagraph, "Follow the money, he said."},
	{article.BlockParagraph, "Sign up for the army, they told the villagers."},
	{article.BlockParagraph, "Advertising makes up half of its income."},
	{article.BlockParagraph, "“Sign up for our newsletter,” the page said."},
	{article.BlockParagraph, "Copyright is a matter for the courts."},
	{article.BlockParagraph, "Contact: that was what they missed, she said."},
	{article.BlockCaption, "Photo: Coastal News Agency"},
	{article.BlockCaption, "Dockers in Halmsund on Monday. (Photo by Jane Doe/Coastal News)"},
	{article.BlockParagraph, "The photo: a mistake, he said, and a cruel one."},
	{article.BlockDate, "Updated: 6 April 2017, 10:15 GMT"},
	{article.BlockDate, "Last updated on April 6, 2017"},
	{article.BlockParagraph, "6 April 2017"},
	{article.BlockParagraph, "On 6 April 2017 the ministry closed the harbour."},
	{article.BlockBoilerplate, "(Adds comment from the union, paragraphs 4 to 6)"},
	{article.BlockParagraph, "(Updates come at noon.)"},
	{article.BlockByline, "(Reporting by Jane Doe in Halmsund; Editing by John Roe)"},
	{article.BlockParagraph, "By the time they came, it was over."},
}

func TestLines(t *testing.T) {
	for _, c := range lines {
		a := build("Harbour talks go on\n\nThe talks in Halmsund go on, the ministry said on Tuesday.\n\n" +
			"The union had called for a pause of two weeks at the least.\n\nBoth sides want to meet again.\n\n" + c.line +
			"\n\nNobody knows how long they will take.\n\nThe harbour stays closed.\n\nThe ferries do not run.\n\nThe town waits.")
		Frame(a, Options{Language: "en"})
		if got := a.Blocks[4].Kind; got != c.kind {
			t.Errorf("%q became %s, want %s", c.line, got, c.kind)
		}
	}
}

// headlines is first lines over a text, and whether they are its title.
var headlines = []struct {
	title bool
	line  string
}{
	{true, "Norland to go on with harbour talks after walkout – ministry"},
	{true, "Harbour talks to go on."},
	{true, "HARBOUR TALKS TO GO ON DESPITE WALKOUT"},
	{true, "Harbour Talks To Go On Despite the Walkout of Dockers."},
	{true, "Will the harbour ever open again?"},
	{true, "Brenn: 'The door is open.'"},
	{false, "Norland and Sudra have agreed to undertake joint exercises this month, a Norland official confirmed."},
	{false, "It was raining in Halmsund."},
	{false, "The ministry said on Tuesday that the talks would go on."},
	{false, "“We regret the walkout, but the door is open.”"},
	{false, "HALMSUND, April 5 (Reuters) — The talks go on"},
	{false, "Abstract"},
}

func TestHeadlines(t *testing.T) {
	const body = "\n\nThe government of Norland will keep talking to the dockers' union, the transport minister told reporters on Wednesday, after its leader had left the table." +
		"\n\nThe union accused the ministry of breaking its word, and asked its members to stay at home until a new offer is made to them in writing."
	for _, c := range headlines {
		a := build(c.line + body)
		Frame(a, Options{})
		if got := a.Title != ""; got != c.title {
			t.Errorf("%q is a title: %v", c.line, got)
		}
		a = build(c.line)
		Frame(a, Options{})
		if a.Title != "" {
			t.Errorf("%q alone became a title", c.line)
		}
	}
}

// bylineCases is lines below a title, and the names they hold.
var bylineCases = []struct{ line, names string }{
	{"By Jane Doe", "Jane Doe"},
	{"BY JANE DOE", "JANE DOE"},
	{"By JANE DOE and JOHN ROE, Staff Writers", "JANE DOE; JOHN ROE"},
	{"By Jane Doe, John Roe and Ana de la Cruz", "Jane Doe; John Roe; Ana de la Cruz"},
	{"By Jane Doe in Halmsund", "Jane Doe"},
	{"By Jane Doe and John Roe, Halmsund", "Jane Doe; John Roe"},
	{"By night and day, Halmsund", ""},
	{"By Jane Doe | The Halmsund Echo", "Jane Doe"},
	{"By Jane Doe, Coastal News Agency", "Jane Doe"},
	{"By Jane Doe\nTransport correspondent", "Jane Doe"},
	{"Written by Jane O'Doe-Smith", "Jane O'Doe-Smith"},
	{"By The Associated Press", "The Associated Press"},
	{"By Reuters", "Reuters"},
	{"Jane Doe reports from Halmsund.", "Jane Doe"},
	{"Author: Jane Doe", "Jane Doe"},
	{"Von Jana Döhring und Jan Röhr", "Jana Döhring; Jan Röhr"},
	{"Автор: Иван Петров", "Иван Петров"},
	{"By Jane Doe, 5 April 2017", "Jane Doe"},
	{"(Reporting by Jane Doe in Halmsund; Editing by John Roe)", "Jane Doe"},
	{"By Sunday, the harbour was closed.", ""},
	{"By the time they came, it was over.", ""},
	{"Published 14 June 2025 · by Ada Brenn", "Ada Brenn"},
	{"April 5, 2017 | By Ada Brenn and Carl Moss", "Ada Brenn; Carl Moss"},
	{"On 14 June 2025 by Brenn's count 40 had left.", ""},
	{"By 14 June 2025 Ada Brenn had left.", ""},
	{"By then the Ministry had left.", ""},
	{"By Monday evening", ""},
	{"By Jane Doe in Halmsund and John Roe in Torvik", "Jane Doe; John Roe"},
	{"By Jane Doe in Halmsund and the north", "Jane Doe"},
	{"By JANE DOE\nDaily Echo", "JANE DOE"},
	{"Jane Doe and John Roe, USA TODAY", "Jane Doe; John Roe"},
	{"Jane Doe and John Roe USA TODAY", "Jane Doe; John Roe"},
	{"Bread and butter of the BBC", ""},
	{"New York, USA TODAY", ""},
	{"By Jane Doe and John Roe\nAssociated Press", "Jane Doe; John Roe"},
	{"Brenn reports to the prime minister.", ""},
}

func TestBylines(t *testing.T) {
	for _, c := range bylineCases {
		a := build("Harbour talks to go on despite walkout\n\n" + c.line +
			"\n\nThe government of Norland will keep talking to the dockers' union, the minister told reporters.\n\nThe union accused the ministry of breaking its word.")
		Frame(a, Options{Language: "en"})
		var names []string
		for _, au := range a.Authors {
			names = append(names, au.Name)
			if au.Span.In(a.Text) != au.Name {
				t.Errorf("%q: the span of %q reads %q", c.line, au.Name, au.Span.In(a.Text))
			}
		}
		if got := strings.Join(names, "; "); got != c.names {
			t.Errorf("%q names %q, want %q", c.line, got, c.names)
		}
		if isBy := a.Blocks[1].Kind == article.BlockByline; isBy != (c.names != "") {
			t.Errorf("%q became %s", c.line, a.Blocks[1].Kind)
		}
	}
}

// datelineCases is starts of a first paragraph: place, agency, date.
var datelineCases = []struct{ start, want string }{
	{"MOSCOW, April 5 (Reuters) — ", "MOSCOW|Reuters|2017-04-05"},
	{"LONDON (AP) - ", "LONDON|AP|"},
	{"PARIS/BERLIN, 3 May – ", "PARIS/BERLIN||2017-05-03"},
	{"Halmsund, 3 March 2021 – ", "Halmsund||2021-03-03"},
	{"HALMSUND -- ", "HALMSUND||"},
	{"FLINT, Mich., Dec. 30 (UPI) — ", "FLINT, Mich.|UPI|2016-12-30"},
	{"(Reuters) - ", "|Reuters|"},
	{"New York (AFP) – ", "New York|AFP|"},
	{"BEIJING (Xinhua) April 5 -- ", "BEIJING|Xinhua|2017-04-05"},
	{"MOSCOW. April 5 (Interfax) - ", "MOSCOW|Interfax|2017-04-05"},
	{"HALMSUND, Norland — ", "HALMSUND, Norland||"},
	{"HALMSUND, April 5 (Coastal News) — ", "HALMSUND|Coastal News|2017-04-05"},
	{"The Union (NU) — ", ""},
	{"Ada Brenn — ", ""},
	{"UPDATE — ", ""},
	{"On Tuesday, April 4 — ", ""},
	{"RED STATES OUTNUMBER BLUE STATES AGAIN - ", ""},
	{"NATO - ", "NATO||"},
	{"Halmsund-", ""},
}

func TestDatelines(t *testing.T) {
	for _, c := range datelineCases {
		a := build("Harbour talks to go on despite walkout\n\n" + c.start + "The government will keep talking, the minister told reporters in town.\n\nThe union will not.")
		state(a, "date: 2017-04-05")
		Frame(a, Options{})
		got := ""
		if d := a.Dateline; d != nil {
			got = string(d.Place + "|" + d.Agency + "|" + d.Date)
		}
		if got != c.want {
			t.Errorf("%q gives %q, want %q", c.start, got, c.want)
		}
		if span := DatelineSpan(a); c.want != "" && span.In(a.Text) != c.start {
			t.Errorf("%q: the span reads %q", c.start, span.In(a.Text))
		} else if c.want == "" && span.Len() != 0 {
			t.Errorf("%q: a span without a dateline", c.start)
		}
	}
	a := build("Harbour talks go on\n\nNATO - the alliance - will keep talking, it said.\n\nThe union will not.")
	if Frame(a, Options{}); a.Dateline != nil {
		t.Errorf("a dash before a small letter ends a dateline: %+v", *a.Dateline)
	}
}

// TestCredited: the quick look lets every picture credit through.
func TestCredited(t *testing.T) {
	for _, credit := range pictureCredits {
		if !credited("the harbour" + credit + "ada brenn") {
			t.Errorf("%q is never looked for", credit)
		}
	}
}
