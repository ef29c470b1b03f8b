package costs

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
	"ninefold/ui/kit"
)

// A tip says more of what is pointed at.
type tip struct {
	over  *kit.Picture
	dirty *fynecanvas.Rectangle // unseen; the window is drawn again when it is refreshed
	at    any                   // what is pointed at
	page  func() *scene.Page
}

func newTip() *tip {
	t := &tip{over: kit.NewPicture(), dirty: fynecanvas.NewRectangle(color.Transparent)}
	t.over.Hide()
	return t
}

// objects are what a tip puts over the rest.
func (t *tip) objects() []fyne.CanvasObject { return []fyne.CanvasObject{t.over, t.dirty} }

// show says something of what is pointed at, unless it does so already.
func (t *tip) show(at any, box geometry.Rect, page func() *scene.Page) {
	if at == t.at {
		return
	}
	t.at, t.page = at, page
	t.over.Show()
	t.over.Put(at, page, box, kit.Snap(box, kit.Pixels(t.over, 1)))
	fynecanvas.Refresh(t.dirty)
}

// hide says nothing more.
func (t *tip) hide() {
	if t.at != nil {
		t.at, t.page = nil, nil
		t.over.Hide()
		fynecanvas.Refresh(t.dirty)
	}
}

// said is what is said; empty where nothing is.
func (t *tip) said() string {
	if t.page == nil {
		return ""
	}
	var texts []string
	for _, item := range t.page().Items {
		if t, ok := item.(scene.Text); ok {
			texts = append(texts, t.Text)
		}
	}
	return strings.Join(texts, " ")
}

// The width of what is said, and the room around it.
const (
	tipWidth       = 250
	tipPad, tipGap = 10, 18
)

// sentence is a box with a sentence below a point, or above where there is no
// room, within a size. To the left it ends at the point, otherwise it begins there.
func sentence(said string, at geometry.Point, left bool, in geometry.Size, size float64, look *scene.Look) (geometry.Rect, func() *scene.Page) {
	w := min(scaled(tipWidth), in.W-margin)
	lines := scene.Shorten(said, w-2*tipPad, size, false, 9)
	if len(lines) == 1 {
		w = min(w, text.Measure(lines[0], size, false)+2*tipPad+1)
	}
	x := at.X
	if left {
		x -= w
	}
	box := geometry.Rect{X: max(margin/2, min(x, in.W-w-margin)), Y: at.Y + tipGap, W: w, H: float64(len(lines))*size*1.45 + 16}
	if box.Bottom() > in.H {
		box.Y = at.Y - box.H - 8
	}
	return box, func() *scene.Page {
		b := &brush{&scene.Page{W: box.W, H: box.H}, look}
		b.Add(scene.Rect{
			X: 0.5, Y: 0.5, W: box.W - 1, H: box.H - 1, Radii: scene.Round(5),
			Paint: scene.Paint{Fill: b.look.Sheet, Stroke: b.look.Frame, Width: 1},
		})
		for i, line := range lines {
			in := geometry.Rect{X: tipPad, Y: 8 + float64(i)*size*1.45, W: text.Measure(line, size, false) + 1, H: size * 1.45}
			b.write(line, in, style{size: size})
		}
		return b.Page
	}
}
