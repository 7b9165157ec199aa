package meta

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"dossier/article"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// TestCases reads testdata/*.txtar: article (the markup of build), optionally
// stated (see state), and frame, what Frame made of it.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			part := func(name string) string {
				for _, f := range ar.Files {
					if f.Name == name {
						return string(f.Data)
					}
				}
				return ""
			}
			a := build(part("article"))
			opts := state(a, part("stated"))
			Frame(a, opts)
			checkFrame(t, a)
			got := render(a)
			if *update {
				var files []txtar.File
				for _, f := range ar.Files {
					if f.Name != "frame" {
						files = append(files, f)
					}
				}
				ar.Files = append(files, txtar.File{Name: "frame", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(ar), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := part("frame"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// checkFrame holds what is true of every article that Frame has seen.
func checkFrame(t *testing.T, a *article.Article) {
	t.Helper()
	if err := a.Validate(); err != nil {
		t.Error(err)
	}
	n := 0
	for i := range a.Blocks {
		b := &a.Blocks[i]
		v := view{Block: b, text: b.Span.In(a.Text)}
		if v.body() != (b.Ordinal != nil) {
			t.Errorf("block %s is %s and has ordinal %v", b.ID, b.Kind, b.Ordinal)
		}
		if b.Ordinal != nil {
			n++
		}
	}
	if (n == 0) != hasNote(a, article.NoteNoBody) {
		t.Errorf("%d body blocks, no_body noted: %v", n, n != 0)
	}
	if (a.Title == "") != hasNote(a, article.NoteNoTitle) {
		t.Errorf("title %q, no_title noted: %v", a.Title, a.Title != "")
	}
	if a.Language.Tag == "" || English(a) == hasNote(a, article.NoteLanguageLimited) {
		t.Errorf("language %+v, noted as limited: %v", a.Language, English(a))
	}
	if s := DatelineSpan(a); s.Len() > 0 && a.Dateline == nil || s.In(a.Text) == "" && s.Len() != 0 {
		t.Errorf("dateline %v stands at %v", a.Dateline, s)
	}
	for _, d := range []*article.Date{a.Published, a.Updated} {
		if d != nil && (d.Value == "" || d.Precision == "" || d.Basis == "" || d.Alternatives == nil) {
			t.Errorf("a date lacks a part: %+v", *d)
		}
	}
}

// TestTwice asks for equal results for equal input, and for no change by a
// second run of what the first one settled.
func TestTwice(t *testing.T) {
	const text = "Harbour talks go on\n\nBy Jane Doe\n\n05/04/2017\n\nHALMSUND (AP) — The talks go on, the minister said on Wednesday.\n\nRead more [Ministers leave](#)\n\nThe union left."
	a, b := build(text), build(text)
	Frame(a, Options{})
	Frame(b, Options{})
	if !reflect.DeepEqual(a, b) {
		t.Error("two runs differ")
	}
	kinds := render(a)
	a.Notes = nil
	Frame(a, Options{})
	if got := render(a); !strings.HasPrefix(kinds, strings.Split(got, "note")[0]) {
		t.Errorf("a second run gives\n%s\nafter\n%s", got, kinds)
	}
}

func FuzzFrame(f *testing.F) {
	for _, c := range lines {
		f.Add("Harbour talks go on\n\n"+c.line+"\n\nThe talks go on.", "date: 05/04/2017")
	}
	for _, c := range bylineCases {
		f.Add("Harbour talks go on\n\n"+c.line+"\n\nThe talks go on.", "author: Jane Doe")
	}
	for _, c := range datelineCases {
		f.Add(c.start+"The talks go on.", "title: Talks\nlang: de")
	}
	for _, c := range dateStrings {
		f.Add("Harbour talks go on\n\n"+c.words+"\n\nThe talks go on.", "date: "+c.words)
	}
	for _, c := range saidCases {
		f.Add(c.words, "date: 2017-04-05")
	}
	f.Fuzz(func(t *testing.T, markup, stated string) {
		markup, stated = strings.ToValidUTF8(markup, "?"), strings.ToValidUTF8(stated, "?")
		if strings.ContainsRune(markup, '\r') {
			return
		}
		a := build(markup)
		opts := state(a, stated)
		Frame(a, opts)
		if a.Language.Tag != "" {
			checkFrame(t, a)
		}
		if d := Said(a, article.Span{End: len(a.Text)}); d != nil && (d.Value == "" || d.Span.In(a.Text) != d.Text) {
			t.Errorf("said %+v", *d)
		}
	})
}

// TestWordLists loads every list and asks for entries that could never match.
func TestWordLists(t *testing.T) {
	lists := map[string]*table{
		"teasers": teaserWords().table, "chrome": chromeWords().table, "bylines": bylineWords().table, "datewords": dateWords().table,
		"slugs": slugWords(), "agencies": agencyNames(), "english": englishWords(),
		"months": monthNames(), "weekdays": weekdayNames(), "zones": zoneNames(),
	}
	files, _ := os.ReadDir("words")
	if len(files) != len(lists) {
		t.Errorf("%d files, %d lists", len(files), len(lists))
	}
	for name, list := range lists {
		if list.numbers.Len() == 0 {
			t.Errorf("%s is empty", name)
		}
		for word, value := range list.each() {
			if name != "agencies" && word != strings.ToLower(word) {
				t.Errorf("%s: %q is not in lower case", name, word)
			}
			if strings.TrimSpace(word) != word || strings.TrimSpace(value) != value {
				t.Errorf("%s: white space around %q", name, word)
			}
		}
	}
	classes := map[string][]string{"teasers": {"strong", "weak", "alone"}, "chrome": {"ad", "invite", "share", "object", "service", "end", "release", "label", "advice", "desk", "version", "order", "section", "mail", "notes"}}
	found := map[string]*phrases{"teasers": teaserWords(), "chrome": chromeWords()}
	for name, allowed := range classes {
		for phrase, value := range lists[name].each() {
			for _, c := range strings.Fields(value) {
				if !strings.Contains(" "+strings.Join(allowed, " ")+" ", " "+c+" ") {
					t.Errorf("%s: %q has the unknown class %q", name, phrase, c)
				} else if c != "end" && found[name].prefix(phrase, c) != len(phrase) {
					t.Errorf("%s: %q is never found", name, phrase)
				}
			}
		}
	}
}

// benchText is an article of the usual size.
func benchText() string {
	const para = "The government of Norland will keep talking to the dockers' union, Transport Minister Ada Brenn said on Wednesday, after its leader left the table. " +
		"“We regret the walkout, but the door is open,” Brenn told reporters in Halmsund, according to the Coastal News Agency. The union accused the ministry of breaking its word.\n\n"
	return "Harbour talks to go on despite walkout, minister says\n\n03/02/2021\n\nHALMSUND, Feb. 3 (CNA) — " + strings.Repeat(para, 8) +
		"Read more ['A long winter': the strike in numbers](#)\n\nThe talks go on.\n\n© 2021 The Halmsund Echo"
}

func BenchmarkFrame(b *testing.B) {
	a := build(benchText())
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		c := a.Clone()
		Frame(c, Options{})
	}
}

func BenchmarkClone(b *testing.B) {
	a := build(benchText())
	b.SetBytes(int64(len(a.Text)))
	for b.Loop() {
		a.Clone()
	}
}

// TestMisstatedLanguage holds the text against what a template says of it.
func TestMisstatedLanguage(t *testing.T) {
	const english = "The government will keep talking to the dockers, the minister said on Wednesday, after their leader left the table in the town. They had asked for more than the ministry could give, she said, and it was not clear when the two sides would meet again, or who would be there."
	const german = "Die Regierung will mit den Dockern weiter reden, sagte die Ministerin am Mittwoch, nachdem deren Chef den Tisch in der Stadt verlassen hatte. Sie hatten mehr verlangt, als das Ministerium geben konnte, sagte sie, und es war nicht klar, wann beide Seiten sich wieder treffen und wer dabei sein wird."
	for _, c := range []struct{ stated, text, want string }{
		{"de", english, "en"}, {"en", english, "en"}, {"en-GB", english, "en-GB"}, {"en", german, "de"}, {"de-AT", german, "de-AT"},
	} {
		a := build("Harbour talks go on\n\n" + c.text)
		a.Language = article.Language{Tag: c.stated, Confidence: 1}
		Frame(a, Options{})
		if a.Language.Tag != c.want {
			t.Errorf("stated %s: %s, want %s", c.stated, a.Language.Tag, c.want)
		}
	}
}
