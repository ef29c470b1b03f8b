package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/assets"
	"ninefold/canvas"
	"ninefold/export"
	"ninefold/ui/board"
	"ninefold/ui/guard"
)

// An Action is one command. Menus, toolbar, shortcuts, right-click menus and
// the list of shortcuts are all made from the table of actions, and all of
// them run it through [Window.Run].
type Action struct {
	// ID names the action; its title is the word "action." + ID.
	ID string
	// Shortcut runs the action from anywhere in the window. One without a
	// modifier is only shown: the board itself acts on such keys.
	Shortcut fyne.Shortcut
	// Typing means that the shortcut belongs to a text entry while one has the focus.
	Typing bool
	// Title overrides the fixed title where it depends on the document.
	Title func(*Window) string
	// Enabled says whether the action can be run now; nil means always.
	Enabled func(*Window) bool
	Run     func(*Window)
}

// ctrl is a shortcut with the system's main modifier: Ctrl, or Cmd on macOS.
func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

// plain is a key that the board acts on.
func plain(key fyne.KeyName) fyne.Shortcut { return &desktop.CustomShortcut{KeyName: key} }

// shift is a key that the window acts on while Shift is held.
func shift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShift}
}

func hasSelection(w *Window) bool { return len(w.doc.Selection()) > 0 }

