// Package tag gives every token its Penn Treebank part of speech, and words
// their dictionary form.
//
// An averaged perceptron reads each sentence once, left to right. Marks,
// numbers and words that have one tag are settled by rule and by a dictionary;
// the rest may take a few tags (candidates.go), of which the sum of the weights
// of about twenty features decides (features.go).
// The weights are int8, lie in the binary and are read in place (weights.go),
// so there is no load step. The command in tag/train makes them from GUM (see
// LICENSE-GUM.md).
//
// The package knows single words; it finds no phrases and no names.
package tag

// Tag is a Penn Treebank part of speech.
type Tag uint8

// The tags.
const (
	None Tag = iota
	CC
	CD
	DT
	EX
	FW
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NN
	NNS
	NNP
	NNPS
	PDT
	POS
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	PunctEnd   // .
	PunctComma // ,
	PunctColon // : ; - … dashes
	PunctOpen  // `` opening quotation mark
	PunctClose // '' closing quotation mark
	LRB
	RRB
	NFP    // other marks: asterisks, bullets, emoji
	HYPH   // a hyphen alone
	Dollar // $ and other signs of money
	ADD    // addresses: URLs, mail, @handles, #tags
	AFX    // a prefix alone
	Count  // how many tags there are
)

// names are the Penn Treebank's own names of the tags.
var names = [Count]string{
	"", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS",
	"PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN",
	"VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "NFP", "HYPH",
	"$", "ADD", "AFX",
}

// String is the Penn Treebank's name of t, "" for None.
func (t Tag) String() string { return names[t] }

// Named is the tag of a Penn Treebank name, None if there is none.
func Named(name string) Tag {
	for t := CC; t < Count; t++ {
		if names[t] == name {
			return t
		}
	}
	return None
}

// Verb reports VB, VBD, VBG, VBN, VBP, VBZ.
func (t Tag) Verb() bool { return t >= VB && t <= VBZ }

// Finite reports VBD, VBP, VBZ and MD.
func (t Tag) Finite() bool { return t == VBD || t == VBP || t == VBZ || t == MD }

// Noun reports NN, NNS, NNP, NNPS.
func (t Tag) Noun() bool { return t >= NN && t <= NNPS }

// Proper reports NNP, NNPS.
func (t Tag) Proper() bool { return t == NNP || t == NNPS }
