package scene

import (
	"math"
	"strconv"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
)

// A leftover is what of a block did not fit on the canvas.
type leftover struct {
	block *geometry.Block
	notes []*canvas.Note
	page  int // the page on which they begin, from 1
}

// annexColumns is the number of columns on a page of leftover notes.
const annexColumns = 5

// An annex is the pages of leftover notes while they are being filled: the
// place of the next note.
type annex struct {
	*handout
	m    geometry.Metrics
	page *Page
	area geometry.Rect
	col  int
	y    float64
}

// annex draws the notes that did not fit, block by block in columns, and notes
// on which page each block begins.
func (h *handout) annex(rest []leftover, m geometry.Metrics) {
	if len(rest) == 0 {
		return
	}
	a := &annex{handout: h, m: m}
	a.newPage()
	for i := range rest {
		a.block(&rest[i])
	}
}

func (a *annex) newPage() {
	a.page, a.area = a.sheet()
	a.area.Y += a.m.Gap
	a.area.H -= a.m.Gap
	a.col, a.y = 0, a.area.Y
}

func (a *annex) width() float64 {
	return (a.area.W - (annexColumns-1)*2*a.m.Inset) / annexColumns
}

func (a *annex) x() float64 { return a.area.X + float64(a.col)*(a.width()+2*a.m.Inset) }

// next goes on to the next column, on the next page if there is none.
func (a *annex) next() {
	a.col, a.y = a.col+1, a.area.Y
	if a.col == annexColumns {
		a.newPage()
	}
}

// room is the height that is left in the column.
func (a *annex) room() float64 { return a.area.Bottom() - a.y }

// block draws the heading of a block and its notes. Where a column ends within
// the block, the heading is repeated in the next one.
func (a *annex) block(left *leftover) {
	title := left.block.Title
	heading := float64(len(title))*a.m.TitleLine + a.m.TitleGap
	smallest := a.m.Line + 2*a.m.PadY
	begun := false
	begin := func() {
		for i, line := range title {
			base := a.y + (float64(i)+0.765)*a.m.TitleLine
			a.page.Add(Text{X: a.x(), Y: base, Size: a.m.Title, Bold: true, Color: a.look.Ink, Text: line})
		}
		a.y += heading
		if left.page == 0 {
			left.page = len(a.pages)
		}
		begun = true
	}
	for _, n := range left.notes {
		c := a.engine.Content(a.project, n, a.m, a.width())
		for _, piece := range a.pieces(c, a.area.H-heading) {
			if need := piece.Size.H; !begun && a.room() < heading+need || begun && a.room() < need {
				if a.y > a.area.Y {
					a.next()
				}
				begun = false
			}
			if !begun {
				begin()
			}
			note := geometry.Note{ID: n.ID, Note: n, Rect: geometry.Rect{W: piece.Size.W, H: piece.Size.H}, Content: piece}
			a.page.note(&note, geometry.Point{X: a.x(), Y: a.y}, a.m, a.look)
			a.y += piece.Size.H + a.m.Gap
		}
	}
	a.y += math.Max(smallest, a.m.TitleLine) - a.m.Gap
}

// pieces cuts a note that is higher than a column into several, between its
// lines; the badges stay on the first.
func (a *annex) pieces(c *geometry.Content, most float64) []*geometry.Content {
	if c.Size.H <= most {
		return []*geometry.Content{c}
	}
	lines := max(1, int((most-2*a.m.PadY)/a.m.Line))
	var out []*geometry.Content
	for i := 0; i < len(c.Lines); i += lines {
		piece := &geometry.Content{Lines: c.Lines[i:min(i+lines, len(c.Lines))], Paper: c.Paper}
		if i == 0 {
			piece.Badges = c.Badges
		}
		piece.Size = geometry.Size{W: c.Size.W, H: float64(len(piece.Lines))*a.m.Line + 2*a.m.PadY}
		out = append(out, piece)
	}
	return out
}

// finish writes the credit and the page's number on every page, now that the
// number of pages is known.
func (h *handout) finish() {
	for i, page := range h.pages {
		h.foot(page, strconv.Itoa(i+1)+" / "+strconv.Itoa(len(h.pages)))
	}
}
