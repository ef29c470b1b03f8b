package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/ui/uitest"
)

// selectFirst selects the first note of a block.
func selectFirst(t *testing.T, w *Window, b canvas.Block) *canvas.Note {
	t.Helper()
	notes := w.doc.Project().Block(b)
	if len(notes) == 0 {
		t.Fatalf("%s is empty", b)
	}
	w.doc.Select(notes[0].ID)
	return notes[0]
}

// testedApart names the tests of those actions that need more than the sample
// with a note selected.
var testedApart = map[string]string{
	"file_preferences":   "TestPreferencesAreTakenOverAndKept",
	"file_print":         "TestPrintHandsThePagesOver",
	"edit_copy_picture":  "TestAPictureGoesIntoTheClipboard",
	"edit_copy":          "TestCopyAndPasteOfANote",
	"edit_paste":         "TestCopyAndPasteOfANote",
	"edit_cut":           "TestCutAndPasteMovesTheNote",
	"edit_find":          "TestFindGoesThroughMatches",
	"edit_find_next":     "TestFindGoesThroughMatches",
	"edit_find_previous": "TestFindGoesThroughMatches",
	"view_zoom_in":       "TestZoomByKeysAndButton",
	"view_zoom_out":      "TestZoomByKeysAndButton",
	"view_zoom_reset":    "TestZoomByKeysAndButton",
	"view_zoom_fit":      "TestZoomByKeysAndButton",
	"view_show_all":      "TestFilterOnTheRelationshipBoard",
	"view_panel":         "TestPanelByKeyboard",
	"view_costs":         "TestDetailsBesideTheCosts",
	"insert_cost":        "TestCostLinesComeAndGo",
	"costs_move":         "TestCostWordsAreChosen",
	"view_fold":          "TestRowsFoldAndStayFolded",
	"view_fold_all":      "TestRowsFoldAndStayFolded",
	"view_unfold_all":    "TestRowsFoldAndStayFolded",
	"type_edit":          "TestTypesOfOnesOwn",
	"type_remove":        "TestTypesOfOnesOwn",
	"review_next":        "TestWalkingThroughFindings",
	"review_previous":    "TestWalkingThroughFindings",
	"review_list":        "TestListByKeyboard",
}

