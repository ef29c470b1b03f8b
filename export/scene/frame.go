package scene

import (
	"fmt"
	"image/color"
	"strconv"

	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// CanvasFrame draws what lies under the notes of a canvas: the blocks with
// their titles and the number of their notes. Where notes are out of sight,
// it says how many are seen. Everything lies where the layout has it.
func CanvasFrame(l *geometry.Layout, look *Look) *Page {
	p := &Page{W: l.Area.Right(), H: l.Area.Bottom()}
	p.Frame(l, look)
	for i := range l.Blocks {
		b := &l.Blocks[i]
		if b.Hidden > 0 {
			p.Count(b, l.Metrics, fmt.Sprintf("%d/%d", len(b.Notes)-b.Hidden, len(b.Notes)), look.Accent)
		} else {
			p.Count(b, l.Metrics, strconv.Itoa(len(b.Notes)), Mix(look.Muted, look.Sheet, 0.4))
		}
	}
	return p
}

// Frame draws the blocks and their titles.
func (p *Page) Frame(l *geometry.Layout, look *Look) {
	m := l.Metrics
	edge := Paint{Stroke: look.Frame, Width: 1}
	round := 3.0
	if !m.Whole { // paper: sharp corners, and lines that grow with the text
		edge.Width, round = m.Text*0.1, 0
	}
	area := l.Area.Inset(edge.Width / 2)
	p.Add(Rect{X: area.X, Y: area.Y, W: area.W, H: area.H, Radii: Round(round), Paint: Paint{Fill: look.Sheet}})
	for i := range l.Blocks {
		b := &l.Blocks[i]
		r := b.Rect.Intersect(area)
		line := Paint{Stroke: look.Line, Width: edge.Width}
		if b.Rect.X > l.Area.X {
			p.Add(Line{X1: r.X, Y1: r.Y, X2: r.X, Y2: r.Bottom(), Paint: line})
		}
		if b.Rect.Y > l.Area.Y {
			p.Add(Line{X1: r.X, Y1: r.Y, X2: r.Right(), Y2: r.Y, Paint: line})
		}
	}
	p.Add(Rect{X: area.X, Y: area.Y, W: area.W, H: area.H, Radii: Round(round), Paint: edge})
	for i := range l.Blocks {
		b := &l.Blocks[i]
		for j, line := range b.Title {
			p.Add(Text{X: b.Header.X, Y: titleBase(b.Header, j, m), Size: m.Title, Bold: true, Color: look.Ink, Text: line})
		}
	}
}

// Count writes a number at the right of a block's title.
func (p *Page) Count(b *geometry.Block, m geometry.Metrics, count string, colour color.NRGBA) {
	p.Add(Text{
		X: b.Header.Right() - text.Measure(count, m.Title, false), Y: titleBase(b.Header, 0, m),
		Size: m.Title, Color: colour, Text: count,
	})
}

// titleBase is the baseline of a line of a block's title.
func titleBase(header geometry.Rect, line int, m geometry.Metrics) float64 {
	return header.Y + m.TitleTop + (float64(line)+0.765)*m.TitleLine
}
