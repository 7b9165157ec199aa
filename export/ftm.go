package export

import (
	"encoding/json"
	"io"
	"net/url"
	"strings"
	"time"
	"unicode"

	"dossier/article"

	"golang.org/x/text/language"
)

// FTM is entities of FollowTheMoney, the model of Aleph and OpenSanctions, one
// JSON object a line: the articles, who is named in them, each with the places
// where they are (Mention), and who belongs to whom (Employment, Membership, and
// UnknownLink where a group without a legal form is meant).
//
// Schemata and properties are those of followthemoney's own model; "dossier",
// beside them, is what leads back to the article: places as
// "ARTICLE#ITEM:START-END:RULE", in code points of bodyText (all its values). Actors without a
// name are no entities; positions and quotes have no schema there, so the
// graphs and the tables have them.
//
// Who stands in several articles is one entity; see cast. Articles are written
// as they come, entities at the end: of an article its names and places are kept.
var FTM = register(Format{
	Name: "ftm", Suffix: ".ftm.json", MediaType: "application/json+ftm", Gathers: true,
	About: "FollowTheMoney entities: articles, people and bodies, mentions and roles, one a line",
	Open: func(w io.Writer, _ Options) Writer {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return &ftmWriter{out: enc}
	},
})

// ftmEntity is one entity as the model's own tools write it.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Dossier    ftmOrigin           `json:"dossier"`
	Properties map[string][]string `json:"properties"`
}

// ftmOrigin is where an entity comes from.
type ftmOrigin struct {
	Generator string   `json:"generator"`
	Article   string   `json:"article,omitempty"`
	Source    string   `json:"source,omitempty"`
	SHA256    string   `json:"sha256,omitempty"`
	External  string   `json:"external_id,omitempty"`
	Refs      []string `json:"refs,omitempty"`
}

// ftmWriter writes articles and keeps what is told of actors until the end.
type ftmWriter struct {
	out   *json.Encoder
	cast  entityCast
	seen  []ftmActor // as in the cast
	roles []ftmRole
}

// ftmActor is what is kept of an actor of one article.
type ftmActor struct {
	article int
	gender  string
	names   []string // under which it is mentioned
	refs    []string
}

// ftmRole is a role in one article; actor and body are numbers of the cast.
type ftmRole struct {
	actor, body   int // body is -1 where the article names none
	title, status string
	ref           string
}

func (o *ftmWriter) Add(a *article.Article) error {
	n, first := o.cast.begin(a)
	if !first {
		return nil
	}
	v := newView(a)
	actors := make(map[article.Opt]int, len(a.Actors))
	for i := range a.Actors {
		x := &a.Actors[i]
		actors[article.Opt(x.ID)] = o.cast.add(n, v, x)
		o.seen = append(o.seen, v.ftmActor(n, x))
	}
	for i := range a.Actors {
		o.addRoles(v, &a.Actors[i], actors)
	}
	return o.out.Encode(v.ftmArticle(o.cast.articles[n]))
}

func (v *view) ftmActor(n int, x *article.Actor) ftmActor {
	k := ftmActor{article: n, gender: string(x.Gender)}
	for _, m := range x.Mentions {
		if m.Type == article.MentionName || m.Type == article.MentionAcronym {
			k.names = appendNew(k.names, strings.Clone(ftmText(oneLine(m.Text), ftmNameMax)))
		}
		if len(k.refs) < maxRefs {
			k.refs = append(k.refs, v.evidenceRef(x.ID, []article.Span{m.Span}, m.Rule))
		}
	}
	return k
}

func (o *ftmWriter) addRoles(v *view, x *article.Actor, actors map[article.Opt]int) {
	for _, r := range x.Roles {
		body, ok := actors[r.Organization]
		if !ok {
			body = -1
		}
		o.roles = append(o.roles, ftmRole{
			actors[article.Opt(x.ID)], body, strings.Clone(ftmText(oneLine(r.Title), ftmStringMax)), strings.Clone(r.Status),
			v.evidenceRef(x.ID, []article.Span{r.Span}, "role"),
		})
	}
}

