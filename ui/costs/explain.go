package costs

import (
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
	"ninefold/internal/iso4217"
	"ninefold/ui/guard"
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
func (f *Figures) MouseOut() { f.tip.hide() }

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
		f.tip.show(place, f.plot.Area, func() *scene.Page { return f.plot.Readout(place, f.env.Look) })
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
		box, page := sentence(f.explain(segment, i), geometry.Point{X: c.x + c.w, Y: at.Y}, true, f.size, f.text-1, f.env.Look)
		f.tip.show(figureAt{segment, i}, box, page)
		return
	}
	f.tip.hide()
}

// Said is what is said of what is pointed at; empty where nothing is.
func (f *Figures) Said() string { return f.tip.said() }

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
