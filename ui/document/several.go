package document

import (
	"reflect"

	"ninefold/canvas"
)

// ChangeSelected changes every selected note, as one step. Where nothing is
// changed by it there is no step.
func (d *Document) ChangeSelected(name string, change func(*canvas.Note)) error {
	return d.Do(name, func(p *canvas.Project) (*canvas.Project, error) {
		return d.each(p, func(p *canvas.Project, n *canvas.Note) (*canvas.Project, error) {
			next := *n
			if change(&next); reflect.DeepEqual(&next, n) {
				return p, nil
			}
			return canvas.UpdateNote(p, n.ID, func(n *canvas.Note) { *n = next })
		})
	})
}

// ServeSelected has every selected note serve a segment, or none of them, as one
// step. Segments themselves serve nobody.
func (d *Document) ServeSelected(segment canvas.ID, serve bool) error {
	return d.Do("edit.serve", func(p *canvas.Project) (*canvas.Project, error) {
		return d.each(p, func(p *canvas.Project, n *canvas.Note) (*canvas.Project, error) {
			if n.IsSegment() {
				return p, nil
			}
			return canvas.Serve(p, n.ID, segment, serve)
		})
	})
}

// each carries out an edit for every selected note.
func (d *Document) each(p *canvas.Project, edit func(*canvas.Project, *canvas.Note) (*canvas.Project, error)) (_ *canvas.Project, err error) {
	for _, id := range d.selection {
		n := p.Note(id)
		if n == nil {
			continue
		}
		if p, err = edit(p, n); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// AllSelected reports whether something is true of every selected note, and that
// there are some.
func (d *Document) AllSelected(is func(*canvas.Note) bool) bool {
	for _, id := range d.selection {
		if n := d.Project().Note(id); n == nil || !is(n) {
			return false
		}
	}
	return len(d.selection) > 0
}

// AllServe reports whether all selected notes that can serve a segment do so.
func (d *Document) AllServe(segment canvas.ID) bool {
	return d.AllSelected(func(n *canvas.Note) bool { return n.IsSegment() || n.Serves(segment) })
}
