package xlsx_test

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/xlsx"
)

// Lines that behave alike share their formulas, which then are those of their
// own rows; what refers to another sheet's row is not shared.
func TestLinesShareFormulas(t *testing.T) {
	var lines []canvas.CostLine
	for i, b := range []canvas.Behaviour{canvas.BehaviourMonthly, canvas.BehaviourStaff, canvas.BehaviourMonthly, canvas.BehaviourStaff} {
		lines = append(lines, canvas.CostLine{ID: canvas.ID(fmt.Sprint("cl_", i)), Label: strconv.Itoa(i), Behaviour: b, Amount: dec("100"), People: dec("2")})
	}
	p, _, err := canvas.AddNote(canvas.New("", "en", "EUR"), canvas.Note{ID: "nt_a", Costs: lines}, canvas.CostStructure, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if _, err := xlsx.Write(&out, p, locale.Of("en"), ""); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	formula := func(sheet, column string, row int) string {
		text, err := f.GetCellFormula(sheet, fmt.Sprint(column, row))
		if err != nil || text == "" {
			t.Fatalf("%s!%s%d has no formula: %v", sheet, column, row, err)
		}
		return text
	}
	const price, monthly, common, firstMonth = "M", "O", "Q", "Q"
	for _, c := range []struct {
		sheet, column string
		from, to      int
	}{
		{"Costs", price, 6, 8},
		{"Costs", monthly, 6, 8},
		{"Costs", common, 7, 9},
		{"People", firstMonth, 6, 7},
	} {
		first, second := formula(c.sheet, c.column, c.from), formula(c.sheet, c.column, c.to)
		want := strings.NewReplacer("$5", "$5", strconv.Itoa(c.from), strconv.Itoa(c.to)).Replace(first)
		if second != want || second == first {
			t.Errorf("%s!%s%d is %s, want %s", c.sheet, c.column, c.to, second, want)
		}
	}
	if a, b := formula("Costs", price, 7), formula("Costs", price, 9); !strings.HasSuffix(a, "$6") || !strings.HasSuffix(b, "$7") {
		t.Errorf("the people of two lines are %s and %s", a, b)
	}
}
