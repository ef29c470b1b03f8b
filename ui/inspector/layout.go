package inspector

import (
	"fyne.io/fyne/v2"

	"ninefold/ui/kit"
	"ninefold/ui/theme"
)

// bodyWidth is the width that the panel's fields have.
func bodyWidth() float32 { return theme.Scaled(252) }

// A column sets objects under each other at the full width.
type column struct{ gap float32 }

func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	shown := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		size = fyne.NewSize(max(size.Width, m.Width), size.Height+m.Height)
		shown++
	}
	size.Height += c.gap * float32(max(shown-1, 0))
	return size
}

func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		// Wrapped text knows its height only at its width.
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h + c.gap
	}
}

// flush lines wrapped text up with everything else, at about the width that it
// will have: its height follows from that.
func flush(text fyne.CanvasObject) fyne.CanvasObject {
	o := kit.Flush(text)
	o.Resize(fyne.NewSize(bodyWidth(), 1))
	return o
}

// halves gives a field's name a little less than half of the width; a name
// that needs more stands above its field.
type halves struct {
	width float32 // that it was laid out for; 0 means not yet
}

const nameShare = 0.46

func (h *halves) stacked(o []fyne.CanvasObject) bool {
	width := h.width
	if width == 0 {
		width = bodyWidth()
	}
	return o[0].MinSize().Width > width*nameShare-6
}

func (h *halves) MinSize(o []fyne.CanvasObject) fyne.Size {
	height := o[1].MinSize().Height
	if h.stacked(o) {
		height += o[0].MinSize().Height + fieldGap
	}
	return fyne.NewSize(80, height)
}

func (h *halves) Layout(o []fyne.CanvasObject, size fyne.Size) {
	h.width = size.Width
	name, field := o[0], o[1]
	if h.stacked(o) {
		top := name.MinSize().Height
		name.Move(fyne.NewPos(0, 0))
		name.Resize(fyne.NewSize(size.Width, top))
		field.Move(fyne.NewPos(0, top+fieldGap))
		field.Resize(fyne.NewSize(size.Width, size.Height-top-fieldGap))
		return
	}
	x := size.Width * nameShare
	name.Move(fyne.NewPos(0, (size.Height-name.MinSize().Height)/2))
	name.Resize(fyne.NewSize(x, name.MinSize().Height))
	field.Move(fyne.NewPos(x, 0))
	field.Resize(fyne.NewSize(size.Width-x, size.Height))
}
