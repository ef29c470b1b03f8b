package inspector

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/ui/kit"
)

func TestFiguresFollow(t *testing.T) {
	b := newBench(t)
	b.show(commuters)
	// 2,400 over 24 months and 30 a month to win 10 customers; 19 a month for 20 months.
	for name, want := range map[string]string{
		"Revenue per customer": "€19.00", "Acquisition cost (CAC)": "€13.00", "Lifetime value (LTV)": "€380.00",
		"LTV : CAC": "29.2", "Payback, months": "0.7",
	} {
		b.reads(name, want)
	}
	b.fill("New per month", "")
	b.reads("Acquisition cost (CAC)", "n/a")
	b.reads("Lifetime value (LTV)", "€380.00")

	b.show(reminder)
	b.reads("Set-up", "€100.00")
	b.reads("Hosting", "€30.00")
	b.reads("COSTS", "€130.00 / month")
	b.fill("Amount", "4,800")
	b.reads("COSTS", "€230.00 / month")

	b.show(plan)
	b.reads("Brings per month", "€1,900.00")
	b.choose("How often", "Yearly")
	b.reads("Brings per month", "€158.33")
}

func TestCurrencyStandsBesideAmounts(t *testing.T) {
	b := newBench(t)
	b.show(plan)
	b.reads("Price", "€")
	if err := b.doc.Do("edit.head", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.UpdateHead(p, func(h *canvas.Head) { h.Currency = "GBP" }), nil
	}); err != nil {
		t.Fatal(err)
	}
	b.reads("Price", "£")
	b.reads("Brings per month", "£1,900.00")
}

func TestEachBehaviourAsksForItsFigures(t *testing.T) {
	for behaviour, want := range map[canvas.Behaviour][]string{
		canvas.BehaviourOneOff:           {"Amount"},
		canvas.BehaviourPerOrder:         {"Amount", "To month"},
		canvas.BehaviourPercentOfRevenue: {"Share", "To month"},
		canvas.BehaviourStaff:            {"People", "Gross per month", "Salaries per year", "Employer’s share", "To month"},
		canvas.BehaviourStaffStep:        {"Customers per person", "Gross per month", "Salaries per year", "Employer’s share", "To month"},
	} {
		b := newBench(t)
		b.show(reminder)
		if err := b.doc.Do("edit.cost", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.UpdateNote(p, reminder, func(n *canvas.Note) {
				n.Costs = []canvas.CostLine{{ID: "cl_set_up", Behaviour: behaviour}}
			})
		}); err != nil {
			t.Fatal(err)
		}
		var got []string
		all := []string{
			"Amount", "Share", "People", "Customers per person",
			"Gross per month", "Salaries per year", "Employer’s share", "To month",
		}
		for _, text := range b.texts() {
			if slices.Contains(all, text) {
				got = append(got, text)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s asks for %q, want %q", behaviour, got, want)
		}
	}
}

func TestEveryFigureOfACostLine(t *testing.T) {
	for _, tt := range []struct {
		behaviour    canvas.Behaviour
		field, typed string
		want         canvas.CostLine
	}{
		{canvas.BehaviourPercentOfRevenue, "Share", "12.5", canvas.CostLine{Rate: dec("0.125")}},
		{canvas.BehaviourStaff, "People", "1.5", canvas.CostLine{People: dec("1.5")}},
		{canvas.BehaviourStaff, "Gross per month", "2,000", canvas.CostLine{Amount: dec("2000")}},
		{canvas.BehaviourStaff, "Salaries per year", "14", canvas.CostLine{Payments: dec("14")}},
		{canvas.BehaviourStaff, "Employer’s share", "125", canvas.CostLine{EmployerRate: dec("1.25")}},
		{canvas.BehaviourStaffStep, "Customers per person", "80", canvas.CostLine{CustomersPerPerson: dec("80")}},
	} {
		b := newBench(t)
		if err := b.doc.Do("edit.cost", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.UpdateNote(p, shop, func(n *canvas.Note) {
				n.Costs = []canvas.CostLine{{ID: "cl_one", Behaviour: tt.behaviour}}
			})
		}); err != nil {
			t.Fatal(err)
		}
		b.show(shop)
		b.fill(tt.field, tt.typed)
		tt.want.ID, tt.want.Behaviour = "cl_one", tt.behaviour
		if d := differ(b.doc.Project().Note(shop).Costs[0], tt.want); d != "" {
			t.Errorf("%s: %s", tt.field, d)
		}
	}
}

func TestAddedCostIsOpenAndLast(t *testing.T) {
	b := newBench(t)
	b.doc.Select(shop)
	b.press("+ Cost")
	costs := b.doc.Project().Note(shop).Costs
	if len(costs) != 1 || costs[0].ID == "" || costs[0].Behaviour != canvas.BehaviourMonthly || b.doc.UndoName() != "edit.add_cost" {
		t.Fatalf("costs %+v, step %q", costs, b.doc.UndoName())
	}
	b.fill("Amount", "40")
	b.press("Duplicate this cost")
	costs = b.doc.Project().Note(shop).Costs
	if len(costs) != 2 || costs[0].ID == costs[1].ID || costs[1].Amount.String() != "40" || b.doc.UndoName() != "edit.duplicate_cost" {
		t.Fatalf("costs %+v, step %q", costs, b.doc.UndoName())
	}
	b.reads("COSTS", "€80.00 / month")
	b.doc.Undo()
	b.doc.Undo()
	b.doc.Undo()
	if len(b.doc.Project().Note(shop).Costs) != 0 {
		t.Error("undo leaves costs behind")
	}
}

