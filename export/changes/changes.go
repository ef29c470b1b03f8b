// Package changes writes the difference of two versions of a project as
// sentences in the reader's language. It must not know where the versions come
// from.
package changes

import (
	"strings"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/merge"
)

// excerpt is how many characters of a text stand in a sentence.
const excerpt = 48

// Summary counts the changes on one line, such as "2 notes added, 1 changed";
// where there is none it says so.
func Summary(words *locale.Words, d *merge.Difference) string {
	var parts []string
	count := func(key string, n int) {
		if n > 0 {
			parts = append(parts, words.N("changes."+key, n))
		}
	}
	count("added", len(d.Added))
	count("removed", len(d.Removed))
	count("changed", len(d.Changed))
	count("moved", len(d.Moved))
	if len(d.Head) > 0 {
		parts = append(parts, words.T("changes.head"))
	}
	if len(parts) == 0 {
		return words.T("changes.none")
	}
	return strings.Join(parts, " · ")
}

// Lines says in a line of its own each thing that a version has otherwise than
// an earlier one, at most so many: what more there is stands as a number in a
// last line.
func Lines(words *locale.Words, was, is *canvas.Project, most int) []string {
	var out []string
	d := merge.Diff(was, is)
	s := &speaker{words, []*canvas.Project{was, is}}
	note := func(key string, n *canvas.Note, pairs ...any) {
		out = append(out, words.T("changes.line."+key,
			append(pairs, "Note", s.caption(n.ID), "Block", words.T("block."+string(n.Block)))...))
	}
	for _, f := range d.Head {
		out = append(out, s.changed("changes.line.detail", "", f))
	}
	for _, n := range d.Added {
		note("added", n)
	}
	for _, n := range d.Removed {
		note("removed", n)
	}
	for i := range d.Changed {
		out = append(out, s.note(&d.Changed[i])...)
	}
	for _, m := range d.Moved {
		if m.Before.Block == m.After.Block {
			note("reordered", m.After)
			continue
		}
		note("moved", m.After, "From", words.T("block."+string(m.Before.Block)))
	}
	return shorten(words, out, most)
}

// note says what has become of a note: several things below a line about it.
func (s *speaker) note(c *merge.Change) []string {
	block := s.words.T("block." + string(c.After.Block))
	pairs := []any{"Block", block, "Note", s.caption(c.ID)}
	if len(c.Fields) == 1 {
		if f := c.Fields[0]; f.Path != "text" || c.Before.Text == "" || c.After.Text == "" {
			return []string{s.changed("changes.line.field", c.ID, f, pairs...)}
		}
		return []string{s.words.T("changes.line.text", "Block", block,
			"Note", canvas.Excerpt(c.Before.Text, excerpt), "After", canvas.Excerpt(c.After.Text, excerpt))}
	}
	out := []string{s.words.T("choice.note", pairs...)}
	for _, f := range c.Fields {
		out = append(out, indent+s.changed("changes.line.detail", c.ID, f))
	}
	return out
}

// indent stands before what is said of a note that was named above.
const indent = "\u2003"

// changed says what has become of one value of a note, or of the whole project.
func (s *speaker) changed(key string, id canvas.ID, f merge.Field, pairs ...any) string {
	pairs = append(pairs, "Field", s.name(id, f.Path))
	before, after := s.value(f.Path, f.Before), s.value(f.Path, f.After)
	if before == after { // what is otherwise cannot be said in words
		return s.words.T(key+".otherwise", pairs...)
	}
	return s.words.T(key, append(pairs, "Before", canvas.Excerpt(before, excerpt), "After", canvas.Excerpt(after, excerpt))...)
}

// shorten leaves so many lines, and says how many more there are.
func shorten(words *locale.Words, lines []string, most int) []string {
	if more := len(lines) - most; more > 0 {
		return append(lines[:most:most], words.N("warning.more", more))
	}
	return lines
}
