package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/ui/costs/grid"
	"ninefold/ui/uitest"
)

// costTrial is a trial of the view of costs: two relationships, the second
// without costs, and a cost on another note.
func costTrial(t *testing.T) *trial {
	t.Helper()
	amount := func(s string) *decimal.Decimal { d := decimal.RequireFromString(s); return &d }
	p := canvas.New("Bicycles", "en", "EUR")
	for _, n := range []canvas.Note{
		{ID: families, Block: canvas.CustomerSegments, Text: "Families"},
		{ID: fleets, Block: canvas.CustomerSegments, Text: "Courier fleets"},
		{
			ID: app, Block: canvas.CustomerRelationships, Text: "In the app", Segments: []canvas.ID{families},
			Relationship: &canvas.Relationship{Type: "self_service", Stage: canvas.StageAcquire},
			Costs: []canvas.CostLine{
				{ID: "cl_ads", Label: "Advertising", Behaviour: canvas.BehaviourMonthly, Amount: amount("320")},
				{ID: "cl_app", Label: "App", Behaviour: canvas.BehaviourOneOff, Amount: amount("1800")},
			},
		},
		{
			ID: shop, Block: canvas.CustomerRelationships, Text: "Club", Segments: []canvas.ID{fleets},
			Relationship: &canvas.Relationship{Type: "communities", Stage: canvas.StageRetain},
		},
		{ID: vans, Block: canvas.CostStructure, Text: "Workshop", Costs: []canvas.CostLine{
			{ID: "cl_rent", Label: "Rent", Behaviour: canvas.BehaviourMonthly, Amount: amount("1650")},
		}},
	} {
		var err error
		if p, _, err = canvas.AddNote(p, n, n.Block, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	tr := newTrialOf(t, p)
	tr.w.show(viewCosts)
	return tr
}

// lines are all cost lines as the table says them, but for their segments.
func (tr *trial) lines() []string {
	var out []string
	table := tr.w.costs.Table()
	for i := range table.Rows {
		if r := &table.Rows[i]; r.Kind == grid.Line {
			out = append(out, strings.Join([]string{table.Text(r, grid.Label), table.Text(r, grid.Behaviour), table.Text(r, grid.Amount)}, "|"))
		}
	}
	return out
}

func (tr *trial) wantLines(want ...string) {
	tr.t.Helper()
	if got := tr.lines(); !slices.Equal(got, want) {
		tr.t.Fatalf("the lines are %q, want %q", got, want)
	}
}

// wantUndo checks the name of the last step.
func (tr *trial) wantUndo(want string) {
	tr.t.Helper()
	if got := tr.w.doc.UndoName(); got != want {
		tr.t.Fatalf("the last step is %q, want %q", got, want)
	}
}

// cell is the middle of a cell, such as "cost:cl_ads:amount".
func (tr *trial) cell(key string) fyne.Position {
	tr.t.Helper()
	r, ok := tr.w.costs.Places()[key]
	if !ok {
		tr.t.Fatalf("%s is not in sight", key)
	}
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(tr.w.main)
	return origin.AddXY(float32(r.Center().X), float32(r.Center().Y))
}

const (
	ads  = "Advertising|monthly|320.00"
	once = "App|once, over 24 months|1,800.00"
	rent = "Rent|monthly|1,650.00"
)

func TestTypingCosts(t *testing.T) {
	tr := costTrial(t)
	tr.Click(tr.cell("cost:cl_ads:amount"))
	if n := tr.w.doc.Selected(); n == nil || n.ID != app {
		t.Error("the line's note is not selected")
	}
	tr.Type("12k")
	tr.Key(fyne.KeyReturn)
	tr.wantLines("Advertising|monthly|12,000.00", once, rent)
	tr.wantUndo("edit.cost")
	tr.Type("900")
	tr.Key(fyne.KeyDown)
	tr.wantLines("Advertising|monthly|12,000.00", "App|once, over 24 months|900.00", rent)
	tr.w.Run("edit_undo")
	tr.w.Run("edit_undo")
	tr.wantLines(ads, once, rent)

	tr.Click(tr.cell("cost:cl_ads:label"))
	tr.Key(fyne.KeyF2)
	tr.Type(" online")
	tr.Key(fyne.KeyTab)
	tr.wantLines("Advertising online|monthly|320.00", once, rent)
	tr.Type("B")
	tr.Key(fyne.KeyTab)
	tr.wantUndo("edit.serve")
	tr.Type("gro")
	tr.Key(fyne.KeyTab)
	tr.wantUndo("edit.relationship")
	tr.Type("quart")
	tr.Key(fyne.KeyReturn)
	if n := tr.w.doc.Project().Note(app); n.Relationship.Stage != canvas.StageGrow || !n.Serves(fleets) || n.Serves(families) {
		t.Errorf("the relationship is %+v, %v", n.Relationship, n.Segments)
	}
	tr.wantLines("Advertising online|quarterly|320.00", once, rent)
	tr.Type("x")
	tr.Key(fyne.KeyEscape)
	tr.wantLines("Advertising online|quarterly|320.00", once, rent)
}

func TestWhatCannotBeTypedIsSaidBesideTheCell(t *testing.T) {
	tr := costTrial(t)
	for _, c := range []struct{ typed, says string }{
		{"=2+3", "formula"}, {"many", "not a number"}, {"-5", "below zero"}, {"1000000000000000000000000000000", "larger"},
	} {
		tr.Click(tr.cell("cost:cl_ads:amount"))
		tr.Type(c.typed)
		tr.Key(fyne.KeyReturn)
		if got := tr.w.costs.Hint(); !strings.Contains(got, c.says) || !tr.w.costs.Editing() {
			t.Errorf("%q is answered by %q", c.typed, got)
		}
		tr.Key(fyne.KeyEscape)
	}
	tr.Click(tr.cell("cost:cl_ads:amount"))
	tr.Type("=")
	if tr.w.costs.Hint() == "" {
		t.Error("a formula is refused only at its end")
	}
	tr.Key(fyne.KeyEscape)
	if tr.w.costs.Hint() != "" || tr.w.doc.UndoName() != "" {
		t.Error("something of it is left")
	}
	tr.Click(tr.cell("cost:cl_ads:monthly"))
	tr.Type("7")
	if !strings.Contains(tr.w.costs.Hint(), "worked out") {
		t.Errorf("typing over what is worked out is answered by %q", tr.w.costs.Hint())
	}
	tr.Key(fyne.KeyEscape)
	tr.wantLines(ads, once, rent)
}

func TestCostCellsAreCopiedAndPasted(t *testing.T) {
	tr := costTrial(t)
	tr.Click(tr.cell("cost:cl_ads:amount"))
	release := tr.Hold(fyne.KeyModifierShift)
	tr.Key(fyne.KeyDown)
	release()
	tr.Shortcut(&fyne.ShortcutCopy{Clipboard: clipboard()})
	if got := clipboard().Content(); got != "320.00\n1,800.00\n" {
		t.Errorf("copied is %q", got)
	}
	clipboard().SetContent("1\n2\n3\n4\n")
	tr.Click(tr.cell("cost:cl_ads:amount"))
	tr.Shortcut(&fyne.ShortcutPaste{Clipboard: clipboard()})
	tr.wantLines("Advertising|monthly|1.00", "App|once, over 24 months|2.00", "Rent|monthly|3.00", "|monthly|4.00")
	tr.wantUndo("edit.paste_cost")
	tr.ctrl(fyne.KeyZ)
	tr.wantLines(ads, once, rent)

	clipboard().SetContent("1\nx\n")
	tr.Shortcut(&fyne.ShortcutPaste{Clipboard: clipboard()})
	wantSaid(t, tr.w, "Row 2, Amount: This is not a number")
	tr.Key(fyne.KeyReturn)
	tr.wantLines(ads, once, rent)

	tr.Click(tr.cell("note:nt_shop"))
	clipboard().SetContent("Party\tB\tRetain\tyearly\t1200\nPrizes\t\t\tmonthly\t20\n")
	tr.Shortcut(&fyne.ShortcutPaste{Clipboard: clipboard()})
	tr.wantLines(ads, once, "Party|yearly|1,200.00", "Prizes|monthly|20.00", rent)
	tr.Shortcut(&fyne.ShortcutCut{Clipboard: clipboard()})
	tr.wantLines(ads, once, "|yearly|", "|monthly|", rent)
}

func TestCostLinesComeAndGo(t *testing.T) {
	tr := costTrial(t)
	tr.Click(tr.cell("cost:cl_ads:label"))
	tr.w.Run("insert_cost")
	tr.Type("Leaflets")
	tr.Key(fyne.KeyTab)
	tr.wantLines(ads, "Leaflets|monthly|", once, rent)
	tr.ctrl(fyne.KeyD)
	tr.wantLines(ads, "Leaflets|monthly|", "Leaflets|monthly|", once, rent)
	tr.wantUndo("edit.duplicate_cost")
	tr.Chord(fyne.KeyModifierControl, fyne.KeyDelete)
	tr.wantLines(ads, "Leaflets|monthly|", once, rent)
	tr.Click(tr.cell("cost:cl_app:label"))
	tr.Chord(fyne.KeyModifierAlt, fyne.KeyDown)
	if n := tr.w.doc.Project().Note(shop); len(n.Costs) != 1 || n.Costs[0].Label != "App" {
		t.Errorf("the line did not go to the next note: %+v", n.Costs)
	}
	if n := tr.w.doc.Selected(); n == nil || n.ID != shop {
		t.Error("the selection did not go with the line")
	}
	tr.Chord(fyne.KeyModifierAlt, fyne.KeyUp)
	tr.wantLines(ads, "Leaflets|monthly|", once, rent)
	tr.Key(fyne.KeyDelete)
	tr.wantUndo("edit.clear_cost")
	tr.Key(fyne.KeyDelete)
	tr.wantLines(ads, "Leaflets|monthly|", rent)
	tr.wantUndo("edit.remove_cost")
	tr.Click(tr.cell("note:nt_shop"))
	tr.Type("Coffee")
	tr.Key(fyne.KeyReturn)
	tr.wantLines(ads, "Leaflets|monthly|", "Coffee|monthly|", rent)
	tr.Chord(fyne.KeyModifierControl, fyne.KeyReturn)
	tr.Type("Cake")
	tr.Key(fyne.KeyReturn)
	if got := tr.lines(); !slices.Contains(got, "Cake|monthly|") {
		t.Errorf("Ctrl+Enter added nothing: %q", got)
	}
}

// What words stand for can be chosen from a list, and a line moved to any note.
func TestCostWordsAreChosen(t *testing.T) {
	tr := costTrial(t)
	tr.Click(tr.cell("cost:cl_ads:behaviour"))
	tr.Key(fyne.KeyReturn)
	tr.Key(fyne.KeyReturn) // what it is already
	tr.wantLines(ads, once, rent)
	tr.wantUndo("")
	tr.Key(fyne.KeyReturn)
	tr.Type("once")
	tr.Key(fyne.KeyReturn)
	tr.wantLines("Advertising|once, over 24 months|320.00", once, rent)
	tr.w.Run("costs_move")
	tr.Type("workshop")
	tr.Key(fyne.KeyReturn)
	tr.wantLines(once, rent, "Advertising|once, over 24 months|320.00")
	tr.wantUndo("edit.move_cost")
	tr.MoveTo(tr.cell("cost:cl_rent:label")) // two clicks on different cells are no double click
	tr.Press(desktop.MouseButtonPrimary)
	tr.Release(desktop.MouseButtonPrimary)
	tr.MoveTo(tr.cell("cost:cl_app:amount"))
	tr.Press(desktop.MouseButtonPrimary)
	tr.Release(desktop.MouseButtonPrimary)
	if tr.w.costs.Editing() {
		t.Fatal("two clicks on two cells begin to edit")
	}
	tr.DoubleClick(tr.cell("cost:cl_app:stage"))
	tr.Type("grow")
	tr.Key(fyne.KeyReturn)
	if s := tr.w.doc.Project().Note(app).Relationship.Stage; s != canvas.StageGrow {
		t.Errorf("the stage is %s", s)
	}
}

func TestCostsOfAnEmptyProject(t *testing.T) {
	tr := newTrialOf(t, canvas.New("", "en", "EUR"))
	tr.w.show(viewCosts)
	if got := tr.w.costs.AccessibilityLabel(); !strings.Contains(got, "no costs yet") {
		t.Errorf("an empty table says %q", got)
	}
	for _, id := range []string{"edit_paste", "edit_select_all", "edit_delete", "edit_duplicate", "edit_copy", "edit_text"} {
		tr.w.Run(id)
	}
	tr.Click(tr.cell("costs:add"))
	tr.Key(fyne.KeyReturn)
	tr.Type("Insurance")
	tr.Key(fyne.KeyReturn)
	tr.wantLines("Insurance|monthly|")
	if notes := tr.w.doc.Project().Block(canvas.CostStructure); len(notes) != 1 || notes[0].Text != "Other costs" {
		t.Errorf("the cost structure holds %v", notes)
	}
}

func TestScenarioAndFilterOfCosts(t *testing.T) {
	tr := costTrial(t)
	tr.w.try(tr.w.doc.Do("edit.head", func(p *canvas.Project) (*canvas.Project, error) {
		double := decimal.NewFromInt(2)
		return canvas.UpdateHead(p, func(h *canvas.Head) { h.Plan.High = &canvas.Scenario{Cost: &double} }), nil
	}))
	if got := tr.w.status.costs.Text; got != "Costs €2,045 / month" || tr.w.status.counts.Text != "3 cost lines" {
		t.Errorf("the status bar says %q, %q", tr.w.status.counts.Text, got)
	}
	tr.w.setScenario(costing.ScenarioHigh)
	if got := tr.w.status.costs.Text; got != "Costs €4,090 / month" || !tr.w.costs.Table().Total.Equal(costing.Known(decimal.NewFromInt(4090))) {
		t.Errorf("in the high scenario the status bar says %q", got)
	}
	tr.w.setScenario(costing.ScenarioBase)
	tr.w.toggleShown(fleets)
	tr.wantLines(rent)
	tr.w.showAll()
	tr.Click(tr.cell("costs:stage"))
	tr.Type("acquire")
	tr.Key(fyne.KeyReturn)
	tr.wantLines(ads, once)
	tr.w.show(viewCanvas)
	if tr.w.toolbar.scenarios.Visible() || !tr.w.toolbar.zoom.Visible() {
		t.Error("the canvas has a scenario and no zoom")
	}
}

// Of thousands of lines only those in sight are drawn, and the cursor stays in
// sight.
func TestManyCostLines(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	var last canvas.ID
	for range 500 {
		n := canvas.Note{ID: canvas.NewID("nt"), Block: canvas.CostStructure, Text: "Some"}
		for range 10 {
			last = canvas.NewID("cl")
			n.Costs = append(n.Costs, canvas.CostLine{ID: last, Label: "Line", Behaviour: canvas.BehaviourMonthly})
		}
		var err error
		if p, _, err = canvas.AddNote(p, n, n.Block, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	a := newApp(t, Options{})
	a.beside = func(work, done func()) { work(); done() }
	w := a.show(&found{project: p})
	tr := &trial{Robot: uitest.New(t, w.win), t: t, app: a, w: w}
	w.show(viewCosts)
	tr.Chord(fyne.KeyModifierControl, fyne.KeyEnd)
	if c, _ := tr.w.costs.Cursor(); c.Row != 5000 {
		t.Errorf("Ctrl+End leads to row %d", c.Row)
	}
	places := tr.w.costs.Places()
	if _, ok := places["cost:"+string(last)]; !ok || len(places) > 400 {
		t.Errorf("%d places are in sight, the last line: %v", len(places), ok)
	}
	tr.MoveTo(tr.cell("cost:" + string(last)))
	tr.Scroll(1000)
	if _, ok := tr.w.costs.Places()["cost:"+string(last)]; ok {
		t.Error("the wheel scrolls nothing")
	}
}

// What a cell has no room for is said when it is pointed at.
func TestClippedCellsAreSaidWhole(t *testing.T) {
	tr := costTrial(t)
	tr.MoveTo(tr.cell("cost:cl_app:behaviour"))
	if said := tr.w.costs.Said(); said != "" {
		t.Errorf("of a cell that is whole is said %q", said)
	}
	tr.w.win.Resize(fyne.NewSize(900, 700))
	for key, want := range map[string]string{
		"cost:cl_app:behaviour": "once, over 24 months", "cost:cl_ads:amount": "",
		"note:nt_app": "", "cost:cl_rent:label": "",
	} {
		tr.MoveTo(tr.cell(key))
		if said := tr.w.costs.Said(); said != want {
			t.Errorf("of %s is said %q, want %q", key, said, want)
		}
	}
	tr.MoveTo(tr.cell("cost:cl_app:behaviour"))
	tr.Key(fyne.KeyDown)
	if said := tr.w.costs.Said(); said != "" {
		t.Errorf("after a key is still said %q", said)
	}
}

func TestFiguresSayMoreWhenPointedAt(t *testing.T) {
	tr := costTrial(t)
	f := tr.w.costs.figures
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f)
	if f.Said() != "" {
		t.Errorf("unasked they say %q", f.Said())
	}
	tr.MoveTo(at.AddXY(f.Size().Width-40, 100))
	if !strings.Contains(f.Said(), "fixed costs") || !strings.Contains(f.Said(), "Still missing: customers") {
		t.Errorf("of the break-even they say %q", f.Said())
	}
	tr.MoveTo(at.AddXY(-100, 100))
	if f.Said() != "" {
		t.Errorf("after the pointer has left they say %q", f.Said())
	}
}

// The details go to the cost line of the cursor, and follow it.
func TestDetailsGoToTheLine(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	n := canvas.Note{ID: vans, Text: "Workshop"}
	for k := range 30 {
		n.Costs = append(n.Costs, canvas.CostLine{ID: canvas.ID(fmt.Sprint("cl_", k)), Label: fmt.Sprint("Line ", k), Behaviour: canvas.BehaviourMonthly})
	}
	p, _, err := canvas.AddNote(p, n, canvas.CostStructure, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	tr := newTrialOf(t, p)
	tr.w.show(viewCosts)
	tr.Click(tr.cell("cost:cl_10:amount"))
	tr.w.costs.showDetails(true)
	tr.Type("New ")
	tr.Key(fyne.KeyReturn)
	if label := tr.w.costs.Line().Label; label != "New Line 10" {
		t.Errorf("typing in the details makes the label %q", label)
	}
	tr.w.focusView()
	tr.Chord(fyne.KeyModifierControl, fyne.KeyEnd)
	if open := tr.w.inspector.Folds(); !open["cost cl_29"] || open["cost cl_10"] {
		t.Errorf("the details do not follow the cursor: %v", open)
	}
}

func TestDetailsBesideTheCosts(t *testing.T) {
	tr := costTrial(t)
	tr.Click(tr.cell("cost:cl_rent:label"))
	tr.w.costs.showDetails(true)
	if open := tr.w.inspector.Folds(); !open["cost cl_rent"] {
		t.Errorf("in the inspector are open %v, without the cost line", open)
	}
	tr.w.costs.showDetails(false)
	tr.w.show(viewRelationships)
	if n := tr.w.doc.Selected(); n == nil || n.ID != vans {
		t.Error("the other view works on another note")
	}
	tr.w.show(viewCosts)
	if c, ok := tr.w.costs.Cursor(); !ok || tr.w.costs.Table().Rows[c.Row].Note.ID != vans {
		t.Errorf("back in the costs the cursor is at %v", c)
	}
}
