package inspector

import (
	"slices"

	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/ui/kit"
)

// segment shows a segment's name and figures.
func (i *sheet) segment() {
	now := func() canvas.Segment {
		if s := i.now().Segment; s != nil {
			return *s
		}
		return canvas.Segment{}
	}
	set := func(change func(*canvas.Segment)) {
		i.edit("edit.segment", func(n *canvas.Note) {
			if n.Segment == nil {
				return // the facet has gone meanwhile
			}
			s := *n.Segment
			change(&s)
			n.Segment = &s
		})
	}
	i.section("inspector.segment")
	i.under("inspector.short_name", i.text(1, func() string { return now().Name }, func(s string) {
		set(func(g *canvas.Segment) { g.Name = s })
	}))
	i.section("inspector.economics")
	figure := func(key string, field func(*canvas.Economics) **decimal.Decimal, percent bool) {
		get := func() *decimal.Decimal { e := now().Economics; return *field(&e) }
		take := func(d *decimal.Decimal) { set(func(g *canvas.Segment) { *field(&g.Economics) = d }) }
		if percent {
			i.labelled(key, i.percent(get, take, 100))
		} else {
			i.labelled(key, i.number(get, take))
		}
	}
	figure("economics.customers", func(e *canvas.Economics) **decimal.Decimal { return &e.Customers }, false)
	figure("economics.new_per_month", func(e *canvas.Economics) **decimal.Decimal { return &e.NewPerMonth }, false)
	figure("economics.churn", func(e *canvas.Economics) **decimal.Decimal { return &e.Churn }, true)
	figure("economics.orders", func(e *canvas.Economics) **decimal.Decimal { return &e.Orders }, false)
	figure("economics.variable_cost", func(e *canvas.Economics) **decimal.Decimal { return &e.VariableCost }, false)
	figure("economics.revenue", func(e *canvas.Economics) **decimal.Decimal { return &e.Revenue }, false)
}

// relationship shows type, stage and status.
func (i *sheet) relationship() {
	now := func() canvas.Relationship {
		if r := i.now().Relationship; r != nil {
			return *r
		}
		return canvas.Relationship{}
	}
	set := func(change func(*canvas.Relationship)) {
		i.edit("edit.relationship", func(n *canvas.Note) {
			if n.Relationship == nil {
				return // the facet has gone meanwhile
			}
			r := *n.Relationship
			change(&r)
			n.Relationship = &r
		})
	}
	var ids, names []string
	for _, t := range catalog.Types() {
		ids, names = append(ids, t.ID), append(names, i.typeName(t.ID))
	}
	for _, t := range i.doc.Project().Head().Types {
		ids, names = append(ids, t.ID), append(names, t.Name)
	}
	i.section("inspector.type")
	i.add(i.choice(ids, names, func() string { return now().Type }, func(s string) {
		set(func(r *canvas.Relationship) { r.Type = s })
	}))
	i.section("inspector.stage")
	i.tabs("stage.", canvas.StageAcquire.Values(), func() string { return string(now().Stage) }, func(s string) {
		set(func(r *canvas.Relationship) { r.Stage = canvas.Stage(s) })
	})
	i.section("inspector.status")
	i.tabs("status.", canvas.StatusPlanned.Values(), func() string { return string(now().Status) }, func(s string) {
		set(func(r *canvas.Relationship) { r.Status = canvas.Status(s) })
	})
}

// revenue shows price, unit and recurrence.
func (i *sheet) revenue() {
	now := func() canvas.Revenue {
		if r := i.now().Revenue; r != nil {
			return *r
		}
		return canvas.Revenue{}
	}
	set := func(change func(*canvas.Revenue)) {
		i.edit("edit.revenue", func(n *canvas.Note) {
			if n.Revenue == nil {
				return // the facet has gone meanwhile
			}
			r := *n.Revenue
			change(&r)
			n.Revenue = &r
		})
	}
	i.section("inspector.revenue")
	i.labelled("inspector.price", i.number(func() *decimal.Decimal { return now().Price }, func(d *decimal.Decimal) {
		set(func(r *canvas.Revenue) { r.Price = d })
	}))
	i.under("inspector.unit", i.text(1, func() string { return now().Unit }, func(s string) {
		set(func(r *canvas.Revenue) { r.Unit = s })
	}))
	ids := canvas.RecurrenceMonthly.Values()
	i.labelled("inspector.recurrence", i.choice(ids, i.names("recurrence.", ids), func() string { return string(now().Recurrence) }, func(s string) {
		set(func(r *canvas.Revenue) { r.Recurrence = canvas.Recurrence(s) })
	}))
}

