// Package geometry says where everything of a canvas lies: the nine blocks,
// how the notes in them are wrapped and flow, what lies under a point and
// where a dropped note goes. It is computed once, here, and whoever draws,
// on the screen or on paper, draws the same.
//
// Lengths are in units of whoever draws: device-independent pixels in the
// window, points (1/72 inch) on paper. y grows downwards.
//
// Texts are measured by a function that is passed in. The package must not
// know fonts, colours, languages or windows.
package geometry
