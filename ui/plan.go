package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/ui/kit"
)

// A planForm is what the arithmetic needs beside the notes: currency, months,
// money at the start, and what the scenarios multiply. What was changed in it
// becomes one step for each field, so that each can be undone by itself.
type planForm struct {
	w      *Window
	pop    *kit.Popup
	form   *fyne.Container
	fields []*planField
	months *kit.Select
	wrong  *kit.Complaint
}

// A planField is one line to type in the form.
type planField struct {
	step  string // the name of the step that a change makes
	path  string // from the head, as problems name it
	entry *kit.Entry
	begun string // what stood there
	// take puts what was typed into the head; nil where nothing was.
	take    func(h *canvas.Head, text string, d *decimal.Decimal)
	percent bool
	words   bool // it is no figure
}

// horizons are the months that can be projected.
var horizons = []int{12, 24, 36, 60}

// askPlan shows the form.
func (w *Window) askPlan() {
	f := &planForm{w: w, form: container.New(layout.NewFormLayout()), wrong: kit.NewComplaint()}
	h := w.doc.Project().Head()
	plan := h.Plan
	f.field("plan.currency", &planField{
		step: "edit.plan_currency", path: "currency", words: true,
		take: func(h *canvas.Head, text string, _ *decimal.Decimal) { h.Currency = strings.ToUpper(text) },
	}, h.Currency, defaultCurrency)
	f.horizon(costing.PlanOf(plan).HorizonMonths)
	f.field("plan.amortisation", &planField{
		step: "edit.plan_amortisation", path: "plan.amortisation_months",
		take: func(h *canvas.Head, _ string, d *decimal.Decimal) { h.Plan.AmortisationMonths = whole(d) },
	}, months(plan.AmortisationMonths), strconv.Itoa(costing.DefaultAmortisationMonths))
	f.field("plan.lifetime", &planField{
		step: "edit.plan_lifetime", path: "plan.lifetime_months",
		take: func(h *canvas.Head, _ string, d *decimal.Decimal) { h.Plan.LifetimeMonths = whole(d) },
	}, months(plan.LifetimeMonths), strconv.Itoa(costing.DefaultLifetimeMonths))
	f.field("plan.cash", &planField{
		step: "edit.plan_cash", path: "plan.opening_cash",
		take: func(h *canvas.Head, _ string, d *decimal.Decimal) { h.Plan.OpeningCash = d },
	}, f.figure(plan.OpeningCash, 0), "0")
	f.field("plan.discount", &planField{
		step: "edit.plan_discount", path: "plan.discount_rate", percent: true,
		take: func(h *canvas.Head, _ string, d *decimal.Decimal) { h.Plan.DiscountRate = d },
	}, f.figure(plan.DiscountRate, percentPlaces), "–")

	f.pop = w.askForm(w.words.T("plan.title"), container.NewVBox(f.form, f.scenarios(plan), f.wrong.Box),
		answer{key: "button.cancel", escape: true}, answer{key: "button.ok", primary: true, do: f.confirm})
	var entries []*kit.Entry
	for _, p := range f.fields {
		entries = append(entries, p.entry)
	}
	w.setAsideTyped(f.pop, f.typed, entries...)
	w.win.Canvas().Focus(f.fields[0].entry)
}

// percentPlaces is by how many places a share and its percentage differ.
const percentPlaces = 2

