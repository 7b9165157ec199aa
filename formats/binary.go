package formats

import "bytes"

// signatures are the first bytes of files that are no text.
var signatures = []struct{ magic, what string }{
	{"%PDF-", "PDF document"}, // these two need no control character
	{"{\\rtf", "RTF document"},
	{"PK\x03\x04", "ZIP archive or office document"},
	{"\xD0\xCF\x11\xE0", "old office document"},
	{"\x89PNG", "PNG image"},
	{"GIF8", "GIF image"},
	{"\xFF\xD8\xFF", "JPEG image"},
	{"RIFF", "RIFF media"},
	{"\x1F\x8B", "gzip archive"},
	{"BZh", "bzip2 archive"},
	{"\xFD7zXZ", "xz archive"},
	{"7z\xBC\xAF", "7z archive"},
	{"\x28\xB5\x2F\xFD", "zstd archive"},
	{"\x7FELF", "program"},
	{"MZ\x90", "program"},
	{"SQLite format 3\x00", "SQLite database"},
	{"ID3\x03", "MP3 audio"},
	{"OggS", "Ogg media"},
	{"\x00\x00\x01\x00", "icon"},
}

// binaryKind says what kind of binary file raw is, "" if it may be text. A
// stray control character in a text is not enough.
func binaryKind(raw []byte) string {
	if encoding, _ := markOf(raw); encoding != "" || len(raw) == 0 {
		return ""
	}
	if wideKind(raw) != "" {
		return ""
	}
	head := raw[:min(len(raw), headBytes)]
	n := binaryBytes(head)
	if n == 0 && raw[0] != '%' && raw[0] != '{' {
		return ""
	}
	for _, s := range signatures {
		if bytes.HasPrefix(raw, []byte(s.magic)) && (n > 0 || s.magic[0] == '%' || s.magic[0] == '{') {
			return s.what
		}
	}
	if n > strayWeight && 50*n > len(head) {
		return "no text"
	}
	return ""
}

// strayWeight is that of one NUL, which a text of any length may hold.
const strayWeight = 4

// binaryBytes counts control characters that no text has; a NUL weighs more.
func binaryBytes(head []byte) int {
	n := 0
	for _, c := range head {
		if c >= 0x20 || cleanClass[c] != cleanDrop {
			continue
		}
		switch c {
		case 0:
			n += strayWeight
		case 0x08, 0x1A, 0x1B: // old word processors and terminals
		default:
			n++
		}
	}
	return n
}

// wideKind recognises UTF-16 without a byte order mark: in one of the two orders
// the pairs read as text, and their white space, which every script shares, is
// where it should be.
func wideKind(raw []byte) string {
	head := raw[:min(len(raw), headBytes)&^1]
	if len(head) < 4 || bytes.IndexByte(head, 0) < 0 {
		return ""
	}
	little, big := wideScore(head, 0), wideScore(head, 1)
	switch {
	case little > big:
		return "utf-16le"
	case big > 0:
		return "utf-16be"
	}
	return ""
}

// wideScore is how well the pairs of head, whose low byte is the one with index
// low, read as text; 0 if they do not. A share of them must be plain ASCII for
// that to be no accident. Han text has few such pairs, but bytes beyond ASCII,
// which tell it from ASCII with a stray NUL; in a short ASCII text one NUL is a
// fair share, but most of its pairs are two letters.
func wideScore(head []byte, low int) int {
	ascii, white, foreign, double, pairs := 0, 0, 0, 0, len(head)/2
	for i := 0; i < len(head); i += 2 {
		l, h := head[i+low], head[i+1-low]
		switch {
		case h == 0 && cleanClass[l] == cleanDrop:
			return 0
		case h == 0 && (l == ' ' || l == '\n'):
			white++
			ascii++
		case h == 0 && l < 0x80:
			ascii++
		case h >= 0xD8 && h <= 0xF8: // surrogates and private use are rare in news
			pairs++
		}
		if l >= 0x80 || h >= 0x80 {
			foreign++
		}
		if l < 0x80 && h < 0x80 && cleanClass[l] != cleanDrop && cleanClass[h] != cleanDrop {
			double++
		}
	}
	if 2*double > pairs {
		return 0
	}
	if 20*ascii >= pairs || 200*ascii >= pairs && 4*foreign >= pairs {
		return 1 + ascii + 1000*white
	}
	return 0
}