// TestEveryActionDoesWhatItSays runs each action of the table on the sample
// with a note selected and one step done. A new action needs a line
// here or in testedApart.
func TestEveryActionDoesWhatItSays(t *testing.T) {
	dialog := func(key string) func(*testing.T, *App, *Window, int) {
		return func(t *testing.T, _ *App, w *Window, _ int) { wantSaid(t, w, w.words.T(key)) }
	}
	checks := map[string]func(t *testing.T, a *App, w *Window, before int){
		"file_new": func(t *testing.T, a *App, _ *Window, _ int) {
			if len(a.windows) != 2 || a.windows[1].doc.Project().Len() != 0 {
				t.Error("there is no empty canvas")
			}
		},
		"file_open": dialog("dialog.open.title"),
		"file_sample": func(t *testing.T, a *App, _ *Window, _ int) {
			if len(a.windows) != 2 || a.windows[1].doc.Path() != "" || a.windows[1].doc.Project().Len() == 0 {
				t.Error("there is no sample")
			}
		},
		"file_save": func(t *testing.T, _ *App, w *Window, _ int) {
			if w.doc.Dirty() || !hasNote(load(t, w.doc.Path()), "a step") {
				t.Error("it is not saved")
			}
		},
		"file_save_as":     dialog("dialog.save.title"),
		"file_versions":    dialog("dialog.versions.title"),
		"file_export":      dialog("export_form.title"),
		"file_export_pdf":  dialog("export_form.format.pdf"),
		"file_export_xlsx": dialog("export_form.workbook"),
		"file_export_png":  dialog("export_form.format.png"),
		"file_close":       dialog("dialog.unsaved.title"),
		"file_quit":        dialog("dialog.unsaved.title"),
		"edit_undo": func(t *testing.T, _ *App, w *Window, _ int) {
			if hasNote(w.doc.Project(), "a step") {
				t.Error("the step is still there")
			}
		},
		"edit_redo": nil, // nothing was undone: see below
		"edit_text": func(t *testing.T, _ *App, w *Window, _ int) {
			if !w.board.Editing() {
				t.Error("nothing is being edited")
			}
		},
		"edit_duplicate": func(t *testing.T, _ *App, w *Window, before int) {
			if w.doc.Project().Len() != before+1 {
				t.Error("there is no copy")
			}
		},
		"edit_delete": func(t *testing.T, _ *App, w *Window, before int) {
			if w.doc.Project().Len() != before-1 {
				t.Error("the note is still there")
			}
		},
		"edit_select_all": func(t *testing.T, _ *App, w *Window, _ int) {
			if got, want := len(w.doc.Selection()), len(w.doc.Project().Block(canvas.KeyActivities)); got != want {
				t.Errorf("%d notes are selected, want the block's %d", got, want)
			}
		},
		"view_canvas": func(t *testing.T, _ *App, w *Window, _ int) {
			if w.view != viewCanvas {
				t.Errorf("the view is %s", w.view)
			}
		},
		"view_relationships": func(t *testing.T, a *App, w *Window, _ int) {
			if w.view != viewRelationships || a.settings.View != viewRelationships {
				t.Errorf("the view is %s", w.view)
			}
		},
		"insert_note": func(t *testing.T, _ *App, w *Window, before int) {
			uitest.New(t, w.win).Type("new here")
			w.board.Commit()
			notes := w.doc.Project().Block(canvas.KeyActivities)
			if w.doc.Project().Len() != before+1 || !strings.Contains(notes[len(notes)-1].Text+notes[1].Text, "new here") {
				t.Error("there is no new note in the block")
			}
		},
		"insert_segment": func(t *testing.T, _ *App, w *Window, _ int) {
			segments := len(w.doc.Project().Segments())
			uitest.New(t, w.win).Type("Couriers")
			w.board.Commit()
			if len(w.doc.Project().Segments()) != segments+1 {
				t.Error("there is no new segment")
			}
		},
		"insert_relationship": func(t *testing.T, _ *App, w *Window, _ int) {
			if w.view != viewRelationships {
				t.Error("it is not begun on the relationship board")
			}
		},
		"insert_type":    dialog("type_form.new"),
		"edit_plan":      dialog("plan.title"),
		"help_shortcuts": dialog("shortcuts.title"),
		"help_report":    dialog("report.title"),
		"help_about":     dialog("about.what"),
	}
	for _, act := range actions() {
		if testedApart[act.ID] != "" {
			continue
		}
		for way, run := range map[string]func(*testing.T, *Window){
			"by name": func(t *testing.T, w *Window) {
				if ran := w.Run(act.ID); ran != (checks[act.ID] != nil) {
					t.Fatalf("it ran: %v", ran)
				}
			},
			"by key": func(t *testing.T, w *Window) {
				r := uitest.New(t, w.win)
				if s, ok := act.Shortcut.(*desktop.CustomShortcut); ok {
					r.Chord(s.Modifier, s.KeyName)
				} else {
					r.Shortcut(act.Shortcut)
				}
			},
			"by menu": func(t *testing.T, w *Window) { chooseInMenu(t, w, act.ID) },
		} {
			if way == "by key" && act.Shortcut == nil {
				continue
			}
			t.Run(act.ID+" "+way, func(t *testing.T) {
				check, known := checks[act.ID]
				if !known {
					t.Fatal("no test says what this action does")
				}
				a, w, _ := openSample(t)
				edit(t, w, "a step")
				selectFirst(t, w, canvas.KeyActivities)
				w.focusView()
				before := w.doc.Project().Len()
				if run(t, w); check != nil {
					check(t, a, w, before)
				}
			})
		}
	}
}

// chooseInMenu chooses an action in the menu bar.
func chooseInMenu(t *testing.T, w *Window, id string) {
	t.Helper()
	title := w.title(w.action(id))
	for _, m := range w.win.MainMenu().Items {
		for _, item := range m.Items {
			if item.Label == title {
				item.Action()
				return
			}
		}
	}
	t.Fatalf("no menu says %q", title)
}

func TestNothingRunsBehindADialog(t *testing.T) {
	a, w, _ := openSample(t)
	edit(t, w, "a step")
	selectFirst(t, w, canvas.KeyActivities)
	w.Run("help_about")
	dialog, before := said(w), w.doc.Project()
	r := uitest.New(t, w.win)
	for i := range w.actions {
		act := &w.actions[i]
		if w.Run(act.ID) {
			t.Errorf("%s runs", act.ID)
		}
		if s, ok := act.Shortcut.(*desktop.CustomShortcut); ok {
			r.Chord(s.Modifier, s.KeyName)
		} else if act.Shortcut != nil {
			r.Shortcut(act.Shortcut)
		}
	}
	for _, menu := range w.win.MainMenu().Items {
		for _, item := range menu.Items {
			if item.ChildMenu == nil {
				continue
			}
			for _, child := range item.ChildMenu.Items {
				child.Action()
			}
		}
	}
	r.Type("xyz")
	r.Chord(fyne.KeyModifierAlt, fyne.KeyDown)
	if w.doc.Project() != before || len(a.windows) != 1 || said(w) != dialog || w.words.Lang() != "en" {
		t.Errorf("something happened; the dialog says %q", said(w))
	}
	r.Key(fyne.KeyEscape)
	wantQuiet(t, w)
}

