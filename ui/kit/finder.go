package kit

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets/locale"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/ui/theme"
)

// The size of a finder at the usual size of text: as high as its options ask for, up to a limit.
const (
	finderWidth  = 300
	finderHeight = 320
)

// An Option is one thing that a [Finder] offers. Detail stands under its text,
// in as many lines as it needs. Options of one group follow each other; its name
// stands above the first. All are searched, and Also, which are further words
// for it. In a finder of many, Chosen ones are ticked; in others, the one that is
// Chosen is marked first.
type Option struct {
	Group, Text, Detail string
	Also                string
	Chosen              bool
}

// broken is a text in lines that stand under an option, in small type, with
// room for a tick beside it.
func broken(text string) []string {
	if text == "" {
		return nil
	}
	measure := func(s string) float64 {
		t := Text(s, nil, false)
		t.TextSize = fynetheme.CaptionTextSize()
		return float64(t.MinSize().Width)
	}
	return geometry.Wrap(text, float64(theme.Scaled(finderWidth-42)), measure)
}

// A Finder is a list to choose one thing from, that grows shorter while one
// types. Enter picks the marked option, the arrows mark another, Escape and a
// tap elsewhere close it.
type Finder struct {
	look    *scene.Look
	options []Option
	picked  func(int)
	many    bool // it stays open, and options are ticked

	canvas  fyne.Canvas
	pop     *widget.PopUp
	entry   *finderEntry
	list    *widget.List
	lines   []line
	details [][]string      // under each option's text
	rows    int             // under an option's text, at most
	heights map[int]float32 // of lines, by how many details they have
	marked  int             // place in lines; none where there are none
	back    func()
}

