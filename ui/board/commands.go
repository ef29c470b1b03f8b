package board

import (
	"ninefold/canvas"
	"ninefold/ui/board/gesture"
)

// What the program's actions ask of a board.

// Cancel gives up what is under way: a drag, a placing, else the selection.
// It reports whether there was anything to give up.
func (b *Board) Cancel() bool {
	if b.tip.hide() {
		return true
	}
	if b.Editing() {
		b.editor.discard()
		b.takeFocus()
		return true
	}
	if effects, ok := b.machine.Cancel(); ok {
		b.apply(effects)
		return true
	}
	if b.placing != nil {
		b.stopPlacing()
		return true
	}
	if b.surface.Reset() {
		b.sync()
		return true
	}
	if len(b.env.Doc.Selection()) == 0 {
		return false
	}
	b.enter(b.surface.Here())
	return true
}

// Edit begins to edit the selected item, or a new one in the area where the
// user works.
func (b *Board) Edit() { b.edit(b.place(), 0) }

// EditAt begins to edit an item, or a new one at a button for it.
func (b *Board) EditAt(key Key) { b.edit(key, 0) }

// Add begins a new item in the area where the user works, after keeping the
// text that is being edited.
func (b *Board) Add() {
	b.Commit()
	b.edit(b.surface.Here(), 0)
}

// Delete deletes the selected notes and selects the one that follows.
func (b *Board) Delete() { b.remove("edit.delete") }

// Cut is [Board.Delete] as a step of another name, for notes that were copied.
func (b *Board) Cut() { b.remove("edit.cut") }

func (b *Board) remove(step string) {
	ids := b.env.Doc.Selection()
	if len(ids) == 0 || b.Editing() || b.machine.State() != gesture.Idle {
		return
	}
	next := b.neighbour()
	if b.do(step, func(p *canvas.Project) (*canvas.Project, error) { return canvas.DeleteNotes(p, ids) }) && next != "" {
		b.goTo(next, false)
	}
}

// neighbour is the first item after the selection in its area that is not
// selected, or else the last one before it.
func (b *Board) neighbour() Key {
	from, ok := b.item(b.cursor)
	if !ok {
		return ""
	}
	before, passed := Key(""), false
	for _, item := range b.items {
		switch {
		case item.Key == from.Key:
			passed = true
		case item.Area != from.Area || item.Note == "" || b.selected(item):
		case passed:
			return item.Key
		default:
			before = item.Key
		}
	}
	return before
}

// Duplicate puts a copy after each selected note and selects the copies.
func (b *Board) Duplicate() {
	b.Commit()
	ids := b.env.Doc.Selection()
	if len(ids) == 0 || b.machine.State() != gesture.Idle {
		return
	}
	var copies []canvas.ID
	if b.do("edit.duplicate", func(p *canvas.Project) (next *canvas.Project, err error) {
		next, copies, err = canvas.DuplicateNotes(p, ids)
		return next, err
	}) {
		b.env.Doc.Select(copies...)
	}
}

// Paste puts notes where the user works and selects them.
func (b *Board) Paste(add Adder) {
	b.Commit()
	if b.machine.State() != gesture.Idle {
		return
	}
	keys, err := b.surface.Paste(add)
	b.report(err)
	b.pick(keys)
}

// SelectAll selects every note of the area where the user works.
func (b *Board) SelectAll() {
	area := b.place()
	if item, ok := b.item(area); ok {
		area = item.Area
	}
	var ids []canvas.ID
	for _, item := range b.items {
		if item.Note != "" && item.Area == area {
			ids = append(ids, item.Note)
		}
	}
	if len(ids) > 0 {
		b.env.Doc.Select(ids...)
	}
}

// Nudge moves the selected notes by one place. With copy, they also stay where
// they were, if the surface knows such a thing.
func (b *Board) Nudge(dir Direction, copied bool) {
	item, ok := b.item(b.cursor)
	if !ok || item.Note == "" || b.machine.State() != gesture.Idle {
		return
	}
	_, err := b.surface.Nudge(b.together(item), dir, copied)
	b.report(err)
}
