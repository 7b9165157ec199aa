package actor

import (
	"dossier/article"
)

// What shows whether a person is a woman or a man.

func (r *resolver) genders(m, g int) bool {
	a, b := r.gender(m), r.groups[g].gender
	return a == "" || b == "" || a == b
}

// gender is what mention m shows of a person's gender. A last name that is a
// given name too ("Grant") shows nothing.
func (r *resolver) gender(m int) article.Opt {
	x := &r.ms[m]
	if x.Gender == "" || x.Type != article.MentionName || x.End-x.First > 1 || x.RoleEnd > x.RoleFirst {
		return x.Gender
	}
	if i := int(x.First) - 1; i >= 0 && honorifics().Has(r.d.Low(i)) {
		return x.Gender
	}
	if len(r.index.of(m).people) > 0 {
		return ""
	}
	return x.Gender
}

// addressed reports a form of address or a title before mention m.
func (r *resolver) addressed(m int) bool {
	x := &r.ms[m]
	i := int(x.First) - 1
	return x.RoleEnd > x.RoleFirst || i >= 0 && honorifics().Has(r.d.Low(i))
}

// guessed reports that only a given name tells the gender of mention m.
func (r *resolver) guessed(m int) bool {
	x := &r.ms[m]
	if x.Type != article.MentionName || x.RoleEnd > x.RoleFirst {
		return false
	}
	i := int(x.First) - 1
	return i < 0 || !honorifics().Has(r.d.Low(i))
}
