package inspector

import (
	"github.com/shopspring/decimal"

	"ninefold/canvas"
)

// revenue shows a price, what it is for and how often it is paid, and what it
// brings.
func (i *sheet) revenue() {
	now := func() canvas.Revenue {
		if r := i.now().Revenue; r != nil {
			return *r
		}
		return canvas.Revenue{}
	}
	on := func(change func(*canvas.Revenue)) func(*canvas.Note) {
		return func(n *canvas.Note) {
			if n.Revenue != nil {
				r := *n.Revenue
				change(&r)
				n.Revenue = &r
			}
		}
	}
	i.part(part{key: "inspector.revenue", open: true, build: func() {
		i.number(number{
			label: i.words.T("inspector.price"), unit: i.words.Symbol(i.currency()),
			get: func() *decimal.Decimal { return now().Price },
			take: func(d *decimal.Decimal, typed string) (step, error) {
				return i.attempt("edit.revenue", typed, on(func(r *canvas.Revenue) { r.Price = d }), "revenue.price")
			},
		})
		i.field(field{
			label: i.words.T("inspector.unit"), hint: i.words.T("inspector.unit.hint"), get: func() string { return now().Unit },
			take: text(func(s string) step { return i.step("edit.revenue", on(func(r *canvas.Revenue) { r.Unit = s })) }),
		})
		i.word("inspector.recurrence", "recurrence.", canvas.RecurrenceMonthly.Values(),
			func() string { return string(now().Recurrence) },
			func(w string) {
				i.edit("edit.revenue", on(func(r *canvas.Revenue) { r.Recurrence = canvas.Recurrence(w) }))
			})
		i.line()
		i.result(i.words.T("inspector.brings"), func() string { return i.money(i.doc.Figures().Stream(i.id).Monthly) })
	}})
}
