package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/ui/board"
	"ninefold/ui/costs"
)

// The views of a document, as the settings remember them.
const (
	viewCanvas        = "canvas"
	viewRelationships = "relationships"
	viewCosts         = "costs"
)

var views = []string{viewCanvas, viewRelationships, viewCosts}

// A view is what stands in the middle of the window and is worked on: a board,
// or the table of costs. It takes the keyboard whenever nothing else has it.
type view interface {
	fyne.Widget
	fyne.Focusable
	fyne.Shortcutable
	// Editing reports whether something is being typed, Commit keeps it; Close
	// ends the view.
	Editing() bool
	Commit()
	Close()
	// What the actions of the menu Edit do with what is selected in it.
	Edit()
	Duplicate()
	SelectAll()
	Delete()
	// Notes are those that it shows, in its order; Found points out some.
	Notes() []canvas.ID
	Found(map[canvas.ID]bool)
}

// setView puts the view into its place.
func (w *Window) setView() {
	if w.main != nil {
		w.main.Close()
	}
	w.board, w.rows, w.costs = nil, nil, nil
	w.doc.LookAhead("")
	switch w.view {
	case viewCosts:
		w.setCosts()
	case viewRelationships:
		w.rows = board.NewRelationships(w.doc, w.words, w.look, w.memory)
		w.setBoard(w.rows)
	default:
		w.setBoard(board.NewCanvas(w.doc, w.words, w.look, w.memory))
	}
	w.applyFilter()
	w.placeView()
}

// setBoard shows a board, with the inspector beside it.
func (w *Window) setBoard(surface board.Surface) {
	env := board.Env{Doc: w.doc, Look: w.look, Run: w.Run, Shortcut: w.runAlias, Report: w.try, Modifiers: func() fyne.KeyModifier { return currentModifiers() }, Menu: w.popUp, Choose: w.choose, Zoomed: w.zoomed, Entered: w.review.update, Laid: func() { w.app.probe.watch(w) }}
	w.board = board.New(surface, env)
	w.main = w.board
	if zoom := w.zoom[w.view]; zoom > 0 {
		w.board.SetZoom(zoom)
	}
	w.frame.beside = inspectorWidth
	w.side.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, rule(w.look, 1, 0), nil, w.review.shelf)}
}

// setCosts shows the table of costs, with the figures beside it.
func (w *Window) setCosts() {
	w.doc.LookAhead(w.scenario)
	env := costs.Env{
		Doc: w.doc, Words: w.words, Look: w.look, Model: w.doc.Ahead, Run: w.Run, Shortcut: w.runAlias,
		Modifiers: currentModifiers, Menu: w.popUp, Report: w.try,
		Refuse: func(sentence string) {
			w.ask(w.words.T("costs.refused.title"), sentence, answer{key: "button.ok", primary: true})
		},
		Changed: func() {
			if w.costs != nil {
				w.costs.moved()
			}
			w.app.probe.watch(w)
		},
	}
	w.costs = newCostsView(w, env)
	w.main = w.costs.Sheet
	w.frame.beside = w.costs.width
	w.side.Objects = []fyne.CanvasObject{w.costs.beside}
}

// focusView gives the keyboard to the view.
func (w *Window) focusView() { w.win.Canvas().Focus(w.main) }

// show changes the view.
func (w *Window) show(view string) {
	if w.view != view {
		w.view = view
		w.app.settings.View = view
		w.setView()
		if w.find != nil {
			w.find.attach()
		}
		w.toolbar.update()
		w.menus.update()
		w.status.update()
	}
	w.focusView()
}

// placeView puts the view into its place, below the bar for finding if there is
// one.
func (w *Window) placeView() {
	var bar fyne.CanvasObject
	if w.find != nil {
		bar = w.find.object
	}
	w.place.Objects = []fyne.CanvasObject{container.NewBorder(bar, nil, nil, nil, w.main)}
	if w.content != nil {
		w.content.Refresh() // what stands beside may be wider or narrower now
	}
	w.place.Refresh()
	w.app.probe.watch(w)
}

// zoomable reports whether the view is a board, which can be zoomed.
func zoomable(w *Window) bool { return w.board != nil }

// places are where the things of the view are, in its own units.
func (w *Window) places() map[string]geometry.Rect {
	if w.costs != nil {
		return w.costs.Places()
	}
	out := map[string]geometry.Rect{}
	for key, r := range w.board.Places() {
		out[string(key)] = r
	}
	return out
}
