package file_test

import (
	"bytes"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
)

// headMembers stand before those of [canvas.Head].
var headMembers = []string{"format", "version", "generator"}

func TestSchemaNamesWhatTheModelHas(t *testing.T) {
	var schema map[string]any
	if err := json.Unmarshal(file.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	c := &schemaChecker{t: t, defs: schema["$defs"].(map[string]any), used: map[string]bool{}}
	properties := schema["properties"].(map[string]any)
	for _, name := range headMembers {
		if properties[name] == nil {
			t.Errorf("the schema lacks %s", name)
		}
		delete(properties, name)
	}
	notes := properties["notes"].(map[string]any)
	delete(properties, "notes")
	c.object("head", reflect.TypeFor[canvas.Head](), schema, []string{"format", "version", "notes"})
	c.value("notes", reflect.TypeFor[[]*canvas.Note](), notes)
	for name := range c.defs {
		if !c.used[name] {
			t.Errorf("nothing in the model is a %s", name)
		}
	}
}

type schemaChecker struct {
	t    *testing.T
	defs map[string]any
	used map[string]bool
}

// value compares a type with the schema of its values.
func (c *schemaChecker) value(at string, typ reflect.Type, schema map[string]any) {
	if ref, ok := schema["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/$defs/")
		c.used[name] = true
		schema, ok = c.defs[name].(map[string]any)
		if !ok {
			c.t.Fatalf("%s: no definition %s", at, name)
		}
		if name == "amount" != (typ == reflect.TypeFor[*decimal.Decimal]()) {
			c.t.Errorf("%s: %v is a %s", at, typ, name)
		}
	}
	if enum, ok := reflect.TypeAssert[interface{ Values() []string }](reflect.Zero(typ)); ok {
		words := []string{}
		for _, w := range list(schema["enum"]) {
			words = append(words, w.(string))
		}
		if d := cmp.Diff(enum.Values(), words); d != "" {
			c.t.Errorf("%s: words differ (-model +schema):\n%s", at, d)
		}
		return
	}
	kind, _ := schema["type"].(string)
	want := ""
	switch {
	case typ == reflect.TypeFor[*decimal.Decimal]():
		return
	case typ == reflect.TypeFor[canvas.Unknown]():
		want = "object"
	case typ == reflect.TypeFor[time.Time]():
		want = "string"
		if schema["format"] != "date-time" {
			c.t.Errorf("%s: no date-time", at)
		}
	case typ.Kind() == reflect.Pointer:
		c.value(at, typ.Elem(), schema)
		return
	case typ.Kind() == reflect.Struct:
		c.object(at, typ, schema, nil)
		want = "object"
	case typ.Kind() == reflect.Slice:
		want = "array"
		c.value(at+"[]", typ.Elem(), schema["items"].(map[string]any))
	case typ.Kind() == reflect.Int:
		want = "integer"
		if schema["enum"] != nil {
			return // a list of numbers
		}
	case typ.Kind() == reflect.Bool:
		want = "boolean"
	case typ.Kind() == reflect.String:
		want = "string"
	}
	if kind != want {
		c.t.Errorf("%s: schema says %q, the model %v", at, kind, typ)
	}
}

// object compares a struct with the schema of an object. Further members may
// be required beside the struct's own.
func (c *schemaChecker) object(at string, typ reflect.Type, schema map[string]any, further []string) {
	properties, _ := schema["properties"].(map[string]any)
	required := slices.Clone(further)
	names := map[string]bool{}
	for f := range typ.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" {
			continue // the unknown members
		}
		names[name] = true
		if options == "" {
			required = append(required, name)
		}
		member, ok := properties[name].(map[string]any)
		if !ok {
			c.t.Errorf("%s: the schema lacks %s", at, name)
			continue
		}
		if member["description"] == nil && member["$ref"] == nil {
			c.t.Errorf("%s.%s is not described", at, name)
		}
		c.value(at+"."+name, f.Type, member)
	}
	for name := range properties {
		if !names[name] {
			c.t.Errorf("%s: the model lacks %s", at, name)
		}
	}
	var have []string
	for _, r := range list(schema["required"]) {
		have = append(have, r.(string))
	}
	slices.Sort(required)
	slices.Sort(have)
	if !slices.Equal(required, have) {
		c.t.Errorf("%s: always written are %v, the schema requires %v", at, required, have)
	}
}

func list(v any) []any {
	l, _ := v.([]any)
	return l
}

func TestWhatIsWrittenFitsTheSchema(t *testing.T) {
	schema := compileSchema(t)
	for seed := range canvastest.Seeds(30) {
		if err := validate(t, schema, encode(t, canvastest.Random(seed, 30))); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

func TestSchemaRefusesWhatDecodeRefuses(t *testing.T) {
	schema := compileSchema(t)
	for _, change := range [][2]string{
		{`"format": "ninefold"`, `"format": "other"`},
		{`"version": 1`, `"version": 2`},
		{`"title": "Volta"`, `"title": 3`},
		{`"block": "channels"`, `"block": "chanels"`},
		{`"order": "V000"`, `"order": "V 00"`},
		{`"letter": "A"`, `"letter": "ABC"`},
	} {
		text := string(encode(t, canvastest.Large(60)))
		if err := validate(t, schema, []byte(text)); err != nil {
			t.Fatal(err)
		}
		changed := strings.Replace(text, change[0], change[1], 1)
		if changed == text {
			t.Fatalf("nothing to change: %s", change[0])
		}
		if validate(t, schema, []byte(changed)) == nil {
			t.Errorf("the schema takes %s", change[1])
		}
		if _, _, err := file.Decode([]byte(changed)); err == nil {
			t.Errorf("Decode takes %s", change[1])
		}
	}
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(file.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func validate(t *testing.T, schema *jsonschema.Schema, data []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(v)
}

func TestFormatIsDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range headMembers {
		documented(t, doc, name)
	}
	documented(t, doc, "notes")
	seen := map[reflect.Type]bool{}
	members(t, doc, reflect.TypeFor[canvas.Head](), seen)
	members(t, doc, reflect.TypeFor[canvas.Note](), seen)
}

// members fails the test for members and words of a type, and of what it
// holds, that the document does not mention.
func members(t *testing.T, doc []byte, typ reflect.Type, seen map[reflect.Type]bool) {
	t.Helper()
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
		typ = typ.Elem()
	}
	if seen[typ] {
		return
	}
	seen[typ] = true
	if enum, ok := reflect.TypeAssert[interface{ Values() []string }](reflect.Zero(typ)); ok {
		for _, w := range enum.Values() {
			documented(t, doc, w)
		}
	}
	if typ.Kind() != reflect.Struct || !strings.HasPrefix(typ.PkgPath(), "ninefold/") {
		return
	}
	for f := range typ.Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			documented(t, doc, name)
			members(t, doc, f.Type, seen)
		}
	}
}

func documented(t *testing.T, doc []byte, name string) {
	t.Helper()
	if !bytes.Contains(doc, []byte("`"+name+"`")) {
		t.Errorf("docs/format.md does not mention `%s`", name)
	}
}
