package handout

import (
	"slices"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/export/scene"
)

// A Kind is a page, or rather as many pages as its contents need.
type Kind string

// The kinds of pages.
const (
	Canvas        Kind = "canvas"        // the nine blocks
	Relationships Kind = "relationships" // the board of relationships, segment by segment
	Costs         Kind = "costs"         // totals, unit economics, charts and cost lines
	Findings      Kind = "findings"      // what the checks have found
	Comments      Kind = "comments"      // what readers have said
)

// The kinds of pages that are filled in by hand. Of a project they take its
// head and its segments.
const (
	BlankCanvas Kind = "blank-canvas" // the nine blocks
	Worksheet   Kind = "worksheet"    // about relationships, one for each segment
	CostSheet   Kind = "cost-sheet"   // cost lines and unit economics
)

// Kinds returns the pages that show a project, in the order in which they are
// bound.
func Kinds() []Kind { return []Kind{Canvas, Relationships, Costs, Findings, Comments} }

// Blanks returns the pages that are filled in by hand, which come after the
// others.
func Blanks() []Kind { return []Kind{BlankCanvas, Worksheet, CostSheet} }

// Usual returns the pages of a handout that nobody chose pages for; those that
// would show nothing are left out then.
func Usual() []Kind { return []Kind{Canvas, Relationships, Costs} }

// Chosen returns the kinds of pages that a handout of a project has, in their
// order.
func Chosen(p *canvas.Project, o Options) []Kind {
	return slices.DeleteFunc(slices.Concat(Kinds(), Blanks()), func(k Kind) bool {
		if len(o.Pages) > 0 {
			return !slices.Contains(o.Pages, k)
		}
		return !slices.Contains(Usual(), k) || !shows(p, k)
	})
}

// shows reports whether the pages of a kind would show something of a project.
func shows(p *canvas.Project, k Kind) bool {
	switch k {
	case Relationships:
		return len(p.Segments()) > 0 || slices.ContainsFunc(p.Block(canvas.CustomerRelationships), (*canvas.Note).IsRelationship)
	case Costs:
		for n := range p.Notes() {
			if len(n.Costs) > 0 {
				return true
			}
		}
		return false
	default:
		return true
	}
}

// Known reports whether k is one of the kinds.
func (k Kind) Known() bool { return slices.Contains(slices.Concat(Kinds(), Blanks()), k) }

// Options say how a handout is made. Only Words must be set.
type Options struct {
	Words *locale.Words // the language of all that is not the user's own
	// Pages are the pages to make; none stands for those of [Usual]. They are
	// bound in the order of [Kinds] and [Blanks].
	Pages    []Kind
	Paper    scene.Paper // the zero paper is A4
	Portrait bool        // the sheet stands upright
	Mode     scene.Mode  // the zero mode is in colour
	// Tile is the sheet that each page is spread over, to be taped together;
	// the zero paper is none. Which way up is decided by what takes fewer sheets.
	Tile     scene.Paper
	Scenario costing.Scenario // of the costs; the zero scenario is the base
	// Questions has a blank canvas show the questions that help to fill it in.
	Questions bool
	// Grow makes each kind one page that is as high as it needs, in place of
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
