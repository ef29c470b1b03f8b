package board

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas/geometry"
	"ninefold/ui/board/gesture"
	"ninefold/ui/guard"
)

// zoomSteps are the sizes that the wheel and the keys go through.
var zoomSteps = []float64{0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4}

var _ desktop.Keyable = (*Board)(nil)

// Zoom is how large everything on the board is drawn; 1 is the natural size.
func (b *Board) Zoom() float64 { return b.surface.Zoom() }

// SetZoom changes the size around the middle of the board, or around the
// selected item if that is in sight. A text that is being edited is kept.
func (b *Board) SetZoom(zoom float64) {
	at := b.view().Center()
	if item, ok := b.item(b.cursor); ok && !b.visible(item).Empty() {
		at = b.visible(item).Center()
	}
	b.zoom(zoom, at)
}

// ZoomIn draws everything a step larger.
func (b *Board) ZoomIn() { b.SetZoom(nextZoom(b.Zoom(), 1)) }

// ZoomOut draws everything a step smaller.
func (b *Board) ZoomOut() { b.SetZoom(nextZoom(b.Zoom(), -1)) }

// ZoomToFit brings everything into sight.
func (b *Board) ZoomToFit() {
	b.Commit()
	b.SetZoom(b.surface.Fit())
}

func (b *Board) zoom(zoom float64, at geometry.Point) {
	if b.machine.State() != gesture.Idle {
		return // what is dragged would have another size
	}
	b.Commit()
	before := b.Zoom()
	b.surface.SetZoom(zoom, at)
	if b.Zoom() == before {
		return
	}
	b.sync()
	b.env.Zoomed()
}

// turnZoom zooms with the wheel: a step for each notch, or for as much of a
// touch pad's movement.
func (b *Board) turnZoom(by float32, at geometry.Point) {
	const notch = 8
	if b.notch*by < 0 {
		b.notch = 0
	}
	b.notch += by
	switch {
	case b.notch >= notch:
		b.zoom(nextZoom(b.Zoom(), 1), at)
	case b.notch <= -notch:
		b.zoom(nextZoom(b.Zoom(), -1), at)
	default:
		return
	}
	b.notch = 0
}

// nextZoom is the step above or below a zoom.
func nextZoom(zoom float64, way int) float64 {
	const hair = 0.001
	if way > 0 {
		for _, step := range zoomSteps {
			if step > zoom+hair {
				return step
			}
		}
		return zoom
	}
	for _, step := range slices.Backward(zoomSteps) {
		if step < zoom-hair {
			return step
		}
	}
	return zoom
}

// KeyDown notes that the space bar is held, with which the board is dragged.
func (b *Board) KeyDown(e *fyne.KeyEvent) {
	defer guard.Catch()
	if e.Name == fyne.KeySpace {
		b.space = true
	}
}

// KeyUp notes that the space bar was let go.
func (b *Board) KeyUp(e *fyne.KeyEvent) {
	defer guard.Catch()
	if e.Name == fyne.KeySpace {
		b.space = false
	}
}
