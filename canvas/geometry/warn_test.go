package geometry_test

import (
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
)

// A note that is worth a look gets its badge when that is found, and loses it
// when it is settled; notes that it does not concern are not made anew.
func TestBadgeOfFindings(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	for _, id := range []canvas.ID{"a", "b"} {
		next, _, err := canvas.AddNote(p, canvas.Note{ID: id, Text: "Note"}, canvas.Channels, canvas.AtEnd)
		if err != nil {
			t.Fatal(err)
		}
		p = next
	}
	e := &geometry.Engine{Measure: func(text string, size float64, _ bool) float64 { return float64(len(text)) * size / 2 }}
	area := geometry.Rect{W: 1000, H: 600}
	badges := func(l *geometry.Layout, id canvas.ID) int { return len(l.Note(id).Badges()) }

	before := e.Canvas(p, area, geometry.Screen(1), nil)
	e.Warn = map[canvas.ID]bool{"a": true}
	found := e.Canvas(p, area, geometry.Screen(1), nil)
	if badges(before, "a") != 0 || badges(found, "a") != 1 || found.Note("a").Badges()[0].Kind != geometry.BadgeFinding {
		t.Errorf("the note has badges %v", found.Note("a").Badges())
	}
	if found.Note("b").Content != before.Note("b").Content {
		t.Error("the other note was made anew")
	}
	e.Warn = map[canvas.ID]bool{}
	if settled := e.Canvas(p, area, geometry.Screen(1), nil); badges(settled, "a") != 0 {
		t.Error("the badge stays once it is settled")
	}
	e.Warn = map[canvas.ID]bool{"a": true}
	if printed := e.Canvas(p, area, geometry.Paper(8, 7), nil); badges(printed, "a") != 0 {
		t.Error("the badge is printed")
	}
}

// On the relationship board the sign stands beside the name of a segment and of
// a relationship's type, in every row that shows it.
func TestSignOfFindingsOnTheBoard(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	var segments []canvas.ID
	for range 2 {
		next, n := must(t)(canvas.AddNote(p, canvas.Note{Text: "Commuters who ride to work every day of the week"}, canvas.CustomerSegments, canvas.AtEnd))
		p, segments = next, append(segments, n.ID)
	}
	p, shared := must(t)(canvas.AddRelationship(p, "dedicated_assistance", "Club", canvas.Cell{Segment: segments[0], Stage: canvas.StageRetain}))
	p, other := must(t)(canvas.AddRelationship(p, "dedicated_assistance", "Club", canvas.Cell{Segment: segments[0], Stage: canvas.StageRetain}))
	p, err := canvas.ExtendRelationship(p, shared.ID, canvas.Cell{Segment: segments[1], Stage: canvas.StageRetain})
	if err != nil {
		t.Fatal(err)
	}
	e := engine()
	e.Warn = map[canvas.ID]bool{segments[1]: true, shared.ID: true}
	b := e.Board(p, geometry.Rect{W: 1100, H: 700}, geometry.BoardScreen(1), boardText(), geometry.BoardScroll{})
	sign := func(what string, mark geometry.Badge, box geometry.Rect, title geometry.Label, want bool) {
		t.Helper()
		switch {
		case want == mark.Rect.Empty():
			t.Errorf("%s: the sign is %+v", what, mark)
		case want && (mark.Kind != geometry.BadgeFinding || mark.Rect.Right() > box.W || mark.Rect.Bottom() > box.H || mark.Rect.Overlaps(title.Rect)):
			t.Errorf("%s: the sign at %v in a box of %v beside %v", what, mark.Rect, box, title.Rect)
		}
	}
	cards := 0
	for _, r := range b.Rows {
		sign("head of "+string(r.Segment.ID), r.Mark, r.Head, r.Labels[0], r.Segment.ID == segments[1])
		for _, c := range r.Cells {
			for _, k := range c.Cards {
				sign("card of "+string(k.Note.ID), k.Mark, k.Rect, k.Labels[0], k.Note.ID == shared.ID)
				if k.Note.ID != other.ID {
					cards++
				}
			}
		}
	}
	if cards != 2 {
		t.Errorf("the shared relationship has %d cards", cards)
	}
}
