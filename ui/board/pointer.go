package board

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/ui/board/gesture"
	"ninefold/ui/guard"
)

var (
	_ desktop.Mouseable = (*Board)(nil)
	_ desktop.Hoverable = (*Board)(nil)
)

// A grip is a scroll bar that is held.
type grip struct {
	slide func(to geometry.Point)
	back  func()
}

// MouseDown begins a gesture. The selection changes here and not on release,
// because Fyne tells of no tap once the pointer has moved a little.
func (b *Board) MouseDown(e *desktop.MouseEvent) {
	defer guard.Catch()
	b.Commit() // before looking what was pressed: keeping a text may move things
	b.tip.hide()
	b.stopPlacing()
	b.takeFocus()
	at := point(e.Position)
	switch e.Button {
	case desktop.MouseButtonPrimary:
		mod := modifiers(e.Modifier)
		mod.Pan = b.space
		b.apply(b.machine.Press(gesture.Point(at), b.target(at), mod))
	case desktop.MouseButtonTertiary:
		b.apply(b.machine.Press(gesture.Point(at), gesture.Target{}, gesture.Modifiers{Pan: true}))
	case desktop.MouseButtonSecondary:
		b.apply(b.machine.Secondary(b.target(at)))
	}
}

// MouseUp ends a gesture; during a drag it comes with the position of the drop.
func (b *Board) MouseUp(e *desktop.MouseEvent) {
	defer guard.Catch()
	if e.Button == desktop.MouseButtonPrimary || e.Button == desktop.MouseButtonTertiary && b.machine.State() == gesture.Panning {
		b.apply(b.machine.Release(gesture.Point(point(e.Position)), modifiers(e.Modifier)))
		b.grip = nil
		b.mark()
	}
}

// Dragged follows the pointer while its button is held.
func (b *Board) Dragged(e *fyne.DragEvent) {
	defer guard.Catch()
	b.apply(b.machine.Move(gesture.Point(point(e.Position)), modifiers(b.env.Modifiers())))
}

// DragEnd does nothing: the release has been told already, with its place.
func (b *Board) DragEnd() {}

// DoubleTapped begins to edit what lies there.
func (b *Board) DoubleTapped(e *fyne.PointEvent) {
	defer guard.Catch()
	at := point(e.Position)
	b.apply(b.machine.Twice(gesture.Point(at), b.target(at)))
}

// TappedSecondary shows the menu of what lies there.
func (b *Board) TappedSecondary(e *fyne.PointEvent) {
	defer guard.Catch()
	if actions := b.surface.Menu(b.surface.Hit(point(e.Position))); len(actions) > 0 {
		b.env.Menu(e.AbsolutePosition, actions)
	}
}

// MouseIn is for Fyne.
func (b *Board) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved marks what lies under the pointer.
func (b *Board) MouseMoved(e *desktop.MouseEvent) {
	defer guard.Catch()
	b.hover(b.surface.Hit(point(e.Position)))
}

// MouseOut is for Fyne.
func (b *Board) MouseOut() {
	defer guard.Catch()
	b.hover("")
}

func (b *Board) hover(key Key) {
	if key == b.hovered {
		return
	}
	b.hovered = key
	b.mark()
	b.tip.rest(key)
}

