package article

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// correction is one of the example's item of that id.
func correction(t *testing.T, a *Article, id, field, now string) Correction {
	t.Helper()
	it, ok := a.Item(id)
	if !ok {
		t.Fatalf("no item %s", id)
	}
	return Correction{Article: a.ID, Source: a.Source.Name, Item: it, Field: field, Now: Opt(now), By: "Ed", At: "2024-05-06T07:08:09Z"}
}

// added is one that adds an item; values are name, value, name, value …
func added(kind ItemKind, text string, values ...string) Correction {
	c := Correction{Item: Item{Kind: kind, Text: text}, Field: Added, Values: map[string]string{}, By: "Ed"}
	for i := 0; i < len(values); i += 2 {
		c.Values[values[i]] = values[i+1]
	}
	return c
}

// says is what a field of the corrected article reads.
func says(a *Article, what string) string {
	id, field, _ := strings.Cut(what, ".")
	c := corrector{a: a}
	for i := range a.Actors {
		if x := &a.Actors[i]; x.ID == id {
			var mentions []string
			for _, m := range x.Mentions {
				mentions = append(mentions, m.Text)
			}
			return map[string]string{
				"name": x.Name, "kind": string(x.Kind), "aliases": strings.Join(x.Aliases, ", "),
				"mentions": strings.Join(mentions, ", "), "functions": strings.Join(x.Functions, " "),
				"note": a.NoteOn(id), "roles": roleNames(x),
			}[field]
		}
	}
	for i := range a.Quotes {
		if q := &a.Quotes[i]; q.ID == id {
			return map[string]string{"speaker": c.refName(q.Speaker), "review": a.VerdictOn(id), "note": a.NoteOn(id), "kind": string(q.Kind), "text": q.Text}[field]
		}
	}
	for i := range a.Positions {
		if p := &a.Positions[i]; p.ID == id {
			review, note := "", ""
			if p.Review != nil {
				review, note = p.Review.Status+" by "+string(p.Review.By), string(p.Review.Note)
			}
			return map[string]string{
				"holder": c.refName(p.Holder), "stance": string(p.Stance), "target": string(p.Target.Type) + " " + c.targetName(p),
				"issue": string(p.Issue), "review": review, "note": note, "quotes": strings.Join(p.Quotes, " "),
			}[field]
		}
	}
	return "gone"
}

func roleNames(x *Actor) string {
	var s []string
	for _, r := range x.Roles {
		s = append(s, r.Status+" "+r.Title)
	}
	return strings.Join(s, ", ")
}

