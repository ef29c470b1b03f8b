package ui

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas"
	"ninefold/canvas/merge"
	"ninefold/export/changes"
	"ninefold/ui/kit"
	"ninefold/ui/theme"
)

// A union is two projects that went on from a third and are to be one.
type union struct {
	base, ours, theirs *canvas.Project
	title              string
	text               func(conflicts int) string
	left, right        string // keys of what the two sides are called
	cancel             string // key of the answer that puts it off
	cancelled          func() // is told of that; may be nil
	other              answer // another way out
	done               func(*canvas.Project)
}

// errStrangers says that two projects are not versions of one.
var errStrangers = errors.New("the projects have nothing to do with each other")

// unite makes one project of two, and asks about what both changed, each to
// something else. It fails where the two are no versions of one project, and
// where they have no room in one together.
func (w *Window) unite(u union) error {
	if u.ours.Head().ID != u.theirs.Head().ID {
		return errStrangers
	}
	m, err := merge.Three(u.base, u.ours, u.theirs, nil)
	if err != nil {
		return err
	}
	if len(m.Conflicts) == 0 {
		u.done(m.Project)
		return nil
	}
	newConflicts(w, u, m.Conflicts)
	return nil
}

// mostConflicts is how many conflicts are shown; there may be thousands.
const mostConflicts = 200

// The width of the list of conflicts at the usual size of text, what of the
// window's width and height is not for the list, how high it is at least, and
// how wide the place of its scroll bar is.
const (
	conflictsWidth = 660
	besideList     = 90
	aboveList      = 330
	leastList      = 120
	scrollBar      = 14
)

// A conflictForm has the user decide one conflict after the other.
type conflictForm struct {
	w         *Window
	u         union
	conflicts []merge.Conflict
	choices   []changes.Choice
	rest      merge.Side // of those that are not shown, once all were taken
	pairs     []*kit.Pair
	pop       *kit.Popup
}

func newConflicts(w *Window, u union, conflicts []merge.Conflict) {
	if w.conflicts != nil { // what it asks is out of date
		w.conflicts.pop.Hide()
	}
	f := &conflictForm{w: w, u: u, conflicts: conflicts}
	f.choices = changes.Choices(w.words, conflicts, u.base, u.ours, u.theirs)
	size := w.win.Canvas().Size()
	width := min(theme.Scaled(conflictsWidth), size.Width-besideList)
	text := u.text(len(conflicts))

	rows, bar := wide(f.rows(), width), float32(0)
	tallest := max(size.Height-aboveList, leastList)
	if rows.MinSize().Height > tallest {
		bar = scrollBar
		wide(rows, width-bar)
	}
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 2, 0, bar), rows)) // the last frame has room
	scroll.SetMinSize(fyne.NewSize(width, min(rows.MinSize().Height+2, tallest)))

	says := []string{u.title, text}
	for _, c := range f.choices {
		says = append(says, f.said(c))
	}
	w.win.RequestFocus()
	answers := []answer{
		{key: u.cancel, escape: true, do: f.cancel},
		{key: u.other.key, do: func() { f.pop.Hide(); u.other.do() }},
		{key: "button.bring_together", primary: true, do: f.confirm},
	}
	content := container.New(layout.NewCustomPaddedVBoxLayout(12), wide(kit.Flush(kit.Paragraph(text)), width), f.heads(bar), scroll)
	f.pop = kit.Form(w.win.Canvas(), w.look, u.title, content, fyne.NewSize(0, 0), w.answers(answers)...)
	w.asking(f.pop, strings.Join(says, "\n"), answers)
	w.conflicts = f
	f.pop.OnHide(func() { w.conflicts = nil })
	w.win.Canvas().Focus(f.pairs[0])
}

