package geometry

import (
	"math"
	"slices"

	"ninefold/canvas"
)

// A Content is what the picture of a note shows. An engine hands out the same
// pointer as long as the picture is the same, wherever the note lies, so it
// serves to tell whether a picture must be made anew. It must not be changed.
// Its lines are written when they are first asked for, since most notes of a
// large canvas are out of sight.
type Content struct {
	Size  Size
	Paper canvas.Paper

	lines  []string
	badges []Badge
	unset  unset // what lines and badges are made from, unless they are
}

// NewContent returns a content of lines and badges that have their places.
func NewContent(size Size, lines []string, badges []Badge, paper canvas.Paper) *Content {
	return &Content{Size: size, Paper: paper, lines: lines, badges: badges}
}

// Lines are the lines of the note's text.
func (c *Content) Lines() []string {
	c.write()
	return c.lines
}

// Badges are the badges of the note, in their places.
func (c *Content) Badges() []Badge {
	c.write()
	return c.badges
}

// An unset is a note's text and badges before they have their places.
type unset struct {
	text   string
	pieces []piece
	badges []Badge
	m      *Metrics
	width  float64
	unit   func(string) float64
	high   int  // how many lines it takes: 1 at least
	below  bool // the badges stand below the text
}

// A cached is a note's content and what it was made from.
type cached struct {
	note    *canvas.Note
	edition int
	sizes   int
	text    string
	pieces  []piece // of the text
	badges  []Badge // without places
	width   float64
	content *Content
}

// content returns what a note shows, the very one of before if nothing of it
// changed.
func (e *Engine) content(p *canvas.Project, n *canvas.Note, width float64) *Content {
	text := n.Text
	if e.Caption != nil {
		text = e.Caption(p, n)
	}
	c := e.cache[n.ID]
	if c == nil {
		c = &cached{}
		e.cache[n.ID] = c
	}
	known := c.content != nil && c.text == text
	settled := known && c.sizes == e.sizes && c.width == width
	if c.note != n || c.edition != e.edition {
		var buf [8]Badge
		if badges := e.badges(buf[:0], n); !slices.EqualFunc(c.badges, badges, alike) {
			c.badges = slices.Clone(badges)
			settled = false
		}
		c.note, c.edition = n, e.edition
	}
	if settled {
		if c.content.Paper != n.Paper {
			other := *c.content
			other.Paper = n.Paper
			c.content = &other
		}
		return c.content
	}
	if !known {
		c.text, c.pieces = text, split(text, e.unit)
	}
	c.sizes, c.width = e.sizes, width
	c.content = &Content{Paper: n.Paper, unset: unset{text: text, pieces: c.pieces, badges: c.badges, m: e.metrics, width: width, unit: e.unit}}
	c.content.Size = c.content.unset.size()
	return c.content
}

// alike reports whether two badges are the same wherever they stand.
func alike(a, b Badge) bool {
	a.Rect = b.Rect
	return a == b
}

// badges appends the badges of a note, without their places.
func (e *Engine) badges(to []Badge, n *canvas.Note) []Badge {
	switch n.Standing {
	case canvas.StandingHypothesis:
		to = append(to, Badge{Kind: BadgeHypothesis})
	case canvas.StandingTested:
		to = append(to, Badge{Kind: BadgeTested})
	case canvas.StandingFact:
		to = append(to, Badge{Kind: BadgeFact})
	}
	if e.metrics.Marks {
		if e.Warn[n.ID] {
			to = append(to, Badge{Kind: BadgeFinding})
		}
		if len(n.Costs) > 0 && n.Block != canvas.CostStructure {
			to = append(to, Badge{Kind: BadgeCost})
		}
		if slices.ContainsFunc(n.Comments, func(c canvas.Comment) bool { return !c.Resolved }) {
			to = append(to, Badge{Kind: BadgeComment})
		}
	}
	if n.IsSegment() {
		return append(to, e.segments[n.ID])
	}
	for _, id := range n.Segments {
		if s, ok := e.segments[id]; ok {
			to = append(to, s)
		}
	}
	return to
}

// size finds how high a note is. The badges stand at the right of the first
// line; where they would take more than half of the width, they go on beside the
// next lines. Where a word would have to be broken for them, they stand below
// the text; where it is too long for any line, they do if that takes no more
// room.
func (u *unset) size() Size {
	beside := u.shelf(u.badges)
	lines, broken := u.fold(&beside, nil)
	u.high = lines
	high := math.Max(float64(lines)*u.m.Line, beside.height()) + 2*u.m.PadY
	if broken && len(u.badges) > 0 {
		whole, broken := u.fold(nil, nil)
		u.high, u.below = whole, true
		below := u.shelf(u.badges)
		if low := below.top + math.Max(u.m.Line, below.height()+below.over()) + u.m.PadY; !broken || low <= high {
			return Size{u.width, low}
		}
		u.high, u.below = lines, false
	}
	return Size{u.width, high}
}

// write writes the lines and puts the badges into their places.
func (c *Content) write() {
	u := c.unset
	if u.high == 0 {
		return
	}
	c.unset = unset{}
	lines := make([]string, 0, u.high)
	s := u.shelf(slices.Clone(u.badges))
	if u.below {
		u.fold(nil, &lines)
	} else {
		u.fold(&s, &lines)
	}
	s.place()
	c.lines, c.badges = lines, s.badges
}

// inner is the width that there is for text and badges.
func (u *unset) inner() float64 { return math.Max(1, u.width-u.m.Left-u.m.Right) }

// shelf is where badges stand.
func (u *unset) shelf(badges []Badge) shelf {
	room := u.inner() / 2
	if u.below {
		room = u.inner()
	}
	s := newShelf(badges, u.m, u.width-u.m.Right, room)
	if u.below {
		s.top += float64(u.high)*u.m.Line + s.over()
	}
	return s
}

// fold wraps the text beside a shelf, if there is one, and keeps the lines if
// there is room for them.
func (u *unset) fold(beside *shelf, lines *[]string) (high int, broken bool) {
	in := room{whole: u.inner()}
	if beside != nil && len(beside.badges) > 0 {
		in.beside = math.Max(1, in.whole-beside.width())
		in.narrow = int(math.Ceil((beside.height() - slack) / u.m.Line))
	}
	return fold(u.text, u.pieces, u.m.Text, in, u.unit, lines)
}
