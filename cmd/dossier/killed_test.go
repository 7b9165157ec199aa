//go:build unix

package main

import (
	"bufio"
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dossier/cmd/dossier/internal/invent"
)

// self is a command that runs this program.
func self(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Args[0] = "dossier"
	return cmd
}

// inventFolder writes n invented articles of about size bytes, some of them
// records of one file.
func inventFolder(t *testing.T, n, size int) string {
	t.Helper()
	dir := t.TempDir()
	var records bytes.Buffer
	for i := range n {
		a := invent.New(7, i, size)
		if i%5 == 0 {
			records.Write(a.Record())
			continue
		}
		f := invent.Forms[i%2]
		write(t, filepath.Join(dir, fmt.Sprint("part", i%3), fmt.Sprintf("%04d%s", i, f.Ext)), f.Write(a))
	}
	write(t, filepath.Join(dir, "part1", "records.jsonl"), records.Bytes())
	return dir
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestKilled kills runs at random moments, again and again, until one comes to
// its end. What stands under a final name is whole at any time, and in the end
// the tree is that of an unbroken run. DOSSIER_KILLS sets the number of kills.
func TestKilled(t *testing.T) {
	kills, _ := strconv.Atoi(os.Getenv("DOSSIER_KILLS"))
	if kills == 0 {
		kills = 5
	}
	in := inventFolder(t, 40, 3000)
	whole := filepath.Join(t.TempDir(), "out")
	began := time.Now()
	if b, err := self(t, "convert", in, "--out-dir", whole, "--jobs", "2").CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, b)
	}
	took := time.Since(began)
	want, memory := contents(t, whole), manifestOf(t, whole)
	killed, trees := 0, 0
	for ; killed < kills && trees < 10*kills; trees++ {
		out := filepath.Join(t.TempDir(), "out")
		for tries := 0; ; tries++ {
			cmd := self(t, "convert", in, "--out-dir", out, "--resume", "--jobs", "2")
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if tries < 20 {
				timer := time.AfterFunc(rand.N(took), func() { cmd.Process.Kill() })
				defer timer.Stop()
			}
			err := cmd.Wait()
			partial(t, out, want, err == nil)
			if err == nil {
				break
			}
			killed++
		}
		if got := manifestOf(t, out); got != memory {
			t.Errorf("the manifest is another:\n%s\nwant\n%s", got, memory)
		}
	}
	t.Logf("%d kills over %d trees", killed, trees)
}

// partial checks that no file below dir differs from that of the unbroken run,
// and of a finished run that it is the same tree.
func partial(t *testing.T, dir string, want map[string]string, finished bool) {
	t.Helper()
	if _, err := os.Stat(dir); err != nil && !finished {
		return
	}
	got := contents(t, dir)
	for name, text := range got {
		temporary := strings.HasPrefix(filepath.Base(name), ".dossier-")
		if temporary && finished {
			t.Errorf("%s was left behind", name)
		} else if !temporary && text != want[name] {
			t.Errorf("%s is not what an unbroken run makes", name)
		}
	}
	if finished && len(got) != len(want) {
		t.Errorf("%d files, want %d", len(got), len(want))
	}
}

// manifestOf is the manifest of a folder without its times.
func manifestOf(t *testing.T, dir string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "manifest.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for line := range strings.Lines(string(b)) {
		var e map[string]any
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		delete(e, "ms")
		if outputs, ok := e["outputs"].([]any); ok {
			for _, o := range outputs {
				delete(o.(map[string]any), "modified")
			}
		}
		fmt.Fprintln(&out, e)
	}
	return out.String()
}

