package export

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// browser drives a headless Chromium over the DevTools protocol: messages of JSON,
// each ended by a zero byte, on the file descriptors 3 and 4 of the process.
type browser struct {
	t       *testing.T
	send    io.Writer
	receive *bufio.Reader
	last    int // number of the last command
	session string
	said    []string // what the page printed, threw and was refused
	seen    map[string]bool
}

// message is a command, its answer, or an event.
type message struct {
	ID      int             `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Session string          `json:"sessionId,omitempty"`
	Params  any             `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   json.RawMessage `json:"error,omitempty"`
}

// openBrowser starts Chromium with one empty page.
func openBrowser(t *testing.T) *browser {
	t.Helper()
	path := tool(t, "chromium")
	toIt, send := pipe(t)
	receive, fromIt := pipe(t)
	dir, err := os.MkdirTemp("", "chromium")
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"--headless", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run", "--disable-extensions",
		"--disable-background-networking", "--disable-dev-shm-usage", "--hide-scrollbars", "--user-data-dir=" + dir, "about:blank"}
	if os.Geteuid() == 0 {
		args = append(args, "--no-sandbox") // Chromium has none for the superuser
	}
	cmd := exec.Command(path, args...)
	cmd.ExtraFiles = []*os.File{toIt, fromIt}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	toIt.Close()
	fromIt.Close()
	b := &browser{t: t, send: send, receive: bufio.NewReader(receive), seen: map[string]bool{}}
	t.Cleanup(func() {
		b.session = ""
		b.command("Browser.close", nil, nil)
		_, _ = io.Copy(io.Discard, receive) // until it is closed
		_ = cmd.Wait()
		_ = os.RemoveAll(dir) // its children may still be leaving
	})
	var target struct{ TargetID, SessionID string }
	b.command("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	b.command("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &target)
	b.session = target.SessionID
	for _, domain := range []string{"Page", "Runtime", "Log"} {
		b.command(domain+".enable", nil, nil)
	}
	return b
}

func pipe(t *testing.T) (r, w *os.File) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	return r, w
}

// command sends a command and waits for its answer.
func (b *browser) command(method string, params, result any) {
	b.t.Helper()
	b.last++
	text, err := json.Marshal(message{ID: b.last, Method: method, Session: b.session, Params: params})
	if err == nil {
		_, err = b.send.Write(append(text, 0))
	}
	for err == nil {
		var m message
		if m, err = b.next(); err != nil || m.ID != b.last {
			continue
		}
		if m.Error != nil {
			b.t.Fatalf("%s: %s", method, m.Error)
		}
		if result != nil {
			err = json.Unmarshal(m.Result, result)
		}
		break
	}
	if err != nil && method != "Browser.close" {
		b.t.Fatalf("%s: %v", method, err)
	}
}

// next reads a message; of an event it keeps what the page said.
func (b *browser) next() (message, error) {
	text, err := b.receive.ReadBytes(0)
	if err != nil {
		return message{}, err
	}
	var m message
	if err := json.Unmarshal(text[:len(text)-1], &m); err != nil {
		return m, err
	}
	switch m.Method {
	case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded", "Page.javascriptDialogOpening":
		b.said = append(b.said, string(text[:len(text)-1]))
	}
	b.seen[m.Method] = true
	return m, nil
}

// open loads a page, from a file of its own, and waits until it is there.
func (b *browser) open(page []byte) string {
	b.t.Helper()
	path := filepath.Join(b.t.TempDir(), "page.html")
	if err := os.WriteFile(path, page, 0o600); err != nil {
		b.t.Fatal(err)
	}
	b.visit("file://" + path)
	return path
}

func (b *browser) visit(url string) {
	b.t.Helper()
	b.seen["Page.loadEventFired"] = false
	b.command("Page.navigate", map[string]any{"url": url}, nil)
	for !b.seen["Page.loadEventFired"] {
		if _, err := b.next(); err != nil {
			b.t.Fatal(err)
		}
	}
}

// eval is the value of an expression in the page, a promise's once it is kept.
func (b *browser) eval(expression string, value any) {
	b.t.Helper()
	var out struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails json.RawMessage
	}
	b.command("Runtime.evaluate", map[string]any{"expression": expression, "awaitPromise": true, "returnByValue": true}, &out)
	if out.ExceptionDetails != nil {
		b.t.Fatalf("%.200s: %.600s", expression, out.ExceptionDetails)
	}
	if value != nil {
		if err := json.Unmarshal(out.Result.Value, value); err != nil {
			b.t.Fatalf("%.200s: %s: %v", expression, out.Result.Value, err)
		}
	}
}

