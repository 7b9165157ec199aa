package formats

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"dossier/article"
)

// Invented news whose characters each of its character sets has.
const (
	english = "Harbour talks go on\n\n“We regret the walkout – but the door is open,” Brenn said. It’s the union’s turn, she added, at the café in Halmsund.\n\nThe ministry offered £40 a week.\n"
	curly   = "The union’s leader left the table.\n\nBrenn said the door is open.\n"
	french  = "Le port rouvre à Halmsund\n\nLe ministère a déclaré qu'il regrettait la grève, « mais la porte reste ouverte ». Les dockers ont été reçus à l'hôtel de ville où ils étaient attendus.\n"
	german  = "Häfen öffnen wieder\n\nDie Ministerin erklärte am Mittwoch, man müsse über die Löhne der Beschäftigten sprechen. Für die Gewerkschaft sei das nicht genug, sagte ihr Führer.\n"
	polish  = "Port znów działa\n\nMinister powiedziała w środę, że rząd będzie rozmawiał ze związkiem dokerów. „Żałujemy strajku, ale drzwi są otwarte”, dodała. Związkowcy oskarżyli ministerstwo o złamanie słowa.\n"
	russian = "Порт снова работает\n\nМинистр транспорта заявила в среду, что правительство продолжит переговоры с профсоюзом докеров. Дверь открыта, сказала она журналистам.\n"
	chinese = "港口谈判继续\n\n交通部长星期三表示，政府将继续与码头工人工会谈判。她对记者说，我们对罢工感到遗憾，但是大门是敞开的。\n"
	taiwan  = "港口談判繼續\n\n交通部長星期三表示，政府將繼續與碼頭工人工會談判。她對記者說，我們對罷工感到遺憾，但是大門是敞開的。\n"
	nippon  = "港の交渉は続く\n\n運輸大臣は水曜日、政府は港湾労働者の組合との話し合いを続けると述べた。ストライキは残念だが、扉は開いていると記者団に語った。\n"
	hangul  = "항만 협상 계속\n\n교통부 장관은 수요일 정부가 부두 노동자 노조와 계속 대화할 것이라고 말했다. 문은 열려 있다고 기자들에게 말했다.\n"
	greek   = "Το λιμάνι ανοίγει ξανά\n\nΗ υπουργός δήλωσε την Τετάρτη ότι η κυβέρνηση θα συνεχίσει τις συνομιλίες με το σωματείο των λιμενεργατών.\n"
)

// TestEncodings reads the same article in several character sets: equal text,
// and runs that read back from the bytes of each.
func TestEncodings(t *testing.T) {
	utf16 := func(e unicode.Endianness, b unicode.BOMPolicy) encoding.Encoding { return unicode.UTF16(e, b) }
	for _, c := range []struct {
		name, text string
		sets       []encoding.Encoding
	}{
		{"english", english, []encoding.Encoding{charmap.Windows1252}},
		{"curly", curly, []encoding.Encoding{charmap.Windows1252}},
		{"french", french, []encoding.Encoding{charmap.Windows1252, charmap.ISO8859_1}},
		{"german", german, []encoding.Encoding{charmap.Windows1252, charmap.ISO8859_1}},
		{"polish", polish, []encoding.Encoding{charmap.Windows1250}},
		{"russian", russian, []encoding.Encoding{charmap.Windows1251, charmap.KOI8R, charmap.ISO8859_5}},
		{"greek", greek, []encoding.Encoding{charmap.Windows1253, charmap.ISO8859_7}},
		{"chinese", chinese, []encoding.Encoding{simplifiedchinese.GB18030}},
		{"taiwan", taiwan, []encoding.Encoding{traditionalchinese.Big5}},
		{"nippon", nippon, []encoding.Encoding{japanese.ShiftJIS, japanese.EUCJP, japanese.ISO2022JP}},
		{"hangul", hangul, []encoding.Encoding{korean.EUCKR}},
	} {
		sets := append(c.sets, unicode.UTF8, unicode.UTF8BOM,
			utf16(unicode.LittleEndian, unicode.UseBOM), utf16(unicode.BigEndian, unicode.UseBOM),
			utf16(unicode.LittleEndian, unicode.IgnoreBOM), utf16(unicode.BigEndian, unicode.IgnoreBOM),
			utf32.UTF32(utf32.LittleEndian, utf32.UseBOM))
		want := readString(t, "a.txt", c.text).Text
		for _, set := range sets {
			for _, eol := range []string{"\n", "\r\n", "\r"} {
				raw, err := set.NewEncoder().String(strings.ReplaceAll(c.text, "\n", eol))
				if err != nil {
					t.Fatal(c.name, set, err)
				}
				a := readString(t, "a.txt", raw)
				if a.Text != want {
					t.Errorf("%s in %v (%q): read as %s: %.60q", c.name, set, eol, a.Source.Encoding, a.Text)
				}
				if err := checkRuns(a, []byte(raw)); err != nil {
					t.Errorf("%s in %v: %v", c.name, set, err)
				}
				if last := a.Blocks[len(a.Blocks)-1]; last.Line != 3 && c.text != english {
					t.Errorf("%s in %v (%q): last block on line %d", c.name, set, eol, last.Line)
				}
			}
		}
	}
}

// readString reads the one article of a file.
func readString(t testing.TB, name, raw string) *article.Article {
	t.Helper()
	all := readAllOf(t, name, raw, Options{})
	if len(all) != 1 {
		t.Fatalf("%s: %d articles", name, len(all))
	}
	return all[0]
}

// readAllOf reads all articles of a file and fails at the first error.
func readAllOf(t testing.TB, name, raw string, opts Options) []*article.Article {
	t.Helper()
	_, seq, err := Open(Input{Name: name, Reader: strings.NewReader(raw)}, opts)
	if err != nil {
		t.Fatal(err)
	}
	var all []*article.Article
	for a, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}
