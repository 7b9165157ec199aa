package pdf

import (
	"math"
	"strconv"
)

// Color is a colour of the screen's space.
type Color struct{ R, G, B uint8 }

// Hex reads "#RRGGBB". Anything else is our bug.
func Hex(s string) Color {
	n, err := strconv.ParseUint(s[1:], 16, 24)
	if err != nil || len(s) != 7 || s[0] != '#' {
		panic("pdf: no colour: " + s)
	}
	return Color{uint8(n >> 16), uint8(n >> 8), uint8(n)}
}

// Contrast is the contrast ratio of two colours by WCAG 2: 1 to 21.
func Contrast(a, b Color) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func (c Color) luminance() float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}