// ftmArticle is the document itself. Its id is that of ftmArticleID.
func (v *view) ftmArticle(key string) ftmEntity {
	e := newFTM(ftmArticleID(key), "Article")
	e.Dossier.Article, e.Dossier.Source, e.Dossier.SHA256 = v.ID, v.Source.Name, v.Source.SHA256
	e.set("title", ftmStringMax, oneLine(string(v.Title)))
	if e.set("fileName", ftmStringMax, v.Source.Name); len(e.Properties["fileName"]) == 0 {
		e.set("fileName", ftmStringMax, key) // the model wants one
	}
	e.set("mimeType", ftmStringMax, v.Source.MediaType)
	e.set("encoding", ftmStringMax, v.Source.Encoding)
	e.set("author", ftmStringMax, v.authors()...)
	e.set("publisher", ftmStringMax, oneLine(string(v.Source.Publisher)))
	e.set("sourceUrl", ftmURLMax, webAddress(string(v.Source.URL)))
	e.set("publishedAt", ftmStringMax, ftmDate(v.Published))
	e.set("modifiedAt", ftmStringMax, ftmDate(v.Updated))
	e.set("detectedLanguage", ftmStringMax, ftmLanguage(v.Language.Tag))
	e.set("summary", ftmTextMax, string(v.Deck))
	e.setBody(v.Text)
	e.set("processingAgent", ftmStringMax, e.Dossier.Generator)
	names := map[string]bool{}
	for i := range v.Actors {
		x := &v.Actors[i]
		property := ftmMentioned(x.Kind)
		if name := ftmText(oneLine(x.Name), ftmNameMax); x.Named && name != "" && !names[property+name] {
			names[property+name] = true
			e.Properties[property] = append(e.Properties[property], name)
		}
	}
	return e
}

// ftmMentioned is the property of an article that lists names of a kind.
func ftmMentioned(k article.ActorKind) string {
	switch k {
	case article.KindPlace:
		return "locationMentioned"
	case article.KindPerson:
		return "peopleMentioned"
	case article.KindCompany:
		return "companiesMentioned"
	}
	return "namesMentioned"
}

func ftmArticleID(key string) string { return hashID("d", key) }

func newFTM(id, schema string) ftmEntity {
	return ftmEntity{
		ID: id, Schema: schema, Properties: map[string][]string{},
		Dossier: ftmOrigin{Generator: article.GeneratorName + " " + article.GeneratorVersion},
	}
}

// set adds a few values to a property; empty ones and those it has do not count.
func (e *ftmEntity) set(property string, most int, values ...string) {
	for _, s := range values {
		if s = ftmText(s, most); s == "" {
			continue
		}
		list := e.Properties[property]
		known := false
		for _, have := range list {
			known = known || have == s
		}
		if !known {
			e.Properties[property] = append(list, s)
		}
	}
}

// The longest values of the model's types, in characters.
const (
	ftmNameMax   = 384
	ftmStringMax = 1024
	ftmURLMax    = 4096
	ftmTextMax   = 65000
)

// setBody sets the whole text, in several values where it is too long for one.
// What stores refuse is blanked, so that offsets stay.
func (e *ftmEntity) setBody(text string) {
	text = blankControls(text)
	for text != "" {
		first := cutRunes(text, ftmTextMax)
		e.Properties["bodyText"] = append(e.Properties["bodyText"], first)
		text = text[len(first):]
	}
}

// ftmText is s without what stores refuse: control characters, white space at
// the ends, and what is past the longest value of a type.
func ftmText(s string, most int) string {
	return strings.TrimSpace(cutRunes(strings.TrimSpace(blankControls(s)), most))
}

// blankControls is s with a space for each control character but tab and line end.
func blankControls(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return ' '
		}
		return r
	}, s)
}

// cutRunes is the first n code points of s.
func cutRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// webAddress is s where it is an address of the web, else "".
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// ftmDate is d in Universal Time, without a zone, as the model has it.
func ftmDate(d *article.Date) string {
	if d == nil {
		return ""
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if t, err := time.Parse(layout, d.Value); err == nil {
			return t.UTC().Format("2006-01-02T15:04:05")
		}
	}
	return d.Value
}

// ftmLanguages are the languages that the model has.
const ftmLanguages = " afr ara aze bel ben bos bul cat ces cnr dan deu ell eng est fas fil fin fra heb hin hrv hun hye ind isl ita jpn kan kat kaz khm kir kor lav lit ltz mkd mlt mon msa mya nep nld nor pol por ron rus slk slv spa sqi srp swa swe tgk tgl tuk tur ukr urd uzb zho "

// ftmLanguage is the ISO 639-3 code of a tag, or "" where the model has none.
func ftmLanguage(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	base, sure := t.Base()
	if sure != language.Exact {
		return "" // "und" would be English
	}
	code := base.ISO3()
	if code == "nob" || code == "nno" {
		code = "nor"
	}
	if !strings.Contains(ftmLanguages, " "+code+" ") {
		return ""
	}
	return code
}
