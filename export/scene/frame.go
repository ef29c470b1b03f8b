package scene

import (
	"image/color"
	"strconv"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// CanvasFrame draws what lies under the notes of a canvas: the blocks with
// their titles, the number of their notes and what these come to. Where notes
// are out of sight, it says how many. Everything lies where the layout has it.
func CanvasFrame(l *geometry.Layout, totals map[canvas.Block]Total, words *locale.Words, look *Look) *Page {
	p := &Page{W: l.Area.Right(), H: l.Area.Bottom()}
	p.Frame(l, look)
	p.Totals(l, totals, look)
	for i := range l.Blocks {
		b := &l.Blocks[i]
		p.Count(b, l.Metrics, strconv.Itoa(len(b.Notes)), Mix(look.Muted, look.Sheet, 0.4))
		p.more(l, b, words, look)
	}
	return p
}

// more says how many notes of a block are out of sight: at the left those below,
// at the right those above.
func (p *Page) more(l *geometry.Layout, b *geometry.Block, words *locale.Words, look *Look) {
	m := l.Metrics
	above, below := l.Unseen(b)
	if b.More.Empty() || above+below == 0 {
		return
	}
	size := m.Title * 0.92
	base := b.More.Y + b.More.H*0.74
	side := size * 0.5
	say := func(x float64, words string, down bool) {
		tip, foot := base-side*0.1, base-side*0.95
		if !down {
			tip, foot = foot, tip
		}
		p.Add(
			Polygon{Points: []Point{{x, foot}, {x + side*1.5, foot}, {x + side*0.75, tip}}, Paint: Paint{Fill: look.Accent}},
			Text{X: x + side*1.5 + size*0.35, Y: base, Size: size, Color: look.Accent, Text: words},
		)
	}
	if below > 0 {
		say(b.More.X, words.N("board.more_below", below), true)
	}
	if above > 0 {
		t := words.N("board.more_above", above)
		say(b.More.Right()-text.Measure(t, size, false)-side*1.5-size*0.35, t, false)
	}
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

// Count writes a number at the right of a block's title, if it leaves room for it.
func (p *Page) Count(b *geometry.Block, m geometry.Metrics, count string, colour color.NRGBA) {
	wide := text.Measure(count, m.Title, false)
	if len(b.Title) > 0 && text.Measure(b.Title[0], m.Title, true)+wide > b.Header.W {
		return
	}
	p.Add(Text{
		X: b.Header.Right() - wide, Y: titleBase(b.Header, 0, m),
		Size: m.Title, Color: colour, Text: count,
	})
}

// titleBase is the baseline of a line of a block's title.
func titleBase(header geometry.Rect, line int, m geometry.Metrics) float64 {
	return header.Y + m.TitleTop + (float64(line)+0.765)*m.TitleLine
}
