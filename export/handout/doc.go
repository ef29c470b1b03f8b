// Package handout makes the pages of a project that are worth printing: the
// canvas, its relationships, costs, findings and comments, and sheets to fill
// in by hand. It decides what stands on which page and where; pages are scenes,
// and it must not know how they are written.
//
// Text is never set smaller than 7 points, never cut and never written over
// other text: what has no room goes on to further pages, with a mark at both
// ends. Nothing lies in the margins, which home printers leave white. Every
// page has the credit that the canvas's licence asks for.
package handout
