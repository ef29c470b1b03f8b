package canvas_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"ninefold/canvas"
)

// board is a project of two segments A and B, a relationship with A, a value
// proposition for both and three channels c1, c2, c3.
func board(t *testing.T) *canvas.Project {
	t.Helper()
	p, err := canvas.Build(canvas.Head{ID: "pr", Currency: "EUR"}, []*canvas.Note{
		{ID: "A", Block: canvas.CustomerSegments, Order: "V000", Text: "Commuters", Segment: &canvas.Segment{Letter: "A"}},
		{ID: "B", Block: canvas.CustomerSegments, Order: "V001", Text: "Couriers", Segment: &canvas.Segment{Letter: "B"}},
		{ID: "v", Block: canvas.ValuePropositions, Order: "V000", Segments: []canvas.ID{"A", "B"}, Links: []canvas.ID{"c1"}},
		{ID: "r", Block: canvas.CustomerRelationships, Order: "V000", Segments: []canvas.ID{"A"}, Relationship: &canvas.Relationship{Type: "self_service", Stage: canvas.StageAcquire}},
		{ID: "c1", Block: canvas.Channels, Order: "V000", Text: "Shop"},
		{ID: "c2", Block: canvas.Channels, Order: "V001", Text: "App"},
		{ID: "c3", Block: canvas.Channels, Order: "V002", Text: "Phone"},
	})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, p, "building")
	return p
}

func ids(notes []*canvas.Note) string {
	out := make([]string, len(notes))
	for i, n := range notes {
		out[i] = string(n.ID)
	}
	return strings.Join(out, " ")
}

func TestMoveNotes(t *testing.T) {
	tests := []struct {
		name   string
		move   []canvas.ID
		to     canvas.Block
		at     int
		block  canvas.Block
		expect string
	}{
		{"to the end", []canvas.ID{"c1"}, canvas.Channels, canvas.AtEnd, canvas.Channels, "c2 c3 c1"},
		{"to the front", []canvas.ID{"c3"}, canvas.Channels, 0, canvas.Channels, "c3 c1 c2"},
		{"one down: before the note after the next", []canvas.ID{"c1"}, canvas.Channels, 2, canvas.Channels, "c2 c1 c3"},
		{"onto its own place", []canvas.ID{"c2"}, canvas.Channels, 1, canvas.Channels, "c1 c2 c3"},
		{"right behind itself", []canvas.ID{"c2"}, canvas.Channels, 2, canvas.Channels, "c1 c2 c3"},
		{"two, in the order given", []canvas.ID{"c3", "c1"}, canvas.Channels, 2, canvas.Channels, "c2 c3 c1"},
		{"one named twice", []canvas.ID{"c1", "c1"}, canvas.Channels, canvas.AtEnd, canvas.Channels, "c2 c3 c1"},
		{"beyond the end", []canvas.ID{"c1"}, canvas.Channels, 99, canvas.Channels, "c2 c3 c1"},
		{"to another block", []canvas.ID{"c2"}, canvas.ValuePropositions, 0, canvas.ValuePropositions, "c2 v"},
		{"from two blocks", []canvas.ID{"v", "c3"}, canvas.KeyResources, 0, canvas.KeyResources, "v c3"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := canvas.MoveNotes(board(t), tt.move, tt.to, tt.at)
			if err != nil {
				t.Fatal(err)
			}
			sound(t, p, tt.name)
			if got := ids(p.Block(tt.block)); got != tt.expect {
				t.Errorf("got %s, want %s", got, tt.expect)
			}
			if p.Len() != 7 {
				t.Errorf("%d notes", p.Len())
			}
		})
	}
}

func TestEditsThatChangeNothingGiveTheSameProject(t *testing.T) {
	p := board(t)
	cell := canvas.Cell{Segment: "A", Stage: canvas.StageAcquire}
	for name, edit := range map[string]canvas.Edit{
		"move onto its place": func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.MoveNotes(p, []canvas.ID{"c2"}, canvas.Channels, 1)
		},
		"same text":              func(p *canvas.Project) (*canvas.Project, error) { return canvas.SetText(p, "c2", " App\n") },
		"serves already":         func(p *canvas.Project) (*canvas.Project, error) { return canvas.Serve(p, "v", "B", true) },
		"does not serve anyway":  func(p *canvas.Project) (*canvas.Project, error) { return canvas.Serve(p, "c1", "B", false) },
		"relationship same cell": func(p *canvas.Project) (*canvas.Project, error) { return canvas.MoveRelationship(p, "r", cell, cell) },
		"extended to its cell":   func(p *canvas.Project) (*canvas.Project, error) { return canvas.ExtendRelationship(p, "r", cell) },
	} {
		if q, err := edit(p); q != p || err != nil {
			t.Errorf("%s: another project, %v", name, err)
		}
	}
}

