package export

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/article"
)

// What a brief prints of the article's own words: quotations and roles.

// phrase is a stretch of a quotation. Own are the speaker's words, with the
// quotation marks around them; the others are the article's.
type phrase struct {
	words string
	own   bool
}

// phrases are the words of q from left to right.
//
// Words that stand between quotation marks get them back, and lose the comma by
// which their sentence went on. Where the article breaks in ("…," she said. "…")
// each stretch has its own marks and an ellipsis stands between, so that no
// sentence appears that nobody said. Of words that are partly quoted the quoted
// ones are told apart.
func phrases(a *article.Article, q *article.Quote) []phrase {
	words := oneLine(q.Text)
	if q.Kind == article.QuoteIndirect {
		return []phrase{{words, false}}
	}
	if q.Kind == article.QuoteMixed && !betweenMarks(a, q.Spans) {
		return ownPhrases(words)
	}
	marks := marksOfQuote(a, q)
	var parts []phrase
	for i, s := range stretches(a, q) {
		if i > 0 {
			parts = append(parts, phrase{" … ", false})
		}
		parts = append(parts, phrase{marks[0] + strings.TrimSuffix(s, ",") + marks[1], true})
	}
	return parts
}

// stretches are the words of q, cut where the article puts words between them.
func stretches(a *article.Article, q *article.Quote) []string {
	if len(q.Spans) < 2 || article.Join(a.Text, q.Spans) != q.Text {
		return []string{oneLine(q.Text)}
	}
	var list []string
	for i, s := range q.Spans {
		words := oneLine(s.In(a.Text))
		if k := len(list) - 1; i > 0 && !strings.ContainsFunc(a.Text[q.Spans[i-1].End:max(s.Start, q.Spans[i-1].End)], isWordRune) {
			list[k] += " " + words
			continue
		}
		list = append(list, words)
	}
	return list
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// closing are the marks that close what an opening mark begins. A straight mark
// opens before a word and closes behind one.
var closing = map[rune]string{
	'“': "”“", '„': "“”", '«': "»", '»': "«", '‘': "’", '‚': "‘’", '"': `"`, '\'': "'", '‹': "›",
}

// ownPhrases tells the words between quotation marks from those around them.
func ownPhrases(s string) []phrase {
	var parts []phrase
	done := 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		end := 0
		if marks, ok := closing[r]; ok && opensAt(s, i, n) {
			end = closeAt(s, i+n, marks)
		}
		if end == 0 {
			i += n
			continue
		}
		if i > done {
			parts = append(parts, phrase{s[done:i], false})
		}
		parts = append(parts, phrase{s[i:end], true})
		i, done = end, end
	}
	if done < len(s) {
		parts = append(parts, phrase{s[done:], false})
	}
	return parts
}

// opensAt reports whether the mark of n bytes at i may open a quotation.
func opensAt(s string, i, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	return !isWordRune(before) && (isWordRune(after) || after == '[' || after == '…')
}

// closeAt is where a quotation that began before from ends, its mark included; 0
// where it does not. It looks no further than a sentence or two goes.
func closeAt(s string, from int, marks string) int {
	const far = 2000
	for i, r := range s[from:min(len(s), from+far)] {
		if !strings.ContainsRune(marks, r) {
			continue
		}
		end := from + i + utf8.RuneLen(r)
		if next, _ := utf8.DecodeRuneInString(s[end:]); !isWordRune(next) {
			return end
		}
	}
	return 0
}

// quoted is phrases in one piece.
func quoted(a *article.Article, q *article.Quote) string {
	var b strings.Builder
	for _, p := range phrases(a, q) {
		b.WriteString(p.words)
	}
	return b.String()
}

// ownSpans are the stretches of q that the text shows as the speaker's words.
func ownSpans(a *article.Article, q *article.Quote) []article.Span {
	switch {
	case q.Kind == article.QuoteIndirect:
		return nil
	case q.Kind == article.QuoteDirect || betweenMarks(a, q.Spans):
		return q.Spans
	}
	var own []article.Span
	for _, s := range q.Spans {
		at := s.Start
		for _, p := range ownPhrases(s.In(a.Text)) {
			if p.own {
				own = append(own, article.Span{Start: at, End: at + len(p.words)})
			}
			at += len(p.words)
		}
	}
	return own
}

// pronouns are words that name nobody by themselves.
var pronouns = map[string]bool{
	"i": true, "we": true, "you": true, "he": true, "she": true, "it": true, "they": true, "who": true,
	"that": true, "this": true, "these": true, "those": true, "which": true, "one": true, "some": true,
	"him": true, "her": true, "them": true, "us": true, "me": true, "whom": true, "many": true, "others": true,
	"another": true, "both": true, "all": true, "his": true, "their": true, "my": true, "our": true,
}

// unnamed reports whether r is a pronoun that was not resolved: two such words
// need not mean the same.
func unnamed(r *article.Ref) bool {
	return r != nil && r.Actor == "" && pronouns[strings.ToLower(strings.Trim(r.Text, ` "“”'’‘.,`))]
}

// roleWords is the title of x's role in the article's words, with the body it
// belongs to where that stands beside it: "Kremlin spokesman", "head of the
// harbour office".
func (v *view) roleWords(x *article.Actor) string {
	r := roleOf(x)
	title := roleTitle(x)
	if r == nil || r.Span.In(v.Text) != r.Title {
		return title
	}
	org := v.actors[r.Organization]
	if org == nil {
		return title
	}
	i, _ := slices.BinarySearchFunc(org.Mentions, r.Span.Start, func(m article.Mention, at int) int { return m.Span.Start - at })
	if i > 0 {
		m := org.Mentions[i-1].Span
		between := v.Text[min(m.End, r.Span.Start):r.Span.Start]
		pronoun := org.Mentions[i-1].Type == article.MentionPronoun // "Its director" says not whose
		if m.End <= r.Span.Start && !pronoun && (between == " " || between == "'s " || between == "’s ") {
			return withStatus(r.Status, withoutArticle(oneLine(v.Text[m.Start:r.Span.End])))
		}
	}
	if i < len(org.Mentions) && org.Mentions[i].Span.Start >= r.Span.End {
		m := org.Mentions[i].Span
		if joins[strings.TrimSpace(v.Text[r.Span.End:m.Start])] {
			return withStatus(r.Status, oneLine(v.Text[r.Span.Start:m.End]))
		}
	}
	return title
}

// withoutArticle is s without "the" before it.
func withoutArticle(s string) string {
	if len(s) > 4 && strings.EqualFold(s[:4], "the ") {
		return s[4:]
	}
	return s
}

// joins are the words between a title and the body it belongs to.
var joins = map[string]bool{
	"of": true, "of the": true, "at": true, "at the": true, "for": true, "for the": true, "to the": true,
	"with": true, "with the": true, "in the": true, "from the": true, "on the": true,
}
