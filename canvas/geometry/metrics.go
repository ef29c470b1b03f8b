package geometry

import "math"

// Metrics are the lengths that a canvas is laid out with. Make them by
// [Screen] or [Paper].
type Metrics struct {
	Text   float64 // size of a note's text
	Line   float64 // height of a line of it
	Ascent float64 // from the top of a line to its baseline

	Left, Right float64 // from a note's edges to its text and badges
	PadY        float64 // from a note's upper and lower edge to its first and last line
	Bar         float64 // width of the bar at a note's left edge; 0 means none
	Radius      float64 // of a note's corners
	Gap         float64 // between notes

	Badge    float64 // height of a badge, and width of most: see [BadgeSize]
	BadgeGap float64 // between badges

	Inset     float64 // from a block's edges to its notes
	Title     float64 // size of a block's title
	TitleLine float64 // height of a line of it
	TitleTop  float64 // from a block's upper edge to the first line of its title
	TitleGap  float64 // from the last line of the title to the first note

	// Foot is the height that is kept free below the notes of each block.
	Foot float64
	// Total is the height of the line that says, at the foot of a block, what
	// its notes come to.
	Total float64
	// More is the height of the line that says how many notes are out of sight
	// in a block that scrolls; 0 where nothing scrolls.
	More float64

	// Column is the smallest width of a column where notes flow in several.
	Column float64
	// Marks says whether notes show that they have costs and comments.
	Marks bool
	// Whole says that edges lie on whole units, as is good for pixels.
	Whole bool
}

// Screen returns the metrics of the window in device-independent pixels.
// Zoom 1 is the natural size.
func Screen(zoom float64) Metrics {
	if !(zoom >= 0.1) { // also when it is no number
		zoom = 0.1
	}
	px := func(v float64) float64 { return math.Max(1, math.Round(v*zoom)) }
	return Metrics{
		Text: 12 * zoom, Line: px(16), Ascent: px(12),
		Left: px(14), Right: px(8), PadY: px(6), Bar: px(4), Radius: px(5), Gap: px(6),
		Badge: px(14), BadgeGap: px(2),
		Inset: px(10), Title: 12 * zoom, TitleLine: px(17), TitleTop: px(9), TitleGap: px(7),
		Total: px(27), More: px(19), Column: px(180), Marks: true, Whole: true,
	}
}

// Paper returns the metrics of a printed page in points, for a size of the notes'
// text in points; least is the smallest size of anything that is written, which
// badges are large enough for.
func Paper(text, least float64) Metrics {
	if !(text >= 1) {
		text = 1
	}
	em := func(v float64) float64 { return v * text / 8.5 }
	return Metrics{
		Text: text, Line: em(10.4), Ascent: em(8),
		Left: em(4.6), Right: em(4.6), PadY: em(2.9), Radius: em(2), Gap: em(3.6),
		Badge: Legible(em(9), least), BadgeGap: em(1.8),
		Inset: em(5.4), Title: em(8.5), TitleLine: em(10.6), TitleTop: em(4.4), TitleGap: em(4.2),
		Total: em(16), Column: em(150),
	}
}
