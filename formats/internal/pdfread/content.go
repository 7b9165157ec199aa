package pdfread

import "math"

// matrix is [a b c d e f] of PDF: x' = ax + cy + e, y' = bx + dy + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// mul is m followed by n.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// state is the graphics state as far as text is concerned.
type state struct {
	ctm               matrix
	font              *font
	size              float64
	char, word, scale float64
	leading, rise     float64
}

// interpreter runs the operators of a page.
type interpreter struct {
	f      *file
	page   *Page
	fonts  map[ref]*font
	state  state
	stack  []state
	tm, lm matrix // of text and of its line
	marked []bool // marked contents that are open: artifact or not
	hidden int    // how many of them are artifacts
	forms  int
	ops    *int           // of the document so far
	bodies map[ref][]byte // of forms, decoded
}

// The limits of what pages show.
const (
	maxOps   = 1 << 25 // operators and operands of a document
	maxForms = 12      // forms inside forms
	maxRuns  = 1 << 19 // of a page
)

func (in *interpreter) run(content []byte, resources dict) {
	l := lexer{b: content}
	var args []any
	for *in.ops < maxOps {
		*in.ops++
		o := l.object(0)
		if e, ok := o.(end); ok {
			if e == 0 {
				return
			}
			continue
		}
		word, ok := o.(op)
		if !ok {
			if args = append(args, o); len(args) > 64 {
				args = args[1:]
			}
			continue
		}
		if word == "BI" {
			l.skipImage()
		} else {
			in.do(word, args, resources)
		}
		args = args[:0]
	}
	in.page.Cut = true
}

// skipImage goes on after an image in the content: "ID", its bytes, "EI".
func (l *lexer) skipImage() {
	for l.at+2 < len(l.b) {
		if l.b[l.at] == 'E' && l.b[l.at+1] == 'I' && l.at > 0 && space(l.b[l.at-1]) && space(l.b[l.at+2]) {
			l.at += 2
			return
		}
		l.at++
	}
	l.at = len(l.b)
}

// num is operand i, counted from the end.
func num(args []any, i int) float64 {
	if i = len(args) - i; i < 0 || i >= len(args) {
		return 0
	}
	n, _ := args[i].(float64)
	return n
}

