package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ninefold/export/scene"
	"ninefold/ui/guard"
)

// NewTabs returns a row of choices in a trough, one of them lifted: the views
// of a document, a stage, a standing. Changed is called with the place of the
// choice that was tapped.
func NewTabs(look *scene.Look, choices []string, selected int, changed func(int)) *Tabs {
	return newTabs(look, choices, selected, changed, 14)
}

// NewNarrowTabs returns tabs that stand closer together.
func NewNarrowTabs(look *scene.Look, choices []string, selected int, changed func(int)) *Tabs {
	return newTabs(look, choices, selected, changed, 6)
}

// newTabs returns tabs with so much room at either side of their words.
func newTabs(look *scene.Look, choices []string, selected int, changed func(int), side float32) *Tabs {
	t := &Tabs{look: look, selected: selected, changed: changed, side: side}
	for i, c := range choices {
		s := &tab{tabs: t, at: i, text: c}
		s.ExtendBaseWidget(s)
		t.tabs = append(t.tabs, s)
	}
	t.ExtendBaseWidget(t)
	return t
}

// Tabs is a row of choices of which one holds.
type Tabs struct {
	widget.BaseWidget
	look     *scene.Look
	selected int // -1 means none
	changed  func(int)
	side     float32
	tabs     []*tab
}

// Select lifts a choice without calling the function for a change.
func (t *Tabs) Select(i int) {
	if t.selected == i {
		return
	}
	t.selected = i
	for _, s := range t.tabs {
		s.Refresh()
	}
}

// CreateRenderer draws the trough and the choices.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	trough := canvas.NewRectangle(t.look.Bar)
	if t.look.Dark { // the bar's colour would not be seen there
		trough.FillColor = t.look.Desk
	}
	trough.CornerRadius = radius + 1
	row := Row(2)
	for _, s := range t.tabs {
		row.Add(s)
	}
	return widget.NewSimpleRenderer(container.NewStack(trough, Inset(row, 3, 3)))
}

// A tab is one choice.
type tab struct {
	widget.BaseWidget
	tabs    *Tabs
	at      int
	text    string
	hovered bool
	focused bool
}

var (
	_ fyne.Focusable    = (*tab)(nil)
	_ desktop.Hoverable = (*tab)(nil)
	_ fyne.Accessible   = (*tab)(nil)
)

func (s *tab) Tapped(*fyne.PointEvent) {
	defer guard.Catch()
	if s.tabs.selected != s.at {
		s.tabs.Select(s.at)
		s.tabs.changed(s.at)
	}
}

func (s *tab) MouseIn(*desktop.MouseEvent)    { s.hovered = true; s.Refresh() }
func (s *tab) MouseMoved(*desktop.MouseEvent) {}
func (s *tab) MouseOut()                      { s.hovered = false; s.Refresh() }
func (s *tab) FocusGained()                   { s.focused = true; s.Refresh(); Reveal(s.tabs) }
func (s *tab) FocusLost()                     { s.focused = false; s.Refresh() }
func (s *tab) AccessibilityLabel() string     { return s.text }

func (s *tab) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (s *tab) TypedRune(r rune) {
	if r == ' ' {
		s.Tapped(nil)
	}
}

func (s *tab) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		s.Tapped(nil)
		return
	}
	Pass(s, e)
}

func (s *tab) CreateRenderer() fyne.WidgetRenderer {
	r := &tabRenderer{s: s, back: canvas.NewRectangle(color.Transparent), text: Text(s.text, s.tabs.look.Ink, false)}
	// The text is measured bold, so that the row keeps its width when the choice changes.
	r.text.TextStyle.Bold = true
	r.back.CornerRadius = radius - 1
	r.all = container.NewStack(r.back, Inset(container.NewCenter(r.text), s.tabs.side, 4))
	r.min = r.all.MinSize()
	r.Refresh()
	return r
}

type tabRenderer struct {
	s    *tab
	all  *fyne.Container
	back *canvas.Rectangle
	text *canvas.Text
	min  fyne.Size
}

func (r *tabRenderer) Layout(size fyne.Size)        { r.all.Resize(size) }
func (r *tabRenderer) MinSize() fyne.Size           { return r.min }
func (r *tabRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.all} }
func (r *tabRenderer) Destroy()                     {}

func (r *tabRenderer) Refresh() {
	l, on := r.s.tabs.look, r.s.tabs.selected == r.s.at
	r.back.FillColor, r.back.StrokeWidth, r.text.Color = color.Transparent, 0, l.Muted
	switch {
	case on:
		r.back.FillColor, r.text.Color = l.Sheet, l.Ink
		if l.Dark { // where the sheet is darker than the trough
			r.back.FillColor = blend(l.Bar, l.Ink, 0.14)
		}
	case r.s.hovered:
		r.text.Color = l.Ink
	}
	if r.s.focused {
		r.back.StrokeColor, r.back.StrokeWidth = l.Accent, 2
	}
	r.text.TextStyle.Bold = on
	r.back.Refresh()
	r.text.Refresh()
	r.all.Refresh()
}