// names are the words for ids.
func (i *Inspector) names(prefix string, ids []string) []string {
	out := make([]string, len(ids))
	for k, id := range ids {
		out[k] = i.words.T(prefix + id)
	}
	return out
}

// costs shows the note's cost lines.
func (i *sheet) costs(n *canvas.Note) {
	i.section("inspector.costs")
	for _, c := range n.Costs {
		i.cost(c.ID)
	}
	add := kit.NewButton(i.look, kit.Framed, "+ "+i.words.T("inspector.add_cost"), func() {
		i.edit("edit.add_cost", func(n *canvas.Note) {
			n.Costs = append(n.Costs[:len(n.Costs):len(n.Costs)], canvas.CostLine{ID: canvas.NewID("cl"), Behaviour: canvas.BehaviourMonthly})
		})
	})
	i.add(container.NewHBox(add))
}

// cost shows a cost line: what it is, how it behaves and what that behaviour
// needs.
func (i *sheet) cost(id canvas.ID) {
	place := func(n *canvas.Note) int {
		return slices.IndexFunc(n.Costs, func(c canvas.CostLine) bool { return c.ID == id })
	}
	now := func() canvas.CostLine {
		n := i.now()
		if k := place(n); k >= 0 {
			return n.Costs[k]
		}
		return canvas.CostLine{}
	}
	set := func(change func(*canvas.CostLine)) {
		if place(i.now()) < 0 {
			return // the line has gone meanwhile
		}
		i.edit("edit.cost", func(n *canvas.Note) {
			n.Costs = slices.Clone(n.Costs)
			change(&n.Costs[place(n)])
		})
	}
	label := i.text(1, func() string { return now().Label }, func(s string) { set(func(c *canvas.CostLine) { c.Label = s }) })
	label.SetPlaceHolder(i.words.T("inspector.cost_label"))
	drop := kit.NewIconButton(i.look, fynetheme.ContentRemoveIcon(), i.words.T("inspector.remove_cost"), func() {
		i.edit("edit.remove_cost", func(n *canvas.Note) {
			n.Costs = slices.DeleteFunc(slices.Clone(n.Costs), func(c canvas.CostLine) bool { return c.ID == id })
		})
	})
	i.add(complaining(container.NewBorder(nil, nil, nil, drop, label), label))

	ids := canvas.BehaviourMonthly.Values()
	i.add(i.choice(ids, i.names("behaviour.", ids), func() string { return string(now().Behaviour) }, func(s string) {
		set(func(c *canvas.CostLine) { c.Behaviour = canvas.Behaviour(s) })
	}))
	for _, f := range needs(now().Behaviour) {
		get := func() *decimal.Decimal { c := now(); return *f.of(&c) }
		take := func(d *decimal.Decimal) { set(func(c *canvas.CostLine) { *f.of(c) = d }) }
		if f.percent > 0 {
			i.labelled(f.key, i.percent(get, take, f.percent))
		} else {
			i.labelled(f.key, i.number(get, take))
		}
	}
	i.line()
}

// A figure is one number of a cost line.
type figure struct {
	key     string
	of      func(*canvas.CostLine) **decimal.Decimal
	percent int64 // how many percent it may be at most; 0 means that it is no share
}

// needs lists the figures that a behaviour is computed from.
func needs(b canvas.Behaviour) []figure {
	amount := figure{"cost.amount", func(c *canvas.CostLine) **decimal.Decimal { return &c.Amount }, 0}
	rate := figure{"cost.rate", func(c *canvas.CostLine) **decimal.Decimal { return &c.Rate }, 100}
	gross := figure{"cost.gross", amount.of, 0}
	people := figure{"cost.people", func(c *canvas.CostLine) **decimal.Decimal { return &c.People }, 0}
	each := figure{"cost.customers_per_person", func(c *canvas.CostLine) **decimal.Decimal { return &c.CustomersPerPerson }, 0}
	payments := figure{"cost.payments", func(c *canvas.CostLine) **decimal.Decimal { return &c.Payments }, 0}
	employer := figure{"cost.employer_rate", func(c *canvas.CostLine) **decimal.Decimal { return &c.EmployerRate }, 1000}
	switch b {
	case canvas.BehaviourPercentOfRevenue:
		return []figure{rate}
	case canvas.BehaviourStaff:
		return []figure{people, gross, payments, employer}
	case canvas.BehaviourStaffStep:
		return []figure{each, gross, payments, employer}
	}
	return []figure{amount}
}
