package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// TestSignals: the first signal finishes what runs and the exit code names it,
// even while the standard input is still open.
func TestSignals(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("signals are those of Unix")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for sig, want := range map[os.Signal]int{os.Interrupt: 130, syscall.SIGTERM: 143} {
		ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		defer cancel()
		cmd := exec.CommandContext(ctx, self, "convert", "-", "--from", "jsonl", "--to", "ndjson")
		cmd.Args[0] = "dossier"
		in, err1 := cmd.StdinPipe()
		out, err2 := cmd.StdoutPipe()
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for i := range 1000 { // more than what is read to recognise a format
			fmt.Fprintf(in, `{"id":"r%d","text":"Ida Moe praised the plan, and nobody asked her for the reasons."}`+"\n", i)
		}
		if line, err := bufio.NewReader(out).ReadString('\n'); err != nil {
			t.Fatalf("%q %v", line, err)
		}
		go io.Copy(io.Discard, out)
		cmd.Process.Signal(sig)
		cmd.Wait()
		if got := cmd.ProcessState.ExitCode(); got != want {
			t.Errorf("%v: exit %d, want %d", sig, got, want)
		}
	}
}
