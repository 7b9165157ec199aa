package formats

import (
	"bytes"
	"strings"
)

// Ninjs reads the JSON of news agencies, versions 1 to 3 of IPTC's ninjs: the
// keys of version 1 are in keys.tsv, the lists of later ones are read here.
var Ninjs = register(&Format{
	Name:      "ninjs",
	MediaType: "application/vnd.iptc.ninjs+json",
	Reads:     "IPTC ninjs 1 to 3: headline, byline, dates, body as text, HTML or XHTML",
	Limits:    "associations, renditions and subject codes, which are named in a note",
	Detect:    detectNinjs,
})

func init() { Ninjs.Records = crawlerRecords(Ninjs) }

func detectNinjs(head []byte) float64 {
	if detectRecords(head, true) < oneRecord {
		return 0
	}
	return moreRecords
}

// isNinjs reports keys that only ninjs has.
func isNinjs(head []byte) bool {
	if !bytes.Contains(head, []byte(`"uri"`)) {
		return false
	}
	for _, key := range []string{`"versioncreated"`, `"versionCreated"`, `"body_text"`, `"body_html"`, `"body_xhtml"`, `"bodies"`} {
		if bytes.Contains(head, []byte(key)) {
			return true
		}
	}
	return false
}

func isBodies(key string) bool { return strings.EqualFold(key, "bodies") }

// special enters the lists of ninjs 2 and later, whose items state a role or a
// content type beside their value: bodies and headlines.
func (r *record) special(path string, v jsonValue) bool {
	if v.kind != '[' || path != "bodies" && path != "headlines" {
		return false
	}
	used := false
	for item := range jsonItems(r.text, v) {
		if item.kind != '{' {
			continue
		}
		var value jsonValue
		var kind, role string
		for key, f := range jsonFields(r.text, item.from) {
			switch foldKey(key) {
			case "value":
				value = f
			case "contenttype":
				kind = r.text[f.from:f.to]
			case "role":
				role = r.text[f.from:f.to]
			}
		}
		if value.kind != 's' {
			continue
		}
		m := keyMeaning{"title", 1}
		if path == "bodies" {
			m = keyMeaning{"text", 1}
			if strings.Contains(kind, "html") {
				m.field = "html"
			}
		}
		if strings.Contains(role, "main") {
			m.rank = 0
		}
		r.enter(m, recordField{value, path, m.rank}, false)
		used = true
	}
	return used
}
