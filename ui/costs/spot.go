package costs

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas/geometry"
	"ninefold/ui/guard"
)

// A spot is a place of the sheet that can be tapped: it lies unseen over what
// the ground's picture shows. Lists to pick from hang below it. It stands apart
// from the sheet because a list that is shown while a button is pressed would
// lose the keyboard again.
type spot struct {
	widget.BaseWidget
	tapped func()
	label  func() string
}

var (
	_ fyne.Tappable      = (*spot)(nil)
	_ desktop.Cursorable = (*spot)(nil)
	_ fyne.Accessible    = (*spot)(nil)
)

func newSpot(tapped func(), label func() string) *spot {
	s := &spot{tapped: tapped, label: label}
	s.ExtendBaseWidget(s)
	return s
}

// put moves the spot to a place.
func (s *spot) put(r geometry.Rect) {
	s.Move(fyne.NewPos(float32(r.X), float32(r.Y)))
	s.Resize(fyne.NewSize(float32(r.W), float32(r.H)))
}

// Tapped does what the place says.
func (s *spot) Tapped(*fyne.PointEvent) {
	defer guard.Catch()
	s.tapped()
}

// Cursor says that the place can be tapped.
func (s *spot) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel says what the place does.
func (s *spot) AccessibilityLabel() string { return s.label() }

// AccessibilityRole says that the place is a button.
func (s *spot) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is for Fyne.
func (s *spot) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(fynecanvas.NewRectangle(color.Transparent))
}
