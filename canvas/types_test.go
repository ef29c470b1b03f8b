package canvas_test

import (
	"errors"
	"testing"

	"ninefold/canvas"
)

func TestTypesOfOnesOwn(t *testing.T) {
	start := board(t)
	p, vip, err := canvas.AddType(start, "  VIP club ", "Few, known by name")
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := p.Type(vip.ID); !ok || got.Name != "VIP club" || got.Explanation != "Few, known by name" {
		t.Errorf("the type is %+v", got)
	}
	for _, name := range []string{"", " \n", "vip CLUB"} {
		if next, _, err := canvas.AddType(p, name, ""); err == nil || next != nil {
			t.Errorf("a type named %q was added", name)
		}
	}
	p, err = canvas.UpdateType(p, vip.ID, "Salon", "")
	if err != nil {
		t.Fatal(err)
	}
	if same, err := canvas.UpdateType(p, vip.ID, " Salon", ""); err != nil || same != p {
		t.Errorf("saying nothing new made another project, %v", err)
	}
	if _, err := canvas.UpdateType(p, "elsewhere", "Salon", ""); !errors.As(err, new(*canvas.UnknownTypeError)) {
		t.Errorf("a type that is not there: %v", err)
	}

	used, n, err := canvas.AddRelationship(p, vip.ID, "", canvas.Cell{Segment: "A", Stage: canvas.StageGrow})
	if err != nil {
		t.Fatal(err)
	}
	var use *canvas.TypeInUseError
	if _, err := canvas.RemoveType(used, vip.ID); !errors.As(err, &use) || len(use.Notes) != 1 || use.Notes[0].ID != n.ID {
		t.Errorf("a type in use was removed: %v", err)
	}
	expected, err := canvas.UpdateNote(p, "A", func(n *canvas.Note) {
		s := *n.Segment
		s.Expected = []string{vip.ID}
		n.Segment = &s
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := canvas.RemoveType(expected, vip.ID); !errors.As(err, &use) {
		t.Errorf("a type that a segment expects was removed: %v", err)
	}
	p, err = canvas.RemoveType(p, vip.ID)
	if err != nil || len(p.Head().Types) != 0 {
		t.Errorf("types left: %v, %v", p.Head().Types, err)
	}
	if len(start.Head().Types) != 0 {
		t.Error("the project that all began with was changed")
	}
}

func TestTacticJoinsARelationship(t *testing.T) {
	p, err := canvas.AddTactic(board(t), "r", "trial")
	if err != nil {
		t.Fatal(err)
	}
	if same, err := canvas.AddTactic(p, "r", "trial"); err != nil || same != p {
		t.Errorf("a tactic joined twice, %v", err)
	}
	if got := p.Note("r").Relationship.Tactics; len(got) != 1 || got[0] != "trial" {
		t.Errorf("tactics are %v", got)
	}
	if _, err := canvas.AddTactic(p, "A", "trial"); !errors.As(err, new(*canvas.NotRelationshipError)) {
		t.Errorf("a tactic joined a segment: %v", err)
	}
}

func TestCopyOfARelationshipStandsElsewhere(t *testing.T) {
	start := board(t)
	to := canvas.Cell{Segment: "B", Stage: canvas.StageGrow}
	p, n, err := canvas.CopyRelationship(start, "r", to)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, p, "copying")
	if got := canvas.CellsOf(n); len(got) != 1 || got[0] != to {
		t.Errorf("the copy stands on %v", got)
	}
	if p.Note("r") != start.Note("r") {
		t.Error("the original changed")
	}
	if n.Text != start.Note("r").Text || n.Relationship.Type != start.Note("r").Relationship.Type {
		t.Errorf("the copy is %+v", n)
	}
	if _, _, err := canvas.CopyRelationship(start, "r", canvas.Cell{Segment: "nobody"}); !errors.As(err, new(*canvas.NotSegmentError)) {
		t.Errorf("a copy for nobody: %v", err)
	}
}
