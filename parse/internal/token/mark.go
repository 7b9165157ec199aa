package token

import "unicode/utf8"

// mark reads what starts with the ASCII mark c at byte i.
func (s *scanner) mark(i int, c byte) int {
	switch c {
	case '\'':
		return s.apostrophe(i, 1)
	case '"', ',', ';', ':', '(', ')', '[', ']', '{', '}':
		return s.single(i, c)
	case '-':
		if s.signed(i, 1) {
			return s.wordFrom(i, i+1)
		}
	case '.':
		if s.digitAt(i+1) && s.space {
			return s.wordFrom(i, i+1)
		}
		if next := s.byteAt(i + 1); next != '.' && next < utf8.RuneSelf {
			return s.single(i, c)
		}
	case '@', '#':
		return s.handle(i, c)
	case '!', '?':
		end := i + 1
		for s.byteAt(end) == '!' || s.byteAt(end) == '?' {
			end++
		}
		return s.emit(i, end)
	case '`':
		if s.byteAt(i+1) == '`' {
			return s.emit(i, i+2)
		}
		return s.emit(i, i+1)
	case '$', '%', '&', '/', '\\', '<', '>', '+':
		return s.emit(i, s.extended(i+1))
	}
	return s.emit(i, s.extended(s.run(i, 1)))
}

// single appends the ASCII mark c at byte i, which stands alone, and returns its end.
func (s *scanner) single(i int, c byte) int {
	shape := Punct
	if isMark(rune(c)) {
		shape |= Mark
	}
	return s.add(i, i+1, shape, hashOfShort(uint64(c)))
}

// apostrophe reads the n-byte apostrophe at i: a clitic behind a word ('s), a
// word that lost its start ('90s, 'em), ” as one mark, or a mark alone.
func (s *scanner) apostrophe(i, n int) int {
	if suffix := s.suffix(i); suffix != "" && suffix != "t" {
		return s.emit(i, i+n+len(suffix))
	}
	if s.apostropheAt(i+n) == n {
		return s.emit(i, i+2*n)
	}
	if end := s.clipped(i + n); end > 0 {
		return s.emit(i, end)
	}
	return s.emit(i, i+n)
}

// clipped is the end of a word that lost its start, whose rest is at i: a
// decade ('90s) or one of the common short forms. 0 if there is none.
func (s *scanner) clipped(i int) int {
	if !s.space {
		return 0
	}
	end := i
	for end < s.end && end < i+6 && class[s.text[end]] <= digit {
		end++
	}
	if s.wordAt(end) {
		return 0
	}
	rest := s.doc.Lower[i:end]
	if len(rest) >= 2 && class[rest[0]] == digit && class[rest[1]] == digit && (len(rest) == 2 || rest[2:] == "s") {
		return end
	}
	switch rest {
	case "em", "til", "tis", "twas", "cause", "bout", "round", "cuz":
		return end
	}
	return 0
}

// handle reads @name or #tag whole; "#1" and a lone sign are a sign.
func (s *scanner) handle(i int, c byte) int {
	end := i + 1
	letters := false
	for end < s.end && (s.wordAt(end) || s.text[end] == '_') {
		letters = letters || class[s.text[end]] != digit
		end++
		for end < s.end && s.text[end]&0xC0 == 0x80 {
			end++
		}
	}
	if !letters {
		return s.emit(i, i+1)
	}
	return s.emit(i, end)
}
