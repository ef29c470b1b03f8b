package inspector

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/costing"
	"ninefold/ui/kit"
)

// segmentNow is the segment that the note says now.
func (i *sheet) segmentNow() canvas.Segment {
	if s := i.now().Segment; s != nil {
		return *s
	}
	return canvas.Segment{}
}

// onSegment turns a change of the segment into one of its note.
func onSegment(change func(*canvas.Segment)) func(*canvas.Note) {
	return func(n *canvas.Note) {
		if n.Segment != nil {
			s := *n.Segment
			change(&s)
			n.Segment = &s
		}
	}
}

func (i *sheet) editSegment(change func(*canvas.Segment)) {
	i.edit("edit.segment", onSegment(change))
}

// segment shows all that a segment can say.
func (i *sheet) segment() {
	i.part(part{key: "inspector.segment", open: true, build: i.identity})
	i.part(part{key: "inspector.economics", open: true, build: i.economics})
	i.part(part{key: "inspector.expectations", open: true, build: func() {
		i.types("inspector.expected", func(s *canvas.Segment) *[]string { return &s.Expected })
		i.types("inspector.habitual", func(s *canvas.Segment) *[]string { return &s.Habitual })
	}})
	i.part(part{key: "inspector.contact", detail: func() string {
		s := i.segmentNow()
		return i.brief("bond.", string(s.Bond), "route.", string(s.Route), "presence.", string(s.Presence))
	}, build: func() {
		i.word("inspector.bond", "bond.", canvas.BondLongTerm.Values(),
			func() string { return string(i.segmentNow().Bond) },
			func(w string) { i.editSegment(func(s *canvas.Segment) { s.Bond = canvas.Bond(w) }) })
		i.word("inspector.route", "route.", canvas.RouteDirect.Values(),
			func() string { return string(i.segmentNow().Route) },
			func(w string) { i.editSegment(func(s *canvas.Segment) { s.Route = canvas.Route(w) }) })
		i.word("inspector.presence", "presence.", canvas.PresenceRemote.Values(),
			func() string { return string(i.segmentNow().Presence) },
			func(w string) { i.editSegment(func(s *canvas.Segment) { s.Presence = canvas.Presence(w) }) })
	}})
}

// brief is the first word that is said; pairs are the beginnings of keys and ids.
func (i *Inspector) brief(pairs ...string) string {
	for k := 0; k < len(pairs); k += 2 {
		if pairs[k+1] != "" {
			return canvas.Excerpt(i.words.T(pairs[k]+pairs[k+1]), 18)
		}
	}
	return ""
}

// identity shows by what the segment is known everywhere: name, letter,
// colour and shape.
func (i *sheet) identity() {
	i.field(field{
		label: i.words.T("inspector.short_name"), wide: true, get: func() string { return i.segmentNow().Name },
		take: text(func(s string) step { return i.step("edit.segment", onSegment(func(g *canvas.Segment) { g.Name = s })) }),
	})
	i.field(field{
		label: i.words.T("inspector.letter"), get: func() string { return i.segmentNow().Letter },
		take: func(typed string) (step, error) {
			letter := strings.ToUpper(strings.TrimSpace(typed))
			return i.attempt("edit.segment", letter, onSegment(func(s *canvas.Segment) { s.Letter = letter }), "segment.letter")
		},
	})
	colours := kit.Row(5)
	for _, c := range canvas.Colours() {
		s := kit.NewSwatch(i.look, kit.NewSheet(i.look.Segment(c), i.look.Segment(c)), i.words.T("colour."+string(c)), func() {
			i.editSegment(func(s *canvas.Segment) { s.Colour = c })
		})
		i.follow(func() { s.Choose(i.segmentNow().Colour == c) })
		colours.Add(s)
	}
	i.add(colours)
	// The shapes show the letter in its colour, as the badge will look.
	i.group(func() string { s := i.segmentNow(); return s.Letter + " " + string(s.Colour) }, func() {
		shapes := kit.Row(5)
		for _, shape := range canvas.Shapes() {
			badge := i.segmentNow()
			badge.Shape = shape
			s := kit.NewSwatch(i.look, kit.Badge(i.look, &badge, kit.PictureSize), i.words.T("shape."+string(shape)), func() {
				i.editSegment(func(s *canvas.Segment) { s.Shape = shape })
			})
			i.follow(func() { s.Choose(i.segmentNow().Shape == shape) })
			shapes.Add(s)
		}
		i.add(shapes)
	})
}

// types shows relationship types that were added to a list of the segment's.
func (i *sheet) types(heading string, list func(*canvas.Segment) *[]string) {
	now := func() []string { s := i.segmentNow(); return *list(&s) }
	set := func(ids []string) { i.editSegment(func(s *canvas.Segment) { *list(s) = ids }) }
	i.add(i.name(i.words.T(heading)))
	i.picks(picks{
		now: now, set: set, add: "inspector.add_type", hint: "inspector.add_type.hint",
		all: func() []string {
			ids, _ := i.allTypes()
			return ids
		},
		name: i.typeName, detail: func(id string) string { return i.typeDetail(id) },
	})
}

