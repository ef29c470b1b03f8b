package costing

import (
	"github.com/shopspring/decimal"
)

// Precision is how many places after the point a division is carried to.
const Precision = 24

// An Amount is a figure, or the statement that it is not available. The zero
// Amount is not available.
type Amount struct {
	value     decimal.Decimal
	available bool
}

// Known returns the figure as an amount.
func Known(d decimal.Decimal) Amount { return Amount{d, true} }

// zero is the figure of what there is none of.
var zero = Known(decimal.Zero)

// given returns an input of the model, which is nil where it is not known.
func given(d *decimal.Decimal) Amount {
	if d == nil {
		return Amount{}
	}
	return Known(*d)
}

// Get returns the figure and whether it is available.
func (a Amount) Get() (decimal.Decimal, bool) { return a.value, a.available }

// Equal reports whether both are the same figure or both not available.
func (a Amount) Equal(b Amount) bool {
	return a.available == b.available && (!a.available || a.value.Equal(b.value))
}

// String is the figure in full, or "n/a"; for logs and tests.
func (a Amount) String() string {
	if !a.available {
		return "n/a"
	}
	return a.value.String()
}

func (a Amount) positive() bool { return a.available && a.value.IsPositive() }
func (a Amount) negative() bool { return a.available && a.value.IsNegative() }
func (a Amount) isZero() bool   { return a.available && a.value.IsZero() }

// round keeps a figure that grows from month to month at a bounded length.
func (a Amount) round() Amount {
	if !a.available {
		return a
	}
	return Known(a.value.RoundBank(Precision))
}

// plus, minus, times and over are not available where either side is not.
func (a Amount) plus(b Amount) Amount {
	if !a.available || !b.available {
		return Amount{}
	}
	return Known(a.value.Add(b.value))
}

func (a Amount) minus(b Amount) Amount {
	if !a.available || !b.available {
		return Amount{}
	}
	return Known(a.value.Sub(b.value))
}

func (a Amount) times(b Amount) Amount {
	if !a.available || !b.available {
		return Amount{}
	}
	return Known(a.value.Mul(b.value))
}

// over is not available either where b is zero.
func (a Amount) over(b Amount) Amount {
	if !a.available || !b.available || b.value.IsZero() {
		return Amount{}
	}
	return Known(a.value.DivRound(b.value, Precision))
}

// overPositive is not available where b is not above zero: a number of
// customers, or a contribution that has to pay something back.
func (a Amount) overPositive(b Amount) Amount {
	if !b.positive() {
		return Amount{}
	}
	return a.over(b)
}

// CountPlaces is how many places of a number of customers or people count when
// it is rounded up to whole ones: what a division leaves behind them must not
// ask for one more.
const CountPlaces = 9

// wholeOver is [Amount.overPositive] rounded up to a whole number.
func (a Amount) wholeOver(b Amount) Amount {
	if !a.available || !b.positive() {
		return Amount{}
	}
	return Known(a.value.DivRound(b.value, CountPlaces).Ceil())
}

// Sum adds what is available. A sum of nothing is zero; one that is zero only
// because figures are missing is not available. So a cost line that still
// lacks its amount does not take the total away, and does not pass for free.
func Sum(amounts ...Amount) Amount {
	var s sum
	for _, a := range amounts {
		s.add(a)
	}
	return s.amount()
}

// A sum is a [Sum] on its way.
type sum struct {
	total   decimal.Decimal
	missing bool
}

func (s *sum) add(a Amount) {
	s.missing = s.missing || !a.available
	s.total = plus(s.total, a.value)
}

func (s *sum) merge(other *sum) {
	s.missing = s.missing || other.missing
	s.total = plus(s.total, other.total)
}

// plus and times are the operations of decimals; most sums begin with nothing
// or get nothing, which costs nothing here.
func plus(a, b decimal.Decimal) decimal.Decimal {
	switch {
	case b.IsZero():
		return a
	case a.IsZero():
		return b
	}
	return a.Add(b)
}

func times(a, b decimal.Decimal) decimal.Decimal {
	if a.IsZero() || b.IsZero() {
		return decimal.Zero
	}
	return a.Mul(b)
}

func (s *sum) amount() Amount {
	if s.missing && s.total.IsZero() {
		return Amount{}
	}
	return Known(s.total)
}
