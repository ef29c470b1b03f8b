package scene

import (
	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// Shorten wraps a text to at most the given number of lines; what goes beyond
// is left out and an ellipsis says so.
func Shorten(s string, width, size float64, bold bool, most int) []string {
	measure := func(s string) float64 { return text.Measure(s, size, bold) }
	return geometry.Shorten(geometry.Wrap(s, width, measure), most, width, measure)
}
