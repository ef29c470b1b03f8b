package xlsx

import (
	"math"
	"slices"

	"github.com/xuri/excelize/v2"
)

// Colours of the charts: of the stages, what has none, other blocks and
// variable costs; they stay apart in grey, too.
var stageColours = []string{"174F56", "2F8F8B", "E3A23A", "B4553A", "8B8F98", "C3BFB4", "DAD7CE"}

// Sizes in pixels, as charts are placed by them.
const (
	chartHeight = 330
	pixelsDigit = 7  // of column width
	pixelsSide  = 5  // of a column's edges
	pixelsRow   = 20 // of a row without cells
)

// A graph is a chart and where it lies.
type graph struct {
	typ          excelize.ChartType
	title        string
	xTitle       string
	yTitle       string
	column, row  int
	width        int // in pixels
	format       string
	months       int // on the x axis; 0 where other things are
	series       []excelize.ChartSeries
	onlyOneThing bool // so that no legend is needed
}

// chart puts a chart below a sheet's cells.
func (g *grid) chart(c graph) {
	label := func(text string, size float64, bold bool) excelize.ChartTitle {
		return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{
			Text: text, Font: &excelize.Font{Family: fontFamily, Size: size, Bold: bold, Color: ink},
		}}}
	}
	small := excelize.Font{Family: fontFamily, Size: 9, Color: ink}
	legend := excelize.ChartLegend{Position: "bottom", Font: &small}
	if c.onlyOneThing {
		legend.Position = "none"
	}
	no, gap := false, uint(60)
	across := excelize.ChartAxis{Font: small, Title: label(c.xTitle, 9, false), TickLabelPosition: excelize.ChartTickLabelLow}
	if c.months > 0 {
		across.TickLabelSkip, across.NumFmt.CustomNumFmt = monthLabels(c.months), "0"
	}
	chart := &excelize.Chart{
		Type: c.typ, Series: c.series, Title: label(c.title, 12, true), Legend: legend, VaryColors: &no,
		Dimension: excelize.ChartDimension{Width: uint(c.width), Height: chartHeight},
		XAxis:     across,
		YAxis: excelize.ChartAxis{
			Font: small, Title: label(c.yTitle, 9, false), MajorGridLines: true,
			NumFmt: excelize.ChartNumFmt{CustomNumFmt: c.format},
		},
		Border:       excelize.LineOptions{Type: excelize.LineSolid, Width: 0.75, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{line}}},
		Format:       excelize.GraphicOptions{OffsetX: 2, OffsetY: 2, AltText: c.title},
		ShowBlanksAs: "gap",
	}
	if c.typ == excelize.Col || c.typ == excelize.ColStacked {
		chart.GapWidth = &gap
	}
	g.book.fail(g.book.file.AddChart(g.name, a1(c.column, c.row), chart))
	g.bottom = max(g.bottom, c.row+int(math.Ceil(chartHeight/float64(pixelsRow)))+1)
}

// room is how many pixels wide some columns are.
func (g *grid) room(from, to int) int {
	pixels := 0
	for i := from; i <= to && i <= len(g.widths); i++ {
		pixels += int(g.widths[i-1]*pixelsDigit) + pixelsSide
	}
	return pixels
}

// middle is the last column of the left half of some columns, for two charts
// side by side; the left one has the first two at least.
func (g *grid) middle(last int) int {
	column, half := 2, g.room(1, last)/2
	for column < last-2 && g.room(1, column+1) <= half {
		column++
	}
	return column
}

// series is a row or column of figures in a chart.
func series(name, categories, values, colour string) excelize.ChartSeries {
	fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	return excelize.ChartSeries{
		Name: name, Categories: categories, Values: values, Fill: fill,
		Line:   excelize.LineOptions{Width: 2.25, Fill: fill},
		Marker: excelize.ChartMarker{Symbol: "none"},
	}
}

// wholeMoney is how amounts stand beside an axis.
const wholeMoney = "#,##0"

