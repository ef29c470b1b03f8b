package costs

import (
	"strings"

	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
	"ninefold/internal/iso4217"
	"ninefold/ui/guard"
	"ninefold/ui/kit"
)

// texts are a segment's figures, in the order of the columns; empty where one
// is not available.
func (f *Figures) texts(s *costing.Segment) [len(figureShares)]string {
	words := f.env.Words
	months := ""
	if d, ok := s.Payback.Get(); ok {
		months = words.T("costs.months_short", "N", words.Number(d.Ceil(), 0))
	}
	ratio := ""
	if d, ok := s.LTVToCAC.Get(); ok {
		ratio = words.Ratio(d)
	}
	even := ""
	if d, ok := s.BreakEven.Customers.Get(); ok {
		even = words.Number(d, 0)
	} else if s.BreakEven.Never {
		even = words.T("costs.never")
	}
	return [len(figureShares)]string{f.money(s.CAC, 0), f.money(s.LTV, 1), ratio, months, even}
}

// money is an amount, without its cents where there is no room for them.
func (f *Figures) money(a costing.Amount, column int) string {
	d, ok := a.Get()
	if !ok {
		return ""
	}
	s := f.env.Words.Number(d, iso4217.Digits(f.env.Doc.Project().Head().Currency))
	if text.Measure(s, f.figureSize(), false) > f.columns[column].w-figureGap {
		s = f.env.Words.Number(d, 0)
	}
	return s
}

// MouseIn is for Fyne.
func (f *Figures) MouseIn(e *desktop.MouseEvent) { f.MouseMoved(e) }

// MouseOut takes away what was said.
func (f *Figures) MouseOut() { f.point(nil, nil, geometry.Rect{}) }

// A figureAt names a figure that is pointed at; without a segment, its column.
type figureAt struct{ segment, column int }

// MouseMoved says more of what is pointed at: how a figure comes about, or the
// figures of a month.
func (f *Figures) MouseMoved(e *desktop.MouseEvent) {
	defer guard.Catch()
	if f.plot == nil {
		return
	}
	at := point(e.Position)
	if place, ok := f.plot.At(at); ok {
		f.point(place, func() *scene.Page { return f.plot.Readout(place, f.env.Look) }, f.plot.Area)
		return
	}
	for i, c := range f.columns {
		if at.X < c.x || at.X > c.x+c.w || at.Y < f.table.Y+scaled(titleHeight) || at.Y > f.table.Bottom() {
			continue
		}
		segment := -1
		if at.Y >= f.body.Y {
			segment = int((at.Y - f.body.Y + f.top) / scaled(lineHeight))
		}
		if segment >= len(f.model.Segments()) {
			break
		}
		box, page := f.tip(f.explain(segment, i), geometry.Point{X: c.x + c.w, Y: at.Y})
		f.point(figureAt{segment, i}, page, box)
		return
	}
	f.point(nil, nil, geometry.Rect{})
}

// point shows what is said of something that is pointed at; nil says nothing.
func (f *Figures) point(at any, page func() *scene.Page, box geometry.Rect) {
	if at == nil {
		f.at, f.saying = nil, nil
		f.over.Hide()
		fynecanvas.Refresh(f.dirty)
		return
	}
	if at == f.at {
		return
	}
	f.at = at
	f.over.Show()
	f.saying = page
	f.over.Put(at, page, box, kit.Snap(box, kit.Pixels(f, 1)))
	fynecanvas.Refresh(f.dirty)
}

// Said is what is said of what is pointed at; empty where nothing is.
func (f *Figures) Said() string {
	if f.saying == nil {
		return ""
	}
	var texts []string
	for _, item := range f.saying().Items {
		if t, ok := item.(scene.Text); ok {
			texts = append(texts, t.Text)
		}
	}
	return strings.Join(texts, " ")
}

// explain says how a figure of a segment comes about.
func (f *Figures) explain(segment, column int) string {
	words := f.env.Words
	key := "costs.explain." + figureKeys[column]
	sentence := words.T(key)
	if segment < 0 {
		return sentence
	}
	s := &f.model.Segments()[segment]
	if f.texts(s)[column] == "" {
		return sentence + " " + words.T(key+".missing")
	}
	return sentence
}

// tipWidth is the width of an explanation.
const tipWidth = 250

// tip is a box with a sentence, to the left below a point.
func (f *Figures) tip(sentence string, at geometry.Point) (geometry.Rect, func() *scene.Page) {
	size := f.text - 1
	w := min(scaled(tipWidth), f.size.W-margin)
	lines := scene.Shorten(sentence, w-20, size, false, 9)
	box := geometry.Rect{X: max(margin/2, min(at.X-w, f.size.W-w-margin)), Y: at.Y + 18, W: w, H: float64(len(lines))*size*1.45 + 16}
	if box.Bottom() > f.size.H {
		box.Y = at.Y - box.H - 8
	}
	return box, func() *scene.Page {
		b := &brush{&scene.Page{W: box.W, H: box.H}, f.env.Look}
		b.Add(scene.Rect{
			X: 0.5, Y: 0.5, W: box.W - 1, H: box.H - 1, Radii: scene.Round(5),
			Paint: scene.Paint{Fill: b.look.Sheet, Stroke: b.look.Frame, Width: 1},
		})
		for i, line := range lines {
			in := geometry.Rect{X: 10, Y: 8 + float64(i)*size*1.45, W: text.Measure(line, size, false) + 1, H: size * 1.45}
			b.write(line, in, style{size: size})
		}
		return b.Page
	}
}
