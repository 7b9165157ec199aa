//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dossier/cmd/dossier/internal/invent"
)

// asNobody makes cmd run without rights where the tests run with all of them,
// which no mode of a file would stop.
func asNobody(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	cmd := self(t, args...)
	if os.Geteuid() != 0 {
		return cmd
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "dossier")
	b, err := os.ReadFile(cmd.Path)
	if err == nil {
		err = os.Chmod(filepath.Dir(dir), 0o755) // of all folders of the test
	}
	if err == nil {
		err = os.WriteFile(program, b, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	cmd.Path = program
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	return cmd
}

// must runs cmd, which must exit with code, and returns what it said.
func must(t *testing.T, cmd *exec.Cmd, code int) string {
	t.Helper()
	b, err := cmd.CombinedOutput()
	if got := cmd.ProcessState.ExitCode(); got != code {
		t.Fatalf("exit %d (%v), want %d:\n%s", got, err, code, b)
	}
	return string(b)
}

// says checks that every text is in what was said.
func says(t *testing.T, said string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(said, text) {
			t.Errorf("does not say %q:\n%s", text, said)
		}
	}
}

func inventFile(t *testing.T, path string, n int) {
	write(t, path, invent.New(3, n, 1000).Text())
}

// TestPermissionDenied: what may not be read and what may not be written fail,
// and nothing else.
func TestPermissionDenied(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	for i, name := range []string{"a/one.txt", "a/two.txt", "b/three.txt", "locked/four.txt"} {
		inventFile(t, filepath.Join(in, name), i)
	}
	os.Mkdir(filepath.Join(out, "b"), 0o777)
	for path, mode := range map[string]os.FileMode{
		out: 0o777, filepath.Join(out, "b"): 0o555, filepath.Join(in, "a/two.txt"): 0, filepath.Join(in, "locked"): 0,
	} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	defer os.Chmod(filepath.Join(in, "locked"), 0o777)
	said := must(t, asNobody(t, "convert", in, "--to", "json,csv", "--out-dir", out), exitSome)
	says(t, said, "1 article, 2 files", "3 failures", "permission denied (2)", filepath.Join(in, "a/two.txt"),
		filepath.Join(in, "locked"), "cannot write into "+filepath.Join(out, "b")+": permission denied (1)")
	if got := contents(t, out); len(got) != 2 || got["/a/one.json"] == "" || got["/a/one.quotes.csv"] == "" {
		t.Errorf("wrote %d files", len(got))
	}
}

// TestReadOnlyOutput: where nothing can be written nothing is done.
func TestReadOnlyOutput(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	inventFile(t, filepath.Join(in, "one.txt"), 1)
	os.Chmod(out, 0o555)
	said := must(t, asNobody(t, "convert", in, "--out-dir", out), exitNothing)
	says(t, said, "one.txt: cannot write into "+out+": permission denied")
	said = must(t, asNobody(t, "convert", in, "-o", filepath.Join(out, "all.csv")), exitNothing)
	says(t, said, "cannot write into "+out+": permission denied")
}

// TestFullDisk: on a disk that is full after some articles the others fail, what
// is written is whole, and once there is room a resumed run does the rest.
func TestFullDisk(t *testing.T) {
	if _, err := exec.LookPath("unshare"); err != nil || exec.Command("unshare", "-rm", "true").Run() != nil {
		t.Skip("needs unshare and the right to mount, for a disk that is small")
	}
	in, disk, got := t.TempDir(), t.TempDir(), t.TempDir()
	for i := range 30 {
		inventFile(t, filepath.Join(in, fmt.Sprintf("%02d.txt", i)), i)
	}
	whole := filepath.Join(t.TempDir(), "out")
	must(t, self(t, "convert", in, "--out-dir", whole), exitOK)
	cmd := self(t)
	script := `mount -t tmpfs -o size=2m none "$1" || exit 99
"$4" convert "$2" --out-dir "$1/out"; code=$?
cp -r "$1/out" "$3/full"
mount -o remount,size=64m "$1" || exit 98
"$4" convert "$2" --out-dir "$1/out" --resume || exit 97
cp -r "$1/out" "$3/roomy"
exit $code`
	program := filepath.Join(t.TempDir(), "dossier")
	if err := os.Symlink(cmd.Path, program); err != nil {
		t.Fatal(err)
	}
	said := must(t, exec.Command("unshare", "-rm", "sh", "-c", script, "sh", disk, in, got, program), exitSome)
	says(t, said, "cannot write into "+filepath.Join(disk, "out")+": no space left on device")
	want := contents(t, whole)
	full := contents(t, filepath.Join(got, "full"))
	for name, text := range full {
		if text != want[name] {
			t.Errorf("%s is not what an unbroken run makes", name)
		}
	}
	if len(full) == 0 || len(full) >= len(want) {
		t.Errorf("%d files on the full disk, %d in all", len(full), len(want))
	}
	partial(t, filepath.Join(got, "roomy"), want, true)
}

// TestFullDevice: an output that cannot take what is written.
func TestFullDevice(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("this system has no /dev/full")
	}
	in := t.TempDir()
	inventFile(t, filepath.Join(in, "one.txt"), 1)
	says(t, must(t, self(t, "convert", in, "-t", "ndjson", "-o", "/dev/full"), exitNothing), "no space left on device")
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	cmd := self(t, "convert", in, "-t", "json")
	cmd.Stdout = full
	if cmd.Run(); cmd.ProcessState.ExitCode() != exitNothing {
		t.Errorf("exit %d", cmd.ProcessState.ExitCode())
	}
}

