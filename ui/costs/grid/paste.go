package grid

import (
	"slices"
	"strings"

	"ninefold/canvas"
)

// Copy returns a block of cells as spreadsheets exchange them: a row a line,
// cells apart by tabs. Heads are left out.
func (t *Table) Copy(of Range) string {
	var b strings.Builder
	for row := of.Top; row <= of.Bottom && row < len(t.Rows); row++ {
		r := &t.Rows[row]
		if r.Kind != Line {
			continue
		}
		for c := of.Left; c <= of.Right; c++ {
			if c > of.Left {
				b.WriteByte('\t')
			}
			b.WriteString(quote(t.Text(r, Column(c))))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// quote encloses what would be taken for several cells.
func quote(s string) string {
	if !strings.ContainsAny(s, "\t\n\r") && !strings.HasPrefix(s, `"`) {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}

// Paste types a block of cells, from a cell on to the right and down. One cell
// goes into each of a selection. On the head of a relationship, or on a line
// that says nothing yet, every row becomes a line; elsewhere rows go into the
// lines that are there, and those beyond the last one are added. What is worked
// out, such as costs per month, is passed over. It returns the block that then
// holds what was pasted, by the keys of its first and last row.
func (t *Table) Paste(text string, at Cursor, selected Range) (edit canvas.Edit, first, last string, err error) {
	cells := canvas.Cells(text)
	if len(cells) == 0 || len(t.Rows) == 0 {
		return nil, "", "", nil
	}
	d := t.draft()
	if len(cells) == 1 && len(cells[0]) == 1 && t.Rows[at.Row].Kind == Line {
		return t.fill(d, cells[0][0], selected)
	}
	at = Cursor{min(at.Row, selected.Top), min(at.Column, Column(selected.Left))}
	r := &t.Rows[at.Row]
	if !t.stands(at.Row) {
		return nil, "", "", nil
	}
	if r.Kind == Note {
		at.Column = Label
	}
	adds := r.Kind == Note || isEmpty(r.Cost)
	for i, row := range cells {
		target := t.target(d, at, adds, i)
		if refused := d.row(target, at.Column, row); refused != nil {
			refused.Row = i + 1
			refused.Sentence = t.where(refused)
			return nil, "", "", refused
		}
		last = "cost:" + string(target.id)
		if first == "" {
			first = last
		}
	}
	return d.edit, first, last, nil
}

// fill types one text into every cell of a block that can be typed into.
func (t *Table) fill(d *draft, text string, in Range) (edit canvas.Edit, first, last string, err error) {
	for row := in.Top; row <= in.Bottom; row++ {
		r := &t.Rows[row]
		if r.Kind != Line {
			continue
		}
		for c := Column(in.Left); int(c) <= in.Right; c++ {
			if refused := d.set(d.note(r.Note), d.line(r), c, text); refused != nil {
				return nil, "", "", refused
			}
		}
		last = r.Key()
		if first == "" {
			first = last
		}
	}
	return d.edit, first, last, nil
}

// A target is a line that a row is pasted into.
type target struct {
	note *canvas.Note
	id   canvas.ID
}

func isEmpty(c *canvas.CostLine) bool {
	return c.Label == "" && c.Amount == nil && c.Rate == nil
}

// target is the line that the row at a place of the pasted text goes into,
// which is added where there is none.
func (t *Table) target(d *draft, at Cursor, adds bool, place int) target {
	r := &t.Rows[at.Row]
	if adds && r.Kind == Line && place == 0 {
		return target{d.note(r.Note), r.Cost.ID}
	}
	if adds {
		n := d.note(r.Note)
		l := newLine()
		to := len(n.Costs)
		if r.Kind == Line {
			to = r.At + place
		}
		n.Costs = slices.Insert(n.Costs, to, l)
		return target{n, l.ID}
	}
	row := at.Row
	for i := at.Row; i < len(t.Rows); i++ {
		if t.Rows[i].Kind != Line {
			continue
		}
		row = i
		if place == 0 {
			return target{d.note(t.Rows[i].Note), t.Rows[i].Cost.ID}
		}
		place--
	}
	n := d.note(t.Rows[row].Note)
	l := newLine()
	n.Costs = append(n.Costs, l)
	return target{n, l.ID}
}

// row types a row of cells. How a line behaves is read before its amount,
// which it may make a percentage. Segments and stage are the note's: an empty
// cell leaves them, and no row may say otherwise than one above it.
func (d *draft) row(to target, from Column, cells []string) *Refusal {
	if int(from)+len(cells) > Columns {
		return &Refusal{Column: Columns - 1, Sentence: d.words.T("costs.too_wide")}
	}
	for i, text := range cells {
		column := from + Column(i)
		ofNote := column == Segments || column == Stage
		if ofNote && strings.TrimSpace(text) == "" {
			continue
		}
		before := *to.note
		l := &to.note.Costs[slices.IndexFunc(to.note.Costs, func(c canvas.CostLine) bool { return c.ID == to.id })]
		if refused := d.set(to.note, l, column, text); refused != nil {
			return refused
		}
		said := noteCell{to.note.ID, column}
		if ofNote && d.said[said] && !sameOfNote(&before, to.note) {
			return &Refusal{Column: column, Sentence: d.words.T("costs.one_note")}
		}
		d.said[said] = ofNote
	}
	return nil
}

// sameOfNote reports whether two states of a note have the same segments and
// stage.
func sameOfNote(a, b *canvas.Note) bool {
	return slices.Equal(a.Segments, b.Segments) && (a.Relationship == nil || a.Relationship.Stage == b.Relationship.Stage)
}
