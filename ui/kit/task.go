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

// A Task is something that can be added, or is there already: a framed row with
// a plus, or a quiet one with a tick.
type Task struct {
	widget.BaseWidget
	press
	look  *scene.Look
	state TaskState
}

// A TaskState is what a task says now.
type TaskState struct {
	Text, Detail string // the detail stands under the text
	Label        string // what it is called by assistive technology
	Done         bool
}

// NewTask returns a task without words.
func NewTask(look *scene.Look, tapped func()) *Task {
	t := &Task{look: look}
	t.self, t.do, t.refresh = t, tapped, t.Refresh
	t.ExtendBaseWidget(t)
	return t
}

// Set changes what the task says. It keeps the focus.
func (t *Task) Set(now TaskState) {
	if t.state != now {
		t.state, t.label = now, now.Label
		t.Refresh()
	}
}

// CreateRenderer draws the row.
func (t *Task) CreateRenderer() fyne.WidgetRenderer {
	r := &taskRenderer{
		t: t, back: canvas.NewRectangle(color.Transparent), mark: canvas.NewImageFromResource(nil),
		text: Text("", t.look.Ink, false), detail: Text("", t.look.Muted, false),
	}
	r.back.CornerRadius = radius
	r.mark.FillMode = canvas.ImageFillContain
	r.mark.SetMinSize(fyne.NewSquareSize(15))
	r.detail.TextSize = fynetheme.CaptionTextSize()
	words := container.New(layout.NewCustomPaddedVBoxLayout(0), r.text, r.detail)
	row := container.NewBorder(nil, nil, Inset(container.NewCenter(r.mark), 7, 0), nil, words)
	r.all = container.NewStack(r.back, container.New(layout.NewCustomPaddedLayout(3, 3, 0, 6), row))
	r.Refresh()
	return r
}

type taskRenderer struct {
	drawn
	t            *Task
	back         *canvas.Rectangle
	mark         *canvas.Image
	text, detail *canvas.Text
}

func (r *taskRenderer) Refresh() {
	t, l := r.t, r.t.look
	r.text.Text, r.detail.Text = t.state.Text, t.state.Detail
	r.text.Color = l.Ink
	r.mark.Resource = fynetheme.NewColoredResource(fynetheme.ContentAddIcon(), fynetheme.ColorNamePrimary)
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = color.Transparent, l.Line, 1
	if t.state.Done {
		r.text.Color = l.Muted
		r.mark.Resource = fynetheme.NewColoredResource(fynetheme.ConfirmIcon(), fynetheme.ColorNameSuccess)
		r.back.StrokeWidth = 0
	}
	if t.hovered {
		r.back.FillColor = l.Cell
	}
	if t.focused {
		r.back.StrokeColor, r.back.StrokeWidth = l.Accent, 2
	}
	r.all.Refresh()
}
