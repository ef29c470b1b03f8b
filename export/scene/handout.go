package scene

import (
	"fmt"
	"strconv"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// Options say how a handout is made.
type Options struct {
	Paper Paper // A4 where it is not set
	Words *locale.Words
	// Footer stands at the right below the canvas; empty leaves it out.
	Footer string
	// Grow makes the one page higher where notes find no room, in place of
	// further pages: for pictures.
	Grow bool
}

// A Notice tells of something that could not be drawn as it is.
type Notice struct {
	// Note is where it stands; empty means the head of the project.
	Note canvas.ID
	// Missing are the characters that no font has; boxes stand for them.
	Missing []rune
}

// Sizes on an A4 sheet in points; on other papers they grow with the sheet.
const (
	margin       = 10 * millimetre
	largestText  = 8.5 // of notes
	smallestText = 7.0 // of notes, on every paper
)

// A handout is one that is being made.
type handout struct {
	project *canvas.Project
	opts    Options
	look    *Look
	engine  *geometry.Engine
	totals  map[canvas.Block]Total
	unit    float64 // what sizes of an A4 sheet are multiplied by
	pages   []*Page
}

// Handout draws a canvas for paper: its head, the nine blocks with their notes,
// a legend of the segments and the credit. The text of the notes shrinks from
// 8.5 to 7 points where that makes all notes fit; those that do not fit then go
// on to further pages, and their blocks say how many and where.
func Handout(p *canvas.Project, opts Options) ([]*Page, []Notice) {
	if opts.Paper.W <= 0 || opts.Paper.H <= 0 {
		opts.Paper = papers[0]
	}
	h := &handout{project: p, opts: opts, look: Print(), engine: NewEngine(opts.Words), unit: opts.Paper.W / papers[0].W}
	h.totals = Totals(costing.New(p).Totals(), p.Head().Currency, opts.Words)
	SetTotals(h.engine, h.totals)
	h.canvas()
	h.finish()
	return h.pages, h.notices()
}

// sheet begins a page of the paper's size and returns the area that is left
// between its head and its foot.
func (h *handout) sheet() (*Page, geometry.Rect) {
	page := &Page{W: h.opts.Paper.W, H: h.opts.Paper.H}
	page.Add(Rect{W: page.W, H: page.H, Paint: Paint{Fill: h.look.Sheet}})
	h.pages = append(h.pages, page)
	area := geometry.Rect{X: margin, Y: margin, W: page.W - 2*margin, H: page.H - 2*margin}
	head := h.head(page, area)
	foot := h.creditSize() * 1.4
	if len(h.pages) == 1 {
		foot += h.legendHeight(area.W)
	} else {
		foot += legendTop * h.unit
	}
	area.Y += head
	area.H -= head + foot
	return page, area
}

// canvas draws the first page and, where notes are left over, the others.
func (h *handout) canvas() {
	page, area := h.sheet()
	l := h.fit(area)
	if h.opts.Grow && l.Hidden() > 0 {
		h.opts.Paper.H += l.Need() - area.H
		h.pages = nil
		page, area = h.sheet()
		l = h.engine.Fit(h.project, area, l.Metrics)
	}
	page.frame(l, h.look)
	page.totals(l, h.totals, h.look)
	var rest []leftover
	for i := range l.Blocks {
		b := &l.Blocks[i]
		left := leftover{block: b}
		for j := range b.Notes {
			n := &b.Notes[j]
			if b.Shows(n) && len(left.notes) == 0 { // what is left over is the end of the block
				page.note(n, geometry.Point{X: n.Rect.X, Y: n.Rect.Y}, l.Metrics, h.look)
			} else {
				left.notes = append(left.notes, n.Note)
			}
		}
		if len(left.notes) > 0 {
			rest = append(rest, left)
		}
	}
	h.legend(page, geometry.Rect{X: margin, Y: area.Bottom(), W: area.W})
	h.annex(rest, l.Metrics)
	h.counts(page, l, rest)
}

// fit lays the canvas out with the largest text with which all notes have
// room, or with the smallest one.
func (h *handout) fit(area geometry.Rect) *geometry.Layout {
	size := largestText * h.unit
	l := h.engine.Fit(h.project, area, geometry.Paper(size))
	if l.Hidden() == 0 {
		return l
	}
	least := geometry.Paper(smallestText)
	if tight := h.engine.Fit(h.project, area, least); tight.Hidden() > 0 {
		least.Foot = least.TitleLine
		return h.engine.Fit(h.project, area, least)
	}
	for size *= 0.96; size > smallestText; size *= 0.96 {
		if l := h.engine.Fit(h.project, area, geometry.Paper(size)); l.Hidden() == 0 {
			return l
		}
	}
	return h.engine.Fit(h.project, area, least)
}

// counts writes how many notes each block has, and where those are that did
// not fit.
func (h *handout) counts(page *Page, l *geometry.Layout, rest []leftover) {
	m := l.Metrics
	for i := range l.Blocks {
		b := &l.Blocks[i]
		page.count(b, m, strconv.Itoa(len(b.Notes)), h.look.Muted)
	}
	for _, left := range rest {
		b := left.block
		base := b.Rect.Bottom() - m.Foot*0.3 - m.Inset*0.3
		where := strconv.Itoa(left.page)
		x := b.Header.Right() - text.Measure(where, m.Title, true)
		page.Add(Text{X: x, Y: base, Size: m.Title, Bold: true, Color: h.look.Ink, Text: where})
		x -= m.Title * 1.3
		page.arrow(x, base-m.Title*0.33, m.Title, h.look)
		more := fmt.Sprintf("+%d", len(left.notes))
		x -= text.Measure(more, m.Title, true) + m.Title*0.3
		page.Add(Text{X: x, Y: base, Size: m.Title, Bold: true, Color: h.look.Ink, Text: more})
	}
}

// arrow draws an arrow to the right; its length is that of the size.
func (p *Page) arrow(x, y, size float64, look *Look) {
	tip := x + size
	p.Add(
		Line{X1: x, Y1: y, X2: tip - size*0.3, Y2: y, Paint: Paint{Stroke: look.Ink, Width: size * 0.1}},
		Polygon{Points: []Point{{tip, y}, {tip - size*0.38, y - size*0.22}, {tip - size*0.38, y + size*0.22}}, Paint: Paint{Fill: look.Ink}},
	)
}

// notices lists what could not be drawn.
func (h *handout) notices() []Notice {
	var out []Notice
	head := h.project.Head()
	var missing []rune
	for _, s := range []string{head.Title, head.Subtitle, head.DesignedFor, head.DesignedBy, head.Edition, h.opts.Footer} {
		missing = append(missing, text.Missing(s, true)...)
	}
	if len(missing) > 0 {
		out = append(out, Notice{Missing: missing})
	}
	for n := range h.project.Notes() {
		if missing := text.Missing(Caption(h.project, n, h.opts.Words), false); len(missing) > 0 {
			out = append(out, Notice{Note: n.ID, Missing: missing})
		}
	}
	return out
}
