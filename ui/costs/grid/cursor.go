package grid

// A Cursor is a cell, or a head, that the keyboard is at.
type Cursor struct {
	Row    int
	Column Column
}

// A Range is a block of cells, its corners included.
type Range struct{ Top, Bottom, Left, Right int }

// Between is the block with two cells in its corners.
func Between(a, b Cursor) Range {
	return Range{
		min(a.Row, b.Row), max(a.Row, b.Row),
		int(min(a.Column, b.Column)), int(max(a.Column, b.Column)),
	}
}

// Has reports whether a cell lies in the block.
func (r Range) Has(row int, c Column) bool {
	return row >= r.Top && row <= r.Bottom && int(c) >= r.Left && int(c) <= r.Right
}

// Whole reports whether the block holds rows in all their columns.
func (r Range) Whole() bool { return r.Left == 0 && r.Right == Columns-1 }

// stands reports whether the keyboard can be at a row.
func (t *Table) stands(row int) bool { return t.Rows[row].Kind != Block }

// First is where the keyboard begins; false where there is no place for it.
func (t *Table) First() (Cursor, bool) {
	for i := range t.Rows {
		if t.stands(i) {
			return Cursor{Row: i}, true
		}
	}
	return Cursor{}, false
}

// Down goes so many rows down, or up where by is negative, past the heads of
// blocks and not beyond the ends.
func (t *Table) Down(c Cursor, by int) Cursor {
	step := 1
	if by < 0 {
		step, by = -1, -by
	}
	for row := c.Row + step; by > 0 && row >= 0 && row < len(t.Rows); row += step {
		if t.stands(row) {
			c.Row = row
			by--
		}
	}
	return c
}

// Side goes to the next column, or to the one before.
func (t *Table) Side(c Cursor, by int) Cursor {
	c.Column = Column(min(max(int(c.Column)+by, 0), Columns-1))
	return c
}

// Next is where Tab leads: to the next cell that can be typed into, at the end
// of a row to the first of the next. It reports false beyond the last.
func (t *Table) Next(c Cursor) (Cursor, bool) {
	if t.Rows[c.Row].Kind == Line && c.Column+1 < Monthly {
		c.Column++
		return c, true
	}
	next := t.Down(c, 1)
	ok := next.Row != c.Row
	if ok {
		next.Column = Label
	}
	return next, ok
}

// Previous is where Shift+Tab leads.
func (t *Table) Previous(c Cursor) (Cursor, bool) {
	if t.Rows[c.Row].Kind == Line && c.Column > Label {
		c.Column--
		return c, true
	}
	before := t.Down(c, -1)
	ok := before.Row != c.Row
	if ok {
		before.Column = Monthly - 1
		if t.Rows[before.Row].Kind != Line {
			before.Column = Label
		}
	}
	return before, ok
}

// Same returns where a cursor of another state of the table is now: at the same
// row, or where the row was.
func (t *Table) Same(old *Table, c Cursor) (Cursor, bool) {
	if len(t.Rows) == 0 {
		return c, false
	}
	if c.Row < len(old.Rows) {
		if i := t.Row(old.Rows[c.Row].Key()); i >= 0 && t.stands(i) {
			return Cursor{i, c.Column}, true
		}
	}
	c.Row = min(c.Row, len(t.Rows)-1)
	if !t.stands(c.Row) {
		if up := t.Down(c, -1); up.Row != c.Row {
			return up, true
		}
		down := t.Down(c, 1)
		return down, down.Row != c.Row
	}
	return c, true
}
