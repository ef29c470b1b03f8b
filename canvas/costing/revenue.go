package costing

import "ninefold/canvas"

// A Stream is a revenue note with what it brings per customer and month.
type Stream struct {
	Note  *canvas.Note
	Price Amount // as it is in the scenario
	// Shares says what one customer of each segment that pays the price brings
	// in a month, in the segments' order: those that the note serves, or all
	// where it serves none.
	Shares []Share
	// Monthly is what the stream brings in a month from all customers of these
	// segments together.
	Monthly Amount
}

// An income is what the segments bring.
type income struct {
	streams []Stream
	// By the segments' order:
	perCustomer []Amount // a customer in a month: as typed, else what the streams bring
	revenue     []Amount // all of today's customers in a month
	pays        []bool   // whether it is said what they pay
	recurring   []Amount // a customer in a month, but for what new customers pay once
	once        []Amount // a new customer, once
}

// earn computes the streams and from them each segment's revenue.
func (m *Model) earn() *income {
	count := len(m.base)
	in := &income{
		perCustomer: make([]Amount, count), revenue: make([]Amount, count),
		pays: make([]bool, count), recurring: make([]Amount, count), once: make([]Amount, count),
	}
	brings, recurring, once := make([]sum, count), make([]sum, count), make([]sum, count)
	all := make([]int, count)
	for i := range all {
		all[i] = i
	}
	for _, n := range m.project.Block(canvas.RevenueStreams) {
		if !n.IsRevenue() {
			continue
		}
		served := m.served(n)
		if len(served) == 0 {
			served = all
		}
		price := scaled(n.Revenue.Price, m.factors.Price)
		st := Stream{Note: n, Price: price, Shares: make([]Share, len(served))}
		var monthly sum
		even := evenly(price, n.Revenue.Recurrence)
		for k, i := range served {
			s := &m.base[i]
			amount := even
			if !even.available {
				amount = perCustomer(price, n.Revenue.Recurrence, s)
			}
			st.Shares[k] = Share{s.Note.ID, amount}
			monthly.add(amount.times(s.Customers))
			brings[i].add(amount)
			if n.Revenue.Recurrence == canvas.RecurrenceOneOff {
				once[i].add(price)
			} else {
				recurring[i].add(amount)
			}
			in.pays[i] = true
		}
		if len(served) > 0 {
			st.Monthly = monthly.amount()
		}
		in.streams = append(in.streams, st)
	}
	for i := range m.base {
		s := &m.base[i]
		switch typed := scaled(s.Note.Segment.Economics.Revenue, m.factors.Price); {
		case typed.available:
			in.pays[i] = true
			in.perCustomer[i], in.recurring[i], in.once[i] = typed, typed, zero
		case in.pays[i]:
			in.perCustomer[i], in.recurring[i], in.once[i] = brings[i].amount(), recurring[i].amount(), once[i].amount()
		}
		in.revenue[i] = in.perCustomer[i].times(s.Customers)
	}
	return in
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
func perCustomer(price Amount, r canvas.Recurrence, s *Segment) Amount {
	switch r {
	case canvas.RecurrencePerOrder:
		return price.times(s.OrdersPerCustomer)
	case canvas.RecurrenceOneOff:
		return price.times(s.NewPerMonth).overPositive(s.Customers)
	}
	return evenly(price, r)
}

// evenly is what a price brings per month from a customer of whatever segment;
// not available where that follows from the segment.
func evenly(price Amount, r canvas.Recurrence) Amount {
	switch r {
	case canvas.RecurrenceMonthly:
		return price
	case canvas.RecurrenceQuarterly:
		return price.over(whole(MonthsPerQuarter))
	case canvas.RecurrenceYearly:
		return price.over(whole(MonthsPerYear))
	}
	return Amount{}
}
