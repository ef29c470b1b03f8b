package costing

import (
	"math"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
)

// A crew is how many persons a staff_step line pays for in a term.
type crew struct {
	term
	people Amount
}

// A load are the customers that a line's people look after, in each month, and
// about how many that is.
type load struct {
	customers []Amount
	about     []float64
}

// loads are those of the lines that serve the same segments, by these.
type loads struct {
	quantities *quantities
	known      map[string]*load
	key        []byte
}

func (m *Model) loads() *loads { return &loads{quantities: m.quantities(), known: map[string]*load{}} }

// of is the load of a line that serves these segments; of all where it serves none.
func (s *loads) of(served []int) *load {
	s.key = keyOf(s.key, served)
	if l := s.known[string(s.key)]; l != nil {
		return l
	}
	months := len(s.quantities.all)
	l := &load{make([]Amount, months), make([]float64, months)}
	for k := range months {
		l.customers[k] = s.quantities.customers(served, k)
		l.about[k] = about(l.customers[k].value)
	}
	s.known[string(s.key)] = l
	return l
}

// customers are those of these segments in the month at index k.
func (q *quantities) customers(served []int, k int) Amount {
	if len(served) == 0 {
		return q.all[k][DriverCustomers]
	}
	var s sum
	for _, i := range served {
		s.add(q.segments[i][k][DriverCustomers])
	}
	return s.amount()
}

// crews says how many persons are needed in a term where one looks after so
// many customers.
func (l *load) crews(t term, perPerson Amount) []crew {
	var crews []crew
	each := about(perPerson.value)
	for k := t.first; k < t.end; k++ {
		if k > t.first && l.customers[k].Equal(l.customers[k-1]) {
			crews[len(crews)-1].end++
			continue
		}
		people := l.people(k, perPerson, each)
		if last := len(crews) - 1; last >= 0 && crews[last].people.Equal(people) {
			crews[last].end++
			continue
		}
		crews = append(crews, crew{term{k, k + 1}, people})
	}
	return crews
}

// How near to a whole number of persons, and up to how many of them, an
// estimate is not relied on. It is wrong by less than a thousandth of this.
const (
	unsure = 1e-6
	many   = 1e6
)

// people is how many are needed in the month at index k. An exact division takes
// long and decides nothing where the estimate is well between two whole numbers.
func (l *load) people(k int, perPerson Amount, each float64) Amount {
	if l.customers[k].available && perPerson.available {
		n := l.about[k] / each
		up := math.Ceil(n)
		if each > 0 && n > 0 && n < many && up-n > unsure && n-(up-1) > unsure {
			return whole(int(up))
		}
	}
	return l.customers[k].wholeOver(perPerson)
}

// about is a figure as near as a float can be.
func about(d decimal.Decimal) float64 {
	f, _ := d.Coefficient().Float64()
	return f * math.Pow10(int(d.Exponent()))
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
		for _, c := range m.loads().of(l.served).crews(t, given(l.Cost.CustomersPerPerson)) {
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
