package inspector

import (
	"strings"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/ui/guard"
	"ninefold/ui/kit"
)

// A complaint is what is wrong with what was typed, in the user's words.
type complaint string

func (c complaint) Error() string { return string(c) }

// An entry is a text field that takes over what was typed when it is left or
// Enter is typed, and gives up on Escape. What it does not take over stays in
// it, with what is wrong below.
type entry struct {
	widget.Entry
	get    func() string
	take   func(string) (step, error) // a complaint where it cannot be
	keep   func(typed string, s step) // carries it out
	typing func(canvas.Edit)          // is told what would be kept of what is being typed
	shown  string                     // what the document said last

	wrong  *widget.Label
	under  fyne.CanvasObject     // holds wrong, hidden as long as nothing is
	frame  *fynecanvas.Rectangle // lies on the field, hidden in the same way
	resize func()                // called when that comes or goes
	window func(fyne.Shortcut) bool
	field  fyne.CanvasObject // the entry with its frame
	wheel  *wheel
}

// Pending reports whether something was typed that was not taken over.
func (e *entry) Pending() bool { return e.Text != e.shown }

// update shows what the document says, unless something else is being typed.
func (e *entry) update() {
	pending := e.Pending()
	if e.shown = e.get(); !pending || !e.Pending() {
		e.revert()
	}
}

// revert shows what the document says.
func (e *entry) revert() {
	e.shown = e.get()
	if e.Text != e.shown {
		e.SetText(e.shown)
	}
	e.complain(nil)
	e.typing(nil)
}

// typed follows what is being typed, which is set aside even before the field
// is left.
func (e *entry) typed() {
	e.complain(nil)
	var s step
	if e.Pending() {
		s, _ = e.take(e.Text) // what is wrong is said once the field is left
	}
	e.typing(s.edit)
}

// commit takes over what was typed. It does nothing twice: the step that it
// makes may have the field made anew, and what is left in it committed.
func (e *entry) commit() {
	if !e.Pending() {
		return
	}
	before := e.shown
	e.shown = e.Text
	s, err := e.take(e.Text)
	if err != nil {
		e.shown = before
		e.complain(err)
		return
	}
	e.keep(e.Text, s)
	e.revert()
}

// complain says below the field what is wrong; nil says that nothing is.
func (e *entry) complain(err error) {
	if err == nil && !e.under.Visible() {
		return
	}
	if err == nil {
		e.under.Hide()
		e.frame.Hide()
	} else {
		e.wrong.SetText(err.Error())
		e.under.Show()
		e.frame.Show()
	}
	e.resize()
}

// FocusLost takes over what was typed. It does so a moment later, because the
// step may move the focus, which must not happen while it is moving.
func (e *entry) FocusLost() {
	e.wheel.Hidden = false
	e.Entry.FocusLost()
	fyne.Do(func() { guard.Run(e.commit) })
}

// FocusGained brings the field into sight. A longer text is scrolled in it from
// then on.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	e.wheel.Hidden = e.MultiLine
	kit.Reveal(e.field)
}

// AcceptsTab lets Tab lead out of a longer text, too.
func (e *entry) AcceptsTab() bool { return false }

// TypedKey adds Escape to what an entry knows, which gives up what was typed,
// else leaves the field, and the window's function keys.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	switch {
	case k.Name == fyne.KeyEscape && (e.Pending() || e.under.Visible()):
		e.revert()
	case kit.Pass(e, k):
	default:
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut leaves to the window what is its own.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	defer guard.Catch()
	if !e.window(s) {
		e.Entry.TypedShortcut(s)
	}
}

// A field says how a value is shown and typed.
type field struct {
	label  string // its name, in the user's words; none where the heading says it
	wide   bool   // the name stands above, so that the value has the whole width
	lines  int    // more than one for a longer text
	unit   string // stands in the field at the right
	hint   string // stands in the field while it is empty
	get    func() string
	take   func(string) (step, error)
	kept   func(typed string) // is told what was taken over; may be nil
	beside fyne.CanvasObject  // stands at the right of the field; may be nil
}

// field puts an entry into the panel.
func (i *Inspector) field(f field) *entry {
	e, shown := i.entry(f)
	switch {
	case f.label == "":
		i.add(container.New(&column{gap: fieldGap}, shown, e.under))
	case f.wide:
		i.add(container.New(&column{gap: fieldGap}, i.name(f.label), shown, e.under))
	default:
		i.add(container.New(&column{gap: fieldGap}, container.New(&halves{}, i.name(f.label), shown), e.under))
	}
	return e
}

