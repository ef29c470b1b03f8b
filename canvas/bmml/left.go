package bmml

import (
	"fmt"
	"regexp"
	"strings"
)

// A Reason says why something of a model was left out.
type Reason string

// The reasons.
const (
	NoPlace    Reason = "no_place"     // a canvas does not hold such things
	NoTarget   Reason = "no_target"    // an id that nothing in the file has
	NotText    Reason = "not_text"     // a text, or an entry with a name, was expected
	NoSuchType Reason = "no_such_type" // a type of relationship that is not known
	SameID     Reason = "same_id"      // another entry has the id; the entry came in, what refers to the id means the other
	NewVersion Reason = "new_version"  // a version of the format that is not known
)

// A Left is something of a model that has no place in the project. Things of
// one kind that were left for one reason are one Left.
type Left struct {
	Path         string // of the first, as in "customer_segments[0].jobs"
	Line, Column int    // of the first
	Reason       Reason
	Count        int    // how many were left, counting what a list holds
	Value        string // what stands there, where it is a single text
}

// Kind is what was left, in the file's own word: the last name in the path.
func (l Left) Kind() string {
	path := indexes.ReplaceAllString(l.Path, "")
	return path[strings.LastIndexByte(path, '.')+1:]
}

// What says in English what was left out and why.
func (l Left) What() string {
	switch {
	case l.Reason == NoTarget:
		return fmt.Sprintf("nothing has the id %q", l.Value) + l.more("such references")
	case l.Reason == NoSuchType:
		return fmt.Sprintf("%q is not a known relationship type", l.Value) + l.more("such types")
	case l.Reason == NotText:
		return "a text was expected, so this was left out" + l.more("such values")
	case l.Reason == SameID:
		return fmt.Sprintf("another entry has the id %q, and what refers to it means that one", l.Value) + l.more("such ids")
	case l.Reason == NewVersion:
		return fmt.Sprintf("version %q is not known here; what was understood was read", l.Value)
	case l.Value != "":
		return fmt.Sprintf("no place in a canvas for %s %q: left out", l.Kind(), l.Value)
	default:
		return fmt.Sprintf("no place in a canvas for %s (%d in all): left out", l.Kind(), l.Count)
	}
}

func (l Left) more(what string) string {
	if l.Count == 1 {
		return ""
	}
	return fmt.Sprintf(" (%d %s in all)", l.Count, what)
}

var indexes = regexp.MustCompile(`\[\d+\]`)

// leavings collects what is left, one for each kind and reason.
type leavings struct {
	list  []*Left
	index map[string]*Left
}

func (l *leavings) add(path string, n *node, at place, reason Reason) {
	count := 1
	if n.kind == list {
		count = len(n.items)
	}
	if count == 0 || n.kind == nothing {
		return
	}
	n.takeAll()
	key := string(reason) + indexes.ReplaceAllString(path, "[]")
	if known := l.index[key]; known != nil {
		known.Count += count
		if reason == NoPlace {
			known.Value = ""
		}
		return
	}
	left := &Left{Path: path, Line: at.line, Column: at.column, Reason: reason, Count: count}
	if n.kind == scalar {
		left.Value = shorten(n.text)
	}
	if l.index == nil {
		l.index = map[string]*Left{}
	}
	l.index[key] = left
	l.list = append(l.list, left)
}

// rest adds every entry below a node that was not taken.
func (l *leavings) rest(path string, n *node) {
	for i, item := range n.items {
		l.rest(fmt.Sprintf("%s[%d]", path, i), item)
	}
	for _, e := range n.entries {
		at := e.name
		if path != "" {
			at = path + "." + e.name
		}
		if e.taken {
			l.rest(at, e.value)
		} else {
			l.add(at, e.value, e.place, NoPlace)
		}
	}
}

// shorten returns the beginning of a long text, on one line.
func shorten(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
