package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/ui/guard"
)

// A press is what all small controls have in common: they do something when
// tapped, or when Enter or Space is typed on them, and show where pointer and
// focus are. A control embeds it and sets its functions.
type press struct {
	hovered, focused bool

	self    fyne.CanvasObject // the control
	label   string            // for assistive technology
	do      func()            // nil where tapping does nothing
	refresh func()
}

// Tapped does what the control does.
func (p *press) Tapped(*fyne.PointEvent) {
	defer guard.Catch()
	if p.do != nil {
		p.do()
	}
}

// MouseIn shades the control.
func (p *press) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.refresh() }

// MouseMoved makes the control a [desktop.Hoverable].
func (p *press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the shade away.
func (p *press) MouseOut() { p.hovered = false; p.refresh() }

// FocusGained draws the focus ring, where it can be seen.
func (p *press) FocusGained() {
	p.focused = true
	p.refresh()
	Reveal(p.self)
}

// FocusLost takes the focus ring away.
func (p *press) FocusLost() { p.focused = false; p.refresh() }

// TypedRune does what the control does on a space.
func (p *press) TypedRune(r rune) {
	if r == ' ' {
		p.Tapped(nil)
	}
}

// TypedKey does what the control does on Enter.
func (p *press) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		p.Tapped(nil)
		return
	}
	Pass(p.self, e)
}

// AccessibilityLabel is what the control is called.
func (p *press) AccessibilityLabel() string { return p.label }

// AccessibilityRole says that it is a button.
func (p *press) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
