package changes

import (
	"strings"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/merge"
)

// A Choice is a conflict in words.
type Choice struct {
	About string // where it is: the block and the note, or the whole canvas
	Field string // what of it
	// Ours and Theirs are what the two sides say.
	Ours, Theirs string
}

// Choices says conflicts in words. Base, ours and theirs are what was merged.
func Choices(words *locale.Words, conflicts []merge.Conflict, base, ours, theirs *canvas.Project) []Choice {
	s := &speaker{words, []*canvas.Project{base, ours, theirs}}
	var out []Choice
	for _, c := range conflicts {
		choice := Choice{About: words.T("choice.whole")}
		if n := s.find(c.Note); n != nil {
			choice.About = words.T("choice.note", "Block", words.T("block."+string(n.Block)), "Note", s.caption(n.ID))
		}
		if c.Path == "" {
			choice.Field = words.T("choice.deleted")
			choice.Ours, choice.Theirs = s.fate(c.Note, base, ours), s.fate(c.Note, base, theirs)
		} else {
			choice.Field = s.name(c.Note, c.Path)
			choice.Ours, choice.Theirs = s.side(c, c.Ours), s.side(c, c.Theirs)
		}
		choice.Ours, choice.Theirs = apart(choice.Ours, choice.Theirs)
		out = append(out, choice)
	}
	return out
}

// side is what one side says about a conflict.
func (s *speaker) side(c merge.Conflict, value string) string {
	if value == "" && c.Base != "" {
		if f, _ := of(c.Path); f.kind == kindRecord || f.kind == kindFacet {
			return s.words.T("value.deleted")
		}
	}
	return s.value(c.Path, value)
}

// fate is what has become of a note: that it was deleted, or what was changed
// in it.
func (s *speaker) fate(id canvas.ID, base, now *canvas.Project) string {
	n, was := now.Note(id), base.Note(id)
	if n == nil {
		return s.words.T("value.deleted")
	}
	var names []string
	if was != nil {
		for _, f := range merge.NoteFields(was, n) {
			names = append(names, s.name(id, f.Path))
		}
		if was.Block != n.Block {
			names = append(names, s.words.T("field.block"))
		}
	}
	if len(names) == 0 { // something else has newly to do with it
		return s.words.T("value.needed", "Note", s.caption(id))
	}
	const most = 5
	if len(names) > most {
		names = append(names[:most:most], "…")
	}
	return s.words.T("value.changed", "Note", s.caption(id), "Fields", strings.Join(names, "; "))
}
