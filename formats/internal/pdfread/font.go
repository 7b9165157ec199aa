package pdfread

import (
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// font turns the bytes of a shown string into characters and widths.
type font struct {
	wide    bool            // codes of two bytes
	text    map[int]string  // code -> characters
	widths  map[int]float64 // code -> width in thousandths of the size
	missing float64         // width of other codes
	table   *[256]string    // of a font of one byte a code
	unicode bool            // codes are UTF-16
	left    int             // codes that may still be entered
}

func (f *file) font(o any) *font {
	d := f.dict(o)
	t := &font{text: map[int]string{}, widths: map[int]float64{}, missing: 500, left: maxCodes}
	if f.fonts++; f.fonts > maxFonts {
		return t
	}
	if f.name(d["Subtype"]) == "Type0" {
		f.composite(t, d)
	} else {
		f.simple(t, d)
	}
	if s, ok := f.get(d["ToUnicode"]).(stream); ok {
		t.cmap(f.decode(s))
	}
	return t
}

func (f *file) composite(t *font, d dict) {
	t.wide, t.missing = true, 1000
	encoding := f.name(d["Encoding"])
	if strings.HasPrefix(encoding, "Uni") && (strings.Contains(encoding, "UCS2") || strings.Contains(encoding, "UTF16")) {
		t.unicode = true
	}
	list := f.array(d["DescendantFonts"])
	if len(list) == 0 {
		return
	}
	inner := f.dict(list[0])
	if dw, ok := f.get(inner["DW"]).(float64); ok {
		t.missing = dw
	}
	w := f.array(inner["W"])
	for i := 0; i+1 < len(w); {
		from := int(f.number(w[i]))
		if each := f.array(w[i+1]); each != nil {
			for k, v := range each {
				t.widths[from+k] = f.number(v)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		to, v := int(f.number(w[i+1])), f.number(w[i+2])
		for c := from; c <= to && t.left > 0; c++ {
			t.widths[c] = v
			t.left--
		}
		i += 3
	}
}

func (f *file) simple(t *font, d dict) {
	base := f.name(d["Encoding"])
	e := f.dict(d["Encoding"])
	if e != nil {
		base = f.name(e["BaseEncoding"])
	}
	t.table = tableOf(base, f.name(d["Subtype"]))
	code := 0
	for _, o := range f.array(e["Differences"]) {
		switch o := f.get(o).(type) {
		case float64:
			code = int(o)
		case name:
			if s := glyph(string(o)); s != "" {
				t.text[code] = s
			}
			code++
		}
	}
	if d["Widths"] == nil {
		t.standardWidths(f.name(d["BaseFont"]))
	}
	first := int(f.number(d["FirstChar"]))
	for i, w := range f.array(d["Widths"]) {
		t.widths[first+i] = f.number(w)
	}
	if w := f.number(f.dict(d["FontDescriptor"])["MissingWidth"]); w > 0 {
		t.missing = w
	}
}

// standardWidths enters the widths of a font that every reader has, so that
// files leave them out: those of Helvetica, and near ones of Times and Courier.
func (t *font) standardWidths(base string) {
	scale := 1.0
	switch {
	case strings.Contains(base, "Courier"):
		t.missing = 600
		return
	case strings.Contains(base, "Times"):
		scale = 0.9
	}
	for i, n := range helvetica {
		t.widths[' '+i] = float64(n) * scale
	}
}

// helvetica are the widths of Adobe's Helvetica for the characters of ASCII.
var helvetica = [...]uint16{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
	556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
	556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
}

func tableOf(base, subtype string) *[256]string {
	var t [256]string
	set := charmap.Windows1252
	if base == "MacRomanEncoding" {
		set = charmap.Macintosh
	}
	for i := range t {
		if r := set.DecodeByte(byte(i)); r >= ' ' && r != '\uFFFD' && (r < 0x7F || r > 0x9F) {
			t[i] = string(r)
		}
	}
	if base == "" && subtype != "TrueType" || base == "StandardEncoding" {
		for i := 0x80; i < 256; i++ {
			t[i] = ""
		}
		for code, r := range standard() {
			t[code] = string(r)
		}
	}
	return &t
}

// standard are the codes of Adobe's standard encoding that differ from ASCII.
var standard = sync.OnceValue(func() map[byte]rune {
	return map[byte]rune{
		0x27: '’', 0x60: '‘', 0xA1: '¡', 0xA2: '¢', 0xA3: '£', 0xA4: '⁄', 0xA5: '¥', 0xA6: 'ƒ', 0xA7: '§', 0xA8: '¤', 0xA9: '\'',
		0xAA: '“', 0xAB: '«', 0xAC: '‹', 0xAD: '›', 0xAE: 'ﬁ', 0xAF: 'ﬂ', 0xB1: '–', 0xB2: '†', 0xB3: '‡', 0xB4: '·', 0xB6: '¶',
		0xB7: '•', 0xB8: '‚', 0xB9: '„', 0xBA: '”', 0xBB: '»', 0xBC: '…', 0xBD: '‰', 0xBF: '¿', 0xD0: '—', 0xE1: 'Æ', 0xE8: 'Ł',
		0xE9: 'Ø', 0xEA: 'Œ', 0xF1: 'æ', 0xF5: 'ı', 0xF8: 'ł', 0xF9: 'ø', 0xFA: 'œ', 0xFB: 'ß',
	}
})

// decode yields the characters of a shown string with their widths; "" for a
// code that nothing explains.
func (t *font) decode(s string, yield func(code int, text string, width float64)) {
	step := 1
	if t.wide {
		step = 2
	}
	for i := 0; i+step <= len(s); i += step {
		code := int(s[i])
		if t.wide {
			code = code<<8 | int(s[i+1])
		}
		text, ok := t.text[code]
		switch {
		case ok:
		case t.unicode:
			text = string(utf16.Decode([]uint16{uint16(code)}))
		case t.table != nil:
			text = t.table[code]
		}
		w, ok := t.widths[code]
		if !ok {
			w = t.missing
		}
		yield(code, text, w)
	}
}

// The limits of fonts: how many a document has, and how many codes the ranges of
// one name.
const (
	maxFonts = 4096
	maxCodes = 1 << 18
)

// cmap reads what a ToUnicode map says of codes.
func (t *font) cmap(b []byte) {
	l := lexer{b: b}
	var stack []any
	for {
		o := l.object(0)
		if e, ok := o.(end); ok && e == 0 {
			return
		}
		word, isOp := o.(op)
		if !isOp {
			if stack = append(stack, o); len(stack) > 4096 {
				stack = stack[:0]
			}
			continue
		}
		switch word {
		case "endcodespacerange":
			if len(stack) > 0 {
				if s, ok := stack[0].(string); ok && t.table == nil {
					t.wide = len(s) != 1
				}
			}
		case "endbfchar":
			for i := 0; i+1 < len(stack); i += 2 {
				if code, ok := codeOf(stack[i]); ok {
					t.text[code] = wideText(stack[i+1])
				}
			}
		case "endbfrange":
			for i := 0; i+2 < len(stack); i += 3 {
				t.codeRange(stack[i], stack[i+1], stack[i+2])
			}
		}
		stack = stack[:0]
	}
}

func (t *font) codeRange(from, to, dst any) {
	a, ok1 := codeOf(from)
	b, ok2 := codeOf(to)
	if !ok1 || !ok2 || b-a >= t.left {
		return
	}
	t.left -= max(b-a, 0)
	if list, ok := dst.(array); ok {
		for i, o := range list {
			if a+i <= b {
				t.text[a+i] = wideText(o)
			}
		}
		return
	}
	first := []rune(wideText(dst))
	for c := a; c <= b && len(first) > 0; c++ {
		t.text[c] = string(first)
		first[len(first)-1]++
	}
}

func codeOf(o any) (int, bool) {
	s, ok := o.(string)
	if !ok || len(s) == 0 || len(s) > 2 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		n = n<<8 | int(s[i])
	}
	return n, true
}

// wideText reads UTF-16BE.
func wideText(o any) string {
	s, _ := o.(string)
	if len(s) == 1 {
		return string(rune(s[0]))
	}
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s) && i < 64; i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// glyph is the character that a glyph's name means: "A", "eacute", "uni20AC",
// "fi"; "" if it says nothing.
func glyph(s string) string {
	s, _, _ = strings.Cut(s, ".")
	if len(s) <= 1 {
		return s
	}
	if t, ok := glyphNames()[s]; ok {
		return t
	}
	if hex, ok := strings.CutPrefix(s, "uni"); ok && len(hex) >= 4 {
		if v, err := strconv.ParseUint(hex[:4], 16, 16); err == nil {
			return string(rune(v))
		}
	}
	if hex, ok := strings.CutPrefix(s, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		if v, err := strconv.ParseUint(hex, 16, 32); err == nil && v <= 0x10FFFF {
			return string(rune(v))
		}
	}
	if mark, ok := accents()[s[1:]]; ok {
		return norm.NFC.String(s[:1] + mark)
	}
	return ""
}

// accents are the marks that names of accented letters end with.
var accents = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"grave": "\u0300", "acute": "\u0301", "circumflex": "\u0302", "tilde": "\u0303", "macron": "\u0304", "breve": "\u0306",
		"dotaccent": "\u0307", "dieresis": "\u0308", "ring": "\u030A", "hungarumlaut": "\u030B", "caron": "\u030C",
		"cedilla": "\u0327", "commaaccent": "\u0326", "ogonek": "\u0328",
	}
})

