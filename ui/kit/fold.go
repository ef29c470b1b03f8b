package kit

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/export/scene"
)

// A Fold is a heading that opens and closes what stands under it. At its right
// stands what one wants to know while it is closed.
type Fold struct {
	widget.BaseWidget
	press
	look         *scene.Look
	heading      bool // of a group; otherwise of one thing in it
	text, detail string
	open         bool
}

// NewFold returns the heading of a group.
func NewFold(look *scene.Look, text string, open bool, toggled func()) *Fold {
	f := NewRecord(look, strings.ToUpper(text), open, toggled)
	f.heading = true
	return f
}

// NewRecord returns the heading of one thing in a group, such as a cost line.
func NewRecord(look *scene.Look, text string, open bool, toggled func()) *Fold {
	f := &Fold{look: look, text: text, open: open}
	f.self, f.label, f.do, f.refresh = f, text, toggled, f.Refresh
	f.ExtendBaseWidget(f)
	return f
}

// SetOpen turns the mark that says whether it is open.
func (f *Fold) SetOpen(open bool) {
	if f.open != open {
		f.open = open
		f.Refresh()
	}
}

// SetText changes the heading.
func (f *Fold) SetText(text string) {
	if f.text != text {
		f.text, f.label = text, text
		f.Refresh()
	}
}

// SetDetail changes what stands at the right.
func (f *Fold) SetDetail(detail string) {
	if f.detail != detail {
		f.detail = detail
		f.Refresh()
	}
}

// CreateRenderer draws mark, heading and detail.
func (f *Fold) CreateRenderer() fyne.WidgetRenderer {
	r := &foldRenderer{
		f: f, back: canvas.NewRectangle(color.Transparent),
		mark: canvas.NewImageFromResource(nil), text: Text(f.text, f.look.Ink, f.heading), detail: Text("", f.look.Muted, false),
	}
	r.back.CornerRadius = radius - 1
	r.mark.FillMode = canvas.ImageFillContain
	r.mark.SetMinSize(fyne.NewSquareSize(16))
	above := float32(2)
	if f.heading {
		r.text.TextSize, r.text.Color = fynetheme.CaptionTextSize(), f.look.Muted
		r.detail.TextSize = fynetheme.CaptionTextSize()
		above = 7
	}
	row := container.NewBorder(nil, nil, nil, Row(4, r.detail, r.mark), r.text)
	r.all = container.NewStack(r.back, container.New(layout.NewCustomPaddedLayout(above, 2, 0, 0), row))
	r.Refresh()
	return r
}

type foldRenderer struct {
	drawn
	f            *Fold
	back         *canvas.Rectangle
	mark         *canvas.Image
	text, detail *canvas.Text
}

func (r *foldRenderer) Refresh() {
	f, l := r.f, r.f.look
	r.text.Text, r.detail.Text = f.text, f.detail
	mark := fynetheme.MenuExpandIcon()
	if f.open {
		mark = fynetheme.MenuDropDownIcon()
	}
	r.mark.Resource = fynetheme.NewColoredResource(mark, fynetheme.ColorNamePlaceHolder)
	if f.heading {
		r.text.Color = l.Muted
	} else {
		r.detail.Color = l.Ink
	}
	if f.hovered {
		r.text.Color = l.Ink
	}
	r.back.StrokeWidth = 0
	if f.focused {
		r.back.StrokeColor, r.back.StrokeWidth = l.Accent, 1.5
	}
	r.all.Refresh()
}
