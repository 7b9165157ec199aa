package quote

import (
	"slices"

	"dossier/article"
	"dossier/parse/internal/token"
)

// An interview may part its turns by type alone: the questions are paragraphs in
// bold, the answers follow without marks, and who answers is said at the top.
// The bold is lost on the way here, so that the turns are told by their words:
// questions speak to you, answers of I and we. One such pair may be rhetoric; an
// article that holds several, and names one person at its top, is an interview.

// fewestQuestions is how many questions with an answer make an interview.
const fewestQuestions = 3

// longestQuestion is how many tokens a question may have; an answer has no bound.
const longestQuestion = 70

// longestAnswer is how many paragraphs an answer may have, all of them counted
// together: a column that asks its readers now and then is no interview.
const longestAnswer = 4

// interview is the answers of an interview, blocks in order, and who gives them.
type interview struct {
	answers []int
	source  *Source
}

// readInterview claims the answers of an interview for the one that its opening
// names. Words without marks count as reported, as they do in a transcript.
func (r *reader) readInterview() {
	if len(r.transcript) > 0 {
		return
	}
	talk, ok := r.findInterview()
	if !ok {
		return
	}
	for _, b := range talk.answers {
		first, end := r.tokensOf(b)
		if !r.wordsBetween(first, end) || r.outer(first) >= 0 && r.outer(first) == r.outer(end-1) {
			continue // inside quotation marks: see loose
		}
		f := article.Feature{Name: "answers-a-question", Weight: 0}
		if q := r.claim(r.sentenceOf(first), &looseRules[interviewAnswerRule], article.QuoteIndirect, []article.Span{r.d.Span(first, end)}, talk.source, nil, f); q != nil {
			q.Turn = true
		}
	}
	r.apart = append(r.apart, slices.Clone(r.out)...)
	r.out, r.last = r.out[:0], -1
}

// findInterview finds the answers between the questions, and the person who gives
// them; ok if this is an interview.
func (r *reader) findInterview() (talk interview, ok bool) {
	var questions []int
	yours := 0
	for b := range r.d.Blocks {
		if r.question(b) {
			questions = append(questions, b)
			if r.holds(b, secondPerson) {
				yours++
			}
		}
	}
	if len(questions) < fewestQuestions || 2*yours < len(questions) {
		return talk, false
	}
	answered, own, alone := 0, 0, 0
	first := questions[0]
	for k, b := range questions {
		stop := len(r.d.Blocks)
		if k+1 < len(questions) {
			stop = questions[k+1]
		}
		list := r.answersIn(b, stop)
		if len(list) > 0 {
			answered++
			if r.holds(list[0], firstPerson) {
				own++
			}
			if r.holds(list[0], firstSingular) {
				alone++
			}
		}
		talk.answers = append(talk.answers, list...)
	}
	talk.source = r.interviewee(first)
	dense := len(talk.answers) <= longestAnswer*answered
	return talk, answered >= fewestQuestions && dense && 2*own >= answered && 3*alone >= answered && talk.source != nil
}

// question reports a paragraph or heading that is one question.
func (r *reader) question(b int) bool {
	first, end := r.tokensOf(b)
	if k := r.d.Blocks[b].Kind; k != article.BlockParagraph && k != article.BlockHeading {
		return false
	}
	return end-first >= 3 && end-first <= longestQuestion && r.d.Word(end-1) == "?" && r.outer(first) < 0
}

// answersIn is the answers behind the question in block b, before block stop: the
// paragraphs up to there, but for what may be a remark of who asks. Behind the
// last question only the first, and those after it that speak of I or we.
func (r *reader) answersIn(b, stop int) []int {
	var list []int
	for k := b + 1; k < stop; k++ {
		if r.d.Blocks[k].Kind != article.BlockParagraph {
			if stop == len(r.d.Blocks) {
				break
			}
			continue
		}
		if len(list) > 0 && k+1 < stop && r.remark(k) {
			continue
		}
		if len(list) > 0 && stop == len(r.d.Blocks) && !r.holds(k, firstPerson) {
			break
		}
		list = append(list, k)
	}
	return list
}

// remark reports a short paragraph, not of I or we, that speaks to the other ("You
// have clashed with the minister.") or is taken up by one of I or we: it may be the
// asker's "Campaigners want a public inquiry.", and whose words it is stays open.
func (r *reader) remark(b int) bool {
	return r.short(b) && !r.holds(b, firstPerson) && (r.holds(b, secondPerson) || r.holds(b+1, firstPerson))
}

