package inspector

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/ui/kit"
	"ninefold/ui/theme"
)

func (i *Inspector) add(o fyne.CanvasObject) { i.body.Add(o) }

// heading begins the panel.
func (i *Inspector) heading(text string) {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	l.Wrapping = fyne.TextWrapWord
	l.SizeName = "subHeadingText"
	i.add(kit.Flush(l))
}

// section begins a group of fields.
func (i *Inspector) section(key string) {
	i.add(kit.Inset(kit.Heading(strings.ToUpper(i.words.T(key)), i.look), 0, 4))
}

// paragraph is wrapped text in the muted colour.
func (i *Inspector) paragraph(text string) fyne.CanvasObject {
	l := kit.Paragraph(text)
	l.Importance = widget.LowImportance
	return kit.Flush(l)
}

// labelled puts a field's name before it.
func (i *Inspector) labelled(key string, field fyne.CanvasObject) {
	i.add(complaining(container.New(&halves{}, i.name(key), field), field))
}

// under puts a field's name above it, so that a text has the whole width.
func (i *Inspector) under(key string, field fyne.CanvasObject) {
	i.add(complaining(container.New(&column{gap: 2}, i.name(key), field), field))
}

func (i *Inspector) name(key string) *fynecanvas.Text {
	name := kit.Text(i.words.T(key), i.look.Muted, false)
	name.TextSize = theme.TextSize - 1
	return name
}

// complaining leaves room below a field for what is wrong with it.
func complaining(o, field fyne.CanvasObject) fyne.CanvasObject {
	if e, ok := field.(*entry); ok {
		return container.New(&column{gap: 2}, o, e.wrong)
	}
	return o
}

// halves gives a field's name a little less than half of the width; a name
// that needs more stands above its field.
type halves struct{}

const nameShare = 0.46

func (halves) stacked(o []fyne.CanvasObject) bool {
	return o[0].MinSize().Width > bodyWidth*nameShare-6
}

func (h *halves) MinSize(o []fyne.CanvasObject) fyne.Size {
	height := o[1].MinSize().Height
	if h.stacked(o) {
		height += o[0].MinSize().Height + 2
	}
	return fyne.NewSize(80, height)
}

func (h *halves) Layout(o []fyne.CanvasObject, size fyne.Size) {
	name, field := o[0], o[1]
	if h.stacked(o) {
		top := name.MinSize().Height
		name.Move(fyne.NewPos(0, 0))
		name.Resize(fyne.NewSize(size.Width, top))
		field.Move(fyne.NewPos(0, top+2))
		field.Resize(fyne.NewSize(size.Width, size.Height-top-2))
		return
	}
	x := size.Width * nameShare
	name.Move(fyne.NewPos(0, (size.Height-name.MinSize().Height)/2))
	name.Resize(fyne.NewSize(x, name.MinSize().Height))
	field.Move(fyne.NewPos(x, 0))
	field.Resize(fyne.NewSize(size.Width-x, size.Height))
}

// An entry is a text field that takes over what was typed when it is left or
// Enter is typed, and gives up on Escape.
type entry struct {
	widget.Entry
	get   func() string
	take  func(string) error // a complaint where it cannot be taken over
	shown string             // what the project said when the field took it over last
	wrong *complaint
}

// text returns an entry for a text.
func (i *Inspector) text(lines int, get func() string, take func(string)) *entry {
	return i.entry(lines, get, func(s string) error {
		if s = clean(s); s != get() {
			take(s)
		}
		return nil
	})
}

// clean makes of what was typed what a project may hold.
func clean(s string) string { return strings.TrimSpace(strings.ToValidUTF8(s, "\uFFFD")) }

func (i *Inspector) entry(lines int, get func() string, take func(string) error) *entry {
	e := &entry{get: get, take: take, wrong: newComplaint(func() { i.body.Refresh() })}
	e.ExtendBaseWidget(e)
	if lines > 1 {
		e.MultiLine = true
		e.Wrapping = fyne.TextWrapWord
		e.SetMinRowsVisible(lines)
	}
	e.show()
	e.OnChanged = func(string) { e.wrong.say("") }
	e.OnSubmitted = func(string) { e.commit() }
	i.fields = append(i.fields, e.update)
	i.entries = append(i.entries, e)
	return e
}

// number returns an entry for a figure from 0, empty where none is known.
func (i *Inspector) number(get func() *decimal.Decimal, take func(*decimal.Decimal)) *entry {
	return i.figure(get, take, canvas.MaxAmount, "inspector.too_large")
}

