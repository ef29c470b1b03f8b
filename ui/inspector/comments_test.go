package inspector

import (
	"testing"

	"ninefold/canvas"
)

func TestCommentIsSignedAndResolved(t *testing.T) {
	b := newBench(t)
	name := ""
	b.panel.open["inspector.comments"] = true
	b.panel.Sign(func() string { return name }, func(s string) { name = s })
	b.doc.Select(shop)
	b.fill("Your name, to sign comments", "Ana")
	if name != "Ana" || b.doc.UndoName() != "" {
		t.Fatalf("the name is %q, the step %q", name, b.doc.UndoName())
	}
	b.fill("Comments", "Is it open on Saturdays?")
	got := b.doc.Project().Note(shop).Comments
	if len(got) != 1 || got[0].Author != "Ana" || got[0].Text != "Is it open on Saturdays?" || got[0].ID == "" || got[0].Time.IsZero() || b.doc.UndoName() != "edit.comment" {
		t.Fatalf("%+v, step %q", got, b.doc.UndoName())
	}
	b.reads("COMMENTS", "1")
	b.press("Resolve")
	if got := b.doc.Project().Note(shop).Comments; !got[0].Resolved || b.doc.UndoName() != "edit.resolve_comment" {
		t.Errorf("%+v, step %q", got, b.doc.UndoName())
	}
	b.press("Reopen")
	if got := b.doc.Project().Note(shop).Comments; got[0].Resolved || b.doc.UndoName() != "edit.reopen_comment" {
		t.Errorf("%+v, step %q", got, b.doc.UndoName())
	}
	for range 3 {
		b.doc.Undo()
	}
	if len(b.doc.Project().Note(shop).Comments) != 0 {
		t.Error("undo leaves a comment")
	}
}

func TestRepliesAreShown(t *testing.T) {
	b := newBench(t)
	if err := b.doc.Do("edit.comment", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.UpdateNote(p, shop, func(n *canvas.Note) {
			n.Comments = []canvas.Comment{{ID: "cm_a", Text: "Open when?", Author: "Ana", Replies: []canvas.Reply{{ID: "re_b", Author: "Rui", Text: "Nine to six."}}}}
		})
	}); err != nil {
		t.Fatal(err)
	}
	b.doc.Select(shop)
	b.reads("Ana", "Open when?")
	b.reads("Rui", "Nine to six.")
}
