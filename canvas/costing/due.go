package costing

import (
	"slices"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
)

// A due says when cost lines are to be paid and what each unit of their drivers
// costs then, for each segment and for what is common. Lines are added up here
// once, so that a month costs the same to compute however many there are.
type due struct {
	segments []account
	common   account
}

// An account holds the rates of one payer by place and driver, nil where there
// are no lines. Notes of all other blocks are one place here.
type account [stagePlaces + 1][drivers]*rates

// A ledger is an account that still tells the behaviours apart.
type ledger [stagePlaces + 1][behaviourPlaces]*rates

// A schedule is a [due] on its way.
type schedule struct {
	segments []ledger
	common   ledger
}

// account adds up a ledger by driver.
func (l *ledger) account() (a account) {
	for p := range l {
		for b, r := range l[p] {
			if r == nil {
				continue
			}
			if d := driverAt(b); a[p][d] == nil {
				a[p][d] = r.clone()
			} else {
				a[p][d].merge(r)
			}
		}
	}
	return a
}

func (l *ledger) rates(p place, b canvas.Behaviour, months int) *rates {
	p = min(p, stagePlaces)
	i := behaviourIndex(b)
	if l[p][i] == nil {
		l[p][i] = &rates{months: months}
	}
	return l[p][i]
}

// Rates are what one unit of a driver costs in each month; for fixed costs, the
// cost itself. A list of which nothing is said is nil.
type rates struct {
	months  int
	from    []decimal.Decimal // by month: what begins then and goes on
	only    []decimal.Decimal // by month: what counts then alone
	missing []int             // by month: lines without a figure that begin, less those that end; one more for the end
}

func (a *account) rates(p place, d Driver, months int) *rates {
	p = min(p, stagePlaces)
	if a[p][d] == nil {
		a[p][d] = &rates{months: months}
	}
	return a[p][d]
}

func (r *rates) clone() *rates {
	return &rates{r.months, slices.Clone(r.from), slices.Clone(r.only), slices.Clone(r.missing)}
}

// times are the rates of so much of what these are for.
func (r *rates) times(per decimal.Decimal) *rates {
	r = r.clone()
	for _, list := range [][]decimal.Decimal{r.from, r.only} {
		for k := range list {
			list[k] = times(list[k], per)
		}
	}
	return r
}

// merge adds other rates.
func (r *rates) merge(other *rates) {
	for k, rate := range other.from {
		r.add(&r.from, k, rate)
	}
	for k, rate := range other.only {
		r.add(&r.only, k, rate)
	}
	for k, n := range other.missing {
		r.miss(k, n)
	}
}

// add adds to the month at index k of one of the lists.
func (r *rates) add(list *[]decimal.Decimal, k int, rate decimal.Decimal) {
	if *list == nil {
		*list = make([]decimal.Decimal, r.months)
	}
	(*list)[k] = plus((*list)[k], rate)
}

// miss counts lines without a figure that begin at a month's index; less than
// none end there.
func (r *rates) miss(k, n int) {
	if r.missing == nil {
		r.missing = make([]int, r.months+1)
	}
	r.missing[k] += n
}

// run adds a rate that counts in the months of a term.
func (r *rates) run(rate Amount, t term) {
	switch {
	case !rate.available:
		r.miss(t.first, 1)
		r.miss(t.end, -1)
	case t.end == t.first+1:
		r.add(&r.only, t.first, rate.value)
	default:
		r.add(&r.from, t.first, rate.value)
		if t.end < r.months {
			r.add(&r.from, t.end, rate.value.Neg())
		}
	}
}

// settle turns what begins and ends into what counts in each month.
func (r *rates) settle() {
	running, missing := decimal.Zero, 0
	for k, begins := range r.from {
		running = plus(running, begins)
		r.add(&r.only, k, running)
	}
	for k, n := range r.missing {
		missing += n
		r.missing[k] = missing
	}
}

func (a *account) settle() {
	for p := range a {
		for _, r := range a[p] {
			if r != nil {
				r.settle()
			}
		}
	}
}

// A part is a driver that another one follows, and how much of the other comes
// with one unit of it.
type part struct {
	driver Driver
	per    Amount
}

// fold lets what follows a driver follow the driver's parts instead, which
// saves computing both in every month. It does nothing where a part is not
// known, since the driver's quantity is then not available.
func (a *account) fold(d Driver, parts ...part) {
	for _, t := range parts {
		if !t.per.available {
			return
		}
	}
	for p := range a {
		r := a[p][d]
		if r == nil {
			continue
		}
		for _, t := range parts {
			a.rates(place(p), t.driver, r.months).merge(r.times(t.per.value))
		}
		a[p][d] = nil
	}
}

