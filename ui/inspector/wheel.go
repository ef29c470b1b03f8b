package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A wheel lies unseen on a field and hands what is scrolled there on to what the
// field lies in: Fyne's own entries keep it, and the panel would stand still
// wherever the pointer comes to lie on one.
type wheel struct {
	widget.BaseWidget
	to *container.Scroll
}

var _ fyne.Scrollable = (*wheel)(nil)

func newWheel(to *container.Scroll) *wheel {
	w := &wheel{to: to}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled scrolls what lies around.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) { w.to.Scrolled(e) }

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}
