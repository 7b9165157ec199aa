package formats

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// mimePart is a message or a part of one: its header, and either its decoded
// body or its parts.
type mimePart struct {
	head   map[string]string // first value of each field, by its name in lower case
	kind   string            // media type, lower case
	params map[string]string // of the media type
	number string            // "1.2", as mail programs count
	body   []byte            // transfer encoding taken off; nil of a multipart
	parts  []mimePart
}

// The limits of a message. What is beyond them stays undivided.
const (
	maxMIMEDepth = 16
	maxMIMEParts = 1000
	maxMIMEHead  = 256 << 10
)

// parseMIME reads a message. It never fails: what has no header is all body.
func parseMIME(raw []byte) mimePart {
	budget := maxMIMEParts
	return parsePart(raw, "", 0, &budget)
}

func parsePart(raw []byte, number string, depth int, budget *int) mimePart {
	p := mimePart{number: number}
	var body []byte
	p.head, body = mimeHead(raw)
	p.kind, p.params = mediaType(p.head["content-type"])
	boundary := p.params["boundary"]
	if strings.HasPrefix(p.kind, "multipart/") && boundary != "" && depth < maxMIMEDepth {
		for i, part := range splitParts(body, boundary) {
			if *budget--; *budget < 0 {
				break
			}
			n := fmt.Sprint(i + 1)
			if number != "" {
				n = number + "." + n
			}
			p.parts = append(p.parts, parsePart(part, n, depth+1, budget))
		}
		return p
	}
	if p.number == "" {
		p.number = "1"
	}
	p.body = transferDecode(body, p.head["content-transfer-encoding"])
	return p
}

// mimeHead reads the header fields at the start of raw and returns the rest.
func mimeHead(raw []byte) (map[string]string, []byte) {
	head := map[string]string{}
	name, at := "", 0
	for at < len(raw) && at < maxMIMEHead {
		line, _, _ := bytes.Cut(raw[at:], []byte("\n"))
		next := min(len(raw), at+len(line)+1)
		line = bytes.TrimRight(line, "\r")
		switch {
		case len(line) == 0:
			return head, raw[next:]
		case line[0] == ' ' || line[0] == '\t':
			if name != "" {
				head[name] += " " + string(bytes.TrimSpace(line))
			}
		default:
			key, value, ok := bytes.Cut(line, []byte(":"))
			if !ok || len(key) == 0 || bytes.ContainsAny(key, " \t<>") {
				return head, raw[at:]
			}
			name = strings.ToLower(string(key))
			if _, seen := head[name]; seen {
				name = "" // only the first counts
			} else {
				head[name] = string(bytes.TrimSpace(value))
			}
		}
		at = next
	}
	return head, raw[at:]
}

// mediaType is the type and its parameters; text/plain for what is no type.
func mediaType(value string) (string, map[string]string) {
	if value == "" {
		return "text/plain", map[string]string{}
	}
	kind, params, err := mime.ParseMediaType(value)
	if err != nil || params == nil {
		kind, _, _ = strings.Cut(value, ";")
		kind = strings.ToLower(strings.TrimSpace(kind))
		params = map[string]string{}
		for field := range strings.SplitSeq(value, ";") { // what strict readers refuse
			if k, v, ok := strings.Cut(field, "="); ok {
				params[strings.ToLower(strings.TrimSpace(k))] = strings.Trim(strings.TrimSpace(v), `"`)
			}
		}
	}
	return kind, params
}

// splitParts cuts a multipart's body at the lines that bear its boundary.
func splitParts(body []byte, boundary string) (parts [][]byte) {
	mark := []byte("--" + boundary)
	start := -1
	for at := 0; at < len(body); {
		line, _, _ := bytes.Cut(body[at:], []byte("\n"))
		next := min(len(body), at+len(line)+1)
		if bytes.HasPrefix(line, mark) {
			rest := bytes.TrimRight(line[len(mark):], " \t\r")
			if len(rest) == 0 || string(rest) == "--" {
				if start >= 0 {
					parts = append(parts, trimLineEnd(body[start:at]))
				}
				start = next
				if len(rest) > 0 {
					return parts
				}
			}
		}
		at = next
	}
	if start >= 0 && start < len(body) {
		parts = append(parts, body[start:]) // cut off
	}
	return parts
}

// trimLineEnd takes off the line end that belongs to the boundary after it.
func trimLineEnd(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte("\n")), []byte("\r"))
}

func transferDecode(body []byte, encoding string) []byte {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return unquotePrintable(body)
	case "base64":
		return unbase64(body)
	}
	return body
}

// unquotePrintable decodes what is encoded and keeps what is not, as mail
// programs do.
func unquotePrintable(body []byte) []byte {
	out := make([]byte, 0, len(body))
	for i := 0; i < len(body); i++ {
		c := body[i]
		if c != '=' {
			out = append(out, c)
			continue
		}
		rest := body[i+1:]
		if soft := len(rest) - len(bytes.TrimLeft(rest, " \t")); soft < len(rest) && (rest[soft] == '\n' || rest[soft] == '\r') {
			i += soft + 1
			if rest[soft] == '\r' && soft+1 < len(rest) && rest[soft+1] == '\n' {
				i++
			}
			continue
		}
		if len(rest) >= 2 {
			if hi, lo := unhex(rest[0]), unhex(rest[1]); hi >= 0 && lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

func unhex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

// unbase64 decodes as far as the letters go; others are passed over.
func unbase64(body []byte) []byte {
	letters := make([]byte, 0, len(body))
	for _, c := range body {
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '+' || c == '/' {
			letters = append(letters, c)
		}
	}
	if len(letters)%4 == 1 {
		letters = letters[:len(letters)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(letters)))
	n, _ := base64.RawStdEncoding.Decode(out, letters)
	return out[:n]
}

// field is a header field as people read it: encoded words decoded, white space
// folded.
func (p *mimePart) field(name string) string {
	value := p.head[name]
	words := mime.WordDecoder{CharsetReader: func(charset string, in io.Reader) (io.Reader, error) {
		enc, err := htmlindex.Get(charset)
		if err != nil {
			return nil, err
		}
		return enc.NewDecoder().Reader(in), nil
	}}
	if text, err := words.DecodeHeader(value); err == nil {
		value = text
	}
	if d, err := decode([]byte(value)); err == nil {
		value = d.text
	}
	return strings.Join(strings.Fields(normal(value)), " ")
}

// file is the name of an attachment, "" if the part is none.
func (p *mimePart) file() string {
	disposition, params := mediaType(p.head["content-disposition"])
	name := params["filename"]
	if name == "" {
		name = p.params["name"]
	}
	if name == "" && disposition == "attachment" {
		name = p.kind
	}
	return baseName(normal(name))
}

// attached reports a part that is a file rather than text of the message.
func (p *mimePart) attached() bool {
	disposition, params := mediaType(p.head["content-disposition"])
	return disposition == "attachment" || params["filename"] != "" || !strings.HasPrefix(p.kind, "text/")
}

// each calls f with every part that has a body, in order.
func (p *mimePart) each(f func(*mimePart)) {
	if p.parts == nil {
		f(p)
		return
	}
	for i := range p.parts {
		p.parts[i].each(f)
	}
}
