package board_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/ui/board"
	"ninefold/ui/document"
)

// agree fails the test when the board and the block of Customer Relationships
// say different things: every relationship has a card for each segment that it
// serves, or one with those that serve nobody; in each cell the cards stand in
// the order of the block; and nothing else has a card.
func agree(t *testing.T, p *canvas.Project, s *board.Relationships, after string) {
	t.Helper()
	var block []*canvas.Note
	want := map[board.Key][]canvas.ID{}
	for _, n := range p.Block(canvas.CustomerRelationships) {
		block = append(block, n)
		for _, c := range canvas.CellsOf(n) {
			key := cell(c.Segment, c.Stage)
			want[key] = append(want[key], n.ID)
		}
	}
	got := map[board.Key][]canvas.ID{}
	lowest := map[board.Key]float64{}
	keys := map[board.Key]bool{}
	for _, item := range s.Items() {
		if keys[item.Key] {
			t.Fatalf("after %s: two things are called %s", after, item.Key)
		}
		keys[item.Key] = true
		if item.Area == "" {
			continue
		}
		if at, ok := lowest[item.Area]; ok && item.Rect.Y <= at {
			t.Fatalf("after %s: %s lies above the card before it", after, item.Key)
		}
		lowest[item.Area] = item.Rect.Y
		got[item.Area] = append(got[item.Area], item.Note)
	}
	if len(got) != len(want) {
		t.Fatalf("after %s: cards on %d cells, relationships on %d", after, len(got), len(want))
	}
	for key, ids := range want {
		if !slices.Equal(got[key], ids) {
			t.Fatalf("after %s: %s shows %v, the block says %v", after, key, got[key], ids)
		}
	}
	if len(block) != len(p.Block(canvas.CustomerRelationships)) {
		t.Fatalf("after %s: the block holds what is no relationship", after)
	}
}

// handle does with the board what a hand might: drops something somewhere, or
// nudges a card.
func handle(t *testing.T, r *rand.Rand, s *board.Relationships, size geometry.Size) string {
	t.Helper()
	items := s.Items()
	item := items[r.IntN(len(items))]
	copied := r.IntN(3) == 0
	if r.IntN(3) == 0 {
		if _, err := s.Nudge([]board.Key{item.Key}, board.Direction(r.IntN(4)), copied); err != nil {
			t.Fatalf("nudging %s: %v", item.Key, err)
		}
		return "nudging " + string(item.Key)
	}
	at := geometry.Point{X: r.Float64() * size.W, Y: r.Float64() * size.H}
	drop, ok := s.DropAt([]board.Key{item.Key}, at, copied)
	if !ok {
		return "nothing"
	}
	do := drop.Do
	if drop.Ask != nil {
		do = func() ([]board.Key, error) { return drop.Ask.Pick(r.IntN(len(drop.Ask.Options))) }
	}
	if _, err := do(); err != nil {
		t.Fatalf("dropping %s at %v: %v", item.Key, at, err)
	}
	return "dropping " + string(item.Key)
}

func TestBoardAndBlockNeverDisagree(t *testing.T) {
	words, look, size := locale.Of("en"), scene.Light(), geometry.Size{W: 1300, H: 900}
	for seed := range canvastest.Seeds(12) {
		r := rand.New(rand.NewPCG(seed, 11))
		doc := document.New(canvastest.Random(seed, 10+r.IntN(30)), "")
		s := board.NewRelationships(doc, words, look, &board.Memory{})
		doc.Listen(func(document.Change) { s.Arrange(size) })
		s.Arrange(size)
		first, steps := doc.Project(), 0
		for range 50 {
			what := "undo and redo"
			switch r.IntN(6) {
			case 0:
				for range r.IntN(4) {
					doc.Undo()
				}
				for range r.IntN(3) {
					doc.Redo()
				}
			case 1, 2:
				what = handle(t, r, s, size)
			default:
				_ = doc.Do("edit.move", func(p *canvas.Project) (next *canvas.Project, err error) { // what cannot be done changes nothing
					next, what, err = canvastest.Edit(r, p)
					return next, err
				})
			}
			agree(t, doc.Project(), s, what)
		}
		for doc.Redo() { // what was undone last
			agree(t, doc.Project(), s, "redo")
		}
		last := doc.Project()
		for doc.Undo() {
			steps++
		}
		agree(t, doc.Project(), s, "undoing all")
		if d := canvastest.Diff(first, doc.Project()); d != "" {
			t.Fatalf("seed %d: undoing all does not give the start:\n%s", seed, d)
		}
		for doc.Redo() {
			steps--
		}
		agree(t, doc.Project(), s, "redoing all")
		if d := canvastest.Diff(last, doc.Project()); d != "" || steps != 0 {
			t.Fatalf("seed %d: redoing all does not give the end:\n%s", seed, d)
		}
	}
}
