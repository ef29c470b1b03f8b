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
	desk := func(x, w float64) Rect { return Rect{X: x, Y: a.Y, W: w, H: a.H, Paint: Paint{Fill: look.Desk}} }
	p.Add(desk(a.X, a.W))
	for _, h := range b.Heads {
		p.Labels(h.Labels, geometry.Point{X: h.Rect.X, Y: h.Rect.Y}, look)
	}
	if b.Most.Columns > 0 { // heads that are scrolled away end where the columns do
		p.Add(desk(r.Right(), b.Table.X-r.Right()), desk(b.Table.Right(), a.Right()-b.Table.Right()))
	}
	p.Add(
		Rect{X: r.X, Y: r.Y, W: r.W, H: r.H, Paint: Paint{Fill: look.Sheet}},
		Rect{X: r.Right() - 1, Y: r.Y, W: 1, H: r.H, Paint: Paint{Fill: look.Line}},
	)
	p.Labels(b.PaletteLabels, geometry.Point{}, look)
	if b.Scroll.Palette > 0 { // what is scrolled away ends at the search
		p.Add(
			Rect{X: r.X, Y: r.Y, W: r.W - 1, H: b.PaletteBody.Y - r.Y, Paint: Paint{Fill: look.Sheet}},
			Rect{X: r.X, Y: b.PaletteBody.Y - 1, W: r.W - 1, H: 1, Paint: Paint{Fill: look.Line}},
		)
	}
	p.search(&b.Search, b.Metrics, look)
	p.Labels([]geometry.Label{b.Hint}, geometry.Point{}, look)
	return p
}

// BoardSheet draws a board that lies on a sheet: everything at once.
func (p *Page) BoardSheet(b *geometry.Board, look *Look) {
	m := b.Metrics
	for _, h := range b.Heads {
		p.Labels(h.Labels, geometry.Point{X: h.Rect.X, Y: h.Rect.Y}, look)
	}
	p.Labels([]geometry.Label{b.Hint}, geometry.Point{}, look)
	for i := range b.Rows {
		r := &b.Rows[i]
		p.Place(BoardRowHead(r, m, look), geometry.Point{X: r.Head.X, Y: r.Head.Y})
		p.Place(BoardRow(r, m, look), geometry.Point{X: r.Rect.X, Y: r.Rect.Y})
		for _, c := range r.Cells {
			for k := range c.Cards {
				at := c.Cards[k].Rect
				p.Place(BoardCard(&c.Cards[k], m, look), geometry.Point{X: at.X, Y: at.Y})
			}
		}
	}
}

// search draws the field above the palette.
func (p *Page) search(s *geometry.Search, m geometry.BoardMetrics, look *Look) {
	p.Box(s.Rect, m.Radius, look.Cell, look.Line, look)
	i := s.Icon
	c, r := i.Center(), i.W*0.32
	ink := Paint{Stroke: look.Muted, Width: i.W / 9}
	p.Add(
		Circle{X: c.X - r*0.35, Y: c.Y - r*0.35, R: r, Paint: ink},
		Line{X1: c.X + r*0.4, Y1: c.Y + r*0.4, X2: i.Right() - 1, Y2: i.Bottom() - 1, Paint: ink},
	)
	if x := s.Clear; !x.Empty() {
		x = x.Inset(x.W * 0.24)
		p.Add(
			Line{X1: x.X, Y1: x.Y, X2: x.Right(), Y2: x.Bottom(), Paint: ink},
			Line{X1: x.X, Y1: x.Bottom(), X2: x.Right(), Y2: x.Y, Paint: ink},
		)
	}
	p.Labels([]geometry.Label{s.Label}, geometry.Point{}, look)
}

// BoardToken draws a token of the palette, from its top left.
func BoardToken(t *geometry.Token, m geometry.BoardMetrics, look *Look) *Page {
	p := &Page{W: t.Rect.W, H: t.Rect.H}
	box := geometry.Rect{W: t.Rect.W, H: t.Rect.H}
	ink := look.Accent
	switch t.Kind {
	case geometry.TokenNew:
		p.Add(Rect{
			X: 0.5, Y: 0.5, W: box.W - 1, H: box.H - 1, Radii: Round(m.Radius),
			Paint: Paint{Stroke: look.Line, Width: 1, Dash: 3},
		})
		ink = look.Muted
	default:
		p.Box(box, m.Radius, look.Sheet, look.Line, look)
	}
	if r := t.MarkRect; !r.Empty() {
		if t.Kind == geometry.TokenType && r.W >= m.Badge { // a small one needs its room for itself
			p.Add(Rect{X: r.X, Y: r.Y, W: r.W, H: r.H, Radii: Round(m.Tight), Paint: Paint{Fill: look.AccentDim}})
			r = r.Inset(math.Round(r.W / 8))
		}
		if t.Icon != "" {
			p.Icon(t.Icon, r, ink)
		} else {
			p.Centred(t.Mark, r.Center(), m.Small, true, ink)
		}
	}
	p.Labels([]geometry.Label{t.Label}, geometry.Point{}, look)
	return p
}

