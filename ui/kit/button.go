package kit

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ninefold/export/scene"
	"ninefold/ui/guard"
)

// A Kind says how much a button stands out.
type Kind int

// The kinds of button.
const (
	Flat    Kind = iota // text alone, a shade under the pointer
	Framed              // a thin frame
	Primary             // filled with the accent: one in a row of buttons
)

// A Button is a text, an icon or both that do something when tapped, or when
// Enter or Space is typed on them.
type Button struct {
	widget.BaseWidget
	look     *scene.Look
	kind     Kind
	text     string
	icon     fyne.Resource
	trailing bool // the icon stands after the text
	label    string
	small    bool
	disabled bool
	hovered  bool
	focused  bool

	// OnTapped is what the button does.
	OnTapped func()
	// OnEscape is what Escape does while the button has the focus; it may be nil.
	OnEscape func()
}

var (
	_ fyne.Focusable    = (*Button)(nil)
	_ fyne.Tappable     = (*Button)(nil)
	_ desktop.Hoverable = (*Button)(nil)
	_ fyne.Accessible   = (*Button)(nil)
)

// NewButton returns a button with a text.
func NewButton(look *scene.Look, kind Kind, text string, tapped func()) *Button {
	b := &Button{look: look, kind: kind, text: text, label: text, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// NewIconButton returns a flat button with an icon alone; label names it for
// assistive technology.
func NewIconButton(look *scene.Look, icon fyne.Resource, label string, tapped func()) *Button {
	b := &Button{look: look, icon: icon, label: label, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// NewMenuButton returns a button that drops a menu: its icon stands after its text.
func NewMenuButton(look *scene.Look, kind Kind, text string, icon fyne.Resource, tapped func()) *Button {
	b := NewButton(look, kind, text, tapped)
	b.icon, b.trailing = icon, true
	return b
}

// NewSmallIconButton returns a quiet icon button for the corner of a card.
func NewSmallIconButton(look *scene.Look, icon fyne.Resource, label string, tapped func()) *Button {
	b := NewIconButton(look, icon, label, tapped)
	b.small = true
	return b
}

// SetEnabled has the button work or be greyed out.
func (b *Button) SetEnabled(on bool) {
	if b.disabled == !on {
		return
	}
	b.disabled = !on
	b.hovered = b.hovered && on
	b.Refresh()
}

// SetText changes the words on the button.
func (b *Button) SetText(text string) {
	if b.text != text {
		b.text, b.label = text, text
		b.Refresh()
	}
}

// Tapped does what the button does.
func (b *Button) Tapped(*fyne.PointEvent) {
	defer guard.Catch()
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// MouseIn shades the button.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hover(true) }

// MouseMoved makes the button a [desktop.Hoverable].
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (b *Button) MouseOut() { b.hover(false) }

func (b *Button) hover(on bool) {
	if b.disabled {
		on = false
	}
	if b.hovered != on {
		b.hovered = on
		b.Refresh()
	}
}

// FocusGained draws the focus ring, where it can be seen.
func (b *Button) FocusGained() {
	b.focused = true
	b.Refresh()
	Reveal(b)
}

// FocusLost takes the focus ring away.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune does what the button does on a space.
func (b *Button) TypedRune(r rune) {
	if r == ' ' {
		b.Tapped(nil)
	}
}

// TypedKey does what the button does on Enter.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	case fyne.KeyEscape:
		if b.OnEscape != nil {
			b.OnEscape()
			return
		}
		Pass(b, e)
	default:
		Pass(b, e)
	}
}

// AccessibilityLabel is what the button is called.
func (b *Button) AccessibilityLabel() string { return b.label }

// AccessibilityRole says that it is a button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws the button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b: b, back: canvas.NewRectangle(color.Transparent), text: Text(b.text, b.look.Ink, b.kind == Primary)}
	r.back.CornerRadius = radius
	parts := []fyne.CanvasObject{}
	if b.icon != nil {
		r.icon = canvas.NewImageFromResource(tint(b.icon, b.look.Ink))
		r.icon.FillMode = canvas.ImageFillContain
		r.icon.SetMinSize(fyne.NewSquareSize(b.iconSize()))
		parts = append(parts, r.icon)
	}
	if b.text != "" {
		parts = append(parts, r.text)
	}
	if b.trailing {
		slices.Reverse(parts)
	}
	side := float32(12)
	above := float32(6)
	if b.text == "" {
		side = 7
	}
	if b.small {
		side, above = 5, 5
	}
	r.all = container.NewStack(r.back, Inset(container.NewCenter(Row(6, parts...)), side, above))
	r.Refresh()
	return r
}

// iconSize is the width and height of the button's icon.
func (b *Button) iconSize() float32 {
	if b.small || b.trailing {
		return 13
	}
	return 17
}

type buttonRenderer struct {
	drawn
	b    *Button
	back *canvas.Rectangle
	icon *canvas.Image
	text *canvas.Text
}

func (r *buttonRenderer) Refresh() {
	b, l := r.b, r.b.look
	ink := l.Ink
	if b.small && !b.hovered {
		ink = l.Muted
	}
	r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = color.Transparent, color.Transparent, 0
	switch b.kind {
	case Flat: // no more than its words
	case Primary:
		r.back.FillColor, ink = l.Accent, l.OnAccent
	case Framed:
		r.back.FillColor, r.back.StrokeColor, r.back.StrokeWidth = l.Sheet, l.Line, 1
	}
	if b.hovered {
		r.back.FillColor = blend(r.back.FillColor, l.Ink, 0.08)
	}
	if b.disabled {
		ink = blend(l.Bar, l.Muted, 0.55)
	}
	if b.focused {
		r.back.StrokeColor, r.back.StrokeWidth = l.Accent, 2
		if b.kind == Primary {
			r.back.StrokeColor = l.Ink
		}
	}
	r.text.Text, r.text.Color = b.text, ink
	if r.icon != nil {
		r.icon.Resource = tint(b.icon, ink)
		r.icon.Refresh()
	}
	r.back.Refresh()
	r.text.Refresh()
}