func TestOneEditSharesAllOtherNotes(t *testing.T) {
	p := board(t)
	q, err := canvas.MoveNotes(p, []canvas.ID{"c3"}, canvas.Channels, 1)
	if err != nil {
		t.Fatal(err)
	}
	before := p.ByID()
	for n := range q.Notes() {
		if same := before[n.ID] == n; same != (n.ID != "c3") {
			t.Errorf("note %s: shared %v", n.ID, same)
		}
	}
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name string
		edit canvas.Edit
		want error
	}{
		{"move a note that is not there", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.MoveNotes(p, []canvas.ID{"c1", "x"}, canvas.Channels, 0)
		}, &canvas.NotFoundError{Note: "x"}},
		{"move to a block that is not there", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.MoveNotes(p, []canvas.ID{"c1"}, "attic", 0)
		}, &canvas.UnknownBlockError{Block: "attic"}},
		{"add to a block that is not there", func(p *canvas.Project) (*canvas.Project, error) {
			q, _, err := canvas.AddNote(p, canvas.Note{}, "attic", 0)
			return q, err
		}, &canvas.UnknownBlockError{Block: "attic"}},
		{"add under a taken id", func(p *canvas.Project) (*canvas.Project, error) {
			q, _, err := canvas.AddNote(p, canvas.Note{ID: "c1"}, canvas.Channels, 0)
			return q, err
		}, &canvas.TakenIDError{Note: "c1"}},
		{"delete", func(p *canvas.Project) (*canvas.Project, error) { return canvas.DeleteNotes(p, []canvas.ID{"x"}) }, &canvas.NotFoundError{Note: "x"}},
		{"text", func(p *canvas.Project) (*canvas.Project, error) { return canvas.SetText(p, "x", "") }, &canvas.NotFoundError{Note: "x"}},
		{"duplicate", func(p *canvas.Project) (*canvas.Project, error) {
			q, _, err := canvas.DuplicateNotes(p, []canvas.ID{"x"})
			return q, err
		}, &canvas.NotFoundError{Note: "x"}},
		{"serve what is no segment", func(p *canvas.Project) (*canvas.Project, error) { return canvas.Serve(p, "v", "c1", true) }, &canvas.NotSegmentError{Note: "c1"}},
		{"serve from nowhere", func(p *canvas.Project) (*canvas.Project, error) { return canvas.Serve(p, "x", "A", true) }, &canvas.NotFoundError{Note: "x"}},
		{"relationship on no segment's row", func(p *canvas.Project) (*canvas.Project, error) {
			q, _, err := canvas.AddRelationship(p, "", "", canvas.Cell{Segment: "c1"})
			return q, err
		}, &canvas.NotSegmentError{Note: "c1"}},
		{"relationship in no column", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.MoveRelationship(p, "r", canvas.Cell{}, canvas.Cell{Stage: "lunch"})
		}, &canvas.UnknownStageError{Stage: "lunch"}},
		{"place what is no relationship", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.ExtendRelationship(p, "c1", canvas.Cell{})
		}, &canvas.NotRelationshipError{Note: "c1"}},
	}
	for _, tt := range tests {
		p := board(t)
		q, err := tt.edit(p)
		if q != nil || err == nil || err.Error() != tt.want.Error() {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
}

func TestAddedNoteGetsWhatItsBlockNeeds(t *testing.T) {
	p := board(t)
	p, s, err := canvas.AddNote(p, canvas.Note{Text: "Clubs"}, canvas.CustomerSegments, 1)
	if err != nil {
		t.Fatal(err)
	}
	if s.Segment == nil || s.Segment.Letter != "C" || s.Segment.Colour == "" || s.Segment.Shape == "" || ids(p.Block(canvas.CustomerSegments)) != "A "+string(s.ID)+" B" {
		t.Errorf("segment %+v in %s", s.Segment, ids(p.Block(canvas.CustomerSegments)))
	}
	p, r, err := canvas.AddNote(p, canvas.Note{Relationship: &canvas.Relationship{}}, canvas.CustomerRelationships, 0)
	if err != nil || r.Relationship.Type != canvas.TypeCustom {
		t.Errorf("relationship %+v, %v", r, err)
	}
	p, v, err := canvas.AddNote(p, canvas.Note{}, canvas.RevenueStreams, 0)
	if err != nil || v.Revenue == nil {
		t.Errorf("revenue %+v, %v", v, err)
	}
	sound(t, p, "adding")
}

func TestAddedNoteDropsWhatIsNotHere(t *testing.T) {
	pasted := canvas.Note{Segments: []canvas.ID{"elsewhere", "B", "c1"}, Links: []canvas.ID{"v", "elsewhere"}}
	p, n, err := canvas.AddNote(board(t), pasted, canvas.Channels, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, p, "pasting")
	if !slices.Equal(n.Segments, []canvas.ID{"B"}) || !slices.Equal(n.Links, []canvas.ID{"v"}) {
		t.Errorf("serves %v, links %v", n.Segments, n.Links)
	}
	if pasted.Segments[0] != "elsewhere" || pasted.Links[1] != "elsewhere" {
		t.Error("the note that was given changed")
	}
}

func TestSegmentThatLeavesIsServedByNobody(t *testing.T) {
	p, err := canvas.MoveNotes(board(t), []canvas.ID{"A", "v"}, canvas.KeyResources, 0)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, p, "moving a segment with a note that serves it")
	if got := p.Note("v").Segments; !slices.Equal(got, []canvas.ID{"B"}) {
		t.Errorf("v serves %v", got)
	}
	if p.Note("A").Segment == nil {
		t.Error("the facet is lost")
	}
	p, c, err := canvas.AddNote(p, canvas.Note{}, canvas.CustomerSegments, 0)
	if err != nil || c.Segment.Letter != "A" {
		t.Fatalf("the free letter is not taken: %+v, %v", c, err)
	}
	if p, err = canvas.MoveNotes(p, []canvas.ID{"A"}, canvas.CustomerSegments, 0); err != nil {
		t.Fatal(err)
	}
	sound(t, p, "moving it back")
	if got := p.Note("A").Segment.Letter; got != "C" {
		t.Errorf("back with letter %s", got)
	}
}

