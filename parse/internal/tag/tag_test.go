package tag

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dossier/article"
	"dossier/parse/internal/token"
)

// TestTags shows what later stages lean on: each word with its tag.
func TestTags(t *testing.T) {
	for _, want := range []string{
		// cues, quotation marks, clitics
		`" We/PRP ca/MD n't/RB wait/VB , " Ada/NNP Brenn/NNP told/VBD reporters/NNS .`,
		`Petrov/NNP denied/VBD the/DT claim/NN .`,
		`The/DT accusations/NNS were/VBD backed/VBN by/IN two/CD groups/NNS .`,
		`The/DT unions/NNS ’/POS plan/NN failed/VBD ; it/PRP ’s/VBZ a/DT start/NN .`,
		`The/DT minister/NN 's/POS aide/NN said/VBD so/RB .`,
		// headlines: capitals mean nothing
		`Syrian/NNP Army/NNP Denies/VBZ Using/VBG Chemical/JJ Weapons/NNS Against/IN Rebels/NNS`,
		`PRESIDENT/NNP SAYS/VBZ HE/PRP WILL/MD SIGN/VB DEAL/NN WITH/IN IRAN/NNP`,
		// what follows "a" and an adjective is no verb in the plural
		`She/PRP backed/VBD a/DT two-year/JJ freeze/NN on/IN rents/NNS .`,
		// an unknown word with a capital is no cry and no adverb
		`Brandlund/NNP , a/DT former/JJ trader/NN , spoke/VBD .`,
		// a word that opens a sentence and is a name elsewhere, or small, or an adjective
		`They/PRP saw/VBD Roy/NNP Abernathly/NNP . Abernathly/NNP laughed/VBD at/IN it/PRP .`,
		`They/PRP saw/VBD Roy/NNP Sheridan/NNP . Sheridan/NNP laughed/VBD at/IN it/PRP .`,
		`They/PRP met/VBD in/IN the/DT Ostrovian/NNP town/NN . Ostrovian/JJ rebels/NNS left/VBD .`,
		`We/PRP saw/VBD Ostringly/RB , ostringly/RB lit/VBN . Ostringly/RB , we/PRP left/VBD .`,
		// "her" owns the noun behind it, but for verbs with two objects
		`Ada/NNP wants/VBZ to/TO sell/VB her/PRP$ house/NN .`,
		`They/PRP let/VBP her/PRP go/VB .`,
		// a participle without another verb is none
		`His/PRP$ aunt/NN , Ada/NNP Brenn/NNP , wept/VBD in/IN court/NN .`,
		`The/DT man/NN wounded/VBN in/IN the/DT raid/NN was/VBD dead/JJ .`,
		`A/DT plan/NN drafted/VBN by/IN Norway/NNP .`,
		// a bank that looks like a participle
		`Fed/NNP officials/NNS left/VBD . The/DT Atlanta/NNP Fed/NNP said/VBD so/RB .`,
		// who trains a team is no verb
		`" Yes/UH , " Bears/NNP coach/NN Ada/NNP Brenn/NNP said/VBD .`,
		`Voters/NNS judge/VBP Ada/NNP Brenn/NNP by/IN it/PRP .`,
		// a bid behind a number
		`Norway/NNP rejects/VBZ a/DT 4/CD billion/CD bid/NN .`,
		// who warns behind a comma
		`She/PRP left/VBD , warning/VBG of/IN a/DT flood/NN .`,
		`It/PRP was/VBD a/DT warning/NN of/IN rain/NN .`,
		// right behind "she" no participle stands
		`Ada/NNP said/VBD she/PRP looked/VBD forward/RB to/IN working/VBG with/IN her/PRP$ .`,
		// the one verb of a clause is no participle
		`When/WRB the/DT council/NN proposed/VBD to/TO raze/VB it/PRP , she/PRP left/VBD .`,
		`When/WRB the/DT man/NN wounded/VBN in/IN the/DT raid/NN died/VBD , she/PRP left/VBD .`,
		// settled by look
		`See/VB https://example.org/x/ADD or/CC @brenn/ADD , 12.5/CD % of/IN $ 5/CD .`,
	} {
		doc := split(plain(want))
		var got []string
		for i, tag := range Tags(doc) {
			if strings.Contains(strings.Fields(want)[i], "/") {
				got = append(got, doc.Word(i)+"/"+tag.String())
			} else {
				got = append(got, doc.Word(i))
			}
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// plain is the text of a tagged sentence.
func plain(tagged string) string {
	var b strings.Builder
	open := true
	for field := range strings.FieldsSeq(tagged) {
		word := field
		if cut := strings.LastIndexByte(field, '/'); cut > 0 {
			word = field[:cut]
		}
		if !open && !strings.ContainsAny(word[:1], ".,;%'") && !strings.HasPrefix(word, "’") && word != "n't" &&
			!(word == `"` && strings.HasSuffix(b.String(), ",")) {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		open = word == "$" || word == `"` && b.Len() == 1
	}
	return b.String()
}

func TestMarks(t *testing.T) {
	for text, want := range map[string]string{
		`"Go," he said.`:                 "`` , '' .",
		`“Go,” he said.`:                 "`` , '' .",
		`The unions' plan.`:              "POS .",
		`The 'rebels' left.`:             "`` '' .",
		`He called it 'a success'.`:      "`` '' .",
		`"He said 'no'," she said.`:      "`` `` '' , '' .",
		`It (the plan) – at 5 – failed:`: "-LRB- -RRB- : : :",
		`In 2017–2018 Anglo–French…`:     "SYM : :",
		`‘The unions’ plan,’ he said.`:   "`` '' , '' .", // known gap: the first ’ is a possessive
	} {
		doc := split(text)
		var got []string
		for i, tag := range Tags(doc) {
			if doc.Is(i, token.Punct) {
				got = append(got, tag.String())
			}
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestLemma(t *testing.T) {
	for _, c := range strings.Fields(`says/VBZ/say told/VBD/tell denies/VBZ/deny denied/VBD/deny blamed/VBD/blame
		backed/VBN/back accusations/NNS/accusation stopped/VBD/stop hoped/VBD/hope called/VBD/call
		hoping/VBG/hope calling/VBG/call stopping/VBG/stop accusing/VBG/accuse agreed/VBD/agree
		warned/VBD/warn urged/VBD/urge charged/VBD/charge pledged/VBD/pledge argued/VBD/argue
		rejected/VBD/reject criticized/VBD/criticize criticised/VBD/criticise opposed/VBD/oppose
		committed/VBN/commit admitted/VBD/admit added/VBD/add visited/VBD/visit invited/VBD/invite
		noted/VBD/note developed/VBN/develop offered/VBD/offer required/VBN/require fired/VBD/fire
		threatened/VBD/threaten questioned/VBD/question declined/VBD/decline claimed/VBD/claim
		travelled/VBD/travel controlled/VBN/control controlled/VBD/control settled/VBN/settle failed/VBD/fail
		negotiating/VBG/negotiate treated/VBN/treat created/VBN/create died/VBD/die lying/VBG/lie
		is/VBZ/be 're/VBP/be ’s/VBZ/be has/VBZ/have did/VBD/do goes/VBZ/go left/VBD/leave found/VBN/find
		founded/VBN/found lay/VBD/lie lay/VB/lay made/VBN/make meeting/VBG/meet seen/VBN/see wo/MD/will
		women/NNS/woman countries/NNS/country crises/NNS/crisis buses/NNS/bus cases/NNS/case
		attacks/NNS/attack losses/NNS/loss churches/NNS/church wives/NNS/wife vetoes/NNS/veto
		news/NN/news politics/NNS/politics republicans/NNPS/republican vowed/VBD/vow voiced/VBD/voice
		praised/VBD/praise released/VBD/release focused/VBD/focus aged/VBN/age used/VBD/use owed/VBD/owe
		better/JJR/better it/PRP/it ed/VBD/ed s/NNS/s is/NNS/is ing/VBG/ing`) {
		f := strings.Split(c, "/")
		if got := Lemma(f[0], Named(f[1])); got != f[2] {
			t.Errorf("%s as %s: %s, want %s", f[0], f[1], got, f[2])
		}
	}
}

// TestGrouped: every tag has one lane or is left out on purpose.
func TestGrouped(t *testing.T) {
	without := uint64(1<<LS | 1<<SYM | 1<<FW | 1<<WPS)
	for tag := CC; tag < PunctEnd; tag++ {
		lane := laneOf[tag]
		if out := without>>tag&1 != 0; out != (lane == noLane) || !out && grouped[lane/4][lane%4] != tag {
			t.Errorf("%s has lane %d", tag, lane)
		}
	}
}

// TestBest: of any tags the highest sum wins, of equal ones the lowest lane.
func TestBest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var parts [4]scores
		tags := uint64(0)
		for range 1 + random.IntN(5) {
			tags |= 1 << grouped[random.IntN(8)][random.IntN(4)]
		}
		want, high := None, -1
		for lane := range 4 * len(grouped) {
			sum := 0
			for i := range parts {
				x := 1 + random.IntN(3)
				parts[i][lane/4] += uint64(x) << (lane % 4 * 16)
				sum += x
			}
			if tag := grouped[lane/4][lane%4]; tags>>tag&1 != 0 && sum > high {
				want, high = tag, sum
			}
		}
		l := inLanes(tags)
		if got := parts[0].best(&l, &parts[1], &parts[2], &parts[3]); got != want {
			t.Fatalf("%v: %s, want %s", l, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	for tag := CC; tag < Count; tag++ {
		if names[tag] == "" || Named(tag.String()) != tag {
			t.Errorf("tag %d has no name of its own", tag)
		}
	}
}

// TestCandidates shows what words may be before anything around them is read.
func TestCandidates(t *testing.T) {
	for _, c := range strings.Fields(`Monday/NNP And/CC Brandlund/NNP Ostrovian/NNP,JJ Ostrows/NNP,NNPS,NN,NNS ZQA/NNP
		zorkly/RB unzorkable/JJ zorkation/NN zorkers/NNS,VBZ,NN zorked/VBD,VBN,JJ zork/NN,JJ,VB,VBP like/IN,VB,VBP
		fourteen/CD elsewhere/RB`) {
		word, list, _ := strings.Cut(c, "/")
		want := uint64(0)
		for name := range strings.SplitSeq(list, ",") {
			want |= 1 << Named(name)
		}
		var s Sentence
		s.Read(weights, split("she saw "+word+" there"), 0)
		if x := s.Words[2]; x.open != want || x.Fixed != only(want) {
			t.Errorf("%s: %v", c, x)
		}
	}
}

// TestSets: the lists of tags are sorted, and every line is read.
func TestSets(t *testing.T) {
	for name, list := range map[string]struct {
		text string
		sets map[string]uint64
	}{"endings": {endingsTSV, endings()}, "candidates": {candidatesTSV, listed()}} {
		before, n := "", 0
		for line := range strings.Lines(list.text) {
			if line[0] == '#' {
				continue
			}
			key, _, _ := strings.Cut(line, "\t")
			if n++; key <= before || list.sets[key] == 0 || list.sets[key]&^scored != 0 || list.sets[key]&(1<<None) != 0 {
				t.Errorf("%s: %s", name, line)
			}
			if before = key; name == "endings" && len(key) > longestEnding {
				t.Errorf("%s is longer than %d bytes", key, longestEnding)
			}
		}
		if n != len(list.sets) {
			t.Errorf("%s: %d of %d lines", name, len(list.sets), n)
		}
	}
}

// TestTables loads the word lists: every line must be read.
func TestTables(t *testing.T) {
	count := 0
	Irregular()(func(form, base string, tags []Tag) bool {
		count++
		for _, tag := range tags {
			if tag == None || form == "" || base == "" {
				t.Errorf("irregular.tsv: %s %s %v", form, base, tags)
			}
		}
		return true
	})
	lines := strings.Count(irregularTSV, "\n") - strings.Count(irregularTSV, "#")
	if count != lines {
		t.Errorf("irregular.tsv: %d of %d lines", count, lines)
	}
	if got, want := len(forms().stems), strings.Count(stemsTSV, "\n")-strings.Count(stemsTSV, "#"); got != want {
		t.Errorf("stems.tsv: %d of %d lines", got, want)
	}
}

func TestEncode(t *testing.T) {
	rows := map[uint32][]Weight{}
	for i := range uint32(5000) {
		rows[mix(7, i, 0)] = []Weight{{Tag(i % 30), int8(i)}, {NN, -int8(i % 100)}}
	}
	w := Weights(Encode(rows))
	for f, row := range rows {
		at, n := w.row(f)
		if n != 2 || Tag(w[at]) != row[0].Tag || int8(w[at+1]) != row[0].Value || int8(w[at+3]) != row[1].Value {
			t.Fatalf("feature %x is not read back", f)
		}
	}
	if _, n := w.row(mix(8, 1, 1)); n != 0 {
		t.Error("a feature that was never stored has weights")
	}
	if string(Encode(rows)) != string(w) {
		t.Error("equal rows give other bytes")
	}
}

// TestForget: a memory that has had to start afresh tags as a new one does.
func TestForget(t *testing.T) {
	var text strings.Builder
	for i := range 3 * manyWords {
		fmt.Fprintf(&text, "%s%s saw it.\n\n", names[i%30], strings.Repeat("xy", i/30%7)+string(rune('a'+i/210%26))+string(rune('a'+i/5460%26)))
	}
	doc := split(text.String())
	m := remember(weights)
	tags := m.tag(doc)
	if len(m.words) > manyWords+1000 {
		t.Fatalf("%d words are kept", len(m.words))
	}
	last := doc.Sentences[len(doc.Sentences)-2]
	alone := *doc
	alone.Sentences = []token.Sentence{last}
	for i, want := range remember(weights).tag(&alone) {
		if want != None && tags[i] != want {
			t.Errorf("%s: %s, want %s", doc.Word(i), tags[i], want)
		}
	}
}

// FuzzTags: any text has a tag for each token, twice the same, and lemmas.
func FuzzTags(f *testing.F) {
	f.Add(wire)
	f.Add("' '' \"’ -5 İ \xff")
	f.Fuzz(func(t *testing.T, text string) {
		doc := token.Split(text, []article.Block{{Span: article.Span{End: len(text)}}}, []int{0})
		tags := Tags(doc)
		for i, again := range weights.Tags(doc) {
			if tags[i] == None || tags[i] >= Count || tags[i] != again {
				t.Fatalf("%q is %v, then %v", doc.Word(i), tags[i], again)
			}
			Lemma(doc.Low(i), tags[i])
		}
	})
}

func BenchmarkLemma(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Lemma("accused", VBD)
		Lemma("told", VBD)
		Lemma("attacks", NNS)
		Lemma("calling", VBG)
	}
}

// TestSteady: the tags of a text do not depend on what was read before it, nor on
// the marks beside which a word stood there.
func TestSteady(t *testing.T) {
	for _, word := range []string{"blist", "zorkment", "grumly", "plentic", "quillers", "Ostrowell", "brivelled", "naïf", "co-drim", "7th"} {
		text := split("They saw the " + word + " today. To " + word + " is to be, and " + word + " they were.")
		want := remember(weights).tag(text)
		for _, first := range []string{"“The %s.” It went.", "(%s) it was!", "‘%s’ he’d said; %s’s here", "It was %s/", "%s"} {
			m := remember(weights)
			m.tag(split(strings.ReplaceAll(first, "%s", word)))
			if got := m.tag(text); !slices.Equal(got, want) {
				t.Errorf("%s behind %s: %v, alone %v", word, first, got, want)
			}
		}
	}
}

// TestUnnumbered reads a name that opens a sentence behind more words than are given numbers: its
// tag must not depend on that.
func TestUnnumbered(t *testing.T) {
	const many = 13_000
	var b strings.Builder
	for i := range many {
		for n := i; ; n /= 20 {
			b.WriteByte("bcdfghjklmnpqrstvwxz"[n%20])
			if n < 20 {
				break
			}
		}
		b.WriteString("ul ")
	}
	b.WriteString(". They saw Roy Abernathly . Abernathly laughed at it .")
	doc := split(b.String())
	tags := Tags(doc)
	if k := len(tags) - 5; doc.Word(k) != "Abernathly" || doc.Form(k) != 0 || tags[k] != NNP {
		t.Errorf("%q, number %d, is %v, want NNP", doc.Word(k), doc.Form(k), tags[k])
	}
}

// TestForgetSpelling: how a text writes its words is known behind the place where a memory has had to
// start afresh.
func TestForgetSpelling(t *testing.T) {
	var text strings.Builder
	text.WriteString("They saw Roy Abernathly. ")
	for i := range 2 * manyWords {
		fmt.Fprintf(&text, "It is %s%s. ", strings.Repeat("xy", i/5460%7+1), string(rune('a'+i%26))+string(rune('a'+i/26%26))+string(rune('a'+i/676%26)))
	}
	text.WriteString("Abernathly laughed at it.")
	doc := split(text.String())
	m := remember(weights)
	tags := m.tag(doc)
	if k := len(tags) - 5; doc.Word(k) != "Abernathly" || tags[k] != NNP {
		t.Errorf("%q is %v, want NNP", doc.Word(k), tags[k])
	}
}
