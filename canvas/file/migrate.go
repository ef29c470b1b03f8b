package file

import (
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// A step brings a project's text from one version of the format to the next.
// It is a pure function in a file of its own; what is not as its version has
// it, it says with a [shapeError].
type step func(jsontext.Value) (jsontext.Value, error)

// steps lead from each version to the next: the first from version 0, and so
// on. There are as many as the newest version says.
var steps = [Version]step{from0}

// A shapeError says that a value is not of the kind that its version wants.
type shapeError struct{ path string }

func (e *shapeError) Error() string { return e.path + " is not what it should be" }

// migrate brings what is read to the newest version, a step at a time. Damage
// that is found afterwards has its place in a text that nobody has seen: it is
// told by the path alone.
func (d *decoder) migrate(version int) error {
	if version == Version {
		return nil
	}
	if err := survey(d.data); err != nil {
		return err
	}
	if at := invalidUTF8(d.data); at >= 0 {
		return d.damage(int64(at), "", CodeInvalidUTF8, "")
	}
	if err := d.wellFormed(); err != nil {
		return err
	}
	for _, step := range steps[version:] {
		next, err := step(d.data)
		if shape, ok := errors.AsType[*shapeError](err); ok {
			at := offsets(d.data, []string{shape.path})[0]
			return d.damage(at, shape.path, CodeWrongType, d.glance(at))
		}
		if err != nil {
			return err
		}
		d.data, d.migrated = next, true
	}
	return nil
}

// wellFormed says where the text is no JSON, if it is none.
func (d *decoder) wellFormed() error {
	dec := jsontext.NewDecoder(bytes.NewReader(d.data))
	_, err := dec.ReadValue()
	if err == nil {
		_, err = dec.ReadToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
	}
	if syntactic, ok := errors.AsType[*jsontext.SyntacticError](err); ok {
		return d.syntax(syntactic)
	}
	return d.damage(dec.InputOffset(), "", CodeUnexpected, "")
}

// A field is a member of an object that is taken apart for a migration.
type field struct {
	name  string
	value jsontext.Value
}

// fieldsOf takes an object apart; it is false for any other value.
func fieldsOf(v jsontext.Value) ([]field, bool) {
	if v.Kind() != '{' {
		return nil, false
	}
	dec := jsontext.NewDecoder(bytes.NewReader(v))
	_, _ = dec.ReadToken() // the text is well formed
	var out []field
	for dec.PeekKind() == '"' {
		name, err := dec.ReadToken()
		if err != nil {
			return nil, false
		}
		text := name.String()
		value, err := dec.ReadValue()
		if err != nil {
			return nil, false
		}
		out = append(out, field{text, value.Clone()})
	}
	return out, true
}

// elementsOf takes a list apart; it is false for any other value.
func elementsOf(v jsontext.Value) ([]jsontext.Value, bool) {
	if v.Kind() != '[' {
		return nil, false
	}
	dec := jsontext.NewDecoder(bytes.NewReader(v))
	_, _ = dec.ReadToken() // the text is well formed
	var out []jsontext.Value
	for dec.PeekKind() != ']' {
		value, err := dec.ReadValue()
		if err != nil {
			return nil, false
		}
		out = append(out, value.Clone())
	}
	return out, true
}

// textOf returns the text that a value is; it is false for any other value.
func textOf(v jsontext.Value) (string, bool) {
	if v.Kind() != '"' {
		return "", false
	}
	text, err := jsontext.AppendUnquote(nil, v)
	return string(text), err == nil
}

// quote is a text as a value.
func quote(text string) jsontext.Value {
	v, _ := jsontext.AppendQuote(nil, text) // the text comes from one that is UTF-8
	return v
}

// objectOf is an object with the fields, in their order.
func objectOf(fields ...field) jsontext.Value {
	out := []byte{'{'}
	for i, f := range fields {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(append(append(out, quote(f.name)...), ':'), f.value...)
	}
	return append(out, '}')
}

// listOf is a list with the elements.
func listOf(elements ...jsontext.Value) jsontext.Value {
	return append(append(jsontext.Value{'['}, bytes.Join(asBytes(elements), []byte{','})...), ']')
}

func asBytes(values []jsontext.Value) [][]byte {
	out := make([][]byte, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}