func TestDeleteAndTouched(t *testing.T) {
	p := canvas.UpdateHead(board(t), func(h *canvas.Head) {
		h.SetAside = []canvas.SetAside{{Check: "one", Notes: []canvas.ID{"A", "B"}}, {Check: "two", Notes: []canvas.ID{"B"}}, {Check: "all"}}
	})
	if got := ids(canvas.Touched(p, []canvas.ID{"A", "v"})); got != "r" {
		t.Errorf("touched: %s", got)
	}
	q, err := canvas.DeleteNotes(p, []canvas.ID{"A", "A", "c1"})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, q, "deleting")
	if v := q.Note("v"); !slices.Equal(v.Segments, []canvas.ID{"B"}) || len(v.Links) != 0 || len(q.Note("r").Segments) != 0 || q.Len() != 5 {
		t.Errorf("left: %+v", v)
	}
	if s := q.Head().SetAside; len(s) != 2 || s[0].Check != "two" || len(p.Head().SetAside) != 3 {
		t.Errorf("set aside: %v", s)
	}
}

func TestDuplicate(t *testing.T) {
	p, copies, err := canvas.DuplicateNotes(board(t), []canvas.ID{"A", "r"})
	if err != nil || len(copies) != 2 {
		t.Fatal(copies, err)
	}
	sound(t, p, "duplicating")
	if got := ids(p.Block(canvas.CustomerSegments)); got != "A "+string(copies[0])+" B" {
		t.Errorf("segments %s", got)
	}
	if a := p.Note(copies[0]); a.Segment.Letter != "C" || a.Text != "Commuters" {
		t.Errorf("copy %+v", a.Segment)
	}
	if r := p.Note(copies[1]); !r.Serves("A") || r.Relationship.Type != "self_service" {
		t.Errorf("copy %+v", r)
	}
}

func TestRenewLeavesTheOriginalAlone(t *testing.T) {
	n := canvas.Note{
		ID: "n", Comments: []canvas.Comment{{ID: "cm"}}, Costs: []canvas.CostLine{{ID: "cl", Label: "x"}},
		Relationship: &canvas.Relationship{Measures: []canvas.Measure{{ID: "ms", Name: "y"}}},
	}
	c := canvas.Renew(n)
	if c.ID != "" || len(c.Comments) != 0 || c.Costs[0].ID == "cl" || c.Costs[0].Label != "x" || c.Relationship.Measures[0].ID == "ms" {
		t.Errorf("copy %+v", c)
	}
	if n.Costs[0].ID != "cl" || n.Relationship.Measures[0].ID != "ms" {
		t.Error("the original changed")
	}
}

func TestSetText(t *testing.T) {
	for in, want := range map[string]string{"  a\n b \n": "a\n b", "a\xffb": "a\uFFFDb", "": ""} {
		p, err := canvas.SetText(board(t), "c1", in)
		if err != nil || p.Note("c1").Text != want {
			t.Errorf("%q became %q, %v", in, p.Note("c1").Text, err)
		}
	}
}

func TestUpdateNoteCannotMoveIt(t *testing.T) {
	p, err := canvas.UpdateNote(board(t), "c1", func(n *canvas.Note) {
		n.ID, n.Block, n.Order, n.Paper = "x", canvas.KeyActivities, "z", canvas.PaperBlue
	})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, p, "updating")
	if n := p.Note("c1"); n == nil || n.Paper != canvas.PaperBlue || n.Block != canvas.Channels {
		t.Errorf("%+v", n)
	}
}

func TestBuildRefusesOtherBlocks(t *testing.T) {
	_, err := canvas.Build(canvas.Head{}, []*canvas.Note{{ID: "n", Block: "attic"}})
	var unknown *canvas.UnknownBlockError
	if !errors.As(err, &unknown) || unknown.Note != "n" {
		t.Errorf("got %v", err)
	}
}