// glyphNames are names of Adobe's glyph list that are no letters, and letters
// that are not composed.
var glyphNames = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"space": " ", "exclam": "!", "quotedbl": `"`, "numbersign": "#", "dollar": "$", "percent": "%", "ampersand": "&",
		"quotesingle": "'", "parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-",
		"period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
		"seven": "7", "eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<", "equal": "=", "greater": ">",
		"question": "?", "at": "@", "bracketleft": "[", "backslash": `\`, "bracketright": "]", "underscore": "_",
		"braceleft": "{", "bar": "|", "braceright": "}", "quoteleft": "‘", "quoteright": "’", "quotesinglbase": "‚",
		"quotedblleft": "“", "quotedblright": "”", "quotedblbase": "„", "guillemotleft": "«", "guillemotright": "»",
		"guilsinglleft": "‹", "guilsinglright": "›", "endash": "–", "emdash": "—", "bullet": "•", "ellipsis": "…", "dagger": "†",
		"daggerdbl": "‡", "section": "§", "paragraph": "¶", "degree": "°", "copyright": "©", "registered": "®", "trademark": "™",
		"Euro": "€", "sterling": "£", "yen": "¥", "cent": "¢", "fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi", "ffl": "ffl",
		"AE": "Æ", "ae": "æ", "OE": "Œ", "oe": "œ", "Oslash": "Ø", "oslash": "ø", "Lslash": "Ł", "lslash": "ł", "germandbls": "ß",
		"dotlessi": "ı", "Eth": "Ð", "eth": "ð", "Thorn": "Þ", "thorn": "þ", "nbspace": "\u00A0", "minus": "−", "multiply": "×",
		"fraction": "⁄", "onehalf": "½", "onequarter": "¼", "threequarters": "¾", "exclamdown": "¡", "questiondown": "¿",
		"periodcentered": "·", "sfthyphen": "\u00AD", "hyphenminus": "-",
	}
})
