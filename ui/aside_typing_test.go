package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/uitest"
)

func TestWhatIsBeingTypedLiesAside(t *testing.T) {
	for _, view := range []string{viewCanvas, viewRelationships} {
		path := sample(t)
		a := newApp(t, Options{Files: []string{path}, State: t.TempDir()})
		w := a.windows[0]
		w.show(view)
		r := uitest.New(t, w.win)
		if view == viewCanvas {
			w.Run("insert_note")
		} else {
			w.doc.Select(w.doc.Project().Block(canvas.CustomerRelationships)[0].ID)
			w.focusView()
			r.Key(fyne.KeyReturn)
		}
		r.Type("half a wo")
		if !w.board.Editing() {
			t.Fatalf("%s: nothing is being edited", view)
		}
		second := newApp(t, Options{State: crash(t, a)})
		wantSaid(t, second.windows[0], "half a wo")
		r.Key(fyne.KeyEscape)
		a.keeper.Flush()
		if n := leftBehind(t, a.state.Path()); n != 0 {
			t.Errorf("%s: %d still lie aside once it was given up", view, n)
		}
	}
}

// lyingAside is what lies aside as it would stand in a file, or nothing.
func lyingAside(t *testing.T, folder string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "recovery", "*", "*.ninefold.json"))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, f := range found {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(data)
	}
	return out.String()
}

// Whatever becomes an edit lies aside as it is typed, and is no step before it
// is done; what is given up is put away.
func TestEveryTextLiesAsideWhileItIsTyped(t *testing.T) {
	// inField types into the field of the inspector that says something.
	inField := func(note canvas.ID, says, typed string) func(*trial) {
		return func(tr *trial) {
			tr.w.show(viewCanvas)
			if note != "" {
				tr.w.doc.Select(note)
			}
			focusField(t, tr.w)
			for range 100 {
				if f, ok := tr.w.win.Canvas().Focused().(pendingField); ok {
					if tr.Shortcut(&fyne.ShortcutSelectAll{}); f.SelectedText() == says {
						tr.Type(typed)
						return
					}
				}
				tr.Key(fyne.KeyTab)
			}
			tr.t.Fatalf("no field says %q", says)
		}
	}
	for name, c := range map[string]struct {
		begin func(*trial)
		aside string // what lies aside then
	}{
		"a text of the inspector":   {inField(vans, "Workshop", "half a wo"), `"half a wo"`},
		"a figure of the inspector": {inField(families, "A", "Q"), `"letter": "Q"`},
		"a detail of the canvas":    {inField("", "Bicycles", "Bicycl"), `"title": "Bicycl"`},
		"a cell of the costs": {func(tr *trial) {
			tr.Click(tr.cell("cost:cl_ads:amount"))
			tr.Type("98765")
		}, "98765"},
		"the plan": {func(tr *trial) {
			tr.w.askPlan()
			for range 4 {
				tr.Key(fyne.KeyTab)
			}
			tr.Type("777")
		}, `"opening_cash": "777"`},
		"a type of one's own": {func(tr *trial) {
			tr.w.askType("")
			tr.Type("Club of frie")
		}, `"Club of frie"`},
		"a reason": {func(tr *trial) {
			open, _ := tr.w.doc.Findings()
			tr.w.askSetAside(open[0])
			tr.Type("as plan")
		}, `"as plan"`},
	} {
		t.Run(name, func(t *testing.T) {
			tr := costTrial(t)
			c.begin(tr)
			if got := lyingAside(t, crash(t, tr.app)); !strings.Contains(got, c.aside) {
				t.Errorf("%s does not lie aside", c.aside)
			}
			if tr.w.doc.UndoName() != "" || tr.w.doc.Dirty() {
				t.Error("it is a step before it is done")
			}
			tr.Key(fyne.KeyEscape)
			if got := lyingAside(t, crash(t, tr.app)); got != "" {
				t.Error("it still lies aside once it was given up")
			}
		})
	}
}

// What is wrong cannot be kept, and does not keep what is right from being
// kept.
func TestWhatIsWrongDoesNotLieAside(t *testing.T) {
	tr := costTrial(t)
	tr.w.askPlan()
	tr.Type("x") // EURx is no currency
	for range 4 {
		tr.Key(fyne.KeyTab)
	}
	tr.Type("777")
	if got := lyingAside(t, crash(t, tr.app)); !strings.Contains(got, `"opening_cash": "777"`) || strings.Contains(got, "EURX") {
		t.Error("what lies aside is not what is right")
	}
}
