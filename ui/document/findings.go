package document

import (
	"ninefold/canvas"
	"ninefold/canvas/check"
)

// findings are what the checks found in a project.
type findings struct {
	of          *canvas.Project
	open, aside []check.Finding
	warned      map[canvas.ID]bool
}

// Findings are what the checks find in the project as it is now, the gravest
// first, and apart from those what the user has set aside. They are looked for
// when first asked for after a change. The slices are shared: do not change
// what they hold.
func (d *Document) Findings() (open, aside []check.Finding) {
	d.check()
	return d.checked.open, d.checked.aside
}

// Warned are the notes that a gap or a risk is to be looked at by. The map is
// shared: do not change it.
func (d *Document) Warned() map[canvas.ID]bool {
	d.check()
	return d.checked.warned
}

func (d *Document) check() {
	p := d.Project()
	if d.checked.of == p {
		return
	}
	open, aside := check.With(p, d.Figures)
	warned := map[canvas.ID]bool{}
	for i := range open {
		if f := &open[i]; f.Severity != check.Hint && len(f.Notes) > 0 {
			warned[f.Notes[0]] = true
		}
	}
	d.checked = findings{p, open, aside, warned}
}
