package handout

import (
	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// relationships draws the board of relationships, segment by segment.
func (h *handout) relationships() {
	name := h.words.T("export.page.relationships")
	s := sheet{name: name, subtitle: name}
	var pages []*scene.Page
	next := func() geometry.Rect {
		page, area := h.begin(s)
		pages = append(pages, page)
		s.continued = true
		return gapAbove(area, 3*h.unit)
	}
	if h.opts.Grow {
		next = func() geometry.Rect {
			_, area := h.begin(s)
			return geometry.Rect{X: area.X, Y: area.Y, W: area.W, H: 1e6}
		}
	}
	e := geometry.BoardEngine{Measure: text.Measure}
	m := geometry.BoardPaper(h.unit, smallestText)
	boards := e.Sheets(h.project, m, h.boardText(), next)
	if h.opts.Grow {
		h.pages = h.pages[:len(h.pages)-1]
		page, area := h.begin(s)
		if more := boards[0].Bottom() - area.Bottom(); more > 0 {
			page, _ = h.again(s, more)
		}
		pages = append(pages, page)
	}
	for i, b := range boards {
		pages[i].BoardSheet(b, h.soft)
	}
}

// gapAbove returns the area without so much at its upper edge.
func gapAbove(area geometry.Rect, gap float64) geometry.Rect {
	return geometry.Rect{X: area.X, Y: area.Y + gap, W: area.W, H: area.H - gap}
}

// boardText says the board without what is for hands on a screen.
func (h *handout) boardText() geometry.BoardText {
	t := scene.BoardTextIn(h.project, h.words, h.costs())
	t.Groups, t.Search, t.Hint = nil, "", ""
	t.NoSegments = h.words.T("export.board.no_segments")
	stage, segment := t.Stage, t.Segment
	t.Stage = func(s canvas.Stage) (string, string) {
		name, hint := stage(s)
		if s == "" {
			hint = ""
		}
		return name, hint
	}
	t.Segment = func(n *canvas.Note) (string, []geometry.FieldText) {
		name, about := segment(n)
		if n == nil {
			about = []geometry.FieldText{{Text: h.words.T("export.board.no_segment")}}
		}
		return name, about
	}
	return t
}
