package document

import (
	"testing"

	"ninefold/canvas"
)

// What is being typed in several places is all in the project as it would be,
// upon whatever the document has become meanwhile, and is no step.
func TestTyped(t *testing.T) {
	doc := New(canvas.New("", "en", "EUR"), "")
	told := 0
	doc.OnTyping(func() { told++ })
	title := func(text string) canvas.Edit {
		return func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.UpdateHead(p, func(h *canvas.Head) { h.Title = text }), nil
		}
	}
	subtitle := func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.UpdateHead(p, func(h *canvas.Head) { h.Subtitle = "below" }), nil
	}
	gone := func(p *canvas.Project) (*canvas.Project, error) { return canvas.SetText(p, "nt_gone", "x") }
	doc.Typing(1, title("a"))
	doc.Typing(1, title("ab"))
	doc.Typing(2, gone) // its note has gone
	doc.Typing(3, subtitle)
	if err := doc.Do("edit.head", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.UpdateHead(p, func(h *canvas.Head) { h.Edition = "7" }), nil
	}); err != nil {
		t.Fatal(err)
	}
	if h := doc.Typed().Head(); h.Title != "ab" || h.Subtitle != "below" || h.Edition != "7" {
		t.Errorf("typed is %+v", h)
	}
	if h := doc.Project().Head(); h.Title != "" || doc.UndoName() != "edit.head" {
		t.Error("what is being typed is a step")
	}
	for by := range 5 {
		doc.Typing(by, nil)
	}
	if doc.Typed() != doc.Project() {
		t.Error("something is still being typed")
	}
	if told != 7 {
		t.Errorf("told %d times", told)
	}
}
