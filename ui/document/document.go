// Package document is an open project in a window: its history, its selection,
// the file it belongs to, and who wants to hear of changes. It must not know
// how anything is drawn, and does not import Fyne.
package document

import (
	"slices"

	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/canvas/history"
	"ninefold/ui/guard"
)

// A Document is a project that is being worked on. All its methods are for the
// window's goroutine.
type Document struct {
	history   *history.History
	path      string
	base      *canvas.Project // as the file held it last; nil means that it never did
	selection []canvas.ID
	block     canvas.Block
	typed     []typed // what is being typed, by whom
	typing    func()
	listeners []*func(Change) // never changed in place: one may go while all are being told

	results   results
	start     func(work, done func()) // see [Document.Beside]; nil means never
	computing bool
	scenario  costing.Scenario // see [Document.LookAhead]
}

// A Change says what is new about a document.
type Change struct {
	// Before and After differ when the project changed.
	Before, After *canvas.Project
	// Selection says that other notes, or another block, are selected.
	Selection bool
	// File says that the path changed or that the project was saved.
	File bool
	// Figures says that the costs and findings of a large project are new,
	// which they become later than the project itself.
	Figures bool
}

// Project reports whether the project changed.
func (c Change) Project() bool { return c.Before != c.After }

// New returns a document on a project. An empty path means that it was never
// saved; otherwise the project stands in the file as it is.
func New(p *canvas.Project, path string) *Document {
	d := &Document{history: history.New(p, path != ""), path: path}
	if path != "" {
		d.base = p
	}
	return d
}

// Project is the project as it is now.
func (d *Document) Project() *canvas.Project { return d.history.Now() }

// Do carries out an edit as one step with a name, a key of the catalogue such
// as "edit.move". If the edit fails, nothing changes and its error returns.
func (d *Document) Do(name string, edit canvas.Edit) error {
	defer guard.Catch() // who edits may be a field of Fyne's, with nothing around it
	before := d.Project()
	after, err := edit(before)
	if err != nil {
		return err
	}
	if after == before {
		return nil
	}
	d.history.Do(name, after)
	d.changed(before)
	return nil
}

// Undo takes the last step back; it reports false when there is none.
func (d *Document) Undo() bool {
	before := d.Project()
	_, ok := d.history.Undo()
	if ok {
		d.changed(before)
	}
	return ok
}

// Redo repeats the step undone last; it reports false when there is none.
func (d *Document) Redo() bool {
	before := d.Project()
	_, ok := d.history.Redo()
	if ok {
		d.changed(before)
	}
	return ok
}

// UndoName is the name of the step that [Document.Undo] would take back;
// empty where there is none.
func (d *Document) UndoName() string { return d.history.UndoName() }

// RedoName is the name of the step that [Document.Redo] would repeat; empty
// where there is none.
func (d *Document) RedoName() string { return d.history.RedoName() }

// Path is the file that the document belongs to; empty means none yet.
func (d *Document) Path() string { return d.path }

// Dirty reports whether the project differs from what stands in the file. A
// project that was never saved is dirty once something was edited.
func (d *Document) Dirty() bool { return d.history.Dirty() && (d.path != "" || d.UndoName() != "") }

// Base is the project as its file held it when it was last read or written; nil
// for a document that never had a file.
func (d *Document) Base() *canvas.Project { return d.base }

// Saved notes that a project was written to a file, or found there.
func (d *Document) Saved(p *canvas.Project, path string) {
	d.path, d.base = path, p
	d.history.Saved(p)
	d.tell(Change{Before: d.Project(), After: d.Project(), File: true})
}

// Take goes on, as one step with a name, with a project that what another
// program has written to the file is part of, or all. Theirs is what the file
// now holds.
func (d *Document) Take(name string, theirs, next *canvas.Project) {
	before := d.Project()
	d.base = theirs
	d.history.Do(name, next)
	d.history.Saved(theirs)
	d.changed(before)
}