func TestCorrect(t *testing.T) {
	a := example(t)
	on := func(id, field, now string) Correction { return correction(t, a, id, field, now) }
	role := func(id string, field, now string) Correction {
		c := on(id, field, now)
		for i := range a.Actors {
			if a.Actors[i].ID == id {
				c.Item = a.Actors[i].RoleItem(0)
			}
		}
		return c
	}
	for _, test := range []struct {
		name string
		list []Correction
		want map[string]string
	}{
		{"a speaker by name", []Correction{on("q3", "speaker", "Norvik Lines")}, map[string]string{"q3.speaker": "Norvik Lines", "a4.functions": "speaker holder"}},
		{"a speaker where none was", []Correction{on("q6", "speaker", "Ada Voss")}, map[string]string{"q6.speaker": "Ada Voss"}},
		{"no speaker", []Correction{on("q1", "speaker", "")}, map[string]string{"q1.speaker": ""}},
		{"a verdict on a quote", []Correction{on("q1", "review", "rejected"), on("q1", "note", "a banner")}, map[string]string{"q1.review": "rejected", "q1.note": "a banner"}},
		{"a stance", []Correction{on("p2", "stance", "reject")}, map[string]string{"p2.stance": "reject", "p2.review": "changed by Ed"}},
		{"a stance and a verdict", []Correction{on("p2", "review", "accepted"), on("p2", "stance", "reject"), on("p2", "note", "see ¶2")},
			map[string]string{"p2.stance": "reject", "p2.review": "accepted by Ed", "p2.note": "see ¶2"}},
		{"a target that is an actor", []Correction{on("p2", "target", "Velm")}, map[string]string{"p2.target": "actor Velm", "a2.functions": "target"}},
		{"a target that is words", []Correction{on("p7", "target", "half of the cost")}, map[string]string{"p7.target": "issue half of the cost"}},
		{"no target", []Correction{on("p7", "target", "")}, map[string]string{"p7.target": "unspecified "}},
		{"an issue", []Correction{on("p4", "issue", "the quay")}, map[string]string{"p4.issue": "the quay"}},
		{"a holder", []Correction{on("p4", "holder", "Jan Reiter")}, map[string]string{"p4.holder": "Jan Reiter"}},
		{"a kind", []Correction{on("a9", "kind", "government_body")}, map[string]string{"a9.kind": "government_body"}},
		{"a note on an actor", []Correction{on("a9", "note", "which?")}, map[string]string{"a9.note": "which?"}},
		{"a role", []Correction{role("a1", "role", "Mayor of Velm"), role("a1", "status", "former")}, map[string]string{"a1.roles": "former Mayor of Velm"}},
		{"no role", []Correction{role("a5", "role", "")}, map[string]string{"a5.roles": ""}},
		{"a new name", []Correction{on("a9", "name", "the national government")}, map[string]string{"a9.name": "the national government", "a9.aliases": "government"}},
		{"a new name used at once", []Correction{on("q5", "speaker", "the national government"), on("a9", "name", "the national government")},
			map[string]string{"q5.speaker": "the national government"}},
		{"two made one", []Correction{on("a9", "name", "Velm")},
			map[string]string{"a9.name": "gone", "a2.name": "Velm", "a2.mentions": "Velm, the city, the government, the city", "p7.holder": "Velm"}},
		{"three made one", []Correction{on("a9", "name", "Velm town"), on("a2", "name", "Velm town"), on("a3", "name", "Velm Town")},
			map[string]string{"a9.name": "gone", "a2.name": "gone", "a3.name": "Velm Town", "p4.target": "actor Velm Town", "p6.target": "actor Velm Town"}},
		{"a new actor who speaks", []Correction{on("q6", "speaker", "Institute of Transport"), added(ItemActor, "Institute of Transport", "kind", "organization")},
			map[string]string{"ax1.kind": "organization", "q6.speaker": "Institute of Transport", "ax1.functions": "speaker"}},
		{"a new role", []Correction{added(ItemRole, "chairs the residents' association", "actor", "Emil Sørbø")},
			map[string]string{"a6.roles": "former minister, current chair, current chairs the residents' association"}},
		{"a new quote", []Correction{added(ItemQuote, "cuts traffic", "speaker", "Emil Sørbø")}, map[string]string{"qx1.text": "gone"}},
		{"a new quote in marks", []Correction{added(ItemQuote, "“to support a tram line along the harbour”", "speaker", "city council of Velm")},
			map[string]string{"qx1.kind": "indirect", "qx1.speaker": "city council of Velm"}},
		{"a new position", []Correction{added(ItemPosition, "it will pay for itself", "holder", "Ada Voss", "stance", "support", "target", "This line")},
			map[string]string{"px1.holder": "Ada Voss", "px1.target": "issue This line", "px1.quotes": "q2"}},
	} {
		before := a.Clone()
		got, errs := Correct(a, test.list)
		if err := got.Validate(); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		if !reflect.DeepEqual(a, before) {
			t.Fatalf("%s: the article itself changed", test.name)
		}
		for what, want := range test.want {
			if is := says(got, what); is != want {
				t.Errorf("%s: %s is %q, want %q (%v)", test.name, what, is, want, errs)
			}
		}
		if len(got.Edits)-len(a.Edits)+len(errs) != len(test.list) {
			t.Errorf("%s: %d corrections, %d edits, %v", test.name, len(test.list), len(got.Edits)-len(a.Edits), errs)
		}
	}
}

// TestMisfits: a correction that does not fit says why and changes nothing.
func TestMisfits(t *testing.T) {
	a := example(t)
	unknown := correction(t, a, "p1", "stance", "reject")
	unknown.Item.Text = "The council of Marl voted"
	for _, test := range []struct {
		c    Correction
		want string
	}{
		{correction(t, a, "p1", "stance", "approve"), `correction: stance of position "The city council of Velm voted on Thursday to support a tram…": "approve" is no stance`},
		{correction(t, a, "p1", "holder", ""), "without a holder"},
		{correction(t, a, "p1", "holder", "Jo Nobody"), `no actor is called "Jo Nobody"; add a row for it to the actors first`},
		{correction(t, a, "p1", "target", "trams in Marl"), `"trams in Marl" is neither an actor nor words of the article`},
		{correction(t, a, "p1", "review", "maybe"), `"maybe" is no verdict`},
		{correction(t, a, "q1", "review", "maybe"), `"maybe" is no verdict`},
		{correction(t, a, "a1", "kind", "dog"), `"dog" is no kind of actor`},
		{correction(t, a, "a1", "name", " "), "an actor cannot be without a name"},
		{unknown, "the article has no such position any more"},
		{added(ItemActor, "Ada Voss"), "there is an actor of that name"},
		{added(ItemActor, "Nobody At All"), "do not stand in the article"},
		{added(ItemActor, "The tram in ten charts"), "do not stand in the article"}, // related
		{added(ItemQuote, "never said", "speaker", "Ada Voss"), "do not stand in one paragraph"},
		{added(ItemQuote, "a waste of public money", "speaker", "Ada Voss"), "there is a quote of these words"},
		{added(ItemPosition, "Enough is enough", "stance", "reject"), "without a holder"},
		{added(ItemRole, "Empress", "actor", "Ada Voss"), "do not stand in the article"},
	} {
		got, errs := Correct(a, []Correction{test.c})
		if len(errs) != 1 || !strings.Contains(errs[0].Error(), test.want) || !errors.Is(errs[0], ErrCorrection) {
			t.Errorf("%v, want %q", errs, test.want)
		}
		if !reflect.DeepEqual(got, a.Clone()) {
			t.Errorf("%q changed something", test.want)
		}
	}
}

