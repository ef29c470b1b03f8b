package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/export/scene"
	"ninefold/ui/guard"
)

// A Pair is two texts side by side to choose one from: by a tap on it, or with
// the arrows to the left and right or a space while the pair has the focus.
type Pair struct {
	widget.BaseWidget
	// OnKey hears the keys that the pair has no use for; it may be nil.
	OnKey func(*fyne.KeyEvent)

	look    *scene.Look
	label   func() string // for assistive technology
	cards   [2]*pairCard
	right   bool // which one is chosen
	focused bool
}

var (
	_ fyne.Focusable     = (*Pair)(nil)
	_ fyne.Tappable      = (*Pair)(nil)
	_ desktop.Hoverable  = (*Pair)(nil)
	_ desktop.Cursorable = (*Pair)(nil)
	_ fyne.Accessible    = (*Pair)(nil)
)

// The gap between the two texts of a pair; what is left around each.
const (
	pairGap  = 10
	pairPad  = 9
	pairMark = 15
)

// A pairCard is one of the two.
type pairCard struct {
	back *canvas.Rectangle
	mark *canvas.Image
	text *widget.Label
	all  *fyne.Container
	over bool // the pointer is
}

// NewPair returns a pair. Label says in words what it is about and how it
// stands.
func NewPair(look *scene.Look, left, right string, rightChosen bool, label func() string) *Pair {
	p := &Pair{look: look, label: label, right: rightChosen}
	for i, text := range []string{left, right} {
		c := &pairCard{back: canvas.NewRectangle(color.Transparent), mark: canvas.NewImageFromResource(nil), text: Paragraph(text)}
		c.back.CornerRadius = radius
		c.mark.FillMode = canvas.ImageFillContain
		c.mark.SetMinSize(fyne.NewSquareSize(pairMark))
		row := container.NewBorder(nil, nil, container.NewVBox(Inset(c.mark, 0, 2)), nil,
			container.New(layout.NewCustomPaddedLayout(0, 0, pairPad, 0), Flush(c.text)))
		c.all = container.NewStack(c.back, Inset(row, pairPad, 6))
		p.cards[i] = c
	}
	p.ExtendBaseWidget(p)
	return p
}

// Choose chooses one of the two.
func (p *Pair) Choose(right bool) {
	if p.right != right {
		p.right = right
		p.Refresh()
	}
}

// Right reports whether the text at the right is chosen.
func (p *Pair) Right() bool { return p.right }

// Tapped chooses what lies under the pointer, and takes the focus.
func (p *Pair) Tapped(e *fyne.PointEvent) {
	defer guard.Catch()
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
	p.Choose(e.Position.X > p.Size().Width/2)
}

// Cursor says that it can be tapped.
func (p *Pair) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn shades what lies under the pointer.
func (p *Pair) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved shades what lies under the pointer.
func (p *Pair) MouseMoved(e *desktop.MouseEvent) {
	right := e.Position.X > p.Size().Width/2
	p.hover(!right, right)
}

// MouseOut takes the shade away.
func (p *Pair) MouseOut() { p.hover(false, false) }

func (p *Pair) hover(left, right bool) {
	if p.cards[0].over != left || p.cards[1].over != right {
		p.cards[0].over, p.cards[1].over = left, right
		p.Refresh()
	}
}

// FocusGained shows that keys go here, and brings the pair into sight.
func (p *Pair) FocusGained() {
	p.focused = true
	p.Refresh()
	Reveal(p)
}

// FocusLost shows that keys go elsewhere.
func (p *Pair) FocusLost() { p.focused = false; p.Refresh() }

// TypedRune chooses the other one on a space.
func (p *Pair) TypedRune(r rune) {
	if r == ' ' {
		p.Choose(!p.right)
	}
}

// TypedKey chooses with the arrows.
func (p *Pair) TypedKey(e *fyne.KeyEvent) {
	defer guard.Catch()
	switch {
	case e.Name == fyne.KeyLeft:
		p.Choose(false)
	case e.Name == fyne.KeyRight:
		p.Choose(true)
	case p.OnKey != nil:
		p.OnKey(e)
	}
}

// AccessibilityLabel is what it is about and how it stands.
func (p *Pair) AccessibilityLabel() string { return p.label() }

// AccessibilityRole says that something can be done with it.
func (p *Pair) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws both cards.
func (p *Pair) CreateRenderer() fyne.WidgetRenderer {
	r := &pairRenderer{drawn{Halves(p.cards[0].all, p.cards[1].all)}, p}
	r.Refresh()
	return r
}

type pairRenderer struct {
	drawn
	p *Pair
}

func (r *pairRenderer) Refresh() {
	l := r.p.look
	for i, c := range r.p.cards {
		chosen := r.p.right == (i == 1)
		c.back.FillColor, c.back.StrokeColor, c.back.StrokeWidth = l.Sheet, l.Line, 1
		mark := fynetheme.NewColoredResource(fynetheme.RadioButtonIcon(), fynetheme.ColorNamePlaceHolder)
		if chosen {
			c.back.FillColor, c.back.StrokeColor = l.Cell, l.Accent
			mark = fynetheme.NewColoredResource(fynetheme.RadioButtonCheckedIcon(), fynetheme.ColorNamePrimary)
			if r.p.focused {
				c.back.StrokeWidth = 2
			}
		}
		if c.over {
			c.back.FillColor = blend(c.back.FillColor, l.Ink, 0.05)
		}
		c.mark.Resource = mark
		c.mark.Refresh()
		c.back.Refresh()
	}
}

// Halves sets two things side by side as the texts of a [Pair] are, of one width
// and one height.
func Halves(left, right fyne.CanvasObject) *fyne.Container {
	return container.New(halves{}, left, right)
}

type halves struct{}

func (halves) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(2*max(a.Width, b.Width)+pairGap, max(a.Height, b.Height))
}

func (halves) Layout(o []fyne.CanvasObject, size fyne.Size) {
	half := fyne.NewSize((size.Width-pairGap)/2, size.Height)
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(half)
	o[1].Resize(half)
	o[1].Move(fyne.NewPos(half.Width+pairGap, 0))
}
