package pdf

import "testing"

// TestJoin: initial, medial and final shapes; letters that join nothing after
// them; lam with alef; Persian letters; marks, tatweel and the two joiners.
func TestJoin(t *testing.T) {
	all := func(rune) bool { return true }
	for _, c := range []struct{ why, in, want string }{
		{"initial, medial, final, alone", "كتاب", "\ufedb\ufe98\ufe8eب"},
		{"a letter alone", "ب", "ب"},
		{"lam and alef after a letter", "سلام", "\ufeb3\ufefcم"},
		{"lam and alef first", "لا", "\ufefb"},
		{"Persian", "گل", "\ufb94\ufede"},
		{"a non-joiner", "می\u200cخواهم", "\ufee3\ufbfd\u200c\ufea7\ufeeeا\ufeeb\ufee2"},
		{"a joiner", "ه\u200d", "\ufeeb\u200d"},
		{"a mark between", "كَتب", "\ufedb\u064e\ufe98\ufe90"},
		{"hamza joins nothing", "ماء", "\ufee3\ufe8eء"},
		{"other scripts", "ab שלום, 12", "ab שלום, 12"},
		{"across a space", "من بيت", "\ufee3\ufee6 \ufe91\ufef4\ufe96"},
	} {
		if got := join(c.in, all); got != c.want {
			t.Errorf("%s: %q becomes %+q, want %+q", c.why, c.in, got, c.want)
		}
	}
	if got := join("سلام", func(rune) bool { return false }); got != "سلام" {
		t.Errorf("without the shapes %+q", got)
	}
}

// TestForms: each letter of Arabic has as many shapes as it joins letters, and
// lam goes with four alefs.
func TestForms(t *testing.T) {
	letters, lamAlefs := arabicForms()
	for r := 'ء'; r <= 'ي'; r++ {
		if f, ok := letters[r]; r < 'ػ' || r > tatweel {
			if !ok || (f.initial == 0) != (f.medial == 0) || f.initial != 0 && f.final == 0 {
				t.Errorf("%c: %+v", r, f)
			}
		}
	}
	if len(lamAlefs) != 4 || letters['د'].initial != 0 || letters['ب'].medial != 0xfe92 {
		t.Errorf("%v", lamAlefs)
	}
}
