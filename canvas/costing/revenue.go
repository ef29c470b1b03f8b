package costing

import "ninefold/canvas"

// A Stream is a revenue note with what it brings per customer and month.
type Stream struct {
	Note *canvas.Note
	// Shares says what one customer of each segment that pays the price brings
	// in a month, in the segments' order: those that the note serves, or all
	// where it serves none.
	Shares []Share
	// Monthly is what the stream brings in a month from all customers of these
	// segments together.
	Monthly Amount
}

// revenue computes the streams and from them each segment's revenue.
func (m *Model) revenue(p *canvas.Project) {
	sums := make([]sum, len(m.segments))
	counts := make([]int, len(m.segments))
	all := make([]int, len(m.segments))
	for i := range all {
		all[i] = i
	}
	for _, n := range p.Block(canvas.RevenueStreams) {
		if !n.IsRevenue() {
			continue
		}
		served := m.served(n)
		if len(served) == 0 {
			served = all
		}
		st := Stream{Note: n, Shares: make([]Share, len(served))}
		var monthly sum
		for k, i := range served {
			s := &m.segments[i]
			brings := perCustomer(n.Revenue, s)
			st.Shares[k] = Share{s.Note.ID, brings}
			monthly.add(brings.times(s.Customers))
			sums[i].add(brings)
			counts[i]++
		}
		if len(served) > 0 {
			st.Monthly = monthly.amount()
		}
		m.streams = append(m.streams, st)
	}
	for i := range m.segments {
		s := &m.segments[i]
		switch typed := given(s.Note.Segment.Economics.Revenue); {
		case typed.available:
			s.RevenuePerCustomer = typed
		case counts[i] > 0:
			s.RevenuePerCustomer = sums[i].amount()
		}
		s.Revenue = s.RevenuePerCustomer.times(s.Customers)
	}
}

// perCustomer is what a price brings per customer of a segment and month:
//
//	monthly            price
//	quarterly, yearly  price / 3, price / 12
//	per_order          price x orders per customer and month
//	one_off            price x customers won in a month / active customers
//
// A one-off price is paid by new customers and is spread over all that are
// active, so that this figure times the active customers is the month's
// revenue; while there are none it is not available. Nor is a price whose
// recurrence is not said.
func perCustomer(r *canvas.Revenue, s *Segment) Amount {
	price := given(r.Price)
	switch r.Recurrence {
	case canvas.RecurrenceMonthly:
		return price
	case canvas.RecurrenceQuarterly:
		return price.over(whole(MonthsPerQuarter))
	case canvas.RecurrenceYearly:
		return price.over(whole(MonthsPerYear))
	case canvas.RecurrencePerOrder:
		return price.times(s.OrdersPerCustomer)
	case canvas.RecurrenceOneOff:
		return price.times(s.NewPerMonth).overPositive(s.Customers)
	}
	return Amount{}
}
