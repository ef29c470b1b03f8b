// Package grid is the table of cost lines as a spreadsheet has it: its rows in
// groups, what its cells say and what typing into them means, where the keys
// lead, copying and pasting. It turns all into edits of the project.
//
// It must not know how anything is drawn, and does not import Fyne.
package grid

import (
	"slices"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/export/scene"
)

// A Column is one of the table's columns.
type Column int

// The columns, from left to right.
const (
	Label Column = iota
	Segments
	Stage
	Behaviour
	Amount
	Monthly // worked out, not to be typed

	Columns = iota
)

// A Kind says what a row is.
type Kind int

// The kinds.
const (
	Block Kind = iota // the head of a block
	Note              // the head of a relationship; a line can be added to it
	Line              // a cost line
)

// A Row is one row of the table.
type Row struct {
	Kind  Kind
	Block canvas.Block
	Note  *canvas.Note     // nil for a block
	Cost  *canvas.CostLine // of a line
	At    int              // its place among the note's lines
	// Monthly is what the line, or all lines under the head that are shown,
	// come to in a month.
	Monthly costing.Amount
}

// Key names the row for as long as it is there.
func (r *Row) Key() string {
	switch r.Kind {
	case Line:
		return "cost:" + string(r.Cost.ID)
	case Note:
		return "note:" + string(r.Note.ID)
	default:
		return "block:" + string(r.Block)
	}
}

// A Filter says which cost lines are shown.
type Filter struct {
	Segments []canvas.ID  // those serving one of these, or none in particular; none shows all
	Stage    canvas.Stage // of relationships; empty shows all
}

// A Table is the cost lines of a project in a scenario, in the reader's
// language. It never changes.
type Table struct {
	Rows  []Row
	Total costing.Amount // of the lines that are shown
	Lines int            // how many are shown
	// Variable is what the customers cost beside all lines; not available where
	// only some lines are shown.
	Variable costing.Amount

	project  *canvas.Project
	model    *costing.Model
	words    *locale.Words
	index    map[string]int // of rows by their keys
	segments []*canvas.Note
}

// New returns the table of a project. Its figures may be those of an earlier
// state: what these do not know yet is not available.
func New(p *canvas.Project, m *costing.Model, words *locale.Words, f Filter) *Table {
	t := &Table{project: p, model: m, words: words, segments: p.Segments()}
	rows := len(canvas.Blocks())
	for n := range p.Notes() {
		rows += 1 + len(n.Costs)
	}
	t.Rows = make([]Row, 0, rows) // at most
	var total []costing.Amount
	for _, b := range canvas.Blocks() {
		total = append(total, t.block(b, f))
	}
	t.Total = costing.Sum(total...)
	if len(f.Segments) == 0 && f.Stage == "" {
		t.Variable = m.Totals().Variable
	}
	t.index = make(map[string]int, len(t.Rows))
	for i := range t.Rows {
		t.index[t.Rows[i].Key()] = i
	}
	return t
}

// block adds the rows of a block, if it has any, and returns what they come to.
func (t *Table) block(b canvas.Block, f Filter) costing.Amount {
	head := len(t.Rows)
	t.Rows = append(t.Rows, Row{Kind: Block, Block: b})
	var all []costing.Amount
	for _, n := range t.project.Block(b) {
		shown := t.shows(n, f)
		from := len(t.Rows)
		if n.IsRelationship() && shown {
			t.Rows = append(t.Rows, Row{Kind: Note, Block: b, Note: n})
		}
		var own []costing.Amount
		for at := 0; shown && at < len(n.Costs); at++ {
			cost := &n.Costs[at]
			r := Row{Kind: Line, Block: b, Note: n, Cost: cost, At: at, Monthly: t.model.Line(cost.ID).Monthly}
			t.Rows = append(t.Rows, r)
			own = append(own, r.Monthly)
			t.Lines++
		}
		if n.IsRelationship() && shown && len(own) > 0 {
			t.Rows[from].Monthly = costing.Sum(own...)
		}
		all = append(all, own...)
	}
	if len(t.Rows) == head+1 {
		t.Rows = t.Rows[:head]
	}
	sum := costing.Sum(all...)
	if head < len(t.Rows) {
		t.Rows[head].Monthly = sum
	}
	return sum
}

// shows reports whether a note's lines are shown.
func (t *Table) shows(n *canvas.Note, f Filter) bool {
	if f.Stage != "" && (!n.IsRelationship() || n.Relationship.Stage != f.Stage) {
		return false
	}
	if len(f.Segments) == 0 {
		return true
	}
	served := t.served(n)
	return len(served) == 0 ||
		slices.ContainsFunc(served, func(s *canvas.Note) bool { return slices.Contains(f.Segments, s.ID) })
}

// Row returns the place of the row with a key, or -1.
func (t *Table) Row(key string) int {
	if i, ok := t.index[key]; ok {
		return i
	}
	return -1
}

// OfNote returns the place of a note's first row, or -1.
func (t *Table) OfNote(id canvas.ID) int {
	return slices.IndexFunc(t.Rows, func(r Row) bool { return r.Note != nil && r.Note.ID == id })
}

// Served are the segments that a row's note serves, in their order.
func (t *Table) Served(r *Row) []*canvas.Note { return t.served(r.Note) }

// served are the segments that a note's costs fall on: as [costing.Model.Served]
// has it, but of the project as it is now.
func (t *Table) served(n *canvas.Note) []*canvas.Note {
	var out []*canvas.Note
	for _, s := range t.segments {
		if s == n || n.Serves(s.ID) {
			out = append(out, s)
		}
	}
	return out
}

// Title is what a head or a line is called: a line without a label after its
// note.
func (t *Table) Title(r *Row) string {
	switch {
	case r.Kind == Block:
		return t.words.T("block." + string(r.Block))
	case r.Kind == Line && r.Cost.Label != "":
		return r.Cost.Label
	}
	return oneLine(scene.Caption(t.project, r.Note, t.words))
}
