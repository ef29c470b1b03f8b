package scene

import (
	"image/color"
	"math"

	"ninefold/canvas/geometry"
)

// BoardGround draws what of the relationship board lies under everything and
// stays when rows scroll: the palette's panel, the columns' heads, the hint.
func BoardGround(b *geometry.Board, look *Look) *Page {
	a := b.Area
	p := &Page{W: a.X + a.W, H: a.Y + a.H}
	r := b.Palette
	p.Add(
		Rect{X: a.X, Y: a.Y, W: a.W, H: a.H, Paint: Paint{Fill: look.Desk}},
		Rect{X: r.X, Y: r.Y, W: r.W, H: r.H, Paint: Paint{Fill: look.Sheet}},
		Rect{X: r.Right() - 1, Y: r.Y, W: 1, H: r.H, Paint: Paint{Fill: look.Line}},
	)
	p.Labels(b.PaletteLabels, geometry.Point{}, look)
	for _, h := range b.Heads {
		p.Labels(h.Labels, geometry.Point{X: h.Rect.X, Y: h.Rect.Y}, look)
	}
	p.Labels([]geometry.Label{b.Hint}, geometry.Point{}, look)
	return p
}

// BoardToken draws a type of the palette, from its top left.
func BoardToken(t *geometry.Token, m geometry.BoardMetrics, look *Look) *Page {
	p := &Page{W: t.Rect.W, H: t.Rect.H}
	p.Box(geometry.Rect{W: t.Rect.W, H: t.Rect.H}, m.Radius, look.Sheet, look.Line)
	if r := t.MarkRect; !r.Empty() {
		p.Add(Rect{X: r.X, Y: r.Y, W: r.W, H: r.H, Radii: Round(m.Tight), Paint: Paint{Fill: look.AccentDim}})
		p.Centred(t.Mark, r.Center(), m.Small, true, look.Accent)
	}
	p.Labels(t.Labels, geometry.Point{}, look)
	return p
}

// BoardRow draws a row without its head and its cards: the cells with what
// they lack, the figures. Its origin is the row's top left.
func BoardRow(r *geometry.BoardRow, m geometry.BoardMetrics, look *Look) *Page {
	p := &Page{W: r.Rect.W, H: r.Rect.H}
	back := geometry.Point{X: -r.Rect.X, Y: -r.Rect.Y}
	for _, c := range r.Cells {
		box := c.Rect.Moved(back)
		p.Box(box, m.Radius, look.Cell, look.Line)
		p.Labels(c.Labels, geometry.Point{X: box.X, Y: box.Y}, look)
	}
	if r.Figures.W > 0 {
		box := r.Figures.Moved(back)
		p.Box(box, m.Radius, look.Sheet, look.Line)
		p.Labels(r.FigureLabels, geometry.Point{X: box.X, Y: box.Y}, look)
	}
	return p
}

// BoardRowHead draws the head of a row, from its top left.
func BoardRowHead(r *geometry.BoardRow, m geometry.BoardMetrics, look *Look) *Page {
	p := &Page{W: r.Head.W, H: r.Head.H}
	p.Box(geometry.Rect{W: r.Head.W, H: r.Head.H}, m.Radius, look.Sheet, look.Line)
	if r.Segment != nil {
		p.Add(Rect{
			W: m.Bar, H: r.Head.H, Radii: [4]float64{m.Bar, 0, 0, m.Bar},
			Paint: Paint{Fill: look.Segment(r.Segment.Segment.Colour)},
		})
		p.Sign(r.Badge, geometry.Point{}, look, look.Muted)
	}
	p.Labels(r.Labels, geometry.Point{}, look)
	return p
}

// BoardCard draws a relationship's card, from its top left.
func BoardCard(c *geometry.Card, m geometry.BoardMetrics, look *Look) *Page {
	p := &Page{W: c.Rect.W, H: c.Rect.H}
	p.Box(geometry.Rect{W: c.Rect.W, H: c.Rect.H}, m.Radius, look.Sheet, look.Line)
	p.Labels(c.Labels, geometry.Point{}, look)
	for _, b := range c.Badges {
		p.Sign(b, geometry.Point{}, look, look.Muted)
	}
	return p
}

// Box draws a rounded box whose thin line lies inside the rectangle, on whole
// units.
func (p *Page) Box(r geometry.Rect, radius float64, fill, line color.NRGBA) {
	p.Add(Rect{
		X: r.X + 0.5, Y: r.Y + 0.5, W: r.W - 1, H: r.H - 1, Radii: Round(radius),
		Paint: Paint{Fill: fill, Stroke: line, Width: 1},
	})
}

// Labels writes labels whose places are counted from a point.
func (p *Page) Labels(labels []geometry.Label, from geometry.Point, look *Look) {
	for i := range labels {
		l := &labels[i]
		y := from.Y + l.Rect.Y
		for _, line := range l.Lines {
			p.Add(Text{
				X: from.X + l.Rect.X, Y: baseline(y, l.LineHeight(), l.Size),
				Size: l.Size, Bold: l.Bold, Color: look.tone(l.Tone), Text: line,
			})
			y += l.LineHeight()
		}
	}
}

// baseline is where letters of a size stand whose capitals are in the middle
// of a height; whole, since letters are then sharper.
func baseline(y, h, size float64) float64 { return math.Round(y + (h+capHeight*size)/2) }

// tone is the colour of a label.
func (l *Look) tone(t geometry.Tone) color.NRGBA {
	switch t {
	case geometry.ToneMuted:
		return l.Muted
	case geometry.ToneWarn:
		return l.Warn
	case geometry.ToneGood:
		return l.Good
	case geometry.ToneBad:
		return l.Bad
	default:
		return l.Ink
	}
}
