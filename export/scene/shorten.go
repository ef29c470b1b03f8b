package scene

import (
	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// Shorten wraps a text to at most the given number of lines; what goes beyond
// is left out and an ellipsis says so. A single line ends within a word rather
// than leave room that could say something.
func Shorten(s string, width, size float64, bold bool, most int) []string {
	measure := func(s string) float64 { return text.Measure(s, size, bold) }
	if most == 1 {
		return []string{geometry.Clip(s, width, measure)}
	}
	return geometry.Shorten(geometry.Wrap(s, width, measure), most, width, measure)
}
