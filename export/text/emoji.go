package text

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"github.com/rivo/uniseg"
)

// Characters that have a say in how the one before them is shown.
const (
	asText    = '\ufe0e' // as a letter
	asPicture = '\ufe0f'
	keycap    = '\u20e3' // within a key
)

// An emoji is a part of a text that is shown as a picture: a character with all
// that belongs to it.
type emoji struct{ begin, end int }

// findEmoji finds the parts of a text that are shown as pictures: characters that
// always are unless they ask for something else, those that ask for it, as the
// heart does in "❤️", and keys, as in "1️⃣".
func findEmoji(text []rune) []emoji {
	var out []emoji
	at := 0
	for rest, state := string(text), -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		end := at + utf8.RuneCountInString(c)
		if isEmoji(text[at:end]) {
			out = append(out, emoji{at, end})
		}
		at = end
	}
	return out
}

// isEmoji reports whether a character as a reader sees it is a picture.
func isEmoji(c []rune) bool {
	var next rune
	if len(c) > 1 {
		next = c[1]
	}
	switch first := c[0]; {
	case next == asText:
		return false
	case first < 0x80: // digits and signs are letters where there is no key around them
		return slices.Contains(c, keycap)
	case next == asPicture:
		return true
	default:
		return isPicture(first)
	}
}

// isPicture reports whether a character is shown as a picture unless it asks for
// something else.
func isPicture(r rune) bool { return r >= 0x1f000 && r <= 0x1faff || unicode.Is(pictures, r) }

// pictures are the characters below U+10000 that Unicode lists with the property
// Emoji_Presentation.
var pictures = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x231a, Hi: 0x231b, Stride: 1},
	{Lo: 0x23e9, Hi: 0x23ec, Stride: 1},
	{Lo: 0x23f0, Hi: 0x23f3, Stride: 3},
	{Lo: 0x25fd, Hi: 0x25fe, Stride: 1},
	{Lo: 0x2614, Hi: 0x2615, Stride: 1},
	{Lo: 0x2648, Hi: 0x2653, Stride: 1},
	{Lo: 0x267f, Hi: 0x2693, Stride: 20},
	{Lo: 0x26a1, Hi: 0x26a1, Stride: 1},
	{Lo: 0x26aa, Hi: 0x26ab, Stride: 1},
	{Lo: 0x26bd, Hi: 0x26be, Stride: 1},
	{Lo: 0x26c4, Hi: 0x26c5, Stride: 1},
	{Lo: 0x26ce, Hi: 0x26d4, Stride: 6},
	{Lo: 0x26ea, Hi: 0x26ea, Stride: 1},
	{Lo: 0x26f2, Hi: 0x26f3, Stride: 1},
	{Lo: 0x26f5, Hi: 0x26fa, Stride: 5},
	{Lo: 0x26fd, Hi: 0x2705, Stride: 8},
	{Lo: 0x270a, Hi: 0x270b, Stride: 1},
	{Lo: 0x2728, Hi: 0x274c, Stride: 36},
	{Lo: 0x274e, Hi: 0x274e, Stride: 1},
	{Lo: 0x2753, Hi: 0x2755, Stride: 1},
	{Lo: 0x2757, Hi: 0x2757, Stride: 1},
	{Lo: 0x2795, Hi: 0x2797, Stride: 1},
	{Lo: 0x27b0, Hi: 0x27bf, Stride: 15},
	{Lo: 0x2b1b, Hi: 0x2b1c, Stride: 1},
	{Lo: 0x2b50, Hi: 0x2b55, Stride: 5},
}}

// cutOut has the parts of a text that are shown as pictures shaped in a font
// that has them, each by itself; face finds that font by a part's first character
// and returns nil where there is none. The inputs are those of the text, in order.
func cutOut(inputs []shaping.Input, parts []emoji, text []rune, face func(rune) *font.Face) []shaping.Input {
	for _, e := range parts {
		f := face(text[e.begin])
		if f == nil {
			continue
		}
		var out []shaping.Input
		for _, in := range inputs {
			if in.RunEnd <= e.begin || in.RunStart >= e.end {
				out = append(out, in)
				continue
			}
			before, within, after := in, in, in
			if before.RunEnd = e.begin; before.RunStart < before.RunEnd {
				out = append(out, before)
			}
			if in.RunStart <= e.begin { // what belongs to the first character goes with it
				within.RunStart, within.RunEnd, within.Face = e.begin, e.end, f
				out = append(out, within)
			}
			if after.RunStart = e.end; after.RunStart < after.RunEnd {
				out = append(out, after)
			}
		}
		inputs = out
	}
	return inputs
}
