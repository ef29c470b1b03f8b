package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/export/scene"
)

// A Tag is one of several things that were added, with a cross that takes it
// away again.
type Tag struct {
	widget.BaseWidget
	press
	look         *scene.Look
	text, detail string
	remove       *Cross
}

// NewTag returns a tag. Detail, where there is one, stands under the text.
// Tapped may be nil. RemoveLabel names the cross.
func NewTag(look *scene.Look, text, detail, removeLabel string, tapped, removed func()) *Tag {
	t := &Tag{look: look, text: text, detail: detail}
	t.self, t.label, t.do, t.refresh = t, text, tapped, t.Refresh
	if detail != "" {
		t.label += ", " + detail
	}
	t.remove = NewCross(look, removeLabel+": "+text, removed)
	t.remove.self = t // which it is a part of
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey adds Delete and Backspace, which take the tag away.
func (t *Tag) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace {
		t.remove.Tapped(nil)
		return
	}
	t.press.TypedKey(e)
}

// CreateRenderer draws the tag.
func (t *Tag) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(color.Transparent)
	back.CornerRadius = radius
	words := container.New(layout.NewCustomPaddedVBoxLayout(0), Text(t.text, t.look.Ink, false))
	if t.detail != "" {
		d := Text(t.detail, t.look.Muted, false)
		d.TextSize = fynetheme.CaptionTextSize()
		words.Add(d)
	}
	all := container.NewStack(back, container.NewBorder(nil, nil, nil, container.NewCenter(t.remove), container.New(layout.NewCustomPaddedLayout(3, 3, 9, 2), words)))
	r := &tagRenderer{drawn{all}, t, back}
	r.Refresh()
	return r
}

type tagRenderer struct {
	drawn
	t    *Tag
	back *canvas.Rectangle
}

func (r *tagRenderer) Refresh() {
	l := r.t.look
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = l.Cell, l.Line, 1
	if r.t.hovered && r.t.do != nil {
		r.back.FillColor = blend(l.Cell, l.Ink, 0.05)
	}
	if r.t.focused {
		r.back.StrokeColor, r.back.StrokeWidth = l.Accent, 2
	}
	r.back.Refresh()
}

// A Cross takes away what it stands beside.
type Cross struct {
	widget.BaseWidget
	press
	look *scene.Look
}

// NewCross returns a cross; label says what it takes away.
func NewCross(look *scene.Look, label string, tapped func()) *Cross {
	c := &Cross{look: look}
	c.self, c.label, c.do, c.refresh = c, label, tapped, c.Refresh
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer draws the cross.
func (c *Cross) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(color.Transparent)
	back.CornerRadius = radius - 1
	back.SetMinSize(fyne.NewSquareSize(22))
	sign := Text("×", c.look.Muted, false)
	r := &crossRenderer{drawn{container.NewStack(back, container.NewCenter(sign))}, c, back, sign}
	r.Refresh()
	return r
}

type crossRenderer struct {
	drawn
	c    *Cross
	back *canvas.Rectangle
	sign *canvas.Text
}

func (r *crossRenderer) Refresh() {
	r.sign.Color, r.back.StrokeWidth = r.c.look.Muted, 0
	if r.c.hovered {
		r.sign.Color = r.c.look.Bad
	}
	if r.c.focused {
		r.back.StrokeColor, r.back.StrokeWidth = r.c.look.Accent, 1.5
	}
	r.sign.Refresh()
	r.back.Refresh()
}
