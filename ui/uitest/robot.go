// Package uitest works windows in tests as a person does: with a pointer that
// presses, moves and releases, and with keys. Fyne's own test helpers call the
// handlers of one widget; a [Robot] finds out who gets an event, in the order
// and with the thresholds of Fyne's desktop driver, so that a test sees what
// a user would. It needs no display.
package uitest

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// dragThreshold is how far Fyne's driver lets the pointer travel before it
// begins to tell of a drag.
const dragThreshold = 2

// A Robot is a pointer and a keyboard on one window.
type Robot struct {
	t      testing.TB
	window fyne.Window
	at     fyne.Position
	held   fyne.KeyModifier

	button   desktop.MouseButton
	pressed  fyne.CanvasObject // what got the press
	over     desktop.Hoverable
	dragged  fyne.Draggable
	dragging bool
	offset   fyne.Position // from a place in the window to one in dragged
	last     fyne.Position // of the last drag event
	clicked  fyne.CanvasObject
}

// New returns a robot for a window of Fyne's test driver.
func New(t testing.TB, window fyne.Window) *Robot {
	t.Helper()
	return &Robot{t: t, window: window}
}

// Modifiers returns the modifier keys that the robot holds; give it to what
// asks the driver in a real window.
func (r *Robot) Modifiers() fyne.KeyModifier { return r.held }

// Hold holds modifier keys until the returned function is called.
func (r *Robot) Hold(m fyne.KeyModifier) (release func()) {
	before := r.held
	r.held |= m
	r.tellShift(before)
	return func() {
		held := r.held
		r.held = before
		r.tellShift(held)
	}
}

// tellShift tells the focused widget of the Shift key, if it wants to know.
func (r *Robot) tellShift(before fyne.KeyModifier) {
	keyable, ok := r.window.Canvas().Focused().(desktop.Keyable)
	if !ok || (before^r.held)&fyne.KeyModifierShift == 0 {
		return
	}
	e := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	if r.held&fyne.KeyModifierShift != 0 {
		keyable.KeyDown(e)
	} else {
		keyable.KeyUp(e)
	}
}

// MoveTo moves the pointer straight to a place in the window.
func (r *Robot) MoveTo(to fyne.Position) {
	from := r.at
	r.at = to
	if r.button != 0 && r.button != desktop.MouseButtonSecondary && !r.dragging {
		travel := to.Subtract(r.last)
		if o, pos := r.find(from, isDraggable); o != nil &&
			math.Max(math.Abs(float64(travel.X)), math.Abs(float64(travel.Y))) >= dragThreshold {
			r.dragged, r.dragging, r.offset = o.(fyne.Draggable), true, from.Subtract(pos)
		}
	}
	if r.dragging {
		r.dragged.Dragged(&fyne.DragEvent{
			PointEvent: fyne.PointEvent{AbsolutePosition: to, Position: to.Subtract(r.offset)},
			Dragged:    fyne.NewDelta(to.X-r.last.X, to.Y-r.last.Y),
		})
		r.last = to
		return
	}
	r.hover()
}

// hover tells what the pointer is over.
func (r *Robot) hover() {
	o, pos := r.find(r.at, isHoverable)
	now, _ := o.(desktop.Hoverable)
	if r.over != nil && r.over != now {
		r.over.MouseOut()
	}
	if now != nil {
		e := r.mouse(pos, r.button)
		if r.over == now {
			now.MouseMoved(e)
		} else {
			now.MouseIn(e)
		}
	}
	r.over = now
}

func (r *Robot) mouse(pos fyne.Position, button desktop.MouseButton) *desktop.MouseEvent {
	return &desktop.MouseEvent{
		PointEvent: fyne.PointEvent{AbsolutePosition: r.at, Position: pos}, Button: button, Modifier: r.held,
	}
}

// Press presses a button of the mouse where the pointer is.
func (r *Robot) Press(button desktop.MouseButton) {
	r.last = r.at
	o, pos := r.find(r.at, isPressable)
	if m, ok := o.(desktop.Mouseable); ok {
		m.MouseDown(r.mouse(pos, button))
	}
	r.unfocus(o)
	r.button |= button
	r.pressed = o
}

