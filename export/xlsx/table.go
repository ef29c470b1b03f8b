package xlsx

import (
	"regexp"

	"ninefold/canvas/costing"
)

// A table is a sheet of figures: a row for each, a column for each segment,
// for what is common and for the whole.
type table struct {
	*sheets
	grid          *grid
	first         int // column of the first segment
	common, total int // columns
	row           int // the next one
	begun         bool
}

// A figures says how a row of a table is filled. A nil function leaves its
// cells empty.
type figures struct {
	key, unit string
	text      string // instead of the key's
	role      role
	form      form
	name      string // names the total, and with the segment's letter each segment's cell
	segment   func(i int) (string, costing.Amount)
	common    func() (string, costing.Amount)
	total     func() (string, costing.Amount)
	never     func(i int) bool // whether a segment's figure never comes about; for -1, the total's
}

// letterForm is what a segment's letter must be to stand in a cell's name.
var letterForm = regexp.MustCompile(`^[A-Z]{1,2}$`)

// table begins a sheet of figures.
func (s *sheets) table(key string) *table {
	n := len(s.segments)
	t := &table{sheets: s, grid: s.grids[key], first: 3, common: 3 + n, total: 4 + n, row: 5}
	g := t.grid
	g.setWidths(s.columnWidths(46.0, 30.0, perSegment(18), 18.0, 18.0))
	g.frozenColumns, g.frozenRows, g.repeatFrom = 2, 4, 4
	s.top(g, key)
	g.blank(1, 4, head, text)
	g.say(2, 4, head, text, s.headWords("unit"))
	s.heads(g, t.first, 4)
	g.say(t.common, 4, head, right, s.words.T("xlsx.common"))
	g.say(t.total, 4, head, right, s.words.T("xlsx.total"))
	return t
}

func (t *table) heading(key string) {
	if t.begun {
		t.row++
	}
	t.begun = true
	t.grid.across(1, t.total, t.row, section)
	t.grid.say(1, t.row, section, text, t.words.T(key))
	t.row++
}

// add writes a row and returns its number.
func (t *table) add(f figures) int {
	g := t.grid
	g.across(1, t.total, t.row, f.role)
	label := f.text
	if label == "" {
		label = t.words.T("xlsx.figure." + f.key)
	}
	g.say(1, t.row, f.role, wrapped, label)
	g.say(2, t.row, f.role, text, t.unit(f.unit))
	put := func(column int, never bool, of func() (string, costing.Amount)) {
		if of == nil {
			return
		}
		formula, a := of()
		t.maybeNever(g, column, t.row, f.role, f.form, formula, a, never)
	}
	never := func(i int) bool { return f.never != nil && f.never(i) }
	for i, segment := range t.segments {
		if f.segment == nil {
			break
		}
		put(t.first+i, never(i), func() (string, costing.Amount) { return f.segment(i) })
		if f.name != "" && letterForm.MatchString(segment.Note.Segment.Letter) {
			t.book.name(f.name+"_"+segment.Note.Segment.Letter, g, t.first+i, t.row)
		}
	}
	put(t.common, false, f.common)
	put(t.total, never(-1), f.total)
	if f.name != "" && f.total != nil {
		t.book.name("total_"+f.name, g, t.total, t.row)
	}
	t.row++
	return t.row - 1
}

// span is a part of a column.
func (t *table) span(column, from, to int) string { return a1(column, from) + ":" + a1(column, to) }

// acrossSegments is the sum of a row over the segments.
func (t *table) acrossSegments(row int) string {
	return sumOf(a1(t.first, row) + ":" + a1(t.last(t.first), row))
}
