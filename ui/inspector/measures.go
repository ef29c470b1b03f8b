package inspector

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/ui/kit"
)

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
			if k > 0 {
				i.line()
			}
			i.measure(k, m.ID)
		}
	})
	i.plus("inspector.add_measure", func(fyne.CanvasObject) {
		i.edit("edit.add_measure", onRelationship(func(r *canvas.Relationship) {
			r.Measures = append(slices.Clip(r.Measures), canvas.Measure{ID: canvas.NewID("ms")})
		}))
	})
}

// measure shows the measure at a place: its name and, side by side, where it is
// to come to, where it stands and in what it is counted.
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
	i.field(field{
		hint: i.words.T("inspector.measure_name"), get: func() string { return now().Name },
		take: text(func(s string) step { return i.step("edit.measure", on(func(m *canvas.Measure) { m.Name = s })) }),
		beside: kit.NewCross(i.look, i.words.T("inspector.remove_measure"), func() {
			i.edit("edit.remove_measure", onRelationship(func(r *canvas.Relationship) {
				r.Measures = slices.DeleteFunc(slices.Clone(r.Measures), func(m canvas.Measure) bool { return m.ID == id })
			}))
		}),
	})
	figure := func(name string, of func(*canvas.Measure) **decimal.Decimal) field {
		return i.figure(number{
			label: i.words.T("measure." + name),
			get:   func() *decimal.Decimal { m := now(); return *of(&m) },
			take: func(d *decimal.Decimal, typed string) (step, error) {
				path := "relationship.measures[" + strconv.Itoa(k) + "]." + name
				return i.attempt("edit.measure", typed, on(func(m *canvas.Measure) { *of(m) = d }), path)
			},
		})
	}
	i.fields(
		figure("target", func(m *canvas.Measure) **decimal.Decimal { return &m.Target }),
		figure("current", func(m *canvas.Measure) **decimal.Decimal { return &m.Current }),
		field{
			label: i.words.T("measure.unit"), get: func() string { return now().Unit },
			take: text(func(s string) step { return i.step("edit.measure", on(func(m *canvas.Measure) { m.Unit = s })) }),
		},
	)
}
