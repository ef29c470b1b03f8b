package geometry

import (
	"math"
	"slices"

	"ninefold/canvas"
)

// A Board is where everything on the relationship board lies: a palette of
// types and tactics at the left, beside it a row for each segment and a column
// for each stage. Palette and heads stay where they are; rows scroll. See
// [BoardEngine].
type Board struct {
	Area    Rect
	Metrics BoardMetrics
	// Palette is the panel at the left. Its tokens, with labels around them,
	// are seen through PaletteBody; above it stands the search.
	Palette, PaletteBody Rect
	Search               Search
	Tokens               []Token
	PaletteLabels        []Label
	// Heads are the columns' heads: the stages, then the relationships
	// without one where there are any, then the figures where there is room.
	Heads []BoardHead
	// Body is the window that rows are seen through, Table the part of it beside
	// their heads, in which columns that have no room scroll.
	Body, Table Rect
	Rows        []BoardRow
	// Hint says what to do while there are no segments; it has no lines else.
	Hint Label
	// NewSegment is the button beneath the rows that adds a segment; empty
	// where there is none.
	NewSegment Token
	// Add is the button that adds a relationship to a cell, at the origin; see
	// [Board.AddAt].
	Add Token
	// Scroll is how far everything is scrolled, held to what there is to scroll;
	// Most is how far it can be.
	Scroll, Most BoardScroll
}

// A BoardScroll is how far the palette and the rows are scrolled down, and the
// columns to the left.
type BoardScroll struct{ Palette, Rows, Columns float64 }

// A BoardHead is the head of a column.
type BoardHead struct {
	Rect   Rect
	Labels []Label
}

// A BoardRow is a segment's row. Segment is nil in the row of the
// relationships that serve none.
type BoardRow struct {
	Segment *canvas.Note
	Folded  bool // it is one line high, and its cards are only named
	Rect    Rect // the whole row, as if its head were scrolled with the columns
	Head    Rect
	Fold    Rect  // what folds the row and unfolds it, from the head's top left
	Badge   Badge // from the head's top left; without a letter where there is no segment
	Mark    Badge // that the segment is worth a look, from the head's top left; empty where it is not
	Labels  []Label
	Fields  []HeadField
	Cells   []BoardCell
	// Figures is the row's cell in the column of figures; empty where that
	// column is left out and the main figures stand in the head.
	Figures      Rect
	FigureLabels []FigureLabel
}

// FigureBox is the box that the row's figures stand in and are counted from.
func (r *BoardRow) FigureBox() Rect {
	if r.Figures.W > 0 {
		return r.Figures
	}
	return r.Head
}

// A HeadField is something that a segment's head says and that can be chosen
// there.
type HeadField struct {
	ID    string
	Rect  Rect // from the head's top left
	Label Label
}

// A FigureLabel is a figure with its name, from the top left of its box.
type FigureLabel struct {
	ID     string
	Rect   Rect
	Labels []Label
}

// A BoardCell is a segment's place for relationships of a stage.
type BoardCell struct {
	Cell  canvas.Cell
	Rect  Rect
	Cards []Card
	// Lacks are the types that the segment expects and does not get, in the
	// one cell of its row whose labels say so; Mark is the sign beside them.
	Lacks  []string
	Mark   Badge
	Labels []Label
}

// A Card is a relationship in a cell. A relationship that serves several
// segments has a card in each one's row.
type Card struct {
	Note   *canvas.Note
	Cell   canvas.Cell
	Rect   Rect
	Labels []Label
	// Text is where the note's own text stands or would stand, from the
	// card's top left.
	Text Rect
	// Badges are of the segments that the relationship serves, where they are
	// several.
	Badges []Badge
	// Mark says that the relationship is worth a look; empty where it is not.
	Mark Badge
	// Tactics are the drawings of what it is carried out by.
	Tactics []CardIcon
}

// A CardIcon is a drawing on a card, from the card's top left.
type CardIcon struct {
	Name string
	Rect Rect
}

