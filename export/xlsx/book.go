package xlsx

import (
	"bytes"
	"cmp"
	"io"
	"sort"
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// A book is a workbook on its way. The first error is kept and everything
// after it does nothing.
type book struct {
	file    *excelize.File
	words   *locale.Words
	styles  map[look]int
	formats map[form]string
	notices []Notice
	names   map[string]bool
	grids   []*grid
	err     error
}

func newBook(head canvas.Head, words *locale.Words) (*book, error) {
	b := &book{
		file: excelize.NewFile(), words: words, styles: map[look]int{},
		formats: formats(words, head.Currency), names: map[string]bool{},
	}
	if err := b.file.SetDefaultFont(fontFamily); err != nil {
		return nil, err
	}
	name, _ := clean(head.Title)
	author, _ := clean(head.DesignedBy)
	day := zipDate
	if d, err := time.Parse(time.DateOnly, head.Date); err == nil {
		day = d
	}
	stamp := day.UTC().Format(time.RFC3339)
	b.fail(b.file.SetDocProps(&excelize.DocProperties{
		Title: name, Creator: cmp.Or(author, assets.AppName), LastModifiedBy: assets.AppName,
		Created: stamp, Modified: stamp, Language: string(words.Lang()),
	}))
	b.fail(b.file.SetAppProps(&excelize.AppProperties{Application: assets.AppName}))
	return b, b.err
}

func (b *book) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// name names a cell for formulas and for scripts. A name that is taken or
// cannot be one is left out: the cell can be reached all the same.
func (b *book) name(name string, g *grid, column, row int) {
	if b.names[name] {
		return
	}
	b.names[name] = true
	b.fail(b.file.SetDefinedName(&excelize.DefinedName{
		Name: name, RefersTo: g.at(fix(column, row)),
	}))
}

// write streams all sheets and then the workbook.
func (b *book) write(w io.Writer) error {
	for _, g := range b.grids {
		if b.err == nil {
			b.fail(g.stream())
		}
	}
	if b.err != nil {
		return b.err
	}
	// excelize lists content types in the order of a map.
	if types := b.file.ContentTypes; types != nil {
		sort.Slice(types.Defaults, func(i, j int) bool { return types.Defaults[i].Extension < types.Defaults[j].Extension })
	}
	b.file.SetZipWriter(func(to io.Writer) excelize.ZipWriter {
		return &sortedZip{to: to, files: map[string]*bytes.Buffer{}}
	})
	return b.file.Write(w)
}

// A grid is a sheet whose cells are held until all of them are known.
type grid struct {
	book    *book
	name    string
	rows    [][]any // of excelize.Cell; nil is an empty cell
	heights map[int]float64
	widths  []float64
	columns int
	// paragraphs are the texts that decide how high their rows are.
	paragraphs []paragraph
	// Above and to the left of what is frozen stands what every printed page
	// repeats: columns from the first, rows from repeatFrom.
	frozenColumns, frozenRows, repeatFrom int
	onePage                               bool // on paper
	rules                                 []*excelize.DataValidation
}

// sheet adds a sheet; its name is a key of the words.
func (b *book) sheet(key string) *grid {
	g := &grid{book: b, name: b.words.T(key), heights: map[int]float64{}}
	if len(b.grids) == 0 {
		b.fail(b.file.SetSheetName("Sheet1", g.name))
	} else if _, err := b.file.NewSheet(g.name); err != nil {
		b.fail(err)
	}
	b.grids = append(b.grids, g)
	return g
}

// put sets a cell; columns and rows count from 1.
func (g *grid) put(column, row int, l look, formula string, value any) {
	for len(g.rows) < row {
		g.rows = append(g.rows, nil)
	}
	cells := g.rows[row-1]
	for len(cells) < column {
		cells = append(cells, nil)
	}
	cells[column-1] = excelize.Cell{StyleID: g.book.style(l), Formula: formula, Value: value}
	g.rows[row-1] = cells
	g.columns = max(g.columns, column)
}

// say puts a text.
func (g *grid) say(column, row int, r role, f form, text string) {
	clear, cut := clean(text)
	if cut {
		g.notice(NoticeTextCut, column, row)
	}
	if clear == "" {
		g.blank(column, row, r, f)
		return
	}
	if f == wrapped || f == noted || r == head {
		g.paragraphs = append(g.paragraphs, paragraph{column, row, clear})
	}
	g.put(column, row, look{r, f, active(clear)}, "", clear)
}

// blank gives an empty cell its look.
func (g *grid) blank(column, row int, r role, f form) {
	g.put(column, row, look{role: r, form: f}, "", nil)
}

// across fills a row with empty cells of a role.
func (g *grid) across(from, to, row int, r role) {
	for c := from; c <= to; c++ {
		g.blank(c, row, r, text)
	}
}

// figure puts an input, or an empty cell for one that is not known.
func (g *grid) figure(column, row int, r role, f form, d *decimal.Decimal) {
	if d == nil {
		g.blank(column, row, r, f)
		return
	}
	value := d.InexactFloat64()
	if !decimal.NewFromFloat(value).Equal(*d) {
		g.notice(NoticeFigureRounded, column, row)
	}
	g.put(column, row, look{role: r, form: f}, "", value)
}

// formula puts a formula with the figure that it comes to.
func (g *grid) formula(column, row int, r role, f form, formula string, a costing.Amount) {
	var value any = g.book.words.T("xlsx.not_available")
	if d, ok := a.Get(); ok {
		value = d.InexactFloat64()
	}
	g.put(column, row, look{role: r, form: f}, formula, value)
}

func (g *grid) notice(code NoticeCode, column, row int) {
	g.book.notices = append(g.book.notices, Notice{code, g.name + "!" + a1(column, row)})
}

// at is a reference to this sheet from another.
func (g *grid) at(ref string) string { return quoted(g.name) + "!" + ref }

// rule lets a range of cells take only figures between two bounds; a missing
// upper bound is open.
func (g *grid) rule(from, to string, low float64, high *float64) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(from + ":" + to)
	top := float64(1e15)
	if high != nil {
		top = *high
	}
	g.book.fail(v.SetRange(low, top, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween))
	message := "xlsx.rule.amount"
	if high != nil {
		message = "xlsx.rule.share"
	}
	v.SetError(excelize.DataValidationErrorStyleStop, g.book.words.T("xlsx.rule.title"), g.book.words.T(message))
	g.rules = append(g.rules, v)
}
