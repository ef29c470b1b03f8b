// Package history is undo and redo. A history is a list of projects with the
// names of the edits between them; since projects are values, going back
// cannot be wrong. It must not know what the edits do.
package history

import "ninefold/canvas"

// A Step is one edit that can be undone.
type Step struct {
	// Name says what was done; the window turns it into the user's words.
	Name string
	// Before and After are the project on either side of the edit.
	Before, After *canvas.Project
}

// A History holds a project, the steps that led to it and the steps that were
// undone. It is not safe for use from several goroutines; the projects in it
// are.
type History struct {
	now   *canvas.Project
	saved *canvas.Project
	undo  []Step
	redo  []Step
}

// New returns a history that begins with a project. Saved says whether the
// project stands in a file as it is.
func New(p *canvas.Project, saved bool) *History {
	h := &History{now: p}
	if saved {
		h.saved = p
	}
	return h
}

// Now is the project as it is now.
func (h *History) Now() *canvas.Project { return h.now }

// Do makes an edit a step. What was undone before is forgotten. An edit that
// changed nothing, because after is the present project, is no step.
func (h *History) Do(name string, after *canvas.Project) {
	if after == h.now {
		return
	}
	h.undo = append(h.undo, Step{Name: name, Before: h.now, After: after})
	h.redo = nil
	h.now = after
}

// Undo takes the last step back and returns it; false means there is none.
func (h *History) Undo() (Step, bool) {
	s, ok := pop(&h.undo)
	if ok {
		h.redo = append(h.redo, s)
		h.now = s.Before
	}
	return s, ok
}

// Redo repeats the step that was undone last; false means there is none.
func (h *History) Redo() (Step, bool) {
	s, ok := pop(&h.redo)
	if ok {
		h.undo = append(h.undo, s)
		h.now = s.After
	}
	return s, ok
}

// UndoName and RedoName are the names of the steps that [History.Undo] and
// [History.Redo] would take; empty where there is none.
func (h *History) UndoName() string { return last(h.undo).Name }

// RedoName is the name of the step that [History.Redo] would repeat.
func (h *History) RedoName() string { return last(h.redo).Name }

// Saved marks a project as the one that stands in the file: the one that was
// written, which may no longer be the present one.
func (h *History) Saved(p *canvas.Project) { h.saved = p }

// Dirty reports whether the present project differs from the saved one. Going
// back to what was saved makes it clean again.
func (h *History) Dirty() bool { return h.now != h.saved }

func last(s []Step) Step {
	if len(s) == 0 {
		return Step{}
	}
	return s[len(s)-1]
}

func pop(s *[]Step) (Step, bool) {
	if len(*s) == 0 {
		return Step{}, false
	}
	top := last(*s)
	(*s)[len(*s)-1] = Step{} // let go of the projects
	*s = (*s)[:len(*s)-1]
	return top, true
}
