//go:build e2e

package e2e

import (
	"os"
	"strings"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
	"ninefold/test/e2e/desktop"
	"ninefold/test/e2e/readback"
)

// load reads a project as it stands in its file.
func load(t *testing.T, path string) *canvas.Project {
	t.Helper()
	p, _, err := store.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// openSample opens the window on the sample and waits for its notes.
func openSample(t *testing.T, lang string, args ...string) (w *desktop.Window, path string) {
	t.Helper()
	path = newSample(t, lang)
	w = desktop.Start(t, append(args, path)...)
	w.WaitFor("the sample", func(m desktop.Map) bool { return m.Notes == len(noteTexts(t, path)) })
	return w, path
}

// key is what the map calls a note.
func key(id canvas.ID) string { return "note:" + string(id) }

// save saves by the keyboard and waits until the title says that it is done.
func save(t *testing.T, w *desktop.Window) {
	t.Helper()
	w.Key("ctrl+s")
	w.WaitFor("the document to be saved", func(m desktop.Map) bool { return !strings.HasPrefix(m.Title, "•") })
}

func TestWindowOpensTheSample(t *testing.T) {
	w, _ := openSample(t, "en")
	if ink := readback.Ink(w.Screenshot("sample")); ink < 0.02 {
		t.Errorf("the window is all but blank: %.3f of it is drawn on", ink)
	}
	w.Quit()
}

// TestDragUndoSaveExport is the way through the whole program: a note goes to
// another block and a token onto a segment, one step is taken back, and what
// is then in the file and in the exports is what was seen.
func TestDragUndoSaveExport(t *testing.T) {
	w, path := openSample(t, "en")
	before := load(t, path)
	moving := before.Block(canvas.KeyActivities)[0]
	from := w.Item(key(moving.ID)).Center()
	w.Drag(from, w.Item("block:channels").At(0.5, 0.85))
	w.WaitFor("the note in Channels", func(m desktop.Map) bool {
		return m.Items["block:channels"].Contains(m.Items[key(moving.ID)].Center())
	})

	w.Key("ctrl+2")
	segment := before.Segments()[1]
	cell := "cell:" + string(segment.ID) + ":" + string(canvas.StageAcquire)
	w.WaitFor("the relationship board", func(m desktop.Map) bool { return m.Has(cell) && m.Has("token:dedicated_assistance") })
	w.Screenshot("relationships")
	w.Drag(w.Item("token:dedicated_assistance").Center(), w.Item(cell).Center())
	count := len(before.Block(canvas.CustomerRelationships))
	w.WaitFor("a title that says there are unsaved changes", func(m desktop.Map) bool { return strings.HasPrefix(m.Title, "•") })
	w.Key("Escape") // the new relationship's text needs none

	w.Key("ctrl+1")
	w.WaitFor("the canvas with one relationship more", func(m desktop.Map) bool {
		return m.Has("block:channels") && m.Notes == before.Len()+1
	})
	w.Screenshot("dragged")
	save(t, w)
	after := load(t, path)
	if got := after.Note(moving.ID).Block; got != canvas.Channels {
		t.Errorf("the note that was dragged is in %s", got)
	}
	made := after.Block(canvas.CustomerRelationships)
	if len(made) != count+1 {
		t.Fatalf("there are %d relationships, want %d", len(made), count+1)
	}
	r := made[count]
	if r.Relationship.Type != "dedicated_assistance" || r.Relationship.Stage != canvas.StageAcquire || !r.Serves(segment.ID) {
		t.Errorf("the token made %+v for %v", r.Relationship, r.Segments)
	}

	w.Key("ctrl+z")
	w.WaitFor("the relationship to be gone", func(m desktop.Map) bool { return m.Notes == before.Len() })
	w.Key("ctrl+z")
	w.WaitFor("the note back where it was", func(m desktop.Map) bool {
		return m.Undo == "" && m.Items["block:key_activities"].Contains(m.Items[key(moving.ID)].Center())
	})
	save(t, w)
	if !sameFile(t, before, path) {
		t.Error("undoing all does not give the file that was there before")
	}
	w.Key("ctrl+y", "ctrl+y")
	w.WaitFor("both steps again", func(m desktop.Map) bool { return m.Notes == before.Len()+1 })
	save(t, w)
	w.Quit()

	checkExports(t, path)
}

// sameFile reports whether a file holds the very project that was there.
func sameFile(t *testing.T, p *canvas.Project, path string) bool {
	t.Helper()
	a, err := file.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	b, err := file.Encode(load(t, path))
	if err != nil {
		t.Fatal(err)
	}
	return string(a) == string(b)
}

// checkExports exports a project and reads the results with other programs.
func checkExports(t *testing.T, path string) {
	t.Helper()
	pdf := export(t, path, "pdf")
	readback.CheckPDF(t, pdf)
	if text := unspaced(readback.PDFText(t, pdf)); !strings.Contains(text, unspaced("Dedicated assistance")) {
		t.Error("the handout does not show the relationship that was made")
	}
	if ink := readback.Ink(readback.PDFPages(t, pdf, 60)[0]); ink < 0.02 {
		t.Errorf("the handout is all but blank: %.3f", ink)
	}
	if wrong := readback.WorkbookErrors(t, export(t, path, "xlsx")); len(wrong) > 0 {
		t.Errorf("the workbook shows errors: %v", wrong)
	}
}

func TestWritingNotesByKeyboardAlone(t *testing.T) {
	w, path := openSample(t, "it")
	before := load(t, path)
	w.Click(w.Item("block:key_partnerships").At(0.5, 0.9))
	w.Key("Return")
	w.Type("Officina di quartiere: più vicina, già aperta")
	w.Key("Return", "Escape") // Enter keeps it and begins the next
	w.WaitFor("a note more", func(m desktop.Map) bool { return m.Notes == before.Len()+1 })
	w.Screenshot("written")
	w.Key("alt+Up")
	save(t, w)
	notes := load(t, path).Block(canvas.KeyPartnerships)
	if len(notes) < 2 {
		t.Fatalf("Key Partners holds %d notes", len(notes))
	}
	if got := notes[len(notes)-2].Text; got != "Officina di quartiere: più vicina, già aperta" {
		t.Errorf("the last note but one is %q", got)
	}
	w.Key("Delete")
	w.WaitFor("the note to be gone", func(m desktop.Map) bool { return m.Notes == before.Len() })
	w.Key("ctrl+z", "ctrl+z", "ctrl+z")
	w.WaitFor("nothing to be undone", func(m desktop.Map) bool { return m.Undo == "" })
	save(t, w)
	if !sameFile(t, before, path) {
		t.Error("undoing all does not give the file that was there before")
	}
	w.Quit()
}

func TestEscapeCancelsADrag(t *testing.T) {
	w, path := openSample(t, "en")
	note := load(t, path).Block(canvas.ValuePropositions)[0]
	from, to := w.Item(key(note.ID)).Center(), w.Item("block:channels").Center()
	w.Press(from)
	w.Carry(from, to)
	w.Screenshot("in the air")
	w.Key("Escape")
	w.Release()
	w.Click(w.Item("block:customer_segments").At(0.5, 0.95)) // something that changes the map
	m := w.Map()
	if !m.Items["block:value_propositions"].Contains(m.Items[key(note.ID)].Center()) {
		t.Error("the note is not where it was")
	}
	if strings.HasPrefix(m.Title, "•") {
		t.Error("the document has changed")
	}
	w.Quit()
}

func TestClosingAsksForUnsavedChanges(t *testing.T) {
	w, path := openSample(t, "en")
	note := load(t, path).Block(canvas.ValuePropositions)[0]
	w.Click(w.Item(key(note.ID)).Center())
	w.Key("Delete")
	w.WaitGone(key(note.ID))
	w.Close()
	w.WaitFor("the question", func(m desktop.Map) bool { return m.Has("answer:button.save") })
	w.Screenshot("question")
	w.Key("Escape")
	w.WaitFor("no question any more", func(m desktop.Map) bool { return !m.Has("answer:button.save") })
	w.Close()
	w.WaitFor("the question again", func(m desktop.Map) bool { return m.Has("answer:button.save") })
	w.Key("Return")
	w.WaitEnded()
	if load(t, path).Note(note.ID) != nil {
		t.Error("what was deleted is still in the file")
	}
}

func TestDamagedFileIsExplained(t *testing.T) {
	path := newSample(t, "en")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data[:len(data)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	w := desktop.Start(t, path)
	w.WaitFor("a message", func(m desktop.Map) bool { return m.Has("answer:button.ok") })
	w.Screenshot("damaged")
	w.Key("Return")
	w.Quit()
	if now, err := os.ReadFile(path); err != nil || len(now) != len(data)/2 {
		t.Errorf("the damaged file was touched: %d bytes, %v", len(now), err)
	}
}

func TestLanguageAndThemeChangeWhileRunning(t *testing.T) {
	for _, lang := range []string{"en", "pt", "es", "it"} {
		w, _ := openSample(t, "en", "-lang", lang)
		w.Screenshot("window-" + lang)
		w.Key("ctrl+2")
		w.WaitFor("the relationship board", func(m desktop.Map) bool { return m.Has("token:communities") })
		w.Screenshot("board-" + lang)
		w.Quit()
	}
}
