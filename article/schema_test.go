package article

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// addedLater names the fields that a file of the first dossier/1 may lack, by
// definition and key. Within /1 fields are only added, and only here.
var addedLater = map[string]bool{}

// enums are the closed sets, by definition and key, as the types state them.
var enumValues = map[string][]string{
	"block.kind":        names(blockKinds),
	"actor.kind":        names(actorKinds),
	"actor.functions":   names(functions),
	"role.status":       names(statuses),
	"mention.type":      names(mentionTypes),
	"target.type":       names(targetTypes),
	"position.stance":   names(stances),
	"note.code":         names(noteCodes),
	"date.precision":    names(precisions),
	"review.status":     names(reviews),
	"link.kind":         {"inline", "related"},
	"quote.kind":        {"direct", "indirect", "mixed"},
	"note.severity":     {"info", "warning"},
	"actor.gender":      {"female", "male", "null"},
	"position.polarity": {"-1", "0", "1"},
}

func names[K ~string](set map[K]bool) []string {
	var out []string
	for k := range set {
		out = append(out, string(k))
	}
	slices.Sort(out)
	return out
}

// TestSchemaEqualsTypes walks types and schema side by side: same keys in the
// same order, same kinds, null exactly where Go may hold nothing.
func TestSchemaEqualsTypes(t *testing.T) {
	var s schemaNode
	if err := json.Unmarshal(Schema(), &s); err != nil {
		t.Fatal(err)
	}
	w := schemaWalk{t: t, root: &s, seen: map[reflect.Type]bool{}, enums: map[string]bool{}}
	w.object("article", reflect.TypeFor[Article](), &s)
	for name := range s.Defs {
		if !w.defs()[name] {
			t.Errorf("definition %s belongs to no type", name)
		}
	}
	for where := range enumValues {
		if !w.enums[where] {
			t.Errorf("%s is no enumeration of the schema", where)
		}
	}
}

type schemaNode struct {
	Ref         string                 `json:"$ref"`
	Type        any                    `json:"type"`
	Const       any                    `json:"const"`
	Enum        []any                  `json:"enum"`
	AnyOf       []*schemaNode          `json:"anyOf"`
	Items       *schemaNode            `json:"items"`
	Properties  orderedNodes           `json:"properties"`
	Required    []string               `json:"required"`
	Additional  any                    `json:"additionalProperties"`
	Description string                 `json:"description"`
	Defs        map[string]*schemaNode `json:"$defs"`
}

// orderedNodes keeps the order of keys.
type orderedNodes struct {
	keys  []string
	nodes map[string]*schemaNode
}

func (o *orderedNodes) UnmarshalJSON(b []byte) error {
	if err := json.Unmarshal(b, &o.nodes); err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.Token()
	for dec.More() {
		k, err := dec.Token()
		if err != nil {
			return err
		}
		o.keys = append(o.keys, k.(string))
		var skip json.RawMessage
		if err := dec.Decode(&skip); err != nil {
			return err
		}
	}
	return nil
}

type schemaWalk struct {
	t     *testing.T
	root  *schemaNode
	seen  map[reflect.Type]bool
	enums map[string]bool
}

func (w *schemaWalk) defs() map[string]bool {
	out := map[string]bool{}
	for typ := range w.seen {
		out[strings.ToLower(typ.Name())] = true
	}
	return out
}

func (w *schemaWalk) object(name string, typ reflect.Type, n *schemaNode) {
	if w.seen[typ] {
		return
	}
	w.seen[typ] = true
	if n.Type != "object" || n.Additional != nil || n.Description == "" {
		w.t.Errorf("%s: want an object with a description that is open to further fields", name)
	}
	var keys, required []string
	for i := range typ.NumField() {
		key := typ.Field(i).Tag.Get("json")
		keys = append(keys, key)
		if !addedLater[name+"."+key] {
			required = append(required, key)
		}
		if p := n.Properties.nodes[key]; p != nil {
			w.value(name+"."+key, typ.Field(i).Type, p)
		}
	}
	if !slices.Equal(keys, n.Properties.keys) {
		w.t.Errorf("%s: keys of the type %v, of the schema %v", name, keys, n.Properties.keys)
	}
	if !slices.Equal(required, n.Required) {
		w.t.Errorf("%s: required %v, want %v", name, n.Required, required)
	}
}

