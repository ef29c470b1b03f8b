package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas"
	"ninefold/ui/board"
)

func (tr *trial) wantZoom(zoom float64, shown string) {
	tr.t.Helper()
	if got := tr.w.board.Zoom(); got != zoom {
		tr.t.Fatalf("zoom is %v, want %v", got, zoom)
	}
	if got := tr.w.toolbar.zoom.AccessibilityLabel(); got != shown {
		tr.t.Fatalf("the toolbar says %q, want %q", got, shown)
	}
}

func TestZoomByKeysAndButton(t *testing.T) {
	tr := newTrial(t)
	tr.wantZoom(1, "100%")
	tr.ctrl(fyne.KeyPlus)
	tr.wantZoom(1.1, "110%")
	tr.ctrl(fyne.KeyEqual)
	tr.wantZoom(1.25, "125%")
	tr.Chord(fyne.KeyModifierControl|fyne.KeyModifierShift, fyne.KeyEqual)
	tr.wantZoom(1.5, "150%")
	tr.ctrl(fyne.KeyMinus)
	tr.wantZoom(1.25, "125%")
	tr.ctrl(fyne.KeyF)
	tr.Chord(fyne.KeyModifierControl|fyne.KeyModifierShift, fyne.KeyEqual) // while an entry has the focus
	tr.wantZoom(1.5, "150%")
	b := tr.w.toolbar.zoom
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	tr.Click(at.AddXY(b.Size().Width/2, b.Size().Height/2))
	tr.wantZoom(1, "100%")
	tr.ctrl(fyne.KeyMinus)
	tr.ctrl(fyne.Key0)
	tr.wantZoom(1, "100%")
	tr.ctrl(fyne.KeyMinus)
	tr.ctrl(fyne.Key9) // all is in sight at the natural size
	tr.wantZoom(1, "100%")
}

func TestEachViewHasItsZoomAndKeepsIt(t *testing.T) {
	tr := newTrial(t)
	tr.ctrl(fyne.KeyPlus)
	tr.w.Run("view_relationships")
	tr.wantZoom(1, "100%")
	tr.ctrl(fyne.KeyMinus)
	tr.wantZoom(0.9, "90%")
	tr.w.Run("view_canvas")
	tr.wantZoom(1.1, "110%")
	tr.app.SetTheme("dark")
	tr.wantZoom(1.1, "110%")
	release := tr.Hold(fyne.KeyModifierControl)
	tr.MoveTo(tr.at(board.BlockKey(canvas.Channels)))
	tr.Scroll(10)
	release()
	tr.wantZoom(1.25, "125%")
}

func TestZoomChangesNothingInTheDocument(t *testing.T) {
	tr := newTrial(t)
	before := tr.w.doc.Project()
	tr.ctrl(fyne.KeyPlus)
	tr.Pull(tr.at(board.NoteKey(app)), tr.at(board.BlockKey(canvas.KeyActivities)))
	tr.ctrl(fyne.KeyPlus) // not under a drag
	tr.wantZoom(1.1, "110%")
	tr.Key(fyne.KeyEscape)
	tr.Release(desktop.MouseButtonPrimary)
	if tr.w.doc.Project() != before || tr.w.doc.Dirty() {
		t.Error("the project is not the very one of before")
	}
}
