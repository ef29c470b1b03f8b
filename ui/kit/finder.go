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
	"ninefold/ui/theme"
)

// The size of a finder at the usual size of text: as high as its options ask for, up to a limit.
const (
	finderWidth  = 300
	finderHeight = 320
	optionHeight = 45 // about
)

// An Option is one thing that a [Finder] offers. Detail stands under its text;
// both are searched.
type Option struct{ Text, Detail string }

// A Finder is a list to choose one thing from, that grows shorter while one
// types. Enter picks the marked option, the arrows mark another, Escape and a
// tap elsewhere close it.
type Finder struct {
	look    *scene.Look
	options []Option
	picked  func(int)

	pop    *widget.PopUp
	entry  *finderEntry
	list   *widget.List
	found  []int // places in options
	marked int   // place in found
	back   func()
}

// NewFinder shows a finder below an object of the window, or above it where
// there is no room. Hint stands in the field while nothing is typed. Picked is
// called with the option's place once the finder is gone.
func NewFinder(c fyne.Canvas, look *scene.Look, below fyne.CanvasObject, hint string, options []Option, picked func(int)) *Finder {
	f := &Finder{look: look, options: options, picked: picked}
	f.entry = &finderEntry{finder: f}
	f.entry.ExtendBaseWidget(f.entry)
	f.entry.SetPlaceHolder(hint)
	f.list = widget.NewList(func() int { return len(f.found) }, f.row, f.fill)
	f.list.HideSeparators = true
	f.list.OnSelected = func(k int) {
		f.marked = k
		f.pick()
	}
	f.entry.OnChanged = f.search
	f.search("")
	f.pop = widget.NewPopUp(Inset(container.NewBorder(f.entry, nil, nil, nil, f.list), 4, 4), c)
	before := c.Focused()
	f.back = func() {
		if before != nil {
			c.Focus(before)
		} else {
			c.Unfocus()
		}
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below)
	height := f.entry.MinSize().Height + theme.Scaled(optionHeight)*float32(max(len(options), 1))
	size := fyne.NewSize(theme.Scaled(finderWidth), min(height, finderHeight, c.Size().Height))
	at.Y += below.Size().Height + 4
	if at.Y+size.Height > c.Size().Height {
		at.Y = max(0, at.Y-below.Size().Height-8-size.Height)
	}
	at.X = max(0, min(at.X, c.Size().Width-size.Width))
	f.pop.ShowAtPosition(at)
	f.pop.Resize(size)
	c.Focus(f.entry)
	return f
}

// search keeps the options that hold every word that was typed.
func (f *Finder) search(text string) {
	words := strings.Fields(strings.ToLower(text))
	f.found, f.marked = f.found[:0], 0
	for k, o := range f.options {
		if holds(strings.ToLower(o.Text+" "+o.Detail), words) {
			f.found = append(f.found, k)
		}
	}
	f.list.Refresh()
	f.list.ScrollToTop()
}

func holds(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// mark marks the option some places further on.
func (f *Finder) mark(by int) {
	f.marked = max(0, min(f.marked+by, len(f.found)-1))
	f.list.Refresh()
	f.list.ScrollTo(f.marked)
}

func (f *Finder) pick() {
	if f.marked >= len(f.found) {
		return
	}
	k := f.found[f.marked]
	f.close()
	f.picked(k)
}

func (f *Finder) close() {
	f.pop.Hide()
	f.back()
}

// row is the empty form of an option.
func (f *Finder) row() fyne.CanvasObject {
	back := canvas.NewRectangle(color.Transparent)
	back.CornerRadius = radius - 1
	detail := Text("", f.look.Muted, false)
	detail.TextSize = fynetheme.CaptionTextSize()
	return container.NewStack(back, container.New(layout.NewCustomPaddedLayout(2, 3, 7, 2),
		container.New(layout.NewCustomPaddedVBoxLayout(0), Text("", f.look.Ink, false), detail)))
}

// fill puts an option into its form.
func (f *Finder) fill(k int, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects
	lines := parts[1].(*fyne.Container).Objects[0].(*fyne.Container).Objects
	back, text, detail := parts[0].(*canvas.Rectangle), lines[0].(*canvas.Text), lines[1].(*canvas.Text)
	option := f.options[f.found[k]]
	text.Text, detail.Text = option.Text, option.Detail
	back.FillColor = color.Transparent
	if k == f.marked {
		back.FillColor = f.look.AccentDim
	}
	o.Refresh()
}

// finderEntry is the field that one types into.
type finderEntry struct {
	widget.Entry
	finder *Finder
}

// TypedKey keeps the keys that work the list from the field.
func (e *finderEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		e.finder.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		e.finder.pick()
	case fyne.KeyDown:
		e.finder.mark(1)
	case fyne.KeyUp:
		e.finder.mark(-1)
	case fyne.KeyPageDown:
		e.finder.mark(6)
	case fyne.KeyPageUp:
		e.finder.mark(-6)
	default:
		e.Entry.TypedKey(k)
	}
}
