package board

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

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
		if !b.env.Run("edit_text") { // the window may have something else to edit
			b.Edit()
		}
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
	b.Begin(b.place())
}

// Begin does what Enter and a double click mean: it edits what lies there; in an
// area it has chosen what to put there, or begins it.
func (b *Board) Begin(key Key) {
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
