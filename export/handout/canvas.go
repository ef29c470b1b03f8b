package handout

import (
	"fmt"
	"strconv"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// canvas draws the nine blocks on a page and, where notes are left over, those
// on others. The text of the notes shrinks from 8.5 to 7 points where that
// makes all notes fit; those that do not fit then go on, and their blocks say
// how many and where.
func (h *handout) canvas() {
	s := sheet{name: h.words.T("export.page.canvas"), subtitle: h.project.Head().Subtitle, standings: true}
	totals := scene.Totals(h.costs().Totals(), h.project.Head().Currency, h.words)
	scene.SetTotals(h.engine, totals)
	page, area := h.begin(s)
	l := h.fit(area)
	if h.opts.Grow && l.Hidden() > 0 {
		page, area = h.again(s, l.Need()-area.H)
		l = h.engine.Fit(h.project, area, l.Metrics)
	}
	page.Frame(l, h.look)
	page.Totals(l, totals, h.look)
	var rest []leftover
	for i := range l.Blocks {
		b := &l.Blocks[i]
		left := leftover{block: b}
		page.Add(scene.Anchor{Name: onCanvas(b), X: b.Rect.X, Y: b.Rect.Y})
		for j := range b.Notes {
			n := &b.Notes[j]
			if b.Shows(n) && len(left.notes) == 0 { // what is left over is the end of the block
				page.Note(n, geometry.Point{X: n.Rect.X, Y: n.Rect.Y}, l.Metrics, h.look)
			} else {
				left.notes = append(left.notes, n.Note)
			}
		}
		if len(left.notes) > 0 {
			rest = append(rest, left)
		}
	}
	from := len(h.pages)
	h.annex(rest, l.Metrics, from)
	h.numbers(page, l, rest)
}

// fit lays the canvas out with the largest text with which all notes have
// room, or with the smallest one.
func (h *handout) fit(area geometry.Rect) *geometry.Layout {
	size := h.pt(largestText)
	if m := geometry.Paper(size, smallestText); h.project.Len() <= mostNotes(area, m) {
		if l := h.engine.Fit(h.project, area, m); l.Hidden() == 0 {
			return l
		}
	}
	least := geometry.Paper(smallestText, smallestText)
	if tight := h.engine.Fit(h.project, area, least); tight.Hidden() > 0 {
		least.Foot = least.TitleLine
		return h.engine.Fit(h.project, area, least)
	}
	for size *= 0.96; size > smallestText; size *= 0.96 {
		if l := h.engine.Fit(h.project, area, geometry.Paper(size, smallestText)); l.Hidden() == 0 {
			return l
		}
	}
	return h.engine.Fit(h.project, area, least)
}

// mostNotes is a number of notes for more of which an area has no room, even if
// each is one line high and as narrow as where they stand most densely.
func mostNotes(area geometry.Rect, m geometry.Metrics) int {
	columns := max(5, area.W/m.Column+1)
	return int(columns * area.H / (m.Line + 2*m.PadY + m.Gap))
}

// numbers writes the place of each block in the order of filling in, and where
// the notes are that did not fit.
func (h *handout) numbers(page *scene.Page, l *geometry.Layout, rest []leftover) {
	m := l.Metrics
	for i := range l.Blocks {
		b := &l.Blocks[i]
		page.Count(b, m, strconv.Itoa(b.Block.Number()), h.look.Muted)
	}
	for _, left := range rest {
		b := left.block
		base := b.Rect.Bottom() - m.Foot*0.3 - m.Inset*0.3
		where := strconv.Itoa(left.page)
		x := b.Header.Right() - text.Measure(where, m.Title, true)
		page.Add(scene.Text{X: x, Y: base, Size: m.Title, Bold: true, Color: h.look.Ink, Text: where})
		x -= m.Title * 1.3
		h.arrow(page, x, base-m.Title*0.33, m.Title)
		more := fmt.Sprintf("+%d", len(left.notes))
		x -= text.Measure(more, m.Title, true) + m.Title*0.3
		page.Add(
			scene.Text{X: x, Y: base, Size: m.Title, Bold: true, Color: h.look.Ink, Text: more},
			scene.Jump{X: x, Y: base - m.Title, W: b.Header.Right() - x, H: 1.3 * m.Title, To: inAnnex(b)},
		)
	}
}

// arrow draws an arrow that is as long as size says: to the right, or to the
// left where that is negative.
func (h *handout) arrow(p *scene.Page, x, y, size float64) {
	tip, high := x+size, max(size, -size)
	p.Add(
		scene.Line{X1: x, Y1: y, X2: tip - size*0.3, Y2: y, Paint: scene.Paint{Stroke: h.look.Ink, Width: high * 0.1}},
		scene.Polygon{
			Points: []scene.Point{{X: tip, Y: y}, {X: tip - size*0.38, Y: y - high*0.22}, {X: tip - size*0.38, Y: y + high*0.22}},
			Paint:  scene.Paint{Fill: h.look.Ink},
		},
	)
}
