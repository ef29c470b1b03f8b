package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ninefold/canvas/costing"
	"ninefold/ui/kit"
)

// planned opens the form and returns its entries in their order.
func planned(t *testing.T, tr *trial) []*kit.Entry {
	t.Helper()
	if !tr.w.Run("edit_plan") {
		t.Fatal("the form does not open")
	}
	var entries []*kit.Entry
	for _, o := range test.LaidOutObjects(tr.w.win.Canvas().Overlays().Top()) {
		if e, ok := o.(*kit.Entry); ok {
			entries = append(entries, e)
		}
	}
	if len(entries) != 13 {
		t.Fatalf("the form has %d entries", len(entries))
	}
	return entries
}

func TestPlanIsTypedFieldByField(t *testing.T) {
	tr := costTrial(t)
	entries := planned(t, tr)
	for i, text := range map[int]string{0: "chf", 1: "12", 2: "48", 3: "-5k", 4: "1", 5: "80", 6: "", 7: "120"} {
		entries[i].SetText(text)
	}
	tr.w.win.Canvas().Focus(entries[0])
	tr.Key(fyne.KeyReturn)
	h := tr.w.doc.Project().Head()
	plan := costing.PlanOf(h.Plan)
	low := costing.FactorsOf(h.Plan, costing.ScenarioLow)
	if h.Currency != "CHF" || plan.AmortisationMonths != 12 || plan.LifetimeMonths != 48 || plan.OpeningCash.String() != "-5000" ||
		plan.DiscountRate.String() != "0.01" || low.NewCustomers.String() != "0.8" {
		t.Errorf("the plan is %s, %+v, %+v", h.Currency, plan, low)
	}
	var undone []string
	for tr.w.doc.UndoName() != "" {
		undone = append(undone, tr.w.doc.UndoName())
		tr.w.doc.Undo()
	}
	if got := strings.Join(undone, " "); got != "edit.plan_scenario edit.plan_scenario edit.plan_discount edit.plan_cash edit.plan_lifetime edit.plan_amortisation edit.plan_currency" {
		t.Errorf("the steps were %s", got)
	}
}

func TestWhatThePlanCannotBe(t *testing.T) {
	tr := costTrial(t)
	for _, c := range []struct {
		entry int
		text  string
		says  string
	}{
		{0, "XYZ", "No currency has the code"},
		{0, "", "No currency has the code"},
		{1, "1.5", "whole number of months"},
		{1, "-2", "below zero"},
		{1, "5000", "larger than"},
		{3, "=9", "formula"},
		{3, "1000000000000000000000000000000", "larger than"},
		{4, "150", "from 0 to 100"},
		{5, "-10", "below zero"},
	} {
		entries := planned(t, tr)
		entries[c.entry].SetText(c.text)
		tr.w.win.Canvas().Focus(entries[c.entry])
		tr.Key(fyne.KeyReturn)
		if got := said(tr.w); !strings.Contains(got, c.says) {
			t.Errorf("%q is answered by %q", c.text, got)
		}
		tr.Key(fyne.KeyEscape)
		if tr.w.busy() {
			t.Fatal("Escape does not close the form")
		}
	}
	if tr.w.doc.UndoName() != "" || tr.w.doc.Project().Head().Plan.HorizonMonths != 0 {
		t.Error("something was taken over")
	}
}
