package handout

import (
	"math"
	"strconv"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// A leftover is what of a block did not fit on the canvas.
type leftover struct {
	block *geometry.Block
	notes []*canvas.Note
	page  int // the page on which they begin, from 1
}

// The anchors of a block on the canvas and of its leftover notes.
func onCanvas(b *geometry.Block) string { return "canvas." + string(b.Block) }
func inAnnex(b *geometry.Block) string  { return "annex." + string(b.Block) }

// columnWidth is the least width of a column of leftover notes in ems.
const columnWidth = 21

// An annex is the pages of leftover notes while they are being filled: the
// place of the next note.
type annex struct {
	*handout
	m       geometry.Metrics
	from    int // the page of the canvas, from 1
	page    *scene.Page
	area    geometry.Rect
	columns int
	col     int
	y       float64
}

// annex draws the notes that did not fit, block by block in columns, and notes
// on which page each block begins.
func (h *handout) annex(rest []leftover, m geometry.Metrics, from int) {
	if len(rest) == 0 {
		return
	}
	a := &annex{handout: h, m: m, from: from}
	a.newPage()
	for i := range rest {
		a.block(&rest[i])
	}
}

func (a *annex) newPage() {
	a.page, a.area = a.begin(sheet{name: a.words.T("export.page.canvas"), continued: true, standings: true})
	edge := a.m.Text * 0.04 // of the notes, which lies half beyond them
	a.area = gapAbove(a.area, a.m.Gap)
	a.area.X, a.area.W = a.area.X+edge, a.area.W-2*edge
	a.columns = max(1, int(a.area.W/(columnWidth*a.m.Text)))
	a.col, a.y = 0, a.area.Y
}

func (a *annex) width() float64 {
	return (a.area.W - float64(a.columns-1)*2*a.m.Inset) / float64(a.columns)
}

func (a *annex) x() float64 { return a.area.X + float64(a.col)*(a.width()+2*a.m.Inset) }

// next goes on to the next column, on the next page if there is none.
func (a *annex) next() {
	a.col, a.y = a.col+1, a.area.Y
	if a.col == a.columns {
		a.newPage()
	}
}

// room is the height that is left in the column.
func (a *annex) room() float64 { return a.area.Bottom() - a.y }

// block draws the heading of a block and its notes. Where a column ends within
// the block, the heading is repeated in the next one.
func (a *annex) block(left *leftover) {
	title := a.titleLines(left.block)
	heading := float64(len(title))*a.m.TitleLine + a.m.TitleGap
	smallest := a.m.Line + 2*a.m.PadY
	begun := false
	begin := func() {
		a.heading(left, title)
		a.y += heading
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
			a.page.Note(&note, geometry.Point{X: a.x(), Y: a.y}, a.m, a.look)
			a.y += piece.Size.H + a.m.Gap
		}
	}
	a.y += math.Max(smallest, a.m.TitleLine) - a.m.Gap
}

// titleLines wraps the title of a block beside the way back to the canvas.
func (a *annex) titleLines(b *geometry.Block) []string {
	back := text.Measure(strconv.Itoa(a.from), a.m.Title, false) + 2*a.m.Title
	return geometry.Wrap(a.engine.Title(b.Block), a.width()-back, func(s string) float64 { return text.Measure(s, a.m.Title, true) })
}

// heading writes the title of a block, with the way back to the canvas.
func (a *annex) heading(left *leftover, title []string) {
	base := a.y + 0.765*a.m.TitleLine
	for i, line := range title {
		a.page.Add(scene.Text{X: a.x(), Y: base + float64(i)*a.m.TitleLine, Size: a.m.Title, Bold: true, Color: a.look.Ink, Text: line})
	}
	back := strconv.Itoa(a.from)
	x := a.x() + a.width() - text.Measure(back, a.m.Title, false)
	a.page.Add(scene.Text{X: x, Y: base, Size: a.m.Title, Color: a.look.Muted, Text: back})
	a.arrow(a.page, x-a.m.Title*0.3, base-a.m.Title*0.33, -a.m.Title)
	a.page.Add(scene.Jump{X: a.x(), Y: a.y, W: a.width(), H: float64(len(title)) * a.m.TitleLine, To: onCanvas(left.block)})
	if left.page == 0 {
		left.page = len(a.pages)
		a.page.Add(scene.Anchor{Name: inAnnex(left.block), X: a.x(), Y: a.y})
	}
}

// pieces cuts a note that is higher than a column into several, between its
// lines; the badges stay on the first.
func (a *annex) pieces(c *geometry.Content, most float64) []*geometry.Content {
	if c.Size.H <= most {
		return []*geometry.Content{c}
	}
	lines := max(1, int((most-2*a.m.PadY)/a.m.Line))
	var out []*geometry.Content
	for i, badges := 0, c.Badges(); i < len(c.Lines()); i, badges = i+lines, nil {
		own := c.Lines()[i:min(i+lines, len(c.Lines()))]
		size := geometry.Size{W: c.Size.W, H: float64(len(own))*a.m.Line + 2*a.m.PadY}
		out = append(out, geometry.NewContent(size, own, badges, c.Paper))
	}
	return out
}