func TestAddedMeasureCanBeFilledIn(t *testing.T) {
	b := newBench(t)
	b.show(reminder)
	b.press("+ Measure")
	m := b.doc.Project().Note(reminder).Relationship.Measures
	if len(m) != 2 || m[1].ID == "" || b.doc.UndoName() != "edit.add_measure" {
		t.Fatalf("measures %+v, step %q", m, b.doc.UndoName())
	}
}

func TestLinkIsShownAtBothEnds(t *testing.T) {
	b := newBench(t)
	b.doc.Select(shop) // which vans links
	b.press("Two vans, Key Resources")
	if !b.doc.IsSelected(vans) {
		t.Fatal("a tap on a link does not select its note")
	}
	b.doc.Select(shop)
	b.press("Remove the link: Two vans")
	if n := b.doc.Project().Note(vans); len(n.Links) != 0 || b.doc.UndoName() != "edit.unlink" {
		t.Errorf("links %v, step %q", n.Links, b.doc.UndoName())
	}
	b.doc.Undo()
	b.named("Two vans, Key Resources")
}

func TestListOfNotes(t *testing.T) {
	b := newBench(t)
	b.doc.Select(shop)
	before := b.doc.Project()
	overlays := b.window.Canvas().Overlays()
	b.press("+ Link")
	if overlays.Top() == nil {
		t.Fatal("no list opens")
	}
	b.Type("no such note")
	b.Key(fyne.KeyReturn)
	if overlays.Top() == nil || b.doc.Project() != before {
		t.Fatal("Enter picked something that is not there")
	}
	b.Key(fyne.KeyEscape)
	if overlays.Top() != nil || b.doc.Project() != before {
		t.Fatal("Escape does not close the list")
	}
	b.press("+ Link")
	b.Type("vans") // is linked already
	b.Key(fyne.KeyReturn)
	if b.doc.Project() != before {
		t.Error("a note that is linked is offered again")
	}
}

func TestCloseness(t *testing.T) {
	b := newBench(t)
	b.show(reminder)
	words := locale.Of("en")
	for _, typ := range catalog.Types() {
		if err := b.doc.Do("edit.relationship", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.UpdateNote(p, reminder, relationship(func(r *canvas.Relationship) { r.Type = typ.ID }))
		}); err != nil {
			t.Fatal(err)
		}
		want := unsaid
		if typ.Intimacy != "" {
			want = words.T("inspector.from_type", "Word", locale.Capital(words.T("intimacy."+string(typ.Intimacy))))
		}
		if got := after[interface {
			fyne.CanvasObject
			SelectedIndex() int
			ClearSelected()
		}](b, "Closeness"); got.SelectedIndex() != 0 {
			t.Errorf("%s: %d is chosen", typ.ID, got.SelectedIndex())
		}
		if !slices.Contains(b.texts(), want) && typ.Intimacy != "" {
			t.Errorf("%s: the panel does not read %q", typ.ID, want)
		}
	}
}

func TestFoldsAreRemembered(t *testing.T) {
	b := newBench(t)
	b.doc.Select(shop)
	b.press("PAPER")
	if slices.ContainsFunc(b.objects(), isCalled("teal")) {
		t.Fatal("a tap on its heading does not close a part")
	}
	b.doc.Select(vans)
	if slices.ContainsFunc(b.objects(), isCalled("teal")) {
		t.Error("it is open again beside the next note")
	}
	b.window.Canvas().Focus(b.named("PAPER").(fyne.Focusable))
	b.Type(" ")
	b.named("teal")
}

func isCalled(label string) func(fyne.CanvasObject) bool {
	return func(o fyne.CanvasObject) bool {
		a, ok := o.(fyne.Accessible)
		return ok && a.AccessibilityLabel() == label
	}
}

func TestEverythingFitsInEveryLanguage(t *testing.T) {
	for _, lang := range locale.Langs() {
		b := newBenchIn(t, lang)
		for _, id := range []canvas.ID{commuters, reminder, plan, vans, shop} {
			b.show(id)
			if w := b.panel.root.body.MinSize().Width; w > bodyWidth() {
				for _, o := range b.panel.root.body.Objects {
					if o.MinSize().Width > bodyWidth() {
						t.Errorf("%s, %s: %T is %v wide", lang, id, o, o.MinSize().Width)
					}
				}
			}
			for _, o := range b.objects() {
				if size, least := o.Size(), o.MinSize(); isField(o) && size.Height < least.Height {
					t.Errorf("%s, %s: %T is %v high, needs %v", lang, id, o, size.Height, least.Height)
				}
			}
		}
	}
}

func isField(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *entry, *list, *widget.Label, *kit.Tabs, *kit.Tag, *kit.Fold:
		return true
	}
	return false
}
