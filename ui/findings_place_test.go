package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/board"
)

// On the relationship board F8 goes to the cell in which something is missing,
// also where its row is folded, and Enter offers what to put there.
func TestWalkingToEmptyCells(t *testing.T) {
	tr := newTrialOf(t, withExpectation(t))
	tr.w.show(viewRelationships)
	tr.w.rows.FoldAll(true)
	tr.w.board.Relayout()
	open, _ := tr.w.doc.Findings()
	for _, f := range open {
		tr.Key(fyne.KeyF8)
		if tr.w.view != viewRelationships {
			tr.w.show(viewRelationships)
			continue
		}
		at := tr.w.board.At()
		var want board.Key
		switch {
		case f.Check == "expected_not_offered" || f.Check == "segment_without_relationship":
			want = board.Key("cell:" + string(f.Notes[0]) + ":acquire")
		case f.Cell.Stage != "":
			want = board.Key("cell:" + string(f.Notes[0]) + ":" + string(f.Cell.Stage))
		case f.Check == "offered_not_expected":
			want = "note:nt_club:" + board.Key(fleets)
		default:
			continue
		}
		if at != want {
			t.Errorf("%s leads to %s, want %s", f.Key(), at, want)
		}
		if !tr.card(f.Key(), f.Notes[0]).marked {
			t.Errorf("the card of %s is not marked", f.Key())
		}
	}
	for _, f := range open {
		if f.Check == "expected_not_offered" {
			tr.w.goTo(f)
			break
		}
	}
	tr.Key(fyne.KeyReturn)
	tr.Key(fyne.KeyReturn) // what is expected comes first
	tr.Type("By name")
	tr.Key(fyne.KeyReturn)
	n := tr.w.doc.Selected()
	if n == nil || n.Relationship.Type != "dedicated_assistance" || n.Text != "By name" {
		t.Fatalf("filled in is %+v", n)
	}
	if want := []canvas.Cell{{Segment: fleets, Stage: canvas.StageAcquire}}; !slices.Equal(canvas.CellsOf(n), want) {
		t.Errorf("it stands on %v", canvas.CellsOf(n))
	}
}

// withExpectation is a project of families, whom a club serves, and fleets, whom
// it serves too but who expect something else.
func withExpectation(t *testing.T) *canvas.Project {
	t.Helper()
	p := canvas.New("Bicycles", "en", "EUR")
	for _, n := range []canvas.Note{
		{ID: families, Block: canvas.CustomerSegments, Text: "Families"},
		{ID: fleets, Block: canvas.CustomerSegments, Text: "Courier fleets", Segment: &canvas.Segment{Expected: []string{"dedicated_assistance"}}},
		{ID: "nt_schools", Block: canvas.CustomerSegments, Text: "Schools"},
		{
			ID: "nt_club", Block: canvas.CustomerRelationships, Text: "Club", Segments: []canvas.ID{families, fleets},
			Relationship: &canvas.Relationship{Type: "communities", Stage: canvas.StageGrow},
		},
	} {
		var err error
		if p, _, err = canvas.AddNote(p, n, n.Block, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	return p
}
