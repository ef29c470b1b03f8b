package canvas_test

import (
	"errors"
	"testing"

	"ninefold/canvas"
)

func TestSetAsideAndBringBack(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	for _, id := range []canvas.ID{"a", "b"} {
		next, _, err := canvas.AddNote(p, canvas.Note{ID: id}, canvas.Channels, canvas.AtEnd)
		if err != nil {
			t.Fatal(err)
		}
		p = next
	}
	set := func(p *canvas.Project, check, reason string, notes ...canvas.ID) *canvas.Project {
		next, err := canvas.SetAsideFinding(p, check, notes, reason)
		if err != nil {
			t.Fatal(err)
		}
		return next
	}

	one := set(p, "duplicate_note", "on purpose", "a", "b")
	if got := one.Head().SetAside; len(got) != 1 || got[0].Check != "duplicate_note" || len(got[0].Notes) != 2 || got[0].Reason != "on purpose" {
		t.Fatalf("set aside: %+v", got)
	}
	if len(p.Head().SetAside) != 0 {
		t.Error("the project before has changed")
	}
	if set(one, "duplicate_note", "on purpose", "b", "a") != one {
		t.Error("the same finding in another order is set aside twice")
	}
	other := set(one, "duplicate_note", "by mistake", "b", "a")
	if got := other.Head().SetAside; len(got) != 1 || got[0].Reason != "by mistake" {
		t.Errorf("another reason gives %+v", got)
	}
	if one.Head().SetAside[0].Reason != "on purpose" {
		t.Error("the reason changed in the project before")
	}

	two := set(set(one, "orphan_note", "", "a"), "block_empty:channels", "")
	if canvas.BringBackFinding(two, "orphan_note", []canvas.ID{"b"}) != two {
		t.Error("a finding that was not set aside came back")
	}
	back := canvas.BringBackFinding(two, "duplicate_note", []canvas.ID{"b", "a"})
	if got := back.Head().SetAside; len(got) != 2 || got[0].Check != "orphan_note" || got[1].Check != "block_empty:channels" {
		t.Errorf("after bringing back: %+v", got)
	}
	if len(two.Head().SetAside) != 3 {
		t.Error("bringing back changed the project before")
	}

	var missing *canvas.NotFoundError
	if _, err := canvas.SetAsideFinding(p, "orphan_note", []canvas.ID{"c"}, ""); !errors.As(err, &missing) {
		t.Errorf("a note that is not there gives %v", err)
	}
}
