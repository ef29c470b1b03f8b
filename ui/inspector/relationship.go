package inspector

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/ui/kit"
)

// relationshipNow is the relationship that the note says now.
func (i *sheet) relationshipNow() canvas.Relationship {
	if r := i.now().Relationship; r != nil {
		return *r
	}
	return canvas.Relationship{}
}

// onRelationship turns a change of the relationship into one of its note.
func onRelationship(change func(*canvas.Relationship)) func(*canvas.Note) {
	return func(n *canvas.Note) {
		if n.Relationship != nil {
			r := *n.Relationship
			change(&r)
			n.Relationship = &r
		}
	}
}

func (i *sheet) editRelationship(change func(*canvas.Relationship)) {
	i.edit("edit.relationship", onRelationship(change))
}

// relationship shows all that a relationship can say.
func (i *sheet) relationship() {
	i.part(part{key: "inspector.type", open: true, stamp: func() string {
		_, names := i.allTypes()
		return strings.Join(names, "\n")
	}, build: func() {
		ids, names := i.allTypes()
		i.add(i.choice(ids, names, func() string { return i.relationshipNow().Type }, func(id string) {
			i.editRelationship(func(r *canvas.Relationship) { r.Type = id })
		}))
	}})
	i.part(part{key: "inspector.stage", open: true, build: func() {
		i.tabs("stage.", canvas.StageAcquire.Values(), func() string { return string(i.relationshipNow().Stage) }, func(s string) {
			i.editRelationship(func(r *canvas.Relationship) { r.Stage = canvas.Stage(s) })
		})
	}})
	i.part(part{key: "inspector.status", open: true, build: func() {
		i.tabs("status.", canvas.StatusPlanned.Values(), func() string { return string(i.relationshipNow().Status) }, func(s string) {
			i.editRelationship(func(r *canvas.Relationship) { r.Status = canvas.Status(s) })
		})
	}})
	i.asks()
	r := i.relationshipNow()
	i.part(part{key: "inspector.tactics", open: len(r.Tactics) > 0, build: i.tactics, detail: func() string {
		return count(len(i.relationshipNow().Tactics))
	}})
	i.part(part{key: "inspector.measures", open: len(r.Measures) > 0, build: i.measures, detail: func() string {
		return count(len(i.relationshipNow().Measures))
	}})
	i.part(part{key: "inspector.contact", build: i.manner, detail: func() string {
		r := i.relationshipNow()
		return i.brief("bond.", string(r.Bond), "intimacy.", string(r.Intimacy), "route.", string(r.Route), "presence.", string(r.Presence))
	}})
}

// count stands beside a heading: how many there are, or nothing.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// tactics shows the ways in which the relationship is carried out. Those of its
// own stage are offered first.
func (i *sheet) tactics() {
	i.picks(picks{
		now: func() []string { return i.relationshipNow().Tactics },
		set: func(ids []string) { i.editRelationship(func(r *canvas.Relationship) { r.Tactics = ids }) },
		all: func() []string {
			var own, others []string
			for _, t := range catalog.Tactics() {
				if t.Stage == i.relationshipNow().Stage {
					own = append(own, t.ID)
				} else {
					others = append(others, t.ID)
				}
			}
			return append(own, others...)
		},
		name: func(id string) string {
			if _, ok := catalog.TacticByID(id); !ok {
				return id // of another program
			}
			return i.words.T("tactic." + id + ".name")
		},
		detail: func(id string) string {
			t, _ := catalog.TacticByID(id)
			return i.words.T("stage." + string(t.Stage))
		},
		add: "inspector.add_tactic", hint: "inspector.add_tactic.hint",
	})
}

