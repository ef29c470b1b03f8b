// Package inspector is the panel at the right of the window: everything that
// the selected note can say, or, when none is selected, what to ask oneself
// about the block that is being worked in and what the canvas is about. Every
// change in it is one named step of the document. It must not know files, windows
// or the views beside it.
package inspector

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/export/scene"
	"ninefold/ui/document"
	"ninefold/ui/kit"
)

// An Inspector is the panel.
type Inspector struct {
	doc    *document.Document
	words  *locale.Words
	look   *scene.Look
	report func(error)
	stop   func()

	scroll *container.Scroll
	root   *group
	at     *group                        // the group that is being filled
	stale  bool                          // a group was filled anew and wants to be laid out
	open   map[string]bool               // folds that the user opened or closed, by key
	opened string                        // the fold of a cost line that was opened for another view
	cards  map[canvas.ID]*fyne.Container // of the note's cost lines

	author     func() string // under what name the user comments; nil where nobody can
	keepAuthor func(string)
	shortcut   func(fyne.Shortcut) bool
	allCosts   func() // leads to a view of all cost lines; nil where there is none
}

// New returns the panel for a document. Report says in a dialog what went
// wrong with an edit.
func New(doc *document.Document, words *locale.Words, look *scene.Look, report func(error)) *Inspector {
	i := &Inspector{doc: doc, words: words, look: look, report: report, open: map[string]bool{}, shortcut: func(fyne.Shortcut) bool { return false }}
	i.root = newGroup(i.subject, i.show)
	i.scroll = container.NewVScroll(kit.Inset(i.root.body, 14, 12))
	i.fill(i.root)
	i.stop = doc.Listen(func(document.Change) { i.changed() })
	return i
}

// Object is the panel, to be placed in a window.
func (i *Inspector) Object() fyne.CanvasObject { return i.scroll }

// Shortcuts says who carries out a shortcut of the window's that is in no menu,
// which a field would hide, and reports whether it is one.
func (i *Inspector) Shortcuts(run func(fyne.Shortcut) bool) { i.shortcut = run }

// Close keeps what is being typed and stops listening to the document.
func (i *Inspector) Close() {
	i.Commit()
	i.stop()
}

// Commit keeps what is being typed, if anything is, as a step. What is wrong is
// said beside its field and is not kept.
func (i *Inspector) Commit() {
	for _, e := range i.root.all() {
		e.commit()
	}
}

// Enter gives the focus to the first field, so that the panel can be worked by
// keyboard; Escape leaves it again.
func (i *Inspector) Enter() {
	c := fyne.CurrentApp().Driver().CanvasForObject(i.scroll)
	if first := focusable(i.root.body); c != nil && first != nil {
		c.Focus(first)
	}
}

// focusable is the first object in a container that can take the focus.
func focusable(o fyne.CanvasObject) fyne.Focusable {
	if f, ok := o.(fyne.Focusable); ok {
		return f
	}
	if c, ok := o.(*fyne.Container); ok && c.Visible() {
		for _, inner := range c.Objects {
			if f := focusable(inner); f != nil {
				return f
			}
		}
	}
	return nil
}

// Folds says which parts the user has opened and closed, and SetFolds has them
// so: a window that makes its panel anew hands them on.
func (i *Inspector) Folds() map[string]bool { return i.open }

// SetFolds opens and closes parts as [Inspector.Folds] says.
func (i *Inspector) SetFolds(open map[string]bool) {
	i.open = open
	i.changed()
}

// changed brings the panel up to date.
func (i *Inspector) changed() {
	before := i.root.shown
	i.update(i.root)
	if !i.stale {
		return
	}
	i.stale = false
	i.root.body.Refresh()
	i.scroll.Refresh()
	if i.root.shown != before {
		i.scroll.ScrollToTop()
	}
}

// subject says what the panel is about: as long as it stays equal, the panel
// is not made anew.
func (i *Inspector) subject() string {
	s := fmt.Sprint(i.doc.Block(), len(i.doc.Selection()), " ", i.doc.Project().Head().Currency)
	if n := i.doc.Selected(); n != nil {
		s += fmt.Sprint(" ", n.ID, n.Block, n.IsSegment(), n.IsRelationship(), n.IsRevenue())
	}
	return s
}

// show fills the panel.
func (i *Inspector) show() {
	i.cards = map[canvas.ID]*fyne.Container{}
	several := len(i.doc.Selection())
	switch n := i.doc.Selected(); {
	case n != nil:
		(&sheet{Inspector: i, id: n.ID}).show()
	case several > 1:
		i.several(several)
	case i.doc.Block() != "":
		i.block(i.doc.Block())
	default:
		i.project()
	}
}

// A step is an edit with its name. The zero step changes nothing.
type step struct {
	name string
	edit canvas.Edit
}

func (i *Inspector) do(s step) {
	if s.edit == nil {
		return
	}
	if err := i.doc.Do(s.name, s.edit); err != nil {
		i.report(err)
	}
}

// currency is what the project's amounts are in.
func (i *Inspector) currency() string { return i.doc.Project().Head().Currency }

// money is an amount in words of the language, with what a missing one is
// called.
func (i *Inspector) money(a costing.Amount) string {
	d, ok := a.Get()
	if !ok {
		return i.words.T("inspector.not_available")
	}
	return i.words.Money(d, i.currency())
}

// monthly is an amount of money in a month.
func (i *Inspector) monthly(a costing.Amount) string {
	if _, ok := a.Get(); !ok {
		return i.money(a)
	}
	return i.words.T("inspector.monthly", "Amount", i.money(a))
}
