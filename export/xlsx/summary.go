package xlsx

import (
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// summary holds where the rows of the summary stand.
type summary struct {
	*sheets
	grid          *grid
	first         int // column of the first segment
	common, total int // columns
	row           int // the next one
}

// A figures says how a row of the summary is filled. A nil function leaves its
// cells empty.
type figures struct {
	key, unit string
	text      string // instead of the key's
	role      role
	form      form
	name      string // names the total, and with the segment's letter each segment's cell
	segment   func(i int) (string, costing.Amount)
	common    func() (string, costing.Amount)
	total     func() (string, costing.Amount)
}

func (s *sheets) summary() {
	g := s.book.sheet("xlsx.sheet.summary")
	n := len(s.segments)
	m := &summary{sheets: s, grid: g, first: 3, common: 3 + n, total: 4 + n, row: 5}
	s.top(g, "summary")
	g.blank(1, 4, head, text)
	g.say(2, 4, head, text, s.words.T("xlsx.head.unit"))
	s.heads(g, m.first, 4)
	g.say(m.common, 4, head, right, s.words.T("xlsx.common"))
	g.say(m.total, 4, head, right, s.words.T("xlsx.total"))
	g.frozenColumns, g.frozenRows, g.repeatFrom = 2, 4, 4
	g.onePage = true

	at := m.costs()
	m.blocks()
	m.economics(at)
	m.breakEven(at)

	g.widths = []float64{44, 30}
	for range n + 2 {
		g.widths = append(g.widths, 18)
	}
}

func (m *summary) heading(key string) {
	if m.row > 5 {
		m.row++
	}
	m.grid.across(1, m.total, m.row, section)
	m.grid.say(1, m.row, section, text, m.words.T(key))
	m.row++
}

// add writes a row and returns its number.
func (m *summary) add(f figures) int {
	g := m.grid
	g.across(1, m.total, m.row, f.role)
	label := f.text
	if label == "" {
		label = m.words.T("xlsx.figure." + f.key)
	}
	g.say(1, m.row, f.role, wrapped, label)
	g.say(2, m.row, f.role, text, m.unit(f.unit))
	put := func(column int, of func() (string, costing.Amount)) {
		if of == nil {
			return
		}
		formula, a := of()
		g.formula(column, m.row, f.role, f.form, formula, a)
	}
	for i, segment := range m.segments {
		if f.segment == nil {
			break
		}
		put(m.first+i, func() (string, costing.Amount) { return f.segment(i) })
		if f.name != "" && letterForm.MatchString(segment.Note.Segment.Letter) {
			m.book.name(f.name+"_"+segment.Note.Segment.Letter, g, m.first+i, m.row)
		}
	}
	put(m.common, f.common)
	put(m.total, f.total)
	if f.name != "" && f.total != nil {
		m.book.name("total_"+f.name, g, m.total, m.row)
	}
	m.row++
	return m.row - 1
}

// span is a part of a column.
func (m *summary) span(column, from, to int) string { return a1(column, from) + ":" + a1(column, to) }

// summaryRows are the rows that later parts need.
type summaryRows struct {
	stages, relationships, variable, cost, revenue int
}

// costs writes what the cost lines come to by stage, and the result.
func (m *summary) costs() summaryRows {
	var at summaryRows
	out, model := &m.out, m.model
	totals, common := model.Totals(), model.Common()
	m.heading("xlsx.section.costs")
	at.stages = m.row
	for _, stage := range append(canvas.Stages(), "") {
		label := fixColumn(1, m.row)
		stages := out.column(costStage)
		m.add(figures{
			text: m.stage(stage), unit: "money_month", form: money,
			segment: func(i int) (string, costing.Amount) {
				return sumWhere(out.shareColumn(out.shares+i), stages, label), m.segments[i].Stage(stage)
			},
			common: func() (string, costing.Amount) {
				return sumWhere(out.column(out.common), stages, label), common.Stage(stage)
			},
			total: func() (string, costing.Amount) {
				return sumWhere(out.column(out.monthly), stages, label), totals.Stage(stage)
			},
		})
	}
	above := func(column int) string { return sumOf(m.span(column, at.stages, m.row-1)) }
	at.relationships = m.add(figures{
		key: "relationships", unit: "money_month", role: total, form: money, name: "relationships",
		segment: func(i int) (string, costing.Amount) { return above(m.first + i), m.segments[i].Relationships },
		common:  func() (string, costing.Amount) { return above(m.common), common.Relationships },
		total:   func() (string, costing.Amount) { return above(m.total), totals.Relationships },
	})
	// All lines that are on no relationship: their block is another one.
	blocks := out.column(costBlock)
	others := `"<>"&` + fix(1, m.blockRow(canvas.CustomerRelationships))
	m.add(figures{
		key: "other", unit: "money_month", form: money, name: "other",
		segment: func(i int) (string, costing.Amount) {
			return sumWhere(out.shareColumn(out.shares+i), blocks, others), m.segments[i].Other
		},
		common: func() (string, costing.Amount) {
			return sumWhere(out.column(out.common), blocks, others), common.Other
		},
		total: func() (string, costing.Amount) {
			return sumWhere(out.column(out.monthly), blocks, others), totals.Other
		},
	})
	at.variable = m.row
	m.add(figures{
		key: "variable", unit: "money_month", form: money, name: "variable",
		segment: func(i int) (string, costing.Amount) {
			v, customers := m.in.cell(i, m.in.variable), m.rev.cell(i, m.rev.customers)
			return "IF(N(" + v + ")=0,0," + when(v+"*"+customers, customers) + ")", m.segments[i].Variable
		},
		total: func() (string, costing.Amount) { return m.acrossSegments(at.variable), totals.Variable },
	})
	cost := func(column int) string { return sumOf(m.span(column, at.relationships, at.variable)) }
	at.cost = m.add(figures{
		key: "cost", unit: "money_month", role: total, form: signed, name: "cost",
		segment: func(i int) (string, costing.Amount) { return cost(m.first + i), m.segments[i].Cost },
		common:  func() (string, costing.Amount) { return cost(m.common), totals.Common },
		total:   func() (string, costing.Amount) { return cost(m.total), totals.Cost },
	})
	at.revenue = m.add(figures{
		key: "revenue", unit: "money_month", form: signed, name: "revenue",
		segment: func(i int) (string, costing.Amount) { return m.rev.cell(i, m.rev.revenue), m.segments[i].Revenue },
		total: func() (string, costing.Amount) {
			return m.rev.grid.at(fix(m.rev.total, m.rev.revenue)), totals.Revenue
		},
	})
	left := func(column int) string {
		return when(a1(column, at.revenue)+"-"+a1(column, at.cost), a1(column, at.revenue), a1(column, at.cost))
	}
	m.add(figures{
		key: "result", unit: "money_month", role: result, form: signed, name: "result",
		segment: func(i int) (string, costing.Amount) { return left(m.first + i), m.segments[i].Result },
		total:   func() (string, costing.Amount) { return left(m.total), totals.Result },
	})
	return at
}

// acrossSegments is the sum of a row over the segments.
func (m *summary) acrossSegments(row int) string {
	return sumOf(a1(m.first, row) + ":" + a1(m.last(m.first), row))
}

// blockRow is where a block's row will stand: below the costs, which take as
// many rows in every workbook.
func (m *summary) blockRow(b canvas.Block) int { return blocksAt + b.Number() - 1 }

// blocksAt is the row of the first block.
const blocksAt = 19

// blocks writes what the cost lines come to by block.
func (m *summary) blocks() {
	m.heading("xlsx.section.blocks")
	totals := m.model.Totals()
	for _, b := range canvas.Blocks() {
		label := fixColumn(1, m.row)
		m.add(figures{
			text: m.words.T("block." + string(b)), unit: "money_month", form: money,
			total: func() (string, costing.Amount) {
				return sumWhere(m.out.column(m.out.monthly), m.out.column(costBlock), label), totals.Block(b)
			},
		})
	}
}
