package geometry

import (
	"math"
	"slices"
	"strings"

	"ninefold/canvas"
)

// A BoardText says in the reader's language what the relationship board shows,
// since geometry knows no words and no arithmetic.
type BoardText struct {
	Groups []TokenGroup // of the palette, in order; those that are looked for
	Query  string       // what is looked for in the palette
	Search string       // what the field for that is for
	Hint   string       // how a token is placed
	// NoSegments says what to do while there is no segment.
	NoSegments string
	// NewSegment is the button that adds a segment; without a word there is none.
	NewSegment  string
	Add         string // the button that adds a relationship to a cell; none without a word
	FiguresHead string

	// Type names a relationship's type.
	Type func(id string) string
	// Stage names a stage and says what it is for; the empty stage is the
	// column of the relationships without one.
	Stage func(canvas.Stage) (name, hint string)
	// Segment names a segment and says what is known of it; nil is the row of
	// the relationships that serve none.
	Segment func(*canvas.Note) (name string, about []FieldText)
	// Note is a relationship's text and what is said after it, piece by piece:
	// cost, status, measures.
	Note func(*canvas.Note) (text string, after []string)
	// Tactic is the drawing of a tactic.
	Tactic func(id string) string
	// Gap says that a segment expects types and does not get them. Empty
	// tells that the cell where it stands holds nothing.
	Gap func(types []string, empty bool) string
	// Figures are what a segment costs and brings. Without the function the
	// column is left out.
	Figures func(*canvas.Note) []Figure
	// Folded reports whether a segment's row is folded; the empty id is the
	// row of the relationships that serve none. Without the function none is.
	Folded func(segment canvas.ID) bool
	// Whole is a relationship whose card shows all of its text and nothing
	// after it: the one that is being typed.
	Whole canvas.ID
}

// A FieldText is something that is said of a segment in its head. With an id it
// can be chosen there.
type FieldText struct{ ID, Text string }

// A Figure is a number with its name. Those that are Main stay when the row is
// folded.
type Figure struct {
	ID, Name, Value string
	Tone            Tone
	Main            bool
}

// A Tone is what colour a text has.
type Tone int

// The tones.
const (
	ToneInk Tone = iota
	ToneMuted
	ToneWarn
	ToneGood
	ToneBad
)

// A Label is wrapped text in its place.
type Label struct {
	Rect  Rect
	Lines []string
	Size  float64 // em height; a line is [Label.LineHeight] high
	Bold  bool
	Tone  Tone
}

// LineHeight is the distance from one line to the next.
func (l *Label) LineHeight() float64 { return lineHeight(l.Size) }

// Empty reports whether there is nothing to draw.
func (l *Label) Empty() bool { return len(l.Lines) == 0 }

// Cut reports whether some of the text has no room, which an ellipsis says.
func (l *Label) Cut() bool {
	return !l.Empty() && strings.HasSuffix(l.Lines[len(l.Lines)-1], ellipsis)
}

// lineHeight is in whole units, so that lines are equally sharp on a screen.
func lineHeight(size float64) float64 { return math.Round(1.32 * size) }

// BoardMetrics are the board's measures. Lengths are in units of the page,
// shares are of the width that there is.
type BoardMetrics struct {
	Text, Small, Caption float64 // sizes of names, texts, captions
	Least                float64 // smallest size of text
	Margin, Side         float64 // around the palette's contents, beside the rows
	Pad, PadY, Tight     float64 // inside boxes, above and below text in them, between what belongs together
	Gap, Between         float64 // between boxes; between the palette's
	Radius               float64 // of boxes' corners
	Mark                 float64 // side of a token's mark
	Bar                  float64 // width of the coloured bar of a row's head
	Badge, SmallBadge    float64 // height of a segment's, on a head and on a card
	TacticIcon           float64 // side of a tactic's drawing on a card
	FieldGap             float64 // between what is said in a row's head

	PaletteShare, PaletteMin, PaletteMax float64
	HeadShare, HeadMin, HeadMax          float64
	FiguresShare, FiguresMin, FiguresMax float64
	CellMin                              float64 // narrowest cell beside which figures are shown
	CellLeast                            float64 // narrowest cell of all
	RowMin, RowStretch                   float64 // lowest row; highest that a row grows for looks only
	HintWidth                            float64
	Narrow, VeryNarrow                   float64 // widths below which everything is set tighter
}

// BoardScreen are the board's measures in the window, in device-independent
// pixels. Zoom 1 is the natural size.
func BoardScreen(zoom float64) BoardMetrics {
	px := func(v float64) float64 { return math.Max(1, math.Round(v*zoom)) }
	return BoardMetrics{
		Text: 13 * zoom, Small: 12 * zoom, Caption: 11.5 * zoom,
		Margin: px(12), Side: px(16), Pad: px(10), PadY: px(7), Tight: px(4), Gap: px(8), Between: px(6), Radius: px(6),
		Mark: px(24), Bar: px(5), Badge: px(18), SmallBadge: px(14),
		TacticIcon: px(16), FieldGap: px(2),
		PaletteShare: 0.16, PaletteMin: px(168), PaletteMax: px(234),
		HeadShare: 0.17, HeadMin: px(104), HeadMax: px(196),
		FiguresShare: 0.15, FiguresMin: px(112), FiguresMax: px(176),
		CellMin: px(116), CellLeast: px(106),
		RowMin: px(84), RowStretch: px(244),
		HintWidth: px(460), Narrow: px(1120), VeryNarrow: px(900),
	}
}

