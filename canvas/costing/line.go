package costing

import (
	"slices"

	"ninefold/canvas"
)

// A Line is a cost line with what it comes to in a month.
type Line struct {
	Note *canvas.Note
	Cost *canvas.CostLine
	// Price is what the line costs each time, for each unit of its [Driver] or
	// for each person and month, as it is in the scenario.
	Price Amount
	// Basis is what the line follows today: the quantity of its [Driver]; for
	// staff_step, the customers that are looked after; for other fixed costs,
	// the customers by whom they are split, which may be none.
	Basis Amount
	// People is how many persons a staff or staff_step line pays for.
	People  Amount
	Monthly Amount
	// Shares says how Monthly falls on the segments that the note serves, in
	// their order. The shares that are available add up to Monthly exactly.
	// There are none where the note serves no segment: such a cost is common.
	Shares []Share

	served []int // segments that it falls on, by their order
}

// A Share is the part of a cost line that falls on one segment.
type Share struct {
	Segment canvas.ID
	Monthly Amount
}

// Stage is the stage of the relationship that the line lies on; empty for
// other notes, and for a relationship that does not say its stage.
func (l *Line) Stage() canvas.Stage {
	if l.Note.IsRelationship() {
		return l.Note.Relationship.Stage
	}
	return ""
}

// Fixed reports whether the line follows no driver.
func (l *Line) Fixed() bool { return DriverOf(l.Cost.Behaviour) == DriverNone }

// A Driver is the quantity that a cost grows with.
type Driver int

// The drivers.
const (
	DriverNone         Driver = iota // the cost is fixed
	DriverCustomers                  // active customers
	DriverNewCustomers               // customers won in a month
	DriverOrders                     // orders in a month
	DriverRevenue                    // revenue in a month

	drivers
)

// DriverOf returns what a behaviour grows with. A staff_step line counts as
// fixed: it stays the same until a whole further person is needed.
func DriverOf(b canvas.Behaviour) Driver {
	switch b {
	case canvas.BehaviourPerCustomer:
		return DriverCustomers
	case canvas.BehaviourPerNewCustomer:
		return DriverNewCustomers
	case canvas.BehaviourPerOrder:
		return DriverOrders
	case canvas.BehaviourPercentOfRevenue:
		return DriverRevenue
	default:
		return DriverNone
	}
}

// Served returns the segments that a note's costs fall on, in their order: those
// that it serves; for a segment's own note, that segment.
func (m *Model) Served(n *canvas.Note) []canvas.ID {
	var ids []canvas.ID
	for _, i := range m.served(n) {
		ids = append(ids, m.base[i].Note.ID)
	}
	return ids
}

