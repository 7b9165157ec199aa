package position

import "testing"

// TestIssue holds the heading of the first position of a sentence.
func TestIssue(t *testing.T) {
	for _, c := range []struct{ text, issue string }{
		{"The union accused Norsea Motors of making workers pay for uniforms.", "making workers pay for uniforms"},
		{"Norsea Motors agreed to pay $45 million to settle the suit.", "suit"},
		{"Norsea Motors agreed to pay $45 million.", "pay $45 million"},
		{"Norsea Motors agreed to pay a fine to settle the suit.", "fine"},
		{"Norway criticised Chile for refusing to open the port.", "refusing to open the port"},
		{"The ministry accused the union of putting patients at risk.", "putting patients at risk"},
		{"The union urged Norsea Motors to let workers vote.", "vote"},
	} {
		ps := positions(input(c.text))
		if len(ps) == 0 || string(ps[0].Issue) != c.issue {
			t.Errorf("%s\n got %v, want the issue %q", c.text, ps, c.issue)
		}
	}
}
