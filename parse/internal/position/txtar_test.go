package position

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"dossier/article"
)

var update = flag.Bool("update", false, "rewrite the > lines of testdata/cases")

// TestCases reads testdata/cases: a file a phenomenon, in it cases that must
// fire and cases that must not. Lines of a case:
//
//   - HOLDER STANCE TARGET   this position must be there (parts of names will do)
//     ! HOLDER STANCE TARGET   this one must not; "! *" none at all
//     > …                      all that is read, rewritten by -update
//
// A position with the sign against a + line fails whatever else stands.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := range a.Files {
			name := strings.TrimSuffix(filepath.Base(file), ".txtar") + "/" + a.Files[i].Name
			t.Run(name, func(t *testing.T) { a.Files[i].Data = runCase(t, string(a.Files[i].Data)) })
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func runCase(t *testing.T, data string) []byte {
	var text, wants, bans, golden []string
	for l := range strings.Lines(data) {
		l = strings.TrimSuffix(l, "\n")
		switch {
		case strings.HasPrefix(l, "+ "):
			wants = append(wants, l[2:])
		case strings.HasPrefix(l, "! "):
			bans = append(bans, l[2:])
		case strings.HasPrefix(l, "> "):
			golden = append(golden, l[2:])
		default:
			text = append(text, l)
		}
	}
	body := strings.Join(text, "\n")
	in := input(body)
	ps := positions(in)
	got := make([]string, len(ps))
	for i := range ps {
		got[i] = line(in, &ps[i])
	}
	for _, w := range wants {
		if !slices.ContainsFunc(ps, func(p article.Position) bool { return says(in, &p, w) }) {
			t.Errorf("%s\nlacks %q in %q", body, w, got)
		}
		if i := slices.IndexFunc(ps, func(p article.Position) bool { return against(in, &p, w) }); i >= 0 {
			t.Errorf("%s\nWRONG SIGN against %q: %s", body, w, got[i])
		}
	}
	for _, w := range bans {
		if w == "*" && len(ps) > 0 || w != "*" && slices.ContainsFunc(ps, func(p article.Position) bool { return saysJust(in, &p, w) }) {
			t.Errorf("%s\nmust not read %q: %q", body, w, got)
		}
	}
	if !*update && !slices.Equal(golden, got) {
		t.Errorf("%s\n got %q\nwant %q", body, got, golden)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", body)
	for _, l := range [...]struct {
		mark  string
		lines []string
	}{{"+", wants}, {"!", bans}, {">", got}} {
		for _, x := range l.lines {
			fmt.Fprintf(&b, "%s %s\n", l.mark, x)
		}
	}
	return []byte(b.String())
}

// says reports that p has the holder, stance and target of "HOLDER STANCE
// TARGET"; a name may be given in part or left off.
func says(in Input, p *article.Position, want string) bool {
	holder, stance, target := split(want)
	return p.Stance == stance && names(in, p.Holder.Actor, p.Holder.Text, holder) && names(in, p.Target.Actor, p.Target.Text, target)
}

// saysJust is says with the target's whole name, so that a critic of Chile is not
// Chile.
func saysJust(in Input, p *article.Position, want string) bool {
	_, _, target := split(want)
	return says(in, p, want) && (target == "" || target == nameOf(in, p.Target.Actor, p.Target.Text) || target == p.Target.Text)
}

// against reports that p stands between the two of want with the other sign.
func against(in Input, p *article.Position, want string) bool {
	holder, stance, target := split(want)
	return holder != "" && p.Polarity*stance.Polarity() < 0 &&
		names(in, p.Holder.Actor, p.Holder.Text, holder) && names(in, p.Target.Actor, p.Target.Text, target)
}

func split(want string) (holder string, stance article.Stance, target string) {
	words := strings.Fields(want)
	for i, w := range words {
		if slices.Contains(article.Stances, article.Stance(w)) {
			return strings.Join(words[:i], " "), article.Stance(w), strings.Join(words[i+1:], " ")
		}
	}
	panic("position: no stance in the case line " + want)
}

func names(in Input, id article.Opt, text, part string) bool {
	return strings.Contains(text, part) || id != "" && strings.Contains(nameOf(in, id, text), part)
}
