package handout

import (
	"slices"
	"strconv"
	"sync"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// Sizes on an A4 sheet in points; on other papers they grow with the sheet.
const (
	margin       = 10 * scene.Millimetre
	largestText  = 8.5 // of notes
	smallestText = 7.0 // of all text, on every paper
)

// A handout is one that is being made.
type handout struct {
	project *canvas.Project
	opts    Options
	words   *locale.Words
	look    *scene.Look
	soft    *scene.Look // the same with fainter lines
	engine  *geometry.Engine
	costs   func() *costing.Model
	size    geometry.Size // of the sheet
	unit    float64       // what sizes of an A4 sheet are multiplied by
	legend  []entry
	pages   []*scene.Page
}

// Pages draws the pages of a handout. Without a project, which is nil, they
// are those of one that says nothing.
func Pages(p *canvas.Project, o Options) ([]*scene.Page, []Notice) {
	h := newHandout(p, o)
	for _, k := range Chosen(h.project, o) {
		h.kind(k)
	}
	h.number()
	if o.Tile.W > 0 && o.Tile.H > 0 {
		h.tile()
	}
	return h.pages, h.notices()
}

func newHandout(p *canvas.Project, o Options) *handout {
	if p == nil {
		p = new(canvas.Project)
	}
	a4 := scene.Papers()[0]
	if o.Paper.W <= 0 || o.Paper.H <= 0 {
		o.Paper = a4
	}
	if o.Scenario == "" {
		o.Scenario = costing.ScenarioBase
	}
	h := &handout{
		project: p, opts: o, words: o.Words, look: scene.PrintIn(o.Mode), engine: scene.NewEngine(o.Words),
		costs: sync.OnceValue(func() *costing.Model { return costing.NewIn(p, o.Scenario) }),
		size:  geometry.Size{W: o.Paper.W, H: o.Paper.H}, unit: o.Paper.W / a4.W,
	}
	h.look.Rule = 0.6 * h.unit
	// Boxes are fainter than the lines between the nine blocks.
	soft := *h.look
	soft.Line = scene.Mix(h.look.Muted, h.look.Sheet, 0.45)
	h.soft = &soft
	if o.Portrait {
		h.size.W, h.size.H = h.size.H, h.size.W
	}
	h.legend = h.explained()
	return h
}

// kind draws the pages of a kind.
func (h *handout) kind(k Kind) {
	switch k {
	case Canvas:
		h.canvas()
	case Relationships:
		h.relationships()
	case Costs:
		h.grown(h.costSummary)
	case Findings:
		h.grown(h.findings)
	case Comments:
		h.grown(h.comments)
	case BlankCanvas:
		h.blankCanvas()
	case Worksheet:
		h.worksheets()
	case CostSheet:
		h.costSheet()
	}
}

// pt returns a size of an A4 sheet on this one, for text that must stay legible.
func (h *handout) pt(size float64) float64 { return max(smallestText, size*h.unit) }

// badge is the height of badges on this sheet: such that what is written on them
// is legible.
func (h *handout) badge(height float64) float64 { return geometry.Legible(height, smallestText) }

// number writes the credit and the page's number on every page, now that the
// number of pages is known.
func (h *handout) number() {
	for i, page := range h.pages {
		h.foot(page, strconv.Itoa(i+1)+" / "+strconv.Itoa(len(h.pages)))
	}
}

// notices lists what could not be drawn, on these pages or on others of the
// project.
func (h *handout) notices() []Notice {
	var out []Notice
	say := func(note canvas.ID, texts ...string) {
		var missing []rune
		for _, s := range texts {
			missing = append(missing, text.Missing(s, false)...)
		}
		if len(missing) > 0 {
			slices.Sort(missing)
			out = append(out, Notice{Note: note, Missing: slices.Compact(missing)})
		}
	}
	head := h.project.Head()
	say("", head.Title, head.Subtitle, head.DesignedFor, head.DesignedBy, head.Edition)
	for _, c := range head.Comments {
		say("", remarks(c)...)
	}
	for n := range h.project.Notes() {
		texts := []string{scene.Caption(h.project, n, h.words)}
		if n.IsSegment() {
			texts = append(texts, n.Segment.Name)
		}
		for _, c := range n.Costs {
			texts = append(texts, c.Label)
		}
		for _, c := range n.Comments {
			texts = append(texts, remarks(c)...)
		}
		say(n.ID, texts...)
	}
	return out
}

// remarks are all texts of a comment.
func remarks(c canvas.Comment) []string {
	out := []string{c.Author, c.Text}
	for _, r := range c.Replies {
		out = append(out, r.Author, r.Text)
	}
	return out
}
