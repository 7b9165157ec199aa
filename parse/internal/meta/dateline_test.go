package meta

import "testing"

// TestAgencyDatelines reads the datelines of agencies and papers: place, agency, and whether
// there is a date.
func TestAgencyDatelines(t *testing.T) {
	const report = "Norland and Ostria agreed on Friday to talk."
	for _, c := range []struct {
		line, place, agency string
		dated               bool
	}{
		{"HALMSUND/OSTBERG, Nov 20 (Reuters) - ", "HALMSUND/OSTBERG", "Reuters", true},
		{"HALMSUND, Norland (Reuters) -", "HALMSUND, Norland", "Reuters", false},
		{"HALMSUND (AP) — ", "HALMSUND", "AP", false},
		{"HALMSUND, Norland — ", "HALMSUND, Norland", "", false},
		{"HALMSUND—", "HALMSUND", "", false},
		{"Halmsund (dpa) - ", "Halmsund", "dpa", false},
		{"HALMSUND, Nov. 20, 2026 /PRNewswire/ -- ", "HALMSUND", "PRNewswire", true},
		{"HALMSUND, Norland, Nov. 20, 2026 (GLOBE NEWSWIRE) -- ", "HALMSUND, Norland", "GLOBE NEWSWIRE", true},
		{"HALMSUND, Norland--(BUSINESS WIRE)--", "HALMSUND, Norland", "BUSINESS WIRE", false},
		{"HALMSUND. Nov 20 (Interfax) - ", "HALMSUND", "Interfax", true},
		{"HALMSUND, November 20. /TASS/. ", "HALMSUND", "TASS", true},
		{"Halmsund, Nov 20 (PTI) ", "Halmsund", "PTI", true},
		{"Halmsund, Nov 20 (EFE).- ", "Halmsund", "EFE", true},
		{"MOSCOW, November 20 - RIA Novosti. ", "MOSCOW", "RIA Novosti", true},
		{"ANKARA - Anadolu Agency: ", "ANKARA", "Anadolu Agency", false},
		{"New Halm, Nov 20: ", "New Halm", "", true},
		{"Halmsund, 20 November 2026. ", "Halmsund", "", true},
		{"The Mayor, 20 Nov: ", "", "", false},
		{"HalmPress.Net - ", "", "HalmPress.Net", false},
		{"Halm.Press - ", "", "", false},
		{"(Reuters) - ", "", "Reuters", false},
		{"Nov 20 (Reuters) - ", "", "Reuters", true},
		{"Friday, 20 November 2026 - ", "", "", false}, // a date is no place
		{"WATCH - ", "", "", false},
		{"The talks - all of them - failed, and ", "", "", false},
	} {
		l, end := datelineOf(c.line + report)
		want := len(c.line)
		if c.place+c.agency == "" {
			want = 0
		}
		if l.place != c.place || l.agency != c.agency || l.date != nil != c.dated || end != want {
			t.Errorf("%q: place %q, agency %q, dated %v, end %d, want %d", c.line, l.place, l.agency, l.date != nil, end, want)
		}
	}
}
