package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Reveal scrolls what an object lies in until it is in sight. Whatever takes
// the focus calls it, since Tab leads to what is out of sight, too, and Fyne
// scrolls for nobody.
func Reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	if c == nil {
		return
	}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root = top
	}
	around, _ := scrollsAround(root, o)
	for _, s := range around {
		top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s).Y
		switch below := top + o.Size().Height - s.Size().Height; {
		case top < 0:
			s.Offset.Y += top
		case below > 0:
			s.Offset.Y += min(below, top) // its top counts where it is too high
		default:
			continue
		}
		s.Refresh()
	}
}

// scrollsAround finds an object in the containers below another one, and what
// scrolls on the way to it, the innermost first.
func scrollsAround(root, o fyne.CanvasObject) (scrolls []*container.Scroll, found bool) {
	var inner []fyne.CanvasObject
	switch root := root.(type) {
	case *fyne.Container:
		inner = root.Objects
	case *container.Scroll:
		inner = []fyne.CanvasObject{root.Content}
	}
	if slices.Contains(inner, o) {
		found = true
	}
	for k := 0; k < len(inner) && !found; k++ {
		scrolls, found = scrollsAround(inner[k], o)
	}
	if s, ok := root.(*container.Scroll); ok && found {
		scrolls = append(scrolls, s)
	}
	return scrolls, found
}

// functionKeys are those that nobody types.
var functionKeys = []fyne.KeyName{
	fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
	fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12,
}

// Pass hands a key that a control has no use for on to the window: a function
// key, which otherwise only the control hears, and Escape, which leaves it. It
// reports false for any other key.
func Pass(o fyne.CanvasObject, e *fyne.KeyEvent) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	switch {
	case c == nil || c.Overlays().Top() != nil: // in a dialog nothing reaches the window
		return false
	case e.Name == fyne.KeyEscape:
		c.Unfocus()
	case slices.Contains(functionKeys, e.Name) && c.OnTypedKey() != nil:
		c.OnTypedKey()(e)
	default:
		return false
	}
	return true
}
