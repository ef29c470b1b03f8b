package costing

import (
	"slices"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
)

// A Segment holds the figures of a customer segment: money per month unless a
// field says otherwise, in the project's currency.
type Segment struct {
	Note *canvas.Note

	// What the user says, as it is in the scenario.
	Customers         Amount // C: active customers
	NewPerMonth       Amount // N: customers won in a month
	Churn             Amount // q: share of customers lost in a month; what is said beyond 0 to 1 counts as 0 or 1
	OrdersPerCustomer Amount // o: in a month

	Orders             Amount // o x C, in a month
	VariableCost       Amount // v per customer; 0 where it is not said
	Variable           Amount // v x C
	RevenuePerCustomer Amount // p: as typed, else what the revenue notes that serve the segment bring
	Revenue            Amount // p x C
	// What the months to come bring: a customer in a month, and a new customer
	// once. Both are part of RevenuePerCustomer.
	RecurringRevenue, OneOffRevenue Amount

	Costs         // the segment's share of the cost lines
	Cost   Amount // Relationships + Other + Variable
	Result Amount // Revenue - Cost: before common costs

	Acquisition Amount // A: stages acquire and consider
	Retention   Amount // R: stages retain and grow

	CAC          Amount // cost to win a customer, A / N
	CostToServe  Amount // per customer, R / C
	Contribution Amount // m per customer, p - v - R / C
	Lifetime     Amount // L in months, 1 / q and at most the plan's longest lifetime
	LTV          Amount // lifetime value of a customer, m x L
	// DiscountedLTV is m x (1 + d) / (1 + d - (1 - q)) with the plan's monthly
	// discount rate d: the value today of a customer who may stay for ever.
	DiscountedLTV Amount
	LTVToCAC      Amount // LTV / CAC
	// Payback is CAC / m in months; not available where m is not above zero,
	// since such a customer never pays back.
	Payback Amount

	DrivenPerCustomer Amount // Driven / C
	UnitContribution  Amount // m' per customer, p - v - DrivenPerCustomer
	BreakEven         BreakEven
}

// SoundRatio is how many times its price of being won a customer should bring,
// by the field's rule of thumb: what LTV : CAC should reach.
func SoundRatio() decimal.Decimal { return decimal.NewFromInt(3) }

// A BreakEven is how many customers pay for the fixed costs.
type BreakEven struct {
	Customers Amount // Fixed / unit contribution, rounded up to a whole customer
	// Never says that there is no such number, since a customer brings no more
	// than one costs. Customers is then not available.
	Never bool
}

func breakEven(fixed, unit Amount) BreakEven {
	if unit.available && !unit.value.IsPositive() {
		return BreakEven{Never: true}
	}
	return BreakEven{Customers: fixed.wholeOver(unit)}
}

func newSegment(n *canvas.Note, f Factors) Segment {
	e := n.Segment.Economics
	s := Segment{
		Note: n, Customers: given(e.Customers), NewPerMonth: scaled(e.NewPerMonth, f.NewCustomers),
		Churn: scaled(e.Churn, f.Churn).share(), OrdersPerCustomer: given(e.Orders),
		VariableCost: zero,
	}
	if e.VariableCost != nil {
		s.VariableCost = scaled(e.VariableCost, f.Cost)
	}
	s.Orders = s.OrdersPerCustomer.times(s.Customers)
	s.Variable = s.variable(s.Customers)
	return s
}

// variable is the variable cost of so many customers.
func (s *Segment) variable(customers Amount) Amount {
	if s.VariableCost.isZero() {
		return zero
	}
	return s.VariableCost.times(customers)
}

// driver returns the segment's quantity of a driver in a month.
func (s *Segment) driver(d Driver) Amount {
	switch d {
	case DriverCustomers:
		return s.Customers
	case DriverNewCustomers:
		return s.NewPerMonth
	case DriverOrders:
		return s.Orders
	case DriverRevenue:
		return s.Revenue
	default:
		return Amount{}
	}
}

// economics computes all figures of the segments.
func (m *Model) economics() []Segment {
	costs := m.fall().costs()
	segments, in := slices.Clone(m.base), m.income()
	for i := range segments {
		s := &segments[i]
		s.RevenuePerCustomer, s.Revenue = in.perCustomer[i], in.revenue[i]
		s.RecurringRevenue, s.OneOffRevenue = in.recurring[i], in.once[i]
		s.figure(costs[i].costs(), m.plan)
	}
	return segments
}

// figure computes what follows from the cost that falls on the segment.
func (s *Segment) figure(costs Costs, plan Plan) {
	s.Costs = costs
	s.Cost = Sum(s.Relationships, s.Other, s.Variable)
	s.Result = s.Revenue.minus(s.Cost)

	s.Acquisition = Sum(s.Stage(canvas.StageAcquire), s.Stage(canvas.StageConsider))
	s.Retention = Sum(s.Stage(canvas.StageRetain), s.Stage(canvas.StageGrow))
	s.CAC = s.Acquisition.overPositive(s.NewPerMonth)
	s.CostToServe = s.Retention.overPositive(s.Customers)
	s.Contribution = s.RevenuePerCustomer.minus(s.VariableCost).minus(s.CostToServe)
	s.Lifetime = lifetime(s.Churn, plan.LifetimeMonths)
	s.LTV = s.Contribution.times(s.Lifetime)
	s.DiscountedLTV = discounted(s.Contribution, s.Churn, plan.DiscountRate)
	s.LTVToCAC = s.LTV.overPositive(s.CAC)
	s.Payback = s.CAC.overPositive(s.Contribution)

	s.DrivenPerCustomer = s.Driven.overPositive(s.Customers)
	s.UnitContribution = s.RevenuePerCustomer.minus(s.VariableCost).minus(s.DrivenPerCustomer)
	s.BreakEven = breakEven(s.Fixed, s.UnitContribution)
}

func lifetime(churn Amount, longest int) Amount {
	if !churn.available {
		return Amount{}
	}
	months := whole(1).overPositive(churn)
	if !months.available || months.value.GreaterThan(whole(longest).value) {
		return whole(longest)
	}
	return months
}

func discounted(contribution, churn, rate Amount) Amount {
	if !churn.available || !rate.available {
		return Amount{}
	}
	growth := one.Add(rate.value)
	stay := one.Sub(churn.value)
	return contribution.times(Known(growth)).overPositive(Known(growth.Sub(stay)))
}
