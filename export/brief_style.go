package export

import "dossier/formats/pdf"

// The colours and styles of a brief. Sizes are points.
var (
	inkInk   = pdf.Hex(colorInk)
	inkBody  = pdf.Hex(colorBody)
	inkMuted = pdf.Hex(colorMuted)
	inkNavy  = pdf.Hex(colorNavy)

	fontKicker    = pdf.Style{Face: pdf.SansSemiBold, Size: 7.5, Color: inkNavy, Space: 0.75}
	fontRunning   = pdf.Style{Face: pdf.SansSemiBold, Size: 7.5, Color: inkNavy}
	fontNote      = pdf.Style{Face: pdf.Sans, Size: 8, Color: inkMuted}
	fontLabel     = pdf.Style{Face: pdf.Sans, Size: 7.5, Color: inkMuted}
	fontDeck      = pdf.Style{Face: pdf.Sans, Size: 10.2, Color: inkMuted}
	fontValue     = pdf.Style{Face: pdf.SansSemiBold, Size: 9.2, Color: inkInk}
	fontSection   = pdf.Style{Face: pdf.SansSemiBold, Size: 12, Color: inkNavy}
	fontNumber    = pdf.Style{Face: pdf.SansSemiBold, Size: 9.6, Color: inkNavy}
	fontLead      = pdf.Style{Face: pdf.SansSemiBold, Size: 9.6, Color: inkInk}
	fontPoint     = pdf.Style{Face: pdf.Sans, Size: 9.6, Color: inkBody}
	fontRef       = pdf.Style{Face: pdf.SansSemiBold, Size: 8, Color: inkNavy}
	fontPlace     = pdf.Style{Face: pdf.Sans, Size: 8.4, Color: inkNavy}
	fontHeadCell  = pdf.Style{Face: pdf.SansSemiBold, Size: 7.5, Color: inkInk}
	fontCellWords = pdf.Style{Face: pdf.Sans, Size: 7.5, Color: inkBody}
	fontTableHead = pdf.Style{Face: pdf.SansSemiBold, Size: 7.5, Color: inkMuted}
	fontRowName   = pdf.Style{Face: pdf.SansSemiBold, Size: 8.4, Color: inkInk}
	fontQuote     = pdf.Style{Face: pdf.SerifItalic, Size: 10.4, Color: inkInk}
	fontAround    = pdf.Style{Face: pdf.Serif, Size: 10.2, Color: inkBody}
	fontReported  = pdf.Style{Face: pdf.Serif, Size: 9.2, Color: inkBody}
	fontBy        = pdf.Style{Face: pdf.Sans, Size: 8.4, Color: inkMuted}
	fontByName    = pdf.Style{Face: pdf.SansSemiBold, Size: 8.4, Color: inkInk}
	fontActor     = pdf.Style{Face: pdf.SansSemiBold, Size: 8.6, Color: inkInk}
	fontCell      = pdf.Style{Face: pdf.Sans, Size: 8.6, Color: inkBody}
	fontSide      = pdf.Style{Face: pdf.Serif, Size: 8.6, Color: inkBody}
	fontAnnex     = pdf.Style{Face: pdf.SerifSemiBold, Size: 12, Color: inkInk}
	fontEvent     = pdf.Style{Face: pdf.Sans, Size: 9, Color: inkBody}
	fontEventDate = pdf.Style{Face: pdf.SansSemiBold, Size: 9, Color: inkInk}
	fontSource    = pdf.Style{Face: pdf.Serif, Size: 8.8, Color: inkBody}
	fontSourceTop = pdf.Style{Face: pdf.SerifSemiBold, Size: 8.8, Color: inkInk}
	fontSourceOff = pdf.Style{Face: pdf.Serif, Size: 8.8, Color: inkMuted}
	fontGutter    = pdf.Style{Face: pdf.Sans, Size: 7.2, Color: pdf.Hex(colorLineNo)}
	fontParagraph = pdf.Style{Face: pdf.Sans, Size: 7.5, Color: inkMuted}
)

// fontTitle is the title in a size that its length asks for.
func fontTitle(size float64) pdf.Style {
	return pdf.Style{Face: pdf.SerifSemiBold, Size: size, Color: inkInk}
}

// inkOf and groundOf are the colours of a sign.
func inkOf(s sign) pdf.Color    { return pdf.Hex(s.ink()) }
func groundOf(s sign) pdf.Color { return pdf.Hex(s.ground()) }
