package grid_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"ninefold/assets/locale"
	"ninefold/ui/costs/grid"
)

func TestPaste(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		at   grid.Cursor
		to   grid.Cursor // the other corner of what is selected
		want []string
	}{
		{
			"a column of amounts goes over the groups", "1\n2\n3\n", at(2, grid.Amount), at(2, grid.Amount),
			[]string{
				"Advertising\tA\tAcquire\tmonthly\t1.00\t1.00", "App\tA\tAcquire\tonce, over 24 months\t2.00\t0.08",
				"Rent\tall\t\tmonthly\t3.00\t3.00",
			},
		},
		{
			"beyond the last line lines are added", "1\n2", at(6, grid.Amount), at(6, grid.Amount),
			[]string{adsLine, appLine, "Rent\tall\t\tmonthly\t1.00\t1.00", "\tall\t\tmonthly\t2.00\t2.00"},
		},
		{
			"onto a head all rows are added", "Party\tB\tRetain\tyearly\t1,200\nPrizes\tB\tRetain\tquarterly\t300", at(4, grid.Amount), at(4, grid.Amount),
			[]string{adsLine, appLine, "Party\tB\tRetain\tyearly\t1,200.00\t100.00", "Prizes\tB\tRetain\tquarterly\t300.00\t100.00", rentLine},
		},
		{
			"empty segments and stages leave what the note has", "Party\tB\tRetain\tyearly\t1,200\nPrizes\t\t\tmonthly\t20", at(4, grid.Amount), at(4, grid.Amount),
			[]string{adsLine, appLine, "Party\tB\tRetain\tyearly\t1,200.00\t100.00", "Prizes\tB\tRetain\tmonthly\t20.00\t20.00", rentLine},
		},
		{
			"rows of one note that serve others", "Party\tB\nPrizes\tA", at(4, grid.Amount), at(4, grid.Amount), nil,
		},
		{
			"rows of one note in other stages", "\tRetain\n\tGrow", at(2, grid.Segments), at(2, grid.Segments), nil,
		},
		{
			"one cell goes into all that are selected", "7", at(2, grid.Amount), at(6, grid.Amount),
			[]string{
				"Advertising\tA\tAcquire\tmonthly\t7.00\t7.00", "App\tA\tAcquire\tonce, over 24 months\t7.00\t0.29",
				"Rent\tall\t\tmonthly\t7.00\t7.00",
			},
		},
		{
			"a block begins at the selection's corner", "x\ty", at(3, grid.Stage), at(2, grid.Label), nil,
		},
		{"what is worked out is passed over", "staff 2\t100\t999", at(2, grid.Behaviour), at(2, grid.Behaviour), []string{
			"Advertising\tA\tAcquire\tstaff, 2 people\t100.00\t200.00", appLine, rentLine,
		}},
		{"too wide", "1\t2\t3", at(2, grid.Amount), at(2, grid.Amount), nil},
		{"one cell that cannot be spoils all", "1\nx", at(2, grid.Amount), at(2, grid.Amount), nil},
	} {
		p := project(t)
		tab := tableOf(p, "en", grid.Filter{})
		edit, first, last, err := tab.Paste(c.text, c.at, grid.Between(c.at, c.to))
		if c.want == nil {
			var r *grid.Refusal
			if !errors.As(err, &r) || r.Row == 0 || !strings.Contains(r.Sentence, "Row ") {
				t.Errorf("%s: got %v", c.name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		t.Log(c.name)
		p = after(t, p, edit)
		wantLines(t, p, c.want...)
		if now := tableOf(p, "en", grid.Filter{}); now.Row(first) < 0 || now.Row(last) < now.Row(first) {
			t.Errorf("%s: pasted from %s to %s", c.name, first, last)
		}
	}
}

// On a line that says nothing yet, what follows is added after it.
func TestPasteIntoAnEmptyLine(t *testing.T) {
	p := project(t)
	edit, key := tableOf(p, "en", grid.Filter{}).Add(2)
	p = after(t, p, edit)
	tab := tableOf(p, "en", grid.Filter{})
	line := at(tab.Row(key), grid.Label)
	edit, _, _, err := tab.Paste("One\nTwo\nThree", line, grid.Between(line, line))
	if err != nil {
		t.Fatal(err)
	}
	rest := "\tA\tAcquire\tmonthly\t\tn/a"
	wantLines(t, after(t, p, edit), adsLine, "One"+rest, "Two"+rest, "Three"+rest, appLine, rentLine)
}

// What is copied and pasted onto itself changes nothing, in every language.
func TestCopyAndPasteChangeNothing(t *testing.T) {
	p := project(t)
	for _, typed := range []string{"staff, 2.5", "staff, by customers, 80", "percent", "per order"} {
		if edit, _, err := tableOf(p, "en", grid.Filter{}).Set(grid.Cursor{Row: 2, Column: grid.Behaviour}, typed); err == nil {
			p = after(t, p, edit)
		}
		for _, lang := range locale.Langs() {
			tab := tableOf(p, lang, grid.Filter{})
			all := grid.Range{Top: 2, Bottom: 6, Right: grid.Columns - 1}
			edit, _, _, err := tab.Paste(tab.Copy(all), grid.Cursor{Row: 2}, all)
			if err != nil {
				t.Fatalf("%s: %v", lang, err)
			}
			if got := says(after(t, p, edit)); !slices.Equal(got, says(p)) {
				t.Errorf("%s: now it says %q", lang, got)
			}
		}
	}
}
