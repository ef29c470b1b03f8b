package history_test

import (
	"math/rand/v2"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/history"
)

func TestUndoneEditsGiveTheStartAndRedoneTheEnd(t *testing.T) {
	for seed := range canvastest.Seeds(30) {
		r := rand.New(rand.NewPCG(seed, 5))
		start := canvastest.Random(seed, 20)
		untouched := canvastest.Random(seed, 20)
		h := history.New(start, true)
		passed := []*canvas.Project{start}
		for range 50 {
			after, what, err := canvastest.Edit(r, h.Now())
			if err != nil || after == h.Now() {
				continue
			}
			h.Do(what, after)
			passed = append(passed, after)
		}
		for i := len(passed) - 2; i >= 0; i-- {
			if step, ok := h.Undo(); !ok || h.Now() != passed[i] || step.Before != passed[i] || step.After != passed[i+1] {
				t.Fatalf("seed %d: undo %d leads elsewhere", seed, i)
			}
		}
		if _, ok := h.Undo(); ok || h.UndoName() != "" || h.Dirty() {
			t.Fatalf("seed %d: more to undo than was done", seed)
		}
		if d := canvastest.Diff(untouched, h.Now()); d != "" {
			t.Fatalf("seed %d: the edits changed the start:\n%s", seed, d)
		}
		for i := 1; i < len(passed); i++ {
			if step, ok := h.Redo(); !ok || h.Now() != passed[i] || step.After != passed[i] {
				t.Fatalf("seed %d: redo %d leads elsewhere", seed, i)
			}
		}
		if _, ok := h.Redo(); ok || h.RedoName() != "" {
			t.Fatalf("seed %d: more to redo than was undone", seed)
		}
	}
}

func titled(title string) *canvas.Project { return canvas.New(title, "en", "EUR") }

func TestNames(t *testing.T) {
	h := history.New(titled("0"), false)
	h.Do("edit.add", titled("1"))
	h.Do("edit.move", titled("2"))
	if h.UndoName() != "edit.move" || h.RedoName() != "" {
		t.Errorf("undo %q, redo %q", h.UndoName(), h.RedoName())
	}
	if s, _ := h.Undo(); s.Name != "edit.move" || h.UndoName() != "edit.add" || h.RedoName() != "edit.move" {
		t.Errorf("undid %q: undo %q, redo %q", s.Name, h.UndoName(), h.RedoName())
	}
}

func TestNewEditForgetsWhatWasUndone(t *testing.T) {
	h := history.New(titled("0"), false)
	h.Do("a", titled("1"))
	h.Undo()
	other := titled("2")
	h.Do("b", other)
	if _, ok := h.Redo(); ok || h.Now() != other {
		t.Error("what was undone came back")
	}
}

func TestEditThatChangesNothingIsNoStep(t *testing.T) {
	h := history.New(titled("0"), true)
	h.Do("a", titled("1"))
	h.Undo()
	h.Do("nothing", h.Now())
	if h.UndoName() != "" || h.RedoName() != "a" {
		t.Errorf("undo %q, redo %q", h.UndoName(), h.RedoName())
	}
}

func TestDirty(t *testing.T) {
	if !history.New(titled("0"), false).Dirty() {
		t.Error("what was never saved is clean")
	}
	h := history.New(titled("0"), true)
	if h.Dirty() {
		t.Error("dirty when opened")
	}
	saved := titled("1")
	h.Do("a", saved)
	if !h.Dirty() {
		t.Error("clean after an edit")
	}
	h.Do("b", titled("2"))
	h.Saved(saved) // written while the user went on
	if !h.Dirty() {
		t.Error("clean, though what was saved is older")
	}
	h.Undo()
	if h.Dirty() {
		t.Error("dirty, though back at what was saved")
	}
	h.Undo()
	if !h.Dirty() {
		t.Error("clean before what was saved")
	}
}
