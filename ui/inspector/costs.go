package inspector

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/ui/kit"
)

// costsKey is the key of the part with the note's cost lines.
const costsKey = "inspector.costs"

// costs shows the note's cost lines and what they come to.
func (i *sheet) costs() {
	total := func() string {
		if len(i.now().Costs) == 0 {
			return ""
		}
		return i.monthly(i.doc.Figures().Note(i.id))
	}
	n := i.now()
	i.part(part{key: costsKey, open: len(n.Costs) > 0 || !n.IsSegment(), detail: total, build: func() {
		i.costLines()
		i.plus("inspector.add_cost", func(fyne.CanvasObject) {
			line := canvas.CostLine{ID: canvas.NewID("cl"), Behaviour: canvas.BehaviourMonthly}
			i.open[costKey(line.ID)] = true
			i.edit("edit.add_cost", func(n *canvas.Note) { n.Costs = append(slices.Clip(n.Costs), line) })
		})
	}})
}

// costStep is how many of a note's cost lines are shown at first, and how many
// more each time: there may be thousands.
const costStep = 20

// costLines shows the first of the note's cost lines and those that were opened
// or closed, and how to get to the others.
func (i *sheet) costLines() {
	most := costStep
	i.group(func() string {
		var b strings.Builder
		for _, k := range i.costsInSight(most) {
			fmt.Fprintln(&b, k, i.now().Costs[k].ID)
		}
		fmt.Fprint(&b, len(i.now().Costs))
		return b.String()
	}, func() {
		shown := i.costsInSight(most)
		for _, k := range shown {
			i.cost(k)
		}
		left := len(i.now().Costs) - len(shown)
		if left == 0 {
			return
		}
		i.add(container.NewHBox(kit.NewButton(i.look, kit.Framed, i.words.N("inspector.more_costs", left), func() {
			most += costStep
			i.changed()
		})))
		if i.allCosts != nil {
			i.add(container.NewHBox(kit.NewButton(i.look, kit.Framed, i.words.T("inspector.all_costs"), i.allCosts)))
		}
	})
}

// costsInSight are the places of the cost lines that are shown.
func (i *sheet) costsInSight(most int) []int {
	var shown []int
	for k, c := range i.now().Costs {
		if _, said := i.open[costKey(c.ID)]; said || k < most {
			shown = append(shown, k)
		}
	}
	return shown
}

// AllCosts says how to get to a view of all cost lines, which the panel offers
// where a note has more of them than it shows.
func (i *Inspector) AllCosts(show func()) { i.allCosts = show }

// OpenCost opens a cost line of the note, brings it into sight and returns its
// first field; nil where the note has no such line. The one that it opened
// before is closed again.
func (i *Inspector) OpenCost(id canvas.ID) fyne.Focusable {
	if key := costKey(id); !i.open[key] {
		delete(i.open, i.opened)
		i.open[key], i.opened = true, key
	}
	i.open[costsKey] = true
	i.changed()
	card := i.cards[id]
	if card == nil {
		return nil
	}
	kit.RevealIn(i.scroll, card)
	return focusable(card.Objects[len(card.Objects)-1]) // below the heading
}

// costKey is under what is remembered whether a cost line is open.
func costKey(id canvas.ID) string { return "cost " + string(id) }

// cardWidth is the width that a cost line's name and its amount have together.
const cardWidth = 210

// A costSheet is the part of the panel that shows one cost line.
type costSheet struct {
	*sheet
	at int // its place among the note's
	id canvas.ID
}

