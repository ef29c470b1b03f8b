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
// both are searched. In a finder of many, Chosen ones are ticked.
type Option struct {
	Text, Detail string
	Chosen       bool
}

// A Finder is a list to choose one thing from, that grows shorter while one
// types. Enter picks the marked option, the arrows mark another, Escape and a
// tap elsewhere close it.
type Finder struct {
	look    *scene.Look
	options []Option
	picked  func(int)
	many    bool // it stays open, and options are ticked

	canvas fyne.Canvas
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
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(below)
	return showFinder(&Finder{look: look, options: options, picked: picked}, c, at, below.Size(), hint)
}

// NewFinderAt is [NewFinder] for a place in the window. A finder of many stays
// open: picked is called each time that an option is ticked or no longer.
func NewFinderAt(c fyne.Canvas, look *scene.Look, at fyne.Position, below fyne.Size, hint string, options []Option, many bool, picked func(int)) *Finder {
	return showFinder(&Finder{look: look, options: options, picked: picked, many: many}, c, at, below, hint)
}

func showFinder(f *Finder, c fyne.Canvas, at fyne.Position, below fyne.Size, hint string) *Finder {
	f.canvas = c
	options := f.options
	f.entry = &finderEntry{finder: f}
	f.entry.ExtendBaseWidget(f.entry)
	f.entry.SetPlaceHolder(hint)
	f.list = widget.NewList(func() int { return len(f.found) }, f.row, f.fill)
	f.list.HideSeparators = true
	f.list.OnSelected = func(k int) {
		f.marked = k
		f.list.Unselect(k)
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
	height := f.entry.MinSize().Height + theme.Scaled(optionHeight)*float32(max(len(options), 1))
	size := fyne.NewSize(theme.Scaled(finderWidth), min(height, finderHeight, c.Size().Height))
	at.Y += below.Height + 4
	if at.Y+size.Height > c.Size().Height {
		at.Y = max(0, at.Y-below.Height-8-size.Height)
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
	if f.many {
		f.options[k].Chosen = !f.options[k].Chosen
		f.picked(k)
		f.list.Refresh()
		f.canvas.Focus(f.entry) // a tap has taken it away
		return
	}
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
	lines := container.New(layout.NewCustomPaddedVBoxLayout(0), Text("", f.look.Ink, false), detail)
	var left fyne.CanvasObject
	if f.many {
		tick := Text("", f.look.Accent, true)
		left = container.NewCenter(container.NewGridWrap(fyne.NewSize(theme.Scaled(18), tick.MinSize().Height), tick))
	}
	return container.NewStack(back, container.New(layout.NewCustomPaddedLayout(2, 3, 7, 2), container.NewBorder(nil, nil, left, nil, lines)))
}

// fill puts an option into its form.
func (f *Finder) fill(k int, o fyne.CanvasObject) {
	parts := o.(*fyne.Container).Objects
	inner := parts[1].(*fyne.Container).Objects[0].(*fyne.Container).Objects
	lines := inner[0].(*fyne.Container).Objects
	back, text, detail := parts[0].(*canvas.Rectangle), lines[0].(*canvas.Text), lines[1].(*canvas.Text)
	option := f.options[f.found[k]]
	text.Text, detail.Text = option.Text, option.Detail
	if f.many {
		tick := inner[1].(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(*canvas.Text)
		if tick.Text = ""; option.Chosen {
			tick.Text = "✓"
		}
	}
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
