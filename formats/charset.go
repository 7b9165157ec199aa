package formats

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode/utf32"
)

// recoder builds a source from characters that change their bytes.
type recoder struct {
	text   strings.Builder
	pieces []piece
}

// add appends the text that n raw bytes at raw stand for; "" leaves a gap.
func (c *recoder) add(text string, raw, n int) {
	if text == "" {
		return
	}
	p := piece{at: int32(c.text.Len()), n: int32(len(text)), raw: int32(raw), w: int32(len(text)), rw: int32(n)}
	c.text.WriteString(text)
	if k := len(c.pieces); k > 0 && p.follows(c.pieces[k-1]) {
		c.pieces[k-1].n += p.n
		return
	}
	c.pieces = append(c.pieces, p)
}

func (c *recoder) source() source {
	return source{text: c.text.String(), pieces: c.pieces, line: 1}
}

// recode decodes raw[skip:] character by character, so that every character
// keeps its raw bytes. Bytes that are no character become U+FFFD.
func recode(raw []byte, skip int, name string) source {
	var c recoder
	c.text.Grow(len(raw) + len(raw)/8)
	switch name {
	case "utf-16le":
		c.wide(raw, skip, 0)
	case "utf-16be":
		c.wide(raw, skip, 1)
	case "utf-32le":
		c.bytes(raw, skip, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM))
	case "utf-32be":
		c.bytes(raw, skip, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM))
	case mixedCharset:
		c.mixed(raw, skip)
	default:
		enc, err := htmlindex.Get(name)
		if err != nil {
			enc = charmap.Windows1252
		}
		if table, ok := enc.(*charmap.Charmap); ok {
			c.table(raw, skip, table)
		} else {
			c.bytes(raw, skip, enc)
		}
	}
	return c.source()
}

// wide decodes UTF-16 whose low byte is the one with index low of each pair.
func (c *recoder) wide(raw []byte, at, low int) {
	unit := func(i int) rune { return rune(raw[i+low]) | rune(raw[i+1-low])<<8 }
	for at+1 < len(raw) {
		r, n := unit(at), 2
		if utf16.IsSurrogate(r) {
			pair := utf8.RuneError
			if at+3 < len(raw) {
				pair = utf16.DecodeRune(r, unit(at+2))
			}
			if r = pair; pair != utf8.RuneError {
				n = 4
			}
		}
		c.rune(r, at, n)
		at += n
	}
	if at < len(raw) {
		c.rune(utf8.RuneError, at, len(raw)-at)
	}
}

func (c *recoder) rune(r rune, raw, n int) {
	var b [utf8.UTFMax]byte
	c.add(string(b[:utf8.EncodeRune(b[:], r)]), raw, n)
}

// mixed decodes UTF-8, and what is none as windows-1252.
func (c *recoder) mixed(raw []byte, at int) {
	for at < len(raw) {
		r, n := utf8.DecodeRune(raw[at:])
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(raw[at])
		}
		c.rune(r, at, n)
		at += n
	}
}

// table decodes a single-byte character set.
func (c *recoder) table(raw []byte, at int, set *charmap.Charmap) {
	var chars [256]string
	for i := range chars {
		chars[i] = string(set.DecodeByte(byte(i)))
	}
	for ; at < len(raw); at++ {
		c.add(chars[raw[at]], at, 1)
	}
}

// bytes decodes any other character set by offering the decoder one byte more
// until it has a character. Escape sequences that yield none become gaps.
func (c *recoder) bytes(raw []byte, at int, enc encoding.Encoding) {
	decoder := enc.NewDecoder()
	var dst [16]byte
	for at < len(raw) {
		var nDst, nSrc, take int
		for take = 1; take <= 8 && at+take <= len(raw); take++ {
			atEnd := at+take == len(raw)
			nDst, nSrc, _ = decoder.Transformer.Transform(dst[:], raw[at:at+take], atEnd)
			if nSrc > 0 {
				break
			}
		}
		if nSrc == 0 {
			nSrc, nDst = 1, copy(dst[:], "\uFFFD")
		}
		if first := "\uFFFD"; nSrc > 1 && nDst > len(first) && string(dst[:len(first)]) == first {
			nSrc, nDst = 1, len(first) // a broken lead byte; what follows it stands for itself
		}
		c.add(string(dst[:nDst]), at, nSrc)
		at += nSrc
	}
}

// sampleBytes bounds what the statistics look at.
const sampleBytes = 32 << 10

// guessCharset names the character set of bytes that are not UTF-8: the likeliest
// in which the sample has no byte without a character.
func guessCharset(raw []byte) string {
	sample := foreignSample(raw)
	if westernOnly(sample) {
		return "windows-1252"
	}
	guesses, err := chardet.NewTextDetector().DetectAll(sample)
	if err != nil {
		return "windows-1252"
	}
	for _, g := range guesses {
		name := strings.ToLower(g.Charset)
		switch name {
		case "gb-18030":
			name = "gb18030"
		case "iso-8859-1":
			name = "windows-1252" // the same letters, and more punctuation
		case "iso-8859-8-i":
			name = "iso-8859-8"
		}
		if _, err := htmlindex.Get(name); err != nil || strings.HasPrefix(name, "utf-") {
			continue
		}
		if plausible(recode(sample, 0, name).text) {
			return name
		}
	}
	return "windows-1252"
}

// plausible reports whether hardly anything of a decoded sample is broken. The
// sample may begin and end inside characters.
func plausible(text string) bool {
	bad := 0
	for _, r := range text {
		if r == utf8.RuneError || r >= 0x80 && r < 0xA0 {
			bad++
		}
	}
	return 200*bad <= len(text)
}

// foreignSample gathers the neighbourhoods of bytes beyond ASCII, which alone
// tell character sets apart, up to sampleBytes.
func foreignSample(raw []byte) []byte {
	if len(raw) <= sampleBytes {
		return raw
	}
	const around = 40
	var sample []byte
	end := 0
	for i, c := range raw {
		if c < utf8.RuneSelf || i < end {
			continue
		}
		from := max(end, i-around)
		end = min(len(raw), i+around)
		if sample = append(sample, raw[from:end]...); len(sample) >= sampleBytes {
			break
		}
	}
	return sample
}

// westernOnly reports whether all bytes beyond ASCII read as windows-1252
// punctuation where punctuation stands, and are few: English wire copy with
// curly quotes, which statistics of letters misread.
func westernOnly(sample []byte) bool {
	foreign, punctuation := 0, 0
	for _, c := range sample {
		if c < utf8.RuneSelf {
			continue
		}
		foreign++
		switch c {
		case 0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x80, 0x99, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xBB:
			punctuation++
		}
	}
	return foreign <= len(sample)/20 && 2*punctuation >= foreign
}