// actions is the table. The order is that of the menus.
func actions() []Action {
	return []Action{
		{ID: "file_new", Shortcut: ctrl(fyne.KeyN), Run: func(w *Window) { w.app.NewCanvas() }},
		{ID: "file_open", Shortcut: ctrl(fyne.KeyO), Run: (*Window).askOpen},
		{ID: "file_sample", Run: func(w *Window) { w.app.OpenSample() }},
		{ID: "file_save", Shortcut: ctrl(fyne.KeyS), Run: func(w *Window) { w.save(nil) }},
		{ID: "file_save_as", Shortcut: ctrlShift(fyne.KeyS), Run: func(w *Window) { w.saveAs(nil) }},
		{ID: "file_versions", Enabled: func(w *Window) bool { return w.doc.Path() != "" }, Run: (*Window).askVersions},
		{ID: "file_export", Shortcut: ctrl(fyne.KeyE), Run: func(w *Window) { w.askExport("") }},
		{ID: "file_export_pdf", Run: func(w *Window) { w.askExport(export.PDF) }},
		{ID: "file_export_xlsx", Run: func(w *Window) { w.askExport(export.XLSX) }},
		{ID: "file_export_png", Run: func(w *Window) { w.askExport(export.PNG) }},
		{ID: "file_print", Shortcut: ctrl(fyne.KeyP), Run: (*Window).askPrint},
		{ID: "file_preferences", Shortcut: ctrl(fyne.KeyComma), Run: (*Window).askPreferences},
		{ID: "file_close", Shortcut: ctrl(fyne.KeyW), Run: (*Window).askClose},
		{ID: "file_quit", Shortcut: ctrl(fyne.KeyQ), Run: func(w *Window) { w.app.Quit() }},

		{
			ID: "edit_undo", Shortcut: &fyne.ShortcutUndo{}, Typing: true,
			Title:   func(w *Window) string { return w.named("action.edit_undo", w.doc.UndoName()) },
			Enabled: func(w *Window) bool { return w.doc.UndoName() != "" },
			Run:     func(w *Window) { w.doc.Undo() },
		},
		{
			ID: "edit_redo", Shortcut: &fyne.ShortcutRedo{}, Typing: true,
			Title:   func(w *Window) string { return w.named("action.edit_redo", w.doc.RedoName()) },
			Enabled: func(w *Window) bool { return w.doc.RedoName() != "" },
			Run:     func(w *Window) { w.doc.Redo() },
		},
		{
			ID: "edit_text", Shortcut: plain(fyne.KeyF2),
			Enabled: func(w *Window) bool { return w.doc.Selected() != nil || w.ownTypeHere() != "" }, Run: (*Window).editHere,
		},
		{
			ID: "edit_cut", Shortcut: &fyne.ShortcutCut{Clipboard: clipboard()}, Typing: true, Enabled: hasSelection,
			Run: (*Window).cut,
		},
		{
			ID: "edit_copy", Shortcut: &fyne.ShortcutCopy{Clipboard: clipboard()}, Typing: true, Enabled: hasSelection,
			Run: (*Window).copy,
		},
		{ID: "edit_paste", Shortcut: &fyne.ShortcutPaste{Clipboard: clipboard()}, Typing: true, Run: (*Window).paste},
		{ID: "edit_copy_picture", Shortcut: ctrlShift(fyne.KeyC), Run: (*Window).copyPicture},
		{ID: "edit_duplicate", Shortcut: ctrl(fyne.KeyD), Enabled: hasSelection, Run: func(w *Window) { w.main.Duplicate() }},
		{ID: "edit_delete", Shortcut: plain(fyne.KeyDelete), Enabled: func(w *Window) bool { return hasSelection(w) || w.ownTypeHere() != "" }, Run: (*Window).askDelete},
		{ID: "edit_find", Shortcut: ctrl(fyne.KeyF), Run: (*Window).openFind},
		{ID: "edit_find_next", Shortcut: plain(fyne.KeyF3), Run: func(w *Window) { w.findNext(currentModifiers()&fyne.KeyModifierShift == 0) }},
		{
			ID: "edit_find_previous", Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyF3, Modifier: fyne.KeyModifierShift},
			Run: func(w *Window) { w.findNext(false) },
		},
		{ID: "edit_select_all", Shortcut: &fyne.ShortcutSelectAll{}, Typing: true, Run: func(w *Window) { w.main.SelectAll() }},
		{ID: "edit_plan", Run: (*Window).askPlan},

		{ID: "view_canvas", Shortcut: ctrl(fyne.Key1), Run: func(w *Window) { w.show(viewCanvas) }},
		{ID: "view_relationships", Shortcut: ctrl(fyne.Key2), Run: func(w *Window) { w.show(viewRelationships) }},
		{ID: "view_costs", Shortcut: ctrl(fyne.Key3), Run: func(w *Window) { w.show(viewCosts) }},

		{ID: "view_zoom_in", Shortcut: ctrl(fyne.KeyPlus), Enabled: zoomable, Run: func(w *Window) { w.board.ZoomIn() }},
		{ID: "view_zoom_out", Shortcut: ctrl(fyne.KeyMinus), Enabled: zoomable, Run: func(w *Window) { w.board.ZoomOut() }},
		{ID: "view_zoom_reset", Shortcut: ctrl(fyne.Key0), Enabled: zoomable, Run: func(w *Window) { w.board.SetZoom(1) }},
		{ID: "view_zoom_fit", Shortcut: ctrl(fyne.Key9), Enabled: zoomable, Run: func(w *Window) { w.board.ZoomToFit() }},

		{ID: "view_panel", Shortcut: plain(fyne.KeyF6), Run: func(w *Window) { w.inspector.Enter() }},
		{
			ID: "view_show_all", Enabled: func(w *Window) bool { return len(w.shown) > 0 },
			Run: (*Window).showAll,
		},

		{ID: "view_fold", Enabled: hasRows, Run: (*Window).fold},
		{ID: "view_fold_all", Enabled: hasRows, Run: func(w *Window) { w.foldAll(true) }},
		{ID: "view_unfold_all", Enabled: hasRows, Run: func(w *Window) { w.foldAll(false) }},

		{ID: "insert_note", Shortcut: ctrlShift(fyne.KeyN), Run: (*Window).addNote},
		{ID: "insert_segment", Run: (*Window).addSegment},
		{ID: "insert_relationship", Run: (*Window).addRelationship},
		{ID: "insert_cost", Run: (*Window).addCost},
		{ID: "costs_move", Enabled: func(w *Window) bool { return w.costs != nil && hasSelection(w) }, Run: func(w *Window) { w.costs.MoveTo() }},
		{ID: "insert_type", Run: func(w *Window) { w.askType("") }},
		{ID: "type_edit", Enabled: hasOwnTypes, Run: func(w *Window) { w.withOwnType(w.askType) }},
		{ID: "type_remove", Enabled: hasOwnTypes, Run: func(w *Window) { w.withOwnType(w.removeType) }},

		{ID: "review_next", Shortcut: plain(fyne.KeyF8), Enabled: hasFindings, Run: func(w *Window) { w.walk(+1) }},
		{ID: "review_previous", Shortcut: shift(fyne.KeyF8), Enabled: hasFindings, Run: func(w *Window) { w.walk(-1) }},
		{
			ID: "review_list", Shortcut: ctrl(fyne.KeyF8), Enabled: func(w *Window) bool { return w.review.object.Visible() },
			Run: func(w *Window) { w.review.enter() },
		},

		{ID: "help_shortcuts", Shortcut: plain(fyne.KeyF1), Run: (*Window).showShortcuts},
		{ID: "help_report", Run: (*Window).showReport},
		{ID: "help_about", Run: (*Window).showAbout},
	}
}

