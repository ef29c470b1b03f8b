package kit

import (
	stdimage "image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	model "ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/image"
	"ninefold/export/scene"
	"ninefold/ui/guard"
)

// badgeSize is the height of a segment's badge in a chip.
const badgeSize = 18

// A Chip is a segment as a small pill: its badge and its name.
type Chip struct {
	widget.BaseWidget
	look    *scene.Look
	segment *model.Note
	hovered bool
	focused bool
	choice  bool // the chip is one of several to choose from
	chosen  bool

	// OnTapped is what the chip does.
	OnTapped func()
	// OnMenu shows a menu about the segment at a place in the window; nil where
	// there is none.
	OnMenu func(at fyne.Position)
}

var (
	_ fyne.Tappable = (*Chip)(nil)

	_ fyne.SecondaryTappable = (*Chip)(nil)
	_ fyne.Focusable         = (*Chip)(nil)
	_ desktop.Hoverable      = (*Chip)(nil)
	_ fyne.Accessible        = (*Chip)(nil)
)

// NewChip returns a chip for a segment's note.
func NewChip(look *scene.Look, segment *model.Note, tapped func()) *Chip {
	c := &Chip{look: look, segment: segment, OnTapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// NewChoice returns a chip that can be chosen.
func NewChoice(look *scene.Look, segment *model.Note, chosen bool, tapped func()) *Chip {
	c := NewChip(look, segment, tapped)
	c.choice, c.chosen = true, chosen
	return c
}

// SetChoice makes the chip one of several to choose from, or a plain one.
func (c *Chip) SetChoice(choice, chosen bool) {
	if c.choice != choice || c.chosen != chosen {
		c.choice, c.chosen = choice, chosen
		c.Refresh()
	}
}

// Choose lights the chip up, or dims it.
func (c *Chip) Choose(on bool) {
	if c.chosen != on {
		c.chosen = on
		c.Refresh()
	}
}

// Tapped does what the chip does.
func (c *Chip) Tapped(*fyne.PointEvent) {
	defer guard.Catch()
	c.OnTapped()
}

// TappedSecondary shows the chip's menu.
func (c *Chip) TappedSecondary(e *fyne.PointEvent) {
	defer guard.Catch()
	if c.OnMenu != nil {
		c.OnMenu(e.AbsolutePosition)
	}
}

// MouseIn shades the chip.
func (c *Chip) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved makes the chip a [desktop.Hoverable].
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (c *Chip) MouseOut() { c.hovered = false; c.Refresh() }

// FocusGained draws the focus ring, where it can be seen.
func (c *Chip) FocusGained() {
	c.focused = true
	c.Refresh()
	Reveal(c)
}

// FocusLost takes the focus ring away.
func (c *Chip) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune taps the chip on a space.
func (c *Chip) TypedRune(r rune) {
	if r == ' ' {
		c.Tapped(nil)
	}
}

// TypedKey taps the chip on Enter and shows its menu on the key for menus.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		c.Tapped(nil)
		return
	case desktop.KeyMenu:
		if c.OnMenu != nil {
			c.OnMenu(fyne.CurrentApp().Driver().AbsolutePositionForObject(c).AddXY(0, c.Size().Height))
			return
		}
	}
	Pass(c, e)
}

// AccessibilityLabel is the segment's letter and name.
func (c *Chip) AccessibilityLabel() string {
	return c.segment.Segment.Letter + " " + c.segment.SegmentName()
}

// AccessibilityRole says that it is a button.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Badge is a segment's letter in its colour and shape, size units high.
func Badge(look *scene.Look, s *model.Segment, size float64) fyne.CanvasObject {
	page := &scene.Page{H: size}
	page.W = page.Badge(s, geometry.Point{}, size, look)
	r := canvas.NewRaster(func(_, h int) stdimage.Image {
		return image.Render(page, float64(h)/page.H)
	})
	r.ScaleMode = canvas.ImageScalePixels
	r.SetMinSize(fyne.NewSize(float32(page.W), float32(page.H)))
	return r
}

// CreateRenderer draws the pill.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(color.Transparent)
	back.StrokeWidth = 1
	name := Text(model.Excerpt(c.segment.SegmentName(), 24), c.look.Ink, false)
	badge := Badge(c.look, c.segment.Segment, badgeSize)
	all := container.NewStack(back, container.New(pill{}, Row(6, badge, name)))
	r := &chipRenderer{c: c, all: all, back: back, name: name, badge: badge}
	r.Refresh()
	return r
}

type chipRenderer struct {
	c     *Chip
	all   *fyne.Container
	back  *canvas.Rectangle
	name  *canvas.Text
	badge fyne.CanvasObject
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.back.CornerRadius = size.Height / 2
	r.all.Resize(size)
}
func (r *chipRenderer) MinSize() fyne.Size           { return r.all.MinSize() }
func (r *chipRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.all} }
func (r *chipRenderer) Destroy()                     {}

func (r *chipRenderer) Refresh() {
	l := r.c.look
	r.back.FillColor, r.back.StrokeColor, r.name.Color = l.Sheet, l.Line, l.Ink
	if r.c.hovered {
		r.back.FillColor = l.Cell
		r.back.StrokeColor = l.Muted
	}
	r.back.StrokeWidth = 1
	if r.c.choice && !r.c.chosen {
		r.name.Color = l.Muted
	}
	if r.c.choice && r.c.chosen {
		r.back.StrokeColor, r.back.StrokeWidth = l.Segment(r.c.segment.Segment.Colour), 1.5
	}
	if r.c.focused {
		r.back.StrokeColor, r.back.StrokeWidth = l.Accent, 2
	}
	r.back.Refresh()
	r.name.Refresh()
}

// pill leaves less room beside the badge than beside the name.
type pill struct{}

func (pill) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize().AddWidthHeight(4+11, 6) }

func (pill) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(o[0].MinSize())
	o[0].Move(fyne.NewPos(4, (size.Height-o[0].MinSize().Height)/2))
}
