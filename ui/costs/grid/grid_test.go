package grid_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/ui/costs/grid"
)

func dec(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

// project has two segments, two relationships, the second without costs, and a
// cost on another note.
func project(t *testing.T) *canvas.Project {
	t.Helper()
	p := canvas.New("Bicycles", "en", "EUR")
	for _, n := range []canvas.Note{
		{ID: "nt_a", Block: canvas.CustomerSegments, Text: "Commuters"},
		{ID: "nt_b", Block: canvas.CustomerSegments, Text: "Fleets"},
		{
			ID: "nt_self", Block: canvas.CustomerRelationships, Text: "In the app", Segments: []canvas.ID{"nt_a"},
			Relationship: &canvas.Relationship{Type: "self_service", Stage: canvas.StageAcquire},
			Costs: []canvas.CostLine{
				{ID: "cl_ads", Label: "Advertising", Behaviour: canvas.BehaviourMonthly, Amount: dec("320")},
				{ID: "cl_app", Label: "App", Behaviour: canvas.BehaviourOneOff, Amount: dec("1800")},
			},
		},
		{
			ID: "nt_club", Block: canvas.CustomerRelationships, Text: "Club", Segments: []canvas.ID{"nt_b"},
			Relationship: &canvas.Relationship{Type: "communities", Stage: canvas.StageRetain},
		},
		{
			ID: "nt_rent", Block: canvas.CostStructure, Text: "Workshop",
			Costs: []canvas.CostLine{{ID: "cl_rent", Label: "Rent", Behaviour: canvas.BehaviourMonthly, Amount: dec("1650")}},
		},
	} {
		var err error
		if p, _, err = canvas.AddNote(p, n, n.Block, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func tableOf(p *canvas.Project, lang locale.Lang, f grid.Filter) *grid.Table {
	return grid.New(p, costing.New(p), locale.Of(lang), f)
}

func at(row int, c grid.Column) grid.Cursor { return grid.Cursor{Row: row, Column: c} }

func keys(t *grid.Table) []string {
	var out []string
	for i := range t.Rows {
		out = append(out, t.Rows[i].Key())
	}
	return out
}

// after applies an edit.
func after(t *testing.T, p *canvas.Project, edit canvas.Edit) *canvas.Project {
	t.Helper()
	if edit == nil {
		t.Fatal("there is nothing to do")
	}
	next, err := edit(p)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// says are the lines of a project in the table's words, one text each.
func says(p *canvas.Project) []string {
	tab := tableOf(p, "en", grid.Filter{})
	return strings.Split(strings.TrimSuffix(tab.Copy(grid.Range{Bottom: len(tab.Rows), Right: grid.Columns - 1}), "\n"), "\n")
}

const (
	adsLine  = "Advertising\tA\tAcquire\tmonthly\t320.00\t320.00"
	appLine  = "App\tA\tAcquire\tonce, over 24 months\t1,800.00\t75.00"
	rentLine = "Rent\tall\t\tmonthly\t1,650.00\t1,650.00"
)

func wantLines(t *testing.T, p *canvas.Project, want ...string) {
	t.Helper()
	if got := says(p); !slices.Equal(got, want) {
		t.Errorf("the table says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestRowsStandInGroups(t *testing.T) {
	p := project(t)
	for _, c := range []struct {
		name   string
		filter grid.Filter
		want   string
		total  string
	}{
		{"all", grid.Filter{}, "block:customer_relationships note:nt_self cost:cl_ads cost:cl_app note:nt_club block:cost_structure cost:cl_rent", "2045"},
		{"a segment and what is common", grid.Filter{Segments: []canvas.ID{"nt_b"}}, "block:customer_relationships note:nt_club block:cost_structure cost:cl_rent", "1650"},
		{"a stage", grid.Filter{Stage: canvas.StageAcquire}, "block:customer_relationships note:nt_self cost:cl_ads cost:cl_app", "395"},
		{"a stage without costs", grid.Filter{Stage: canvas.StageGrow}, "", "0"},
	} {
		tab := tableOf(p, "en", c.filter)
		if got := strings.Join(keys(tab), " "); got != c.want || tab.Total.String() != c.total {
			t.Errorf("%s: rows %s come to %v, want %s, %s", c.name, got, tab.Total, c.want, c.total)
		}
	}
	wantLines(t, p, adsLine, appLine, rentLine)
	tab := tableOf(p, "en", grid.Filter{})
	if head := tab.Rows[0]; head.Monthly.String() != "395" || tab.Title(&head) != "Customer Relationships" {
		t.Errorf("the head of the block is %+v", head)
	}
	if head := tab.Rows[4]; head.Monthly.String() != "n/a" {
		t.Errorf("a relationship without costs costs %v", head.Monthly)
	}
}

func TestKeysLeadThroughCells(t *testing.T) {
	tab := tableOf(project(t), "en", grid.Filter{})
	if first, ok := tab.First(); !ok || first != at(1, grid.Label) {
		t.Errorf("the keyboard begins at %v", first)
	}
	for _, c := range []struct {
		name      string
		got, want grid.Cursor
	}{
		{"down past a block", tab.Down(at(4, grid.Amount), 1), at(6, grid.Amount)},
		{"up past a block", tab.Down(at(6, grid.Amount), -1), at(4, grid.Amount)},
		{"not above the first", tab.Down(at(1, 0), -1), at(1, 0)},
		{"not below the last", tab.Down(at(6, 0), 9), at(6, 0)},
		{"several down", tab.Down(at(1, 0), 3), at(4, 0)},
		{"right", tab.Side(at(2, grid.Label), 1), at(2, grid.Segments)},
		{"to the end", tab.Side(at(2, grid.Label), 99), at(2, grid.Monthly)},
		{"to the beginning", tab.Side(at(2, grid.Amount), -99), at(2, grid.Label)},
	} {
		if c.got != c.want {
			t.Errorf("%s leads to %v, want %v", c.name, c.got, c.want)
		}
	}
	var walked []grid.Cursor
	for c, ok := at(2, grid.Behaviour), true; ok; c, ok = tab.Next(c) {
		walked = append(walked, c)
	}
	want := []grid.Cursor{
		at(2, 3), at(2, 4), at(3, 0), at(3, 1), at(3, 2), at(3, 3), at(3, 4), at(4, 0), at(6, 0), at(6, 1), at(6, 2), at(6, 3), at(6, 4),
	}
	if !slices.Equal(walked, want) {
		t.Errorf("Tab leads through %v, want %v", walked, want)
	}
	for i := len(want) - 1; i > 0; i-- {
		if got, ok := tab.Previous(want[i]); !ok || got != want[i-1] {
			t.Errorf("Shift+Tab leads from %v to %v, want %v", want[i], got, want[i-1])
		}
	}
}

func TestCursorStaysAtItsLine(t *testing.T) {
	p := project(t)
	before := tableOf(p, "en", grid.Filter{})
	now := tableOf(after(t, p, before.Remove(grid.Range{Top: 2, Bottom: 2})), "en", grid.Filter{})
	if c, ok := now.Same(before, grid.Cursor{Row: 3, Column: grid.Amount}); !ok || now.Rows[c.Row].Key() != "cost:cl_app" || c.Column != grid.Amount {
		t.Errorf("the cursor went to %v", c)
	}
	if c, ok := now.Same(before, grid.Cursor{Row: 2}); !ok || now.Rows[c.Row].Key() != "cost:cl_app" {
		t.Errorf("after its line is gone the cursor is at %v", c)
	}
	if c, ok := now.Same(before, grid.Cursor{Row: 5}); !ok || now.Rows[c.Row].Kind == grid.Block {
		t.Errorf("the cursor stands on the head of a block: %v", c)
	}
	empty := tableOf(canvas.New("", "en", "EUR"), "en", grid.Filter{})
	if _, ok := empty.Same(before, grid.Cursor{Row: 2}); ok {
		t.Error("the cursor stands in an empty table")
	}
	if _, ok := empty.First(); ok {
		t.Error("an empty table has a first cell")
	}
}

func TestTypingIntoCells(t *testing.T) {
	p := project(t)
	for _, c := range []struct {
		lang   locale.Lang
		row    int
		column grid.Column
		text   string
		want   string // what the cell says then; empty in quotes
		wrong  string // the key of what is wrong
	}{
		{"en", 2, grid.Label, "  Search \n ads ", "Search ads", ""},
		{"en", 2, grid.Amount, "1,234.5", "1,234.50", ""},
		{"it", 2, grid.Amount, "1.234,56", "1234,56", ""},
		{"en", 2, grid.Amount, "12k", "12,000.00", ""},
		{"en", 2, grid.Amount, "0.125", "0.125", ""},
		{"en", 2, grid.Amount, "", "", ""},
		{"en", 2, grid.Amount, "=2+3", "", "figure.formula"},
		{"en", 2, grid.Amount, "many", "", "figure.none"},
		{"it", 2, grid.Amount, "1,234.56", "", "figure.none"},
		{"en", 2, grid.Amount, "-1", "", "problem.negative"},
		{"en", 2, grid.Amount, "1000000000000000000000000000000", "", "problem.too_large"},
		{"en", 2, grid.Behaviour, "quarterly", "quarterly", ""},
		{"en", 2, grid.Behaviour, "Quart", "quarterly", ""},
		{"it", 2, grid.Behaviour, "PER NUOVO", "per nuovo cliente", ""},
		{"pt", 2, grid.Behaviour, "por novo", "por novo cliente", ""},
		{"en", 2, grid.Behaviour, "once, over 24 months", "once, over 24 months", ""},
		{"en", 2, grid.Behaviour, "staff", "staff, 1 person", ""},
		{"en", 2, grid.Behaviour, "staff 2.5", "staff, 2.5 people", ""},
		{"en", 2, grid.Behaviour, "staff, 2 people", "staff, 2 people", ""},
		{"it", 2, grid.Behaviour, "personale, 1,5 persone", "personale, 1,5 persone", ""},
		{"en", 2, grid.Behaviour, "staff, by customers, 80 each", "staff, by customers, 80 each", ""},
		{"en", 2, grid.Behaviour, "staff -2", "", "problem.negative"},
		{"en", 2, grid.Behaviour, "weekly", "", "costs.no_behaviour"},
		{"en", 2, grid.Behaviour, "monthly 3", "", "costs.no_behaviour"},
		{"en", 2, grid.Behaviour, "", "monthly", ""},
		{"en", 2, grid.Segments, "b, a", "A B", ""},
		{"en", 6, grid.Segments, "B", "B", ""},
		{"en", 6, grid.Segments, "all", "all", ""},
		{"en", 2, grid.Segments, "", "", ""},
		{"en", 2, grid.Segments, "A D", "", "costs.no_segment"},
		{"en", 2, grid.Stage, "ret", "Retain", ""},
		{"en", 2, grid.Stage, "", "", ""},
		{"en", 2, grid.Stage, "later", "", "costs.no_stage"},
		{"en", 6, grid.Stage, "Retain", "", "costs.not_relationship"},
		{"en", 6, grid.Stage, "", "", ""},
		{"en", 2, grid.Monthly, "7", "320.00", ""},
	} {
		tab := tableOf(p, c.lang, grid.Filter{})
		edit, key, err := tab.Set(grid.Cursor{Row: c.row, Column: c.column}, c.text)
		if c.wrong != "" {
			var r *grid.Refusal
			words := locale.Of(c.lang)
			begin, _, _ := strings.Cut(words.T(c.wrong, "Value", c.text, "Text", c.text, "Letter", "D"), ".")
			if c.wrong == "figure.none" {
				begin, _, _ = strings.Cut(words.Refusal(nil), ".")
			}
			if !errors.As(err, &r) || c.wrong != "problem.negative" && !strings.HasPrefix(r.Sentence, begin) {
				t.Errorf("%s: %q is answered by %v, want %s", c.lang, c.text, err, c.wrong)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %q is refused: %v", c.lang, c.text, err)
			continue
		}
		now := tableOf(after(t, p, edit), c.lang, grid.Filter{})
		if got := now.Text(&now.Rows[now.Row(key)], c.column); got != c.want {
			t.Errorf("%s: after %q the cell says %q, want %q", c.lang, c.text, got, c.want)
		}
	}
}

// Where a line is a share of the revenue, its amount is a percentage.
func TestShareIsTypedAsPercentage(t *testing.T) {
	p := project(t)
	tab := tableOf(p, "en", grid.Filter{})
	edit, _, err := tab.Set(grid.Cursor{Row: 6, Column: grid.Behaviour}, "share of revenue")
	if err != nil {
		t.Fatal(err)
	}
	p = after(t, p, edit)
	tab = tableOf(p, "en", grid.Filter{})
	if edit, _, err = tab.Set(grid.Cursor{Row: 6, Column: grid.Amount}, "2.5 %"); err != nil {
		t.Fatal(err)
	}
	p = after(t, p, edit)
	if c := p.Note("nt_rent").Costs[0]; !c.Rate.Equal(*dec("0.025")) || !c.Amount.Equal(*dec("1650")) {
		t.Errorf("the line is %+v", c)
	}
	tab = tableOf(p, "en", grid.Filter{})
	if got := tab.Text(&tab.Rows[6], grid.Amount); got != "2.5%" {
		t.Errorf("the cell says %q", got)
	}
	if _, _, err = tab.Set(grid.Cursor{Row: 6, Column: grid.Amount}, "120"); err == nil {
		t.Error("120 % of the revenue is taken")
	}
}

func TestTypingIntoAHeadAddsALine(t *testing.T) {
	p := project(t)
	tab := tableOf(p, "en", grid.Filter{})
	edit, key, err := tab.Set(grid.Cursor{Row: 4, Column: grid.Amount}, "Parties")
	if err != nil {
		t.Fatal(err)
	}
	p = after(t, p, edit)
	wantLines(t, p, adsLine, appLine, "Parties\tB\tRetain\tmonthly\t\tn/a", rentLine)
	if tab = tableOf(p, "en", grid.Filter{}); tab.Row(key) != 5 {
		t.Errorf("the new line stands at %d", tab.Row(key))
	}
}

func TestClear(t *testing.T) {
	p := project(t)
	tab := tableOf(p, "en", grid.Filter{})
	edit, removed := tab.Clear(grid.Range{Top: 2, Bottom: 3, Left: int(grid.Amount), Right: int(grid.Amount)})
	if removed {
		t.Error("lines went where their amounts were to go")
	}
	p = after(t, p, edit)
	wantLines(t, p, "Advertising\tA\tAcquire\tmonthly\t\tn/a", "App\tA\tAcquire\tonce, over 24 months\t\tn/a", rentLine)
	tab = tableOf(p, "en", grid.Filter{})
	edit, removed = tab.Clear(grid.Range{Top: 2, Bottom: 2, Left: int(grid.Amount), Right: int(grid.Amount)})
	if !removed {
		t.Error("a line whose cell is empty already stays")
	}
	p = after(t, p, edit)
	tab = tableOf(p, "en", grid.Filter{})
	edit, removed = tab.Clear(grid.Range{Top: 0, Bottom: 5, Left: 0, Right: grid.Columns - 1})
	if !removed {
		t.Error("whole rows are emptied only")
	}
	if left := tableOf(after(t, p, edit), "en", grid.Filter{}).Lines; left != 0 {
		t.Errorf("%d lines are left", left)
	}
	if edit, _ := tab.Clear(grid.Range{}); edit != nil {
		t.Error("clearing the head of a block does something")
	}
}

func TestDuplicateAndMove(t *testing.T) {
	p := project(t)
	tab := tableOf(p, "en", grid.Filter{})
	edit, first := tab.Duplicate(grid.Range{Top: 2, Bottom: 3})
	doubled := after(t, p, edit)
	wantLines(t, doubled, adsLine, appLine, adsLine, appLine, rentLine)
	if now := tableOf(doubled, "en", grid.Filter{}); now.Row(first) != 4 {
		t.Errorf("the first copy stands at %d", now.Row(first))
	}
	wantLines(t, after(t, p, tab.Shift(2, 1)), appLine, adsLine, rentLine)
	other := "App\tB\tRetain\tonce, over 24 months\t1,800.00\t75.00"
	wantLines(t, after(t, p, tab.Shift(3, 1)), adsLine, other, rentLine)
	if tab.Shift(2, -1) != nil || tab.Shift(6, 1) != nil || tab.Shift(0, 1) != nil {
		t.Error("there is somewhere to go beyond the ends")
	}
	wantLines(t, after(t, p, tab.Shift(6, -1)), adsLine, appLine, "Rent\tB\tRetain\tmonthly\t1,650.00\t1,650.00")
	wantLines(t, after(t, p, tab.MoveTo(grid.Range{Top: 2, Bottom: 3}, p.Note("nt_rent"))), rentLine,
		"Advertising\tall\t\tmonthly\t320.00\t320.00", "App\tall\t\tonce, over 24 months\t1,800.00\t75.00")
	if tab.MoveTo(grid.Range{Top: 6, Bottom: 6}, p.Note("nt_rent")) != nil {
		t.Error("moving to where it is does something")
	}
}
