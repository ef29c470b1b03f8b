package costing_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/costing"
)

func eachRandom(t *testing.T, check func(t *testing.T, r *rand.Rand, p *canvas.Project)) {
	for seed := range canvastest.Seeds(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		p := canvastest.Random(seed, r.IntN(120))
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) { check(t, r, p) })
	}
}

func TestSharesAddUpExactly(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, p *canvas.Project) {
		for _, l := range costing.New(p).Lines() {
			monthly, ok := l.Monthly.Get()
			if !ok || len(l.Shares) == 0 {
				continue
			}
			total := decimal.Zero
			for _, s := range l.Shares {
				d, _ := s.Monthly.Get()
				total = total.Add(d)
			}
			if !total.Equal(monthly) {
				t.Errorf("%s %s: shares add up to %s, not to %s", l.Cost.ID, l.Cost.Behaviour, total, monthly)
			}
		}
	})
}

// Every cost line is counted once: by block, and by segment or as common.
func TestNothingIsLostOrCountedTwice(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, p *canvas.Project) {
		m := costing.New(p)
		totals := m.Totals()
		var lines, blocks, traced []costing.Amount
		for _, l := range m.Lines() {
			lines = append(lines, l.Monthly)
		}
		for _, b := range canvas.Blocks() {
			blocks = append(blocks, totals.Block(b))
		}
		traced = append(traced, totals.Common)
		for _, s := range m.Segments() {
			traced = append(traced, s.Relationships, s.Other)
		}
		all := costing.Sum(lines...)
		for what, got := range map[string]costing.Amount{
			"blocks": costing.Sum(blocks...), "segments and common": costing.Sum(traced...),
			"fixed and driven": costing.Sum(totals.Fixed, totals.Driven), "relationships and other": costing.Sum(totals.Relationships, totals.Other),
		} {
			if !got.Equal(all) {
				t.Errorf("%s: got %s, want %s", what, got, all)
			}
		}
	})
}

// What falls on a segment is added up before it is shared; line by line it
// comes to the same, but for the last places of divisions.
func TestSegmentsAddUpTheirShares(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, p *canvas.Project) {
		m := costing.New(p)
		for _, s := range m.Segments() {
			byStage := map[canvas.Stage][]costing.Amount{}
			var other []costing.Amount
			for _, l := range m.Lines() {
				for _, share := range l.Shares {
					switch {
					case share.Segment != s.Note.ID:
					case l.Note.Block == canvas.CustomerRelationships:
						byStage[l.Stage()] = append(byStage[l.Stage()], share.Monthly)
					default:
						other = append(other, share.Monthly)
					}
				}
			}
			same := func(what string, got costing.Amount, shares []costing.Amount) {
				a, ok := got.Get()
				b, wanted := costing.Sum(shares...).Get()
				if ok != wanted || a.Sub(b).Abs().GreaterThan(a.Abs().Add(decimal.NewFromInt(1)).Shift(8-costing.Precision)) {
					t.Errorf("%s, %s: got %s, want %s", s.Note.ID, what, got, costing.Sum(shares...))
				}
			}
			for _, stage := range append(canvas.Stages(), "") {
				same(string(stage), s.Stage(stage), byStage[stage])
			}
			same("other blocks", s.Other, other)
		}
	})
}

func TestDoublingAmountsDoublesCost(t *testing.T) {
	eachRandom(t, func(t *testing.T, _ *rand.Rand, p *canvas.Project) {
		two := decimal.NewFromInt(2)
		twice := func(d *decimal.Decimal) *decimal.Decimal {
			if d == nil {
				return nil
			}
			x := d.Mul(two)
			return &x
		}
		var notes []*canvas.Note
		for n := range p.Notes() {
			c := *n
			c.Costs = slices.Clone(n.Costs)
			for i := range c.Costs {
				c.Costs[i].Amount, c.Costs[i].Rate = twice(c.Costs[i].Amount), twice(c.Costs[i].Rate)
			}
			notes = append(notes, &c)
		}
		once, doubled := costing.New(p), costing.New(project(t, p.Head().Plan, notes...))
		same := func(what string, a, b costing.Amount) {
			x, okX := a.Get()
			y, okY := b.Get()
			// Divisions leave a difference in the last of their places, which
			// large quantities multiply.
			allowed := y.Abs().Add(decimal.NewFromInt(1)).Shift(4 - costing.Precision)
			if okX != okY || okX && x.Mul(two).Sub(y).Abs().GreaterThan(allowed) {
				t.Errorf("%s: %s twice is not %s", what, a, b)
			}
		}
		a, b := once.Totals(), doubled.Totals()
		same("relationships", a.Relationships, b.Relationships)
		same("other", a.Other, b.Other)
		for i, s := range once.Segments() {
			same("acquisition", s.Acquisition, doubled.Segments()[i].Acquisition)
			same("CAC", s.CAC, doubled.Segments()[i].CAC)
		}
	})
}

func TestOrderOfServedSegmentsDoesNotMatter(t *testing.T) {
	eachRandom(t, func(t *testing.T, r *rand.Rand, p *canvas.Project) {
		var notes []*canvas.Note
		for n := range p.Notes() {
			c := *n
			c.Segments = slices.Clone(n.Segments)
			r.Shuffle(len(c.Segments), func(i, j int) { c.Segments[i], c.Segments[j] = c.Segments[j], c.Segments[i] })
			notes = append(notes, &c)
		}
		a, b := costing.New(p), costing.New(project(t, p.Head().Plan, notes...))
		for i, l := range a.Lines() {
			for k, s := range l.Shares {
				if o := b.Lines()[i].Shares[k]; o.Segment != s.Segment || !o.Monthly.Equal(s.Monthly) {
					t.Errorf("%s: got %v, want %v", l.Cost.ID, o, s)
				}
			}
		}
	})
}
