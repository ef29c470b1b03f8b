// Package changes writes the difference of two versions of a project as
// sentences in the reader's language. It must not know where the versions come
// from.
package changes

import (
	"encoding/json"
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

// Lines says each change in a line of its own, at most so many: what more there
// is stands as a number in a last line.
func Lines(words *locale.Words, d *merge.Difference, most int) []string {
	var out []string
	note := func(key string, n *canvas.Note, pairs ...any) {
		text := canvas.Excerpt(n.Text, excerpt)
		if text == "" {
			text = words.T("changes.untitled")
		}
		out = append(out, words.T("changes.line."+key,
			append(pairs, "Note", text, "Block", words.T("block."+string(n.Block)))...))
	}
	for _, f := range d.Head {
		if f.Path == "title" {
			out = append(out, words.T("changes.line.title", "Before", quoted(words, f.Before), "After", quoted(words, f.After)))
		}
	}
	if len(d.Head) > len(out) {
		out = append(out, words.T("changes.line.head"))
	}
	for _, n := range d.Added {
		note("added", n)
	}
	for _, n := range d.Removed {
		note("removed", n)
	}
	for i := range d.Changed {
		c := &d.Changed[i]
		if c.Before.Text != c.After.Text && c.After.Text != "" {
			note("text", c.Before, "After", canvas.Excerpt(c.After.Text, excerpt))
			continue
		}
		note("changed", c.After)
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

// quoted is a text that stands in a difference as JSON.
func quoted(words *locale.Words, value string) string {
	var text string
	if json.Unmarshal([]byte(value), &text) != nil || text == "" {
		return words.T("project.untitled")
	}
	return canvas.Excerpt(text, excerpt)
}

// Conflicts says each thing that two sides changed differently in a line of its
// own, at most so many. Ours is what stands in the window, theirs what stands
// in the file.
func Conflicts(words *locale.Words, m *merge.Merged, most int) []string {
	var out []string
	for _, c := range m.Conflicts {
		n := m.Project.Note(c.Note)
		if n == nil { // what is said of the whole project
			key := "changes.conflict.head"
			if c.Path == "title" {
				key = "changes.conflict.title"
			}
			out = append(out, words.T(key, "Ours", quoted(words, c.Ours), "Theirs", quoted(words, c.Theirs)))
			continue
		}
		text := canvas.Excerpt(n.Text, excerpt)
		if text == "" {
			text = words.T("changes.untitled")
		}
		key := "changes.conflict.other"
		switch {
		case c.Path == "" && c.Ours == "":
			key = "changes.conflict.deleted_here"
		case c.Path == "":
			key = "changes.conflict.deleted_there"
		case c.Path == "text":
			key = "changes.conflict.text"
		}
		out = append(out, words.T(key, "Block", words.T("block."+string(n.Block)), "Note", text,
			"Ours", quoted(words, c.Ours), "Theirs", quoted(words, c.Theirs)))
	}
	return shorten(words, out, most)
}

// shorten leaves so many lines, and says how many more there are.
func shorten(words *locale.Words, lines []string, most int) []string {
	if more := len(lines) - most; more > 0 {
		return append(lines[:most:most], words.N("warning.more", more))
	}
	return lines
}