// short reports a paragraph that is no longer than a question.
func (r *reader) short(b int) bool {
	first, end := r.tokensOf(b)
	return end-first <= longestQuestion/2
}

// holds reports a word of a kind outside of quotation marks in block b.
func (r *reader) holds(b int, is func(string) bool) bool {
	first, end := r.tokensOf(b)
	for i := first; i < end; i++ {
		if t := &r.d.Tokens[i]; t.End-t.Start <= 8 && r.outer(i) < 0 && is(r.low(i)) {
			return true
		}
	}
	return false
}

func secondPerson(low string) bool { return low == "you" || low == "your" || low == "yourself" }

func firstSingular(low string) bool {
	return low == "i" || low == "my" || low == "me" || low == "myself"
}

func firstPerson(low string) bool {
	return firstSingular(low) || low == "we" || low == "our" || low == "us"
}

// interviewee is the person whom the blocks before the first question name: the
// only one, else the only one of the title, else the one named first and most.
func (r *reader) interviewee(question int) *Source {
	_, end := r.tokensOf(max(question-1, 0))
	if question == 0 {
		return nil
	}
	var people []named
	for i := range r.men.Mentions {
		m := &r.men.Mentions[i]
		if int(m.Head) >= end {
			break
		}
		if m.Kind != article.KindPerson || m.Type != article.MentionName || !r.d.Is(int(m.Head), token.Capital) {
			continue
		}
		if !r.asks(m.First) {
			people = r.count(people, int32(i))
		}
	}
	for k := range people {
		people[k].titled = people[k].titled || r.inTitle(people[k].last, question)
	}
	best := pick(people)
	if best < 0 {
		return nil
	}
	m := &r.men.Mentions[people[best].mention]
	return &Source{First: m.First, End: m.End, Head: m.Head, Mention: people[best].mention}
}

// asks reports that the name at token i is that of who asks: "She spoke to Lena Brock",
// "Ada Brenn tells Lena Brock why".
func (r *reader) asks(i int32) bool {
	k := int(i) - 1
	s := r.sentenceOf(int(i))
	if w := r.at(s, k); w == "to" || w == "with" {
		k--
		if r.at(s, k) == "down" {
			k--
		}
	} else if w != "tells" && w != "told" {
		return false
	}
	if k <= s.first {
		return false
	}
	switch r.low(k) {
	case "tells", "told":
		return true
	case "spoke", "speaks", "talked", "talks", "sat", "sits", "chatted", "chats", "met":
		w := r.low(k - 1)
		return w == "she" || w == "he" || w == "who"
	}
	return false
}

// inTitle reports a capital word in a title above block b.
func (r *reader) inTitle(low string, b int) bool {
	for t := range b {
		if r.d.Blocks[t].Kind != article.BlockTitle {
			continue
		}
		first, end := r.tokensOf(t)
		for i := first; i < end; i++ {
			if r.d.Is(i, token.Capital) && r.low(i) == low {
				return true
			}
		}
	}
	return false
}

// named is a person of the opening, by the last word of the name.
type named struct {
	last    string
	mention int32 // the longest name, in the text rather than the title
	times   int
	titled  bool // in the title
}

// count enters mention i among people.
func (r *reader) count(people []named, i int32) []named {
	m := &r.men.Mentions[i]
	last, block := r.low(int(m.End)-1), r.blockOf(int(m.Head))
	titled := r.d.Blocks[block].Kind == article.BlockTitle
	for k := range people {
		p := &people[k]
		if p.last != last {
			continue
		}
		p.times++
		if old := &r.men.Mentions[p.mention]; m.End-m.First > old.End-old.First || p.titled && !titled && m.End-m.First == old.End-old.First {
			p.mention = i
		}
		p.titled = p.titled || titled
		return people
	}
	return append(people, named{last, i, 1, titled})
}

// pick is the index of the one person who is asked, -1 if that is open.
func pick(people []named) int {
	titled, n := -1, 0
	for k := range people {
		if people[k].titled {
			titled, n = k, n+1
		}
	}
	switch {
	case len(people) == 0:
		return -1
	case len(people) == 1:
		return 0
	case n == 1:
		return titled
	}
	for k := 1; k < len(people); k++ {
		if people[k].times >= people[0].times {
			return -1
		}
	}
	return 0
}