// TestUpheld leaves out what was rejected and what pointed to it.
func TestUpheld(t *testing.T) {
	a := example(t)
	if a.Upheld() != a {
		t.Error("nothing was rejected, and the article is another")
	}
	got, _ := Correct(a, []Correction{correction(t, a, "q1", "review", "rejected"), correction(t, a, "p4", "review", "rejected")})
	if u := got.Upheld(); says(u, "q1.text") != "gone" || says(u, "p4.stance") != "gone" || says(u, "p2.quotes") != "" || len(got.Quotes) != len(a.Quotes) {
		t.Errorf("quotes %d, positions %d, p2 rests on %q", len(u.Quotes), len(u.Positions), says(u, "p2.quotes"))
	}
}

// TestLog: corrections fit a later parse that gives other ids, and one whose
// text has moved; what no longer fits is said.
func TestLog(t *testing.T) {
	a := example(t)
	list := []Correction{
		correction(t, a, "p2", "stance", "reject"), correction(t, a, "q6", "speaker", "Ada Voss"),
		correction(t, a, "a9", "name", "Velm"), added(ItemActor, "Institute of Transport", "kind", "organization"),
	}
	list[3].Article = a.ID
	want, errs := Correct(a, list)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	log, err := a.Log(list)
	if err != nil {
		t.Fatal(err)
	}
	read, err := ReadLog(bytes.NewReader(log))
	if err != nil {
		t.Fatal(err)
	}
	if got, errs := Correct(a, a.Fit(read)); len(errs) > 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("replayed it is another article: %v", errs)
	}
	renumbered := a.Clone()
	for i := range renumbered.Positions {
		renumbered.Positions[i].ID = "p" + strings.Repeat("1", i+2)
	}
	if got, errs := Correct(renumbered, renumbered.Fit(read)); len(errs) > 0 || says(got, "p111.stance") != "reject" {
		t.Errorf("with other ids: %v", errs)
	}
	shifted := a.Clone()
	shifted.ID = "other"
	for i := range shifted.Positions {
		for j := range shifted.Positions[i].Statement.Spans { // as if words had been put before
			shifted.Positions[i].Statement.Spans[j].Start--
		}
	}
	if got, errs := Correct(shifted, shifted.Fit(read)); len(errs) > 0 || says(got, "p2.stance") != "reject" {
		t.Errorf("in another place: %v", errs)
	}
	shorter := a.Without(map[string]bool{"p2": true})
	if _, errs := Correct(shorter, shorter.Fit(read)); len(errs) != 1 {
		t.Errorf("without the position: %v", errs)
	}
	stranger := a.Clone()
	stranger.ID, stranger.Source.Name = "x", "x"
	if n := len(stranger.Fit(read)); n != 0 {
		t.Errorf("%d corrections fit another article", n)
	}
}

func TestReadLog(t *testing.T) {
	for log, want := range map[string]string{
		"{\n": "line 1", "\n\n[]\n": "line 3", `{"item":{"kind":"dog"}}`: `unknown kind of item "dog"`,
		`{"item":{"kind":"quote"},"field":"stance"}`: `a quote has no field "stance" to correct`,
	} {
		if _, err := ReadLog(strings.NewReader(log)); err == nil || !strings.Contains(err.Error(), want) || !errors.Is(err, ErrCorrection) {
			t.Errorf("%q: %v, want %q", log, err, want)
		}
	}
}

// FuzzCorrect: whatever is corrected, the article stays valid.
func FuzzCorrect(f *testing.F) {
	f.Add("p4", "target", "Velm", "a9")
	f.Add("q3", "speaker", "Ada Voss", "a1")
	f.Add("a9", "name", "Velm", "a2")
	a := example(f)
	f.Fuzz(func(t *testing.T, id, field, now, other string) {
		var list []Correction
		for _, s := range []string{id, other} {
			if it, ok := a.Item(s); ok {
				list = append(list, Correction{Item: it, Field: field, Now: Opt(strings.ToValidUTF8(now, "?"))})
			}
		}
		list = append(list, added(ItemActor, now, "kind", field), added(ItemQuote, now, "speaker", other), added(ItemPosition, now, "holder", other, "stance", field, "target", now))
		for _, c := range list {
			if len(Fields[c.Item.Kind]) == 0 {
				return
			}
		}
		got, errs := Correct(a, list)
		if err := got.Validate(); err != nil {
			t.Fatalf("%v %v", err, errs)
		}
	})
}
