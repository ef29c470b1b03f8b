package costs

import (
	"math"
	"strconv"
	"strings"

	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
	"ninefold/ui/costs/grid"
)

// A brush writes texts on a page.
type brush struct {
	*scene.Page
	look *scene.Look
}

// capHeight is the height of capitals in ems.
const capHeight = 0.714

// A style is how a text is written.
type style struct {
	size  float64
	bold  bool
	right bool // it ends at the right edge of its place
	tone  tone
}

type tone int

const (
	ink tone = iota
	muted
	input
	accent
	good
	bad
)

// write writes a text on one line in the middle of a place, shortened to it,
// and returns how wide it is.
func (b *brush) write(s string, in geometry.Rect, st style) float64 {
	if s == "" || in.W <= 0 {
		return 0
	}
	lines := scene.Shorten(s, in.W, st.size, st.bold, 1)
	w := text.Measure(lines[0], st.size, st.bold)
	x := in.X
	if st.right {
		x = in.Right() - w
	}
	colour := b.look.Ink
	switch st.tone {
	case muted:
		colour = b.look.Muted
	case input:
		colour = b.look.Input
	case accent:
		colour = b.look.Accent
	case good:
		colour = b.look.Good
	case bad:
		colour = b.look.Bad
	}
	y := math.Round(in.Y + (in.H+capHeight*st.size)/2)
	b.Add(scene.Text{X: x, Y: y, Size: st.size, Bold: st.bold, Color: colour, Text: lines[0]})
	return w
}

func (b *brush) fill(r geometry.Rect, paint scene.Paint) {
	b.Add(scene.Rect{X: r.X, Y: r.Y, W: r.W, H: r.H, Paint: paint})
}

// card draws a rounded box on the desk.
func (b *brush) card(r geometry.Rect) {
	b.Add(scene.Rect{
		X: r.X + 0.5, Y: r.Y + 0.5, W: r.W - 1, H: r.H - 1, Radii: scene.Round(6),
		Paint: scene.Paint{Fill: b.look.Sheet, Stroke: b.look.Line, Width: 1},
	})
}

// badgeSize is the side of a segment's badge at the usual size of text.
const badgeSize = 18

// badgeGap is between two badges.
const badgeGap = 3

// badges draws segments, one a line of what the stamp says, and how many more
// there are where the place ends.
func (b *brush) badges(list string, in geometry.Rect, size float64) {
	side, x := scaled(badgeSize), in.X
	all := strings.Split(strings.TrimSuffix(list, "\n"), "\n")
	for i, one := range all {
		left := len(all) - i
		more := "+" + strconv.Itoa(left)
		parts := strings.Split(one, " ")
		s := &canvas.Segment{Letter: parts[0], Colour: canvas.Colour(parts[1]), Shape: canvas.Shape(parts[2])}
		need := geometry.BadgeSize(s.Letter, side).W
		if left > 1 {
			need += badgeGap + text.Measure(more, size, false)
		}
		if x+need > in.Right() {
			b.write(more, geometry.Rect{X: x, Y: in.Y, W: in.Right() - x, H: in.H}, style{size: size, tone: muted})
			return
		}
		x += b.Badge(s, geometry.Point{X: x, Y: in.Y + (in.H-side)/2}, side, b.look) + badgeGap
	}
}

// rowPage draws a row.
func (s *Sheet) rowPage(r *grid.Row, st rowStamp) *scene.Page {
	b := &brush{&scene.Page{W: st.size.W, H: st.size.H}, s.env.Look}
	whole := geometry.Rect{W: st.size.W, H: st.size.H}
	place := func(c grid.Column) geometry.Rect {
		return geometry.Rect{X: s.plan.columns[c].x, W: s.plan.columns[c].w, H: st.size.H}
	}
	back := b.look.Sheet
	switch {
	case st.found:
		back = b.look.WarnDim
	case st.kind == grid.Block:
		back = b.look.Desk
	}
	b.fill(whole, scene.Paint{Fill: back})
	figure := style{size: st.text, right: true}
	if st.lacks {
		figure.tone = muted
	}
	if st.kind != grid.Line {
		across := place(grid.Label)
		across.W = place(grid.Amount).Right() - across.X
		head := style{size: st.text, bold: true}
		figure.bold = st.kind == grid.Block
		if st.kind == grid.Note {
			head.bold, head.tone, figure.tone = false, muted, muted
		}
		b.write(st.title, across, head)
		b.write(st.texts, place(grid.Monthly), figure)
		return b.Page
	}
	label := place(grid.Label)
	if r.Note.IsRelationship() {
		label.X += padding
		label.W -= padding
	}
	name := style{size: st.text}
	if st.unnamed {
		name.tone = muted
	}
	used := b.write(st.title, label, name) + padding
	if left := label.W - used; st.under != "" && left > 3*st.text {
		b.write(st.under, geometry.Rect{X: label.X + used, W: left, H: label.H}, style{size: s.underSize(), tone: muted})
	}
	if st.badges != "" {
		b.badges(st.badges, place(grid.Segments), st.text)
	} else {
		b.write(st.more, place(grid.Segments), style{size: st.text})
	}
	texts := strings.Split(st.texts, "\n")
	b.write(texts[grid.Stage], place(grid.Stage), style{size: st.text})
	b.write(texts[grid.Behaviour], place(grid.Behaviour), style{size: st.text})
	b.write(texts[grid.Amount], place(grid.Amount), style{size: st.text, right: true, tone: input})
	b.write(texts[grid.Monthly], place(grid.Monthly), figure)
	return b.Page
}

