package formats

import "strings"

// flow copies words of marked-up text into the open block of a builder, with
// what separates them where tags stand between.
type flow struct {
	b    *builder
	text string // of the builder's source
	sep  string // what stands between the words before and the next ones
}

// space asks for a space before the next words.
func (f *flow) space() {
	if f.sep == "" && f.b.open() {
		f.sep = " "
	}
}

// copy adds words as they stand, after what separates them from those before.
func (f *flow) copy(from, to int) {
	if from >= to {
		return
	}
	f.separate(from)
	f.b.copy(from, to)
}

// put adds words that stand for a stretch of the text.
func (f *flow) put(words string, from, to int) {
	if words == "" {
		return
	}
	f.separate(from)
	f.b.put(words, from, to)
}

// separate puts the separator that waits; it stands for the last byte before the
// words, which is that of a tag.
func (f *flow) separate(at int) {
	if f.sep != "" && f.b.open() && at > 0 {
		f.b.trim()
		n := 1
		for at-n > 0 && f.text[at-n]&0xC0 == 0x80 {
			n++
		}
		f.b.put(f.sep, at-n, at)
	}
	f.sep = ""
}

// resolved copies text with its entities resolved and its white space kept.
func (f *flow) resolved(from, to int) {
	for from < to {
		i := strings.IndexByte(f.text[from:to], '&')
		if i < 0 {
			f.copy(from, to)
			return
		}
		f.copy(from, from+i)
		from += i
		words, n := entity(f.text[from:min(to, from+maxEntity)])
		if n == 0 {
			f.copy(from, from+1)
			n = 1
		}
		f.put(words, from, from+n)
		from += n
	}
}