// Board lays a project's relationship board out in an area.
func (e *BoardEngine) Board(p *canvas.Project, area Rect, m BoardMetrics, text BoardText, scroll BoardScroll) *Board {
	e.before, e.now = e.now, make(map[labelKey][]string, len(e.now))
	m = m.fit(area.W)
	b := &Board{Area: area, Metrics: m}
	b.layPalette(e, text, scroll.Palette)
	g := group(p)
	columns := b.layHeads(e, text, g.stageless, scroll.Columns)
	for _, s := range g.rows {
		b.Rows = append(b.Rows, columns.row(e, text, g, s))
	}
	if len(g.segments) == 0 {
		width := min(b.Body.W, m.HintWidth)
		b.Hint = e.label(text.NoSegments, b.Body.X+m.Pad, m.Pad, width-2*m.Pad, style{size: m.Text, tone: ToneMuted})
	}
	if text.Add != "" {
		b.Add = m.token(e, TokenText{Kind: TokenNew, Icon: newIcon, Name: text.Add}, columns.cell-2*m.Pad)
	}
	used := b.Hint.Rect.H
	if text.NewSegment != "" {
		b.NewSegment = m.token(e, TokenText{Kind: TokenNew, Icon: newIcon, Name: text.NewSegment}, columns.head)
		used += b.NewSegment.Rect.H + m.Gap
	}
	for _, r := range b.Rows {
		used += r.Rect.H + m.Gap
	}
	b.stretch(b.Body.H - used + m.Gap)
	b.placeRows(max(0, scroll.Rows))
	return b
}

// stretch shares room that is left over beneath the rows among those that are
// not folded: it fills up the lowest rows first, as water would, so that they
// become equally high.
func (b *Board) stretch(left float64) {
	var heights []float64
	for _, r := range b.Rows {
		if !r.Folded {
			heights = append(heights, r.Rect.H)
		}
	}
	if len(heights) == 0 || left <= 0 {
		return
	}
	slices.Sort(heights)
	level, sum := 0.0, left
	for i, h := range heights {
		sum += h
		level = sum / float64(i+1)
		if i+1 == len(heights) || level <= heights[i+1] {
			break
		}
	}
	level = math.Floor(min(level, b.Metrics.RowStretch))
	for i := range b.Rows {
		if r := &b.Rows[i]; !r.Folded {
			r.Rect.H = max(r.Rect.H, level)
		}
	}
}

// placeRows puts the rows and the hint one under the other, scrolled as far as
// wished and possible, and gives the rows' parts the rows' heights.
func (b *Board) placeRows(scroll float64) {
	content := b.Hint.Rect.Y + b.Hint.Rect.H
	for _, r := range b.Rows {
		content += r.Rect.H + b.Metrics.Gap
	}
	if b.Hint.Empty() {
		content -= b.Metrics.Gap
	}
	if h := b.NewSegment.Rect.H; h > 0 {
		content += b.Metrics.Gap + h
	}
	b.Most.Rows = math.Ceil(max(0, content-b.Body.H))
	b.Scroll.Rows = math.Round(min(scroll, b.Most.Rows))
	y := b.Body.Y - b.Scroll.Rows
	for i := range b.Rows {
		r := &b.Rows[i]
		h := r.Rect.H
		r.Rect = r.Rect.Moved(Point{0, y})
		r.Head = Rect{r.Head.X, y, r.Head.W, h}
		if r.Figures.W > 0 {
			r.Figures = Rect{r.Figures.X, y, r.Figures.W, h}
		}
		for j := range r.Cells {
			c := &r.Cells[j]
			c.Rect = Rect{c.Rect.X, y, c.Rect.W, h}
			for k := range c.Cards {
				c.Cards[k].Rect = c.Cards[k].Rect.Moved(Point{0, y})
			}
		}
		y += h + b.Metrics.Gap
	}
	b.Hint.Rect.Y += y
	if b.NewSegment.Rect.H > 0 {
		x := b.Body.X
		if !b.Hint.Empty() {
			x, y = b.Hint.Rect.X, b.Hint.Rect.Bottom()+b.Metrics.Pad
		}
		b.NewSegment.Rect = b.NewSegment.Rect.Moved(Point{x, y})
	}
}
