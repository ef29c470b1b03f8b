package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/ui/kit"
)

// A status bar says how much there is, what it costs, and whether all is saved.
type status struct {
	w      *Window
	object fyne.CanvasObject
	counts *fynecanvas.Text
	costs  *fynecanvas.Text
	ratios *fynecanvas.Text // LTV : CAC of the segments
	weight *fynecanvas.Text // gaps and risks
	saved  *fynecanvas.Text
	stop   *kit.Button // stops what is under way; hidden while nothing is
	under  string      // what is said of that
}

func newStatus(w *Window) *status {
	s := &status{w: w}
	small := func() *fynecanvas.Text {
		t := kit.Text("", w.look.Muted, false)
		t.TextSize--
		return t
	}
	s.counts, s.costs, s.ratios, s.weight, s.saved = small(), small(), small(), small(), small()
	s.weight.Color = w.look.Warn
	s.stop = kit.NewButton(w.look, kit.Flat, w.words.T("button.cancel"), nil)
	s.stop.Hide()
	var lang *kit.Button
	lang = kit.NewButton(w.look, kit.Flat, w.words.Lang().Name(), func() {
		menu := widget.NewPopUpMenu(w.languages().ChildMenu, w.win.Canvas())
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(lang)
		menu.ShowAtPosition(at.SubtractXY(0, menu.MinSize().Height))
	})
	left := []fyne.CanvasObject{s.counts, s.costs, s.ratios, s.weight}
	right := kit.Row(6, s.saved, s.stop, lang)
	row := container.New(giving{left, []fyne.CanvasObject{s.ratios, s.costs, s.counts, s.weight}, right}, append(left, right)...)
	back := fynecanvas.NewRectangle(w.look.Bar)
	s.object = container.NewStack(back, container.NewBorder(rule(w.look, 0, 1), nil, nil, nil, kit.Inset(row, 12, 0)))
	s.update()
	return s
}

// say shows a sentence in place of what is saved, until the next change.
func (s *status) say(sentence string) {
	s.saved.Text = sentence
	s.saved.Refresh()
	s.object.Refresh()
	s.w.app.probe.watch(s.w)
}

// work says that something is under way, until rest is called or the user
// stops it.
func (s *status) work(sentence string, stop func()) {
	s.under = sentence
	s.stop.OnTapped = func() {
		s.rest()
		stop()
	}
	s.stop.Show()
	s.say(sentence)
}

// rest takes back what work said.
func (s *status) rest() {
	s.under = ""
	s.stop.Hide()
	s.update()
}

// update says it as it is now.
func (s *status) update() {
	w, p := s.w, s.w.doc.Project()
	if w.costs != nil {
		s.ofCosts()
	} else {
		s.ofNotes(p)
	}
	s.weight.Text = w.weight()
	switch {
	case s.under != "":
		s.saved.Text = s.under
	case w.doc.Dirty():
		s.saved.Text = w.words.T("statusbar.unsaved")
	case w.doc.Path() == "":
		s.saved.Text = w.words.T("statusbar.never_saved")
	case w.saved.IsZero():
		s.saved.Text = w.words.T("statusbar.as_saved")
	default:
		s.saved.Text = w.words.T("statusbar.saved", "Time", w.words.Clock(w.saved))
	}
	for _, t := range []*fynecanvas.Text{s.counts, s.costs, s.ratios, s.weight, s.saved} {
		t.Refresh()
	}
	s.object.Refresh()
}

// ofNotes says how much there is.
func (s *status) ofNotes(p *canvas.Project) {
	w := s.w
	s.counts.Text = w.words.N("statusbar.notes", p.Len()) + " · " + w.words.N("statusbar.segments", len(p.Segments()))
	s.costs.Text = ""
	if total, ok := w.doc.Figures().Totals().Relationships.Get(); ok && !total.IsZero() {
		s.costs.Text = w.words.T("statusbar.relationship_cost", "Amount", w.words.MoneyRound(total.Round(0), p.Head().Currency))
	}
	s.ratios.Text = s.ltvToCAC()
}

// ofCosts says what all costs a month, and what it brings.
func (s *status) ofCosts() {
	w, totals := s.w, s.w.doc.Ahead().Totals()
	say := func(key string, a costing.Amount) string {
		d, ok := a.Get()
		if !ok {
			return ""
		}
		return w.words.T(key, "Amount", w.words.MoneyRound(d.Round(0), w.doc.Project().Head().Currency))
	}
	s.counts.Text = w.words.N("statusbar.lines", len(w.doc.Ahead().Lines()))
	s.costs.Text, s.ratios.Text = say("statusbar.cost", totals.Cost), say("statusbar.revenue", totals.Revenue)
}

// mostRatios is how many segments the bar has room for.
const mostRatios = 4

// ltvToCAC says, by the letters of the segments, how many times what winning a
// customer costs the customer brings.
func (s *status) ltvToCAC() string {
	var ratios []string
	for _, n := range s.w.doc.Project().Segments() {
		if d, ok := s.w.doc.Figures().Segment(n.ID).LTVToCAC.Get(); ok && len(ratios) < mostRatios {
			ratios = append(ratios, n.Segment.Letter+" "+s.w.words.Ratio(d))
		}
	}
	if len(ratios) == 0 {
		return ""
	}
	return s.w.words.T("statusbar.ltv_cac", "Ratios", strings.Join(ratios, " · "))
}

// giving is the layout of a bar. What stands at its right has its room first;
// where not all of its left has room beside that, the first of give gives way,
// then the next.
type giving struct {
	left, give []fyne.CanvasObject
	right      fyne.CanvasObject
}

// statusGap is how far what stands at the left of the bar is apart.
const statusGap = 22

func (l giving) MinSize([]fyne.CanvasObject) fyne.Size {
	size := l.right.MinSize()
	for _, o := range l.left {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

func (l giving) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	m := l.right.MinSize()
	l.right.Resize(m)
	l.right.Move(fyne.NewPos(size.Width-m.Width, (size.Height-m.Height)/2))
	var used float32
	for _, o := range l.left {
		if w := o.MinSize().Width; w > 0 {
			used += w + statusGap
		}
	}
	gone := map[fyne.CanvasObject]bool{}
	for _, o := range l.give {
		if used <= size.Width-m.Width {
			break
		}
		if w := o.MinSize().Width; w > 0 {
			used -= w + statusGap
		}
		gone[o] = true
	}
	var x float32
	for _, o := range l.left {
		m := o.MinSize()
		if gone[o] || m.Width == 0 {
			o.Hide()
			continue
		}
		o.Show()
		o.Resize(m)
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		x += m.Width + statusGap
	}
}
