package meta

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"

	"dossier/article"
)

// The language is asked of a sample. English is nearly always the answer and is
// known by its function words in a few microseconds; only where these are few
// is the trigram detector asked, which takes a hundred times as long.
const (
	sampleBytes = 1200
	// Of running English, 30 to 45 % of the words are in words/english.tsv;
	// of the other languages that share some, under 12 %.
	surelyEnglish = 0.20
	fewWords      = 64 // of these such a share is enough
	maybeEnglish  = 0.08
)

// English reports whether the language stages can read a.
func English(a *article.Article) bool {
	lang, _, _ := strings.Cut(a.Language.Tag, "-")
	return strings.EqualFold(lang, "en")
}

// language sets the article's language: the option's, else the stated one
// unless its letters contradict it, else the detected one.
func (f *frame) language() {
	f.a.Language = f.detect()
	if !English(f.a) {
		f.note(article.NoteLanguageLimited, article.Warning, nil,
			"language stages did not run: the text is %s, and only English is read", name(f.a.Language.Tag))
	}
}

func (f *frame) detect() article.Language {
	if f.opts.Language != "" {
		return article.Language{Tag: f.opts.Language, Confidence: 1}
	}
	sample := f.sample()
	english, words := englishShare(sample)
	switch {
	case f.statedTag != "" && !contradicts(f.statedTag, sample) && !misstated(f.statedTag, english, words):
		confidence := f.a.Language.Confidence
		if confidence == 0 {
			confidence = 1
		}
		return article.Language{Tag: strings.ReplaceAll(f.statedTag, "_", "-"), Confidence: confidence}
	case english >= surelyEnglish && words >= 8:
		return article.Language{Tag: "en", Confidence: 0.99}
	}
	return f.byTrigrams(sample, english, words)
}

// byTrigrams asks the detector. What it is unsure of and what is written in
// Latin letters counts as English, unless a long text has none of its words.
func (f *frame) byTrigrams(sample string, english float64, words int) article.Language {
	info := whatlanggo.Detect(sample)
	tag := info.Lang.Iso6391()
	confidence := math.Round(info.Confidence*100) / 100
	switch {
	case info.Script == nil:
		f.guessed("no letters to tell the language by, taken as English")
		return article.Language{Tag: "en", Confidence: 0}
	case tag == "" || confidence == 0:
		tag = "und"
	}
	latin := info.Script == unicode.Latin
	unlikely := latin && (words < 60 || english >= maybeEnglish || tag == "und")
	switch {
	case info.IsReliable() && !(latin && english >= maybeEnglish && words < 60):
	case tag == "en":
	case info.Script == unicode.Cyrillic && byLetters(sample) != "":
		tag = byLetters(sample)
		confidence = max(confidence, 0.5)
		f.guessed("detection was unreliable: the letters are those of " + name(tag))
	case unlikely:
		f.guessed("detection was unreliable, taken as English")
		return article.Language{Tag: "en", Confidence: math.Round(english*100) / 100}
	default:
		f.guessed("detection was unreliable: " + name(tag) + " is the best guess")
	}
	return article.Language{Tag: tag, Confidence: min(confidence, 0.99)}
}

// byLetters tells the Cyrillic languages apart by letters that only one has.
func byLetters(s string) string {
	for _, x := range [...]struct{ letters, tag string }{
		{"ўЎ", "be"}, {"їєґЇЄҐ", "uk"}, {"ѓќѕЃЌЅ", "mk"}, {"љњћђЉЊЋЂ", "sr"}, {"ыэёЫЭЁ", "ru"},
	} {
		if strings.ContainsAny(s, x.letters) {
			return x.tag
		}
	}
	return ""
}

func (f *frame) guessed(message string) {
	f.note(article.NoteGuessedLanguage, article.Info, nil, "%s", message)
}

// sample is a stretch of running text: the first long blocks, or all of a
// short text.
func (f *frame) sample() string {
	text := f.a.Text
	for i := range f.vs {
		if v := &f.vs[i]; len(v.text) >= 100 && v.body() && len(text)-v.Span.Start >= sampleBytes {
			text = text[v.Span.Start:]
			break
		}
	}
	return cut(text, sampleBytes)
}

// englishShare is the part of a text's words that are function words of
// English, those that other languages have too at half their weight.
func englishShare(s string) (share float64, words int) {
	list := englishWords()
	hits := 0
	for i := 0; i < len(s); {
		if words >= fewWords && float64(hits) >= 2*surelyEnglish*float64(words) {
			break
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			i += n
			continue
		}
		end := wordEnd(s, i)
		words++
		if end-i <= 7 {
			switch value, _ := list.of(lower(s[i:end])); value {
			case "2":
				hits += 2
			case "1":
				hits++
			}
		}
		i = end
	}
	if words == 0 {
		return 0, 0
	}
	return float64(hits) / float64(2*words), words
}

// contradicts reports a stated language whose letters are not the text's: pages
// in any script carry lang="en".
func contradicts(tag, sample string) bool {
	want := unicode.Latin
	switch lang, _, _ := strings.Cut(strings.ToLower(tag), "-"); lang {
	case "en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "sv", "cs", "da", "fi", "nb", "no", "ro", "hu", "id":
	case "ru", "uk", "be", "bg", "mk":
		want = unicode.Cyrillic
	default:
		return false
	}
	in, out := 0, 0
	for _, r := range cut(sample, 400) {
		if unicode.Is(want, r) {
			in++
		} else if unicode.IsLetter(r) {
			out++
		}
	}
	return out > in
}

// misstated reports a page whose template calls it English though it has next to
// none of its words, or something else though it is full of them.
func misstated(tag string, english float64, words int) bool {
	lang, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	return words >= 40 && (lang == "en" && english < maybeEnglish || lang != "en" && english >= surelyEnglish)
}

// name is a language's name for a note, or its tag.
func name(tag string) string {
	lang, _, _ := strings.Cut(strings.ToLower(tag), "-")
	switch lang {
	case "":
		return tag
	case "und":
		return "of a language that was not recognised"
	}
	for code, name := range whatlanggo.Langs {
		if code.Iso6391() == lang {
			return name
		}
	}
	return tag
}
