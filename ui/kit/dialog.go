package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"ninefold/export/scene"
	"ninefold/ui/theme"
)

// DialogWidth is how wide a question may get, in device-independent pixels.
func DialogWidth() float32 { return theme.Scaled(440) }

// tallest is how high the text of a question may get before it scrolls; side
// is the room left beside it.
const (
	tallest = 380
	side    = 18
)

// An Answer is one button of a dialog.
type Answer struct {
	Text string
	// Do is called once the dialog is gone; it may be nil.
	Do func()
	// Default is the answer that Enter gives, Escape the one that Escape gives.
	Default, Escape bool
}

// A Popup is a dialog that is open.
type Popup struct {
	// Buttons are those of the answers, in their order.
	Buttons []*Button
	canvas  fyne.Canvas
	least   fyne.Size
	pop     *widget.PopUp
	keys    func(*fyne.KeyEvent) // who heard free keys before
	gone    []func()
}

// Hide takes the dialog away without an answer.
func (p *Popup) Hide() {
	p.pop.Hide()
	p.canvas.SetOnTypedKey(p.keys)
	for _, f := range p.gone {
		f()
	}
}

// Fit gives the dialog the size that its content needs now.
func (p *Popup) Fit() {
	size := p.pop.MinSize().Max(p.least)
	p.pop.Resize(size)
	// Wrapped text knows its height only once it knows its width.
	p.pop.Resize(fyne.NewSize(size.Width, max(p.pop.MinSize().Height, p.least.Height)))
}

// OnHide has a function called once the dialog is gone, after those that are to
// be already.
func (p *Popup) OnHide(f func()) { p.gone = append(p.gone, f) }

// Ask puts a question, or says something, in a dialog above the window. Every
// answer takes it away. A dialog with one answer is left by Enter and Escape
// alike.
func Ask(c fyne.Canvas, look *scene.Look, title, message string, answers ...Answer) *Popup {
	return Dialog(c, look, title, Message(message), fyne.NewSize(DialogWidth(), 0), answers...)
}

// Message is the text of a question. It scrolls where it is long.
func Message(message string) fyne.CanvasObject {
	text := Flush(Paragraph(message))
	text.Resize(fyne.NewSize(DialogWidth()-2*side, 0)) // its height follows from its width
	if text.MinSize().Height <= tallest {
		return text
	}
	// The scroll bar lies over the right edge.
	scroll := container.NewVScroll(container.NewBorder(nil, nil, nil, Gap(side), text))
	scroll.SetMinSize(fyne.NewSize(0, tallest))
	return scroll
}

// Dialog shows content with a title and answers above the window, at least as
// large as least. Every answer takes it away.
func Dialog(c fyne.Canvas, look *scene.Look, title string, content fyne.CanvasObject, least fyne.Size, answers ...Answer) *Popup {
	var p *Popup
	for i, a := range answers {
		answers[i].Do = func() {
			p.Hide()
			if a.Do != nil {
				a.Do()
			}
		}
	}
	p = show(c, look, title, content, least, answers)
	return p
}

// Form is a dialog, at least as large as least, that stays until it is hidden:
// its answers may find fault with what was filled in. Only an Escape answer
// without a function hides it by itself.
func Form(c fyne.Canvas, look *scene.Look, title string, content fyne.CanvasObject, least fyne.Size, answers ...Answer) *Popup {
	var p *Popup
	for i, a := range answers {
		if a.Escape && a.Do == nil {
			answers[i].Do = func() { p.Hide() }
		}
	}
	p = show(c, look, title, content, least, answers)
	return p
}

// show puts a dialog above the window and gives the focus to its default
// answer. Enter and Escape answer also after a click beside the buttons.
func show(c fyne.Canvas, look *scene.Look, title string, content fyne.CanvasObject, least fyne.Size, answers []Answer) *Popup {
	head := Text(title, look.Ink, true)
	head.TextSize += 3

	var escape func()
	for _, a := range answers {
		if a.Escape || len(answers) == 1 {
			escape = a.Do
		}
	}
	p := &Popup{canvas: c, least: least, keys: c.OnTypedKey()}
	row := Row(8)
	var first *Button
	for _, a := range answers {
		kind := Framed
		if a.Default || len(answers) == 1 {
			kind = Primary
		}
		b := NewButton(look, kind, a.Text, a.Do)
		b.OnEscape = escape
		if kind == Primary {
			first = b
		}
		p.Buttons = append(p.Buttons, b)
		row.Add(b)
	}
	body := container.New(layout.NewCustomPaddedVBoxLayout(14), head, content, container.NewBorder(nil, nil, nil, row))
	p.pop = widget.NewModalPopUp(Inset(body, side, 16), c)
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if first != nil {
			first.TypedKey(e)
		}
	})
	p.pop.Resize(p.pop.MinSize().Max(least))
	p.pop.Show()
	p.Fit()
	if first != nil {
		c.Focus(first)
	}
	return p
}