// text is the value of an expression as a string.
func (b *browser) text(expression string) string {
	b.t.Helper()
	var s string
	b.eval("String("+expression+")", &s)
	return s
}

// click presses the mouse in the middle of the element that a selector finds.
func (b *browser) click(selector string) {
	b.t.Helper()
	var at struct{ X, Y float64 }
	b.eval(fmt.Sprintf(`(async () => {
		const e = document.querySelector(%q);
		e.scrollIntoView({block: "center"});
		await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
		const r = e.getClientRects()[0];
		return {x: r.left + Math.min(r.width, 40) / 2, y: r.top + r.height / 2};
	})()`, selector), &at)
	for _, kind := range []string{"mousePressed", "mouseReleased"} {
		b.command("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": at.X, "y": at.Y, "button": "left", "clickCount": 1}, nil)
	}
}

// keys are those that press knows, with their codes.
var keys = map[string]int{"Tab": 9, "Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40, " ": 32}

// press types a key.
func (b *browser) press(key string) {
	b.t.Helper()
	down := map[string]any{"type": "keyDown", "key": key, "code": key, "windowsVirtualKeyCode": keys[key]}
	switch key {
	case "Enter":
		down["text"] = "\r"
	case " ":
		down["text"], down["code"] = " ", "Space"
	}
	b.command("Input.dispatchKeyEvent", down, nil)
	b.command("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key, "code": down["code"], "windowsVirtualKeyCode": keys[key]}, nil)
}

// look sets the size of the window and the colours that the reader prefers.
func (b *browser) look(width, height int, scheme string) {
	b.t.Helper()
	b.command("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}, nil)
	b.command("Emulation.setEmulatedMedia", map[string]any{"features": []any{map[string]any{"name": "prefers-color-scheme", "value": scheme}}}, nil)
}

// shoot keeps a picture of the window for people to look at, where the environment
// names a folder for it.
func (b *browser) shoot(name string) {
	b.t.Helper()
	dir := os.Getenv("DOSSIER_SCREENSHOTS")
	if dir == "" {
		return
	}
	var shot struct{ Data string }
	b.command("Page.captureScreenshot", map[string]any{"format": "png"}, &shot)
	png, err := base64.StdEncoding.DecodeString(shot.Data)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

// pdf is the page as it is printed.
func (b *browser) pdf() []byte {
	b.t.Helper()
	var out struct{ Data string }
	b.command("Page.printToPDF", map[string]any{"printBackground": true, "paperWidth": 8.27, "paperHeight": 11.69}, &out)
	pdf, err := base64.StdEncoding.DecodeString(out.Data)
	if err != nil {
		b.t.Fatal(err)
	}
	return pdf
}

// silent wants that the page printed nothing, threw nothing, and was refused nothing.
func (b *browser) silent(what string) {
	b.t.Helper()
	b.eval("0", nil) // what was said is there
	for _, s := range b.said {
		b.t.Errorf("%s: the page said %.500s", what, s)
	}
	b.said = nil
}

// axe is the source of axe-core, a checker of accessibility: a file that the
// environment names, else the package among those that npm has for all.
func axe(t *testing.T) string {
	t.Helper()
	path := os.Getenv("DOSSIER_AXE")
	if path == "" {
		if root, err := exec.Command("npm", "root", "-g").Output(); err == nil {
			path = filepath.Join(strings.TrimSpace(string(root)), "axe-core", "axe.min.js")
		}
	}
	source, err := os.ReadFile(path)
	if err != nil {
		if os.Getenv("DOSSIER_REQUIRE_TOOLS") == "1" {
			t.Fatalf("axe-core is not installed; npm install axe-core, and DOSSIER_AXE names its axe.min.js: %v", err)
		}
		t.Skip("axe-core is not installed; DOSSIER_AXE names its axe.min.js")
	}
	return string(source)
}

// accessible wants that axe-core finds nothing wrong with the page.
func (b *browser) accessible(what, axe string) {
	b.t.Helper()
	var found []struct {
		ID, Impact, Help string
		Nodes            []struct {
			HTML           string
			FailureSummary string
		}
	}
	b.eval(axe+"; axe.run({resultTypes: ['violations']}).then(r => r.violations)", &found)
	for _, v := range found {
		b.t.Errorf("%s: %s (%s), %d places, such as %.300s: %.300s", what, v.Help, v.ID, len(v.Nodes), v.Nodes[0].HTML, v.Nodes[0].FailureSummary)
	}
}
