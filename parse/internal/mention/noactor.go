package mention

import (
	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/tag"
	"dossier/parse/internal/token"
)

// Nouns that look like actors and are none.

// likened reports a phrase with "a" that somebody is compared with: "treated her like a
// criminal". There is nobody. Nor is there in capitals alone in brackets, where a party is
// named: "Ada Brenn (Liberal Democrat)".
func (f *finder) likened(first, head int) bool {
	if first < 1 {
		return false
	}
	switch f.d.Low(first - 1) {
	case "like":
		w := f.d.Low(first)
		return w == "a" || w == "an"
	case "(":
		return f.d.Is(first, token.Capital) && f.d.Is(head, token.Capital) && head+1 < len(f.tags) && f.d.Low(head+1) == ")"
	}
	return false
}

// quality reports a word at head that here is no person: an adjective of degree ("the
// nation's most conservative") or a part of the body ("she shook her head"), of a river ("the lake burst its banks").
func (f *finder) quality(head int) bool {
	if head == f.first {
		return false
	}
	switch w := f.d.Low(head - 1); w {
	case "most":
		return f.tags[head] != tag.NNS && f.tags[head] != tag.NNPS
	case "its", "their":
		if f.d.Low(head) == "executive" {
			return true // who runs it, or the body that does
		}
		return f.d.Low(head) == "banks" && head-2 >= f.first && f.tags[head-2].Verb() // a river's
	case "his", "her", "my", "your":
		if f.d.Low(head) == "youth" {
			return true
		}
		return f.d.Low(head) == "head" && !(head+1 < f.end && f.d.Low(head+1) == "of")
	}
	return false
}

// none reports a noun that here names nobody: "held hostage", "a source of
// income", "opposition to the plan".
func (f *finder) none(head int, x word) bool {
	next := ""
	if head+1 < f.end {
		next = f.d.Low(head + 1)
	}
	switch {
	case next == "of" && f.d.Low(head) == "host" && head > f.first && (f.d.Low(head-1) == "a" || f.d.Low(head-1) == "whole") && head+2 < f.end && f.tags[head+2] != tag.DT && f.tags[head+2] != tag.PunctOpen && !f.d.Is(head+2, token.Capital):
		return true // "a host of problems"
	case x.is&idiom != 0:
		return head > f.first && (f.tags[head-1].Verb() || f.tags[head-1] == tag.RB || f.tags[head-1].Noun() && !f.is(head-1, demonym))
	case f.d.Low(head) == "utility" && head > f.first:
		if w := f.d.Low(head - 1); w == "the" {
			return !f.subject(head+1) && !(head+1 < f.end && f.tags[head+1] == tag.POS) // "the utility of it"
		} else if !f.d.Is(head-1, token.Hyphen) && !powering.Has(w) {
			return true
		}
	case f.d.Low(head) == "chair" && head > f.first && f.d.Low(head-1) == "a":
		return !f.subject(head + 1) // "gave us a chair"
	case f.d.Low(head) == "exile" && head > f.first:
		switch t := f.tags[head-1]; t {
		case tag.DT, tag.JJ, tag.PRPS, tag.POS, tag.NNP, tag.NN:
		default:
			return true // "lives in exile"
		}
	case x.is&origin != 0:
		return next == "of"
	case next == "of" && x.is&aHead|x.is&heads != 0 && (f.d.Low(head) == "group" || f.d.Low(head) == "groups"):
		return f.countsThings(head + 2)
	case f.d.Low(head) == "leadership":
		return head > f.first+1 && f.d.Low(head-1) == "the" && f.d.Low(head-2) == "under" // "under the leadership of"
	case f.d.Low(head) == "party" && next == "to": // "had been party to the talks"
		return head+2 >= len(f.tags) || f.d.Low(head+2) != "which" && f.d.Low(head+2) != "whom"
	case f.d.Low(head) == "board" && head > f.first && boards.Has(f.d.Low(head-1)):
		return true // "the message board"
	case next == "and" && portfolios.Has(f.d.Low(head)) && head+3 < f.end && (portfolios.Has(f.d.Low(head+2)) || f.d.Low(head+2) == "crime") && f.is(head+3, aRole):
		return true // "the police and crime commissioner"
	case f.d.Low(head) == "fundraiser":
		return f.eventAt(head)
	case f.d.Low(head) == "staff":
		return head-2 > f.first && f.d.Low(head-1) == "of" && f.roleWord(head-2) // "her chief of staff"
	case x.is&alone != 0 && head > f.first && f.d.Low(head) == "office":
		switch f.d.Low(head - 1) {
		case "public", "political", "elected", "high", "in", "from", "into", "head", "box", "front", "back":
			return true // "trust in public office", "removed from office"
		}
		return false
	case x.is&act != 0 && x.is&(aRole|roles) == 0:
		return next == "to"
	}
	return false
}

// countsThings reports a number and a noun for things at token i: "groups of four dots".
func (f *finder) countsThings(i int) bool {
	return i+1 < f.end && f.tags[i] == tag.CD && (!f.tags[i+1].Noun() || !f.is(i+1, aRole|roles|people|heads|aHead))
}

// powering is what stands before a utility that is a firm.
var powering = lexicon.WordsOf("power", "electric", "electricity", "energy", "water", "gas", "state", "public", "largest", "biggest", "giant", "regional", "private")

// boards are what stands before a board that is a thing.
var boards = lexicon.WordsOf(
	"message", "bulletin", "notice", "circuit", "chess", "cutting", "drawing",
	"discussion", "leader", "sandwich", "diving",
)

// eventAt reports a fundraiser that somebody hosts or goes to: no person.
func (f *finder) eventAt(head int) bool {
	k := head - 1
	for k > f.first && (f.tags[k] == tag.JJ || f.tags[k].Noun() || f.tags[k] == tag.DT || f.tags[k] == tag.PRPS || f.tags[k] == tag.POS || f.tags[k] == tag.CD) {
		k--
	}
	switch f.d.Low(k) {
	case "at", "for", "during", "after", "before", "to", "host", "hosts", "hosted", "hosting", "hold", "held", "holding",
		"holds", "attend", "attended", "attending", "attends", "organised", "organized", "headlined", "threw", "headline":
		return true
	}
	return false
}
