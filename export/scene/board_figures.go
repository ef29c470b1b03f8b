package scene

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
)

// The figures of a segment's row.
const (
	FigureMonth = "month"
	FigureCAC   = "cac"
	FigureLTV   = "ltv"
	FigureRatio = "ratio"
)

// figures are what a segment costs and brings.
func (b boardWords) figures(n *canvas.Note) []geometry.Figure {
	w, s := b.words, b.costs.Segment(n.ID)
	ratio := geometry.Figure{
		ID: FigureRatio, Name: w.T("relationships.figure.ratio"), Value: b.ratio(s.LTVToCAC), Tone: geometry.ToneMuted, Main: true,
	}
	if d, ok := s.LTVToCAC.Get(); ok {
		ratio.Tone = geometry.ToneGood
		if d.LessThan(costing.SoundRatio()) {
			ratio.Tone = geometry.ToneBad
		}
	}
	money := func(id, name string, a costing.Amount, write func(decimal.Decimal, string) string) geometry.Figure {
		f := geometry.Figure{ID: id, Name: name, Value: b.amount(a, write)}
		if _, ok := a.Get(); !ok {
			f.Tone = geometry.ToneMuted
		}
		return f
	}
	return []geometry.Figure{
		money(FigureMonth, w.T("relationships.figure.month"), s.Relationships, w.MoneyRound),
		money(FigureCAC, w.T("relationships.figure.cac"), s.CAC, w.Money),
		money(FigureLTV, w.T("relationships.figure.ltv"), s.LTV, w.Money),
		ratio,
	}
}

// amount writes money, or that it cannot be computed.
func (b boardWords) amount(a costing.Amount, write func(decimal.Decimal, string) string) string {
	d, ok := a.Get()
	if !ok {
		return b.words.T("relationships.not_available")
	}
	return write(d, b.project.Head().Currency)
}

// ratio writes a figure that is no money, to one place.
func (b boardWords) ratio(a costing.Amount) string {
	d, ok := a.Get()
	if !ok {
		return b.words.T("relationships.not_available")
	}
	return b.words.Ratio(d)
}

// figureTip says how a figure of a segment came about, with the figures that it
// was computed from, or what is missing for it.
func (b boardWords) figureTip(s *costing.Segment, id string) Tip {
	w := b.words
	acquire, consider := w.T("stage."+string(canvas.StageAcquire)), w.T("stage."+string(canvas.StageConsider))
	tip := Tip{
		Title: w.T("reckoning." + id + ".title"),
		Text:  w.T("reckoning."+id+".text", "Acquire", acquire, "Consider", consider),
	}
	money := func(a costing.Amount) string { return b.amount(a, w.Money) }
	add := func(sign, name, value string) { tip.Rows = append(tip.Rows, TipRow{sign, name, value}) }
	result, missing := "", []string(nil)
	need := func(a costing.Amount, input string) {
		if _, ok := a.Get(); !ok {
			missing = append(missing, w.T("reckoning.input."+input))
		}
	}
	switch id {
	case FigureMonth:
		b.shares(s.Note.ID, add)
		result = money(s.Relationships)
	case FigureCAC:
		add("", acquire, money(s.Stage(canvas.StageAcquire)))
		add("+", consider, money(s.Stage(canvas.StageConsider)))
		add("=", w.T("reckoning.month.title"), money(s.Acquisition))
		add("÷", w.T("reckoning.new"), b.plain(s.NewPerMonth))
		need(s.Acquisition, "costs")
		need(s.NewPerMonth, "new")
		result = money(s.CAC)
	case FigureLTV:
		add("", w.T("reckoning.revenue"), money(s.RevenuePerCustomer))
		add("−", w.T("reckoning.variable"), money(s.VariableCost))
		add("−", w.T("reckoning.serve"), money(s.CostToServe))
		add("=", w.T("reckoning.contribution"), money(s.Contribution))
		add("×", w.T("reckoning.lifetime"), b.ratio(s.Lifetime))
		need(s.RevenuePerCustomer, "revenue")
		need(s.Customers, "customers")
		need(s.Churn, "churn")
		result = money(s.LTV)
	case FigureRatio:
		add("", w.T("relationships.figure.ltv"), money(s.LTV))
		add("÷", w.T("relationships.figure.cac"), money(s.CAC))
		need(s.RevenuePerCustomer, "revenue")
		need(s.Customers, "customers")
		need(s.Churn, "churn")
		need(s.Acquisition, "costs")
		need(s.NewPerMonth, "new")
		result = b.ratio(s.LTVToCAC)
	}
	if len(tip.Rows) > 0 {
		tip.Rows = append(tip.Rows, TipRow{"=", w.T("relationships.figure." + id), result})
	}
	switch {
	case result == w.T("relationships.not_available") && len(missing) > 0:
		tip.Note = w.T("reckoning.missing", "What", strings.Join(missing, ", "))
	case id == FigureMonth && len(tip.Rows) == 0:
		tip.Note = w.T("reckoning.none")
	}
	return tip
}

// plain writes a number as the user typed it.
func (b boardWords) plain(a costing.Amount) string {
	d, ok := a.Get()
	if !ok {
		return b.words.T("relationships.not_available")
	}
	return b.words.Number(d, -1)
}

// shares says what of each relationship's cost falls on a segment, the dearest
// first and those beyond a few together.
func (b boardWords) shares(segment canvas.ID, add func(sign, name, value string)) {
	type part struct {
		note *canvas.Note
		cost decimal.Decimal
	}
	var parts []part
	for _, l := range b.costs.Lines() {
		for _, s := range l.Shares {
			d, ok := s.Monthly.Get()
			if s.Segment != segment || !ok || l.Note.Block != canvas.CustomerRelationships {
				continue
			}
			if k := len(parts) - 1; k >= 0 && parts[k].note == l.Note {
				parts[k].cost = parts[k].cost.Add(d)
			} else {
				parts = append(parts, part{l.Note, d})
			}
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return b.cost.Cmp(a.cost) })
	const most = 6
	sign := func(i int) string {
		if i == 0 {
			return ""
		}
		return "+"
	}
	write := func(d decimal.Decimal) string { return b.words.Money(d, b.project.Head().Currency) }
	for i, p := range parts[:min(len(parts), most)] {
		add(sign(i), cmp.Or(firstLine(p.note.Text), TypeName(b.project, b.words, p.note.Relationship.Type)), write(p.cost))
	}
	if len(parts) > most {
		rest := decimal.Zero
		for _, p := range parts[most:] {
			rest = rest.Add(p.cost)
		}
		add("+", b.words.N("reckoning.others", len(parts)-most), write(rest))
	}
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