func months(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// whole is a number of months; none is 0.
func whole(d *decimal.Decimal) int {
	if d == nil {
		return 0
	}
	return int(d.IntPart())
}

func (f *planForm) figure(d *decimal.Decimal, shift int32) string {
	if d == nil {
		return ""
	}
	return f.w.words.Number(d.Shift(shift), -1)
}

// field puts a line to type into the form.
func (f *planForm) field(label string, p *planField, text, hint string) {
	f.form.Add(container.NewBorder(nil, nil, kit.Row(0, kit.Text(f.w.words.T(label), f.w.look.Muted, false), kit.Gap(8)), nil))
	f.form.Add(f.entry(p, text, hint))
}

// entry makes the entry of a field.
func (f *planForm) entry(p *planField, text, hint string) *kit.Entry {
	p.entry, p.begun = kit.NewEntry(f.confirm, func() { f.pop.Hide() }), text
	p.entry.SetText(text)
	p.entry.SetPlaceHolder(hint)
	p.entry.OnChanged = func(string) { f.wrong.Say("", f.pop) }
	f.fields = append(f.fields, p)
	return p.entry
}

// horizon puts the months that are projected into the form.
func (f *planForm) horizon(now int) {
	var names []string
	for _, n := range horizons {
		names = append(names, f.w.words.N("costs.months", n))
	}
	f.months = kit.NewSelect(names, max(slices.Index(horizons, now), 0), func() { f.pop.Hide() })
	f.form.Add(container.NewBorder(nil, nil, kit.Row(0, kit.Text(f.w.words.T("plan.horizon"), f.w.look.Muted, false), kit.Gap(8)), nil))
	f.form.Add(kit.Framing(f.months, f.w.look))
}

// A factor is what a scenario multiplies.
type factor struct {
	key string
	of  func(*canvas.Scenario) **decimal.Decimal
}

var factors = []factor{
	{"new_customers", func(s *canvas.Scenario) **decimal.Decimal { return &s.NewCustomers }},
	{"churn", func(s *canvas.Scenario) **decimal.Decimal { return &s.Churn }},
	{"price", func(s *canvas.Scenario) **decimal.Decimal { return &s.Price }},
	{"cost", func(s *canvas.Scenario) **decimal.Decimal { return &s.Cost }},
}

// scenarios are the fields of the factors, as percentages of the base.
func (f *planForm) scenarios(plan canvas.Plan) fyne.CanvasObject {
	words, look := f.w.words, f.w.look
	table := container.NewGridWithColumns(3, kit.Heading(strings.ToUpper(words.T("plan.factors")), look),
		kit.Heading(strings.ToUpper(words.T("costs.scenario.low")), look), kit.Heading(strings.ToUpper(words.T("costs.scenario.high")), look))
	for _, c := range factors {
		table.Add(container.NewBorder(nil, nil, kit.Text(words.T("plan.factor."+c.key), look.Muted, false), nil))
		for _, s := range []struct {
			name string
			of   func(*canvas.Plan) **canvas.Scenario
		}{
			{"low", func(p *canvas.Plan) **canvas.Scenario { return &p.Low }},
			{"high", func(p *canvas.Plan) **canvas.Scenario { return &p.High }},
		} {
			now := canvas.Scenario{}
			if said := *s.of(&plan); said != nil {
				now = *said
			}
			table.Add(f.entry(&planField{
				step: "edit.plan_scenario", path: "plan." + s.name + "." + c.key, percent: true,
				take: func(h *canvas.Head, _ string, d *decimal.Decimal) {
					next := canvas.Scenario{}
					if said := *s.of(&h.Plan); said != nil {
						next = *said
					}
					*c.of(&next) = d
					*s.of(&h.Plan) = &next
				},
			}, f.figure(*c.of(&now), percentPlaces), "100"))
		}
	}
	return container.NewVBox(kit.Gap(4), table)
}

// change is what was typed into a field, or a sentence on why it cannot be.
func (f *planForm) change(p *planField, h *canvas.Head) (change func(*canvas.Head), wrong string) {
	text := strings.TrimSpace(strings.ToValidUTF8(p.entry.Text, "\uFFFD"))
	var d *decimal.Decimal
	if !p.words && text != "" {
		figure, err := f.w.words.ParseFigure(text, h.Currency)
		if err != nil {
			return nil, f.w.words.Refusal(err)
		}
		if p.percent {
			figure = figure.Shift(-percentPlaces)
		}
		if strings.HasSuffix(p.path, "_months") && (!figure.IsInteger() || figure.GreaterThan(canvas.MaxAmount)) {
			return nil, f.w.words.T("plan.no_months")
		}
		d = &figure
	}
	change = func(h *canvas.Head) { p.take(h, text, d) }
	change(h)
	for _, problem := range canvas.Validate(*h, nil) {
		if problem.Path == p.path {
			if problem.Code == canvas.ProblemNotAShare {
				return nil, f.w.words.T("inspector.no_percentage")
			}
			return nil, problemText(f.w.words, problem.Code, text)
		}
	}
	return change, ""
}

// A planStep is what was changed in one field, or what is wrong with it.
type planStep struct {
	name   string
	change func(*canvas.Head)
	wrong  string
	field  *planField
}

// steps are the changes that were typed, and the plan with them.
func (f *planForm) steps() (steps []planStep, trial canvas.Head) {
	trial = f.w.doc.Project().Head()
	for _, p := range f.fields {
		if p.entry.Text != p.begun {
			change, wrong := f.change(p, &trial)
			steps = append(steps, planStep{p.step, change, wrong, p})
		}
	}
	return steps, trial
}

// typed is what was typed so far and is right.
func (f *planForm) typed() canvas.Edit {
	steps, _ := f.steps()
	return func(p *canvas.Project) (*canvas.Project, error) {
		for _, s := range steps {
			if s.wrong == "" {
				p = canvas.UpdateHead(p, s.change)
			}
		}
		return p, nil
	}
}

// confirm takes over what was changed, unless something is wrong with it.
func (f *planForm) confirm() {
	steps, trial := f.steps()
	for _, s := range steps {
		if s.wrong != "" {
			f.wrong.Say(s.wrong, f.pop)
			f.w.win.Canvas().Focus(s.field.entry)
			return
		}
	}
	if n := horizons[f.months.SelectedIndex()]; n != costing.PlanOf(trial.Plan).HorizonMonths {
		steps = append(steps, planStep{name: "edit.plan_horizon", change: func(h *canvas.Head) { h.Plan.HorizonMonths = n }})
	}
	f.pop.Hide()
	for _, s := range steps {
		f.w.try(f.w.doc.Do(s.name, func(p *canvas.Project) (*canvas.Project, error) { return canvas.UpdateHead(p, s.change), nil }))
	}
}
