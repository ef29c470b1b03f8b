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
	Canvas Kind = "canvas" // the nine blocks
)

// Kinds returns the pages that show a project, in the order in which they are
// bound.
func Kinds() []Kind { return []Kind{Canvas} }

// Usual returns the pages of a handout that nobody chose pages for.
func Usual() []Kind { return []Kind{Canvas} }

// Known reports whether k is one of the kinds.
func (k Kind) Known() bool { return slices.Contains(Kinds(), k) }

// Options say how a handout is made. Only Words must be set.
type Options struct {
	Words *locale.Words // the language of all that is not the user's own
	// Pages are the pages to make; none stands for those of [Usual]. They are
	// bound in the order of [Kinds].
	Pages    []Kind
	Paper    scene.Paper // the zero paper is A4
	Portrait bool        // the sheet stands upright
	Mode     scene.Mode  // the zero mode is in colour
	// Tile is the sheet that each page is spread over, to be taped together;
	// the zero paper is none. Which way up is decided by what takes fewer sheets.
	Tile     scene.Paper
	Scenario costing.Scenario // of the costs; the zero scenario is the base
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
