package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A Complaint is what a form says is wrong, under its fields. It takes no room
// as long as nothing is.
type Complaint struct {
	Box   fyne.CanvasObject // what the form shows
	label *widget.Label
}

// NewComplaint returns a complaint that says nothing yet.
func NewComplaint() *Complaint {
	c := &Complaint{label: Paragraph("")}
	c.label.Importance = widget.DangerImportance
	c.Box = Flush(c.label)
	c.Box.Hide()
	return c
}

// Say says what is wrong, in the dialog that shows the form; an empty sentence
// that nothing is.
func (c *Complaint) Say(sentence string, in *Popup) {
	if c.label.Text == sentence {
		return
	}
	c.label.SetText(sentence)
	if sentence == "" {
		c.Box.Hide()
	} else {
		c.Box.Show()
	}
	in.Fit()
}
