package document

import (
	"ninefold/canvas"
	"ninefold/canvas/check"
)

// findings are what the checks found in a project.
type findings struct {
	of          *canvas.Project
	open, aside []check.Finding
}

// Findings are what the checks find in the project as it is now, the gravest
// first, and apart from those what the user has set aside. They are looked for
// when first asked for after a change. The slices are shared: do not change
// what they hold.
func (d *Document) Findings() (open, aside []check.Finding) {
	if p := d.Project(); d.checked.of != p {
		open, aside := check.With(p, d.Figures)
		d.checked = findings{p, open, aside}
	}
	return d.checked.open, d.checked.aside
}
