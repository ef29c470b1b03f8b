package handout

import (
	"math"
	"strconv"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

// blankCanvas draws the nine blocks with nothing in them but the segments, and
// the questions that help to fill them in where they are wanted.
func (h *handout) blankCanvas() {
	name := h.words.T("export.page.canvas")
	page, area := h.begin(sheet{name: name, subtitle: h.project.Head().Subtitle})
	p, err := canvas.Build(h.project.Head(), h.project.Segments())
	if err != nil {
		p = new(canvas.Project) // cannot be: the notes are of a project
	}
	m := geometry.Paper(h.pt(largestText), smallestText)
	l := h.engine.Canvas(p, area, m, nil)
	page.Frame(l, h.look)
	bodies := make([]geometry.Rect, len(l.Blocks))
	for i := range l.Blocks {
		b := &l.Blocks[i]
		page.Count(b, m, strconv.Itoa(b.Block.Number()), h.look.Muted)
		for j := range b.Notes {
			if n := &b.Notes[j]; b.Shows(n) {
				page.Note(n, geometry.Point{X: n.Rect.X, Y: n.Rect.Y}, m, h.look)
			}
		}
		bodies[i] = b.Body
		if b.ContentH > 0 {
			bodies[i] = gapAbove(b.Body, math.Min(b.ContentH+m.Gap, b.Body.H))
		}
	}
	if h.opts.Questions {
		size := h.questionSize(l, bodies)
		for i := range l.Blocks {
			h.questions(page, l.Blocks[i].Block, bodies[i], size)
		}
	}
}

// questionLine is the height of a line of a question in ems.
const questionLine = 1.25

// asked wraps the questions of a block, and says how high they are.
func (h *handout) asked(b canvas.Block, width, size float64) (paragraphs [][]string, high float64) {
	for _, key := range catalog.Questions(b) {
		lines := h.wrap(h.words.T(key), width-0.9*size, size, false)
		paragraphs = append(paragraphs, lines)
		high += float64(len(lines)) * size * questionLine
	}
	return paragraphs, high
}

// questionSize is the largest size in which the questions of every block leave
// room to write, or the smallest.
func (h *handout) questionSize(l *geometry.Layout, bodies []geometry.Rect) float64 {
	size := h.pt(8)
	for i := range l.Blocks {
		for size > smallestText {
			if _, high := h.asked(l.Blocks[i].Block, bodies[i].W, size); high <= 0.62*bodies[i].H {
				break
			}
			size = math.Max(smallestText, size*0.97)
		}
	}
	return size
}

// questions writes those of a block into its body. Where segments leave no room
// for them there are none.
func (h *handout) questions(page *scene.Page, b canvas.Block, body geometry.Rect, size float64) {
	paragraphs, high := h.asked(b, body.W, size)
	if high > body.H {
		return
	}
	y := body.Y
	for _, p := range paragraphs {
		page.Add(scene.Circle{X: body.X + size*0.2, Y: y + size*0.72, R: size * 0.11, Paint: scene.Paint{Fill: h.look.Muted}})
		for _, s := range p {
			y += size * questionLine
			page.Add(scene.Text{X: body.X + 0.9*size, Y: y - size*0.22, Size: size, Color: h.look.Muted, Text: s})
		}
	}
}
