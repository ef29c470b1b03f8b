package chart

import (
	"math"

	"github.com/shopspring/decimal"

	"ninefold/canvas/costing"
)

// An axis is the scale of values: its ends are ticks, and zero is on it.
type axis struct {
	lo, hi float64
	ticks  []tick
	shift  int32 // ticks are written in units of ten to this power
}

// A tick is a round value on the axis.
type tick struct {
	at    float64
	value decimal.Decimal // as it is written
}

// Values from so much on are written in units of a million or a milliard.
const (
	million  = 6
	milliard = 9
)

// newAxis covers the values with at most so many steps of 1, 2 or 5 times a
// power of ten.
func newAxis(lo, hi float64, most int) axis {
	lo, hi = math.Min(lo, 0), math.Max(hi, 0)
	if lo == hi {
		hi = 1
	}
	factor, exp := step((hi-lo)/float64(max(most, 1)), most, lo, hi)
	size := float64(factor) * math.Pow10(exp)
	first, last := int64(math.Floor(lo/size+slack)), int64(math.Ceil(hi/size-slack))
	a := axis{lo: float64(first) * size, hi: float64(last) * size}
	switch top := math.Max(-a.lo, a.hi); {
	case top >= 2*math.Pow10(milliard):
		a.shift = milliard
	case top >= 2*math.Pow10(million):
		a.shift = million
	}
	for i := first; i <= last; i++ {
		a.ticks = append(a.ticks, tick{float64(i) * size, decimal.New(i*factor, int32(exp)-a.shift)})
	}
	return a
}

// slack is the share of a step by which a value may lie beyond a tick and still
// count as on it, since floating point is not exact.
const slack = 1e-9

// step returns the smallest step, as a factor and a power of ten, that covers
// what lies between two values in at most so many steps; least is no larger
// than it.
func step(least float64, most int, lo, hi float64) (factor int64, exp int) {
	exp = int(math.Floor(math.Log10(least)))
	for {
		for _, factor := range []int64{1, 2, 5} {
			size := float64(factor) * math.Pow10(exp)
			if math.Ceil(hi/size-slack)-math.Floor(lo/size+slack) <= float64(most) {
				return factor, exp
			}
		}
		exp++
	}
}

// places is how many digits after the mark tell the ticks apart.
func (a *axis) places() int {
	places := 0
	for _, t := range a.ticks {
		places = max(places, -int(t.value.Exponent()))
	}
	return places
}

// value is a figure as a length to draw. What cannot be drawn is not there.
func value(a costing.Amount) (float64, bool) {
	d, ok := a.Get()
	if !ok {
		return 0, false
	}
	v := d.InexactFloat64()
	return v, !math.IsInf(v, 0)
}