// fields puts several short entries side by side into the panel, each under its
// name. What is wrong with one is said across the whole width.
func (i *Inspector) fields(all ...field) {
	row := container.NewGridWithColumns(len(all))
	below := container.New(&column{gap: fieldGap}, row)
	for _, f := range all {
		e, shown := i.entry(f)
		row.Add(container.New(&column{gap: fieldGap}, i.name(f.label), shown))
		below.Add(e.under)
	}
	i.add(below)
}

// entry makes a field's entry, and what shows it.
func (i *Inspector) entry(f field) (e *entry, shown fyne.CanvasObject) {
	e = &entry{get: f.get, take: f.take, window: i.shortcut, wrong: kit.Paragraph(""), frame: i.frame(i.look.Bad)}
	e.ExtendBaseWidget(e)
	e.wrong.Importance = widget.DangerImportance
	e.wrong.SizeName = fynetheme.SizeNameCaptionText
	e.under = flush(e.wrong)
	e.under.Hide()
	e.frame.Hide()
	e.typing = func(edit canvas.Edit) { i.doc.Typing(e, edit) }
	e.keep = func(typed string, s step) {
		if i.do(s); f.kept != nil {
			f.kept(typed)
		}
	}
	e.resize = func() { i.root.body.Refresh(); i.scroll.Refresh() }
	if f.lines > 1 {
		e.MultiLine = true
		e.Wrapping = fyne.TextWrapWord
		e.SetMinRowsVisible(f.lines)
	}
	e.SetPlaceHolder(f.hint)
	if f.unit != "" {
		unit := kit.Text(f.unit, i.look.Muted, false)
		unit.TextSize--
		e.ActionItem = container.NewCenter(kit.Inset(unit, 8, 0))
	}
	e.SetText(f.get())
	e.shown = e.Text
	e.OnChanged = func(string) { e.typed() }
	e.OnSubmitted = func(string) { e.commit() }
	i.at.entries = append(i.at.entries, e)
	i.at.updates = append(i.at.updates, e.update)

	e.wheel = newWheel(i.scroll)
	shown = container.NewStack(e, e.frame, e.wheel)
	e.field = shown
	if f.beside != nil {
		shown = container.NewBorder(nil, nil, nil, f.beside, shown)
	}
	return e, shown
}

// name is what a field is called.
func (i *Inspector) name(label string) fyne.CanvasObject {
	t := kit.Text(label, i.look.Muted, false)
	t.TextSize--
	return t
}

// clean makes of what was typed what a project may hold.
func clean(s string) string { return strings.TrimSpace(strings.ToValidUTF8(s, "\uFFFD")) }

// text is how a text is taken over.
func text(take func(string) step) func(string) (step, error) {
	return func(s string) (step, error) { return take(clean(s)), nil }
}

// A number is a figure to type, empty where none is known.
type number struct {
	label   string
	unit    string
	hint    string
	percent bool // shown times a hundred
	get     func() *decimal.Decimal
	// take gets the figure and the text that it was typed as.
	take func(d *decimal.Decimal, typed string) (step, error)
}

// percentPlaces is by how many places a share and its percentage differ.
const percentPlaces = 2

// places is how many decimal places a figure keeps: more than any price or
// share has, and few enough for a file.
const places = 10

// number puts a figure into the panel.
func (i *Inspector) number(n number) *entry { return i.field(i.figure(n)) }

// figure is the field of a figure.
func (i *Inspector) figure(n number) field {
	shift := int32(0)
	if n.percent {
		shift, n.unit = percentPlaces, "%"
	}
	get := func() string {
		if d := n.get(); d != nil {
			return i.words.Number(d.Shift(shift), -1)
		}
		return ""
	}
	return field{label: n.label, unit: n.unit, hint: n.hint, get: get, take: func(s string) (step, error) {
		now := n.get()
		if s = clean(s); s == "" {
			if now == nil {
				return step{}, nil
			}
			return n.take(nil, s)
		}
		d, err := i.words.ParseFigure(s, i.currency())
		if err != nil {
			return step{}, complaint(i.words.Refusal(err))
		}
		if d = d.Round(places).Shift(-shift); now != nil && now.Equal(d) {
			return step{}, nil
		}
		return n.take(&d, s)
	}}
}