// manner shows how company and customer stand to each other, and who cares for it.
func (i *sheet) manner() {
	i.word("inspector.bond", "bond.", canvas.BondLongTerm.Values(),
		func() string { return string(i.relationshipNow().Bond) },
		func(w string) { i.editRelationship(func(r *canvas.Relationship) { r.Bond = canvas.Bond(w) }) })
	// Saying nothing of intimacy means that it follows from the type.
	i.group(func() string { return i.relationshipNow().Type }, func() {
		ids, names := optional(canvas.IntimacyCollective.Values(), i.names("intimacy.", canvas.IntimacyCollective.Values()))
		if t, ok := catalog.TypeByID(i.relationshipNow().Type); ok && t.Intimacy != "" {
			names[0] = i.words.T("inspector.from_type", "Word", capital(i.words.T("intimacy."+string(t.Intimacy))))
		}
		i.labelledChoice("inspector.intimacy", ids, names,
			func() string { return string(i.relationshipNow().Intimacy) },
			func(w string) {
				i.editRelationship(func(r *canvas.Relationship) { r.Intimacy = canvas.Intimacy(w) })
			})
	})
	i.word("inspector.route", "route.", canvas.RouteDirect.Values(),
		func() string { return string(i.relationshipNow().Route) },
		func(w string) { i.editRelationship(func(r *canvas.Relationship) { r.Route = canvas.Route(w) }) })
	i.word("inspector.presence", "presence.", canvas.PresenceRemote.Values(),
		func() string { return string(i.relationshipNow().Presence) },
		func(w string) {
			i.editRelationship(func(r *canvas.Relationship) { r.Presence = canvas.Presence(w) })
		})
	i.field(field{
		label: i.words.T("inspector.owner"), wide: true, get: func() string { return i.relationshipNow().Owner },
		take: text(func(s string) { i.editRelationship(func(r *canvas.Relationship) { r.Owner = s }) }),
	})
}

// measures shows by what one will know that the relationship works.
func (i *sheet) measures() {
	i.group(func() string {
		var b strings.Builder
		for _, m := range i.relationshipNow().Measures {
			b.WriteString(string(m.ID) + "\n")
		}
		return b.String()
	}, func() {
		for k, m := range i.relationshipNow().Measures {
			i.measure(k, m.ID)
		}
	})
	i.plus("inspector.add_measure", func(fyne.CanvasObject) {
		i.edit("edit.add_measure", onRelationship(func(r *canvas.Relationship) {
			r.Measures = append(slices.Clip(r.Measures), canvas.Measure{ID: canvas.NewID("ms")})
		}))
	})
}

// measure shows the measure at a place.
func (i *sheet) measure(k int, id canvas.ID) {
	now := func() canvas.Measure {
		for _, m := range i.relationshipNow().Measures {
			if m.ID == id {
				return m
			}
		}
		return canvas.Measure{}
	}
	on := func(change func(*canvas.Measure)) func(*canvas.Note) {
		return onRelationship(func(r *canvas.Relationship) {
			r.Measures = slices.Clone(r.Measures)
			for k := range r.Measures {
				if r.Measures[k].ID == id {
					change(&r.Measures[k])
				}
			}
		})
	}
	if k > 0 {
		i.line()
	}
	i.field(field{
		hint: i.words.T("inspector.measure_name"), get: func() string { return now().Name },
		take: text(func(s string) { i.edit("edit.measure", on(func(m *canvas.Measure) { m.Name = s })) }),
		beside: kit.NewCross(i.look, i.words.T("inspector.remove_measure"), func() {
			i.edit("edit.remove_measure", onRelationship(func(r *canvas.Relationship) {
				r.Measures = slices.DeleteFunc(slices.Clone(r.Measures), func(m canvas.Measure) bool { return m.ID == id })
			}))
		}),
	})
	figure := func(name string, of func(*canvas.Measure) **decimal.Decimal) {
		i.number(number{
			label: i.words.T("measure." + name),
			get:   func() *decimal.Decimal { m := now(); return *of(&m) },
			take: func(d *decimal.Decimal, typed string) error {
				path := "relationship.measures[" + strconv.Itoa(k) + "]." + name
				return i.attempt("edit.measure", typed, on(func(m *canvas.Measure) { *of(m) = d }), path)
			},
		})
	}
	figure("target", func(m *canvas.Measure) **decimal.Decimal { return &m.Target })
	figure("current", func(m *canvas.Measure) **decimal.Decimal { return &m.Current })
	i.field(field{
		label: i.words.T("measure.unit"), get: func() string { return now().Unit },
		take: text(func(s string) { i.edit("edit.measure", on(func(m *canvas.Measure) { m.Unit = s })) }),
	})
}
