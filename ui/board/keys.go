package board

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/ui/board/gesture"
	"ninefold/ui/guard"
)

// FocusGained is for Fyne.
func (b *Board) FocusGained() {
	b.focused = true
	b.mark()
}

// FocusLost is for Fyne.
func (b *Board) FocusLost() {
	b.focused, b.space = false, false
	b.tip.hide()
	b.stopPlacing()
	b.mark()
}

// AcceptsTab keeps Tab for going through the areas; at their end it leads on.
func (b *Board) AcceptsTab() bool { return true }

var directions = map[fyne.KeyName]Direction{
	fyne.KeyLeft: Left, fyne.KeyRight: Right, fyne.KeyUp: Up, fyne.KeyDown: Down,
	fyne.KeyHome: First, fyne.KeyEnd: Last,
}

// TypedKey works the board by the keyboard.
func (b *Board) TypedKey(e *fyne.KeyEvent) {
	defer guard.Catch()
	if e.Name != fyne.KeyEscape && e.Name != fyne.KeySpace {
		b.tip.hide()
	}
	if dir, ok := directions[e.Name]; ok {
		b.step(dir)
		return
	}
	switch e.Name {
	case fyne.KeyEscape:
		if !b.Cancel() {
			b.pass(e)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		b.open()
	case fyne.KeySpace:
		b.ponder()
	case fyne.KeyF2:
		b.Edit()
	case fyne.KeyDelete, fyne.KeyBackspace:
		if !b.env.Run("edit_delete") { // the window may have something to ask first
			b.Delete()
		}
	case fyne.KeyTab:
		b.tab()
	case fyne.KeyPageUp:
		b.turnPage(-1)
	case fyne.KeyPageDown:
		b.turnPage(1)
	case desktop.KeyMenu:
		b.openMenu()
	case fyne.KeyF10:
		if b.env.Modifiers()&fyne.KeyModifierShift != 0 {
			b.openMenu()
		}
	default:
		b.pass(e)
	}
}

// pass tells the window of a key that the board has no use for: a widget that
// has the focus hides its keys from it.
func (b *Board) pass(e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// TypedRune begins to edit with what is typed.
func (b *Board) TypedRune(r rune) {
	defer guard.Catch()
	if unicode.IsGraphic(r) && !unicode.IsSpace(r) && b.machine.State() == gesture.Idle && b.placing == nil {
		b.edit(b.surface.Typing(b.place()), r)
	}
}

// TypedShortcut carries out the shortcuts that are the board's own and passes
// the others on.
func (b *Board) TypedShortcut(s fyne.Shortcut) {
	defer guard.Catch()
	if isNext(s) {
		b.Add()
		return
	}
	switch s := s.(type) {
	case *fyne.ShortcutSelectAll:
		b.SelectAll()
		return
	case *desktop.CustomShortcut:
		if s.KeyName == fyne.KeyEscape && b.Cancel() { // of a drag that copies, with Ctrl still held
			return
		}
		if dir, ok := directions[s.KeyName]; ok && s.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierAlt {
			b.Nudge(dir, s.Modifier&fyne.KeyModifierShift != 0)
			return
		}
		if s.KeyName == fyne.KeyD && s.Modifier == fyne.KeyModifierShortcutDefault {
			b.Duplicate()
			return
		}
	}
	// A widget that hears shortcuts hides them from the window.
	if b.env.Shortcut(s) {
		return
	}
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(b).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// step goes on in a direction; with Shift the selection grows by what is
// stepped on.
func (b *Board) step(dir Direction) {
	if b.placing != nil {
		b.carryOn(dir)
		return
	}
	if to := b.surface.Step(b.place(), dir); to != "" {
		b.goTo(to, b.env.Modifiers()&fyne.KeyModifierShift != 0)
	}
}

// turnPage scrolls what the keyboard is in by most of its height.
func (b *Board) turnPage(by float64) {
	const most = 0.8
	at, ok := b.surface.Areas()[b.place()]
	if item, is := b.item(b.place()); is {
		at, ok = item.Rect, true
	}
	if !ok { // scrolled out of sight
		at = b.view()
	}
	if b.surface.ScrollBy(at.Center(), 0, by*most*b.size.H) {
		b.sync()
	}
}

// place is where the keyboard is.
func (b *Board) place() Key {
	if _, ok := b.item(b.cursor); ok {
		return b.cursor
	}
	if _, ok := b.surface.Areas()[b.cursor]; ok {
		return b.cursor
	}
	return b.surface.Here()
}

// GoTo moves the keyboard to an item or area, if there is such a one.
func (b *Board) GoTo(key Key) {
	b.Relayout()
	if _, ok := b.item(key); ok || b.surface.Areas()[key] != (geometry.Rect{}) {
		b.goTo(key, false)
	}
}

// goTo moves the keyboard's place and the selection with it.
func (b *Board) goTo(key Key, add bool) {
	if b.surface.Reveal(key) {
		b.sync()
	}
	item, ok := b.item(key)
	switch {
	case !ok:
		b.enter(key)
	case !add || item.Note == "":
		b.choose(key, false)
	case b.selected(item):
		b.cursor = key
	default:
		b.choose(key, true)
	}
}

// tab goes to the next area, and from the last one out of the board.
func (b *Board) tab() {
	dir := Next
	if b.env.Modifiers()&fyne.KeyModifierShift != 0 {
		dir = Previous
	}
	if b.placing != nil {
		b.carryOn(dir)
		return
	}
	if to := b.surface.Step(b.place(), dir); to != "" {
		b.goTo(to, false)
		return
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(b)
	switch {
	case c == nil:
	case dir == Next:
		c.FocusNext()
	default:
		c.FocusPrevious()
	}
}

// open does what Enter means where the keyboard is: it edits, places or begins
// to place.
func (b *Board) open() {
	if b.placing != nil {
		b.letGo()
		return
	}
	if item, ok := b.item(b.cursor); ok && item.Note == "" && (b.startPlacing(item) || item.Button && b.push(item)) {
		return
	}
	b.begin(b.place())
}

// begin does what Enter and a double click mean: it edits what lies there; in an
// area it has chosen what to put there, or begins it.
func (b *Board) begin(key Key) {
	if at, ok := b.surface.Areas()[key]; ok {
		at.H = min(at.H, menuDrop)
		if b.push(Item{Key: key, Rect: at}) {
			return
		}
	}
	b.edit(key, 0)
}

// ponder does what Space means where the keyboard is: it lets go of what is
// placed, explains, pushes or opens.
func (b *Board) ponder() {
	item, ok := b.item(b.cursor)
	switch {
	case b.placing != nil:
		b.letGo()
	case !ok || b.explain(item) || b.push(item):
	case item.Note == "":
		b.open()
	}
}

// push does what an item is for apart from being edited and moved.
func (b *Board) push(item Item) bool {
	did, ok := b.surface.Push(item.Key)
	if !ok {
		return false
	}
	b.sync()
	switch {
	case did.Run != "":
		b.env.Run(did.Run)
	case did.Ask != nil:
		b.ask(did.Ask, item.Rect)
	}
	return true
}

// ask has something chosen beside a place of the board.
func (b *Board) ask(c *Choice, at geometry.Rect) {
	pick := c.Pick
	choice := *c
	choice.Pick = func(option int) ([]Key, error) {
		keys, err := pick(option)
		b.report(err)
		b.pick(keys)
		if choice.Write && len(keys) > 0 {
			b.edit(keys[0], 0)
		}
		return keys, err
	}
	pos, size := rect(at)
	fyne.Do(func() { // a release of the pointer takes the focus from what is elsewhere, after it was told
		defer guard.Catch()
		b.env.Choose(fyne.CurrentApp().Driver().AbsolutePositionForObject(b).Add(pos), size, choice)
	})
}

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
