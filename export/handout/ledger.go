package handout

import (
	"math"
	"slices"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// A ledger is a printed table of any length: where a page ends, it goes on on
// the next one under the same heads.
type ledger struct {
	*form
	area    geometry.Rect
	next    func() (*scene.Page, geometry.Rect) // goes on on another page
	columns []column
	edges   []float64
	y       float64
}

// A cell is what stands in a column of a row: a text, maybe behind a segment's
// badge, or the badges of segments alone.
type cell struct {
	text     string
	style    style
	segments []*canvas.Note
}

// pad is the space at both sides of a cell.
func (l *ledger) pad() float64 { return 2.5 * l.unit }

// begin writes the heads at the upper edge of the area.
func (l *ledger) begin(area geometry.Rect, columns []column) {
	l.columns, l.area, l.y = columns, area, area.Y
	l.heads()
}

func (l *ledger) heads() {
	st := l.aside()
	st.bold = true
	sum := 0.0
	for _, c := range l.columns {
		sum += c.share
	}
	l.edges = []float64{l.area.X}
	cells := make([]cell, len(l.columns))
	for i, c := range l.columns {
		l.edges = append(l.edges, l.edges[i]+l.area.W*c.share/sum)
		cells[i] = cell{text: c.title, style: st}
	}
	lines := l.wrapped(cells)
	rows := 0
	for _, c := range lines {
		rows = max(rows, len(c))
	}
	for i, c := range lines { // heads stand on the line
		lines[i] = append(make([]string, rows-len(c)), c...)
	}
	l.set(lines, cells)
	l.rule(l.look.Muted)
}

// rule draws a line across the table.
func (l *ledger) rule(ink nrgba) {
	l.page.Add(scene.Line{X1: l.area.X, Y1: l.y, X2: l.area.Right(), Y2: l.y, Paint: scene.Paint{Stroke: ink, Width: l.soft.Rule}})
}

// width is the room for the text of a column.
func (l *ledger) width(i int) float64 { return l.edges[i+1] - l.edges[i] - 2*l.pad() }

func (l *ledger) wrapped(cells []cell) [][]string {
	out := make([][]string, len(cells))
	for i, c := range cells {
		if c.text != "" {
			out[i] = l.wrap(c.text, l.width(i)-l.indent(c), c.style.size, c.style.bold)
		}
	}
	return out
}

// indent is the room that the badge before a cell's text takes.
func (l *ledger) indent(c cell) float64 {
	if c.text == "" || len(c.segments) == 0 {
		return 0
	}
	return geometry.BadgeSize(c.segments[0].Segment.Letter, l.badgeHeight()).W + 2*l.pad()
}

func (l *ledger) badgeHeight() float64 { return l.badge(l.body().size * 1.15) }

// rowGap is the space above and below the text of a row.
func (l *ledger) rowGap() float64 { return 1.4 * l.unit }

// row writes a row. One that has no room goes on to the next page; one that is
// higher than a page is divided between its lines.
func (l *ledger) row(cells []cell) {
	lines := l.wrapped(cells)
	for {
		most := 1
		for _, c := range lines {
			most = max(most, len(c))
		}
		line := l.body().line()
		room := int((l.area.Bottom() - l.y - 2*l.rowGap()) / line)
		if most <= room {
			break
		}
		whole := int((l.area.H - 4*line) / line)
		if most > whole && room > 2 { // it has room nowhere
			part := make([][]string, len(lines))
			for i, c := range lines {
				cut := min(room, len(c))
				part[i], lines[i] = c[:cut], c[cut:]
			}
			l.set(part, cells)
			for i := range cells {
				cells[i].segments = nil
			}
		}
		l.nextPage()
	}
	l.set(lines, cells)
	l.rule(scene.Mix(l.soft.Line, l.look.Sheet, 0.5))
}

func (l *ledger) nextPage() {
	l.page, l.area = l.next()
	l.y = l.area.Y
	l.heads()
}

// group writes a row that heads others, which it does not stand apart from.
func (l *ledger) group(title, sum string) {
	st := l.lead()
	high := st.line() + 2*l.rowGap()
	if l.y+2.5*high > l.area.Bottom() {
		l.nextPage()
	}
	if !l.look.Hollow {
		l.page.Add(scene.Rect{X: l.area.X, Y: l.y, W: l.area.W, H: high, Paint: scene.Paint{Fill: l.tint()}})
	}
	base := l.y + l.rowGap() + st.size*1.02
	wide := text.Measure(sum, st.size, true)
	title = scene.Shorten(title, l.area.W-wide-4*l.pad(), st.size, true, 1)[0]
	l.page.Add(
		scene.Text{X: l.area.X + l.pad(), Y: base, Size: st.size, Bold: true, Color: st.color, Text: title},
		scene.Text{X: l.area.Right() - l.pad() - wide, Y: base, Size: st.size, Bold: true, Color: st.color, Text: sum},
	)
	l.y += high
	l.rule(scene.Mix(l.soft.Line, l.look.Sheet, 0.5))
}

// remark writes a sentence below the table.
func (l *ledger) remark(s string) {
	st := l.aside()
	if high := float64(len(l.wrap(s, l.area.W, st.size, false))) * st.line(); l.y+high+2*l.rowGap() > l.area.Bottom() {
		l.nextPage()
	}
	l.y = l.form.write(s, l.area.X, l.y+2*l.rowGap(), l.area.W, st)
}

// tint is what lies behind the rows that head others.
func (h *handout) tint() nrgba { return scene.Mix(h.look.Muted, h.look.Sheet, 0.9) }

// set writes the lines of a row.
func (l *ledger) set(lines [][]string, cells []cell) {
	line := l.body().line()
	high := 0.0
	for i, c := range cells {
		y := l.y + l.rowGap()
		x := l.edges[i] + l.pad() + l.indent(c)
		for _, s := range lines[i] {
			if s == "" {
				y += line
				continue
			}
			free := l.width(i) - text.Measure(s, c.style.size, c.style.bold)
			l.page.Add(scene.Text{
				X: x + float64(l.columns[i].align)*free, Y: y + l.body().size*1.02,
				Size: c.style.size, Bold: c.style.bold, Color: c.style.color, Text: s,
			})
			y += line
		}
		high = math.Max(high, y-l.y)
		if n := l.badges(c.segments, l.edges[i]+l.pad(), l.y+l.rowGap(), l.width(i)); n > 0 {
			high = math.Max(high, l.rowGap()+float64(n)*line)
		}
	}
	l.y += math.Max(high, l.rowGap()+line) + l.rowGap()
}

// badges draws the badges of segments in rows and returns how many rows.
func (l *ledger) badges(segments []*canvas.Note, x, y, width float64) (rows int) {
	high, line := l.badgeHeight(), l.body().line()
	gap := high * 0.15
	at := x
	for _, s := range segments {
		if rows == 0 || at+geometry.BadgeSize(s.Segment.Letter, high).W > x+width {
			at, rows = x, rows+1
		}
		top := y + float64(rows-1)*line + (line-high)/2
		at += l.page.Badge(s.Segment, geometry.Point{X: at, Y: top}, high, l.look) + gap
	}
	return rows
}

// served returns the segments that a note serves, or is.
func (h *handout) served(n *canvas.Note) []*canvas.Note {
	return slices.DeleteFunc(h.project.Segments(), func(s *canvas.Note) bool { return s != n && !n.Serves(s.ID) })
}
