package scene

import (
	"math"

	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// A Tip is a small card that explains something. Only the title must be there.
type Tip struct {
	Icon  string
	Title string
	Text  string
	Parts []TipPart
	Rows  []TipRow // a computation, its last row the result
	Note  string   // what else there is to say, at the foot
}

// A TipPart is a text under a heading of its own.
type TipPart struct{ Name, Text string }

// A TipRow is a figure of a computation, with the sign that stands before it.
type TipRow struct{ Sign, Name, Value string }

// Measures of a tip at the natural size.
const (
	tipWidth = 316
	tipPad   = 14
	tipGap   = 8
	tipLines = 24 // of a paragraph: more is no explanation
)

// Fitted is [Tip.Page] at the largest zoom, up to the given one, at which the
// tip is no higher and no wider than a size.
func (t *Tip) Fitted(zoom float64, size geometry.Size, look *Look) *Page {
	page := t.Page(zoom, look)
	for zoom > leastTip && (page.H > size.H || page.W > size.W) {
		zoom = max(leastTip, zoom*0.92)
		page = t.Page(zoom, look)
	}
	return page
}

// leastTip is the smallest zoom at which a tip can be read.
const leastTip = 0.75

// Page draws the tip at a zoom, as high as it needs.
func (t *Tip) Page(zoom float64, look *Look) *Page {
	d := &tipDrawing{page: &Page{W: math.Round(tipWidth * zoom)}, zoom: zoom, look: look}
	d.y = d.px(tipPad)
	d.head(t)
	d.paragraph(t.Text, 12, false, geometry.ToneInk)
	for _, p := range t.Parts {
		d.y += d.px(tipGap)
		d.paragraph(p.Name, 11.5, true, geometry.ToneMuted)
		d.paragraph(p.Text, 12, false, geometry.ToneInk)
	}
	d.rows(t.Rows)
	if t.Note != "" {
		d.y += d.px(tipGap)
		d.paragraph(t.Note, 11.5, false, geometry.ToneMuted)
	}
	page := d.page
	page.H = math.Ceil(d.y + d.px(tipPad))
	box := Page{}
	box.Box(geometry.Rect{W: page.W, H: page.H}, d.px(8), look.Sheet, Mix(look.Line, look.Muted, 0.4), look)
	page.Items = append(box.Items, page.Items...)
	return page
}

// A tipDrawing is a tip on its way, drawn down to y.
type tipDrawing struct {
	page *Page
	zoom float64
	look *Look
	y    float64
}

func (d *tipDrawing) px(v float64) float64 { return math.Round(v * d.zoom) }

// head writes the title beside the drawing.
func (d *tipDrawing) head(t *Tip) {
	x, side := d.px(tipPad), d.px(22)
	if t.Icon != "" {
		r := geometry.Rect{X: x, Y: d.y, W: side, H: side}
		d.page.Add(Rect{X: r.X, Y: r.Y, W: r.W, H: r.H, Radii: Round(d.px(4)), Paint: Paint{Fill: d.look.AccentDim}})
		d.page.Icon(t.Icon, r.Inset(d.px(3)), d.look.Accent)
		x += side + d.px(tipGap)
	}
	size, height := 14*d.zoom, d.px(19)
	top := d.y
	for _, line := range Shorten(t.Title, d.page.W-d.px(tipPad)-x, size, true, 3) {
		d.page.Add(Text{X: x, Y: d.look.Baseline(d.y+d.px(1.5), height, size), Size: size, Bold: true, Color: d.look.Ink, Text: line})
		d.y += height
	}
	d.y = max(d.y, top+side) + d.px(tipGap-2)
}

// paragraph writes a text at the full width.
func (d *tipDrawing) paragraph(s string, size float64, bold bool, tone geometry.Tone) {
	if s == "" {
		return
	}
	size *= d.zoom
	height := d.px(17)
	for _, line := range Shorten(s, d.page.W-2*d.px(tipPad), size, bold, tipLines) {
		d.page.Add(Text{X: d.px(tipPad), Y: d.look.Baseline(d.y, height, size), Size: size, Bold: bold, Color: d.look.tone(tone), Text: line})
		d.y += height
	}
}

// rows writes a computation: names at the left, figures at the right, and a
// line above what they come to.
func (d *tipDrawing) rows(rows []TipRow) {
	if len(rows) == 0 {
		return
	}
	d.y += d.px(tipGap)
	left, right, size, height := d.px(tipPad), d.page.W-d.px(tipPad), 12*d.zoom, d.px(18)
	for i, r := range rows {
		last := i == len(rows)-1
		if last {
			d.y += d.px(2)
			d.page.Add(Rect{X: left, Y: d.y, W: right - left, H: 1, Paint: Paint{Fill: d.look.Line}})
			d.y += d.px(4)
		}
		at := d.look.Baseline(d.y, height, size)
		wide := text.Measure(r.Value, size, true)
		d.page.Add(
			Text{X: left, Y: at, Size: size, Color: d.look.Muted, Text: r.Sign},
			Text{X: right - wide, Y: at, Size: size, Bold: true, Color: d.look.Ink, Text: r.Value},
		)
		for k, line := range Shorten(r.Name, right-left-d.px(18)-wide-d.px(tipGap), size, last, 3) {
			d.page.Add(Text{X: left + d.px(18), Y: at + float64(k)*d.px(16), Size: size, Bold: last, Color: d.look.Ink, Text: line})
			if k > 0 {
				d.y += d.px(16)
			}
		}
		d.y += height
	}
}