// at is what the payer pays in the month at index k.
func (a *account) at(k int, quantity *[drivers]Amount) stageSums {
	var out stageSums
	for p := range a {
		for d, r := range a[p] {
			if r == nil {
				continue
			}
			r.bill(&out[p], k, Driver(d), quantity)
		}
	}
	return out
}

// bill adds what the driver's quantity costs in the month at index k.
func (r *rates) bill(to *sum, k int, d Driver, quantity *[drivers]Amount) {
	to.missing = to.missing || r.missing != nil && r.missing[k] > 0
	if r.only == nil {
		return
	}
	switch rate := r.only[k]; {
	case rate.IsZero():
	case d == DriverNone:
		to.add(Known(rate))
	default:
		to.add(Known(rate).times(quantity[d]))
	}
}

// A term is when a cost line counts, as indexes of months: from first on, and
// no longer at end.
type term struct{ first, end int }

func (m *Model) term(c *canvas.CostLine) term {
	t := term{max(c.FromMonth, 1) - 1, m.plan.HorizonMonths}
	if c.ToMonth > 0 {
		t.end = min(t.end, c.ToMonth)
	}
	return t
}

// scheduled says when all cost lines are to be paid.
func (m *Model) scheduled() *schedule {
	out := &schedule{segments: make([]ledger, len(m.base))}
	lines, loads := m.monthly(), m.loads()
	for i := range lines {
		l := &lines[i]
		if t := m.term(l.Cost); t.first < t.end {
			m.enter(out, l, t, loads)
		}
	}
	return out
}

// due adds up all cost lines.
func (m *Model) due() *due {
	all := m.schedule()
	out := &due{segments: make([]account, len(m.base)), common: all.common.account()}
	in := m.income()
	for i := range out.segments {
		out.segments[i] = all.segments[i].account()
		to := &out.segments[i]
		if s := &m.base[i]; s.lasts() {
			to.fold(DriverOrders, part{DriverCustomers, s.OrdersPerCustomer})
			to.fold(DriverRevenue, part{DriverCustomers, in.recurring[i]}, part{DriverNewCustomers, in.once[i]})
			to.fold(DriverNewCustomers, part{DriverNone, s.NewPerMonth}) // as many in each month
		}
		to.settle()
	}
	out.common.settle()
	return out
}

// enter adds a cost line.
func (m *Model) enter(out *schedule, l *Line, t term, loads *loads) {
	d, price := DriverOf(l.Cost.Behaviour), l.Price
	switch l.Cost.Behaviour {
	case canvas.BehaviourStaff, "": // nothing is known of a line that does not say its behaviour
		price = l.Monthly
	}
	if len(l.served) == 0 && (d != DriverNone || l.Cost.Behaviour == canvas.BehaviourStaffStep) &&
		l.Note.Block == canvas.CustomerRelationships {
		price = Amount{} // it serves nobody
	}
	payers := []payer{{&out.common, price}}
	switch {
	case len(l.served) == 0:
	case d == DriverNone:
		payers = payers[:0]
		for k, share := range m.split(price, l.served, m.customers(l.served)) {
			payers = append(payers, payer{&out.segments[l.served[k]], share.Monthly})
		}
	default:
		payers = payers[:0]
		for _, i := range l.served {
			payers = append(payers, payer{&out.segments[i], price})
		}
	}
	var crews []crew
	if l.Cost.Behaviour == canvas.BehaviourStaffStep {
		crews = loads.of(l.served).crews(t, given(l.Cost.CustomersPerPerson))
	}
	for _, to := range payers {
		r := to.ledger.rates(placeOf(l), l.Cost.Behaviour, m.plan.HorizonMonths)
		switch l.Cost.Behaviour {
		case canvas.BehaviourOneOff:
			r.run(to.price, term{t.first, t.first + 1})
		case canvas.BehaviourQuarterly:
			for k := t.first; k < t.end; k += MonthsPerQuarter {
				r.run(to.price, term{k, k + 1})
			}
		case canvas.BehaviourYearly:
			for k := t.first; k < t.end; k += MonthsPerYear {
				r.run(to.price, term{k, k + 1})
			}
		case canvas.BehaviourStaffStep:
			for _, c := range crews {
				r.run(to.price.times(c.people), c.term)
			}
		default:
			r.run(to.price, t)
		}
	}
}

// A payer is whom a line falls on, with the price that it pays.
type payer struct {
	ledger *ledger
	price  Amount
}
