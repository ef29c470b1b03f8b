package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ninefold/export/scene"
)

// The side of a swatch and of the picture in it, in device-independent pixels.
const (
	swatchSize  = 26
	PictureSize = 18
)

// A Swatch is a small picture to choose: a paper, a colour, a shape.
type Swatch struct {
	widget.BaseWidget
	press
	look    *scene.Look
	picture fyne.CanvasObject
	chosen  bool
}

// NewSwatch returns a swatch. Label says in words what the picture shows.
func NewSwatch(look *scene.Look, picture fyne.CanvasObject, label string, tapped func()) *Swatch {
	s := &Swatch{look: look, picture: picture}
	s.self, s.label, s.do, s.refresh = s, label, tapped, s.Refresh
	s.ExtendBaseWidget(s)
	return s
}

// NewSheet is the picture of a paper: its colour, outlined with that of its bar.
func NewSheet(fill, bar color.Color) fyne.CanvasObject {
	r := canvas.NewRectangle(fill)
	r.CornerRadius = radius - 2
	r.StrokeColor, r.StrokeWidth = bar, 1
	return r
}

// Choose frames the swatch as the one chosen, or takes the frame away.
func (s *Swatch) Choose(on bool) {
	if s.chosen != on {
		s.chosen = on
		s.Refresh()
	}
}

// CreateRenderer draws picture and frame.
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer {
	frame := canvas.NewRectangle(color.Transparent)
	frame.CornerRadius = radius
	frame.SetMinSize(fyne.NewSquareSize(swatchSize))
	all := container.NewStack(frame, Inset(s.picture, (swatchSize-PictureSize)/2, (swatchSize-PictureSize)/2))
	r := &swatchRenderer{drawn{all}, s, frame}
	r.Refresh()
	return r
}

type swatchRenderer struct {
	drawn
	s     *Swatch
	frame *canvas.Rectangle
}

func (r *swatchRenderer) Refresh() {
	r.frame.StrokeColor, r.frame.StrokeWidth = color.Transparent, 0
	switch {
	case r.s.chosen:
		r.frame.StrokeColor, r.frame.StrokeWidth = r.s.look.Accent, 2
	case r.s.focused:
		r.frame.StrokeColor, r.frame.StrokeWidth = r.s.look.Ink, 1.5
	case r.s.hovered:
		r.frame.StrokeColor, r.frame.StrokeWidth = r.s.look.Line, 1
	}
	r.frame.Refresh()
}
