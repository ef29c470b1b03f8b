//go:build e2e

package e2e

import (
	"slices"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/test/e2e/readback"
)

// shortPlan is the plan of the workbook that is changed.
var shortPlan = func() canvas.Plan {
	p := plan
	p.HorizonMonths = 12
	return p
}()

// A change is what somebody changes in a workbook of every behaviour, and the
// same for the project.
type change struct {
	name     string
	cells    []readback.Change
	notes    func(notes []*canvas.Note)
	plan     func(*canvas.Plan)
	scenario costing.Scenario
}

// A finder finds cells of a workbook by what stands at their side and above.
type finder struct {
	*testing.T
	book readback.StoredBook
}

// at is the cell of a sheet where a row begins with a label, in a column.
func (f finder) at(sheet, label string, column int) readback.Change {
	f.Helper()
	y := slices.IndexFunc(f.book.Sheets[sheet], func(row []string) bool { return len(row) > 0 && row[0] == label })
	if y < 0 {
		f.Fatalf("no row of %s begins with %q", sheet, label)
	}
	return readback.Change{Sheet: sheet, Ref: readback.CellName(column, y)}
}

// head is the first column of a sheet's row that says a word.
func (f finder) head(sheet string, row int, word string) int {
	f.Helper()
	x := slices.Index(f.book.Sheets[sheet][row], word)
	if x < 0 {
		f.Fatalf("no column of %s is headed %q", sheet, word)
	}
	return x
}

func number(c readback.Change, value string) readback.Change {
	c.Value, c.Number = value, true
	return c
}

func word(c readback.Change, value string) readback.Change {
	c.Value = value
	return c
}

// changes are the changes that are tried.
func changes(t *testing.T, book readback.StoredBook) []change {
	f := finder{t, book}
	named := func(name string) readback.Change {
		sheet, row, column := book.Place(t, name)
		return readback.Change{Sheet: sheet, Ref: readback.CellName(column, row)}
	}
	amount := f.head("Costs", 4, "Amount, EUR, or share")
	from, to := f.head("Costs", 4, "From month"), f.head("Costs", 4, "To month")
	markA, markB := f.head("Costs", 4, "A"), f.head("Costs", 4, "B")
	salary, people := f.head("People", 4, "Gross salary a month"), f.head("People", 4, "People")
	perPerson := f.head("People", 4, "Customers per person")
	line := func(notes []*canvas.Note, label string) *canvas.CostLine {
		for _, n := range notes {
			for i := range n.Costs {
				if n.Costs[i].Label == label {
					return &n.Costs[i]
				}
			}
		}
		t.Fatalf("no cost line is called %q", label)
		return nil
	}
	find := func(notes []*canvas.Note, id canvas.ID) *canvas.Note {
		return notes[slices.IndexFunc(notes, func(n *canvas.Note) bool { return n.ID == id })]
	}
	const advert, later, common, staff, step = "01 monthly acquire", "02 quarterly consider later", "03 yearly common", "08 staff", "09 staff_step common"
	return []change{
		{
			name: "price", cells: []readback.Change{number(f.at("Revenue", "1 care", 3), "14.25"), number(f.at("Revenue", "5 joining", 3), "0")},
			notes: func(notes []*canvas.Note) {
				find(notes, "rv_1 care").Revenue.Price, find(notes, "rv_5 joining").Revenue.Price = dec("14.25"), dec("0")
			},
		},
		{
			name: "churn", cells: []readback.Change{
				number(f.at("Inputs", "Customers lost", 2), "0.11"), word(f.at("Inputs", "Customers lost", 3), ""),
				number(f.at("Inputs", "Active customers", 2), "1000"), number(f.at("Inputs", "New customers", 4), "0"),
			},
			notes: func(notes []*canvas.Note) {
				a, b, c := &notes[0].Segment.Economics, &notes[1].Segment.Economics, &notes[2].Segment.Economics
				a.Churn, b.Churn, a.Customers, c.NewPerMonth = dec("0.11"), nil, dec("1000"), dec("0")
			},
		},
		{name: "low", cells: []readback.Change{word(named("scenario"), "low")}, scenario: costing.ScenarioLow},
		{name: "high", cells: []readback.Change{word(named("scenario"), "high")}, scenario: costing.ScenarioHigh},
		{
			name: "lines", cells: []readback.Change{
				number(f.at("Costs", advert, amount), "777.77"), word(f.at("Costs", advert, markB), "x"), word(f.at("Costs", advert+" later", markB), "x"),
				number(f.at("Costs", later, from), "3"), number(f.at("Costs", later, to), "11"),
				word(f.at("Costs", common, markA), "x"), word(f.at("Costs", "to be asked", amount), ""),
				number(f.at("Costs", "unplaced", amount), "0"),
			},
			notes: func(notes []*canvas.Note) {
				line(notes, advert).Amount = dec("777.77")
				l := line(notes, later)
				l.FromMonth, l.ToMonth = 3, 11
				line(notes, "unplaced").Amount = dec("0")
				find(notes, "nt_"+advert).Segments = append(slices.Clone(find(notes, "nt_"+advert).Segments), "sg_B")
				find(notes, "nt_"+common).Segments = []canvas.ID{"sg_A"}
			},
		},
		{
			name: "people", cells: []readback.Change{
				number(f.at("People", staff, people), "3"), number(f.at("People", staff, salary), "1500"),
				number(f.at("People", step, perPerson), "33"),
			},
			notes: func(notes []*canvas.Note) {
				line(notes, staff).People, line(notes, staff).Amount = dec("3"), dec("1500")
				line(notes, step).CustomersPerPerson = dec("33")
			},
		},
		{
			name: "plan", cells: []readback.Change{
				number(named("opening_cash"), "99999"), number(named("amortisation_months"), "7"),
				number(named("lifetime_months"), "12"), number(named("discount_rate"), "0.02"),
			},
			plan: func(p *canvas.Plan) {
				p.OpeningCash, p.AmortisationMonths, p.LifetimeMonths, p.DiscountRate = dec("99999"), 7, 12, dec("0.02")
			},
		},
	}
}

// changed is the project of every behaviour with a change.
func changed(t *testing.T, c change) *canvas.Project {
	notes, p := everyBehaviour(), shortPlan
	if c.notes != nil {
		c.notes(notes)
	}
	if c.plan != nil {
		c.plan(&p)
	}
	return build(t, p, "", notes...)
}
