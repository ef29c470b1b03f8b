package ui

import (
	"errors"

	"ninefold/assets/locale"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
)

// sayDamaged says what is wrong with a damaged project, and offers to open
// what is sound of it.
func (w *Window) sayDamaged(err error, path string) {
	w.ask(w.words.T("error.open.title"), describe(w.words, w.doc.Project(), err, path)+" "+w.words.T("dialog.salvage.offer"),
		answer{key: "button.salvage", do: func() { w.app.salvage(path) }},
		answer{key: "button.ok", primary: true, escape: true})
}

// isDamaged reports whether an error is about a project of which something may
// be sound.
func isDamaged(err error, path string) bool {
	var damaged *file.DamagedError
	return errors.As(err, &damaged) && !isForeign(path)
}

// salvage opens what is sound of a damaged file, as a canvas that has no file
// yet: the damaged one is left alone, whatever happens to the canvas.
func (a *App) salvage(path string) {
	words := a.words
	f, err := &found{}, error(nil)
	a.soon(func() { f, err = salvaged(words, path) }, func() {}, func() {
		if err != nil {
			a.lastWindow().report("open", err, path)
			return
		}
		a.showFile(f, path)
	})
}

func salvaged(words *locale.Words, path string) (*found, error) {
	data, err := store.ReadFile(path, file.MaxSize)
	if err != nil {
		return nil, err
	}
	p, losses, err := file.Salvage(data)
	if err != nil {
		return nil, err
	}
	lines := []string{words.T("salvage.copy", "Name", base(path))}
	for i := range losses {
		lines = append(lines, lossText(words, &losses[i]))
	}
	return &found{project: p, lines: lines}, nil
}

// lossText says what is not in a salvaged project, where it stood and why.
func lossText(words *locale.Words, l *file.Loss) string {
	key := "salvage.part"
	switch {
	case l.Note == "" && l.Whole:
		key = "salvage.note"
	case l.Note == "":
		key = "salvage.other"
	case l.Whole:
		key = "salvage.named_note"
	}
	return words.T(key, "Line", l.Line, "Note", l.Note, "What", problemText(words, l.Code, l.Value))
}
