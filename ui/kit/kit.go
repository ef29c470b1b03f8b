// Package kit holds the small controls that give the window its own look where
// Fyne's would look like anybody's: flat buttons, the tabs of the views, chips
// and headings. They take a look, and the theme's size of text, at construction;
// a window that changes either builds them anew. The package must not know projects or actions.
package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/export/scene"
)

// radius rounds buttons, tabs and cards.
const radius = 5

// Text is a line of text in the ordinary size of the theme that is on.
func Text(s string, c color.Color, bold bool) *canvas.Text {
	t := canvas.NewText(s, c)
	t.TextSize = fynetheme.TextSize()
	t.TextStyle.Bold = bold
	return t
}

// Heading is a small capital-letter heading of a group, as in an inspector.
func Heading(s string, look *scene.Look) *canvas.Text {
	t := Text(s, look.Muted, true)
	t.TextSize = fynetheme.CaptionTextSize()
	return t
}

// Box puts content on a filled, rounded and thinly framed card.
func Box(content fyne.CanvasObject, fill, line color.Color, padding float32) *fyne.Container {
	r := canvas.NewRectangle(fill)
	r.CornerRadius = radius
	if line != nil {
		r.StrokeColor, r.StrokeWidth = line, 1
	}
	return container.NewStack(r, Inset(content, padding, padding))
}

// Paragraph is a text that breaks its lines where it must.
func Paragraph(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.Wrapping = fyne.TextWrapWord
	return l
}

// Flush takes a widget's own padding away at the sides, so that its text lines
// up with everything else.
func Flush(o fyne.CanvasObject) fyne.CanvasObject { return container.New(flush{}, o) }

type flush struct{}

// pad is what Fyne leaves around a widget's text.
func pad() float32 { return fynetheme.InnerPadding() }

func (flush) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().SubtractWidthHeight(2*pad(), 2*pad()-4)
}

func (flush) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(-pad(), -pad()+2))
	o[0].Resize(size.AddWidthHeight(2*pad(), 2*pad()-4))
}

// Slim gives an object a height, however high it would like to be.
func Slim(o fyne.CanvasObject, height float32) fyne.CanvasObject {
	return container.New(slim(height), o)
}

type slim float32

func (h slim) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, float32(h))
}

func (slim) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// Framing draws the frame of an entry around a list to choose from, which has
// none of its own.
func Framing(o fyne.CanvasObject, look *scene.Look) fyne.CanvasObject {
	frame := canvas.NewRectangle(color.Transparent)
	frame.StrokeColor, frame.StrokeWidth, frame.CornerRadius = look.Line, 1, radius
	return container.NewStack(o, frame)
}

// Inset leaves room around an object, x at the sides and y above and below.
func Inset(content fyne.CanvasObject, x, y float32) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(y, y, x, x), content)
}

// Row sets objects side by side with a gap, each in the middle of the height.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(row{gap}, objects...)
}

// Gap is an empty place of a width in a [Row].
func Gap(width float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, 1))
	return r
}

// row is a layout: side by side, centred, no wider than needed.
type row struct{ gap float32 }

func (l row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	shown := 0
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			size = fyne.NewSize(size.Width+m.Width, max(size.Height, m.Height))
			shown++
		}
	}
	size.Width += l.gap * float32(max(shown-1, 0))
	return size
}

func (l row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			o.Resize(m)
			o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
			x += m.Width + l.gap
		}
	}
}
