package handout

import (
	"image/color"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// A flow sets texts in columns, over as many pages as they need.
type flow struct {
	*handout
	s       sheet
	page    *scene.Page
	area    geometry.Rect
	columns int
	gap     float64 // between columns
	col     int
	y       float64
	indent  float64
}

// A style is how a paragraph is written.
type style struct {
	size  float64
	bold  bool
	color color.NRGBA
}

// line is the height of a line of the style.
func (s style) line() float64 { return s.size * 1.3 }

// The styles of text that flows.
func (h *handout) heading() style { return style{h.pt(10.5), true, h.look.Ink} }
func (h *handout) lead() style    { return style{h.pt(8.8), true, h.look.Ink} }
func (h *handout) body() style    { return style{h.pt(8.5), false, h.look.Ink} }
func (h *handout) aside() style   { return style{h.pt(8), false, h.look.Muted} }

// flow begins a page of text in columns, which are about as wide as lines are
// read with ease.
func (h *handout) flow(s sheet) *flow {
	f := &flow{handout: h, s: s, gap: 18 * h.unit}
	f.newPage()
	return f
}

func (f *flow) newPage() {
	f.page, f.area = f.begin(f.s)
	f.s.continued = true
	f.area = gapAbove(f.area, 4*f.unit)
	f.columns = max(1, int(f.area.W/(230*f.unit)))
	f.col, f.y = 0, f.area.Y
}

func (f *flow) width() float64 {
	return (f.area.W - float64(f.columns-1)*f.gap) / float64(f.columns)
}

func (f *flow) x() float64 { return f.area.X + float64(f.col)*(f.width()+f.gap) + f.indent }

// room is how wide a line may be.
func (f *flow) room() float64 { return f.width() - f.indent }

// need goes on to the next column unless there is so much height left.
func (f *flow) need(height float64) {
	if f.y+height > f.area.Bottom() && f.y > f.area.Y {
		f.next()
	}
}

func (f *flow) next() {
	f.col, f.y = f.col+1, f.area.Y
	if f.col == f.columns {
		f.newPage()
	}
}

// skip leaves a space, unless the column begins here.
func (f *flow) skip(height float64) {
	if f.y > f.area.Y {
		f.y += height
	}
}

// lines wraps a text as a paragraph of the style would be.
func (f *flow) lines(s string, st style) []string {
	return geometry.Wrap(s, f.room(), func(t string) float64 { return text.Measure(t, st.size, st.bold) })
}

// paragraph writes a text, each line in the first column that has room for it.
// Of its lines at least two stay together.
func (f *flow) paragraph(s string, st style) {
	if s == "" {
		return
	}
	lines := f.lines(s, st)
	for i, line := range lines {
		together := 1.0
		if i == 0 && len(lines) > 1 || i == len(lines)-2 {
			together = 2
		}
		f.need(together * st.line())
		f.page.Add(scene.Text{X: f.x(), Y: f.y + st.size*1.02, Size: st.size, Bold: st.bold, Color: st.color, Text: line})
		f.y += st.line()
	}
}

// rule draws a thin line across the column.
func (f *flow) rule() {
	f.page.Add(scene.Line{
		X1: f.x(), Y1: f.y, X2: f.x() + f.room(), Y2: f.y,
		Paint: scene.Paint{Stroke: f.soft.Line, Width: f.soft.Rule},
	})
}

// head writes the heading of a section, which stays with what follows.
func (f *flow) head(s string) {
	st := f.heading()
	f.skip(st.size * 1.2)
	f.need(float64(len(f.lines(s, st)))*st.line() + 4*f.body().line())
	f.paragraph(s, st)
	f.y += st.size * 0.15
	f.rule()
	f.y += st.size * 0.5
}

// grown draws pages with the sheet made higher until one is enough.
func (h *handout) grown(draw func()) {
	from, size := len(h.pages), h.size.H
	for {
		draw()
		more := len(h.pages) - from
		if !h.opts.Grow || more <= 1 {
			break
		}
		h.pages = h.pages[:from]
		h.size.H *= max(1.1, 0.6*float64(more))
	}
	h.size.H = size
}
