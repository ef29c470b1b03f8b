package document

import (
	"ninefold/canvas"
	"ninefold/canvas/check"
	"ninefold/canvas/costing"
)

// atOnce is up to how many notes and cost lines a project's costs and findings
// are computed when they are asked for: that takes a millisecond or two. Those
// of larger projects are computed beside the window, which shows the ones
// before until then.
const atOnce = 400

// results are what was computed from a project.
type results struct {
	of          *canvas.Project
	figures     *costing.Model
	ahead       *costing.Model // in the scenario that is looked at; nil until it is asked for
	checked     bool           // what follows is there
	open, aside []check.Finding
	warned      map[canvas.ID]bool
}

// Figures are the costs of the project, computed when first asked for after a
// change, once for all who ask. Those of a large project may for a moment be
// the ones before the last change; see [Document.Beside].
func (d *Document) Figures() *costing.Model {
	if d.current() {
		return d.results.figures
	}
	d.results = results{of: d.Project(), figures: costing.New(d.Project())}
	return d.results.figures
}

// LookAhead has the figures of a scenario, with the months to come, computed as
// well, for [Document.Ahead]; the empty scenario ends that.
func (d *Document) LookAhead(s costing.Scenario) { d.scenario = s }

// Ahead are the costs in the scenario that was given to [Document.LookAhead], as
// new as the figures.
func (d *Document) Ahead() *costing.Model {
	d.Figures()
	return d.results.in(d.scenario)
}

// in returns the figures in a scenario.
func (r *results) in(s costing.Scenario) *costing.Model {
	switch {
	case s == r.figures.Scenario():
		r.ahead = r.figures
	case r.ahead == nil || r.ahead.Scenario() != s:
		r.ahead = costing.NewIn(r.of, s)
	}
	return r.ahead
}

// Findings are what the checks find in the project, the gravest first, and
// apart from those what the user has set aside. They are as new as the
// figures. The slices are shared: do not change what they hold.
func (d *Document) Findings() (open, aside []check.Finding) {
	d.check()
	return d.results.open, d.results.aside
}

// Warned are the notes that a gap or a risk is to be looked at by, as new as
// the figures. The map is shared: do not change it.
func (d *Document) Warned() map[canvas.ID]bool {
	d.check()
	return d.results.warned
}

func (d *Document) check() {
	d.Figures()
	if !d.results.checked {
		d.results.check()
	}
}

func (r *results) check() {
	r.open, r.aside = check.With(r.of, func() *costing.Model { return r.figures })
	r.warned = map[canvas.ID]bool{}
	for i := range r.open {
		if f := &r.open[i]; f.Severity != check.Hint && len(f.Notes) > 0 {
			r.warned[f.Notes[0]] = true
		}
	}
	r.checked = true
}

// compute makes all results of a project, also what a model leaves until it is
// asked for, and the months to come in a scenario unless that is empty.
func compute(p *canvas.Project, ahead costing.Scenario) results {
	r := results{of: p, figures: costing.New(p)}
	r.figures.Totals()
	r.figures.Segments()
	r.check()
	if ahead != "" {
		m := r.in(ahead)
		m.Totals()
		m.Line("")
		m.Projection()
	}
	return r
}

// Beside has the costs and the findings of large projects computed with start,
// which carries out the work on another goroutine and then done on the
// window's. The listeners hear of new ones. Without it nothing happens on
// another goroutine.
func (d *Document) Beside(start func(work, done func())) {
	d.start = start
	d.renew()
}

// current reports whether the results are those that are to be shown: the
// project's own, or in a large project the last ones, which renew follows up.
func (d *Document) current() bool {
	return d.results.of == d.Project() || d.large() && d.results.of != nil
}

func (d *Document) large() bool { return d.start != nil && more(d.Project(), atOnce) }

// more reports whether a project has more notes and cost lines than so many.
func more(p *canvas.Project, most int) bool {
	count := p.Len()
	if count > most {
		return true
	}
	for n := range p.Notes() {
		count += len(n.Costs)
	}
	return count > most
}

// renew computes the results of a large project anew, unless that is under way
// already: then it is looked at again afterwards, so that of many changes in a
// row only the last one counts.
func (d *Document) renew() {
	p := d.Project()
	if d.computing || !d.large() || d.results.of == p {
		return
	}
	if d.results.of == nil { // nothing is known until then
		d.results = compute(canvas.New("", p.Head().Language, p.Head().Currency), "")
	}
	d.computing = true
	ahead := d.scenario
	var now results
	d.start(func() { now = compute(p, ahead) }, func() {
		d.computing = false
		if d.Project() == p || d.large() {
			d.results = now
			d.tell(Change{Before: d.Project(), After: d.Project(), Figures: true})
		}
		d.renew()
	})
}
