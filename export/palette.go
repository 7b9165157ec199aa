package export

import (
	"dossier/article"
)

// The palette of the brief and the workbook, as "#RRGGBB". Every text colour
// reaches a contrast of 4.5:1 on the ground it stands on; a test computes it.
const (
	colorInk       = "#161D27" // names, titles, the strongest text
	colorBody      = "#2A3340" // running text
	colorMuted     = "#5A6675" // labels and what explains
	colorLineNo    = "#6B7685" // line numbers of the source text
	colorNavy      = "#0F3D5E" // bands, section heads, links
	colorPaper     = "#FFFFFF"
	colorTint      = "#F4F6F9" // ground of the key facts
	colorHairline  = "#D5DBE3" // rules between rows
	colorHighlight = "#FDF3D1" // ground of quoted words in the source text

	colorSupports          = "#145A37"
	colorSupportsGround    = "#DDEFE4"
	colorOpposes           = "#8C1D18"
	colorOpposesGround     = "#F8DFDB"
	colorConditional       = "#6B4A00"
	colorConditionalGround = "#FBEDCB"
	colorNeutral           = "#3D4A5A"
	colorNeutralGround     = "#E6EBF1"
)

// sign is what a position shows where space is short. It is never shown by
// colour alone: symbol and words always stand with it.
type sign string

// The signs. signMixed stands for opposite signs in one cell and for low
// confidence.
const (
	signNone        sign = ""
	signSupports    sign = "+"
	signOpposes     sign = "−" // U+2212, the width of the plus
	signConditional sign = "±"
	signNeutral     sign = "="
	signMixed       sign = "?"
)

// lowConfidence is the confidence below which a sign is shown as signMixed and
// an item counts as one to review.
const lowConfidence = 0.5

// signOf is the sign of one position towards its own target.
func signOf(p *article.Position) sign {
	switch {
	case p.Confidence < lowConfidence:
		return signMixed
	case p.Condition != nil && len(p.Condition.Spans) > 0:
		return signConditional
	case p.Stance == article.Doubt || takesBack(p):
		return signNeutral
	case p.Stance.Polarity() > 0:
		return signSupports
	case p.Stance.Polarity() < 0:
		return signOpposes
	}
	return signNeutral
}

// takesBack reports a matter that the holder gives up ("walked back the plan"): to
// ease an actor is for it, but what is taken back is no longer backed.
func takesBack(p *article.Position) bool {
	return p.Stance == article.Concede && p.Target.Actor == "" && p.Target.Type != article.TargetUnspecified
}

// ink is the text colour of s, ground the colour it stands on.
func (s sign) ink() string    { return signColors(s)[0] }
func (s sign) ground() string { return signColors(s)[1] }

// word is how s reads in a legend.
func (s sign) word() string {
	switch s {
	case signSupports:
		return "Supports"
	case signOpposes:
		return "Opposes"
	case signConditional:
		return "Conditional"
	case signNeutral:
		return "Neutral / withholds"
	case signMixed:
		return "Mixed / unsure"
	}
	return ""
}

func signColors(s sign) [2]string {
	switch s {
	case signSupports:
		return [2]string{colorSupports, colorSupportsGround}
	case signOpposes:
		return [2]string{colorOpposes, colorOpposesGround}
	case signConditional:
		return [2]string{colorConditional, colorConditionalGround}
	}
	return [2]string{colorNeutral, colorNeutralGround}
}

// signs is a set of signs.
type signs uint8

// allSigns is the order of the bits of a set.
var allSigns = [...]sign{signSupports, signOpposes, signConditional, signNeutral, signMixed}

func (s *signs) add(g sign) {
	for i, one := range allSigns {
		if one == g {
			*s |= 1 << i
		}
	}
}

func (s signs) has(g sign) bool {
	var one signs
	one.add(g)
	return s&one != 0
}

// sum is the sign of several. What is unsure or neutral yields to what is
// plain; plain signs that differ are mixed.
func (s signs) sum() sign {
	switch {
	case s.has(signOpposes) && (s.has(signSupports) || s.has(signConditional)):
		return signMixed
	case s.has(signConditional):
		return signConditional
	case s.has(signSupports):
		return signSupports
	case s.has(signOpposes):
		return signOpposes
	case s.has(signNeutral):
		return signNeutral
	}
	return signMixed
}