func (m *Model) served(n *canvas.Note) []int {
	var out []int
	for _, id := range n.Segments {
		if i, ok := m.index[id]; ok {
			out = append(out, i)
		}
	}
	if i, ok := m.index[n.ID]; ok {
		out = append(out, i)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// spend computes all cost lines but for their shares, which cost more than the
// rest and are not always wanted.
func (m *Model) spend() []Line {
	count := 0
	for n := range m.project.Notes() {
		count += len(n.Costs)
	}
	lines := make([]Line, 0, count)
	for n := range m.project.Notes() {
		if len(n.Costs) == 0 {
			continue
		}
		served := m.served(n)
		for i := range n.Costs {
			lines = append(lines, m.line(n, &n.Costs[i], served))
		}
	}
	return lines
}

// share computes the shares of all cost lines, too.
func (m *Model) share() []Line {
	lines := slices.Clone(m.monthly())
	for i := range lines {
		l := &lines[i]
		if d := DriverOf(l.Cost.Behaviour); d != DriverNone {
			l.Shares = m.follow(l.Price, l.served, d)
			continue
		}
		customers := m.customers(l.served)
		if l.Cost.Behaviour != canvas.BehaviourStaffStep {
			l.Basis = customers
		}
		l.Shares = m.split(l.Monthly, l.served, customers)
	}
	return lines
}

// price is what a line costs each time or for each unit of its driver: its
// amount, its rate, or what one person costs in a month.
func (m *Model) price(c *canvas.CostLine) Amount {
	switch c.Behaviour {
	case canvas.BehaviourPercentOfRevenue:
		return scaled(c.Rate, m.factors.Cost)
	case canvas.BehaviourStaff, canvas.BehaviourStaffStep:
		return m.salary(c)
	default:
		return scaled(c.Amount, m.factors.Cost)
	}
}

// line computes a cost line:
//
//	one_off             amount / amortisation months
//	monthly             amount
//	quarterly, yearly   amount / 3, amount / 12
//	per_customer        amount x active customers
//	per_new_customer    amount x customers won in a month
//	per_order           amount x orders in a month
//	percent_of_revenue  rate x revenue in a month
//	staff               people x amount x payments / 12 x (1 + employer rate)
//	staff_step          as staff, people = active customers / customers per person, rounded up
//
// Customers, orders and revenue are those of the segments that the note
// serves, or of all segments where it serves none; a relationship that serves
// none serves nobody, and what follows customers is then not available.
func (m *Model) line(n *canvas.Note, c *canvas.CostLine, served []int) Line {
	price := m.price(c)
	l := Line{Note: n, Cost: c, Price: price, served: served}
	//exhaustive:enforce
	switch c.Behaviour {
	case canvas.BehaviourOneOff:
		l.Monthly = price.over(whole(m.plan.AmortisationMonths))
	case canvas.BehaviourMonthly:
		l.Monthly = price
	case canvas.BehaviourQuarterly:
		l.Monthly = price.over(whole(MonthsPerQuarter))
	case canvas.BehaviourYearly:
		l.Monthly = price.over(whole(MonthsPerYear))
	case canvas.BehaviourPerCustomer, canvas.BehaviourPerNewCustomer, canvas.BehaviourPerOrder,
		canvas.BehaviourPercentOfRevenue:
		l.Basis = m.basis(n, served, DriverOf(c.Behaviour))
		l.Monthly = price.times(l.Basis)
	case canvas.BehaviourStaff:
		l.People = given(c.People)
		l.Monthly = l.People.times(price)
	case canvas.BehaviourStaffStep:
		l.Basis = m.basis(n, served, DriverCustomers)
		l.People = l.Basis.wholeOver(given(c.CustomersPerPerson))
		l.Monthly = l.People.times(price)
	}
	return l
}

// salary is what one person costs in a month.
func (m *Model) salary(c *canvas.CostLine) Amount {
	salary := scaled(c.Amount, m.factors.Cost)
	if c.EmployerRate != nil {
		salary = salary.times(Known(one.Add(*c.EmployerRate)))
	}
	if c.Payments != nil {
		salary = salary.times(given(c.Payments)).over(whole(MonthsPerYear))
	}
	return salary
}

// basis is the quantity of a driver over the segments that a note serves.
func (m *Model) basis(n *canvas.Note, served []int, d Driver) Amount {
	if len(served) > 0 {
		var s sum
		for _, i := range served {
			s.add(m.driver(i, d))
		}
		return s.amount()
	}
	if n.Block == canvas.CustomerRelationships {
		return Amount{}
	}
	return m.All(d)
}

// driver is a segment's quantity of a driver in a month.
func (m *Model) driver(i int, d Driver) Amount {
	if d == DriverRevenue {
		return m.income().revenue[i]
	}
	return m.base[i].driver(d)
}

// All returns the quantity of a driver over all segments; with no segments, and
// for what is no driver, it is not available.
func (m *Model) All(d Driver) Amount { return m.all()[d] }

func (m *Model) addDrivers() (out [drivers]Amount) {
	if len(m.base) == 0 {
		return out
	}
	for d := range drivers {
		var s sum
		for i := range m.base {
			s.add(m.driver(i, d))
		}
		out[d] = s.amount()
	}
	return out
}

// follow gives each segment what its own quantity of the driver costs.
func (m *Model) follow(amount Amount, served []int, d Driver) []Share {
	if len(served) == 0 {
		return nil
	}
	shares := make([]Share, len(served))
	for k, i := range served {
		shares[k] = Share{m.base[i].Note.ID, amount.times(m.driver(i, d))}
	}
	return shares
}

// customers is how many customers the segments have; those that do not say
// count as none.
func (m *Model) customers(served []int) Amount {
	var s sum
	for _, i := range served {
		s.add(m.base[i].Customers)
	}
	return Known(s.total)
}

// split shares a cost by number of customers, equally while there are none. What
// a division leaves over falls on the last segment that has a share.
func (m *Model) split(monthly Amount, served []int, customers Amount) []Share {
	if len(served) == 0 {
		return nil
	}
	shares := make([]Share, len(served))
	if len(served) == 1 {
		shares[0] = Share{m.base[served[0]].Note.ID, monthly}
		return shares
	}
	last, rest := 0, monthly
	for k, i := range served {
		s := &m.base[i]
		var part Amount
		if customers.positive() {
			part = monthly.times(Known(s.Customers.value)).over(customers)
		} else {
			part = monthly.over(whole(len(served)))
		}
		shares[k] = Share{s.Note.ID, part}
		if !part.value.IsZero() {
			last = k
		}
		rest = rest.minus(part)
	}
	if monthly.available {
		shares[last].Monthly = Known(shares[last].Monthly.value.Add(rest.value))
	}
	return shares
}
