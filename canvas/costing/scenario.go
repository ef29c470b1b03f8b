package costing

import (
	"slices"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
)

// A Scenario is one way in which things may go. The base scenario is what the
// project says; the others scale it by the factors of its plan.
type Scenario string

// The scenarios.
const (
	ScenarioLow  Scenario = "low"
	ScenarioBase Scenario = "base"
	ScenarioHigh Scenario = "high"
)

// Scenarios returns the scenarios in the order in which they are offered.
func Scenarios() []Scenario { return []Scenario{ScenarioLow, ScenarioBase, ScenarioHigh} }

// Known reports whether s is one of the scenarios.
func (s Scenario) Known() bool { return slices.Contains(Scenarios(), s) }

// Factors are what a scenario multiplies; 1 changes nothing.
type Factors struct {
	NewCustomers decimal.Decimal // customers won in a month
	Churn        decimal.Decimal // share of customers lost in a month, which stays at most 1
	Price        decimal.Decimal // prices, and revenue per customer where it is typed
	Cost         decimal.Decimal // amounts and rates of cost lines, and the segments' variable cost
}

var one = decimal.NewFromInt(1)

// FactorsOf returns the factors of a scenario with the defaults put in. They
// are all 1 for the base scenario, for one that the plan does not describe, and
// for one that is none of [Scenarios].
func FactorsOf(plan canvas.Plan, s Scenario) Factors {
	said := canvas.Scenario{}
	switch {
	case s == ScenarioLow && plan.Low != nil:
		said = *plan.Low
	case s == ScenarioHigh && plan.High != nil:
		said = *plan.High
	}
	factor := func(d *decimal.Decimal) decimal.Decimal {
		if d == nil {
			return one
		}
		return *d
	}
	return Factors{factor(said.NewCustomers), factor(said.Churn), factor(said.Price), factor(said.Cost)}
}

// scaled returns an input of the model as it is in the scenario.
func scaled(d *decimal.Decimal, factor decimal.Decimal) Amount {
	if d == nil || factor.Equal(one) {
		return given(d)
	}
	return Known(d.Mul(factor))
}

// share returns a as a share: nothing below 0, nothing above 1.
func (a Amount) share() Amount {
	switch {
	case !a.available:
		return a
	case a.value.IsNegative():
		return zero
	case a.value.GreaterThan(one):
		return Known(one)
	}
	return a
}
