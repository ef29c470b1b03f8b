package uitest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func isDraggable(o fyne.CanvasObject) bool { _, ok := o.(fyne.Draggable); return ok }

func isHoverable(o fyne.CanvasObject) bool { _, ok := o.(desktop.Hoverable); return ok }

func isScrollable(o fyne.CanvasObject) bool { _, ok := o.(fyne.Scrollable); return ok }

func isPressable(o fyne.CanvasObject) bool {
	switch o.(type) {
	case fyne.Tappable, fyne.SecondaryTappable, fyne.DoubleTappable, fyne.Focusable, desktop.Mouseable:
		return true
	}
	return false
}

// Visit visits every visible object of the window, from back to front.
func (r *Robot) Visit(visit func(fyne.CanvasObject)) {
	var each func(fyne.CanvasObject)
	each = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		visit(o)
		for _, child := range children(o) {
			each(child)
		}
	}
	each(r.window.Canvas().Content())
}

// find returns the topmost object at a place in the window that a function
// accepts, and the place within it. Only the top overlay is looked at when
// there is one, as in a real window.
func (r *Robot) find(at fyne.Position, accepts func(fyne.CanvasObject) bool) (fyne.CanvasObject, fyne.Position) {
	c := r.window.Canvas()
	root := c.Overlays().Top()
	if root == nil {
		root = c.Content()
	}
	var found fyne.CanvasObject
	var place fyne.Position
	walk(root, at, func(o fyne.CanvasObject, in fyne.Position) {
		if accepts(o) {
			found, place = o, in
		}
	})
	return found, place
}

// Words returns the middle of the last visible text that says these words; only
// the top overlay is looked at when there is one.
func (r *Robot) Words(words string) (at fyne.Position, ok bool) {
	c := r.window.Canvas()
	root := c.Overlays().Top()
	if root == nil {
		root = c.Content()
	}
	var look func(o fyne.CanvasObject, origin fyne.Position)
	look = func(o fyne.CanvasObject, origin fyne.Position) {
		if o == nil || !o.Visible() {
			return
		}
		origin = origin.Add(o.Position())
		if text, is := o.(*canvas.Text); is && text.Text == words {
			at, ok = origin.AddXY(o.Size().Width/2, o.Size().Height/2), true
		}
		for _, child := range children(o) {
			look(child, origin)
		}
	}
	look(root, fyne.Position{})
	return at, ok
}

// walk visits, from back to front, the visible objects that hold a place,
// which is given in the coordinates of the object's parent.
func walk(o fyne.CanvasObject, at fyne.Position, visit func(o fyne.CanvasObject, in fyne.Position)) {
	if o == nil || !o.Visible() {
		return
	}
	in := at.Subtract(o.Position())
	size := o.Size()
	inside := in.X >= 0 && in.Y >= 0 && in.X < size.Width && in.Y < size.Height
	if inside {
		visit(o, in)
	} else if clips(o) {
		return
	}
	for _, child := range children(o) {
		walk(child, in, visit)
	}
}

func clips(o fyne.CanvasObject) bool {
	_, clip := o.(*container.Clip)
	return clip || isScrollable(o)
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}
