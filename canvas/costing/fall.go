package costing

import "encoding/binary"

// A fall says how cost lines fall on segments. Lines that fall on them in the
// same way are added up first, and shared once: with thousands of lines,
// dividing each is most of the work.
type fall struct {
	m *Model
	// driven is what one unit of a driver costs each segment, by the segments'
	// order; fixed are the other costs, by the segments that they fall on.
	driven [][places][drivers]price
	fixed  map[string]*pool
	key    []byte
}

// A price is what one unit of a driver costs, if anything follows it.
type price struct {
	sum
	some bool
}

// A pool is what falls on the same segments together.
type pool struct {
	served []int
	costs  [places]sum
}

func (m *Model) fall() *fall {
	f := &fall{m: m, driven: make([][places][drivers]price, len(m.base)), fixed: map[string]*pool{}}
	lines := m.monthly()
	for i := range lines {
		f.add(&lines[i])
	}
	return f
}

func (f *fall) add(l *Line) {
	at := placeOf(l)
	if d := DriverOf(l.Cost.Behaviour); d != DriverNone {
		amount := f.m.price(l.Cost)
		for _, i := range l.served {
			p := &f.driven[i][at][d]
			p.add(amount)
			p.some = true
		}
		return
	}
	f.key = keyOf(f.key, l.served)
	p := f.fixed[string(f.key)]
	if p == nil {
		p = &pool{served: l.served}
		f.fixed[string(f.key)] = p
	}
	p.costs[at].add(l.Monthly)
}

// keyOf writes a key for segments, by their order, over what was in a buffer.
func keyOf(buffer []byte, served []int) []byte {
	buffer = buffer[:0]
	for _, i := range served {
		buffer = binary.AppendUvarint(buffer, uint64(i))
	}
	return buffer
}

// costs are what falls on each segment, in their order.
func (f *fall) costs() []costSums {
	out := make([]costSums, len(f.m.base))
	for i := range f.driven {
		for at := range f.driven[i] {
			for d, p := range f.driven[i][at] {
				if quantity := f.m.driver(i, Driver(d)); p.some {
					out[i][at][driven].merge(&sum{times(p.total, quantity.value), p.missing || !quantity.available})
				}
			}
		}
	}
	for _, p := range f.fixed {
		customers := f.m.customers(p.served)
		for at := range p.costs {
			cost := &p.costs[at]
			if !cost.missing && cost.total.IsZero() {
				continue
			}
			for k, share := range f.m.split(Known(cost.total), p.served, customers) {
				out[p.served[k]][at][fixed].merge(&sum{share.Monthly.value, cost.missing})
			}
		}
	}
	return out
}
