package xlsx

import (
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// summaryAt is what other sheets need of the summary.
type summaryAt struct {
	*table
	stages, relationships, other, variable, cost, revenue int // rows
	blocks                                                int // the first of the nine
}

func (s *sheets) summary() {
	t := s.table("summary")
	s.sum = summaryAt{table: t}
	t.grid.onePage = true
	s.costSums()
	s.blockSums()
	s.summaryCharts(t.grid, t.row+1)
}

// costSums writes what the cost lines come to by stage, and the result.
func (s *sheets) costSums() {
	at, out, seg, model := &s.sum, &s.out, &s.seg, s.model
	totals, common := model.Totals(), model.Common()
	at.heading("xlsx.section.costs")
	at.stages = at.row
	byStage := func(kind costing.Kind, f figures, of func(costing.Costs) costing.Amount) int {
		label := fixColumn(1, at.row)
		f.text, f.unit, f.form = s.stage(kind), "money_month", money
		f.segment = func(i int) (string, costing.Amount) {
			return sumWhere(out.shareColumn(out.shares+i), nameLineStage, label), of(s.segments[i].Costs)
		}
		f.common = func() (string, costing.Amount) { return sumWhere(nameLineCommon, nameLineStage, label), of(common) }
		f.total = func() (string, costing.Amount) {
			return sumWhere(nameLineMonthly, nameLineStage, label), of(totals.Costs)
		}
		return at.add(f)
	}
	for _, stage := range stagesAnd() {
		byStage(costing.Kind{Relationship: true, Stage: stage}, figures{}, func(c costing.Costs) costing.Amount { return c.Stage(stage) })
	}
	above := func(column int) string { return sumOf(at.span(column, at.stages, at.row-1)) }
	at.relationships = at.add(figures{
		key: "relationships", unit: "money_month", role: total, form: money, name: "relationships",
		segment: func(i int) (string, costing.Amount) { return above(at.first + i), s.segments[i].Relationships },
		common:  func() (string, costing.Amount) { return above(at.common), common.Relationships },
		total:   func() (string, costing.Amount) { return above(at.total), totals.Relationships },
	})
	at.other = byStage(costing.Kind{}, figures{name: "other"}, func(c costing.Costs) costing.Amount { return c.Other })
	at.variable = at.row
	at.add(figures{
		key: "variable", unit: "money_month", form: money, name: "variable",
		segment: func(i int) (string, costing.Amount) { return seg.cell(i, seg.variables), s.segments[i].Variable },
		total:   func() (string, costing.Amount) { return at.acrossSegments(at.variable), totals.Variable },
	})
	cost := func(column int) string { return sumOf(at.span(column, at.relationships, at.variable)) }
	at.cost = at.add(figures{
		key: "cost", unit: "money_month", role: total, form: signed, name: "cost",
		segment: func(i int) (string, costing.Amount) { return cost(at.first + i), s.segments[i].Cost },
		common:  func() (string, costing.Amount) { return cost(at.common), totals.Common },
		total:   func() (string, costing.Amount) { return cost(at.total), totals.Cost },
	})
	at.revenue = at.add(figures{
		key: "revenue", unit: "money_month", form: signed, name: "revenue",
		segment: func(i int) (string, costing.Amount) { return seg.cell(i, seg.revenue), s.segments[i].Revenue },
		total:   func() (string, costing.Amount) { return seg.all(seg.revenue), totals.Revenue },
	})
	left := func(column int) string {
		return when(a1(column, at.revenue)+"-"+a1(column, at.cost), a1(column, at.revenue), a1(column, at.cost))
	}
	at.add(figures{
		key: "result", unit: "money_month", role: result, form: signed, name: "result",
		segment: func(i int) (string, costing.Amount) { return left(at.first + i), s.segments[i].Result },
		total:   func() (string, costing.Amount) { return left(at.total), totals.Result },
	})
}

// blockSums writes what the cost lines come to by block.
func (s *sheets) blockSums() {
	at := &s.sum
	at.heading("xlsx.section.blocks")
	at.blocks = at.row
	totals := s.model.Totals()
	for _, b := range canvas.Blocks() {
		label := fixColumn(1, at.row)
		at.add(figures{
			text: s.words.T("block." + string(b)), unit: "money_month", form: money,
			total: func() (string, costing.Amount) {
				return sumWhere(nameLineMonthly, nameLineBlock, label), totals.Block(b)
			},
		})
	}
}
