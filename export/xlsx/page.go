package xlsx

import (
	"math"
	"strconv"

	"github.com/xuri/excelize/v2"

	"ninefold/assets"
)

// pageWidth is how many digits wide a sheet may be before it is printed on
// several pages side by side, small but legible.
const pageWidth = 175

// stream sets the sheet up for screen and paper and writes its cells.
func (g *grid) stream() error {
	b, f := g.book, g.book.file
	b.fail(f.SetSheetDimension(g.name, "A1:"+a1(max(g.columns, 1), max(len(g.rows), 1))))
	g.page()
	for _, v := range g.rules {
		b.fail(f.AddDataValidation(g.name, v))
	}
	sw, err := f.NewStreamWriter(g.name)
	if err != nil {
		return err
	}
	for i := len(g.widths); i > 0; i-- { // the other way round they come out unsorted
		b.fail(sw.SetColWidth(i, i, g.widths[i-1]))
	}
	if g.frozenRows > 0 {
		g.freeze(sw)
	}
	heights := g.rowHeights()
	for i, cells := range g.rows {
		if h, ok := g.heights[i+1]; ok {
			heights[i] = h
		}
		b.fail(sw.SetRow(a1(1, i+1), cells, excelize.RowOpts{Height: heights[i]}))
	}
	b.fail(sw.Flush())
	return b.err
}

// page sets up the printed page.
func (g *grid) page() {
	b, f := g.book, g.book.file
	width := 0.0
	for _, w := range g.widths {
		width += w
	}
	off, on, landscape, a4 := false, true, "landscape", 9
	wide, high := int(math.Ceil(width/pageWidth)), 0 // as many pages high as it takes
	if g.onePage {
		high = 1
	}
	side, top := 0.5, 0.7
	b.fail(f.SetSheetView(g.name, 0, &excelize.ViewOptions{ShowGridLines: &off}))
	b.fail(f.SetSheetProps(g.name, &excelize.SheetPropsOptions{FitToPage: &on}))
	b.fail(f.SetPageLayout(g.name, &excelize.PageLayoutOptions{
		Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high,
	}))
	b.fail(f.SetPageMargins(g.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top}))
	b.fail(f.SetHeaderFooter(g.name, &excelize.HeaderFooterOptions{
		OddFooter: "&L&8" + assets.AppName + "&C&8&A&R&8&P / &N",
	}))
}

// freeze keeps the heads in sight on the screen, and on every printed page.
func (g *grid) freeze(sw *excelize.StreamWriter) {
	b := g.book
	b.fail(sw.SetPanes(&excelize.Panes{
		Freeze: true, XSplit: g.frozenColumns, YSplit: g.frozenRows,
		TopLeftCell: a1(g.frozenColumns+1, g.frozenRows+1), ActivePane: "bottomRight",
	}))
	titles := g.at("$A:$"+letters(g.frozenColumns)) + "," +
		g.at("$"+strconv.Itoa(g.repeatFrom)+":$"+strconv.Itoa(g.frozenRows))
	b.fail(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: g.name, RefersTo: titles}))
}
