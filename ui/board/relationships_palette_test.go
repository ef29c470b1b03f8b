package board_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/ui/board"
)

// answer chooses an option by its text.
func (b *bench) answer(text string) {
	b.t.Helper()
	if b.asked == nil {
		b.t.Fatal("nothing is asked")
	}
	i := slices.IndexFunc(b.asked.Options, func(o board.Option) bool { return o.Text == text })
	if i < 0 {
		b.t.Fatalf("%q is not offered: %+v", text, b.asked.Options)
	}
	if _, err := b.asked.Pick(i); err != nil {
		b.t.Fatal(err)
	}
}

// tokens are the keys of what the palette shows.
func (b *bench) tokens() []string {
	var out []string
	for key := range b.board.Places() {
		if strings.HasPrefix(string(key), "token:") || strings.HasPrefix(string(key), "tactic:") {
			out = append(out, string(key))
		}
	}
	slices.Sort(out)
	return out
}

func TestPaletteHoldsTypesAndTactics(t *testing.T) {
	b := newTable(t)
	b.MoveTo(b.at("token:communities"))
	seen := map[string]bool{}
	for range 40 { // scrolling down
		for _, key := range b.tokens() {
			seen[key] = true
		}
		b.Scroll(-60)
	}
	for _, typ := range catalog.Types() {
		if !seen["token:"+typ.ID] {
			t.Errorf("type %s is not in the palette", typ.ID)
		}
	}
	for _, tactic := range catalog.Tactics() {
		if !seen["tactic:"+tactic.ID] {
			t.Errorf("tactic %s is not in the palette", tactic.ID)
		}
	}
}

func TestTypingInThePaletteSearches(t *testing.T) {
	b := newTable(t)
	b.Click(b.at("token:communities"))
	b.Type("co-C") // letters small or large
	if got := b.tokens(); !slices.Equal(got, []string{"token:co_creation"}) {
		t.Fatalf("found are %v", got)
	}
	b.Key(fyne.KeyReturn)
	if b.board.Editing() || b.board.At() != "token:co_creation" {
		t.Fatalf("the keyboard is at %s", b.board.At())
	}
	b.Key(fyne.KeyReturn) // placed where the user works
	b.Key(fyne.KeyReturn)
	if n := b.doc.Selected(); n == nil || n.Relationship.Type != "co_creation" {
		t.Errorf("placed is %+v", n)
	}
	b.Click(b.at("token:co_creation"))
	b.Type("trial") // what was looked for before is gone
	if got := b.tokens(); !slices.Equal(got, []string{}) && !slices.Contains(got, "tactic:trial") {
		t.Errorf("found are %v", got)
	}
	b.Key(fyne.KeyEscape)
	if got := b.tokens(); len(got) < 9 {
		t.Errorf("after Escape there are %v", got)
	}

	b.Click(b.at("palette:search"))
	b.Type("nothing is called that")
	if got := b.tokens(); len(got) != 0 {
		t.Errorf("found are %v", got)
	}
	b.Key(fyne.KeyDown)
	if b.board.At() != "palette:new" {
		t.Errorf("the keyboard is at %s", b.board.At())
	}
	b.Click(b.at("palette:clear"))
	if got := b.tokens(); len(got) < 9 {
		t.Errorf("once cleared there are %v", got)
	}
	b.wantUndo("edit.add_relationship") // searching is no step
}

func TestTacticJoinsTheRelationshipItIsDroppedOn(t *testing.T) {
	b := newTable(t)
	b.Click(b.at("palette:search"))
	b.Type("show it")
	b.Key(fyne.KeyReturn)
	b.Drag(b.at("tactic:demonstration"), b.note(signUp))
	if got := b.doc.Project().Note(signUp).Relationship.Tactics; !slices.Equal(got, []string{"demonstration"}) {
		t.Fatalf("tactics are %v", got)
	}
	b.wantUndo("edit.add_tactic")
	b.wantSelected(signUp)
	before := b.doc.Project()
	b.Drag(b.at("tactic:demonstration"), b.note(signUp)) // it is there already
	if b.doc.Project() != before {
		t.Error("the tactic joined twice")
	}
	b.doc.Undo()
	if got := b.doc.Project().Note(signUp).Relationship.Tactics; len(got) != 0 {
		t.Errorf("after undo tactics are %v", got)
	}
}

func TestTacticOnACellAsksForTheType(t *testing.T) {
	b := newTable(t)
	b.Click(b.at("palette:search"))
	b.Type("show it")
	b.Key(fyne.KeyReturn)
	before := b.doc.Project()
	to := canvas.Cell{Segment: fleets, Stage: canvas.StageConsider}
	b.Drag(b.at("tactic:demonstration"), b.at(cell(to.Segment, to.Stage)))
	if b.asked == nil || b.doc.Project() != before {
		t.Fatal("a relationship was made before its type was known")
	}
	b.answer("Dedicated assistance")
	n := b.newest()
	if n.Relationship.Type != "dedicated_assistance" || !slices.Equal(n.Relationship.Tactics, []string{"demonstration"}) {
		t.Errorf("made is %+v", n.Relationship)
	}
	b.wantStands(n.ID, to)
	b.wantSelected(n.ID)
	b.doc.Undo()
	if b.doc.Project() != before {
		t.Error("it was more than one step")
	}
}

func TestTacticPlacedByKeyboard(t *testing.T) {
	b := newTable(t)
	b.Click(b.note(club)) // where placing begins
	b.Click(b.at("palette:search"))
	b.Type("show it")
	b.Key(fyne.KeyReturn)
	b.Key(fyne.KeyReturn)
	for range 4 {
		b.Key(fyne.KeyLeft) // to the first cell
	}
	b.Key(fyne.KeyUp) // to the card in it
	b.Key(fyne.KeyReturn)
	if got := b.doc.Project().Note(signUp).Relationship.Tactics; !slices.Equal(got, []string{"demonstration"}) {
		t.Errorf("tactics are %v", got)
	}
	b.asked = nil
	b.board.GoTo("tactic:demonstration")
	b.Key(fyne.KeyReturn)
	b.Key(fyne.KeyDown)
	b.Key(fyne.KeyReturn)
	if b.asked == nil {
		t.Error("on a cell nothing is asked")
	}
}
