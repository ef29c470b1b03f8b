package xlsx

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Names of cells that formulas use.
const (
	nameLifetime     = "lifetime_months"
	nameAmortisation = "amortisation_months"
	nameDiscount     = "discount_rate"
	nameYear         = "months_per_year"
	nameQuarter      = "months_per_quarter"
	namePlaces       = "count_places"
	nameMark         = "mark"
	nameMissing      = "not_available"
	nameNever        = "never"
	nameFixed        = "nature_fixed"
	nameDriven       = "nature_driven"
)

// a1 is the address of a cell; columns and rows count from 1.
func a1(column, row int) string { return letters(column) + strconv.Itoa(row) }

// fix is an address that stays when its formula is copied.
func fix(column, row int) string { return "$" + letters(column) + "$" + strconv.Itoa(row) }

// fixRow and fixColumn are addresses of which one half stays.
func fixRow(column, row int) string    { return letters(column) + "$" + strconv.Itoa(row) }
func fixColumn(column, row int) string { return "$" + letters(column) + strconv.Itoa(row) }

func letters(column int) string {
	// An impossible column is refused before anything is written.
	name, _ := excelize.ColumnNumberToName(column)
	return name
}

// when is the expression where all cells hold figures, else not available.
func when(expression string, cells ...string) string {
	tests := make([]string, len(cells))
	for i, c := range cells {
		tests[i] = "ISNUMBER(" + c + ")"
	}
	test := tests[0]
	if len(tests) > 1 {
		test = "AND(" + strings.Join(tests, ",") + ")"
	}
	return "IF(" + test + "," + expression + "," + nameMissing + ")"
}

// divide is a/b where both are figures and b is above zero, else not available.
func divide(a, b string) string {
	return when("IF("+b+">0,"+a+"/"+b+","+nameMissing+")", a, b)
}

// sum adds what is available: what is zero only because figures are missing is
// not available. See costing.Sum.
func sum(total, missing string) string {
	return "IF(AND(" + total + "=0," + missing + ">0)," + nameMissing + "," + total + ")"
}

// sumOf is the sum of a range.
func sumOf(r string) string { return sum("SUM("+r+")", "COUNTIF("+r+","+nameMissing+")") }

// sumWhere is the sum of those cells of a range beside which another holds a
// text; pairs are ranges and what must stand in them.
func sumWhere(r string, pairs ...string) string {
	where := strings.Join(pairs, ",")
	return sum("SUMIFS("+r+","+where+")", "COUNTIFS("+r+","+nameMissing+","+where+")")
}

// roundUp is a count in whole ones.
func roundUp(count string) string { return "ROUNDUP(ROUND(" + count + "," + namePlaces + "),0)" }
