package canvas_test

import (
	"errors"
	"slices"
	"testing"

	"ninefold/canvas"
)

func TestRelationshipOnTheBoard(t *testing.T) {
	acquire := func(s canvas.ID) canvas.Cell { return canvas.Cell{Segment: s, Stage: canvas.StageAcquire} }
	tests := []struct {
		name string
		edit canvas.Edit
		want []canvas.Cell
	}{
		{"moved to another row", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.MoveRelationship(p, "r", acquire("A"), acquire("B"))
		}, []canvas.Cell{acquire("B")}},
		{"moved to another column", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.MoveRelationship(p, "r", acquire("A"), canvas.Cell{Segment: "A", Stage: canvas.StageGrow})
		}, []canvas.Cell{{Segment: "A", Stage: canvas.StageGrow}}},
		{"moved to the row of nobody", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.MoveRelationship(p, "r", acquire("A"), canvas.Cell{Stage: canvas.StageRetain})
		}, []canvas.Cell{{Stage: canvas.StageRetain}}},
		{"extended: badges in the order of the segments", func(p *canvas.Project) (*canvas.Project, error) {
			p, err := canvas.MoveRelationship(p, "r", acquire("A"), acquire("B"))
			if err != nil {
				return nil, err
			}
			return canvas.ExtendRelationship(p, "r", acquire("A"))
		}, []canvas.Cell{acquire("A"), acquire("B")}},
		{"one of two rows moved onto the other", func(p *canvas.Project) (*canvas.Project, error) {
			p, err := canvas.ExtendRelationship(p, "r", acquire("B"))
			if err != nil {
				return nil, err
			}
			return canvas.MoveRelationship(p, "r", acquire("A"), acquire("B"))
		}, []canvas.Cell{acquire("B")}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := tt.edit(board(t))
			if err != nil {
				t.Fatal(err)
			}
			sound(t, p, tt.name)
			if got := canvas.CellsOf(p.Note("r")); !slices.Equal(got, tt.want) {
				t.Errorf("stands on %v, want %v", got, tt.want)
			}
		})
	}
}

func TestAddRelationship(t *testing.T) {
	p, n, err := canvas.AddRelationship(board(t), "communities", "Riders' club", canvas.Cell{Segment: "B", Stage: canvas.StageGrow})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, p, "adding")
	if r := n.Relationship; r.Type != "communities" || r.Status != canvas.StatusPlanned || ids(p.Block(canvas.CustomerRelationships)) != "r "+string(n.ID) {
		t.Errorf("%+v", r)
	}
	if got := canvas.CellsOf(n); !slices.Equal(got, []canvas.Cell{{Segment: "B", Stage: canvas.StageGrow}}) {
		t.Errorf("stands on %v", got)
	}
	if _, n, err = canvas.AddRelationship(p, "", "", canvas.Cell{}); err != nil || n.Relationship.Type != canvas.TypeCustom {
		t.Errorf("without a type: %+v, %v", n, err)
	}
	if got := canvas.CellsOf(p.Note("v")); got != nil {
		t.Errorf("what is no relationship stands on %v", got)
	}
}

func TestServe(t *testing.T) {
	p, err := canvas.Serve(board(t), "c1", "B", true)
	if err != nil {
		t.Fatal(err)
	}
	if p, err = canvas.Serve(p, "c1", "A", true); err != nil || !slices.Equal(p.Note("c1").Segments, []canvas.ID{"A", "B"}) {
		t.Errorf("serves %v, %v", p.Note("c1").Segments, err)
	}
	if p, err = canvas.Serve(p, "c1", "B", false); err != nil || !slices.Equal(p.Note("c1").Segments, []canvas.ID{"A"}) {
		t.Errorf("serves %v, %v", p.Note("c1").Segments, err)
	}
}

func TestSegmentsTakeLettersUntilThereAreNone(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	var last *canvas.Note
	for i := range canvas.MaxSegments {
		next, n, err := canvas.AddNote(p, canvas.Note{}, canvas.CustomerSegments, canvas.AtEnd)
		if err != nil {
			t.Fatalf("segment %d: %v", i, err)
		}
		p, last = next, n
	}
	sound(t, p, "adding many segments")
	if last.Segment.Letter != "ZZ" {
		t.Errorf("the last letter is %s", last.Segment.Letter)
	}
	_, _, err := canvas.AddNote(p, canvas.Note{}, canvas.CustomerSegments, canvas.AtEnd)
	if _, ok := errors.AsType[*canvas.TooManySegmentsError](err); !ok {
		t.Errorf("got %v", err)
	}
}

func TestSegmentsDifferInColourAndShape(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	seen := map[string]bool{}
	for range 6 {
		next, n, err := canvas.AddNote(p, canvas.Note{}, canvas.CustomerSegments, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, trait := range []string{string(n.Segment.Colour), string(n.Segment.Shape), n.Segment.Letter} {
			if seen[trait] {
				t.Errorf("%s twice", trait)
			}
			seen[trait] = true
		}
		p = next
	}
}

func TestSegmentName(t *testing.T) {
	for want, n := range map[string]canvas.Note{
		"Fleets":  {Text: "Courier fleets", Segment: &canvas.Segment{Name: "Fleets"}},
		"Courier": {Text: "Courier\nfleets", Segment: &canvas.Segment{}},
		"Couples": {Text: "Couples"},
	} {
		if got := n.SegmentName(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
