package board

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas/geometry"
	raster "ninefold/export/image"
	"ninefold/export/scene"
	"ninefold/export/text"
	"ninefold/ui/kit"
)

// A ghost is the picture of what is dragged, lifted off the board. It is drawn
// once, when a drag begins, and then only moved.
type ghost struct {
	widget.BaseWidget
	raster *fynecanvas.Raster
	look   *scene.Look
	item   Item
	count  int     // how many items are dragged
	copied bool    // they stay where they are, too
	scale  float64 // pixels of the screen in a unit of the board
}

// Room around the item, for its shadow, and how far it is lifted towards the
// upper left, in units of the board.
const (
	ghostRoom = 14
	ghostLift = 3
)

// ghostFade is how pale the ghost is, as a share of its ink.
const ghostFade = 0.15

func newGhost(look *scene.Look) *ghost {
	g := &ghost{look: look}
	g.raster = kit.NewRaster(g.draw)
	g.raster.Translucency = ghostFade // the mark under it shows through
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is for Fyne.
func (g *ghost) CreateRenderer() fyne.WidgetRenderer { return kit.RasterRenderer(g.raster) }

// lift shows the ghost of an item that stands for several.
func (g *ghost) lift(item Item, count int, scale float64) {
	g.item, g.count, g.scale, g.copied = item, count, scale, false
	_, size := rect(kit.Snap(item.Rect.Inset(-ghostRoom), scale))
	g.Resize(size)
	g.raster.Refresh()
	g.carry(geometry.Point{})
	g.Show()
}

// plus shows that what is dragged is a copy.
func (g *ghost) plus(copied bool) {
	g.copied = copied
	g.raster.Refresh()
}

// carry moves the ghost by a way from where the item lies.
func (g *ghost) carry(by geometry.Point) {
	g.Move(fyne.NewPos(
		float32(g.item.Rect.X+by.X-ghostRoom-ghostLift),
		float32(g.item.Rect.Y+by.Y-ghostRoom-ghostLift),
	))
}

// end takes the ghost away, and what is said of its place.
func (l *layers) end() {
	l.ghost.Hide()
	l.place.Hide()
}

// say writes beneath the ghost where it would come to stand.
func (b *Board) say(d Drop, ok bool, by geometry.Point) {
	l := b.layers
	if !ok || d.Says == "" {
		if l.place.Visible() {
			l.place.Hide()
		}
		return
	}
	const size, pad, height = 11.5, 9, 21
	item := l.ghost.item.Rect.Moved(by)
	at := geometry.Rect{X: item.X + pad, Y: item.Bottom() - height/2, W: math.Ceil(text.Measure(d.Says, size, true)) + 2*pad, H: height}
	at.X = max(0, min(at.X, b.size.W-at.W))
	show(l.place, Picture{Stamp: d.Says, Page: func() *scene.Page {
		p := &scene.Page{W: at.W, H: at.H}
		p.Add(
			scene.Rect{W: at.W, H: at.H, Radii: scene.Round(height / 2), Paint: scene.Paint{Fill: l.look.Accent}},
			scene.Text{X: pad, Y: 15, Size: size, Bold: true, Color: l.look.OnAccent, Text: d.Says},
		)
		return p
	}}, at, b.scale)
	if !l.place.Visible() {
		l.place.Show()
	}
}

// draw makes the picture: a shadow, the item, a frame and how many there are.
func (g *ghost) draw(w, h int) image.Image {
	if w <= 0 || h <= 0 || g.item.Picture.Page == nil {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	over := func(page *scene.Page, at float64) {
		p := int(math.Round(at * g.scale))
		img := raster.Render(page, g.scale)
		draw.Draw(out, img.Bounds().Add(image.Pt(p, p)), img, image.Point{}, draw.Over)
	}
	over(g.shadow(), 0)
	over(g.item.Picture.Page(), ghostRoom)
	over(g.frame(), 0)
	return out
}

// shadow is a stack of faint rectangles, each a little larger than the next.
func (g *ghost) shadow() *scene.Page {
	r := g.item.Rect
	page := &scene.Page{W: r.W + 2*ghostRoom, H: r.H + 2*ghostRoom}
	for spread := 9.0; spread >= 0; spread -= 1.5 {
		page.Add(scene.Rect{
			X: ghostRoom - spread, Y: ghostRoom - spread + 4, W: r.W + 2*spread, H: r.H + 2*spread,
			Radii: scene.Round(5 + spread), Paint: scene.Paint{Fill: color.NRGBA{A: 0x0b}},
		})
	}
	return page
}

// frame is drawn over the item.
func (g *ghost) frame() *scene.Page {
	r := g.item.Rect
	page := &scene.Page{W: r.W + 2*ghostRoom, H: r.H + 2*ghostRoom}
	page.Add(scene.Rect{
		X: ghostRoom - 1, Y: ghostRoom - 1, W: r.W + 2, H: r.H + 2, Radii: scene.Round(6),
		Paint: scene.Paint{Stroke: g.look.Accent, Width: 1.5},
	})
	label := ""
	if g.copied {
		label = "+"
	}
	if g.count > 1 {
		label += strconv.Itoa(g.count)
	}
	if label != "" {
		x, y := ghostRoom+r.W, float64(ghostRoom)
		page.Add(
			scene.Circle{X: x, Y: y, R: 10, Paint: scene.Paint{Fill: g.look.Accent}},
			scene.Text{X: x - text.Measure(label, 11, true)/2, Y: y + 4, Size: 11, Bold: true, Color: g.look.OnAccent, Text: label},
		)
	}
	return page
}
