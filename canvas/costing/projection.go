package costing

import (
	"ninefold/canvas"
)

// A Projection is how a project goes on from today, month by month. Money is in
// the project's currency.
//
// The customers of a segment are
//
//	C(m) = C(m-1) x (1 - q) + N, C(0) today's
//
// with fractions, rounded half-even to [Precision] places in each month. A
// segment whose customers, new customers or churn are not known cannot be
// projected: its revenue and what follows its customers are not available, and
// [Sum] leaves them out.
//
// In month m a segment brings its recurring revenue per customer times C(m),
// and each new customer what is paid once. Recurring prices count evenly,
// quarterly and yearly ones too, since customers do not all begin in one month.
//
// Cost lines count from their first month to their last one, at the time when
// they are paid: one_off in the first month, quarterly and yearly in the first
// and in every 3rd and 12th after it. What follows customers, orders or revenue
// follows those of the month, and staff_step pays for as many people as C(m)
// needs. Fixed costs are split between segments by today's customers in all
// months, so that a segment does not cost less because another one grows.
//
// So a month in which C(m) is C(m-1) costs and brings exactly what the monthly
// figures say, apart from lines that are one-off, quarterly, yearly or have a
// first or last month.
type Projection struct {
	Months []Month // from 1 on; never none
	// LeftOut are the segments that cannot be projected, in order.
	LeftOut []canvas.ID
	// BreakEven is the first month from which on all results so far, the opening
	// cash not counted, add up to zero or more until the last month; 0 where
	// there is none.
	BreakEven int
	// Profitable is the first month from which on no month has a result below
	// zero; 0 where there is none.
	Profitable int
	// LowestCash is the least cash at the end of a month, and LowestCashMonth the
	// first such month; not available and 0 where no month has a cash.
	LowestCash      Amount
	LowestCashMonth int
	// Runway is the first month at whose end the cash is below zero; 0 where
	// there is none.
	Runway int
}

// A Month is one month of a projection.
type Month struct {
	Number    int // from 1
	Customers Amount
	Revenue   Amount
	ByStage          // all cost lines
	Common    Amount // part of the cost lines that falls on no segment
	Variable  Amount // the segments' variable cost
	Cost      Amount // Relationships + Other + Variable
	Result    Amount // Revenue - Cost
	// CommonByStage is Common by what it is for.
	CommonByStage ByStage
	// Cash is what is there at the end of the month: the opening cash and all
	// results so far. It is not available once a result is not.
	Cash     Amount
	Segments []SegmentMonth // in order

	quantity *[drivers]Amount
}

// A SegmentMonth is what a month says of one segment.
type SegmentMonth struct {
	Segment   canvas.ID
	Customers Amount // at the end of the month
	Revenue   Amount
	ByStage   // the segment's share of the cost lines
	Variable  Amount
	Cost      Amount // Relationships + Other + Variable
	Result    Amount // Revenue - Cost: before common costs

	quantity *[drivers]Amount
}

// Driver returns the month's quantity of a driver over all segments.
func (m *Month) Driver(d Driver) Amount { return m.quantity[d] }

// Driver returns the segment's quantity of a driver in the month.
func (m *SegmentMonth) Driver(d Driver) Amount { return m.quantity[d] }

// projected computes the months.
func (m *Model) projected() *Projection {
	p := &Projection{Months: make([]Month, m.plan.HorizonMonths)}
	for i := range m.base {
		s := &m.base[i]
		if !s.lasts() {
			p.LeftOut = append(p.LeftOut, s.Note.ID)
		}
	}
	quantities, due := m.quantities(), m.due()
	cash := Known(m.plan.OpeningCash)
	for k := range p.Months {
		month := m.month(k, quantities, due)
		cash = cash.plus(month.Result)
		month.Cash = cash
		p.Months[k] = month
	}
	p.marks(Known(m.plan.OpeningCash))
	return p
}