func (w *schemaWalk) value(where string, typ reflect.Type, n *schemaNode) {
	null := typ.Kind() == reflect.Pointer || typ == reflect.TypeFor[Opt]()
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if len(n.AnyOf) == 2 && n.AnyOf[1].Type == "null" {
		if !null {
			w.t.Errorf("%s is never null", where)
		}
		n, null = n.AnyOf[0], false
	}
	if n.Enum != nil {
		w.enum(where, n, null)
		if typ.Kind() != reflect.Slice {
			return
		}
	}
	switch typ.Kind() {
	case reflect.Struct:
		w.ref(where, typ, n)
	case reflect.Slice:
		w.kind(where, n, "array", null)
		if n.Items == nil {
			w.t.Errorf("%s: items are missing", where)
		} else {
			w.value(where, typ.Elem(), n.Items)
		}
	case reflect.String:
		if n.Const == nil {
			w.kind(where, n, "string", null)
		} else if n.Const != SchemaID {
			w.t.Errorf("%s: const %v", where, n.Const)
		}
	case reflect.Int:
		w.kind(where, n, "integer", null)
	case reflect.Float64:
		w.kind(where, n, "number", null)
	case reflect.Bool:
		w.kind(where, n, "boolean", null)
	default:
		w.t.Errorf("%s: no JSON for %s", where, typ)
	}
}

func (w *schemaWalk) ref(where string, typ reflect.Type, n *schemaNode) {
	name := strings.ToLower(typ.Name())
	if n.Ref != "#/$defs/"+name {
		w.t.Errorf("%s: $ref %q, want %s", where, n.Ref, name)
		return
	}
	if def := w.root.Defs[name]; def != nil {
		w.object(name, typ, def)
	} else {
		w.t.Errorf("no definition %s", name)
	}
}

func (w *schemaWalk) kind(where string, n *schemaNode, want string, null bool) {
	got := []string{}
	switch v := n.Type.(type) {
	case string:
		got = append(got, v)
	case []any:
		for _, x := range v {
			got = append(got, x.(string))
		}
	}
	wants := []string{want}
	if null {
		wants = append(wants, "null")
	}
	if !slices.Equal(got, wants) {
		w.t.Errorf("%s: type %v, want %v", where, got, wants)
	}
}

func (w *schemaWalk) enum(where string, n *schemaNode, null bool) {
	w.enums[where] = true
	var got []string
	for _, v := range n.Enum {
		if v == nil {
			got = append(got, "null")
			continue
		}
		b, _ := json.Marshal(v)
		got = append(got, strings.Trim(string(b), `"`))
	}
	slices.Sort(got)
	want := slices.Sorted(slices.Values(enumValues[where]))
	if !slices.Equal(got, want) || slices.Contains(got, "null") != (null && n.Type == nil) {
		w.t.Errorf("%s: enum %v, want %v", where, got, want)
	}
}

// TestSchemaHolds validates the example, and what breaks it, with a schema
// library: the schema accepts what we write and refuses what we do not.
func TestSchemaHolds(t *testing.T) {
	schema := compile(t)
	b, err := os.ReadFile("testdata/example.json")
	if err != nil {
		t.Fatal(err)
	}
	check := func(edit func(m map[string]any)) error {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		edit(doc.(map[string]any))
		return schema.Validate(doc)
	}
	if err := check(func(map[string]any) {}); err != nil {
		t.Error(err)
	}
	if err := check(func(m map[string]any) { m["future"] = 1 }); err != nil {
		t.Error("a field that is not known: ", err)
	}
	for name, edit := range map[string]func(m map[string]any){
		"null array":   func(m map[string]any) { m["quotes"] = nil },
		"empty string": func(m map[string]any) { m["title"] = "" },
		"no id":        func(m map[string]any) { delete(m, "id") },
		"schema":       func(m map[string]any) { m["schema"] = "dossier/2" },
		"stance":       func(m map[string]any) { m["positions"].([]any)[0].(map[string]any)["stance"] = "like" },
		"span":         func(m map[string]any) { m["title_span"] = map[string]any{"start": -1, "end": 2} },
		"no mention":   func(m map[string]any) { m["actors"].([]any)[0].(map[string]any)["mentions"] = []any{} },
	} {
		if check(edit) == nil {
			t.Errorf("%s: the schema accepts it", name)
		}
	}
}

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}