// summaryCharts draws the costs of each segment by stage, and the months.
func (s *sheets) summaryCharts(g *grid, row int) {
	g.widen()
	at := &s.sum
	names := g.at(fix(at.first, 4) + ":" + fix(at.common, 4))
	middle := g.middle(at.total)
	var all []excelize.ChartSeries
	rows := []int{at.other, at.variable}
	for i := range slices.Backward(stagesAnd()) {
		rows = append([]int{at.stages + i}, rows...)
	}
	for i, r := range rows {
		all = append(all, series(g.at(fix(1, r)), names, g.at(fix(at.first, r)+":"+fix(at.common, r)), stageColours[i]))
	}
	g.chart(graph{
		typ: excelize.ColStacked, title: s.words.T("xlsx.chart.stages"), xTitle: s.words.T("xlsx.segments"), yTitle: s.unit("money_month"),
		column: 1, row: row, width: g.room(1, middle) - 8, format: wholeMoney, series: all,
	})
	s.monthsChart(g, middle+1, row, max(g.room(middle+1, at.total)-4, 460))
}

// monthsChart draws revenue and cost by month.
func (s *sheets) monthsChart(g *grid, column, row, width int) {
	at := &s.ahead
	months := at.grid.at(at.span(aheadMonth))
	of := func(column int, colour string) excelize.ChartSeries {
		return series(at.grid.at(fix(column, 7)), months, at.grid.at(at.span(column)), colour)
	}
	g.chart(graph{
		typ: excelize.Line, title: s.words.T("xlsx.chart.months"), xTitle: s.headWords("month"), yTitle: s.unit("money_month"),
		column: column, row: row, width: width, format: wholeMoney, months: len(s.months),
		series: []excelize.ChartSeries{of(aheadRevenue, stageColours[1]), of(aheadCost, stageColours[3])},
	})
}

// projectionCharts draws what the months bring and cost, and the cash.
func (s *sheets) projectionCharts(g *grid, row int) {
	g.widen()
	at := &s.ahead
	s.monthsChart(g, 1, row, g.room(1, aheadRelationships)-8)
	g.chart(graph{
		typ: excelize.Col, title: s.words.T("xlsx.chart.cash"), xTitle: s.headWords("month"), yTitle: s.unit("money"),
		column: aheadOther, row: row, width: g.room(aheadOther, aheadBelow) - 4, format: wholeMoney, onlyOneThing: true, months: len(s.months),
		series: []excelize.ChartSeries{series(g.at(fix(aheadCash, 7)), g.at(at.span(aheadMonth)), g.at(at.span(aheadCash)), stageColours[1])},
	})
}

// economicsCharts draws what a customer costs and is worth.
func (s *sheets) economicsCharts(g *grid, row int) {
	g.widen()
	at, middle := &s.econ, g.middle(s.econ.total)
	names := g.at(fix(at.first, 4) + ":" + fix(s.last(at.first), 4))
	of := func(r int, colour string) excelize.ChartSeries {
		return series(g.at(fix(1, r)), names, g.at(fix(at.first, r)+":"+fix(s.last(at.first), r)), colour)
	}
	g.chart(graph{
		typ: excelize.Col, title: s.words.T("xlsx.chart.ltv_cac"), xTitle: s.words.T("xlsx.segments"), yTitle: s.unit("ratio"),
		column: 1, row: row, width: g.room(1, middle) - 8, format: "0.0", onlyOneThing: true,
		series: []excelize.ChartSeries{of(at.ratio, stageColours[1])},
	})
	g.chart(graph{
		typ: excelize.Col, title: s.words.T("xlsx.chart.ltv_and_cac"), xTitle: s.words.T("xlsx.segments"), yTitle: s.unit("money_whole_life"),
		column: middle + 1, row: row, width: max(g.room(middle+1, at.total)-4, 460), format: wholeMoney,
		series: []excelize.ChartSeries{of(at.cac, stageColours[3]), of(at.ltv, stageColours[1])},
	})
}
