package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas"
	"ninefold/ui/board"
	"ninefold/ui/kit"
)

// choose has something chosen beside a place of the window: out of a list that
// can be searched, or out of a menu where there is little to choose.
func (w *Window) choose(at fyne.Position, size fyne.Size, c board.Choice) {
	pick := func(i int) { _, _ = c.Pick(i) } // the board has reported what went wrong
	if c.Hint == "" {
		menu := fyne.NewMenu("")
		for i, o := range c.Options {
			if o == (board.Option{}) {
				menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
				continue
			}
			item := fyne.NewMenuItem(o.Text, func() { pick(i) })
			item.Checked = o.Chosen
			menu.Items = append(menu.Items, item)
		}
		pop := widget.NewPopUpMenu(menu, w.win.Canvas())
		pop.ShowAtPosition(at.AddXY(0, size.Height+2))
		w.win.Canvas().Focus(pop)
		w.app.probe.watch(w)
		return
	}
	options := make([]kit.Option, len(c.Options))
	for i, o := range c.Options {
		options[i] = kit.Option{Group: o.Group, Text: o.Text, Detail: o.Detail, Also: o.Also, Chosen: o.Chosen}
	}
	kit.NewFinderAt(w.win.Canvas(), w.look, at, size, c.Hint, options, c.Many, pick)
	w.app.probe.watch(w)
}

// fold folds the row that the keyboard is in, or unfolds it.
func (w *Window) fold() {
	if segment, ok := w.rows.RowOf(w.board.At()); ok {
		w.rows.Fold(segment)
		w.board.Relayout()
	}
}

// foldAll folds all rows of the relationship board, or unfolds them.
func (w *Window) foldAll(folded bool) {
	w.rows.FoldAll(folded)
	w.board.Relayout()
}

func hasRows(w *Window) bool { return w.rows != nil }

// ownTypeHere is the type of the project's own that the keyboard is at in the
// palette; empty where it is at none.
func (w *Window) ownTypeHere() string {
	if w.rows == nil || hasSelection(w) {
		return ""
	}
	return w.rows.OwnType(w.board.At())
}

func hasOwnTypes(w *Window) bool { return len(w.doc.Project().Head().Types) > 0 }

// withOwnType does something with the type of the project's own that the
// keyboard is at in the palette, or else with the one that is then chosen.
func (w *Window) withOwnType(do func(id string)) {
	if id := w.ownTypeHere(); id != "" {
		do(id)
		return
	}
	types := w.doc.Project().Head().Types
	if len(types) == 1 {
		do(types[0].ID)
		return
	}
	options := make([]kit.Option, len(types))
	for i, t := range types {
		options[i] = kit.Option{Text: t.Name, Detail: t.Explanation}
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.main)
	kit.NewFinderAt(w.win.Canvas(), w.look, at, fyne.Size{}, w.words.T("palette.choose_own"), options, false, func(i int) { do(types[i].ID) })
}

// removeType removes a type of the project's own, unless notes speak of it.
func (w *Window) removeType(id string) {
	w.try(w.doc.Do("edit.remove_type", func(p *canvas.Project) (*canvas.Project, error) { return canvas.RemoveType(p, id) }))
}