// cost shows the cost line at a place: closed, what it is and what it comes to
// in a month.
func (i *sheet) cost(at int) {
	c := &costSheet{i, at, i.now().Costs[at].ID}
	monthly := func() string { return i.money(i.doc.Figures().Line(c.id).Monthly) }
	title := func() string {
		now := c.now()
		room := cardWidth - kit.Text(monthly(), nil, false).MinSize().Width
		return fit(cmp.Or(now.Label, locale.Capital(i.words.T("behaviour."+string(now.Behaviour)))), room)
	}
	card := i.inner(lasting, func() {
		i.folding(costKey(c.id), part{
			detail: monthly,
			stamp:  func() string { return string(c.now().Behaviour) }, // another behaviour needs other figures
			build:  c.fields,
		}, func(open bool, toggled func()) *kit.Fold {
			f := kit.NewRecord(i.look, title(), open, toggled)
			i.follow(func() { f.SetText(title()) })
			return f
		})
	})
	i.cards[c.id] = card
	i.add(kit.Box(card, i.look.Cell, i.look.Line, 8))
}

// now is the cost line as it is now.
func (c *costSheet) now() canvas.CostLine {
	for _, l := range c.sheet.now().Costs {
		if l.ID == c.id {
			return l
		}
	}
	return canvas.CostLine{}
}

// on turns a change of the cost line into one of its note.
func (c *costSheet) on(change func(*canvas.CostLine)) func(*canvas.Note) {
	return func(n *canvas.Note) {
		n.Costs = slices.Clone(n.Costs)
		for k := range n.Costs {
			if n.Costs[k].ID == c.id {
				change(&n.Costs[k])
			}
		}
	}
}

func (c *costSheet) path(member string) string {
	return fmt.Sprintf("costs[%d].%s", c.at, member)
}

// fields shows how the cost line behaves, the figures that this behaviour
// needs, when it counts and where the figures come from.
func (c *costSheet) fields() {
	i := c.sheet
	i.field(field{
		hint: i.words.T("inspector.cost_label"), get: func() string { return c.now().Label },
		take: text(func(s string) step { return i.step("edit.cost", c.on(func(l *canvas.CostLine) { l.Label = s })) }),
	})
	ids := canvas.BehaviourMonthly.Values()
	i.add(i.choice(ids, i.names("behaviour.", ids), func() string { return string(c.now().Behaviour) }, func(s string) {
		i.edit("edit.cost", c.on(func(l *canvas.CostLine) { l.Behaviour = canvas.Behaviour(s) }))
	}))
	i.remark(func() string { return i.words.T("behaviour." + string(c.now().Behaviour) + ".hint") })
	for _, f := range needs(c.now().Behaviour) {
		n := number{
			label: i.words.T("cost." + f.key), percent: f.percent,
			get: func() *decimal.Decimal { l := c.now(); return *f.of(&l) },
			take: func(d *decimal.Decimal, typed string) (step, error) {
				return i.attempt("edit.cost", typed, c.on(func(l *canvas.CostLine) { *f.of(l) = d }), c.path(f.member))
			},
		}
		if f.money {
			n.unit = i.words.Symbol(i.currency())
		}
		if f.standard != 0 {
			n.hint = strconv.Itoa(f.standard)
		}
		i.number(n)
	}
	c.month("from_month", "1", func(l *canvas.CostLine) *int { return &l.FromMonth })
	if c.now().Behaviour != canvas.BehaviourOneOff { // it is paid once
		c.month("to_month", unsaid, func(l *canvas.CostLine) *int { return &l.ToMonth })
	}
	i.field(field{
		label: i.words.T("cost.source"), wide: true, hint: i.words.T("cost.source.hint"), get: func() string { return c.now().Source },
		take: text(func(s string) step { return i.step("edit.cost", c.on(func(l *canvas.CostLine) { l.Source = s })) }),
	})
	button := func(icon fyne.Resource, label string, tapped func()) fyne.CanvasObject {
		return kit.NewIconButton(i.look, icon, i.words.T(label), tapped)
	}
	up := kit.NewIconButton(i.look, fynetheme.MoveUpIcon(), i.words.T("inspector.cost_up"), func() { c.move(-1) })
	up.SetEnabled(c.at > 0)
	down := kit.NewIconButton(i.look, fynetheme.MoveDownIcon(), i.words.T("inspector.cost_down"), func() { c.move(1) })
	down.SetEnabled(c.at < len(i.now().Costs)-1)
	i.add(container.NewHBox(up, down,
		button(fynetheme.ContentCopyIcon(), "inspector.duplicate_cost", c.duplicate),
		button(fynetheme.DeleteIcon(), "inspector.remove_cost", c.remove)))
}

