// Package text measures lines of text and finds their glyphs. What it says is
// the same wherever the text is drawn, so that the window, the pictures and
// the PDF agree to the last fraction of a point.
//
// Latin, Greek and Cyrillic text is set in Noto Sans with plain advances: no
// kerning, no ligatures, one glyph per character. All else (other scripts,
// text from right to left, combining marks, emoji) is shaped in Noto Sans or
// in the fonts of the machine, which are looked for when first needed. What no
// font has is drawn as a box, and [Missing] tells of it.
//
// Lengths are in ems, the size of the text, unless said; y grows downwards
// from the baseline. All functions may be called from several goroutines. The
// package must not know pages, pictures or PDF.
package text
