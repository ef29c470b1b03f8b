package file

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// Locate finds where the value at a path stands in a project's text: its line
// and column, from 1, columns counted in characters. Where the path leads to
// nothing, it is the place of what comes nearest: of the record that lacks the
// member.
func Locate(data []byte, path string) (line, column int) {
	return position(data, offsets(data, []string{path})[0])
}

// position returns the line and column of an offset.
func position(data []byte, offset int64) (line, column int) {
	before := data[:min(max(offset, 0), int64(len(data)))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte{'\n'}) + 1, utf8.RuneCount(before[start:]) + 1
}

// offsets finds where the values at the paths begin, in one walk through the
// text.
func offsets(data []byte, paths []string) []int64 {
	root := &branch{}
	wanted := make([]*branch, len(paths))
	for i, p := range paths {
		b := root
		for _, name := range names(p) {
			b = b.grow(name)
		}
		wanted[i] = b
	}
	dec := jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true))
	_ = root.walk(dec) // damage ends the walk: what was not reached stays with what holds it
	found := make([]int64, len(paths))
	for i, b := range wanted {
		for ; b != nil && !b.met; b = b.parent {
		}
		if b != nil {
			found[i] = b.offset
		}
	}
	return found
}

// A branch is a value that is looked for, or that holds such values.
type branch struct {
	parent   *branch
	children map[string]*branch // by name, or by index in decimal
	met      bool
	offset   int64
}

func (b *branch) grow(name string) *branch {
	if b.children == nil {
		b.children = map[string]*branch{}
	}
	if b.children[name] == nil {
		b.children[name] = &branch{parent: b}
	}
	return b.children[name]
}

// walk reads one value and notes where it and what is looked for in it begin.
func (b *branch) walk(dec *jsontext.Decoder) error {
	kind := dec.PeekKind()
	if len(b.children) == 0 || kind != '{' && kind != '[' {
		v, err := dec.ReadValue()
		if err == nil {
			b.met, b.offset = true, dec.InputOffset()-int64(len(v))
		}
		return err
	}
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	b.met, b.offset = true, dec.InputOffset()-1
	for i := 0; dec.PeekKind() != '}' && dec.PeekKind() != ']'; i++ {
		name := strconv.Itoa(i)
		if kind == '{' {
			t, err := dec.ReadToken()
			if err != nil {
				return err
			}
			name = t.String()
		}
		var err error
		if child := b.children[name]; child != nil {
			err = child.walk(dec)
		} else {
			err = dec.SkipValue()
		}
		if err != nil {
			return err
		}
	}
	_, err := dec.ReadToken()
	return err
}

// names splits a path such as notes[3].segments[0] into names and indices.
func names(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '.' || r == '[' || r == ']' })
}

// pathOf writes a JSON pointer as a path.
func pathOf(pointer jsontext.Pointer) string {
	var b strings.Builder
	for name := range pointer.Tokens() {
		switch _, err := strconv.ParseUint(name, 10, 32); {
		case err == nil:
			b.WriteString("[" + name + "]")
		case b.Len() > 0:
			b.WriteString("." + shorten(name))
		default:
			b.WriteString(shorten(name))
		}
	}
	return b.String()
}

// shorten cuts a text that is to stand in a message.
func shorten(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
