package tag

import "dossier/parse/internal/token"

// ownsNext reports that "her" at token i is the owner of the noun behind it, not the object of the verb before: "to sell
// her house". Verbs that take two objects leave it open.
//
// Counter-example: "to give her money", "to make her president", "saw her yesterday", "heard her sing".
func ownsNext(d *token.Doc, tags []Tag, i int) bool {
	if d.Tokens[i-1].Sentence != d.Tokens[i+1].Sentence {
		return false
	}
	switch t := tags[i+1]; {
	case (t == VB || t == VBP) && tags[i-1] == VB && !seesDone(d.Low(i-1)):
		// "to sell her house"
	case t == NN || t == NNS:
		if ofTime(d.Low(i + 1)) {
			return false
		}
	case t == JJ && i+2 < len(tags) && (tags[i+2] == NN || tags[i+2] == NNS):
		if w := d.Low(i + 1); w == "last" || w == "next" || w == "first" || w == "all" {
			return false
		}
	default:
		return false
	}
	if !tags[i-1].Verb() {
		return tags[i-1] == IN
	}
	switch verb := d.Low(i - 1); {
	case twoObjects(verb):
		return false
	case verb == "make" || verb == "made" || verb == "makes" || verb == "making":
		return isMade(d.Low(i + 1))
	}
	return true
}

// seesDone reports a verb whose object does what the bare verb behind it tells: "let her go".
func seesDone(low string) bool {
	switch low {
	case "let", "make", "help", "have", "see", "hear", "watch", "feel", "bid", "notice", "observe", "overhear", "dare":
		return true
	}
	return false
}

// ofTime reports a noun that tells when or where, behind an object.
func ofTime(low string) bool {
	switch low {
	case "yesterday", "today", "tomorrow", "tonight", "home", "abroad", "upstairs", "downstairs", "time", "times", "days", "years", "months", "weeks", "hours", "minutes":
		return true
	}
	return false
}

// twoObjects reports a verb that may have "her" for one object and a noun for another.
func twoObjects(low string) bool {
	switch low {
	case "give", "gives", "gave", "given", "giving", "tell", "tells", "told", "telling", "show", "shows", "showed", "shown", "showing",
		"offer", "offers", "offered", "offering", "send", "sends", "sent", "sending", "ask", "asks", "asked", "asking", "pay", "pays", "paid", "paying",
		"buy", "buys", "bought", "buying", "call", "calls", "called", "calling", "name", "named", "naming", "elect", "elected", "appoint", "appointed",
		"grant", "grants", "granted", "lend", "lent", "hand", "handed", "teach", "taught", "bring", "brought", "get", "got", "cost", "costs",
		"deny", "denied", "owe", "owes", "owed", "promise", "promised", "wish", "wished", "allow", "allowed", "earn", "earned",
		"award", "awarded", "find", "consider", "considered", "declare", "declared", "crown", "crowned",
		"guarantee", "guaranteed", "cause", "caused", "serve", "served", "feed", "fed", "deal", "dealt":
		return true
	}
	return false
}

// isMade reports what somebody makes that is their own: "make her case".
func isMade(low string) bool {
	switch low {
	case "case", "way", "mark", "debut", "point", "decision", "choice", "move", "bid", "pitch", "appearance", "speech", "remarks", "announcement",
		"comments", "fortune", "career", "exit", "return", "escape", "peace", "intentions", "views", "position", "argument", "living", "money", "selection":
		return true
	}
	return false
}