// TestInterrupted: the first signal finishes what runs and puts the manifest in
// order, so that a resumed run goes on from there.
func TestInterrupted(t *testing.T) {
	in, out := inventFolder(t, 60, 3000), filepath.Join(t.TempDir(), "out")
	cmd := self(t, "convert", in, "--out-dir", out, "--jobs", "2", "-v")
	said, err := cmd.StderrPipe()
	if err != nil || cmd.Start() != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReader(said).ReadString('\n'); err != nil { // the first article is done
		t.Fatal(err)
	}
	cmd.Process.Signal(os.Interrupt)
	rest, _ := io.ReadAll(said)
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 130 {
		t.Fatalf("exit %d: %s", code, rest)
	}
	says(t, string(rest), "stopped by signal 2")
	files := 0
	for name := range contents(t, out) {
		if files++; strings.HasPrefix(filepath.Base(name), ".") {
			t.Errorf("%s was left behind", name)
		}
	}
	if lines := strings.Count(manifestOf(t, out), "\n"); files == 0 || files%4 != 0 || lines < 1+files/4 {
		t.Errorf("%d files, %d lines in the manifest", files, lines)
	}
	must(t, self(t, "convert", in, "--out-dir", out, "--resume"), exitOK)
	if got := contents(t, out); len(got) != 240 {
		t.Errorf("%d files in the end", len(got))
	}
}

// TestKilledDatabase kills runs that fill one database. At any time every article
// in it is whole, and in the end it holds what an unbroken run gives.
func TestKilledDatabase(t *testing.T) {
	kills, _ := strconv.Atoi(os.Getenv("DOSSIER_KILLS"))
	if kills == 0 {
		kills = 5
	}
	in, dir := inventFolder(t, 40, 3000), t.TempDir()
	whole := filepath.Join(dir, "whole.sqlite")
	began := time.Now()
	must(t, self(t, "convert", in, "-o", whole, "--jobs", "2"), exitOK)
	took := time.Since(began)
	want := databaseRows(t, whole, true)
	killed, partly := 0, 0
	for n := 0; killed < kills && n < 10*kills; n++ {
		path := filepath.Join(dir, fmt.Sprint(n), "news.sqlite")
		for tries := 0; ; tries++ {
			cmd := self(t, "convert", in, "-o", path, "--jobs", "2")
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if tries < 5 {
				timer := time.AfterFunc(rand.N(took), func() { cmd.Process.Kill() })
				defer timer.Stop()
			}
			if err := cmd.Wait(); err == nil {
				break
			}
			killed++
			if _, err := os.Stat(path); err != nil {
				continue // it had not begun
			}
			got := databaseRows(t, path, false)
			for row := range got {
				if !want[row] {
					t.Errorf("half an article: %s", row)
				}
			}
			if len(got) > 0 && len(got) < len(want) {
				partly++
			}
		}
		if got := databaseRows(t, path, true); !maps.Equal(got, want) {
			t.Errorf("%d rows in the end, want %d", len(got), len(want))
		}
		if left, _ := filepath.Glob(path + "-*"); len(left) > 0 {
			t.Errorf("%v was left behind", left)
		}
	}
	t.Logf("%d kills, after %d of them the database held some of the articles", killed, partly)
}

// databaseRows are the articles of a database with the number of their quotes,
// actors and positions, after SQLite's own check. Finished, they have entities.
func databaseRows(t *testing.T, path string, finished bool) map[string]bool {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var sound string
	var open int
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
		t.Fatalf("%s: %v", sound, err)
	}
	if err := db.QueryRow("SELECT count(*) FROM actors WHERE entity IS NULL").Scan(&open); err != nil || finished && open > 0 {
		t.Fatalf("%d actors without an entity, %v", open, err)
	}
	rows, err := db.Query(`SELECT article || ' ' || source || ' ' || content_sha256 || ' ' ||
		(SELECT count(*) FROM blocks b WHERE b.article = a.article) || ' ' || (SELECT count(*) FROM actors b WHERE b.article = a.article) || ' ' ||
		(SELECT count(*) FROM quotes b WHERE b.article = a.article) || ' ' || (SELECT count(*) FROM positions b WHERE b.article = a.article) FROM articles a`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	got := map[string]bool{}
	for rows.Next() {
		var row string
		if err := rows.Scan(&row); err != nil {
			t.Fatal(err)
		}
		got[row] = true
	}
	return got
}
