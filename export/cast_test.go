package export

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dossier/article"
)

// identities reads "ARTICLE kind Name | country | roles, … | external id", a line
// an actor. A name in brackets is none.
func identities(t testing.TB, text string) *cast {
	c := &cast{}
	for row := range strings.Lines(strings.TrimSpace(text)) {
		cells := strings.Split(strings.TrimSpace(row), "|")
		for len(cells) < 4 {
			cells = append(cells, "")
		}
		var id identity
		var n int
		var kind string
		if _, err := fmt.Sscanf(cells[0], "%d %s", &n, &kind); err != nil {
			t.Fatal(row, err)
		}
		id.name = strings.TrimSpace(strings.SplitN(strings.TrimSpace(cells[0]), " ", 3)[2])
		id.kind, id.named = article.ActorKind(kind), !strings.HasPrefix(id.name, "[")
		id.country, id.external = strings.TrimSpace(cells[1]), strings.TrimSpace(cells[3])
		for role := range strings.SplitSeq(cells[2], ",") {
			if role = strings.TrimSpace(role); role != "" {
				id.title = role
				id.roles = append(id.roles, roleKeys(role)...)
			}
		}
		c.enter(n, 1, id)
	}
	return c
}

func TestCast(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"one full name", "0 person Ida Moe\n1 person Ida Moe", "[0 0]"},
		{"case and a full stop aside", "0 person Ida M. Moe\n1 person IDA M MOE", "[0 0]"},
		{"a last name alone", "0 person Moe\n1 person Moe", "[0 1]"},
		{"a last name of two words", "0 person Ida Lind Moe\n0 person Lind Moe\n1 person Lind Moe", "[0 1 2]"},
		{"a description", "0 person [an official]\n1 person [an official]", "[0 1]"},
		{"another kind", "0 person Ida Moe\n1 company Ida Moe", "[0 1]"},
		{"another country", "0 person Ida Moe | NO\n1 person Ida Moe | SE", "[0 1]"},
		{"a role of another field", "0 person Ida Moe || Senator\n1 person Ida Moe || goalkeeper", "[0 1]"},
		{"a role of the same field", "0 person Ida Moe || Senator\n1 person Ida Moe || candidate", "[0 0]"},
		{"a short form of the role", "0 person Ida Moe || Prof.\n1 person Ida Moe || professor of law", "[0 0]"},
		{"unknown words that differ", "0 person Ida Moe || beekeeper\n1 person Ida Moe || welder", "[0 1]"},
		{"one of whom nothing is told", "0 person Ida Moe\n1 person Ida Moe || Senator", "[0 0]"},
		{"nothing told, two to choose from", "0 person Ida Moe || Senator\n1 person Ida Moe || welder\n2 person Ida Moe", "[0 1 2]"},
		{"nothing told, one far more frequent",
			"0 person Ida Moe || welder\n1 person Ida Moe || Senator\n2 person Ida Moe || Senator\n3 person Ida Moe || Senator\n4 person Ida Moe", "[0 1 1 1 1]"},
		{"one external id", "0 person Ida Moe | NO || x1\n1 person I. Moe | SE || x1", "[0 0]"},
		{"another external id", "0 person Ida Moe |||x1\n1 person Ida Moe |||x2", "[0 1]"},
		{"a body", "0 igo Harbour League\n1 igo The Harbour League", "[0 0]"},
		{"two of one name in one article", "0 person Ida Moe\n0 person Ida Moe\n1 person Ida Moe", "[0 1 0]"},
		{"a country twice in one article", "0 country US | US\n0 country America | US", "[0 0]"},
		{"a country by its code", "0 country Norway | NO\n1 country the Kingdom of Norway | NO", "[0 0]"},
	} {
		if got := fmt.Sprint(identities(t, c.in).resolve()); got != c.want {
			t.Errorf("%s: got %s, want %s", c.why, got, c.want)
		}
	}
}

func TestPairs(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"a last name and who bears it", "0 person Ida Moe\n1 person Moe", "pair.last 0 [1]"},
		{"several such articles are one question", "0 person Ida Moe\n1 person Moe\n2 person Moe", "pair.last 0 [1 2]"},
		{"told apart side by side", "0 igo NU\n0 igo North Union", ""},
		{"a short form", "0 igo North Union\n1 igo NU", "pair.alias 0 [1]"},
		{"a middle name", "0 person Ida Moe\n1 person Ida K. Moe", "pair.initial 1 [0]"},
		{"another role", "0 person Ida Moe || Senator\n1 person Ida Moe || goalkeeper", "pair.conflict 0 [1]"},
		{"another kind", "0 person Ida Moe\n1 company Ida Moe", "pair.kind 0 [1]"},
		{"nothing in common", "0 person Ida Moe\n1 person Per Foss", ""},
		{"two ids of the user", "0 person Ida Moe |||x1\n1 person Ida Moe |||x2", ""},
	} {
		cast := identities(t, c.in)
		var got []string
		for _, p := range pairs(cast.people(cast.resolve())) {
			got = append(got, fmt.Sprint(p.why, " ", p.a, " ", p.b))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: got %s, want %s", c.why, s, c.want)
		}
	}
}

// TestCastProperties holds, over random casts: a user's ids are never mixed, who
// bears one is one, nobody is paired with themselves, and equal input gives
// equal output.
func TestCastProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pick := func(s ...string) string { return s[r.IntN(len(s))] }
	for range 300 {
		c := &cast{}
		for i := range 3 + r.IntN(20) {
			id := identity{name: pick("Ida Moe", "Moe", "Per Moe", "North Union", "NU"), named: r.IntN(5) > 0}
			id.kind = article.ActorKind(pick("person", "igo", "country"))
			id.country, id.external = pick("", "", "NO", "SE"), pick("", "", "", "x1", "x2")
			id.roles = roleKeys(pick("", "", "Senator", "goalkeeper"))
			c.enter(i/2, 1, id)
		}
		numbers := c.resolve()
		if !slices.Equal(numbers, c.resolve()) {
			t.Fatal("two runs differ")
		}
		for i := range c.seen {
			for j := range i {
				x, y := c.of(i), c.of(j)
				if one := numbers[i] == numbers[j]; one && x.external != "" && y.external != "" && x.external != y.external {
					t.Errorf("two ids, one person: %v, %v", x, y)
				}
				if x.external != "" && x.external == y.external && numbers[i] != numbers[j] {
					t.Errorf("one id, two people: %v, %v", x, y)
				}
			}
		}
		for _, p := range pairs(c.people(numbers)) {
			if slices.Contains(p.b, p.a) {
				t.Error("somebody is paired with themselves")
			}
		}
	}
}

func BenchmarkCast(b *testing.B) {
	c := &cast{}
	for i := range 20_000 {
		c.enter(i/10, 0, identity{name: fmt.Sprintf("Ida %d Moe", i%3000), kind: "person", named: true,
			roles: roleKeys([]string{"", "Senator", "goalkeeper"}[i%3])})
	}
	for b.Loop() {
		c.people(c.resolve())
	}
}
