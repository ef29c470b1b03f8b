//go:build e2e

package e2e

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/store"
	"ninefold/test/e2e/desktop"
)

// openRows opens the relationship board of a project that has three segments
// and no relationships.
func openRows(t *testing.T) (w *desktop.Window, path string, before *canvas.Project) {
	t.Helper()
	p := canvas.New("Bicycles", "en", "EUR")
	for _, name := range []string{"Riders", "Fleets", "Families"} {
		next, _, err := canvas.AddNote(p, canvas.Note{Text: name}, canvas.CustomerSegments, canvas.AtEnd)
		if err != nil {
			t.Fatal(err)
		}
		p = next
	}
	path = filepath.Join(t.TempDir(), "rows.ninefold.json")
	if err := store.Save(path, p); err != nil {
		t.Fatal(err)
	}
	w = desktop.Start(t, path)
	w.Key("ctrl+2")
	w.WaitFor("the relationship board", func(m desktop.Map) bool { return m.Has("token:communities") && m.Has(cellKey(p, 2, 3)) })
	return w, path, load(t, path)
}

// cellKey names the cell of a segment and a stage by their places.
func cellKey(p *canvas.Project, segment, stage int) string {
	return "cell:" + string(p.Segments()[segment].ID) + ":" + string(canvas.Stages()[stage])
}

// stands is on which cells a relationship of a type stands.
func stands(p *canvas.Project, typ string) []canvas.Cell {
	for _, n := range p.Block(canvas.CustomerRelationships) {
		if n.Relationship.Type == typ {
			return canvas.CellsOf(n)
		}
	}
	return nil
}

// checkBoard checks that there is one relationship of every type, the first of
// them moved by one stage and then made to serve the second segment as well,
// and that all of that is undone and done again to the byte.
func checkBoard(t *testing.T, w *desktop.Window, path string, before *canvas.Project) {
	t.Helper()
	save(t, w)
	after := load(t, path)
	segments, types := after.Segments(), catalog.Types()
	for i, typ := range types {
		want := []canvas.Cell{{Segment: segments[i%3].ID, Stage: canvas.Stages()[i%4]}}
		if i == 0 {
			want = []canvas.Cell{
				{Segment: segments[0].ID, Stage: canvas.StageConsider}, {Segment: segments[1].ID, Stage: canvas.StageConsider},
			}
		}
		if got := stands(after, typ.ID); !slices.Equal(got, want) {
			t.Errorf("%s stands on %v, want %v", typ.ID, got, want)
		}
	}
	steps := len(types) + 2
	for range steps {
		w.Key("ctrl+z")
	}
	w.WaitFor("nothing to be undone", func(m desktop.Map) bool { return m.Undo == "" && m.Notes == before.Len() })
	save(t, w)
	if !sameFile(t, before, path) {
		t.Error("undoing all does not give the file that was there before")
	}
	for range steps {
		w.Key("ctrl+y")
	}
	w.WaitFor("all steps again", func(m desktop.Map) bool { return m.Undo == "edit.extend" && m.Notes == after.Len() })
	save(t, w)
	if !sameFile(t, after, path) {
		t.Error("redoing all does not give the file that was there after")
	}
	w.Screenshot("board")
	w.Quit()
}

// made waits until a further note is there, by a step of a name.
func made(w *desktop.Window, step string, notes int) {
	w.WaitFor(step, func(m desktop.Map) bool { return m.Undo == step && m.Notes == notes })
}

func TestRelationshipsByMouse(t *testing.T) {
	w, path, before := openRows(t)
	for i, typ := range catalog.Types() {
		w.Drag(w.Item("token:"+typ.ID).Center(), w.Item(cellKey(before, i%3, i%4)).At(0.5, 0.9))
		made(w, "edit.add_relationship", before.Len()+i+1)
	}
	save(t, w)
	p := load(t, path)
	first := key(p.Block(canvas.CustomerRelationships)[slices.IndexFunc(p.Block(canvas.CustomerRelationships), func(n *canvas.Note) bool {
		return n.Relationship.Type == catalog.Types()[0].ID
	})].ID)
	w.Drag(w.Item(first).Center(), w.Item(cellKey(before, 0, 1)).At(0.5, 0.9))
	made(w, "edit.place", p.Len())
	w.Holding("ctrl", func() {
		w.Drag(w.Item(first).Center(), w.Item(cellKey(before, 1, 1)).At(0.5, 0.9))
	})
	made(w, "edit.extend", p.Len())
	checkBoard(t, w, path, before)
}