// month shows a month of the projection, from 1; none is 0.
func (c *costSheet) month(member, hint string, of func(*canvas.CostLine) *int) {
	i := c.sheet
	i.number(number{
		label: i.words.T("cost." + member), hint: hint,
		get: func() *decimal.Decimal {
			l := c.now()
			if *of(&l) == 0 {
				return nil
			}
			d := decimal.NewFromInt(int64(*of(&l)))
			return &d
		},
		take: func(d *decimal.Decimal, typed string) (step, error) {
			month := 0
			if d != nil {
				if !d.IsInteger() || d.IsZero() || d.GreaterThan(canvas.MaxAmount) {
					return step{}, complaint(i.words.T("inspector.no_month"))
				}
				month = int(d.IntPart())
			}
			change := c.on(func(l *canvas.CostLine) { *of(l) = month })
			return i.attempt("edit.cost", typed, change, c.path(member), c.path("to_month"))
		},
	})
}

// move puts the cost line so many places further on.
func (c *costSheet) move(by int) {
	c.edit("edit.move_cost", func(n *canvas.Note) {
		line := n.Costs[c.at]
		n.Costs = slices.Insert(slices.Delete(slices.Clone(n.Costs), c.at, c.at+1), c.at+by, line)
	})
}

// duplicate puts a copy after the cost line and opens it.
func (c *costSheet) duplicate() {
	line := c.now()
	line.ID = canvas.NewID("cl")
	c.open[costKey(line.ID)] = true
	c.edit("edit.duplicate_cost", func(n *canvas.Note) {
		n.Costs = slices.Insert(slices.Clone(n.Costs), c.at+1, line)
	})
}

func (c *costSheet) remove() {
	c.edit("edit.remove_cost", func(n *canvas.Note) {
		n.Costs = slices.Delete(slices.Clone(n.Costs), c.at, c.at+1)
	})
}

// A figure is one number of a cost line.
type figure struct {
	key      string // of its name
	member   string
	of       func(*canvas.CostLine) **decimal.Decimal
	money    bool
	percent  bool
	standard int // what counts while nothing is said; 0 where nothing does
}

// needs lists the figures that a behaviour is computed from.
func needs(b canvas.Behaviour) []figure {
	amount := figure{key: "amount", member: "amount", money: true, of: func(c *canvas.CostLine) **decimal.Decimal { return &c.Amount }}
	gross := amount
	gross.key = "gross"
	rate := figure{key: "rate", member: "rate", percent: true, of: func(c *canvas.CostLine) **decimal.Decimal { return &c.Rate }}
	people := figure{key: "people", member: "people", of: func(c *canvas.CostLine) **decimal.Decimal { return &c.People }}
	each := figure{
		key: "customers_per_person", member: "customers_per_person",
		of: func(c *canvas.CostLine) **decimal.Decimal { return &c.CustomersPerPerson },
	}
	payments := figure{
		key: "payments", member: "payments", standard: costing.MonthsPerYear,
		of: func(c *canvas.CostLine) **decimal.Decimal { return &c.Payments },
	}
	employer := figure{
		key: "employer_rate", member: "employer_rate", percent: true,
		of: func(c *canvas.CostLine) **decimal.Decimal { return &c.EmployerRate },
	}
	switch b {
	case canvas.BehaviourPercentOfRevenue:
		return []figure{rate}
	case canvas.BehaviourStaff:
		return []figure{people, gross, payments, employer}
	case canvas.BehaviourStaffStep:
		return []figure{each, gross, payments, employer}
	default:
		return []figure{amount}
	}
}