// A groundStamp is all that the picture of the ground shows.
type groundStamp struct {
	size  geometry.Size
	text  float64
	total string
	stage canvas.Stage
	empty bool
	notes bool // there are any
}

func (s *Sheet) groundStamp() groundStamp {
	total := s.env.Words.T("costs.total", "Amount", s.money(s.table.Total))
	if d, ok := s.table.Variable.Get(); ok && d.IsPositive() {
		total = s.env.Words.T("costs.total.all", "Lines", s.money(s.table.Total), "Variable", s.money(s.table.Variable),
			"Total", s.money(costing.Sum(s.table.Total, s.table.Variable)))
	}
	return groundStamp{
		size: s.plan.size, text: s.plan.text, total: total, stage: s.filter.Stage,
		empty: len(s.table.Rows) == 0, notes: s.env.Doc.Project().Len() > 0,
	}
}

// money is an amount in the project's currency.
func (s *Sheet) money(a costing.Amount) string {
	if d, ok := a.Get(); ok {
		return s.env.Words.Money(d, s.env.Doc.Project().Head().Currency)
	}
	return s.env.Words.T("chart.missing")
}

// groundPage draws what lies under the rows: the card, the names of the
// columns, the total; where there are no rows, what to do.
func (s *Sheet) groundPage(st groundStamp) *scene.Page {
	p, words := s.plan, s.env.Words
	b := &brush{&scene.Page{W: st.size.W, H: st.size.H}, s.env.Look}
	b.fill(geometry.Rect{W: st.size.W, H: st.size.H}, scene.Paint{Fill: b.look.Desk})
	b.card(p.card)
	for c, key := range grid.Heads {
		in := geometry.Rect{X: p.head.X + p.columns[c].x, Y: p.head.Y, W: p.columns[c].w, H: p.head.H}
		name, st2 := words.T(key), style{size: st.text - 1, bold: true, tone: muted, right: grid.Column(c) >= grid.Amount}
		if grid.Column(c) == grid.Stage {
			if st.stage != "" {
				name, st2.tone = words.T("stage."+string(st.stage)), accent
			}
			w := b.write(name, geometry.Rect{X: in.X, Y: in.Y, W: in.W - st.text, H: in.H}, st2)
			b.arrow(geometry.Point{X: in.X + w + st.text*0.65, Y: in.Y + in.H/2}, st.text*0.26)
			continue
		}
		b.write(name, in, st2)
	}
	line := func(y float64) {
		b.fill(geometry.Rect{X: p.head.X, Y: y, W: p.head.W, H: 1}, scene.Paint{Fill: b.look.Line})
	}
	line(p.head.Bottom() - 1)
	line(p.foot.Y)
	b.write(words.T("costs.add"), geometry.Rect{X: p.foot.X + padding, Y: p.foot.Y, W: p.add.W, H: p.foot.H}, style{size: st.text, tone: accent})
	beside := 2*padding + p.add.W
	b.write(st.total, geometry.Rect{X: p.foot.X + beside, Y: p.foot.Y, W: p.foot.W - beside - padding, H: p.foot.H}, style{size: st.text, bold: true, right: true})
	if st.empty {
		s.advice(b, st)
	}
	return b.Page
}

// arrow says that something can be chosen.
func (b *brush) arrow(c geometry.Point, r float64) {
	b.Add(scene.Polygon{
		Points: []scene.Point{{X: c.X - r, Y: c.Y - r/2}, {X: c.X + r, Y: c.Y - r/2}, {X: c.X, Y: c.Y + r*0.7}},
		Paint:  scene.Paint{Fill: b.look.Muted},
	})
}

// advice says what to do where there are no rows.
func (s *Sheet) advice(b *brush, st groundStamp) {
	key := "costs.empty"
	switch {
	case len(s.filter.Segments) > 0 || st.stage != "":
		key = "costs.filtered"
	case st.notes:
		key = "costs.no_lines"
	}
	size, line := st.text+1, (st.text+1)*1.6
	room := min(s.plan.body.W-4*padding, 36*size)
	lines := scene.Shorten(s.env.Words.T(key), room, size, false, 8)
	y := s.plan.body.Y + max(line, (s.plan.body.H-float64(len(lines))*line)/3)
	for _, l := range lines {
		w := text.Measure(l, size, false)
		b.write(l, geometry.Rect{X: s.plan.body.X + (s.plan.body.W-w)/2, Y: y, W: w + 1, H: line}, style{size: size, tone: muted})
		y += line
	}
}
