package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/assets"
	"ninefold/canvas"
	"ninefold/canvas/file"
)

// The panel is entered by F6 and gone through by Tab; whatever has the focus is
// in sight. Escape leads back to the board.
func TestPanelByKeyboard(t *testing.T) {
	p, _, err := file.Decode(assets.Sample("en"))
	if err != nil {
		t.Fatal(err)
	}
	tr := newTrialOf(t, p)
	tr.w.win.Resize(fyne.NewSize(1024, 700))
	var relationship canvas.ID
	for _, n := range tr.w.doc.Project().Block(canvas.CustomerRelationships) {
		if len(n.Relationship.Measures) > 0 {
			relationship = n.ID
		}
	}
	tr.w.doc.Select(relationship)
	tr.w.focusView()
	tr.Key(fyne.KeyF6)
	driver := fyne.CurrentApp().Driver()
	panel := tr.w.inspector.Object()
	top := driver.AbsolutePositionForObject(panel).Y
	seen := map[fyne.Focusable]bool{}
	for {
		now := tr.w.win.Canvas().Focused()
		o, ok := now.(fyne.CanvasObject)
		if !ok || seen[now] || driver.AbsolutePositionForObject(o).X < driver.AbsolutePositionForObject(panel).X {
			break
		}
		if _, isCard := now.(*card); isCard || driver.AbsolutePositionForObject(o).Y >= driver.AbsolutePositionForObject(tr.w.status.object).Y {
			break // below the panel
		}
		seen[now] = true
		at := driver.AbsolutePositionForObject(o).Y - top
		if bottom := at + o.Size().Height; at < -1 && o.Size().Height < panel.Size().Height || bottom > panel.Size().Height+1 {
			label := ""
			if named, ok := o.(fyne.Accessible); ok {
				label = named.AccessibilityLabel()
			}
			t.Errorf("%T %q, number %d, has the focus from %v to %v of %v", o, label, len(seen), at, bottom, panel.Size().Height)
		}
		tr.Key(fyne.KeyTab)
	}
	if len(seen) < 25 {
		t.Errorf("Tab leads through %d controls", len(seen))
	}
	tr.Key(fyne.KeyF6)
	tr.Key(fyne.KeyEscape)
	if f := tr.w.win.Canvas().Focused(); f != nil {
		t.Errorf("Escape leaves the focus on %T", f)
	}
	tr.Key(fyne.KeyF6)
	tr.Type("x")
	tr.Key(fyne.KeyEscape)
	if tr.w.win.Canvas().Focused() == nil || tr.w.doc.UndoName() != "" {
		t.Error("Escape does not give up what was typed first")
	}
}
