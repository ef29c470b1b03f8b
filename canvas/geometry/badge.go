package geometry

import "ninefold/canvas"

// A Badge is a small sign on a note.
type Badge struct {
	Kind BadgeKind
	Rect Rect // from the note's top left corner
	// Letter, Colour and Shape are those of the segment, if the badge is one.
	Letter string
	Colour canvas.Colour
	Shape  canvas.Shape
}

// A BadgeKind says what a badge stands for.
type BadgeKind int

// The kinds of badges.
const (
	BadgeSegment    BadgeKind = iota // a segment that the note serves, or is
	BadgeHypothesis                  // the note is a guess
	BadgeTested                      // the note was tested
	BadgeFact                        // the note is known to be so
	BadgeCost                        // the note has cost lines
	BadgeComment                     // the note has comments that are open
	BadgeFinding                     // something about the note is worth a look
)

// Sign is the size of what is written on a badge, as a share of the badge's
// height. It is the same on every shape.
const Sign = 0.68

// pair is how much wider than one letter's a badge with two letters is.
const pair = 1.7

// BadgeSize is the size of a badge with a segment's letter, or without one, for
// the height of a badge.
func BadgeSize(letter string, height float64) Size {
	if len(letter) > 1 {
		return Size{pair * height, height}
	}
	return Size{height, height}
}

// Legible is a height of badges, or if that is too little the one with which
// what is written on them has at least a size.
func Legible(height, least float64) float64 { return max(height, least/Sign) }