// BoardRow draws a row without its head and its cards: the cells with what
// they lack, the figures. Its origin is the row's top left.
func BoardRow(r *geometry.BoardRow, m geometry.BoardMetrics, look *Look) *Page {
	p := &Page{W: r.Rect.W, H: r.Rect.H}
	back := geometry.Point{X: -r.Rect.X, Y: -r.Rect.Y}
	for _, c := range r.Cells {
		box := c.Rect.Moved(back)
		p.Box(box, m.Radius, look.Cell, look.Line, look)
		if len(c.Lacks) > 0 { // seen before it is read, in greyscale too
			p.Add(Rect{
				X: box.X + 1, Y: box.Y + 1, W: box.W - 2, H: box.H - 2, Radii: Round(m.Radius),
				Paint: Paint{Fill: look.WarnDim, Stroke: look.Warn, Width: 1.5, Dash: 4},
			})
			p.Sign(c.Mark, geometry.Point{X: box.X, Y: box.Y}, look, look.Muted)
		}
		p.Labels(c.Labels, geometry.Point{X: box.X, Y: box.Y}, look)
	}
	if r.Figures.W > 0 {
		box := r.Figures.Moved(back)
		p.Box(box, m.Radius, look.Sheet, look.Line, look)
		p.figures(r, geometry.Point{X: box.X, Y: box.Y}, look)
	}
	return p
}

func (p *Page) figures(r *geometry.BoardRow, from geometry.Point, look *Look) {
	for i := range r.FigureLabels {
		p.Labels(r.FigureLabels[i].Labels, from, look)
	}
}

// BoardRowHead draws the head of a row, from its top left.
func BoardRowHead(r *geometry.BoardRow, m geometry.BoardMetrics, look *Look) *Page {
	p := &Page{W: r.Head.W, H: r.Head.H}
	p.Box(geometry.Rect{W: r.Head.W, H: r.Head.H}, m.Radius, look.Sheet, look.Line, look)
	if r.Segment != nil {
		p.Add(Rect{
			W: m.Bar, H: r.Head.H, Radii: [4]float64{m.Bar, 0, 0, m.Bar},
			Paint: Paint{Fill: look.Segment(r.Segment.Segment.Colour)},
		})
		p.Sign(r.Badge, geometry.Point{}, look, look.Muted)
		p.mark(r.Mark, look)
	}
	if !r.Fold.Empty() {
		p.chevron(r.Fold, r.Folded, look.Muted)
	}
	p.Labels(r.Labels, geometry.Point{}, look)
	for i := range r.Fields {
		p.Labels([]geometry.Label{r.Fields[i].Label}, geometry.Point{}, look)
	}
	if r.Figures.W == 0 {
		p.figures(r, geometry.Point{}, look)
	}
	return p
}

// BoardThumb draws the bar that shows how far something is scrolled.
func BoardThumb(size geometry.Size, look *Look) *Page {
	p := &Page{W: size.W, H: size.H}
	p.Add(Rect{W: size.W, H: size.H, Radii: Round(size.W / 2), Paint: Paint{Fill: Mix(look.Line, look.Muted, 0.25)}})
	return p
}

// chevron points down where something lies open and to the right where it is
// folded.
func (p *Page) chevron(r geometry.Rect, folded bool, colour color.NRGBA) {
	c, s := r.Center(), r.W*0.26
	points := []Point{{c.X - s, c.Y - s/2}, {c.X, c.Y + s/2}, {c.X + s, c.Y - s/2}}
	if folded {
		points = []Point{{c.X - s/2, c.Y - s}, {c.X + s/2, c.Y}, {c.X - s/2, c.Y + s}}
	}
	p.Add(Polyline{Points: points, Paint: Paint{Stroke: colour, Width: r.W / 9}})
}

// BoardCard draws a relationship's card, from its top left.
func BoardCard(c *geometry.Card, m geometry.BoardMetrics, look *Look) *Page {
	p := &Page{W: c.Rect.W, H: c.Rect.H}
	p.Box(geometry.Rect{W: c.Rect.W, H: c.Rect.H}, m.Radius, look.Sheet, look.Line, look)
	p.Labels(c.Labels, geometry.Point{}, look)
	for _, t := range c.Tactics {
		p.Icon(t.Name, t.Rect, look.Accent)
	}
	for _, b := range c.Badges {
		p.Sign(b, geometry.Point{}, look, look.Muted)
	}
	p.mark(c.Mark, look)
	return p
}

// mark draws the sign of what is worth a look, where there is one.
func (p *Page) mark(b geometry.Badge, look *Look) {
	if !b.Rect.Empty() {
		p.Sign(b, geometry.Point{}, look, look.Muted)
	}
}

// Box draws a rounded box whose thin line lies inside the rectangle: on the
// screen on whole units.
func (p *Page) Box(r geometry.Rect, radius float64, fill, line color.NRGBA, look *Look) {
	w := look.Rule
	p.Add(Rect{
		X: r.X + w/2, Y: r.Y + w/2, W: r.W - w, H: r.H - w, Radii: Round(radius),
		Paint: Paint{Fill: fill, Stroke: line, Width: w},
	})
}

// Labels writes labels whose places are counted from a point.
func (p *Page) Labels(labels []geometry.Label, from geometry.Point, look *Look) {
	for i := range labels {
		l := &labels[i]
		y := from.Y + l.Rect.Y
		for _, line := range l.Lines {
			p.Add(Text{
				X: from.X + l.Rect.X, Y: look.Baseline(y, l.LineHeight(), l.Size),
				Size: l.Size, Bold: l.Bold, Color: look.tone(l.Tone), Text: line,
			})
			y += l.LineHeight()
		}
	}
}

// Baseline is where letters of a size stand whose capitals are in the middle
// of a height; on the screen whole, since letters are then sharper.
func (l *Look) Baseline(y, h, size float64) float64 {
	base := y + (h+capHeight*size)/2
	if l.Sheeted {
		return base
	}
	return math.Round(base)
}

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
