package export

import "strings"

// pageColor is a colour of the page in both themes; the light ones are those of
// the brief.
type pageColor struct{ name, light, dark string }

// pageColorTable has a test: each ink reaches 4.5:1 on every ground it stands on.
var pageColorTable = []pageColor{
	{"paper", colorPaper, "#12171E"},
	{"tint", colorTint, "#1B222C"},
	{"hairline", colorHairline, "#38434F"},
	{"ink", colorInk, "#F0F3F7"},
	{"body", colorBody, "#D3DAE3"},
	{"muted", colorMuted, "#A1AEBD"},
	{"navy", colorNavy, "#93C5EA"},
	{"band", colorNavy, "#2F6E9C"},
	{"quoted", colorHighlight, "#3B331A"},
	{"chosen", "#CFE4F5", "#1F4A6B"},
	{"plus", colorSupports, "#8FDDB0"},
	{"plus-ground", colorSupportsGround, "#17392A"},
	{"minus", colorOpposes, "#F6ABA4"},
	{"minus-ground", colorOpposesGround, "#482321"},
	{"cond", colorConditional, "#F1CF83"},
	{"cond-ground", colorConditionalGround, "#40330F"},
	{"neut", colorNeutral, "#C5D0DC"},
	{"neut-ground", colorNeutralGround, "#2A3440"},
}

// pageColors are the colours as properties of the style sheet.
func pageColors() string {
	var light, dark strings.Builder
	for _, c := range pageColorTable {
		light.WriteString("--" + c.name + ":" + c.light + ";")
		dark.WriteString("--" + c.name + ":" + c.dark + ";")
	}
	return ":root{color-scheme:light dark;" + light.String() + "}\n" +
		"@media screen and (prefers-color-scheme:dark){:root{" + dark.String() + "}}\n"
}

// signClass is the class of what bears a sign.
func signClass(s sign) string {
	switch s {
	case signSupports:
		return "plus"
	case signOpposes:
		return "minus"
	case signConditional:
		return "cond"
	case signMixed:
		return "mix"
	}
	return "neut"
}