// unfocus takes the focus from a widget that lies elsewhere, as the driver
// does after a press was told.
func (r *Robot) unfocus(pressed fyne.CanvasObject) {
	focused := r.window.Canvas().Focused()
	if focused == nil {
		return
	}
	if wid, ok := pressed.(fyne.Focusable); ok && wid == focused {
		return
	}
	if o, ok := focused.(fyne.CanvasObject); ok {
		if found, _ := r.find(r.at, func(other fyne.CanvasObject) bool { return other == o }); found != nil {
			return
		}
	}
	r.window.Canvas().Unfocus()
}

// Release releases a button of the mouse.
func (r *Robot) Release(button desktop.MouseButton) {
	o, pos := r.find(r.at, isPressable)
	if m, ok := r.dragged.(desktop.Mouseable); ok {
		m.MouseUp(r.mouse(r.at.Subtract(r.offset), button))
	} else if m, ok := o.(desktop.Mouseable); ok {
		m.MouseUp(r.mouse(pos, button))
	}
	r.unfocus(o)
	r.button &^= button
	dragged := r.dragging
	if r.dragging {
		r.dragged.DragEnd()
		r.dragged, r.dragging = nil, false
	}
	e := &fyne.PointEvent{AbsolutePosition: r.at, Position: pos}
	switch {
	case button == desktop.MouseButtonSecondary:
		if s, ok := o.(fyne.SecondaryTappable); ok && o == r.pressed {
			s.TappedSecondary(e)
		}
	case !dragged:
		r.tap(o, e)
	}
}

// tap tells of a click. For a widget that knows double clicks the second of two
// in a row makes one; the robot's own clicks always follow each other quickly.
func (r *Robot) tap(o fyne.CanvasObject, e *fyne.PointEvent) {
	double, ok := o.(fyne.DoubleTappable)
	switch {
	case ok && r.clicked == o:
		r.clicked = nil
		double.DoubleTapped(e)
	case ok:
		r.clicked = o
	default:
		if t, ok := o.(fyne.Tappable); ok && o == r.pressed {
			t.Tapped(e)
		}
	}
}

// Rest lets the time for a double click pass.
func (r *Robot) Rest() {
	if t, ok := r.clicked.(fyne.Tappable); ok {
		t.Tapped(&fyne.PointEvent{AbsolutePosition: r.at})
	}
	r.clicked = nil
}

// Click clicks at a place, once.
func (r *Robot) Click(at fyne.Position) {
	r.MoveTo(at)
	r.Press(desktop.MouseButtonPrimary)
	r.Release(desktop.MouseButtonPrimary)
	r.Rest()
}

// DoubleClick clicks twice at a place.
func (r *Robot) DoubleClick(at fyne.Position) {
	r.MoveTo(at)
	for range 2 {
		r.Press(desktop.MouseButtonPrimary)
		r.Release(desktop.MouseButtonPrimary)
	}
	r.Rest()
}

// RightClick clicks with the other button.
func (r *Robot) RightClick(at fyne.Position) {
	r.MoveTo(at)
	r.Press(desktop.MouseButtonSecondary)
	r.Release(desktop.MouseButtonSecondary)
}

// Pull presses at one place and moves to another in a few steps, without
// releasing.
func (r *Robot) Pull(from, to fyne.Position) {
	r.MoveTo(from)
	r.Press(desktop.MouseButtonPrimary)
	const steps = 4
	for i := 1; i <= steps; i++ {
		part := float32(i) / steps
		r.MoveTo(fyne.NewPos(from.X+(to.X-from.X)*part, from.Y+(to.Y-from.Y)*part))
	}
}

// Drag drags from one place to another.
func (r *Robot) Drag(from, to fyne.Position) {
	r.Pull(from, to)
	r.Release(desktop.MouseButtonPrimary)
}

// Scroll turns the wheel where the pointer is; positive is upwards.
func (r *Robot) Scroll(dy float32) {
	if o, pos := r.find(r.at, isScrollable); o != nil {
		o.(fyne.Scrollable).Scrolled(&fyne.ScrollEvent{
			PointEvent: fyne.PointEvent{AbsolutePosition: r.at, Position: pos}, Scrolled: fyne.NewDelta(0, dy),
		})
	}
}
