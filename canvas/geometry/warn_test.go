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
	badges := func(l *geometry.Layout, id canvas.ID) int { return len(l.Note(id).Badges) }

	before := e.Canvas(p, area, geometry.Screen(1), nil)
	e.Warn = map[canvas.ID]bool{"a": true}
	found := e.Canvas(p, area, geometry.Screen(1), nil)
	if badges(before, "a") != 0 || badges(found, "a") != 1 || found.Note("a").Badges[0].Kind != geometry.BadgeFinding {
		t.Errorf("the note has badges %v", found.Note("a").Badges)
	}
	if found.Note("b").Content != before.Note("b").Content {
		t.Error("the other note was made anew")
	}
	e.Warn = map[canvas.ID]bool{}
	if settled := e.Canvas(p, area, geometry.Screen(1), nil); badges(settled, "a") != 0 {
		t.Error("the badge stays once it is settled")
	}
	e.Warn = map[canvas.ID]bool{"a": true}
	if printed := e.Canvas(p, area, geometry.Paper(8), nil); badges(printed, "a") != 0 {
		t.Error("the badge is printed")
	}
}
