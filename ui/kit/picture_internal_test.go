package kit

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

func TestAPictureIsMadeAnewOnlyWhenItChanges(t *testing.T) {
	test.NewTempApp(t)
	page := func() *scene.Page { return &scene.Page{W: 10, H: 10} }
	at := geometry.Rect{X: 20, Y: 30, W: 100, H: 40}
	moved := at.Moved(geometry.Point{X: 7, Y: -3})
	cut := geometry.Rect{X: at.X, Y: at.Y, W: at.W, H: 25}
	p := NewPicture()
	for _, step := range []struct {
		what          string
		stamp         any
		full, visible geometry.Rect
		anew          bool
	}{
		{"at first", 1, at, at, true},
		{"the same", 1, at, at, false},
		{"moved", 1, moved, moved, false},
		{"other stamp", 2, moved, moved, true},
		{"cut off", 2, at, cut, true},
		{"still cut off", 2, at, cut, false},
		{"cut off elsewhere", 2, at, cut.Moved(geometry.Point{Y: 15}), true},
		{"wider", 2, geometry.Rect{W: 120, H: 40}, geometry.Rect{W: 120, H: 40}, true},
	} {
		if anew := p.Put(step.stamp, page, step.full, step.visible); anew != step.anew {
			t.Errorf("%s: made anew is %v", step.what, anew)
		}
	}
}

func TestTextureHasTheScreensPixels(t *testing.T) {
	test.NewTempApp(t)
	full := geometry.Rect{X: 3.3, Y: 4.7, W: 100.3, H: 40.9}
	for _, scale := range []float64{1, 1.25, 2} {
		visible := Snap(geometry.Rect{X: full.X, Y: full.Y + 10, W: full.W, H: 12.2}, scale)
		p := NewPicture()
		p.Put(nil, func() *scene.Page { return &scene.Page{W: full.W, H: full.H} }, full, visible)
		w, h := int(visible.W*scale+0.5), int(visible.H*scale+0.5)
		if b := p.Draw(w, h).Bounds(); b.Dx() != w || b.Dy() != h || b.Min.X != 0 || b.Min.Y != 0 {
			t.Errorf("scale %v: the texture is %v, want %d x %d", scale, b, w, h)
		}
	}
}
