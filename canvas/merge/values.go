package merge

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ninefold/canvas"
)

// textOf is a record as JSON, the same for the same record.
func textOf(record any) jsontext.Value {
	text, err := json.Marshal(record, json.Deterministic(true), jsontext.AllowInvalidUTF8(true))
	if err != nil {
		return nil // only members that no reader let pass cannot be written
	}
	return text
}

// read is the way back from [textOf].
func read(text jsontext.Value, record any) bool {
	return text != nil && json.Unmarshal(text, record, jsontext.AllowInvalidUTF8(true)) == nil
}

func quoted(b canvas.Block) string { return string(textOf(string(b))) }

// values merges the values of one record, the head or a note.
type values struct {
	note   canvas.ID // empty for the head
	merger *merger
}

// whole are facets that come and go as one; other objects are there as soon as
// they say something.
var whole = []string{"segment", "relationship", "revenue"}

// merge returns what three versions of one value become; nil means that there
// is none.
func (v *values) merge(path string, base, ours, theirs jsontext.Value) jsontext.Value {
	switch {
	case bytes.Equal(ours, theirs), bytes.Equal(base, theirs):
		return ours
	case bytes.Equal(base, ours):
		return theirs
	case isWords(base) && isWords(ours) && isWords(theirs):
		return mergeWords(base, ours, theirs)
	}
	x, listA := records(path, ours)
	y, listB := records(path, theirs)
	if was, list := records(path, base); list && listA && listB {
		return v.records(path, was, x, y)
	}
	if one := onlyOne(ours, theirs); one != nil && (isRecord(path) || slices.Contains(whole, path)) {
		if v.merger.goes(v.conflict(path, base, ours, theirs)) {
			return nil
		}
		return one
	}
	if objectOrNone(ours) && objectOrNone(theirs) {
		return v.members(path, members(base), members(ours), members(theirs))
	}
	c := v.conflict(path, base, ours, theirs)
	v.merger.conflicts = append(v.merger.conflicts, c)
	if v.merger.decide(c) == Theirs {
		return theirs
	}
	return ours
}

func (v *values) conflict(path string, base, ours, theirs jsontext.Value) Conflict {
	return Conflict{v.note, path, compact(base), compact(ours), compact(theirs)}
}

// onlyOne returns the one of two values that is there, or nil.
func onlyOne(a, b jsontext.Value) jsontext.Value {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return nil
}

// isRecord reports whether a path leads to a record of a list.
func isRecord(path string) bool { return strings.HasSuffix(path, "]") }

func objectOrNone(v jsontext.Value) bool { return v == nil || v.Kind() == '{' }

// members merges objects member by member.
func (v *values) members(path string, base, ours, theirs []member) jsontext.Value {
	was := byName(base)
	var out []member
	each(ours, theirs, func(name string, a, b jsontext.Value) {
		inner := name
		if path != "" {
			inner = path + "." + name
		}
		if merged := v.merge(inner, was[name], a, b); merged != nil {
			out = append(out, member{name, merged})
		}
	})
	if len(out) == 0 && path != "" && !slices.Contains(whole, path) && !isRecord(path) {
		return nil
	}
	var text bytes.Buffer
	text.WriteByte('{')
	for i, m := range out {
		if i > 0 {
			text.WriteByte(',')
		}
		text.Write(textOf(m.name))
		text.WriteByte(':')
		text.Write(m.value)
	}
	text.WriteByte('}')
	return text.Bytes()
}

func byName(list []member) map[string]jsontext.Value {
	out := make(map[string]jsontext.Value, len(list))
	for _, m := range list {
		out[m.name] = m.value
	}
	return out
}

// records merges lists of records. They stand as ours has them, or as theirs
// if only theirs put them in another order; what the other list has beside
// them follows the record that it follows there.
func (v *values) records(path string, base, ours, theirs []member) jsontext.Value {
	was, a, b := byName(base), byName(ours), byName(theirs)
	first, second := ours, theirs
	if bytes.Equal(common(base, ours), common(ours, base)) {
		first, second = theirs, ours
	}
	var out []jsontext.Value
	for _, id := range interleave(first, second) {
		merged := v.merge(fmt.Sprintf("%s[%s]", path, id), was[id], a[id], b[id])
		if merged != nil {
			out = append(out, merged)
		}
	}
	return textOf(out)
}

// interleave returns the names of two lists in the order of the first. What
// only the second has comes behind the name that it follows there.
func interleave(first, second []member) []string {
	var out []string
	for _, m := range first {
		out = append(out, m.name)
	}
	at := 0
	for _, m := range second {
		if i := slices.Index(out, m.name); i >= 0 {
			at = i + 1
			continue
		}
		out = slices.Insert(out, at, m.name)
		at++
	}
	return out
}

// isWords reports whether a value is a list of nothing but texts, or none.
func isWords(v jsontext.Value) bool {
	var words []string
	return v == nil || v.Kind() == '[' && json.Unmarshal(v, &words) == nil
}

// mergeWords merges lists as sets: what either side added is there, what
// either took away is not.
func mergeWords(base, ours, theirs jsontext.Value) jsontext.Value {
	list := func(v jsontext.Value) (words []string) {
		_ = json.Unmarshal(v, &words) // isWords has held that it can be read, or is none
		return words
	}
	was, a, b := list(base), list(ours), list(theirs)
	var out []string
	for _, w := range a {
		if slices.Contains(b, w) || !slices.Contains(was, w) {
			out = append(out, w)
		}
	}
	for _, w := range b {
		if !slices.Contains(a, w) && !slices.Contains(was, w) {
			out = append(out, w)
		}
	}
	if out == nil {
		return nil
	}
	return textOf(out)
}