// TestLongNames: a name may be as long as the file system allows, and the outputs
// still get names, each its own.
func TestLongNames(t *testing.T) {
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	stem := strings.Repeat("n", 250)
	inventFile(t, filepath.Join(in, stem+"a.txt"), 1)
	inventFile(t, filepath.Join(in, stem+"b.txt"), 2)
	inventFile(t, filepath.Join(in, strings.Repeat("ř", 125)+".txt"), 3)
	code, _, said := call("", "convert", in, "--out-dir", out)
	if code != exitOK {
		t.Fatalf("exit %d: %s", code, said)
	}
	if got := contents(t, out); len(got) != 12 {
		t.Errorf("%d files", len(got))
	}
	if code, _, said := call("", "convert", in, "--out-dir", out, "--resume"); code != exitOK || !strings.Contains(said, "3 unchanged") {
		t.Errorf("exit %d: %s", code, said)
	}
}

// TestDamaged converts many files some of which are worthless in ten ways: each
// of them is a failure, and each of the others has its outputs.
func TestDamaged(t *testing.T) {
	const files, damaged = 1000, 37
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	bad := 0
	for i := range files {
		a := invent.New(5, i, 600)
		f := invent.Forms[i%2]
		ext, b := f.Ext, f.Write(a)
		if (i+1)*damaged/files > bad {
			d := invent.Damages[bad%len(invent.Damages)]
			bad++
			ext, b = d.Ext, d.Do(b)
		}
		write(t, filepath.Join(in, fmt.Sprint(i%7), fmt.Sprintf("%04d%s", i, ext)), b)
	}
	log := filepath.Join(t.TempDir(), "failures.jsonl")
	code, _, said := call("", "convert", in, "--to", "json,csv", "--out-dir", out, "--errors-to", log)
	if code != exitSome {
		t.Errorf("exit %d", code)
	}
	says(t, said, "963 articles, 1926 files", "37 failures, of 1000 inputs")
	if groups := strings.Count(said, "\n  ") - strings.Count(said, "\n    "); groups > len(invent.Damages)+1 {
		t.Errorf("%d groups of failures:\n%s", groups, said)
	}
	if got := contents(t, out); len(got) != 2*(files-damaged) {
		t.Errorf("%d files", len(got))
	}
	if b, err := os.ReadFile(log); err != nil || strings.Count(string(b), "\n") != damaged {
		t.Errorf("%v, %d failures in the log", err, strings.Count(string(b), "\n"))
	}
}

// TestLongRecord: a record beyond the limit is one that failed, and a filter puts
// one line in its place.
func TestLongRecord(t *testing.T) {
	good := string(invent.New(1, 1, 500).Record())
	long := 100 << 20
	if testing.Short() {
		long = 70 << 20
	}
	in := io.MultiReader(strings.NewReader(good+`{"id":"long","text":"`), io.LimitReader(letters{}, int64(long)), strings.NewReader("\"}\n"+good))
	var out, errs strings.Builder
	code := run(system{args: []string{"convert", "--from", "jsonl", "--to", "ndjson", "-"}, stdin: in, stdout: &out, stderr: &errs, env: os.LookupEnv})
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if code != exitSome || len(lines) != 3 || !strings.HasPrefix(lines[1], `{"schema":"dossier/error/1","record":2,"line":2,`) {
		t.Errorf("exit %d, %d lines: %s", code, len(lines), &errs)
	}
	says(t, errs.String(), "standard input, line 2: file too large", "--max-bytes raises the limit")
}

// letters is a text without an end.
type letters struct{}

func (letters) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}