// action returns the action with the id.
func (w *Window) action(id string) *Action {
	for i := range w.actions {
		if w.actions[i].ID == id {
			return &w.actions[i]
		}
	}
	return nil
}

// title is what an action is called now.
func (w *Window) title(a *Action) string {
	if a.Title != nil {
		return a.Title(w)
	}
	return w.words.T("action."+a.ID, "App", assets.AppName)
}

// named is a title with the name of a step in it, such as "Undo move note", or
// without one where there is no step.
func (w *Window) named(key, step string) string {
	if step == "" {
		return w.words.T(key)
	}
	return w.words.T(key+"_what", "What", w.words.T(step))
}

// enabled reports whether an action can be run now.
func (w *Window) enabled(a *Action) bool { return a.Enabled == nil || a.Enabled(w) }

// typing is what a text entry, or anything made from one, can do.
type typing interface {
	fyne.Shortcutable
	SelectedText() string
}

// typer returns the text entry that a shortcut of typing belongs to, if any.
// A field that holds nothing but what the document has leaves undo and redo to
// the document.
func (w *Window) typer(a *Action) typing {
	entry, ok := w.win.Canvas().Focused().(typing)
	if !ok || !a.Typing {
		return nil
	}
	field, ok := entry.(interface{ Pending() bool })
	if _, all := a.Shortcut.(*fyne.ShortcutSelectAll); ok && !all && !field.Pending() && w.enabled(a) {
		return nil
	}
	return entry
}

// Run carries an action out if it can be run now, and reports whether it did.
// Nothing runs behind a dialog, whatever the menu's shortcuts say, and a text
// entry keeps the shortcuts that belong to typing.
func (w *Window) Run(id string) bool {
	defer guard.Catch()
	a := w.action(id)
	if a == nil {
		return false
	}
	if entry := w.typer(a); entry != nil {
		entry.TypedShortcut(a.Shortcut)
		return true
	}
	if w.busy() {
		return false
	}
	w.commit() // the action is about what the user sees, typed or kept
	if !w.enabled(a) {
		return false
	}
	a.Run(w)
	return true
}

// askDelete deletes what is selected.
func (w *Window) askDelete() {
	if w.board == nil {
		w.main.Delete() // cells, not notes
		return
	}
	if id := w.ownTypeHere(); id != "" {
		w.removeType(id)
		return
	}
	w.askRemove(w.board.Delete)
}

// askRemove removes the selected notes. Before a segment goes that others
// serve, it says how many that touches.
func (w *Window) askRemove(remove func()) {
	ids := w.doc.Selection()
	touched, name := 0, ""
	for _, n := range canvas.Touched(w.doc.Project(), ids) {
		for _, id := range ids {
			if n.Serves(id) {
				touched++
				name = w.doc.Project().Note(id).SegmentName()
				break
			}
		}
	}
	if touched == 0 {
		remove()
		return
	}
	w.ask(w.words.T("dialog.delete_segment.title"), w.words.N("dialog.delete_segment.text", touched, "Name", name),
		answer{key: "button.cancel", escape: true},
		answer{key: "button.delete", do: remove, primary: true})
}

// addNote begins a note in the block that is being worked in.
func (w *Window) addNote() {
	b := w.doc.Block()
	if b == "" {
		b = canvas.ValuePropositions
	}
	w.begin(b)
}

// addSegment begins a note in Customer Segments; on the relationship board, a row.
func (w *Window) addSegment() {
	if w.rows != nil {
		w.focusView()
		w.board.EditAt(board.NewSegmentKey)
		return
	}
	w.begin(canvas.CustomerSegments)
}

// editHere edits the note, or the type of the project's own, that the keyboard is
// at.
func (w *Window) editHere() {
	if id := w.ownTypeHere(); id != "" {
		w.askType(id)
		return
	}
	w.main.Edit()
}

// addRelationship has the type of a relationship chosen for the cell of the
// relationship board that the user works in. Where there is no segment yet, one
// is begun.
func (w *Window) addRelationship() {
	w.show(viewRelationships)
	at := w.rows.CellHere()
	if at == "" {
		w.board.EditAt(board.NewSegmentKey)
		return
	}
	w.board.Commit()
	w.board.GoTo(at)
	w.board.Begin(at)
}

// addCost begins a cost line where the user works in the view of costs.
func (w *Window) addCost() {
	w.show(viewCosts)
	w.costs.Add()
}

func (w *Window) begin(b canvas.Block) {
	w.show(viewCanvas)
	w.doc.SelectBlock(b)
	w.board.Add()
}