// heads say above the list whose texts stand below, each with a way to take all
// of them.
func (f *conflictForm) heads(bar float32) fyne.CanvasObject {
	look, words := f.w.look, f.w.words
	head := func(key string, side merge.Side) fyne.CanvasObject {
		all := kit.NewButton(look, kit.Framed, words.T("choice.all"), func() { f.all(side) })
		all.OnEscape = f.cancel
		all.Hidden = len(f.conflicts) == 1
		name := kit.Heading(strings.ToUpper(words.T(key)), look)
		return container.NewBorder(nil, nil, container.NewCenter(name), all)
	}
	return container.NewBorder(nil, nil, nil, kit.Gap(bar), kit.Halves(head(f.u.left, merge.Ours), head(f.u.right, merge.Theirs)))
}

// rows are the conflicts, below each other.
func (f *conflictForm) rows() *fyne.Container {
	rows := container.New(layout.NewCustomPaddedVBoxLayout(16))
	for i, c := range f.choices[:min(len(f.choices), mostConflicts)] {
		head := container.New(layout.NewCustomPaddedVBoxLayout(0))
		if i == 0 || f.choices[i-1].About != c.About { // else it was said
			about := kit.Paragraph(c.About)
			about.TextStyle.Bold = true
			head.Add(kit.Flush(about))
		}
		field := kit.Paragraph(c.Field)
		field.Importance, field.SizeName = widget.LowImportance, fynetheme.SizeNameCaptionText
		pair := kit.NewPair(f.w.look, c.Ours, c.Theirs, f.conflicts[i].Undecided() == merge.Theirs, func() string { return f.said(c) })
		pair.OnKey = func(e *fyne.KeyEvent) { f.key(i, e) }
		f.pairs = append(f.pairs, pair)
		head.Add(kit.Flush(field))
		rows.Add(container.New(layout.NewCustomPaddedVBoxLayout(4), head, pair))
	}
	if more := len(f.choices) - len(f.pairs); more > 0 {
		rows.Add(kit.Flush(kit.Paragraph(f.w.words.N("choice.more", more))))
	}
	return rows
}

// wide gives something with texts in it a width, from which its height follows:
// texts know how high they are once they know how wide they are.
func wide[T fyne.CanvasObject](o T, width float32) T {
	for range 2 {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	return o
}

// said is a conflict in one sentence.
func (f *conflictForm) said(c changes.Choice) string {
	words := f.w.words
	return words.T("choice.said", "About", c.About, "Field", c.Field,
		"Left", words.T(f.u.left), "Ours", c.Ours, "Right", words.T(f.u.right), "Theirs", c.Theirs)
}

// all takes all of one side.
func (f *conflictForm) all(side merge.Side) {
	f.rest = side
	for _, p := range f.pairs {
		p.Choose(side == merge.Theirs)
	}
}

// key goes up and down the list by keyboard, and out of it.
func (f *conflictForm) key(i int, e *fyne.KeyEvent) {
	to := i
	switch e.Name {
	case fyne.KeyUp:
		to--
	case fyne.KeyDown:
		to++
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(f.pairs) - 1
	case fyne.KeyReturn, fyne.KeyEnter:
		f.confirm()
		return
	case fyne.KeyEscape:
		f.cancel()
		return
	}
	if to != i && to >= 0 && to < len(f.pairs) {
		f.w.win.Canvas().Focus(f.pairs[to])
	}
}

// cancel puts the decision off.
func (f *conflictForm) cancel() {
	f.pop.Hide()
	if f.u.cancelled != nil {
		f.u.cancelled()
	}
}

// confirm makes one project as it was decided.
func (f *conflictForm) confirm() {
	f.pop.Hide()
	type place struct {
		note canvas.ID
		path string
	}
	sides := map[place]merge.Side{}
	for i, p := range f.pairs {
		c := f.conflicts[i]
		if sides[place{c.Note, c.Path}] = merge.Ours; p.Right() {
			sides[place{c.Note, c.Path}] = merge.Theirs
		}
	}
	m, err := merge.Three(f.u.base, f.u.ours, f.u.theirs, func(c merge.Conflict) merge.Side {
		if side, shown := sides[place{c.Note, c.Path}]; shown {
			return side
		}
		return f.rest
	})
	if err != nil {
		f.w.try(err)
		return
	}
	f.u.done(m.Project)
}
