package costing

import (
	"github.com/shopspring/decimal"

	"ninefold/canvas"
)

// A crew is how many persons a staff_step line pays for in a term.
type crew struct {
	term
	people Amount
	// What it looks after: more customers than least, and at most most.
	least, most decimal.Decimal
}

// crews says how many persons a staff_step line pays for in its term. Most
// months need as many as the one before, and dividing takes long.
func (l *Line) crews(t term, q *quantities) []crew {
	var crews []crew
	for k := t.first; k < t.end; k++ {
		customers := l.customers(q, k)
		if last := len(crews) - 1; last >= 0 && crews[last].serves(customers) {
			crews[last].end++
			continue
		}
		crews = append(crews, newCrew(term{k, k + 1}, customers, given(l.Cost.CustomersPerPerson)))
	}
	return crews
}

// customers are those that the line's people look after in the month at index k.
func (l *Line) customers(q *quantities, k int) Amount {
	if len(l.served) == 0 {
		return q.all[k][DriverCustomers]
	}
	var s sum
	for _, i := range l.served {
		s.add(q.segments[i][k][DriverCustomers])
	}
	return s.amount()
}

func newCrew(t term, customers, perPerson Amount) crew {
	c := crew{term: t, people: customers.wholeOver(perPerson)}
	if c.people.positive() {
		c.most = c.people.value.Mul(perPerson.value)
		// What rounding in wholeOver swallows is left to it to decide.
		c.least = c.most.Sub(perPerson.value.Mul(one.Sub(decimal.New(1, -CountPlaces))))
	}
	return c
}

func (c *crew) serves(customers Amount) bool {
	return customers.available && customers.value.GreaterThan(c.least) && customers.value.LessThanOrEqual(c.most)
}

// People returns how many persons a staff or staff_step line pays for in each
// month of the projection: none outside the line's months, and for other lines.
func (m *Model) People(l *Line) []Amount {
	months := make([]Amount, m.plan.HorizonMonths)
	for k := range months {
		months[k] = zero
	}
	t := m.term(l.Cost)
	if t.first >= t.end {
		return months
	}
	switch l.Cost.Behaviour {
	case canvas.BehaviourStaff:
		for k := t.first; k < t.end; k++ {
			months[k] = l.People
		}
	case canvas.BehaviourStaffStep:
		nobody := len(l.served) == 0 && l.Note.Block == canvas.CustomerRelationships
		for _, c := range l.crews(t, m.quantities()) {
			for k := c.first; k < c.end; k++ {
				if months[k] = c.people; nobody {
					months[k] = Amount{}
				}
			}
		}
	}
	return months
}

// PriceShares says how what a fixed line costs each time, or for each person
// and month, falls on the segments that its note serves, in their order.
func (m *Model) PriceShares(l *Line) []Share {
	return m.split(l.Price, l.served, m.customers(l.served))
}