func (in *interpreter) do(word op, args []any, resources dict) {
	s := &in.state
	switch word {
	case "q":
		if len(in.stack) < 256 {
			in.stack = append(in.stack, *s)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			*s, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		s.ctm = six(args).mul(s.ctm)
	case "BT":
		in.tm, in.lm = identity, identity
	case "Tf":
		s.size = num(args, 1)
		if len(args) >= 2 {
			s.font = in.font(args[len(args)-2], resources)
		}
	case "Td":
		in.move(num(args, 2), num(args, 1))
	case "TD":
		s.leading = -num(args, 1)
		in.move(num(args, 2), num(args, 1))
	case "Tm":
		in.tm = six(args)
		in.lm = in.tm
	case "T*":
		in.move(0, -s.leading)
	case "Tc":
		s.char = num(args, 1)
	case "Tw":
		s.word = num(args, 1)
	case "Tz":
		s.scale = num(args, 1) / 100
	case "TL":
		s.leading = num(args, 1)
	case "Ts":
		s.rise = num(args, 1)
	case "Tj":
		in.show(args)
	case "'":
		in.move(0, -s.leading)
		in.show(args)
	case `"`:
		s.word, s.char = num(args, 3), num(args, 2)
		in.move(0, -s.leading)
		in.show(args)
	case "TJ":
		if len(args) > 0 {
			list, _ := args[len(args)-1].(array)
			in.show(list)
		}
	case "Do":
		in.form(args, resources)
	case "BMC", "BDC":
		artifact := len(args) > 0 && args[0] == name("Artifact")
		if in.marked = append(in.marked, artifact); artifact {
			in.hidden++
		}
	case "EMC":
		if n := len(in.marked); n > 0 {
			if in.marked[n-1] {
				in.hidden--
			}
			in.marked = in.marked[:n-1]
		}
	}
}

func six(args []any) (m matrix) {
	for i := range m {
		m[i] = num(args, 6-i)
	}
	return m
}

func (in *interpreter) move(x, y float64) {
	in.lm = matrix{1, 0, 0, 1, x, y}.mul(in.lm)
	in.tm = in.lm
}

func (in *interpreter) font(o any, resources dict) *font {
	n, _ := o.(name)
	entry := in.f.dict(resources["Font"])[string(n)]
	r, isRef := entry.(ref)
	if t := in.fonts[r]; isRef && t != nil {
		return t
	}
	if entry == nil {
		return nil
	}
	t := in.f.font(entry)
	if isRef {
		in.fonts[r] = t
	}
	return t
}

// form runs the content of a form.
func (in *interpreter) form(args []any, resources dict) {
	if len(args) == 0 || in.forms == maxForms {
		return
	}
	n, _ := args[len(args)-1].(name)
	entry := in.f.dict(resources["XObject"])[string(n)]
	s, ok := in.f.get(entry).(stream)
	if !ok || in.f.name(s.dict["Subtype"]) != "Form" {
		return
	}
	saved, depth, tm, lm := in.state, len(in.stack), in.tm, in.lm
	if m := in.f.array(s.dict["Matrix"]); len(m) == 6 {
		args := make([]any, 6)
		for i := range m {
			args[i] = in.f.get(m[i])
		}
		in.state.ctm = six(args).mul(in.state.ctm)
	}
	own := in.f.dict(s.dict["Resources"])
	if own == nil {
		own = resources
	}
	in.forms++
	in.run(in.body(entry, s), own)
	in.forms--
	in.state, in.tm, in.lm = saved, tm, lm
	in.stack = in.stack[:min(depth, len(in.stack))]
}

// body is the content of a form, decoded once.
func (in *interpreter) body(entry any, s stream) []byte {
	r, isRef := entry.(ref)
	if b, ok := in.bodies[r]; ok && isRef {
		return b
	}
	b := in.f.decode(s)
	if isRef {
		in.bodies[r] = b
	}
	return b
}

// show adds the runs of strings; numbers between them move what follows.
func (in *interpreter) show(list []any) {
	s := &in.state
	if s.font == nil {
		return
	}
	for _, o := range list {
		switch o := o.(type) {
		case string:
			in.showString(o)
		case float64:
			in.tm = matrix{1, 0, 0, 1, -o / 1000 * s.size * s.scale, 0}.mul(in.tm)
		}
	}
}

func (in *interpreter) showString(str string) {
	s := &in.state
	at := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.mul(in.tm).mul(s.ctm)
	run := Run{X0: at[4], Y: at[5], Size: math.Hypot(at[2], at[3]), Artifact: in.hidden > 0,
		Turned: math.Abs(at[1]) > 0.1*math.Abs(at[0]) || at[0] < 0}
	var text []byte
	s.font.decode(str, func(code int, chars string, width float64) {
		if chars == "" {
			chars = "\uFFFD"
			in.page.Unknown++
		}
		advance := width/1000*s.size + s.char
		if code == ' ' && !s.font.wide {
			advance += s.word
		}
		text = append(text, chars...)
		in.tm = matrix{1, 0, 0, 1, advance * s.scale, 0}.mul(in.tm)
	})
	after := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.mul(in.tm).mul(s.ctm)
	if run.X1 = after[4]; len(text) == 0 || !sane(run.X0, run.X1, run.Y, run.Size) || len(in.page.Runs) >= maxRuns {
		return
	}
	run.Text = string(text)
	in.page.Runs = append(in.page.Runs, run)
}

func sane(list ...float64) bool {
	for _, v := range list {
		if !(math.Abs(v) < 1e6) {
			return false
		}
	}
	return true
}
