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

// What people call a type or a tactic finds it; what is only mentioned in an
// explanation comes after, and a type of that name can always be added.
func TestSearchKnowsWordsOfTheField(t *testing.T) {
	b := newTable(t)
	look := func(text string) []string {
		b.Click(b.at("palette:search"))
		b.Key(fyne.KeyEscape)
		b.Click(b.at("palette:search"))
		b.Type(text)
		return b.tokens()
	}
	if got := look("referrals"); !slices.Contains(got, "tactic:referral") || len(got) > 2 {
		t.Errorf("referrals are %v", got)
	}
	if got := look("Self-Checkout"); !slices.Equal(got, []string{"token:self_service"}) {
		t.Errorf("self-checkout is %v", got)
	}
	places := func() map[board.Key]float64 {
		y := map[board.Key]float64{}
		for key, r := range b.board.Places() {
			y[key] = r.Y
		}
		return y
	}
	look("forum")
	if y := places(); y["token:communities"] == 0 || y["palette:new"] < y["token:communities"] {
		t.Errorf("forum: %v", b.tokens())
	}
	look("ikea") // stands in an example alone
	if got := b.tokens(); !slices.Equal(got, []string{"token:self_service"}) {
		t.Errorf("what mentions ikea is %v", got)
	}
	look("Riders’ council")
	if got := b.tokens(); len(got) > 0 {
		t.Errorf("found are %v", got)
	}
	b.Key(fyne.KeyReturn)
	if b.board.At() != "palette:new" {
		t.Fatalf("the keyboard is at %s", b.board.At())
	}
	b.runs = map[string]bool{"insert_type": true}
	b.Key(fyne.KeyReturn)
	if !slices.Contains(b.ran, "insert_type") {
		t.Error("nothing offers to add a type of that name")
	}
}

// A text that is longer than the search's field is seen at the cursor, and is
// one line whatever is typed or pasted.
func TestSearchIsOneLine(t *testing.T) {
	b := newTable(t)
	b.Click(b.at("palette:search"))
	b.Type("what is much longer than the field of the palette")
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(" two\nlines")
	b.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	release := b.Hold(fyne.KeyModifierShift)
	b.Key(fyne.KeyReturn)
	release()
	if b.board.Editing() {
		t.Error("Shift+Enter breaks the line")
	}
	b.Click(b.at("palette:clear"))
}

// Enter and a double click in a cell offer the types, those first that are
// expected, and the new card is written at once.
func TestFillingACell(t *testing.T) {
	b := newTable(t)
	b.DoubleClick(b.at(cell(fleets, canvas.StageAcquire)))
	if b.asked == nil || len(b.asked.Options) != len(catalog.Types()) {
		t.Fatalf("asked is %+v", b.asked)
	}
	if first := b.asked.Options[0]; first.Text != "Dedicated assistance" || first.Group == "" || first.Group == b.asked.Options[1].Group {
		t.Errorf("the first option is %+v", first)
	}
	b.answer("Co-creation")
	if !b.board.Editing() {
		t.Fatal("the new card is not written")
	}
	b.Type("Draw a frame")
	b.Key(fyne.KeyReturn)
	n := b.newest()
	if n.Relationship.Type != "co_creation" || n.Text != "Draw a frame" {
		t.Fatalf("the newest relationship is %+v", n)
	}
	b.wantStands(n.ID, canvas.Cell{Segment: fleets, Stage: canvas.StageAcquire})

	b.asked = nil
	b.Click(b.low(cell(riders, canvas.StageAcquire)))
	b.Key(fyne.KeyReturn) // a cell that holds cards is filled in the same way
	if b.asked == nil || b.asked.Options[0].Group != "" {
		t.Fatalf("asked is %+v", b.asked)
	}
	b.Click(b.at(board.Key("fold:" + riders)))
	b.asked = nil
	b.DoubleClick(b.at(cell(riders, canvas.StageGrow)))
	if b.asked != nil {
		t.Error("a folded row offers to be filled")
	}
	if r := b.board.Places()[cell(riders, canvas.StageGrow)]; r.H < 60 {
		t.Error("a double click does not unfold a row")
	}
}
