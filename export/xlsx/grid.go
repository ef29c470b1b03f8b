package xlsx

import (
	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"ninefold/canvas/costing"
)

// A grid is a sheet on its way. Its rows may be filled in any order, and each
// is let go once it is [grid.done], so that a long sheet never stands in memory
// as cells.
type grid struct {
	book    *book
	name    string
	rows    []*row // from the first that is not done
	past    int    // rows that are done
	free    []*row
	data    sheetData
	widths  []float64 // of the columns; known before texts are put
	longest []int     // of the figures in each column, as they are shown
	columns int
	other   int // row that formulas put now leave open beside their own
	shares  shares
	// Above and to the left of what is frozen stands what every printed page
	// repeats: columns from the first, rows from repeatFrom.
	frozenColumns, frozenRows, repeatFrom int
	onePage, portrait                     bool // on paper
	bottom                                int  // last row that is printed, where charts lie below the cells
}

// A row is a row of cells on its way.
type row struct {
	cells  []cell
	lines  int     // that its longest text takes
	height float64 // in points; 0 follows from lines
}

// A cell is what stands at one place.
type cell struct {
	style   int
	kind    kind
	formula string
	value   string // a text, or a figure as digits
	other   int    // row that the formula leaves open beside its own
	share   share
}

type kind uint8

const (
	none kind = iota // no cell at all
	blank
	word
	number
)

// line returns a row by its number, from 1.
func (g *grid) line(n int) *row {
	for len(g.rows)+g.past < n {
		r := &row{}
		if last := len(g.free) - 1; last >= 0 {
			r, g.free = g.free[last], g.free[:last]
		}
		g.rows = append(g.rows, r)
	}
	return g.rows[n-g.past-1]
}

// done lets go of all rows up to one.
func (g *grid) done(n int) {
	for g.past < n && len(g.rows) > 0 {
		r := g.rows[0]
		g.past++
		g.data.row(g.past, r)
		*r = row{cells: r.cells[:0]}
		g.free = append(g.free, r)
		g.rows = g.rows[1:]
	}
}

// height sets a row's height.
func (g *grid) height(n int, points float64) { g.line(n).height = points }

// put sets a cell; columns and rows count from 1.
func (g *grid) put(column, n int, l look, formula string, k kind, value string) {
	r := g.line(n)
	for len(r.cells) < column {
		r.cells = append(r.cells, cell{})
	}
	r.cells[column-1] = cell{g.book.style(l), k, formula, value, g.other, g.shares.of(column, formula)}
	g.columns = max(g.columns, column)
}

// say puts a text.
func (g *grid) say(column, n int, r role, f form, text string) {
	shown, cut := clean(text)
	if cut {
		g.notice(NoticeTextCut, column, n)
	}
	if shown == "" {
		g.blank(column, n, r, f)
		return
	}
	if f == wrapped || f == noted || f == above || r == head {
		g.fit(column, n, shown)
	}
	g.put(column, n, look{r, f, active(shown)}, "", word, shown)
}

// fit makes a row as high as a text needs.
func (g *grid) fit(column, n int, text string) {
	width := 10.0
	if column <= len(g.widths) {
		width = g.widths[column-1]
	}
	r := g.line(n)
	r.lines = max(r.lines, countLines(text, int(width*fill)))
}

// blank gives an empty cell its look.
func (g *grid) blank(column, n int, r role, f form) {
	g.put(column, n, look{role: r, form: f}, "", blank, "")
}

// across fills a row with empty cells of a role.
func (g *grid) across(from, to, n int, r role) {
	for c := from; c <= to; c++ {
		g.blank(c, n, r, text)
	}
}

// figure puts an input, or an empty cell for one that is not known.
func (g *grid) figure(column, n int, r role, f form, d *decimal.Decimal) {
	if d == nil {
		g.blank(column, n, r, f)
		return
	}
	value, exact := digits(*d)
	if !exact {
		g.notice(NoticeFigureRounded, column, n)
	}
	g.measure(column, f, value)
	g.put(column, n, look{role: r, form: f}, "", number, value)
}

// whole puts a whole number.
func (g *grid) whole(column, n int, r role, f form, value int) {
	d := decimal.NewFromInt(int64(value))
	g.figure(column, n, r, f, &d)
}

// formula puts a formula with the figure that it comes to.
func (g *grid) formula(column, n int, r role, f form, formula string, a costing.Amount) {
	if d, ok := a.Get(); ok {
		value, _ := digits(d)
		g.measure(column, f, value)
		g.put(column, n, look{role: r, form: f}, formula, number, value)
		return
	}
	g.put(column, n, look{role: r, form: f}, formula, word, g.book.missing)
}

// words puts a formula that comes to a text; an empty one is what formulas
// write beside what does not concern them.
func (g *grid) words(column, n int, r role, f form, formula, value string) {
	g.put(column, n, look{role: r, form: f}, formula, word, value)
}

func (g *grid) notice(code NoticeCode, column, row int) {
	g.book.notices = append(g.book.notices, Notice{code, g.name + "!" + a1(column, row)})
}

// at is a reference to this sheet from another.
func (g *grid) at(ref string) string { return quoted(g.name) + "!" + ref }

// A bound says what an input may be.
type bound int

const (
	anAmount bound = iota // zero or more
	aShare                // 0 to 1
	anyFigure
	someMonths // a whole number of months, at least one
)

// Bounds of inputs that have none by what they are.
const (
	topAmount = 1e15
	topMonths = 1200
)

// rule lets a range of cells take only what an input may be.
func (g *grid) rule(from, to string, b bound) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(from + ":" + to)
	low, high, typ, message := 0.0, topAmount, excelize.DataValidationTypeDecimal, "xlsx.rule.amount"
	switch b {
	case anAmount:
	case aShare:
		high, message = 1, "xlsx.rule.share"
	case anyFigure:
		low, message = -topAmount, "xlsx.rule.figure"
	case someMonths:
		low, high, typ, message = 1, topMonths, excelize.DataValidationTypeWhole, "xlsx.rule.months"
	}
	g.book.fail(v.SetRange(low, high, typ, excelize.DataValidationOperatorBetween))
	g.enforce(v, message)
}

// choice lets a range of cells take only what stands in another, or nothing.
func (g *grid) choice(from, to, source, message string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(from + ":" + to)
	v.SetSqrefDropList(string(appendEscaped(nil, source)))
	g.enforce(v, message)
}

// where lets a range of cells take only what makes a formula true, which is
// written for the first of them.
func (g *grid) where(from, to, formula, message string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(from + ":" + to)
	v.Type, v.Formula1 = "custom", string(appendEscaped(nil, formula))
	g.enforce(v, message)
}

func (g *grid) enforce(v *excelize.DataValidation, message string) {
	v.SetError(excelize.DataValidationErrorStyleStop, g.book.words.T("xlsx.rule.title"), g.book.words.T(message))
	g.book.fail(g.book.file.AddDataValidation(g.name, v))
}