// allTypes are the ids and names of all types of relationship that the project
// can speak of: the catalogue's and its own.
func (i *Inspector) allTypes() (ids, names []string) {
	for _, t := range catalog.Types() {
		ids, names = append(ids, t.ID), append(names, i.typeName(t.ID))
	}
	for _, t := range i.doc.Project().Head().Types {
		ids, names = append(ids, t.ID), append(names, t.Name)
	}
	return ids, names
}

// typeDetail says what a type is.
func (i *Inspector) typeDetail(id string) string {
	about := ""
	if t, ok := i.doc.Project().Type(id); ok {
		about = t.Explanation
	} else if _, ok := catalog.TypeByID(id); ok {
		about = i.words.T("type." + id + ".what")
	}
	return about
}

// picks are ids that were picked out of a list.
type picks struct {
	now          func() []string
	set          func([]string)
	all          func() []string // that can be picked, in the order in which they are offered
	name, detail func(id string) string
	group        func(id string) string // above those of one kind; nil where there are no kinds
	tapped       func(id string)        // on one that was picked; nil where it does nothing
	add, hint    string                 // words of the button, and of the empty field of the list
}

// picks shows what was picked, with a way to pick more.
func (i *Inspector) picks(p picks) {
	i.group(func() string {
		var b strings.Builder
		for _, id := range p.now() {
			b.WriteString(id + " " + p.name(id) + "\n")
		}
		return b.String()
	}, func() {
		if len(p.now()) == 0 {
			return
		}
		tags := wrap()
		for _, id := range p.now() {
			var tapped func()
			if p.tapped != nil {
				tapped = func() { p.tapped(id) }
			}
			tags.Add(kit.NewTag(i.look, fit(p.name(id), tagWidth()), "", i.words.T("inspector.remove"), tapped, func() {
				p.set(slices.DeleteFunc(slices.Clone(p.now()), func(o string) bool { return o == id }))
			}))
		}
		i.add(tags)
	})
	i.plus(p.add, func(button fyne.CanvasObject) {
		ids := slices.DeleteFunc(p.all(), func(id string) bool { return slices.Contains(p.now(), id) })
		options := make([]kit.Option, len(ids))
		for k, id := range ids {
			options[k] = kit.Option{Text: fit(p.name(id), listWidth()), Detail: p.detail(id)}
			if p.group != nil {
				options[k].Group = p.group(id)
			}
		}
		i.find(button, p.hint, options, func(k int) { p.set(append(slices.Clip(p.now()), ids[k])) })
	})
}

// economics shows the figures of the segment, and what follows from them.
func (i *sheet) economics() {
	type figure struct {
		name, unit string
		of         func(*canvas.Economics) **decimal.Decimal
		percent    bool
	}
	symbol := i.words.Symbol(i.currency())
	for _, f := range []figure{
		{"customers", "", func(e *canvas.Economics) **decimal.Decimal { return &e.Customers }, false},
		{"new_per_month", "", func(e *canvas.Economics) **decimal.Decimal { return &e.NewPerMonth }, false},
		{"churn", "", func(e *canvas.Economics) **decimal.Decimal { return &e.Churn }, true},
		{"orders", "", func(e *canvas.Economics) **decimal.Decimal { return &e.Orders }, false},
		{"variable_cost", symbol, func(e *canvas.Economics) **decimal.Decimal { return &e.VariableCost }, false},
		{"revenue", symbol, func(e *canvas.Economics) **decimal.Decimal { return &e.Revenue }, false},
	} {
		i.number(number{
			label: i.words.T("economics." + f.name), unit: f.unit, percent: f.percent,
			get: func() *decimal.Decimal { e := i.segmentNow().Economics; return *f.of(&e) },
			take: func(d *decimal.Decimal, typed string) (step, error) {
				change := onSegment(func(s *canvas.Segment) { *f.of(&s.Economics) = d })
				return i.attempt("edit.segment", typed, change, "segment.economics."+f.name)
			},
		})
	}
	now := func() costing.Segment { return i.doc.Figures().Segment(i.id) }
	i.line()
	i.result(i.words.T("inspector.revenue_per_customer"), func() string { return i.money(now().RevenuePerCustomer) })
	i.result(i.words.T("inspector.contribution"), func() string { return i.money(now().Contribution) })
	i.result(i.words.T("inspector.cac"), func() string { return i.money(now().CAC) })
	i.result(i.words.T("inspector.ltv"), func() string { return i.money(now().LTV) })
	i.result(i.words.T("inspector.ltv_cac"), func() string { return i.plain(now().LTVToCAC, i.words.Ratio) })
	i.result(i.words.T("inspector.payback"), func() string {
		return i.plain(now().Payback, func(d decimal.Decimal) string { return i.words.Number(d, 1) })
	})
}

// plain is a figure that is no money, as it is written where it is available.
func (i *Inspector) plain(a costing.Amount, write func(decimal.Decimal) string) string {
	d, ok := a.Get()
	if !ok {
		return i.money(a)
	}
	return write(d)
}
