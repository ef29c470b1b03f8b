package handout

import (
	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// relationships draws the board of relationships, segment by segment. It is set
// smaller where that makes it fit on one page; else it goes on on further ones.
func (h *handout) relationships() {
	name := h.words.T("export.page.relationships")
	first := sheet{name: name, subtitle: name, tactics: true}
	e := geometry.BoardEngine{Measure: text.Measure}
	words, gap, from := h.boardText(), 3*h.unit, len(h.pages)
	lay := func(scale float64) []*geometry.Board {
		h.pages = h.pages[:from]
		s := first
		return e.Sheets(h.project, geometry.BoardPaper(scale*h.unit, smallestText), words, func() geometry.Rect {
			_, area := h.begin(s)
			s.continued = true
			return gapAbove(area, gap)
		})
	}
	const least = 0.8
	boards := lay(1)
	for scale := 0.94; len(boards) > 1 && scale > least; scale *= 0.94 {
		boards = lay(scale)
	}
	if len(boards) > 1 {
		boards = lay(1)
	}
	if h.opts.Grow && len(boards) > 1 {
		h.pages = h.pages[:from]
		_, area := h.begin(first)
		m := geometry.BoardPaper(h.unit, smallestText)
		m.RowStretch = 0 // rows are as high as they need
		boards = e.Sheets(h.project, m, words, func() geometry.Rect {
			endless := gapAbove(area, gap)
			endless.H = 1e6
			return endless
		})
		h.again(first, boards[0].Bottom()-area.Bottom())
	}
	for i, b := range boards {
		h.pages[from+i].BoardSheet(b, h.soft)
	}
}

// gapAbove returns the area without so much at its upper edge.
func gapAbove(area geometry.Rect, gap float64) geometry.Rect {
	return geometry.Rect{X: area.X, Y: area.Y + gap, W: area.W, H: area.H - gap}
}

// boardText says the board without what is for hands on a screen.
func (h *handout) boardText() geometry.BoardText {
	t := scene.BoardTextIn(h.project, h.words, h.costs())
	t.Groups, t.Search, t.Hint, t.NewSegment, t.Add = nil, "", "", "", ""
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
