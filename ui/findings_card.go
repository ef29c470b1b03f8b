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

// A card says one finding; tapping it goes to what it is about.
type card struct {
	widget.BaseWidget
	w       *Window
	finding check.Finding
	aside   bool
	back    *fynecanvas.Rectangle
	act     *kit.Button // sets the finding aside, or brings it back
}

var (
	_ fyne.Tappable      = (*card)(nil)
	_ desktop.Cursorable = (*card)(nil)
	_ fyne.Accessible    = (*card)(nil)
)

// newCard returns a card for a finding that is open, or set aside.
func newCard(w *Window, f check.Finding, aside bool) *card {
	c := &card{w: w, finding: f, aside: aside, back: fynecanvas.NewRectangle(w.look.WarnDim)}
	c.back.CornerRadius = 5
	if aside || f.Severity == check.Hint {
		c.back.FillColor = w.look.Cell
	}
	if aside {
		c.act = kit.NewSmallIconButton(w.look, icon("undo"), w.words.T("button.bring_back"), func() { w.bringBack(f) })
	} else {
		label := w.words.T("findings.set_aside", "Title", findings.Title(w.words, &f))
		c.act = kit.NewSmallIconButton(w.look, icon("close"), label, func() { w.askSetAside(f) })
	}
	c.ExtendBaseWidget(c)
	return c
}

// mark frames the card.
func (c *card) mark() {
	c.back.StrokeColor, c.back.StrokeWidth = c.w.look.Accent, 1.5
}

// Tapped goes to what the finding is about.
func (c *card) Tapped(*fyne.PointEvent) {
	defer guard.Catch()
	c.w.goTo(c.finding)
}

// Cursor says that the card can be tapped.
func (c *card) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel is all that the card says.
func (c *card) AccessibilityLabel() string {
	words := c.w.words
	return words.T("severity."+c.finding.Severity.String()) + ": " + findings.Title(words, &c.finding) + ". " + c.text()
}

// AccessibilityRole says that it is a button.
func (c *card) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (c *card) text() string {
	text := findings.Sentence(c.w.words, &c.finding)
	if !c.aside {
		return text + " " + findings.Advice(c.w.words, &c.finding)
	}
	if c.finding.Reason != "" {
		text += " " + c.w.words.T("findings.reason", "Reason", c.finding.Reason)
	}
	return text
}

// CreateRenderer writes the finding, its title in bold.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	lead, rest := widget.RichTextStyleStrong, widget.RichTextStyleInline
	if !c.aside && c.finding.Severity != check.Hint {
		lead.ColorName = fynetheme.ColorNameWarning
	}
	lead.SizeName, rest.SizeName = theme.SizeNameSmallText, theme.SizeNameSmallText
	if c.aside {
		lead.ColorName, rest.ColorName = fynetheme.ColorNamePlaceHolder, fynetheme.ColorNamePlaceHolder
	}
	text := widget.NewRichText(
		&widget.TextSegment{Text: findings.Title(c.w.words, &c.finding) + ". ", Style: lead},
		&widget.TextSegment{Text: c.text(), Style: rest},
	)
	text.Wrapping = fyne.TextWrapWord
	return widget.NewSimpleRenderer(container.NewStack(c.back, container.NewBorder(nil, nil, nil, container.NewVBox(kit.Inset(c.act, 2, 2)), text)))
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
