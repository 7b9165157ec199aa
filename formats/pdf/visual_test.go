package pdf

import "testing"

// TestVisual: stretches of either direction, and numbers in both.
func TestVisual(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"one direction", "אבג", "גבא"},
		{"the other", "abc 12", "abc 12"},
		{"a number in Hebrew", "אב 12 גד", "דג 12 בא"},
		{"a name in Hebrew", "אב Ada Moe גד", "דג Ada Moe בא"},
		{"Hebrew in English", "he said אב גד to me", "he said דג בא to me"},
		{"with a number in it", "he said אב 12 גד to me", "he said דג 12 בא to me"},
		{"with a number behind it", "he said אב 1,200.5 to me", "he said 1,200.5 בא to me"},
		{"a number at the end", "he said אב 12", "he said 12 בא"},
		{"brackets", "אב (גד)", "(דג) בא"},
	} {
		if got := visual(c.in); got != c.want {
			t.Errorf("%s: %+q is seen as %+q, want %+q", c.why, c.in, got, c.want)
		}
	}
}
