package ui

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ninefold/canvas"
	"ninefold/canvas/check"
	"ninefold/export/findings"
	"ninefold/ui/kit"
)

// shown are the checks whose cards the review shows, open and set aside.
func (tr *trial) shown() (open, aside []string) {
	for _, o := range tr.w.review.list.Objects {
		if c, ok := o.(*card); ok && c.aside {
			aside = append(aside, c.finding.Key())
		} else if ok {
			open = append(open, c.finding.Key())
		}
	}
	return open, aside
}

// middle is the middle of an object in the window.
func middle(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.AddXY(o.Size().Width/2, o.Size().Height/2)
}

// card returns the card of a finding about a note.
func (tr *trial) card(key string, id canvas.ID) *card {
	tr.t.Helper()
	for _, o := range tr.w.review.list.Objects {
		if c, ok := o.(*card); ok && c.finding.Key() == key && (id == "" || c.finding.Concerns(id)) {
			return c
		}
	}
	tr.t.Fatalf("no card says %s about %s", key, id)
	return nil
}

func TestReviewFollowsTheSelection(t *testing.T) {
	tr := newTrial(t)
	open, _ := tr.w.doc.Findings()
	if len(open) <= mostFindings {
		t.Fatalf("the trial has too few findings for this test: %d", len(open))
	}
	if got, _ := tr.shown(); len(got) != mostFindings || got[0] != open[0].Key() {
		t.Errorf("with nothing selected the review shows %v", got)
	}
	objects := tr.w.review.list.Objects
	last, ok := objects[len(objects)-1].(*fynecanvas.Text)
	if more := tr.w.words.N("findings.more", len(open)-mostFindings); !ok || last.Text != more {
		t.Errorf("the review does not end in %q", more)
	}

	tr.w.doc.Select(vans)
	if got, _ := tr.shown(); !slices.Equal(got, []string{"orphan_note"}) {
		t.Errorf("with the vans selected the review shows %v", got)
	}
	tr.w.doc.SelectBlock(canvas.KeyPartnerships)
	if got, _ := tr.shown(); !slices.Equal(got, []string{"block_empty:key_partnerships"}) {
		t.Errorf("in an empty block the review shows %v", got)
	}
	tr.w.doc.Select(shop)
	if tr.w.review.object.Visible() {
		t.Error("the review is there with nothing to show")
	}
	if side := tr.w.review.shelf; side.Objects[0].Size().Height != side.Size().Height {
		t.Error("the inspector does not get the room of the review")
	}
	tr.w.doc.Select(shop, vans)
	if got, _ := tr.shown(); !slices.Equal(got, []string{"orphan_note"}) {
		t.Errorf("with two notes selected the review shows %v", got)
	}
}

// An edit that settles something takes its card away, undo brings it back.
func TestReviewFollowsEdits(t *testing.T) {
	tr := newTrial(t)
	tr.w.doc.Select(vans)
	before := tr.w.status.weight.Text
	if err := tr.w.doc.Do("edit.serve", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.Serve(p, vans, families, true)
	}); err != nil {
		t.Fatal(err)
	}
	if got, _ := tr.shown(); len(got) > 0 {
		t.Errorf("after the edit the review shows %v", got)
	}
	tr.w.Run("edit_undo")
	if got, _ := tr.shown(); !slices.Equal(got, []string{"orphan_note"}) {
		t.Errorf("after undo the review shows %v", got)
	}
	if err := tr.w.doc.Do("edit.add", func(p *canvas.Project) (*canvas.Project, error) {
		p, _, err := canvas.AddNote(p, canvas.Note{Text: "Ride"}, canvas.ValuePropositions, canvas.AtEnd)
		return p, err
	}); err != nil {
		t.Fatal(err)
	}
	if before == "" || tr.w.status.weight.Text == before {
		t.Errorf("the status bar says %q before and %q after two gaps fewer", before, tr.w.status.weight.Text)
	}
}

