package geometry

import (
	"math"

	"ninefold/canvas"
)

// headLabels writes a row's head and returns the height that it needs. A
// folded row's head has the name alone.
func (c columns) headLabels(e *BoardEngine, text BoardText, s *canvas.Note, r *BoardRow) float64 {
	m := c.m
	name, about := text.Segment(s)
	x, y, inner := m.Bar+m.Pad, m.Pad, c.head-m.Bar-2*m.Pad
	r.Fold = Rect{c.head - m.Tight - m.SmallBadge, y + math.Floor((m.Badge-m.SmallBadge)/2), m.SmallBadge, m.SmallBadge}
	indent := 0.0
	if s != nil {
		r.Badge = segmentBadge(s, Point{x, y}, m.Badge)
		indent = r.Badge.Rect.W + m.Tight
	}
	lines := 3
	if r.Folded {
		lines = 2
	}
	end := r.Fold.X
	if s != nil && e.Warn[s.ID] {
		r.Mark = m.finding(end, y+math.Floor((m.Badge-lineHeight(m.Text))/2), m.Text)
		end = r.Mark.Rect.X - m.Tight
	}
	title := e.title(name, x+indent, y, end-x-indent, m.Text, lines)
	if title.Rect.H < m.Badge { // one line stands in the middle of the badge
		title.Rect.Y += math.Floor((m.Badge - title.Rect.H) / 2)
	}
	y = max(y+m.Badge, title.Rect.Bottom())
	r.Labels = append(r.Labels, title)
	if r.Folded {
		return y + m.Pad
	}
	y += m.Tight
	for _, f := range about {
		l := e.label(f.Text, x, y, inner, style{size: m.Small, tone: ToneMuted, lines: 6})
		y = l.Rect.Bottom()
		if f.ID == "" {
			r.Labels = append(r.Labels, l)
			continue
		}
		half := math.Floor(m.Tight / 2)
		at := Rect{x - m.Tight, l.Rect.Y - half, c.head - x + m.Tight - m.Tight, l.Rect.H + 2*half}
		r.Fields = append(r.Fields, HeadField{ID: f.ID, Rect: at, Label: l})
		y += m.FieldGap
	}
	if s != nil && c.figures == 0 && text.Figures != nil { // the column is left out
		r.FigureLabels, y = e.figures(mainFigures(text.Figures(s)), m, Rect{x, y + m.Tight, inner, 0})
	}
	return y + m.Pad
}