// percent returns an entry for a share, shown times a hundred.
func (i *Inspector) percent(get func() *decimal.Decimal, take func(*decimal.Decimal), most int64) *entry {
	return i.figure(
		func() *decimal.Decimal { return shifted(get(), 2) },
		func(d *decimal.Decimal) { take(shifted(d, -2)) },
		decimal.NewFromInt(most), "inspector.no_percent")
}

// places is how many decimal places a figure keeps: more than any price or
// share has, and few enough for a file.
const places = 10

func (i *Inspector) figure(
	get func() *decimal.Decimal, take func(*decimal.Decimal), most decimal.Decimal, beyond string,
) *entry {
	show := func() string {
		if d := get(); d != nil {
			return i.words.Number(*d, -1)
		}
		return ""
	}
	return i.entry(1, show, func(s string) error {
		now := get()
		if clean(s) == "" {
			if now != nil {
				take(nil)
			}
			return nil
		}
		d, err := i.words.ParseNumber(s)
		switch {
		case err != nil:
			return i.complain("inspector.no_number", "Example", i.words.Number(decimal.New(12345, -1), -1))
		case d.IsNegative():
			return i.complain("inspector.negative")
		case d.GreaterThan(most):
			return i.complain(beyond, "Most", i.words.Number(most, -1))
		}
		if d = d.Round(places); now == nil || !now.Equal(d) {
			take(&d)
		}
		return nil
	})
}

func (i *Inspector) complain(key string, pairs ...any) error {
	return errors.New(i.words.T(key, pairs...))
}

func shifted(d *decimal.Decimal, by int32) *decimal.Decimal {
	if d == nil {
		return nil
	}
	s := d.Shift(by)
	return &s
}

// A complaint stands below a field and says what is wrong with what was typed.
type complaint struct {
	widget.Label
	changed func() // there is more or less of it
}

func newComplaint(changed func()) *complaint {
	c := &complaint{changed: changed}
	c.ExtendBaseWidget(c)
	c.Wrapping = fyne.TextWrapWord
	c.Importance = widget.DangerImportance
	c.SizeName = fynetheme.SizeNameCaptionText
	c.Hide()
	return c
}

// say shows a sentence, or nothing.
func (c *complaint) say(s string) {
	if s == c.Text {
		return
	}
	c.SetText(s)
	if s == "" {
		c.Hide()
	} else {
		c.Show()
	}
	c.changed()
}

// Pending reports whether something was typed that is not in the project.
func (e *entry) Pending() bool { return e.Text != e.shown }

// show shows what the project says.
func (e *entry) show() {
	e.shown = e.get()
	e.SetText(e.shown)
	e.wrong.say("")
}

// update follows the project, unless something is being typed.
func (e *entry) update() {
	if !e.Pending() && e.get() != e.shown {
		e.show()
	}
}

// commit takes over what was typed. It does nothing twice.
func (e *entry) commit() {
	if !e.Pending() {
		return
	}
	before := e.shown
	e.shown = e.Text
	if err := e.take(e.Text); err != nil {
		e.shown = before
		e.wrong.say(err.Error())
		return
	}
	e.show()
}

// FocusLost takes over what was typed. It does so a moment later, because the
// step may move the focus, which must not happen while it is moving.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	fyne.Do(e.commit)
}

// TypedKey adds Escape to what an entry knows.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		e.show()
		return
	}
	e.Entry.TypedKey(k)
}

// choice returns a list to choose one of several words from; names are what
// the user reads, ids what the project keeps.
func (i *Inspector) choice(ids, names []string, get func() string, take func(string)) fyne.CanvasObject {
	for k, n := range names {
		names[k] = capital(n)
	}
	s := widget.NewSelect(names, nil)
	update := func() {
		for k, id := range ids {
			if id == get() && s.Selected != names[k] {
				s.Selected = names[k]
				s.Refresh()
			}
		}
	}
	update()
	s.OnChanged = func(string) {
		if k := s.SelectedIndex(); k >= 0 && ids[k] != get() {
			take(ids[k])
		}
	}
	i.fields = append(i.fields, update)
	return kit.Framing(s, i.look)
}

// capital begins a word with a capital letter, as one that stands alone.
func capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

// line is a thin rule between groups.
func (i *Inspector) line() {
	r := fynecanvas.NewRectangle(i.look.Line)
	r.SetMinSize(fyne.NewSize(1, 1))
	i.add(r)
}