// fit returns the measures for a width. A narrow board is set tighter, and the
// palette of a very narrow one has small marks, so that fewer words are broken.
func (m BoardMetrics) fit(width float64) BoardMetrics {
	if width < m.Narrow {
		const tighter = 0.65
		for _, v := range []*float64{&m.Text, &m.Small, &m.Caption} {
			*v = math.Max(m.Least, *v*0.92)
		}
		for _, v := range []*float64{&m.Margin, &m.Side, &m.Pad, &m.PadY, &m.Gap, &m.Between} {
			*v = math.Round(*v * tighter)
		}
	}
	if width < m.VeryNarrow {
		m.Pad = math.Round(m.Pad * 0.7)
		m.Mark, m.PaletteMin, m.HeadMin = math.Round(m.Mark*0.6), math.Round(m.PaletteMin*0.82), math.Round(m.HeadMin*1.19)
	}
	return m
}

// A BoardEngine lays relationship boards out. It remembers how the texts of
// the last board were wrapped, so that laying out anew after an edit or while
// scrolling costs little. It is for one goroutine at a time.
type BoardEngine struct {
	Measure Measure
	// Warn are the segments and relationships that get a [BadgeFinding].
	Warn map[canvas.ID]bool

	before, now map[labelKey][]string // of the last layout and of the present one
	whole       bool                  // texts are shown to their end, except names
}

// labelKey is what the lines of a label follow from.
type labelKey struct {
	text  string
	width float64
	style style
}

// style is how a label is written; lines is how many it may have, 0 any number.
type style struct {
	size  float64
	bold  bool
	tone  Tone
	lines int
}

// label wraps a text into a width. Text of more lines than allowed ends in an
// ellipsis. Without text there are no lines and the height is 0.
func (e *BoardEngine) label(text string, x, y, width float64, s style) Label {
	if e.whole && !s.bold {
		s.lines = 0
	}
	l := Label{Rect: Rect{x, y, width, 0}, Size: s.size, Bold: s.bold, Tone: s.tone}
	if strings.TrimSpace(text) != "" {
		l.Lines = e.lines(labelKey{text, width, s})
	}
	l.Rect.H = float64(len(l.Lines)) * l.LineHeight()
	return l
}

// title is a label in bold, in letters as much smaller as it takes for its
// longest word to stay whole, down to a limit.
func (e *BoardEngine) title(text string, x, y, width, size float64, lines int) Label {
	const least = 0.84
	if longest := e.longest(text, size); longest > width {
		size *= max(least, math.Floor(100*width/longest)/100)
	}
	return e.label(text, x, y, width, style{size: size, bold: true, lines: lines})
}

// longest is the width of the longest word of a title.
func (e *BoardEngine) longest(text string, size float64) float64 {
	longest := 0.0
	for word := range strings.FieldsSeq(text) {
		longest = max(longest, e.Measure(word, size, true))
	}
	return longest
}

// lines returns the lines of a label, which are shared: do not change them.
func (e *BoardEngine) lines(k labelKey) []string {
	if lines, ok := e.now[k]; ok {
		return lines
	}
	lines, ok := e.before[k]
	if !ok {
		measure := func(t string) float64 { return e.Measure(t, k.style.size, k.style.bold) }
		lines = Shorten(Wrap(k.text, k.width, measure), k.style.lines, k.width, measure)
	}
	e.now[k] = lines
	return lines
}

// body writes a card's text and the pieces that are said after it: each on the
// line of what comes before where that has room, else on a line of its own.
func (e *BoardEngine) body(text string, after []string, most int, x, y, width float64, size float64) []Label {
	const between = " · "
	s := style{size: size, tone: ToneMuted, lines: most}
	var out []Label
	for i, piece := range append([]string{text}, after...) {
		if piece == "" {
			continue
		}
		if k := len(out) - 1; k >= 0 && i > 0 {
			before := &out[k]
			last := len(before.Lines) - 1
			if joined := before.Lines[last] + between + piece; e.Measure(joined, size, false) <= width {
				before.Lines = append(slices.Clone(before.Lines[:last]), joined)
				continue
			}
		}
		l := e.label(piece, x, y, width, s)
		y += l.Rect.H
		out = append(out, l)
	}
	return out
}

// figures writes names at the left and values at the right of a place, beneath
// the name where both do not fit on one line. It returns where they end.
func (e *BoardEngine) figures(all []Figure, m BoardMetrics, at Rect) ([]FigureLabel, float64) {
	var out []FigureLabel
	y, half := at.Y, math.Floor(m.Tight/2)
	for _, f := range all {
		name := e.label(f.Name, at.X, y, at.W, style{size: m.Small})
		value := e.label(f.Value, at.X, y, at.W, style{size: m.Small, bold: true, tone: f.Tone})
		wide := min(e.Measure(f.Value, m.Small, true), at.W)
		value.Rect.X, value.Rect.W = at.Right()-wide, wide
		if e.Measure(f.Name, m.Small, false)+m.Tight+wide > at.W {
			value.Rect.Y += name.Rect.H
		}
		around := Rect{at.X - m.Tight, y - half, at.W + 2*m.Tight, value.Rect.Bottom() - y + 2*half}
		out = append(out, FigureLabel{ID: f.ID, Rect: around, Labels: []Label{name, value}})
		y = value.Rect.Bottom() + m.Tight
	}
	return out, y
}

// segmentBadge is a segment's badge of a height, with its top left at a place.
func segmentBadge(s *canvas.Note, at Point, height float64) Badge {
	size := BadgeSize(s.Segment.Letter, height)
	return Badge{
		Kind: BadgeSegment, Rect: Rect{at.X, at.Y, size.W, size.H},
		Letter: s.Segment.Letter, Colour: s.Segment.Colour, Shape: s.Segment.Shape,
	}
}

func clamp(v, low, high float64) float64 { return min(max(v, low), high) }
