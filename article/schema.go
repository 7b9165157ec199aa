package article

import _ "embed"

//go:embed schema.json
var schemaJSON []byte

// Schema returns the JSON Schema (2020-12) of the canonical form. It says what
// a file looks like; Validate knows the invariants beyond that.
func Schema() []byte { return append([]byte(nil), schemaJSON...) }
