package costing

import (
	"github.com/shopspring/decimal"

	"ninefold/canvas"
)

// The values of a plan that says nothing.
const (
	DefaultHorizonMonths      = 36
	DefaultLifetimeMonths     = 60
	DefaultAmortisationMonths = 24
)

// MaxHorizonMonths bounds the projection, whatever a plan says.
const MaxHorizonMonths = 60

// MonthsPerQuarter and MonthsPerYear turn quarterly and yearly figures into
// monthly ones. MonthsPerYear is also how many salaries are paid in a year
// where a cost line does not say.
const (
	MonthsPerQuarter = 3
	MonthsPerYear    = 12
)

// A Plan is a project's settings with the defaults put in.
type Plan struct {
	HorizonMonths      int             // months that are projected, 1 to [MaxHorizonMonths]
	LifetimeMonths     int             // longest lifetime of a customer
	AmortisationMonths int             // months that one-off costs are spread over
	OpeningCash        decimal.Decimal // money at the start of the first month
	DiscountRate       Amount          // per month
}

// PlanOf returns a project's settings with the defaults put in. Months below
// one count as not said, and more months than can be projected as all that can.
func PlanOf(p canvas.Plan) Plan {
	plan := Plan{
		HorizonMonths: min(p.HorizonMonths, MaxHorizonMonths), LifetimeMonths: p.LifetimeMonths,
		AmortisationMonths: p.AmortisationMonths, DiscountRate: given(p.DiscountRate),
	}
	if plan.HorizonMonths < 1 {
		plan.HorizonMonths = DefaultHorizonMonths
	}
	if plan.LifetimeMonths < 1 {
		plan.LifetimeMonths = DefaultLifetimeMonths
	}
	if plan.AmortisationMonths < 1 {
		plan.AmortisationMonths = DefaultAmortisationMonths
	}
	if p.OpeningCash != nil {
		plan.OpeningCash = *p.OpeningCash
	}
	return plan
}