func TestRelationshipsByKeyboardAlone(t *testing.T) {
	w, path, before := openRows(t)
	for i := range catalog.Types() {
		// To the head of the row, the palette, its search, the token.
		keys := append([]string{"Home", "Home", "Left", "Home"}, slices.Repeat([]string{"Down"}, i+1)...)
		keys = append(keys, "Return", "Home")
		for range 2 { // from wherever placing begins to the first row
			keys = append(keys, "Up")
		}
		keys = append(keys, slices.Repeat([]string{"Down"}, i%3)...)
		keys = append(keys, slices.Repeat([]string{"Right"}, i%4)...)
		w.Key(append(keys, "Return")...)
		made(w, "edit.add_relationship", before.Len()+i+1)
	}
	save(t, w)
	p := load(t, path)
	// To the first card: the first row's first cell.
	w.Key("Home", "Left", "Home", "Right", "Home", "Right", "alt+Right")
	made(w, "edit.place", p.Len())
	w.Key("alt+shift+Down")
	made(w, "edit.extend", p.Len())
	checkBoard(t, w, path, before)
}

// TestTacticSearchedAndDropped types in the palette, drags the tactic that is
// found onto a cell, and picks a type in the list that then opens.
func TestTacticSearchedAndDropped(t *testing.T) {
	w, path, before := openRows(t)
	w.Click(w.Item("palette:search").Center())
	w.Type("referr")                                         // what it is called elsewhere
	w.WaitFor("the tactic alone", func(m desktop.Map) bool { // the palette follows each letter
		return m.Has("tactic:referral") && len(m.Keys("tactic:"))+len(m.Keys("token:")) == 1
	})
	w.Drag(w.Item("tactic:referral").Center(), w.Item(cellKey(before, 1, 3)).Center())
	w.WaitFor("a list of types", func(m desktop.Map) bool { return m.Busy })
	w.Screenshot("asked")
	w.Type("communit")
	w.Key("Return")
	made(w, "edit.add_relationship", before.Len()+1)
	w.Key("Escape", "Escape")
	save(t, w)
	n := load(t, path).Block(canvas.CustomerRelationships)[0]
	if n.Relationship.Type != "communities" || strings.Join(n.Relationship.Tactics, " ") != "referral" {
		t.Errorf("made is %+v", n.Relationship)
	}
	w.Quit()
}

// F8 leads to an empty cell, Enter fills it; a cell is filled by a double click,
// too; a card that is dragged onto the palette is gone, and a bar scrolls.
func TestCellsAreFilledIn(t *testing.T) {
	w, path, before := openRows(t)
	w.Key("F8") // no segment has a relationship: that of the first is to seek
	w.Key("Return")
	w.WaitFor("a list of types", func(m desktop.Map) bool { return m.Busy })
	w.Type("forum") // what communities are called elsewhere
	w.Key("Return")
	made(w, "edit.add_relationship", before.Len()+1)
	w.Type("Saturday club")
	w.Key("Return")
	made(w, "edit.text", before.Len()+1)

	w.DoubleClick(w.Item(cellKey(before, 2, 3)).Center())
	w.WaitFor("a list of types", func(m desktop.Map) bool { return m.Busy })
	w.Key("Down", "Return") // the second type
	made(w, "edit.add_relationship", before.Len()+2)
	w.Key("Escape")
	save(t, w)
	p := load(t, path)
	if got, want := stands(p, "communities"), (canvas.Cell{Segment: p.Segments()[0].ID, Stage: canvas.StageAcquire}); !slices.Equal(got, []canvas.Cell{want}) {
		t.Errorf("the club stands on %v", got)
	}
	if got, want := stands(p, catalog.Types()[1].ID), (canvas.Cell{Segment: p.Segments()[2].ID, Stage: canvas.StageGrow}); !slices.Equal(got, []canvas.Cell{want}) {
		t.Errorf("the second type stands on %v", got)
	}

	club := p.Block(canvas.CustomerRelationships)[slices.IndexFunc(p.Block(canvas.CustomerRelationships), func(n *canvas.Note) bool { return n.Text == "Saturday club" })]
	w.Drag(w.Item(key(club.ID)).Center(), w.Item("token:self_service").Center())
	made(w, "edit.delete", before.Len()+1)

	bar := w.Item("thumb:palette")
	w.Drag(bar.Center(), bar.At(0.5, 9))
	w.WaitFor("the end of the palette", func(m desktop.Map) bool { return m.Has("tactic:referral") })
	save(t, w)
	w.Quit()
}
