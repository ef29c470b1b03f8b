package ui

import (
	"cmp"
	"os"
	"strings"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/export/scene"
)

// A copied is the notes that were copied last. The system's clipboard holds one
// text, which is to be of use in other programs too, so it gets the notes'
// words alone. As long as it still holds them, pasting takes the notes from
// here, with all that they say. A file beside the settings holds them for a
// second running copy of the program.
type copied struct {
	file.Notes
	path   string // of the file; empty where there is none
	shared bool   // it holds our notes
}

func clipboard() fyne.Clipboard { return fyne.CurrentApp().Clipboard() }

// copy puts the selected notes on the clipboard, or the cells of the costs.
func (w *Window) copy() {
	if w.costs != nil {
		clipboard().SetContent(w.costs.Copy())
		return
	}
	p, ids := w.doc.Project(), w.doc.Selection()
	var lines []string
	for n := range p.Notes() {
		if w.doc.IsSelected(n.ID) {
			lines = append(lines, strings.Join(strings.Fields(scene.Caption(p, n, w.words)), " "))
		}
	}
	text := strings.Join(lines, "\n")
	clipboard().SetContent(text)
	w.app.copied.set(file.Notes{Text: text, From: p, IDs: ids})
}

// cut copies the selected notes and deletes them.
func (w *Window) cut() {
	if w.costs != nil {
		w.copy()
		w.costs.Cut()
		return
	}
	w.askRemove(func() {
		w.copy()
		w.board.Cut()
	})
}

// paste puts the notes of the clipboard where the user works. Other text
// becomes a note for each line.
func (w *Window) paste() {
	text := clipboard().Content()
	if w.costs != nil {
		w.costs.Paste(text)
		return
	}
	notes, ok := w.app.copied.find(text)
	w.board.Paste(func(p *canvas.Project, b canvas.Block, at int) (*canvas.Project, []canvas.ID, error) {
		if ok {
			return canvas.Paste(p, notes.From, notes.IDs, b, at)
		}
		return canvas.AddLines(p, canvas.Lines(text), cmp.Or(b, canvas.CustomerSegments), at)
	})
}

// set keeps notes, and writes them to a file that only the user can read.
// Where that fails, another copy of the program pastes their words.
func (c *copied) set(notes file.Notes) {
	c.Notes = notes
	if c.path == "" {
		return
	}
	if data, err := file.EncodeNotes(notes); err == nil {
		c.shared = os.WriteFile(c.path, data, 0o600) == nil
	}
}

// find returns the notes that a text of the clipboard stands for, if any.
func (c *copied) find(text string) (file.Notes, bool) {
	if c.From != nil && text == c.Text {
		return c.Notes, true
	}
	if notes, ok := file.DecodeNotes([]byte(text)); ok {
		return notes, true
	}
	data, err := os.ReadFile(c.path)
	if err != nil {
		return file.Notes{}, false
	}
	notes, ok := file.DecodeNotes(data)
	return notes, ok && notes.Text == text
}

// forget removes the file: copied notes are not kept longer than the program
// runs.
func (c *copied) forget() {
	if c.shared {
		_ = os.Remove(c.path)
	}
}