// lasts reports whether it can be said how the segment's customers go on.
func (s *Segment) lasts() bool {
	return s.Customers.available && s.NewPerMonth.available && s.Churn.available
}

// quantities are what drives costs, in each month.
type quantities struct {
	segments [][][drivers]Amount // by segment and month
	all      [][drivers]Amount   // over all segments, by month
}

func (m *Model) quantify() *quantities {
	months := m.plan.HorizonMonths
	q := &quantities{segments: make([][][drivers]Amount, len(m.base)), all: make([][drivers]Amount, months)}
	in := m.income()
	for i := range m.base {
		s := &m.base[i]
		stay := Known(one).minus(s.Churn)
		customers := s.Customers
		q.segments[i] = make([][drivers]Amount, months)
		for k := range months {
			customers = customers.times(stay).plus(s.NewPerMonth).round()
			q.segments[i][k] = [drivers]Amount{
				DriverCustomers:    customers,
				DriverNewCustomers: s.NewPerMonth,
				DriverOrders:       customers.times(s.OrdersPerCustomer),
				DriverRevenue:      m.brings(in, i, customers),
			}
		}
	}
	if len(m.base) == 0 {
		return q
	}
	for k := range months {
		for d := range drivers {
			var total sum
			for i := range m.base {
				total.add(q.segments[i][k][d])
			}
			q.all[k][d] = total.amount()
		}
	}
	return q
}

// brings is a segment's revenue in a month with so many customers.
func (m *Model) brings(in *income, i int, customers Amount) Amount {
	if !in.pays[i] || !customers.available {
		return Amount{}
	}
	recurring := zero
	if !in.recurring[i].isZero() {
		recurring = in.recurring[i].times(customers)
	}
	once := zero
	if !in.once[i].isZero() {
		once = in.once[i].times(m.base[i].NewPerMonth)
	}
	return Sum(recurring, once)
}

// month adds up the month at index k.
func (m *Model) month(k int, q *quantities, due *due) Month {
	out := Month{Number: k + 1, Segments: make([]SegmentMonth, len(m.base)), quantity: &q.all[k]}
	var variable sum
	all := due.common.at(k, &q.all[k])
	common := all.costs()
	for i := range m.base {
		s := &m.base[i]
		quantity := &q.segments[i][k]
		costs := due.segments[i].at(k, quantity)
		all.merge(&costs)
		month := SegmentMonth{
			Segment: s.Note.ID, Customers: quantity[DriverCustomers], Revenue: quantity[DriverRevenue],
			ByStage: costs.costs(), Variable: s.variable(quantity[DriverCustomers]), quantity: quantity,
		}
		month.Cost = Sum(month.Relationships, month.Other, month.Variable)
		month.Result = month.Revenue.minus(month.Cost)
		variable.add(month.Variable)
		out.Segments[i] = month
	}
	out.Customers, out.Revenue = q.all[k][DriverCustomers], q.all[k][DriverRevenue]
	out.ByStage = all.costs()
	out.CommonByStage = common
	out.Common = Sum(common.Relationships, common.Other)
	out.Variable = variable.amount()
	out.Cost = Sum(out.Relationships, out.Other, out.Variable)
	out.Result = out.Revenue.minus(out.Cost)
	return out
}

// marks finds the months that matter.
func (p *Projection) marks(opening Amount) {
	for k := range p.Months {
		month := &p.Months[k]
		switch {
		case month.Result.negative() || !month.Result.available:
			p.Profitable = 0
		case p.Profitable == 0:
			p.Profitable = month.Number
		}
		made := month.Cash.minus(opening)
		switch {
		case made.negative() || !made.available:
			p.BreakEven = 0
		case p.BreakEven == 0:
			p.BreakEven = month.Number
		}
		if p.Runway == 0 && month.Cash.negative() {
			p.Runway = month.Number
		}
		if month.Cash.available && (!p.LowestCash.available || month.Cash.value.LessThan(p.LowestCash.value)) {
			p.LowestCash, p.LowestCashMonth = month.Cash, month.Number
		}
	}
}
