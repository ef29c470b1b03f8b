package bmml

import (
	"fmt"
	"strings"
)

// A place is a line and a column, from 1.
type place struct{ line, column int }

// A node is a value of the file. What the import takes of it is marked, so
// that what was not taken can be told.
type node struct {
	place
	kind    kind
	text    string   // of a scalar
	items   []*node  // of a list
	entries []*entry // of a table
}

type kind int

const (
	nothing kind = iota
	scalar
	list
	table
)

// An entry is a named value of a table.
type entry struct {
	place
	name  string
	value *node
	taken bool
}

// take returns the value with the name and marks it as taken; nil means that
// there is none.
func (n *node) take(name string) *node {
	if n == nil {
		return nil
	}
	for _, e := range n.entries {
		if e.name == name {
			e.taken = true
			if e.value.kind == nothing {
				return nil
			}
			return e.value
		}
	}
	return nil
}

// takeText returns the text with the name and marks it as taken. A value that
// is no text is not taken.
func (n *node) takeText(name string) string {
	if n == nil {
		return ""
	}
	for _, e := range n.entries {
		if e.name == name && (e.value.kind == scalar || e.value.kind == nothing) {
			e.taken = true
			return strings.TrimSpace(e.value.text)
		}
	}
	return ""
}

// takeAll marks everything below a value as taken.
func (n *node) takeAll() {
	for _, item := range n.items {
		item.takeAll()
	}
	for _, e := range n.entries {
		e.taken = true
		e.value.takeAll()
	}
}

// texts yields the scalars of a value: itself, the items of a list, or the
// values of a table, with their paths. Other values are left.
func (n *node) texts(path string, each func(path string, n *node), left func(path string, n *node)) {
	if n == nil {
		return
	}
	switch n.kind {
	case nothing:
	case scalar:
		each(path, n)
	case list:
		for i, item := range n.items {
			at := fmt.Sprintf("%s[%d]", path, i)
			if item.kind == scalar {
				each(at, item)
			} else {
				left(at, item)
			}
		}
	case table:
		for _, e := range n.entries {
			at := path + "." + e.name
			e.taken = true
			if e.value.kind == table {
				left(at, e.value)
			} else {
				e.value.texts(at, each, left)
			}
		}
	}
}
