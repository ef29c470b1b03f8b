package costs

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/ui/costs/grid"
	"ninefold/ui/kit"
)

func newMarks(look *scene.Look) marks {
	faint := look.Accent
	faint.A = 0x22
	m := marks{
		selected: fynecanvas.NewRectangle(faint), cursor: fynecanvas.NewRectangle(color.Transparent),
		bar: fynecanvas.NewRectangle(look.Muted),
	}
	m.cursor.StrokeColor, m.cursor.StrokeWidth, m.cursor.CornerRadius = look.Accent, 2, 3
	m.bar.CornerRadius = barWidth / 2
	bar := look.Muted
	bar.A = 0x66
	m.bar.FillColor = bar
	return m
}

// A rowStamp is all that the picture of a row shows.
type rowStamp struct {
	kind    grid.Kind
	title   string
	under   string
	texts   string
	badges  string
	more    string
	unnamed bool
	lacks   bool
	found   bool
	size    geometry.Size
	text    float64
}

// sync brings the screen to what the table says. Rows that say the same are
// only moved.
func (s *Sheet) sync() {
	if s.plan.size.W <= 0 {
		return
	}
	s.scale = kit.Pixels(s, s.scale)
	s.tip.hide()
	s.top = min(max(s.top, 0), s.longest())
	all := geometry.Rect{W: s.plan.size.W, H: s.plan.size.H}
	stamp := s.groundStamp()
	s.ground.Put(stamp, func() *scene.Page { return s.groundPage(stamp) }, all, kit.Snap(all, s.scale))

	objects := make([]fyne.CanvasObject, 0, len(s.rows.Objects))
	seen := map[string]bool{}
	first := max(int(s.top/s.plan.height), 0)
	for i := first; i < len(s.table.Rows); i++ {
		full := s.plan.row(i, s.top)
		visible := full.Intersect(s.plan.body)
		if visible.Empty() {
			break
		}
		r := &s.table.Rows[i]
		key := r.Key()
		seen[key] = true
		p := s.pictures[key]
		if p == nil {
			p = kit.NewPicture()
			s.pictures[key] = p
		}
		stamp := s.stampOf(r)
		p.Put(stamp, func() *scene.Page { return s.rowPage(r, stamp) }, full, kit.Snap(visible, s.scale))
		objects = append(objects, p)
	}
	for key := range s.pictures {
		if !seen[key] {
			delete(s.pictures, key)
		}
	}
	s.rows.Objects = objects
	s.mark()
	s.editor.place()
	s.env.Changed()
}

// mark moves the cursor, the selection and the scroll bar.
func (s *Sheet) mark() {
	m := s.marks
	show := func(o *fynecanvas.Rectangle, r geometry.Rect) {
		r = kit.Snap(r, s.scale)
		o.Move(fyne.NewPos(float32(r.X), float32(r.Y)))
		o.Resize(fyne.NewSize(float32(r.W), float32(r.H)))
		o.Hidden = r.Empty()
	}
	var cursor, selected geometry.Rect
	if s.there && s.row() != nil {
		cursor = s.plan.cell(s.cursor.Row, s.cursor.Column, s.top)
		if s.row().Kind != grid.Line {
			cursor = s.plan.row(s.cursor.Row, s.top).Inset(1)
		}
		if of := s.selected(); of.Top != of.Bottom || of.Left != of.Right {
			from, to := s.plan.cell(of.Top, grid.Column(of.Left), s.top), s.plan.cell(of.Bottom, grid.Column(of.Right), s.top)
			selected = geometry.Rect{X: from.X, Y: from.Y, W: to.Right() - from.X, H: to.Bottom() - from.Y}
		}
	}
	show(m.cursor, cursor.Intersect(s.plan.body))
	show(m.selected, selected.Intersect(s.plan.body))
	m.cursor.StrokeColor = s.env.Look.Accent
	if !s.focused && !s.editor.shown {
		m.cursor.StrokeColor = s.env.Look.Line
	}
	show(m.bar, s.barRect())
	for _, o := range []fyne.CanvasObject{m.cursor, m.selected, m.bar} {
		o.Refresh()
	}
	s.rows.Refresh()
}

// longest is how far the rows can be scrolled.
func (s *Sheet) longest() float64 {
	return max(0, float64(len(s.table.Rows))*s.plan.height-s.plan.body.H)
}

// barRect is where the scroll bar lies; empty where all rows are in sight.
func (s *Sheet) barRect() geometry.Rect {
	longest := s.longest()
	if longest == 0 {
		return geometry.Rect{}
	}
	b := s.plan.body
	h := max(24, b.H*b.H/(b.H+longest))
	return geometry.Rect{X: b.Right() - barWidth - 2, Y: b.Y + (b.H-h)*s.top/longest, W: barWidth, H: h}
}

// reveal scrolls as little as it takes for the cursor's row to be in sight; the
// head of its block comes along where it stands right above.
func (s *Sheet) reveal() {
	if !s.there || s.plan.size.W <= 0 {
		return
	}
	from := s.cursor.Row
	for from > 0 && s.table.Rows[from-1].Kind == grid.Block {
		from--
	}
	s.top = min(s.top, float64(from)*s.plan.height)
	s.top = max(s.top, float64(s.cursor.Row+1)*s.plan.height-s.plan.body.H)
}

// under is what stands beside the label of a line: its note, where no head says
// that and it is another text.
func (s *Sheet) under(r *grid.Row) string {
	if r.Cost.Label == "" || r.Note.IsRelationship() || r.Note.Text == r.Cost.Label {
		return ""
	}
	return canvas.Excerpt(strings.Join(strings.Fields(r.Note.Text), " "), 60)
}

// underSize is how large that is.
func (s *Sheet) underSize() float64 { return s.plan.text - 1.5 }

// stampOf says what the picture of a row shows.
func (s *Sheet) stampOf(r *grid.Row) rowStamp {
	st := rowStamp{
		kind: r.Kind, title: s.table.Title(r), size: geometry.Size{W: s.plan.body.W, H: s.plan.height}, text: s.plan.text,
	}
	_, known := r.Monthly.Get()
	st.lacks = !known
	st.found = r.Note != nil && s.found[r.Note.ID]
	if r.Kind != grid.Line {
		st.texts = s.table.Money(r.Monthly)
		if d, ok := r.Monthly.Get(); ok && r.Kind == grid.Block {
			st.texts = s.env.Words.Money(d, s.env.Doc.Project().Head().Currency)
		}
		return st
	}
	st.unnamed = r.Cost.Label == ""
	st.under = s.under(r)
	var texts, badges strings.Builder
	for c := range grid.Column(grid.Columns) {
		if c != grid.Label && c != grid.Segments {
			texts.WriteString(s.table.Text(r, c))
		}
		texts.WriteByte('\n')
	}
	st.texts = texts.String()
	for _, n := range s.table.Served(r) {
		badges.WriteString(n.Segment.Letter + " " + string(n.Segment.Colour) + " " + string(n.Segment.Shape) + "\n")
	}
	st.badges = badges.String()
	if st.badges == "" {
		st.more = s.table.Text(r, grid.Segments)
	}
	return st
}