// F8 goes through all findings and around the end, Shift+F8 goes back.
func TestWalkingThroughFindings(t *testing.T) {
	tr := newTrial(t)
	open, _ := tr.w.doc.Findings()
	at := func(want int) {
		t.Helper()
		f := &open[want]
		if !tr.w.review.current.Same(f) {
			t.Fatalf("at %s, want %s", tr.w.review.current.Key(), f.Key())
		}
		if len(f.Notes) > 0 && !slices.Equal(tr.w.doc.Selection(), f.Notes[:1]) || len(f.Notes) == 0 && tr.w.doc.Block() != f.Block {
			t.Fatalf("%s selects %v in %s", f.Key(), tr.w.doc.Selection(), tr.w.doc.Block())
		}
		if c := tr.card(f.Key(), ""); !slices.ContainsFunc(tr.w.review.cards, func(c *card) bool { return c.finding.Same(f) && c.marked }) {
			t.Fatalf("the card of %s is not marked", c.finding.Key())
		}
	}
	for i := range open {
		tr.Key(fyne.KeyF8)
		at(i)
	}
	tr.Key(fyne.KeyF8)
	at(0)
	tr.Chord(fyne.KeyModifierShift, fyne.KeyF8)
	at(len(open) - 1)
	tr.Chord(fyne.KeyModifierShift, fyne.KeyF8)
	at(len(open) - 2)
}

// Where a block has too many findings, the one that was gone to is among those
// that are shown.
func TestWalkingReachesTheLastOfMany(t *testing.T) {
	p := canvas.New("Crowd", "en", "EUR")
	for range 30 {
		p, _, _ = canvas.AddNote(p, canvas.Note{Text: "Note"}, canvas.Channels, canvas.AtEnd)
	}
	for i := range 30 {
		p, _ = canvas.SetText(p, p.Block(canvas.Channels)[i].ID, "Note "+strconv.Itoa(i))
	}
	tr := newTrialOf(t, p)
	tr.w.doc.SelectBlock(canvas.Channels)
	for _, f := range tr.w.review.open {
		tr.w.review.mark(f)
		switch got, _ := tr.shown(); {
		case len(got) != mostFindings:
			t.Fatalf("the review shows %d cards", len(got))
		case len(f.Notes) > 0 && !tr.card(f.Key(), f.Notes[0]).marked:
			t.Fatalf("%s about %v is not marked", f.Key(), f.Notes)
		}
	}
}

func TestWalkingBeginsAtTheEndBackwards(t *testing.T) {
	tr := newTrial(t)
	open, _ := tr.w.doc.Findings()
	tr.w.Run("review_previous")
	if !tr.w.review.current.Same(&open[len(open)-1]) {
		t.Errorf("the first step back leads to %s", tr.w.review.current.Key())
	}
}

// After what was gone to is settled, the walk goes on where it was.
func TestWalkingGoesOn(t *testing.T) {
	tr := newTrial(t)
	open, _ := tr.w.doc.Findings()
	tr.w.goTo(open[3])
	tr.w.askSetAside(open[3])
	tr.w.answer(t, "button.set_aside")
	tr.w.Run("review_next")
	if !tr.w.review.current.Same(&open[4]) {
		t.Errorf("the walk goes on at %s, want %s", tr.w.review.current.Key(), open[4].Key())
	}
}

func TestNothingToWalkThrough(t *testing.T) {
	tr := newTrialOf(t, canvas.New("Empty", "en", "EUR"))
	if tr.w.Run("review_next") || tr.w.Run("review_previous") {
		t.Error("an empty canvas has findings to go to")
	}
	if tr.w.review.object.Visible() || tr.w.status.weight.Text != "" {
		t.Error("an empty canvas has findings to show")
	}
}

func TestCardLeadsToItsNote(t *testing.T) {
	tr := newTrial(t)
	tr.w.win.Resize(fyne.NewSize(1400, 2400)) // with room for all cards
	c := tr.card("segment_without_relationship", fleets)
	tr.Click(middle(c).SubtractXY(20, 0)) // beside the button in the corner
	if got := tr.w.doc.Selection(); !slices.Equal(got, []canvas.ID{fleets}) {
		t.Fatalf("the card selects %v", got)
	}
	if !tr.w.review.current.Same(&c.finding) || tr.w.win.Canvas().Focused() != fyne.Focusable(tr.w.board) {
		t.Error("the card does not lead to the board")
	}
}

