package actor

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/article"
	"dossier/parse/internal/mention"
	"dossier/parse/internal/quote"
)

// known resolves text with a list of actors.
func known(text string, list ...Known) Result {
	d, tags, marks := document(text)
	g := NewGazetteer(list)
	ms := mention.Find(d, tags, marks)
	g.Mark(d, tags, ms)
	return g.Resolve(d, tags, marks, ms, quote.Find(d, tags, marks, ms))
}

// byID is the actor with the given external id, as name, kind, mentions.
func byID(r Result, id article.Opt) string {
	for _, a := range r.Actors {
		if a.ExternalID == id {
			var words []string
			for _, m := range a.Mentions {
				words = append(words, m.Text)
			}
			return fmt.Sprintf("%s (%s): %s", a.Name, a.Kind, strings.Join(words, " | "))
		}
	}
	return "none"
}

func TestGazetteer(t *testing.T) {
	brenn := Known{Name: "Ada Maria Brenn", Aliases: []string{"Ada Brenn", "AMB"}, Kind: article.KindPerson, ID: "Q1"}
	tests := []struct{ name, text, want string }{
		{"alias, then what the sieves find", "Ada Brenn spoke on Monday. Brenn left early, and she was tired.", "Ada Maria Brenn (person): Ada Brenn | Brenn | she"},
		{"the list's own form", "Then Ada Maria Brenn spoke.", "Ada Maria Brenn (person): Ada Maria Brenn"},
		{"broken line", "Then Ada Maria\nBrenn spoke.", "Ada Maria Brenn (person): Ada Maria\nBrenn"},
		{"acronym in its own letters only", "The AMB met. The amb did not.", "Ada Maria Brenn (person): AMB"},
		{"part of a longer name", "The Ada Brenn Foundation met on Monday.", "none"},
		{"part of a word", "The Ada Brennans met on Monday.", "none"},
		{"possessive", "On Monday Ada Brenn's lawyer spoke.", "Ada Maria Brenn (person): Ada Brenn"},
		{"small letters are other words", "The ada brenn is a fish.", "none"},
	}
	for _, tt := range tests {
		if got := byID(known(tt.text, brenn), "Q1"); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestGazetteerForms(t *testing.T) {
	tests := []struct {
		name  string
		known Known
		text  string
		want  string
	}{
		{"small letters", Known{Name: "harbour committee", Kind: article.KindGroup}, "The harbour committee met on Monday.", "harbour committee (group): harbour committee"},
		{"apostrophe of either form", Known{Name: "Dockers' Aid", Kind: article.KindNGO}, "On Monday Dockers’ Aid met.", "Dockers' Aid (ngo): Dockers’ Aid"},
		{"ampersand", Known{Name: "B&K Freight", Kind: article.KindCompany}, "On Monday B&K Freight sued.", "B&K Freight (company): B&K Freight"},
		{"hyphen and points", Known{Name: "Al-Mar T.V.", Kind: article.KindMedia}, "A reporter of Al-Mar T.V. left.", "Al-Mar T.V. (media): Al-Mar T.V."},
		{"accents", Known{Name: "Élan Vert", Kind: article.KindParty}, "On Monday Élan Vert won.", "Élan Vert (party): Élan Vert"},
		{"kind of another table", Known{Name: "Torvik", Kind: article.KindCompany}, "On Monday Torvik sued the city.", "Torvik (company): Torvik"},
		{"kind left open", Known{Name: "Ada Brenn"}, "On Monday Ada Brenn spoke.", "Ada Brenn (person): Ada Brenn"},
	}
	for _, tt := range tests {
		tt.known.ID = "Q7"
		if got := byID(known(tt.text, tt.known), "Q7"); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestGazetteerRole: a title of the list lets "the minister" mean its holder,
// and stands in the article with an empty span.
func TestGazetteerRole(t *testing.T) {
	r := known("Ada Brenn met Tom Kolm on Monday. The harbour minister left early.",
		Known{Name: "Ada Brenn", Kind: article.KindPerson, Country: "NO", Role: "harbour minister", ID: "Q1"})
	if got, want := byID(r, "Q1"), "Ada Brenn (person): Ada Brenn | The harbour minister"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	a := r.Actors[0]
	if len(a.Roles) != 1 || a.Roles[0].Title != "harbour minister" || a.Country != "NO" {
		t.Errorf("roles %+v, country %s", a.Roles, a.Country)
	}
}

// TestGazetteerShared: a name that two entries bear finds neither; one id is one
// actor.
func TestGazetteerShared(t *testing.T) {
	two := []Known{{Name: "Ada Brenn", ID: "Q1"}, {Name: "Ada Brenn", ID: "Q2"}}
	r := known("Ada Brenn spoke on Monday.", two...)
	if a, b := byID(r, "Q1"), byID(r, "Q2"); a != "none" || b != "none" {
		t.Errorf("two bearers: %s, %s", a, b)
	}
	two[1].ID = "Q1"
	if a := byID(known("Ada Brenn spoke on Monday.", two...), "Q1"); a == "none" {
		t.Error("one id twice: not found")
	}
}

func many() []Known {
	list := make([]Known, 100_000)
	for i := range list {
		list[i] = Known{Name: fmt.Sprintf("The Union of Dockers %d", i), Aliases: []string{fmt.Sprintf("Dockers%d Union", i)}, ID: article.Opt(fmt.Sprint(i))}
	}
	return list
}

func BenchmarkNewGazetteer(b *testing.B) {
	list := many()
	b.ReportAllocs()
	for b.Loop() {
		NewGazetteer(list)
	}
}

func BenchmarkMark(b *testing.B) {
	g := NewGazetteer(many())
	text := strings.Repeat(news+"\n\nThe Union of Dockers 77 met the union.\n\n", 20)
	d, tags, marks := document(text)
	found := mention.Find(d, tags, marks)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		ms := *found // what one round adds is not the next one's
		ms.Mentions = slices.Clone(found.Mentions)
		g.Mark(d, tags, &ms)
	}
}
