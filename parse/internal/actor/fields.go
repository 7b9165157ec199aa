package actor

import (
	"strings"

	"dossier/parse/internal/lexicon"
	"dossier/parse/internal/mention"
)

// Ministers are told apart by what they are for: "the trade minister" and "the Minister of Trade and Industry" are one,
// "the Minister of Health" is another.

// fielded are the offices of which a government has one for each field.
var fielded = lexicon.WordsOf("minister", "secretary", "commissioner", "undersecretary")

// fieldOf is what the minister of mention x is for, in lower case; "" if its title does not tell or is of another kind.
func (r *resolver) fieldOf(x *mention.Mention) string {
	if x.RoleEnd <= x.RoleFirst {
		return ""
	}
	words := r.title(x.RoleFirst, x.RoleEnd)
	if x.FieldEnd > x.RoleEnd {
		return behindOf(r.low(x.RoleEnd, x.FieldEnd))
	}
	if head, rest, of := strings.Cut(words, " of "); of && fielded.Has(lastWord(head)) {
		return behindOf(rest)
	}
	if !fielded.Has(lastWord(words)) {
		return ""
	}
	var field []string
	for w := range strings.FieldsSeq(words[:len(words)-len(lastWord(words))]) {
		if mention.Field(w) && w != "state" {
			field = append(field, w)
		}
	}
	return strings.Join(field, " ")
}

// behindOf is the field in the words behind "of" or "for": "of State for Health" is for health.
func behindOf(words string) string {
	words = strings.TrimPrefix(strings.TrimPrefix(words, "of "), "for ")
	if _, rest, ok := strings.Cut(words, "state for "); ok {
		return rest
	}
	if words == "state" {
		return ""
	}
	return words
}

// low is the words [first, end) in lower case.
func (r *resolver) low(first, end int32) string {
	s := r.d.Span(int(first), int(end))
	return r.d.Lower[s.Start:s.End]
}

func lastWord(words string) string { return words[strings.LastIndexByte(words, ' ')+1:] }

// sameField reports that two fields may be one minister's: they have a word in common that tells more than "affairs" does.
func sameField(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		w = strings.Trim(w, ",")
		if widely.Has(w) {
			continue
		}
		for v := range strings.FieldsSeq(b) {
			if v = strings.Trim(v, ","); v == w || spelt[v] == w || spelt[w] == v {
				return true
			}
		}
	}
	return false
}

// widely are words of many fields.
var widely = lexicon.WordsOf("and", "&", "of", "the", "for", "affairs", "national", "public", "services", "development")

// spelt are the two spellings of one field.
var spelt = map[string]string{"defense": "defence", "labor": "labour", "home": "interior"}

// otherField reports that somebody holds such an office as o for another field.
func (r *resolver) otherField(o *office) bool {
	for _, k := range r.index.find(o.head).titled {
		for i := range r.groups[k].roles {
			if x := &r.groups[k].roles[i]; x.head == o.head && x.field != "" && !sameField(o.field, x.field) {
				return true
			}
		}
	}
	return false
}
