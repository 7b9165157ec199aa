package export

import (
	"testing"

	"dossier/article"
)

func TestUndated(t *testing.T) {
	for _, c := range []struct {
		line       article.Dateline
		text, want string
	}{
		{article.Dateline{Place: "HALMSUND", Agency: "Reuters"}, "HALMSUND, May 3 (Reuters) - The talks – all of them – failed.", "The talks – all of them – failed."},
		{article.Dateline{Place: "HALMSUND, Norland", Agency: "AP"}, "HALMSUND, Norland (AP) -- The talks failed.", "The talks failed."},
		{article.Dateline{Place: "HALMSUND", Agency: "TASS"}, "HALMSUND, May 3. /TASS/. The talks failed.", "The talks failed."},
		{article.Dateline{Place: "Halmsund", Agency: "PTI"}, "Halmsund, May 3 (PTI) The talks failed.", "The talks failed."},
		{article.Dateline{Place: "LOWICK", Date: "2026-05-03"}, "LOWICK, 3 May 2026 – The talks failed.", "The talks failed."},
		{article.Dateline{Agency: "Bloomberg"}, "(Bloomberg) -- The talks failed.", "The talks failed."},
		{article.Dateline{Place: "Halmsund"}, "The talks in Halmsund – all of them – failed.", "The talks in Halmsund – all of them – failed."},
		{article.Dateline{Place: "Halmsund"}, "Halmsund voted against the plan.", "Halmsund voted against the plan."},
	} {
		v := &view{Article: &article.Article{Dateline: &c.line}}
		if got := v.undated(c.text); got != c.want {
			t.Errorf("%q without %+v is %q, want %q", c.text, c.line, got, c.want)
		}
	}
}
