package grid

import (
	"slices"

	"ninefold/canvas"
)

// Add adds a line that says nothing yet after a row, to its note. It returns the
// key of the line's row.
func (t *Table) Add(row int) (canvas.Edit, string) {
	r := &t.Rows[row]
	d := t.draft()
	n, l := d.note(r.Note), newLine()
	at := len(n.Costs)
	if r.Kind == Line {
		at = r.At + 1
	}
	n.Costs = slices.Insert(n.Costs, at, l)
	return d.edit, "cost:" + string(l.ID)
}

// AddTo adds a line that says nothing yet to a note.
func (t *Table) AddTo(note *canvas.Note) (canvas.Edit, string) {
	d := t.draft()
	n, l := d.note(note), newLine()
	n.Costs = append(n.Costs, l)
	return d.edit, "cost:" + string(l.ID)
}

// lines are the rows of a block that are cost lines.
func (t *Table) lines(of Range) []*Row {
	var out []*Row
	for row := of.Top; row <= of.Bottom && row < len(t.Rows); row++ {
		if t.Rows[row].Kind == Line {
			out = append(out, &t.Rows[row])
		}
	}
	return out
}

// Remove takes the lines of a block away; nil where there are none.
func (t *Table) Remove(of Range) canvas.Edit {
	d := t.draft()
	for _, r := range t.lines(of) {
		n := d.note(r.Note)
		n.Costs = slices.DeleteFunc(n.Costs, func(c canvas.CostLine) bool { return c.ID == r.Cost.ID })
	}
	return d.orNothing()
}

// Clear empties the cells of a block that can be empty: labels, amounts. Where
// they are already, or the block holds whole rows, it takes the lines away, and
// reports that it did. It returns nil where there is nothing to do.
func (t *Table) Clear(of Range) (edit canvas.Edit, removed bool) {
	d := t.draft()
	said := false
	for _, r := range t.lines(of) {
		for c := Column(of.Left); int(c) <= of.Right; c++ {
			if c == Label || c == Amount {
				said = said || t.Text(r, c) != ""
				_ = d.set(d.note(r.Note), d.line(r), c, "") // which can be
			}
		}
	}
	if of.Whole() || !said {
		return t.Remove(of), true
	}
	return d.orNothing(), false
}

// Duplicate puts a copy of each line of a block after the last of them in its
// note. It returns the key of the first copy.
func (t *Table) Duplicate(of Range) (canvas.Edit, string) {
	d := t.draft()
	first := ""
	at := map[canvas.ID]int{} // where the next copy goes
	rows := t.lines(of)
	for _, r := range rows {
		at[r.Note.ID] = max(at[r.Note.ID], r.At+1)
	}
	for _, r := range rows {
		n, l := d.note(r.Note), *r.Cost
		l.ID = canvas.NewID("cl")
		n.Costs = slices.Insert(n.Costs, at[n.ID], l)
		at[n.ID]++
		if first == "" {
			first = "cost:" + string(l.ID)
		}
	}
	return d.orNothing(), first
}

// Shift moves the line of a row up or down by one: within its note, and from an
// end of it to the neighbouring note that has rows. It returns nil where there
// is nowhere to go.
func (t *Table) Shift(row, by int) canvas.Edit {
	r := &t.Rows[row]
	if r.Kind != Line {
		return nil
	}
	if to := r.At + by; to >= 0 && to < len(r.Note.Costs) {
		d := t.draft()
		n := d.note(r.Note)
		n.Costs[r.At], n.Costs[to] = n.Costs[to], n.Costs[r.At]
		return d.edit
	}
	for i := row + by; i >= 0 && i < len(t.Rows); i += by {
		if n := t.Rows[i].Note; n != nil && n != r.Note {
			at := 0
			if by < 0 {
				at = len(n.Costs)
			}
			return t.move(r, n, at)
		}
	}
	return nil
}

// MoveTo moves the lines of a block to the end of a note.
func (t *Table) MoveTo(of Range, note *canvas.Note) canvas.Edit {
	d := t.draft()
	for _, r := range t.lines(of) {
		if r.Note.ID != note.ID {
			d.take(r, note, -1)
		}
	}
	return d.orNothing()
}

func (t *Table) move(r *Row, to *canvas.Note, at int) canvas.Edit {
	d := t.draft()
	d.take(r, to, at)
	return d.edit
}

// take moves a line to a place of another note; -1 is its end.
func (d *draft) take(r *Row, note *canvas.Note, at int) {
	from, to := d.note(r.Note), d.note(note)
	line := *d.line(r)
	from.Costs = slices.DeleteFunc(from.Costs, func(c canvas.CostLine) bool { return c.ID == line.ID })
	if at < 0 {
		at = len(to.Costs)
	}
	to.Costs = slices.Insert(to.Costs, at, line)
}

// orNothing is the edit, or nil where nothing was changed.
func (d *draft) orNothing() canvas.Edit {
	if len(d.order) == 0 {
		return nil
	}
	return d.edit
}
