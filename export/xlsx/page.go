package xlsx

import (
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"ninefold/assets"
)

// finish sets the sheet up for screen and paper and writes the rows that are
// left.
func (g *grid) finish() {
	b, f := g.book, g.book.file
	g.done(g.past + len(g.rows))
	b.fail(f.SetSheetDimension(g.name, "A1:"+a1(max(g.columns, 1), max(g.past, 1))))
	g.widen()
	g.page()
	if g.frozenRows > 0 {
		g.freeze()
	}
}

// setWidths says how wide the columns are at least; texts are fitted to them.
func (g *grid) setWidths(widths []float64) { g.widths = widths }

// widen makes each column as wide as its longest figure needs, and the sheet's
// columns as wide as they are.
func (g *grid) widen() {
	b, f := g.book, g.book.file
	for i, n := range g.longest {
		if i < len(g.widths) && n > 0 {
			g.widths[i] = max(g.widths[i], math.Ceil((figurePadding+figureWidth*float64(n))*2)/2)
		}
	}
	for from := 0; from < len(g.widths); {
		to := from + 1
		for to < len(g.widths) && g.widths[to] == g.widths[from] {
			to++
		}
		b.fail(f.SetColWidth(g.name, letters(from+1), letters(to), g.widths[from]))
		from = to
	}
}

// How wide figures are, in digits of a column's width: they may be bold.
const (
	figureWidth   = 1.06
	figurePadding = 1.3
)

// measure remembers how long a figure is as it is shown.
func (g *grid) measure(column int, f form, value string) {
	n, _, _ := strings.Cut(value, ".")
	length := len(n)
	if _, after, ok := strings.Cut(value, "e"); ok { // as in 1.5e+20
		if power, err := strconv.Atoi(after); err == nil {
			length = max(power, 0) + 1
		}
	}
	length += (length - 1) / 3
	switch f {
	case money, flow:
		length += g.book.places
	case signed:
		length += g.book.places + signLength
	case ratio:
		length += len(".0")
	}
	for len(g.longest) < column {
		g.longest = append(g.longest, 0)
	}
	g.longest[column-1] = max(g.longest[column-1], length)
}

// signLength is the room of a currency's sign and the space beside it.
const signLength = 3

// page sets up the printed pages: one page wide where that can be read, and as
// many high as it takes.
func (g *grid) page() {
	b, f := g.book, g.book.file
	off, on, standing, size := false, true, "landscape", a4
	wide, high := 1, 0
	if g.onePage {
		high = 1
	}
	if g.portrait {
		standing = "portrait"
	}
	if room := g.room(1, len(g.widths)); room > legible {
		size = a3
		wide = pagesWide(room, g.room(1, g.frozenColumns))
	}
	side, top := 0.5, 0.7
	b.fail(f.SetSheetView(g.name, 0, &excelize.ViewOptions{ShowGridLines: &off}))
	b.fail(f.SetSheetProps(g.name, &excelize.SheetPropsOptions{FitToPage: &on}))
	b.fail(f.SetPageLayout(g.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &standing, FitToWidth: &wide, FitToHeight: &high,
	}))
	b.fail(f.SetPageMargins(g.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top}))
	b.fail(f.SetHeaderFooter(g.name, &excelize.HeaderFooterOptions{
		OddFooter: "&L&8" + assets.AppName + "&C&8&A&R&8&P / &N",
	}))
	area := g.at("$A$1:" + fix(max(g.columns, len(g.widths)), max(g.past, g.bottom)))
	b.fail(f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: g.name, RefersTo: area}))
}

// Paper sizes by the file format's numbers, and how many pixels wide a sheet
// may be to be legible on either.
const (
	a4, a3      = 9, 8
	legible     = 1500
	legibleOnA3 = 2300
)

// pagesWide is over how many pages beside each other a sheet goes, that each
// repeat its first columns.
func pagesWide(room, repeated int) int {
	return max(1, int(math.Ceil(float64(room-repeated)/float64(max(legibleOnA3-repeated, legible)))))
}

// freeze keeps the heads in sight on the screen, and on every printed page.
func (g *grid) freeze() {
	b := g.book
	b.fail(b.file.SetPanes(g.name, &excelize.Panes{
		Freeze: true, XSplit: g.frozenColumns, YSplit: g.frozenRows,
		TopLeftCell: a1(g.frozenColumns+1, g.frozenRows+1), ActivePane: "bottomRight",
	}))
	titles := g.at("$A:$"+letters(g.frozenColumns)) + "," +
		g.at("$"+strconv.Itoa(g.repeatFrom)+":$"+strconv.Itoa(g.frozenRows))
	b.fail(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: g.name, RefersTo: titles}))
}
