package position

import "testing"

// TestRules runs the example and counter-example of every rule, turn and scan.
func TestRules(t *testing.T) {
	for _, x := range rules {
		if !fires(x.Example, x.Name) {
			t.Errorf("rule %s does not read its example %q: %v", x.Name, x.Example, read(x.Example))
		}
		if fires(x.Counter, x.Name) {
			t.Errorf("rule %s reads its counter-example %q: %v", x.Name, x.Counter, read(x.Counter))
		}
	}
	for _, x := range scans {
		if !fires(x.Example, x.Name) {
			t.Errorf("scan %s does not read its example %q: %v", x.Name, x.Example, read(x.Example))
		}
		if fires(x.Counter, x.Name) {
			t.Errorf("scan %s reads its counter-example %q: %v", x.Name, x.Counter, read(x.Counter))
		}
	}
	for _, x := range turns {
		if got := turned(x.Example, x.turn); !got {
			t.Errorf("turn %s does nothing to its example %q: %v", x.Name, x.Example, read(x.Example))
		}
		if got := turned(x.Counter, x.turn); got {
			t.Errorf("turn %s changes its counter-example %q: %v", x.Name, x.Counter, read(x.Counter))
		}
	}
}