// A line of a finder is an option that was found, or the name above a group.
type line struct {
	option int // its place; of a group, that of its first
	group  bool
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
	f.canvas, f.heights = c, map[int]float32{}
	for _, o := range f.options {
		f.details = append(f.details, broken(o.Detail))
		f.rows = max(f.rows, len(f.details[len(f.details)-1]))
	}
	f.entry = &finderEntry{finder: f}
	f.entry.ExtendBaseWidget(f.entry)
	f.entry.SetPlaceHolder(hint)
	f.list = widget.NewList(func() int { return len(f.lines) }, f.row, f.fill)
	f.list.HideSeparators = true
	f.list.OnSelected = func(k int) {
		f.list.UnselectAll()
		if !f.lines[k].group {
			f.marked = k
			f.pick()
		}
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
	size := fyne.NewSize(theme.Scaled(finderWidth), min(f.height(), theme.Scaled(finderHeight), c.Size().Height))
	at.Y += below.Height + 4
	if at.Y+size.Height > c.Size().Height {
		at.Y = max(0, at.Y-below.Height-8-size.Height)
	}
	at.X = max(0, min(at.X, c.Size().Width-size.Width))
	f.pop.ShowAtPosition(at)
	f.pop.Resize(size)
	if at := slices.IndexFunc(f.lines, f.chosen); at >= 0 && !f.many {
		f.marked = at
		f.list.Refresh()
		f.list.ScrollTo(at)
	}
	c.Focus(f.entry)
	return f
}

// chosen reports whether a line is an option that is chosen already.
func (f *Finder) chosen(l line) bool { return !l.group && f.options[l.option].Chosen }

// search keeps the options that hold every word that was typed.
func (f *Finder) search(text string) {
	wanted := locale.NewQuery(text)
	f.lines, f.marked = f.lines[:0], 0
	group := ""
	for k, o := range f.options {
		if !wanted.In(o.Group+" "+o.Text+" "+o.Detail) && (len(wanted) == 0 || !wanted.Begins(o.Also)) {
			continue
		}
		if o.Group != group {
			group = o.Group
			f.lines = append(f.lines, line{k, true})
		}
		f.lines = append(f.lines, line{option: k})
	}
	for k := range f.lines {
		f.list.SetItemHeight(k, f.lineHeight(k))
	}
	if f.grouped() {
		f.marked = 1 // below the first group's name
	}
	f.list.Refresh()
	f.list.ScrollToTop()
}

// grouped reports whether there are names of groups.
func (f *Finder) grouped() bool { return len(f.lines) > 0 && f.lines[0].group }

// lineHeight is the height of a line of the list. Lines with as many details
// are equally high.
func (f *Finder) lineHeight(k int) float32 {
	details := groupDetails
	if !f.lines[k].group {
		details = len(f.details[f.lines[k].option])
	}
	if f.heights[details] == 0 {
		row := f.row()
		f.write(row, f.lines[k], false)
		f.heights[details] = row.MinSize().Height
	}
	return f.heights[details]
}

// groupDetails stands for the name of a group where details are counted.
const groupDetails = -1

// height is what all lines take, with the field above them.
func (f *Finder) height() float32 {
	gap := fynetheme.Padding()
	height := f.entry.MinSize().Height + 2*gap
	for k := range f.lines {
		height += f.lineHeight(k) + gap
	}
	return height
}

// mark marks the option some places further on.
func (f *Finder) mark(by int) {
	step := 1
	if by < 0 {
		step = -1
	}
	for ; by != 0; by -= step {
		next := f.marked + step
		for next >= 0 && next < len(f.lines) && f.lines[next].group {
			next += step
		}
		if next < 0 || next >= len(f.lines) {
			break
		}
		f.marked = next
	}
	f.list.Refresh()
	if f.marked == 1 && f.grouped() {
		f.list.ScrollToTop() // with the group's name
		return
	}
	f.list.ScrollTo(f.marked)
}

func (f *Finder) pick() {
	if f.marked >= len(f.lines) {
		return
	}
	k := f.lines[f.marked].option
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

// row is the empty form of a line.
func (f *Finder) row() fyne.CanvasObject {
	back := canvas.NewRectangle(color.Transparent)
	back.CornerRadius = radius - 1
	words := container.New(layout.NewCustomPaddedVBoxLayout(0), Text("", f.look.Ink, false))
	for range f.rows {
		detail := Text("", f.look.Muted, false)
		detail.TextSize = fynetheme.CaptionTextSize()
		words.Add(detail)
	}
	if !f.many {
		return container.NewStack(back, container.New(layout.NewCustomPaddedLayout(2, 3, 7, 2), words))
	}
	tick := container.New(layout.NewCustomPaddedLayout(2, 3, 7, 2), Text("", f.look.Accent, true))
	return container.NewStack(back, container.New(layout.NewCustomPaddedLayout(2, 3, 7+theme.Scaled(18), 2), words), tick)
}

// fill puts a line into its form.
func (f *Finder) fill(k int, o fyne.CanvasObject) {
	f.write(o, f.lines[k], k == f.marked)
	o.Refresh()
}

func (f *Finder) write(row fyne.CanvasObject, l line, marked bool) {
	parts := row.(*fyne.Container).Objects
	words := parts[1].(*fyne.Container).Objects[0].(*fyne.Container).Objects
	back, text := parts[0].(*canvas.Rectangle), words[0].(*canvas.Text)
	option := f.options[l.option]
	text.Text, text.Color, text.TextStyle.Bold, text.TextSize = option.Text, f.look.Ink, false, fynetheme.TextSize()
	back.FillColor = color.Transparent
	details := f.details[l.option]
	if l.group {
		text.Text, text.Color, text.TextStyle.Bold, text.TextSize = strings.ToUpper(option.Group), f.look.Muted, true, fynetheme.CaptionTextSize()
		details = nil
	} else if marked {
		back.FillColor = f.look.AccentDim
	}
	if f.many {
		tick := parts[2].(*fyne.Container).Objects[0].(*canvas.Text)
		if tick.Text = ""; option.Chosen && !l.group {
			tick.Text = "✓"
		}
	}
	for k, w := range words[1:] {
		detail := w.(*canvas.Text)
		if detail.Hidden = k >= len(details); !detail.Hidden {
			detail.Text = details[k]
		}
	}
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
