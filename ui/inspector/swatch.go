package inspector

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A swatch is a small sheet of a paper to choose.
type swatch struct {
	widget.BaseWidget
	sheet  *canvas.Rectangle
	bar    color.Color
	accent color.Color
	label  string
	tapped func()
}

func newSwatch(fill, bar, accent color.Color, label string, tapped func()) *swatch {
	s := &swatch{sheet: canvas.NewRectangle(fill), bar: bar, accent: accent, label: label, tapped: tapped}
	s.sheet.CornerRadius = 4
	s.sheet.SetMinSize(fyne.NewSquareSize(24))
	s.ExtendBaseWidget(s)
	return s
}

// choose frames the swatch as the one chosen.
func (s *swatch) choose(on bool) {
	s.sheet.StrokeColor, s.sheet.StrokeWidth = s.bar, 1
	if on {
		s.sheet.StrokeColor, s.sheet.StrokeWidth = s.accent, 2
	}
	s.sheet.Refresh()
}

func (s *swatch) Tapped(*fyne.PointEvent) { s.tapped() }

func (s *swatch) AccessibilityLabel() string { return s.label }

func (s *swatch) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (s *swatch) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(s.sheet))
}