func TestDialogsHearKeysAfterAClickBesideTheButtons(t *testing.T) {
	_, w, _ := openSample(t)
	w.Run("help_about")
	r := uitest.New(t, w.win)
	r.Click(fyne.NewPos(w.win.Canvas().Size().Width/2, w.win.Canvas().Size().Height/2))
	w.win.Canvas().Unfocus()
	r.Key(fyne.KeyEscape)
	wantQuiet(t, w)
	r.Key(fyne.KeyF1)
	wantSaid(t, w, w.words.T("shortcuts.title"))
	r.Key(fyne.KeyReturn)
	wantQuiet(t, w)
}

func TestDisabledActionsDoNotRun(t *testing.T) {
	a := newApp(t, Options{})
	w := a.windows[0]
	for _, id := range []string{"edit_undo", "edit_redo", "edit_text", "edit_duplicate", "edit_delete"} {
		if w.Run(id) {
			t.Errorf("%s runs with nothing to work on", id)
		}
	}
	if w.Run("no_such_action") {
		t.Error("an action that does not exist runs")
	}
}

func TestUndoAndRedoSayWhat(t *testing.T) {
	for _, l := range locale.Langs() {
		a := newApp(t, Options{Language: l, Files: []string{sample(t)}})
		w := a.windows[0]
		item := func(id string) *fyne.MenuItem {
			title := w.title(w.action(id))
			for _, m := range w.win.MainMenu().Items {
				for _, i := range m.Items {
					if i.Label == title {
						return i
					}
				}
			}
			t.Fatalf("%s: no menu has %q", l, title)
			return nil
		}
		if i := item("edit_undo"); !i.Disabled || i.Label != w.words.T("action.edit_undo") {
			t.Errorf("%s: with nothing to undo the menu says %q", l, i.Label)
		}
		edit(t, w, "one")
		want := w.words.T("action.edit_undo_what", "What", w.words.T("edit.add"))
		if i := item("edit_undo"); i.Disabled || i.Label != want {
			t.Errorf("%s: the menu says %q, want %q", l, i.Label, want)
		}
		w.Run("edit_undo")
		want = w.words.T("action.edit_redo_what", "What", w.words.T("edit.add"))
		if i := item("edit_redo"); i.Disabled || i.Label != want {
			t.Errorf("%s: the menu says %q, want %q", l, i.Label, want)
		}
		if !w.Run("edit_redo") || !hasNote(w.doc.Project(), "one") {
			t.Errorf("%s: redo does nothing", l)
		}
	}
}

func TestTypingKeepsItsShortcuts(t *testing.T) {
	_, w, _ := openSample(t)
	edit(t, w, "a step")
	r := uitest.New(t, w.win)
	w.Run("insert_note")
	r.Type("word")
	r.Shortcut(&fyne.ShortcutSelectAll{})
	entry, ok := w.win.Canvas().Focused().(typing)
	if !ok || entry.SelectedText() != "word" {
		t.Fatal("Ctrl+A does not select what is typed")
	}
	r.Shortcut(&fyne.ShortcutUndo{})
	if !hasNote(w.doc.Project(), "a step") || !w.board.Editing() {
		t.Error("Ctrl+Z undoes the document's step while typing")
	}
	r.Key(fyne.KeyEscape)
	r.Shortcut(&fyne.ShortcutUndo{})
	if hasNote(w.doc.Project(), "a step") {
		t.Error("Ctrl+Z does nothing on the board")
	}
}

func TestKeysThatNobodyHasWorkTheBoard(t *testing.T) {
	_, w, _ := openSample(t)
	r := uitest.New(t, w.win)
	note := selectFirst(t, w, canvas.KeyActivities)
	w.win.Canvas().Unfocus() // as after a click on a paper
	r.Key(fyne.KeyDown)
	if w.doc.IsSelected(note.ID) {
		t.Error("the arrow keys do nothing")
	}
	w.win.Canvas().Unfocus()
	count := w.doc.Project().Len()
	r.Key(fyne.KeyDelete)
	if w.doc.Project().Len() != count-1 {
		t.Error("Delete does nothing")
	}
	w.win.Canvas().Unfocus()
	r.Type("x")
	if !w.board.Editing() {
		t.Error("typing does nothing")
	}
}

func TestDeletingASegmentAsks(t *testing.T) {
	_, w, _ := openSample(t)
	segment := w.doc.Project().Segments()[0]
	w.doc.Select(segment.ID)
	w.Run("edit_delete")
	wantSaid(t, w, w.words.T("dialog.delete_segment.title"), segment.SegmentName())
	w.answer(t, "button.cancel")
	if w.doc.Project().Note(segment.ID) == nil {
		t.Fatal("cancel deletes")
	}
	before := w.doc.Project()
	w.Run("edit_delete")
	w.answer(t, "button.delete")
	if w.doc.Project().Note(segment.ID) != nil {
		t.Error("the segment is still there")
	}
	w.Run("edit_undo")
	if w.doc.Project() != before {
		t.Error("one undo does not bring everything back")
	}
}
