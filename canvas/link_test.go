package canvas_test

import (
	"errors"
	"testing"

	"ninefold/canvas"
)

func TestLinkIsSeenFromBothSides(t *testing.T) {
	p, err := canvas.Link(board(t), "c3", "c2")
	if err != nil {
		t.Fatal(err)
	}
	sound(t, p, "linking")
	for id, want := range map[canvas.ID]string{"v": "c1", "c1": "v", "c2": "c3", "c3": "c2", "A": "", "x": ""} {
		if got := ids(canvas.Linked(p, id)); got != want {
			t.Errorf("%s: linked with %q, want %q", id, got, want)
		}
	}
}

func TestLinkingTwiceChangesNothing(t *testing.T) {
	p := board(t) // v links c1
	for _, pair := range [][2]canvas.ID{{"v", "c1"}, {"c1", "v"}, {"c1", "c1"}} {
		if q, err := canvas.Link(p, pair[0], pair[1]); q != p || err != nil {
			t.Errorf("%v: another project, %v", pair, err)
		}
	}
	if q, err := canvas.Unlink(p, "c2", "c3"); q != p || err != nil {
		t.Errorf("unlinking what is not linked: another project, %v", err)
	}
}

func TestUnlinkTakesEitherDirection(t *testing.T) {
	for _, pair := range [][2]canvas.ID{{"v", "c1"}, {"c1", "v"}} {
		p, err := canvas.UpdateNote(board(t), "v", func(n *canvas.Note) { n.Links = []canvas.ID{"c2", "c1", "c3"} })
		if err != nil {
			t.Fatal(err)
		}
		if p, err = canvas.Unlink(p, pair[0], pair[1]); err != nil {
			t.Fatal(err)
		}
		sound(t, p, "unlinking")
		if got := ids(canvas.Linked(p, "v")); got != "c2 c3" {
			t.Errorf("%v: v is linked with %s", pair, got)
		}
	}
	p, err := canvas.UpdateNote(board(t), "c1", func(n *canvas.Note) { n.Links = []canvas.ID{"v"} })
	if err != nil {
		t.Fatal(err)
	}
	if p, err = canvas.Unlink(p, "v", "c1"); err != nil || len(canvas.Linked(p, "v")) != 0 {
		t.Errorf("links of both are left: %v", err)
	}
}

func TestLinkingWhatIsNotThere(t *testing.T) {
	for name, edit := range map[string]func(*canvas.Project, canvas.ID, canvas.ID) (*canvas.Project, error){"link": canvas.Link, "unlink": canvas.Unlink} {
		for _, pair := range [][2]canvas.ID{{"x", "c1"}, {"c1", "x"}} {
			var missing *canvas.NotFoundError
			if _, err := edit(board(t), pair[0], pair[1]); !errors.As(err, &missing) || missing.Note != "x" {
				t.Errorf("%s %v: %v", name, pair, err)
			}
		}
	}
}
