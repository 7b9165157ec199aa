package token

import "strings"

// address is the end of the web or mail address that begins at i with the word
// [i, j), or 0. A stretch that holds none is asked once only, so that a long
// text of dots costs linear time.
func (s *scanner) address(i, j int, dotted bool) int {
	switch s.byteAt(j) {
	case ':':
		if s.byteAt(j+1) == '/' && s.byteAt(j+2) == '/' || s.doc.Lower[i:j] == "mailto" {
			return s.visible(j)
		}
		return 0
	case '.', '@', '%', '+':
		if !s.wordAt(j + 1) {
			return 0
		}
	case '/':
		if !dotted {
			return 0
		}
	default:
		return 0
	}
	if i < s.plain {
		return 0
	}
	end := s.local(i)
	if s.byteAt(end) == '@' && s.wordAt(end+1) {
		return s.host(end + 1)
	}
	if host := s.host(i); s.named(i, host) {
		if s.byteAt(host) == '/' {
			return s.visible(host)
		}
		return host
	}
	s.plain = end
	return 0
}

// visible is the end of the address that goes on at i: to the next space or
// mark, without the punctuation that follows an address.
func (s *scanner) visible(i int) int {
	start := i
	for i < s.end && s.text[i] > ' ' && s.text[i] < 0x7F && strings.IndexByte("\"<>`|\\^{}", s.text[i]) < 0 {
		i++
	}
	for i > start && strings.IndexByte(".,;:!?'*_", s.text[i-1]) >= 0 {
		i--
	}
	if open := strings.Count(s.text[start:i], "("); i > start && s.text[i-1] == ')' &&
		strings.Count(s.text[start:i], ")") > open {
		i--
	}
	if i > start && s.text[i-1] == ']' {
		i--
	}
	return i
}

// local is the end of what can stand before the @ of a mail address.
func (s *scanner) local(i int) int {
	for i < s.end && (class[s.text[i]] <= digit || strings.IndexByte("._%+-", s.text[i]) >= 0) {
		i++
	}
	return i
}

// host is the end of the dotted name that starts at i.
func (s *scanner) host(i int) int {
	for i < s.end && (class[s.text[i]] <= digit || (s.text[i] == '.' || s.text[i] == '-') && s.wordAt(i+1)) {
		i++
	}
	return i
}

// named reports whether [i, end) reads as a host: www in front, or a known last
// part in lower case.
func (s *scanner) named(i, end int) bool {
	if end <= i {
		return false
	}
	if strings.HasPrefix(s.doc.Lower[i:end], "www.") {
		return true
	}
	dot := strings.LastIndexByte(s.text[i:end], '.')
	return dot > 0 && is(s.text[i+dot+1:end], kindDomain)
}