// Notes with a gap or a risk are marked on the canvas, those with hints alone
// are not.
func TestNotesToLookAtAreMarked(t *testing.T) {
	tr := newTrial(t)
	if warned := tr.w.doc.Warned(); !warned[families] || !warned[fleets] || warned[vans] || warned[shop] {
		t.Errorf("marked are %v", warned)
	}
	open, _ := tr.w.doc.Findings()
	for _, f := range open {
		if f.Concerns(fleets) {
			if err := tr.w.doc.Do("edit.set_aside", func(p *canvas.Project) (*canvas.Project, error) {
				return canvas.SetAsideFinding(p, f.Key(), f.Notes, "")
			}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if warned := tr.w.doc.Warned(); warned[fleets] || !warned[families] {
		t.Errorf("after all about one segment was set aside, marked are %v", warned)
	}
}

// A finding about a note that the relationship board does not hold is shown on
// the canvas.
func TestFindingsLeadToTheirView(t *testing.T) {
	tr := newTrial(t)
	tr.w.Run("view_relationships")
	open, _ := tr.w.doc.Findings()
	segment := open[slices.IndexFunc(open, func(f check.Finding) bool { return f.Block == canvas.CustomerSegments })]
	tr.w.goTo(segment)
	if tr.w.view != viewRelationships {
		t.Error("a segment is not shown on the relationship board")
	}
	tr.w.goTo(open[slices.IndexFunc(open, func(f check.Finding) bool { return f.Block == canvas.KeyResources })])
	if tr.w.view != viewCanvas {
		t.Error("a resource is not shown on the canvas")
	}
}

func TestSettingAsideAndBringingBack(t *testing.T) {
	tr := newTrial(t)
	tr.w.doc.Select(vans)
	tr.Click(middle(tr.card("orphan_note", vans).act))
	if tr.w.win.Canvas().Overlays().Top() == nil {
		t.Fatal("setting aside asks nothing")
	}
	tr.Type("common to all")
	tr.Key(fyne.KeyReturn)
	if tr.w.busy() {
		t.Fatal("Enter does not answer")
	}
	if got := tr.w.doc.Project().Head().SetAside; len(got) != 1 || got[0].Reason != "common to all" || !got[0].Is("orphan_note", []canvas.ID{vans}) {
		t.Fatalf("set aside: %+v", got)
	}
	if tr.w.doc.UndoName() != "edit.set_aside" {
		t.Errorf("the step is called %s", tr.w.doc.UndoName())
	}
	if open, aside := tr.shown(); len(open)+len(aside) > 0 {
		t.Errorf("the review shows %v and %v", open, aside)
	}
	unfold := tr.w.review.list.Objects[len(tr.w.review.list.Objects)-1].(*fyne.Container).Objects[0].(*kit.Button)
	tr.Click(middle(unfold))
	c := tr.card("orphan_note", vans)
	if !c.aside || c.finding.Reason != "common to all" {
		t.Fatalf("what was set aside is shown as %+v", c.finding)
	}
	tr.Click(middle(c.act))
	if open, aside := tr.shown(); !slices.Equal(open, []string{"orphan_note"}) || len(aside) > 0 {
		t.Errorf("brought back, the review shows %v and %v", open, aside)
	}
	tr.w.Run("edit_undo")
	tr.w.Run("edit_undo")
	if len(tr.w.doc.Project().Head().SetAside) != 0 {
		t.Error("two undos leave something set aside")
	}
}

func TestSettingAsideIsGivenUpByEscape(t *testing.T) {
	tr := newTrial(t)
	tr.w.doc.Select(vans)
	tr.Click(middle(tr.card("orphan_note", vans).act))
	tr.Type("no")
	tr.Key(fyne.KeyEscape)
	if tr.w.busy() || len(tr.w.doc.Project().Head().SetAside) > 0 {
		t.Error("Escape does not give up")
	}
}

// A card says all to assistive technology, its severity too.
func TestCardsHaveLabels(t *testing.T) {
	tr := newTrial(t)
	tr.w.doc.Select(vans)
	c := tr.card("orphan_note", vans)
	want := "hint: Stands alone. “Café vans” serves no segment and is linked with nothing. " + findings.Advice(tr.w.words, &c.finding)
	if got := c.AccessibilityLabel(); got != want {
		t.Errorf("the label is %q, want %q", got, want)
	}
	if c.act.AccessibilityLabel() != "Set aside: Stands alone" {
		t.Errorf("the button's label is %q", c.act.AccessibilityLabel())
	}
	advice := findings.Advice(tr.w.words, &c.finding)
	if text := c.words.String(); text != strings.TrimSuffix(want[len("hint: "):], " "+advice) {
		t.Errorf("the card reads %q", text)
	}
	tr.w.goTo(c.finding)
	if text := tr.card("orphan_note", vans).words.String(); text != want[len("hint: "):] {
		t.Errorf("the card that was gone to reads %q", text)
	}
}

// The list is walked through and worked by keyboard alone.
func TestListByKeyboard(t *testing.T) {
	tr := newTrial(t)
	focused := func() *card {
		t.Helper()
		c, ok := tr.w.win.Canvas().Focused().(*card)
		if !ok {
			t.Fatalf("no card has the focus but %T", tr.w.win.Canvas().Focused())
		}
		return c
	}
	at := func(want int) {
		t.Helper()
		if got := slices.Index(tr.w.review.cards, focused()); got != want {
			t.Fatalf("the focus is on card %d, want %d", got, want)
		}
	}
	tr.w.Run("review_list")
	at(0)
	if !strings.HasSuffix(focused().words.String(), findings.Advice(tr.w.words, &focused().finding)) {
		t.Error("a card with the focus gives no advice")
	}
	tr.Key(fyne.KeyUp)
	at(0)
	tr.Key(fyne.KeyDown)
	at(1)
	gone := focused().finding
	tr.Key(fyne.KeyDelete)
	tr.Type("on purpose")
	tr.Key(fyne.KeyReturn)
	at(1)
	if _, aside := tr.w.doc.Findings(); len(aside) != 1 || !aside[0].Same(&gone) || aside[0].Reason != "on purpose" {
		t.Errorf("set aside: %+v", aside)
	}
	tr.w.Run("edit_undo")
	at(1)
	tr.Key(fyne.KeyReturn)
	if f := tr.w.review.current; !f.Same(&gone) || tr.w.win.Canvas().Focused() != fyne.Focusable(tr.w.board) {
		t.Errorf("Enter leads to %s", f.Key())
	}
	tr.w.win.Canvas().Focus(tr.w.review.cards[0])
	tr.Key(fyne.KeyF8)
	if f := tr.w.review.current; f.Same(&gone) {
		t.Error("F8 does not go on from a card")
	}
	tr.w.Run("review_list")
	if !focused().marked {
		t.Error("the list is not entered where the walk stands")
	}
	tr.Key(fyne.KeyEscape)
	if tr.w.win.Canvas().Focused() != fyne.Focusable(tr.w.board) {
		t.Error("Escape does not lead back to the board")
	}
}

// What was set aside is brought back by keyboard, too.
func TestBringingBackByKeyboard(t *testing.T) {
	tr := newTrial(t)
	tr.w.doc.Select(vans)
	tr.w.Run("review_list")
	tr.Key(fyne.KeyDelete)
	tr.Key(fyne.KeyReturn)
	tr.w.focusView()
	tr.w.Run("review_list") // nothing is open, so it leads to what is set aside
	c, ok := tr.w.win.Canvas().Focused().(*card)
	if !ok || !c.aside {
		t.Fatal("the list is not entered at what was set aside")
	}
	tr.Key(fyne.KeyDelete)
	if open, aside := tr.shown(); !slices.Equal(open, []string{"orphan_note"}) || len(aside) > 0 {
		t.Errorf("brought back, the review shows %v and %v", open, aside)
	}
}

// Out of a field of the inspector F8 goes on, too: what was typed is kept.
func TestWalkingOnFromAField(t *testing.T) {
	tr := newTrial(t)
	tr.Key(fyne.KeyF8)
	first := tr.w.review.current
	var field fyne.Focusable
	for _, o := range test.LaidOutObjects(tr.w.inspector.Object()) {
		if e, ok := o.(interface {
			fyne.Focusable
			Pending() bool
		}); ok && field == nil {
			field = e
		}
	}
	tr.w.win.Canvas().Focus(field)
	tr.Type("x")
	tr.Key(fyne.KeyF8)
	if tr.w.review.current.Same(&first) || tr.w.doc.UndoName() != "edit.text" {
		t.Errorf("F8 in a field leads to %s, the step is %q", tr.w.review.current.Key(), tr.w.doc.UndoName())
	}
}
