package xlsx

import (
	"github.com/shopspring/decimal"

	"ninefold/canvas/costing"
)

// What only the workbook shows is worked out here; all else by package costing.

func both(a, b costing.Amount, f func(x, y decimal.Decimal) costing.Amount) costing.Amount {
	x, known := a.Get()
	y, too := b.Get()
	if !known || !too {
		return costing.Amount{}
	}
	return f(x, y)
}

func minus(a, b costing.Amount) costing.Amount {
	return both(a, b, func(x, y decimal.Decimal) costing.Amount { return costing.Known(x.Sub(y)) })
}

func times(a, b costing.Amount) costing.Amount {
	return both(a, b, func(x, y decimal.Decimal) costing.Amount { return costing.Known(x.Mul(y)) })
}

// over is not available where b is not above zero.
func over(a, b costing.Amount) costing.Amount {
	return both(a, b, func(x, y decimal.Decimal) costing.Amount {
		if !y.IsPositive() {
			return costing.Amount{}
		}
		return costing.Known(x.DivRound(y, costing.Precision))
	})
}