// Cursor shows what a click would do: a hand pushes, or takes the sheet.
func (b *Board) Cursor() desktop.Cursor {
	if b.space || b.machine.State() == gesture.Panning {
		return desktop.PointerCursor
	}
	if item, ok := b.item(b.hovered); ok && item.Button && b.drag == nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Scrolled scrolls what lies under the pointer, with Shift sideways; with Ctrl
// it zooms.
func (b *Board) Scrolled(e *fyne.ScrollEvent) {
	defer guard.Catch()
	mod, by := b.env.Modifiers(), e.Scrolled
	if mod&fyne.KeyModifierShortcutDefault != 0 {
		b.turnZoom(by.DY, point(e.Position))
		return
	}
	if mod&fyne.KeyModifierShift != 0 && by.DX == 0 {
		by.DX, by.DY = by.DY, 0
	}
	if b.surface.ScrollBy(point(e.Position), -float64(by.DX), -float64(by.DY)) {
		b.tip.hide()
		b.sync()
		if b.Editing() {
			b.editor.typed() // its place has moved
		}
		if b.drag != nil {
			b.carry(point(e.Position), b.drag.copied)
		}
	}
}

// target tells the gesture what lies at a place.
func (b *Board) target(at geometry.Point) gesture.Target {
	key := b.surface.Hit(at)
	item, ok := b.item(key)
	if !ok {
		return gesture.Target{Key: string(key)}
	}
	return gesture.Target{Key: string(key), Selectable: item.Note != "", Movable: item.Movable, Button: item.Button, Bar: item.Bar, Selected: b.selected(item)}
}

func modifiers(m fyne.KeyModifier) gesture.Modifiers {
	ctrl := m&fyne.KeyModifierShortcutDefault != 0
	return gesture.Modifiers{Add: ctrl || m&fyne.KeyModifierShift != 0, Copy: ctrl}
}

// apply carries out what a gesture means.
func (b *Board) apply(effects []gesture.Effect) {
	for _, e := range effects {
		switch e := e.(type) {
		case gesture.Choose:
			b.choose(Key(e.Key), e.Toggle)
		case gesture.Enter:
			b.enter(Key(e.Key))
		case gesture.Push:
			b.pushed(Key(e.Key))
		case gesture.Open:
			b.Begin(Key(e.Key))
		case gesture.Lift:
			b.lift(Key(e.Key), geometry.Point(e.At))
		case gesture.Carry:
			b.carry(geometry.Point(e.At), e.Copy)
		case gesture.Drop:
			b.carry(geometry.Point(e.At), e.Copy)
			b.drop()
		case gesture.Stretch:
			b.stretch(geometry.Point(e.From), geometry.Point(e.To), e.Add)
		case gesture.Slacken:
			b.slacken(true)
		case gesture.Pan:
			if b.surface.Pan(e.To.X-e.From.X, e.To.Y-e.From.Y) {
				b.sync()
			}
		case gesture.Grip:
			b.grip = &grip{}
			b.grip.slide, b.grip.back = b.surface.Grip(Key(e.Key), geometry.Point(e.At))
			b.sync()
		case gesture.Slide:
			b.grip.slide(geometry.Point(e.To))
			b.sync()
		case gesture.PutBack:
			if b.grip != nil {
				b.grip.back()
				b.grip = nil
				b.sync()
			}
			b.putBack()
			b.slacken(false)
		}
	}
}

// choose selects an item, or adds it to the selection and takes it out again.
func (b *Board) choose(key Key, toggle bool) {
	item, ok := b.item(key)
	if !ok {
		return
	}
	if item.Offer != "" { // it is not seen for long
		b.enter(item.Offer)
		return
	}
	b.cursor = key
	doc := b.env.Doc
	switch {
	case item.Note == "":
		doc.Select()
	case !toggle:
		doc.Select(item.Note)
	case doc.IsSelected(item.Note):
		doc.Select(without(doc.Selection(), item.Note)...)
	default:
		doc.Select(append(slices.Clone(doc.Selection()), item.Note)...)
	}
	b.mark()
}

// enter makes an area the one that the user works in.
func (b *Board) enter(key Key) {
	b.surface.Enter(key)
	if _, ok := b.surface.Areas()[key]; !ok && key != "" {
		key = b.surface.Here() // it was something in the area
	}
	b.cursor = key
	b.sync()
	b.env.Entered()
}

func without(ids []canvas.ID, id canvas.ID) []canvas.ID {
	return slices.DeleteFunc(slices.Clone(ids), func(other canvas.ID) bool { return other == id })
}

// pushed does what a click on a button means; what is for nothing but typing
// is edited, and what can be explained is.
func (b *Board) pushed(key Key) {
	if item, ok := b.item(key); ok && !b.push(item) && !b.explain(item) {
		fyne.Do(func() { guard.Run(func() { b.edit(key, 0) }) }) // once the release has taken the focus away
	}
}

// pick selects items, the last one with the keyboard on it.
func (b *Board) pick(keys []Key) {
	var ids []canvas.ID
	for _, key := range keys {
		item, ok := b.item(key)
		if !ok && b.surface.Reveal(key) { // it was folded away
			b.sync()
			item, ok = b.item(key)
		}
		if !ok {
			continue
		}
		if b.cursor = key; item.Note != "" {
			ids = append(ids, item.Note)
		}
	}
	if len(ids) > 0 {
		b.env.Doc.Select(ids...)
	}
	b.mark()
}

// stretch spans the rubber band and selects the notes that it touches.
func (b *Board) stretch(from, to geometry.Point, add bool) {
	doc := b.env.Doc
	if !b.layers.band.Visible() {
		b.band = doc.Selection()
	}
	r := geometry.Rect{ // at least a line, so that a straight way touches something
		X: min(from.X, to.X), Y: min(from.Y, to.Y),
		W: max(math.Abs(from.X-to.X), 1), H: max(math.Abs(from.Y-to.Y), 1),
	}
	showAt(b.layers.band, r, true)

	var ids []canvas.ID
	if add {
		ids = slices.Clone(b.band)
	}
	for _, item := range b.items {
		if item.Note != "" && b.visible(item).Overlaps(r) && !slices.Contains(ids, item.Note) {
			ids = append(ids, item.Note)
		}
	}
	doc.Select(ids...)
}

// slacken takes the rubber band away.
func (b *Board) slacken(keep bool) {
	if !b.layers.band.Visible() {
		return
	}
	b.layers.band.Hide()
	if !keep {
		b.env.Doc.Select(b.band...)
	}
	b.band = nil
}

// takeFocus makes the board the one that hears the keyboard; Fyne leaves that
// to the widget.
func (b *Board) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		c.Focus(b)
	}
}
