package tag

import "dossier/parse/internal/token"

// staffNouns are the words for those who play and train that are verbs too.
var staffNouns = map[string]bool{"coach": true, "guard": true, "captain": true, "host": true, "pilot": true, "head": true, "counsel": true, "judge": true}

// staffOf reports a word for somebody's task at token i, which looks like the verb of the plural before it: a name
// stands behind it, and then the verb of the clause.
//
// Example: "Bears coach Ada Brenn said". Counter-example: "The Bears host Kolm on
// Monday", "Voters judge Ada Brenn by it".
func staffOf(d *token.Doc, tags []Tag, i int) bool {
	if i == 0 || !staffNouns[d.Low(i)] || !tags[i-1].Proper() || !d.Is(i-1, token.Capital) || d.Tokens[i-1].Sentence != d.Tokens[i].Sentence {
		return false
	}
	k := i + 1
	for k < len(tags) && tags[k].Proper() && d.Is(k, token.Capital) && d.Tokens[k].Sentence == d.Tokens[i].Sentence {
		k++
	}
	return k > i+2 && k < len(tags) && d.Tokens[k].Sentence == d.Tokens[i].Sentence && tags[k].Finite()
}
