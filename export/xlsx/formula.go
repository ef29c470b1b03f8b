package xlsx

import (
	"strconv"
	"strings"
)

// Names of cells that formulas use.
const (
	nameLifetime     = "lifetime_months"
	nameAmortisation = "amortisation_months"
	nameDiscount     = "discount_rate"
	nameOpening      = "opening_cash"
	nameHorizon      = "horizon_months"
	nameYear         = "months_per_year"
	nameQuarter      = "months_per_quarter"
	namePlaces       = "count_places"
	nameMark         = "mark"
	nameMissing      = "not_available"
	nameNever        = "never"
	nameFixed        = "nature_fixed"
	nameDriven       = "nature_driven"
	nameOnce         = "paid_once"
	nameRate         = "share_of_revenue"
	nameTolerance    = "check_tolerance"
	nameFine         = "check_fine"
	nameLook         = "check_look"

	nameMonthNumber = "month_number" // of the projection

	nameCustomersAhead = "customers_by_month" // of each segment
	nameCustomersAll   = "customers_of_all"   // by month

	nameScenario    = "scenario"
	nameFactorNew   = "factor_new_customers"
	nameFactorChurn = "factor_churn"
	nameFactorPrice = "factor_price"
	nameFactorCost  = "factor_cost"
)

// Names of columns of the cost lines.
const (
	nameLineStage     = "line_stage"
	nameLineBlock     = "line_block"
	nameLineBehaviour = "line_behaviour"
	nameLineNature    = "line_nature"
	nameLineFrom      = "line_from"
	nameLineTo        = "line_to"
	nameLineCycle     = "line_cycle"
	nameLineServes    = "line_serves"
	nameLinePrice     = "line_price"
	nameLineMonthly   = "line_monthly"
	nameLineCommon    = "line_common"

	// What the columns of the months are told apart by.
	nameKindStage     = "month_stage"
	nameKindBehaviour = "month_behaviour"
)

// Rows that a pattern leaves open: a formula that many rows hold, each with its
// own row and perhaps another, is put together once.
const (
	ownRow   = -1
	otherRow = -2

	// What stands for them, and before a formula that holds them; no formula
	// holds these by itself.
	ownMark, otherMark, patternMark = 0x01, 0x02, 0x03
)

func rowName(row int) string {
	switch row {
	case ownRow:
		return string(rune(ownMark))
	case otherRow:
		return string(rune(otherMark))
	}
	return strconv.Itoa(row)
}

// a1 is the address of a cell; columns and rows count from 1.
func a1(column, row int) string { return letters(column) + rowName(row) }

// fix is an address that stays when its formula is copied.
func fix(column, row int) string { return "$" + letters(column) + "$" + rowName(row) }

// fixRow and fixColumn are addresses of which one half stays.
func fixRow(column, row int) string    { return letters(column) + "$" + rowName(row) }
func fixColumn(column, row int) string { return "$" + letters(column) + rowName(row) }

func letters(column int) string { return string(appendLetters(nil, column)) }

// when is the expression where all cells hold figures, else not available.
func when(expression string, cells ...string) string {
	test := "ISNUMBER(" + cells[0] + ")"
	if len(cells) > 1 {
		test = "AND(ISNUMBER(" + strings.Join(cells, "),ISNUMBER(") + "))"
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

// sumWhere is the sum of those cells of a range beside which others hold what
// they must; pairs are ranges and what must stand in them.
func sumWhere(r string, pairs ...string) string {
	where := strings.Join(pairs, ",")
	return sum("SUMIFS("+r+","+where+")", "COUNTIFS("+r+","+nameMissing+","+where+")")
}

// roundUp is a count in whole ones.
func roundUp(count string) string { return "ROUNDUP(ROUND(" + count + "," + namePlaces + "),0)" }

// sumOfCells is the sum of cells that do not lie side by side.
func sumOfCells(cells ...string) string {
	missing := make([]string, len(cells))
	for i, c := range cells {
		missing[i] = "COUNTIF(" + c + "," + nameMissing + ")"
	}
	return sum("SUM("+strings.Join(cells, ",")+")", strings.Join(missing, "+"))
}
