package charset

import "testing"

func TestBytesAndRunes(t *testing.T) {
	for code, r := range Runes() {
		if r == 0 {
			continue
		}
		if b, ok := Byte(r); !ok || int(b) != code {
			t.Errorf("%q is byte %#x, its byte is %#x", r, code, b)
		}
	}
	for _, r := range []rune{0, '\n', 0x7F, 0x85, 'Ł', 'Ж', 0x1F6A2} {
		if b, ok := Byte(r); ok {
			t.Errorf("%U has the byte %#x", r, b)
		}
	}
}
