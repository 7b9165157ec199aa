package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"

	"dossier/export"
)

// gathering lists the formats that take several articles in one file.
func gathering() []string {
	var list []string
	for _, f := range export.Formats() {
		if f.Gathers && !f.Terminal {
			list = append(list, f.Name)
		}
	}
	return list
}

func TestArrange(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"convert a --to json b", "convert --to json -- a b"},
		{"convert a b -q", "convert -q -- a b"},
		{"--to json convert a", "convert --to json -- a"},
		{"convert - -o -", "convert -o - -- -"},
		{"convert --to=json a", "convert --to=json -- a"},
		{"convert -q -- --to x", "convert -q -- --to x"},
		{"convert -tjson a -qv", "convert -t=json -q -v -- a"},
		{"convert -qtjson,csv a", "convert -q -t=json,csv -- a"},
		{"convert -ox.json -j2 a", "convert -o=x.json -j=2 -- a"},
		{"convert a -qt json", "convert -q -t json -- a"},
		{"convert -o=x.json a", "convert -o=x.json -- a"},
		{"convert -to json a", "convert -to json -- a"},
		{"convert a -- -qv", "convert -- a -qv"},
		{"convert --name -qv -qt json a", "convert --name -qv -q -t json -- a"},
		{"help convert", "convert --help"},
		{"help", "--help"},
		{"--version", "--version"},
		{"show help", "show -- help"},
	} {
		got, err := arrange(newApp(system{}), strings.Fields(c.in))
		if g := strings.Join(got, " "); err != nil || g != c.want {
			t.Errorf("%s: got %s (%v), want %s", c.in, g, err, c.want)
		}
	}
}

func TestArrangeRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"covnert a":          "did you mean convert?",
		"convert a --ot x":   "did you mean --to?",
		"convert a --outdir": "did you mean --out-dir?",
		"convert a --to":     "--to needs a value",
		"nonsense":           "there are convert",
		"show a --to json":   "unknown flag --to for show",
		"--nonsense":         "unknown flag --nonsense",
		"help covnert":       "did you mean convert?",
		"convert a -qz":      "unknown flag --qz",
		"convert a -qt":      "-t needs a value",
	} {
		if _, err := arrange(newApp(system{}), strings.Fields(in)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", in, err, want)
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"convert", "show", "json", "csv", "out-dir"}
	for in, want := range map[string]string{
		"conver": "convert", "CONVERT": "convert", "jsno": "json", "cvs": "csv",
		"conv": "convert", "outdir": "out-dir", "zebra": "", "x": "",
	} {
		if got := nearest(in, words); got != want {
			t.Errorf("nearest(%s) = %q, want %q", in, got, want)
		}
	}
}

func TestSize(t *testing.T) {
	for in, want := range map[string]int64{"1": 1, "500k": 500 << 10, "64M": 64 << 20, "2GB": 2 << 30, "10b": 10} {
		if got, err := size(in); err != nil || got != want {
			t.Errorf("size(%s) = %d, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "0", "-1", "x", "M", "9999999999G", "1.5M"} {
		if got, err := size(in); err == nil {
			t.Errorf("size(%s) = %d, no error", in, got)
		}
	}
}

// TestHelp holds every command to a help text that opens with examples.
func TestHelp(t *testing.T) {
	for _, c := range newApp(system{}).VisibleCommands() {
		code, out, _ := call("", c.Name, "--help")
		_, rest, found := strings.Cut(out, "\n\nEXAMPLES\n   ")
		if code != exitOK || !found || !strings.HasPrefix(rest, "dossier "+c.Name) && !strings.HasPrefix(rest, "source <(dossier") {
			t.Errorf("%s: exit %d\n%s", c.Name, code, out)
		}
		if _, again, _ := call("", "help", c.Name); again != out {
			t.Errorf("help %s differs from %s --help", c.Name, c.Name)
		}
		for _, f := range c.Flags {
			if d := f.(cli.DocGenerationFlag); d.TakesValue() && !strings.Contains(d.GetUsage(), "`") {
				t.Errorf("%s: --%s does not name its value", c.Name, f.Names()[0])
			}
		}
	}
}

func TestByExtension(t *testing.T) {
	for in, want := range map[string]string{"x.json": "json", "a.quotes.csv": "csv", "b.CSV": "csv", "c.ndjson": "ndjson", "d": "", "json": ""} {
		got := ""
		if f := byExtension(in); f != nil {
			got = f.Name
		}
		if got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// TestPrintable keeps the name of a file on one line and away from the terminal.
func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"plain é.txt":        "plain é.txt",
		"two\nlines":         `two\nlines`,
		"\x1b[31mred\u009b":  `\x1b[31mred\u009b`,
		"not\xffUTF-8":       "not\xffUTF-8",
		"with\ttab and \x7f": `with\ttab and \x7f`,
	} {
		if got := printable(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	var out strings.Builder
	say(&out, "one\ntwo\x1b")
	if got := out.String(); got != "dossier: one\ntwo\\x1b\n" {
		t.Errorf("%q", got)
	}
}

// TestValidateMark: what convert reads, validate reads: a byte order mark is no fault.
func TestValidateMark(t *testing.T) {
	for in, want := range map[string]string{"\ufeff{}": "not a dossier/1 article", "\ufeff": "empty"} {
		lines, err := violations("-", strings.NewReader(in))
		if got := fmt.Sprint(lines, err); !strings.Contains(got, want) {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
}
