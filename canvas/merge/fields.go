package merge

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ninefold/canvas"
)

// A Field is one value that differs.
type Field struct {
	// Path leads to the value from the note, or from the top of the file, as
	// in "text", "segment.economics.churn" or "costs[cl_x9].amount". Records
	// are named by their ids, scores by block and author, findings that were set
	// aside by check and notes. The path of a list whose records only stand
	// in another order ends in "[]", and its values are the ids.
	Path string
	// Before and After are the values as JSON text; empty where there is none.
	Before, After string
}

// headFields compares what two projects say apart from their notes.
func headFields(a, b *canvas.Project) []Field {
	x, y := a.Head(), b.Head()
	if shared(reflect.ValueOf(x), reflect.ValueOf(y)) {
		return nil
	}
	return fields(x, y)
}

// NoteFields returns what two versions of a note say otherwise, apart from where
// it stands.
func NoteFields(x, y *canvas.Note) []Field {
	a, b := *x, *y
	a.Block, a.Order, b.Block, b.Order = "", "", "", ""
	if shared(reflect.ValueOf(a), reflect.ValueOf(b)) {
		return nil
	}
	return fields(a, b)
}

// fields compares two records of one type as they would stand in the file.
func fields(x, y any) []Field {
	a, errA := json.Marshal(x, json.Deterministic(true), jsontext.AllowInvalidUTF8(true))
	b, errB := json.Marshal(y, json.Deterministic(true), jsontext.AllowInvalidUTF8(true))
	if errA != nil || errB != nil {
		// Only members that a program made up, and no reader let pass, cannot
		// be written. The records differ, and no value can be shown for it.
		return []Field{{}}
	}
	var out []Field
	compareValues("", a, b, &out)
	return out
}

// shared reports whether two values are the same without looking behind
// pointers and slices: enough to know that an edit did not touch them.
func shared(x, y reflect.Value) bool {
	switch x.Kind() {
	case reflect.Slice:
		return x.Len() == y.Len() && (x.Len() == 0 || x.Pointer() == y.Pointer())
	case reflect.Struct:
		for i := range x.NumField() {
			if !shared(x.Field(i), y.Field(i)) {
				return false
			}
		}
		return true
	default:
		return x.Equal(y)
	}
}

// compareValues compares two values that have the same path; a nil value is
// not there. Objects and lists of records are compared down to what differs in
// them, also with nothing, except that a whole record of a list comes or goes.
func compareValues(path string, a, b jsontext.Value, out *[]Field) {
	if bytes.Equal(a, b) {
		return
	}
	x, listA := records(path, a)
	y, listB := records(path, b)
	switch {
	case listA && listB:
		compareRecords(path, x, y, out)
	case isObject(a) && isObject(b), (isObject(a) || isObject(b)) && (a == nil || b == nil) && !strings.HasSuffix(path, "]"):
		compareMembers(path, members(a), members(b), out)
	default:
		if before, after := compact(a), compact(b); before != after {
			*out = append(*out, Field{Path: path, Before: before, After: after})
		}
	}
}

// compact is a value without white space.
func compact(v jsontext.Value) string {
	_ = v.Compact() // fails on nothing but what is no JSON, which is then shown as it is
	return string(v)
}

// isObject reports whether a value is an object with members.
func isObject(v jsontext.Value) bool { return len(v) > len("{}") && v.Kind() == '{' }

// A member is a named value of an object.
type member struct {
	name  string
	value jsontext.Value
}

func compareMembers(path string, a, b []member, out *[]Field) {
	each(a, b, func(name string, x, y jsontext.Value) {
		if path != "" {
			name = path + "." + name
		}
		compareValues(name, x, y, out)
	})
}

// compareRecords compares two lists of records, each named by its id.
func compareRecords(path string, a, b []member, out *[]Field) {
	each(a, b, func(id string, x, y jsontext.Value) {
		compareValues(fmt.Sprintf("%s[%s]", path, id), x, y, out)
	})
	x, y := common(a, b), common(b, a)
	if !bytes.Equal(x, y) {
		*out = append(*out, Field{Path: path + "[]", Before: string(x), After: string(y)})
	}
}

// each calls f for every name of two lists with the value in either, in the
// order of the first list and then of the second.
func each(a, b []member, f func(name string, x, y jsontext.Value)) {
	after := make(map[string]jsontext.Value, len(b))
	for _, m := range b {
		after[m.name] = m.value
	}
	for _, m := range a {
		f(m.name, m.value, after[m.name])
		delete(after, m.name)
	}
	for _, m := range b {
		if _, left := after[m.name]; left {
			f(m.name, nil, m.value)
		}
	}
}

// common returns the names in a that b has too, in a's order, as JSON.
func common(a, b []member) jsontext.Value {
	in := make(map[string]bool, len(b))
	for _, m := range b {
		in[m.name] = true
	}
	names := []string{}
	for _, m := range a {
		if in[m.name] {
			names = append(names, m.name)
		}
	}
	text, _ := json.Marshal(names) // a list of strings
	return text
}

// members takes an object apart.
func members(object jsontext.Value) []member {
	var out []member
	if object == nil {
		return nil
	}
	d := jsontext.NewDecoder(bytes.NewReader(object))
	if _, err := d.ReadToken(); err != nil {
		return nil
	}
	for d.PeekKind() == '"' {
		name, err := d.ReadToken()
		if err != nil {
			return out
		}
		text := name.String()
		value, err := d.ReadValue()
		if err != nil {
			return out
		}
		out = append(out, member{text, value.Clone()})
	}
	return out
}

// records takes a list apart whose elements all are objects with a name of
// their own; otherwise it reports false. A list that is empty or not there is
// such a list.
func records(path string, list jsontext.Value) ([]member, bool) {
	if list == nil {
		return nil, true
	}
	var elements []jsontext.Value
	if json.Unmarshal(list, &elements) != nil {
		return nil, false
	}
	out := make([]member, 0, len(elements))
	seen := map[string]bool{}
	for _, e := range elements {
		name := nameOf(path, e)
		if name == "" || seen[name] {
			return nil, false
		}
		seen[name] = true
		out = append(out, member{name, e})
	}
	return out, true
}

// nameOf is what tells a record from the others of its list, wherever it stands
// and whatever else it says: its id; of a score, its block and author; of a
// finding set aside, its check and notes. Empty means that nothing does.
func nameOf(path string, element jsontext.Value) string {
	var r struct {
		ID     string       `json:"id"`
		Block  canvas.Block `json:"block"`
		Author string       `json:"author"`
		Check  string       `json:"check"`
		Notes  []string     `json:"notes"`
	}
	if element.Kind() != '{' || json.Unmarshal(element, &r) != nil {
		return ""
	}
	switch {
	case r.ID != "":
		return r.ID
	case path == "scores":
		return strings.TrimSpace(string(r.Block) + " " + r.Author)
	case path == "set_aside":
		return strings.TrimSpace(r.Check + " " + strings.Join(slices.Sorted(slices.Values(r.Notes)), " "))
	}
	return ""
}
