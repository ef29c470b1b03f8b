package chart

import (
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// A Chart is what is to be drawn.
type Chart struct {
	Words *locale.Words
	// Unit is what the values are counted in, such as a currency's symbol; it
	// stands above their axis.
	Unit string
	// Across is what lies along the other axis, such as "Month"; it may be empty.
	Across string
	// Places are the names along that axis, as many as each series has values.
	// Where they are numbers of months, only round ones are written.
	Places []string
	Months bool
	Lines  []Series
	// Bars of a place stand on each other; what is below zero goes downwards.
	Bars  []Series
	Marks []Mark
	// Write says a value in full where it is read off; the place is the first
	// argument of Head, which names it there.
	Write func(costing.Amount) string
	Head  func(place int) string
}

// A Series is a row of figures, one for each place.
type Series struct {
	Name   string
	Values []costing.Amount
	// Colour is a segment's; the empty one is the accent.
	Colour canvas.Colour
}

// A Mark points out a place.
type Mark struct {
	Place int // from 0
	Text  string
}

// span returns the least and the largest value that is drawn, and whether there
// is any.
func (c *Chart) span() (lo, hi float64, ok bool) {
	take := func(v float64) {
		if !ok {
			lo, hi = v, v
		}
		lo, hi, ok = min(lo, v), max(hi, v), true
	}
	for _, s := range c.Lines {
		for _, a := range s.Values {
			if v, ok := value(a); ok {
				take(v)
			}
		}
	}
	for i := range c.Places {
		for _, p := range c.piles(i) {
			take(p.from)
			take(p.to)
		}
	}
	return lo, hi, ok
}

// A pile is one bar of a place: where it begins and ends.
type pile struct {
	series   int
	from, to float64
}

// piles are the bars of a place.
func (c *Chart) piles(place int) []pile {
	var out []pile
	up, down := 0.0, 0.0
	for i, s := range c.Bars {
		v, ok := value(s.Values[place])
		if !ok {
			continue
		}
		base := &up
		if v < 0 {
			base = &down
		}
		out = append(out, pile{series: i, from: *base, to: *base + v})
		*base += v
	}
	return out
}
