package ui

import (
	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas/check"
	"ninefold/export/findings"
	"ninefold/ui/guard"
	"ninefold/ui/kit"
	"ninefold/ui/theme"
)

// A card says one finding: what was found and, while it has the focus or was
// gone to, what can be done about it. Enter and a tap go to what it is about,
// the arrows to the other cards, and Delete sets it aside.
type card struct {
	widget.BaseWidget
	w       *Window
	finding check.Finding
	aside   bool
	marked  bool // was gone to last
	focused bool
	hovered bool
	back    *fynecanvas.Rectangle
	words   *widget.RichText
	act     *kit.Button // sets the finding aside, or brings it back
}

var (
	_ fyne.Tappable      = (*card)(nil)
	_ fyne.Focusable     = (*card)(nil)
	_ desktop.Hoverable  = (*card)(nil)
	_ desktop.Cursorable = (*card)(nil)
	_ fyne.Accessible    = (*card)(nil)
)

// newCard returns a card for a finding that is open, or set aside. It is marked
// if it was gone to last.
func newCard(w *Window, f check.Finding, aside, marked bool) *card {
	c := &card{w: w, finding: f, aside: aside, marked: marked, back: fynecanvas.NewRectangle(w.look.WarnDim)}
	c.back.CornerRadius = 5
	if aside {
		c.act = kit.NewSmallIconButton(w.look, icon("undo"), w.words.T("button.bring_back"), c.settle)
	} else {
		label := w.words.T("findings.set_aside", "Title", findings.Title(w.words, &f))
		c.act = kit.NewSmallIconButton(w.look, icon("close"), label, c.settle)
	}
	c.words = widget.NewRichText()
	c.words.Wrapping = fyne.TextWrapWord
	c.say()
	c.ExtendBaseWidget(c)
	return c
}

// settle sets the finding aside, or brings it back.
func (c *card) settle() {
	if c.aside {
		c.w.bringBack(c.finding)
	} else {
		c.w.askSetAside(c.finding)
	}
}

// Tapped goes to what the finding is about.
func (c *card) Tapped(*fyne.PointEvent) {
	defer guard.Catch()
	c.w.goTo(c.finding)
}

// Cursor says that the card can be tapped.
func (c *card) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn shades the card.
func (c *card) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved makes the card a [desktop.Hoverable].
func (c *card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (c *card) MouseOut() { c.hovered = false; c.Refresh() }

// FocusGained says what can be done, too, and brings the card into sight.
func (c *card) FocusGained() { c.focus(true) }

// FocusLost says no more than was found.
func (c *card) FocusLost() { c.focus(false) }

func (c *card) focus(on bool) {
	c.focused = on
	c.say()
	c.Refresh()
	c.w.review.fit()
	if on {
		c.w.review.reveal(c)
	}
}

// TypedRune goes to what the finding is about on a space.
func (c *card) TypedRune(r rune) {
	if r == ' ' {
		c.Tapped(nil)
	}
}

// TypedKey works the list.
func (c *card) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
	case fyne.KeyDelete, fyne.KeyBackspace:
		c.settle()
	case fyne.KeyDown:
		c.w.review.step(c, 1)
	case fyne.KeyUp:
		c.w.review.step(c, -1)
	case fyne.KeyEscape:
		c.w.focusView()
	default:
		c.w.runKey(e)
	}
}

// AccessibilityLabel is all that the card says.
func (c *card) AccessibilityLabel() string {
	words := c.w.words
	return words.T("severity."+c.finding.Severity.String()) + ": " + findings.Title(words, &c.finding) + ". " + c.text(true)
}

// AccessibilityRole says that it is a button.
func (c *card) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// text is what was found and, in full, what follows.
func (c *card) text(full bool) string {
	text := findings.Sentence(c.w.words, &c.finding)
	switch {
	case c.aside && c.finding.Reason != "":
		text += " " + c.w.words.T("findings.reason", "Reason", c.finding.Reason)
	case !c.aside && full:
		text += " " + findings.Advice(c.w.words, &c.finding)
	}
	return text
}

// say writes the finding, its title in bold.
func (c *card) say() {
	lead, rest := widget.RichTextStyleStrong, widget.RichTextStyleInline
	if !c.aside && c.finding.Severity != check.Hint {
		lead.ColorName = fynetheme.ColorNameWarning
	}
	lead.SizeName, rest.SizeName = theme.SizeNameSmallText, theme.SizeNameSmallText
	if c.aside {
		lead.ColorName, rest.ColorName = fynetheme.ColorNamePlaceHolder, fynetheme.ColorNamePlaceHolder
	}
	c.words.Segments = []widget.RichTextSegment{
		&widget.TextSegment{Text: findings.Title(c.w.words, &c.finding) + ". ", Style: lead},
		&widget.TextSegment{Text: c.text(c.marked || c.focused), Style: rest},
	}
	c.words.Refresh()
}

// CreateRenderer draws the card.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	all := container.NewStack(c.back, container.NewBorder(nil, nil, nil, container.NewVBox(kit.Inset(c.act, 2, 2)), c.words))
	r := &cardRenderer{c, all}
	r.Refresh()
	return r
}

type cardRenderer struct {
	c   *card
	all *fyne.Container
}

func (r *cardRenderer) Layout(size fyne.Size)        { r.all.Resize(size) }
func (r *cardRenderer) MinSize() fyne.Size           { return r.all.MinSize() }
func (r *cardRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.all} }
func (r *cardRenderer) Destroy()                     {}

func (r *cardRenderer) Refresh() {
	c, l := r.c, r.c.w.look
	c.back.FillColor, c.back.StrokeWidth = l.WarnDim, 0
	if c.aside || c.finding.Severity == check.Hint {
		c.back.FillColor = l.Cell
	}
	switch {
	case c.focused:
		c.back.StrokeColor, c.back.StrokeWidth = l.Accent, 2
	case c.marked:
		c.back.StrokeColor, c.back.StrokeWidth = l.Frame, 1.5
	case c.hovered:
		c.back.StrokeColor, c.back.StrokeWidth = l.Line, 1
	}
	c.back.Refresh()
}

// stacked sets objects under each other at the full width, as high as their
// wrapped texts need.
type stacked struct{ gap float32 }

func (s *stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		m := o.MinSize()
		size = fyne.NewSize(max(size.Width, m.Width), size.Height+m.Height)
		if i > 0 {
			size.Height += s.gap
		}
	}
	return size
}

func (s *stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		h := o.MinSize().Height // at that width
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h + s.gap
	}
}
