package actor

// halves are the states that are told apart by a direction, by the word for it.
var halves = map[string]string{"north": "KP", "south": "KR"}

// half links "the North" to the state that is called so where the text names it: North Korea.
//
// Counter-example: "the North of Norway", "North said".
func (r *resolver) half(m int) int {
	x := &r.ms[m]
	code := halves[r.d.Low(int(x.First))]
	if code == "" || x.First == 0 || r.d.Low(int(x.First)-1) != "the" || int(x.End) < len(r.tags) && (r.tags[x.End].Noun() || r.d.Low(int(x.End)) == "of") {
		return -1
	}
	return r.index.find(code).state.to()
}