// Lost notes that the file does not hold the project any more, so that it
// counts as unsaved.
func (d *Document) Lost() {
	d.history.Saved(nil)
	d.tell(Change{Before: d.Project(), After: d.Project(), File: true})
}

// A typed is a text that is not kept yet.
type typed struct {
	by   any
	edit canvas.Edit
}

// Typing notes what edit the text that is being typed somewhere would be, were
// it kept now; nil says that it would be none. No step comes of it. By tells
// the place from the others where something is being typed.
func (d *Document) Typing(by any, edit canvas.Edit) {
	at := slices.IndexFunc(d.typed, func(t typed) bool { return t.by == by })
	switch {
	case at < 0 && edit == nil:
		return
	case at < 0:
		d.typed = append(d.typed, typed{by, edit})
	case edit == nil:
		d.typed = slices.Delete(d.typed, at, at+1)
	default:
		d.typed[at].edit = edit
	}
	if d.typing != nil {
		d.typing()
	}
}

// Typed is the project with all that is being typed and can be kept; the
// project as it is while nothing is.
func (d *Document) Typed() *canvas.Project {
	p := d.Project()
	for _, t := range d.typed {
		if next, err := t.edit(p); err == nil {
			p = next
		}
	}
	return p
}

// OnTyping has a function called whenever Typed may have changed without a
// change of the document.
func (d *Document) OnTyping(f func()) { d.typing = f }

// Selection returns the ids of the selected notes, in the order of their
// selection. The slice is shared: do not change it.
func (d *Document) Selection() []canvas.ID { return d.selection }

// Selected returns the one selected note, or nil when none or several are.
func (d *Document) Selected() *canvas.Note {
	if len(d.selection) != 1 {
		return nil
	}
	return d.Project().Note(d.selection[0])
}

// IsSelected reports whether a note is selected.
func (d *Document) IsSelected(id canvas.ID) bool { return slices.Contains(d.selection, id) }

// Block is the block that the user is working in: that of the note selected
// last, or the one chosen by [Document.SelectBlock]; empty at the start.
func (d *Document) Block() canvas.Block { return d.block }

// Select selects these notes and no others.
func (d *Document) Select(ids ...canvas.ID) {
	block := d.block
	if len(ids) > 0 {
		if n := d.Project().Note(ids[len(ids)-1]); n != nil {
			block = n.Block
		}
	}
	if slices.Equal(ids, d.selection) && block == d.block {
		return
	}
	d.selection, d.block = slices.Clone(ids), block
	d.tell(Change{Before: d.Project(), After: d.Project(), Selection: true})
}

// SelectBlock selects no note and works in a block.
func (d *Document) SelectBlock(b canvas.Block) {
	if b == d.block && len(d.selection) == 0 {
		return
	}
	d.selection, d.block = nil, b
	d.tell(Change{Before: d.Project(), After: d.Project(), Selection: true})
}

// Listen has a function called after every change, until the returned function
// is called.
func (d *Document) Listen(f func(Change)) (stop func()) {
	l := &f
	d.listeners = append(slices.Clip(d.listeners), l)
	return func() {
		d.listeners = slices.DeleteFunc(slices.Clone(d.listeners), func(o *func(Change)) bool { return o == l })
	}
}

// changed tells of a changed project, and drops from the selection what is no
// longer there.
func (d *Document) changed(before *canvas.Project) {
	now := d.Project()
	kept := slices.DeleteFunc(slices.Clone(d.selection), func(id canvas.ID) bool { return now.Note(id) == nil })
	lost := len(kept) != len(d.selection)
	d.selection = kept
	d.renew()
	d.tell(Change{Before: before, After: now, Selection: lost})
}

func (d *Document) tell(c Change) {
	for _, l := range d.listeners {
		if slices.Contains(d.listeners, l) { // it may have gone meanwhile
			guard.Run(func() { (*l)(c) }) // the others must hear of it all the same
		}
	}
}
