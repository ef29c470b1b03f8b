package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ninefold/canvas"
	"ninefold/canvas/store"
	"ninefold/ui/kit"
)

// conflictTrial has several notes changed here and in the file, each to
// something else, and one deleted here that the file has changed.
func conflictTrial(t *testing.T) *trial {
	t.Helper()
	tr := newTrial(t)
	tr.app.saves.start, tr.app.looks.start = atOnce, atOnce
	text := func(p *canvas.Project, id canvas.ID, text string) *canvas.Project {
		p, err := canvas.SetText(p, id, text)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	base := tr.w.doc.Project()
	theirs := base
	for _, id := range []canvas.ID{families, app, shop, vans} {
		theirs = text(theirs, id, "their "+string(id))
	}
	ours := text(text(text(base, families, "my families"), app, "my app"), shop, "my shop")
	ours, err := canvas.DeleteNotes(ours, []canvas.ID{vans})
	if err != nil {
		t.Fatal(err)
	}
	do(t, tr.w, func(*canvas.Project) (*canvas.Project, error) { return ours, nil })
	if err := store.Save(tr.w.doc.Path(), theirs); err != nil {
		t.Fatal(err)
	}
	tr.w.checkFile(nil)
	return tr
}

// wantNotes compares the texts of the notes that are in conflict.
func (tr *trial) wantNotes(want ...string) {
	tr.t.Helper()
	var got []string
	for _, id := range []canvas.ID{families, app, shop, vans} {
		text := "-"
		if n := tr.w.doc.Project().Note(id); n != nil {
			text = n.Text
		}
		got = append(got, text)
	}
	if !slices.Equal(got, want) {
		tr.t.Errorf("the notes are %q, want %q", got, want)
	}
	wantQuiet(tr.t, tr.w)
}

// pairs are the conflicts that are shown.
func (tr *trial) pairs() []*kit.Pair { return inDialog[*kit.Pair](tr) }

// takeAll are the ways to take all of a side.
func (tr *trial) takeAll() []*kit.Button {
	return slices.DeleteFunc(inDialog[*kit.Button](tr), func(b *kit.Button) bool {
		return b.AccessibilityLabel() != tr.w.words.T("choice.all")
	})
}

// inDialog are the objects of a kind in the dialog that is open.
func inDialog[T fyne.CanvasObject](tr *trial) []T {
	var out []T
	for _, o := range test.LaidOutObjects(tr.w.win.Canvas().Overlays().Top()) {
		if found, ok := o.(T); ok {
			out = append(out, found)
		}
	}
	return out
}

func TestEachConflictIsDecidedByKeyboard(t *testing.T) {
	tr := conflictTrial(t)
	wantSaid(t, tr.w, "MINE Take all IN THE FILE Take all", "Customer Segments: “Families” Text my families their nt_families",
		"Key Resources: “Café vans” Deleted by one side, kept by the other Deleted Kept: “Café vans”, with what was changed: Text")
	tr.Key(fyne.KeyRight)
	tr.Key(fyne.KeyDown)
	tr.Type(" ")
	tr.Key(fyne.KeyLeft)
	tr.Key(fyne.KeyEnd)
	tr.Key(fyne.KeyLeft)
	tr.Key(fyne.KeyHome)
	tr.Key(fyne.KeyUp) // there is none above
	if f, ok := tr.w.win.Canvas().Focused().(*kit.Pair); !ok || f != tr.pairs()[0] {
		t.Error("the keyboard is not at the first conflict")
	}
	tr.Key(fyne.KeyReturn)
	tr.wantNotes("their nt_families", "my app", "my shop", "-")
	tr.w.Run("edit_undo")
	tr.wantNotes("my families", "my app", "my shop", "-")
}

func TestEachConflictIsDecidedByMouse(t *testing.T) {
	tr := conflictTrial(t)
	pairs := tr.pairs()
	if len(pairs) != 4 {
		t.Fatalf("%d conflicts are shown", len(pairs))
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(pairs[1])
	tr.Click(at.AddXY(pairs[1].Size().Width*0.8, 10))
	tr.w.answer(t, "button.bring_together")
	// What one side deleted and the other changed stays unless somebody says otherwise.
	tr.wantNotes("my families", "their nt_app", "my shop", "their nt_vans")
}

func TestAllOfOneSideIsTaken(t *testing.T) {
	for i, want := range [][]string{
		{"my families", "my app", "my shop", "-"},
		{"their nt_families", "their nt_app", "their nt_shop", "their nt_vans"},
	} {
		tr := conflictTrial(t)
		tr.Click(middle(tr.takeAll()[i]))
		tr.w.answer(t, "button.bring_together")
		tr.wantNotes(want...)
	}
}

func TestConflictsCanWait(t *testing.T) {
	tr := conflictTrial(t)
	tr.Key(fyne.KeyEscape)
	tr.wantNotes("my families", "my app", "my shop", "-")
	tr.w.checkFile(nil)
	if len(tr.pairs()) != 4 {
		t.Error("it is not asked again")
	}
}

// Who closes the window while he is asked, and saves, is asked once more about
// how things are then, and not twice.
func TestConflictsAreAskedAboutAsTheyAre(t *testing.T) {
	tr := conflictTrial(t)
	tr.w.askClose()
	wantSaid(t, tr.w, tr.w.words.T("dialog.unsaved.title"))
	tr.w.answer(t, "button.cancel")
	do(t, tr.w, adding("one more"))
	tr.w.answer(t, "button.bring_together") // the first question, which is out of date
	if len(tr.pairs()) != 4 || len(tr.w.asked) != 1 {
		t.Fatalf("%d questions are open", len(tr.w.asked))
	}
	tr.w.askClose()
	tr.w.answer(t, "button.save")
	if len(tr.pairs()) != 4 || len(tr.w.asked) != 1 {
		t.Fatalf("%d questions are open", len(tr.w.asked))
	}
	tr.w.answer(t, "button.bring_together")
	p := load(t, tr.w.doc.Path())
	if !hasNote(p, "one more") || !hasNote(p, "my app") || len(tr.app.windows) != 0 {
		t.Error("it was not saved as it was decided")
	}
}

// Thousands of conflicts do not make thousands of rows; those that are not
// shown go with all of a side.
func TestManyConflicts(t *testing.T) {
	p := canvas.New("Many", "en", "EUR")
	var ids []canvas.ID
	for range 300 {
		var n *canvas.Note
		p, n, _ = canvas.AddNote(p, canvas.Note{Text: "x"}, canvas.Channels, canvas.AtEnd)
		ids = append(ids, n.ID)
	}
	tr := newTrialOf(t, p)
	tr.app.saves.start, tr.app.looks.start = atOnce, atOnce
	all := func(text string) canvas.Edit {
		return func(p *canvas.Project) (*canvas.Project, error) {
			var err error
			for _, id := range ids {
				if p, err = canvas.SetText(p, id, text); err != nil {
					return nil, err
				}
			}
			return p, nil
		}
	}
	do(t, tr.w, all("mine"))
	byOthers(t, tr.w.doc.Path(), all("theirs"))
	tr.w.checkFile(nil)
	if got := len(tr.pairs()); got != mostConflicts {
		t.Fatalf("%d conflicts are shown", got)
	}
	tr.Click(middle(tr.takeAll()[1]))
	tr.w.answer(t, "button.bring_together")
	for _, id := range ids {
		if got := tr.w.doc.Project().Note(id).Text; got != "theirs" {
			t.Fatalf("a note says %q", got)
		}
	}
}
