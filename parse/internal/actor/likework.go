package actor

import "dossier/article"

// Two nouns for like work: the billionaire is "the tycoon".

// alsoCalled is the one named person whom the text has called by a word for the same as the noun of mention m: the
// billionaire is "the tycoon"; -1 if there is none or are several.
func (r *resolver) alsoCalled(m int, noun string) int {
	sort := likeWork[noun]
	if sort == 0 {
		return -1
	}
	found := -1
	for o := m - 1; o >= 0 && o > m-far; o-- {
		y, g := &r.ms[o], int(r.of[o])
		if g < 0 || g == found || r.groups[g].kind != article.KindPerson || r.groups[g].plural || !r.genders(m, g) {
			continue
		}
		if likeWork[r.d.Low(int(y.Head))] != sort && (y.RoleEnd <= y.RoleFirst || likeWork[r.d.Low(int(y.RoleEnd)-1)] != sort) {
			continue
		}
		if sort == players && noun != "footballer" && r.d.Low(int(y.Head)) != "footballer" && !(y.RoleEnd > y.RoleFirst && r.d.Low(int(y.RoleEnd)-1) == "footballer") {
			continue // a defender is no midfielder
		}
		if found >= 0 || !r.groups[g].named {
			return -1
		}
		found = g
	}
	return found
}

// players is the number of those who play football.
const players = 5

// likeWork are nouns for what people do: those with one number may be of one person.
var likeWork = map[string]int{
	"tycoon": 1, "billionaire": 1, "magnate": 1, "oligarch": 1, "mogul": 1, "industrialist": 1, "businessman": 1, "businesswoman": 1, "entrepreneur": 1, "financier": 1,
	"doctor": 2, "surgeon": 2, "physician": 2, "paediatrician": 2, "pediatrician": 2, "obstetrician": 2, "psychiatrist": 2, "cardiologist": 2, "medic": 2,
	"singer": 3, "musician": 3, "songwriter": 3, "rapper": 3, "vocalist": 3,
	"cleric": 4, "preacher": 4, "priest": 4, "pastor": 4, "imam": 4, "clergyman": 4,
	"footballer": 5, "striker": 5, "midfielder": 5, "defender": 5, "winger": 5, "goalkeeper": 5,
	"writer": 6, "novelist": 6, "author": 6, "playwright": 6,
	"academic": 7, "professor": 7, "scholar": 7, "lecturer": 7,
	"scientist": 8, "researcher": 8, "biologist": 8, "physicist": 8, "chemist": 8, "epidemiologist": 8, "virologist": 8,
	"policeman": 9, "policewoman": 9, "constable": 9, "sergeant": 9,
	"gunman": 10, "shooter": 10, "attacker": 10, "assailant": 10,
	"dissident": 11, "activist": 11, "campaigner": 11,
}
