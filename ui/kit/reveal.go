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
		scrollTo(s, driver.AbsolutePositionForObject(o).Y-driver.AbsolutePositionForObject(s).Y, o.Size().Height)
	}
}

// RevealIn scrolls until an object in what is scrolled is in sight. Unlike
// [Reveal] it does not need that any of it has been drawn yet.
func RevealIn(s *container.Scroll, o fyne.CanvasObject) {
	at, found := placeIn(s.Content, o)
	if !found {
		return
	}
	scrollTo(s, at-s.Offset.Y, o.Size().Height)
}

// scrollTo scrolls until what lies so far below the upper edge is in sight.
func scrollTo(s *container.Scroll, top, height float32) {
	switch below := top + height - s.Size().Height; {
	case top < 0:
		s.Offset.Y += top
	case below > 0:
		s.Offset.Y += min(below, top) // its top counts where it is too high
	default:
		return
	}
	s.Refresh()
}

// placeIn is how far below the top of a container an object in it lies.
func placeIn(root, o fyne.CanvasObject) (y float32, found bool) {
	if root == o {
		return 0, true
	}
	c, ok := root.(*fyne.Container)
	if !ok {
		return 0, false
	}
	for _, inner := range c.Objects {
		if y, found := placeIn(inner, o); found {
			return inner.Position().Y + y, true
		}
	}
	return 0, false
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
