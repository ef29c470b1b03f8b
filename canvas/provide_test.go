package canvas_test

import (
	"errors"
	"slices"
	"testing"

	"ninefold/canvas"
)

func TestProvide(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	add := func(id canvas.ID, b canvas.Block, text string, serves ...canvas.ID) {
		t.Helper()
		var err error
		if p, _, err = canvas.AddNote(p, canvas.Note{ID: id, Text: text, Segments: serves}, b, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	add("a", canvas.CustomerSegments, "Commuters")
	add("b", canvas.CustomerSegments, "Fleets")
	add("r", canvas.CustomerRelationships, "Club", "b", "a")
	add("mine", canvas.KeyResources, " community MANAGER", "a")
	add("all", canvas.KeyActivities, "Evenings")

	tests := []struct {
		name    string
		block   canvas.Block
		text    string
		id      canvas.ID // empty: a new note
		serves  []canvas.ID
		changes int // further notes
	}{
		{"adds what is not there", canvas.KeyResources, "A room", "", []canvas.ID{"b", "a"}, 1},
		{"links what says the same", canvas.KeyResources, "Community manager", "mine", []canvas.ID{"a", "b"}, 0},
		{"leaves what is common to all", canvas.KeyActivities, "Evenings", "all", nil, 0},
	}
	for _, test := range tests {
		next, n, err := canvas.Provide(p, "r", test.block, test.text)
		if err != nil {
			t.Fatal(err)
		}
		if test.id != "" && n.ID != test.id || n.Block != test.block || !slices.Equal(n.Segments, test.serves) || next.Len() != p.Len()+test.changes {
			t.Errorf("%s: %+v of %d notes", test.name, n, next.Len())
		}
		if got := canvas.Provided(next, next.Note("r"), test.block); len(got) != 1 || got[0] != n {
			t.Errorf("%s: linked with %v", test.name, got)
		}
		if got := canvas.Provided(p, p.Note("r"), test.block); len(got) != 0 {
			t.Errorf("%s: the project before is linked with %v", test.name, got)
		}
		again, _, err := canvas.Provide(next, "r", test.block, test.text)
		if err != nil || again != next {
			t.Errorf("%s: a second time it changes something: %v", test.name, err)
		}
	}

	var notFound *canvas.NotFoundError
	if _, _, err := canvas.Provide(p, "none", canvas.KeyResources, "A room"); !errors.As(err, &notFound) {
		t.Errorf("a note that is not there needs something: %v", err)
	}
	var unknown *canvas.UnknownBlockError
	if _, _, err := canvas.Provide(p, "r", "no_block", "A room"); !errors.As(err, &unknown) {
		t.Errorf("a block that is none holds something: %v", err)
	}
}
