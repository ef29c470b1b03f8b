package scene

import (
	"strings"

	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// A Total is what the notes of a block come to, for the foot of the block:
// what the figure is made of and, in bold, the figure.
type Total struct{ Parts, Sum string }

// Totals are the lines at the feet of the two wide blocks: what the model costs
// and what it brings in a month. A block whose notes come to nothing, or to
// nothing that can be computed, has none.
func Totals(t costing.Totals, currency string, words *locale.Words) map[canvas.Block]Total {
	out := map[canvas.Block]Total{}
	money := func(d decimal.Decimal) string { return words.MoneyRound(d.RoundBank(0), currency) }
	add := func(b canvas.Block, a costing.Amount, parts ...string) {
		if d, ok := a.Get(); ok && !d.IsZero() {
			out[b] = Total{strings.Join(parts, " · "), words.T("total.monthly", "Amount", money(d))}
		}
	}
	var parts []string
	if d, ok := t.Relationships.Get(); ok && !d.IsZero() {
		parts = append(parts, words.T("total.relationships", "Amount", money(d)))
		if rest, ok := costing.Sum(t.Other, t.Variable).Get(); ok && !rest.IsZero() {
			parts = append(parts, words.T("total.other", "Amount", money(rest)))
		}
	}
	if t.Missing > 0 {
		parts = append(parts, words.N("total.missing", t.Missing))
	}
	add(canvas.CostStructure, t.Cost, parts...)
	customers := ""
	if d, ok := t.Customers.Get(); ok {
		d = d.Round(0)
		customers = words.N("total.customers", int(d.IntPart()), "Count", words.Number(d, 0))
	}
	add(canvas.RevenueStreams, t.Revenue, customers)
	return out
}

// SetTotals has an engine keep room for totals.
func SetTotals(e *geometry.Engine, totals map[canvas.Block]Total) {
	e.Totals = make(map[canvas.Block]bool, len(totals))
	for b := range totals {
		e.Totals[b] = true
	}
}

// Totals writes what the notes of the blocks come to.
func (p *Page) Totals(l *geometry.Layout, totals map[canvas.Block]Total, look *Look) {
	m := l.Metrics
	for i := range l.Blocks {
		b := &l.Blocks[i]
		t, ok := totals[b.Block]
		if !ok || b.Total.H < m.Total {
			continue
		}
		size := m.Title
		y := b.Total.Y + m.Total*0.2
		if m.Whole { // a thin line is sharp in the middle of a pixel
			y = float64(int(y)) + 0.5
		}
		p.Add(Line{
			X1: b.Total.X, Y1: y, X2: b.Total.Right(), Y2: y,
			Paint: Paint{Stroke: Mix(look.Muted, look.Sheet, 0.4), Width: size / 12, Dash: size / 4},
		})
		base := b.Total.Y + m.Total*0.82
		wide := text.Measure(t.Sum, size, true)
		p.Add(Text{X: b.Total.Right() - wide, Y: base, Size: size, Bold: true, Color: look.Ink, Text: t.Sum})
		if t.Parts != "" {
			if parts := Shorten(t.Parts, b.Total.W-wide-size, size, false, 1)[0]; parts != "…" {
				p.Add(Text{X: b.Total.X, Y: base, Size: size, Color: look.Muted, Text: parts})
			}
		}
	}
}
