package xlsx

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Heights of rows in points. They are set for every row, since not every
// program finds out by itself how much room wrapped text needs.
const (
	rowPadding = 3.5
	lineHeight = 12.75
	maxHeight  = 409 // of any row, by the file format
	// fill is how many letters of a text go where one digit of the column's
	// width does: letters are narrower, bold ones less so.
	fill = 1.05
)

// points is how high the row is.
func (r *row) points() float64 {
	if r.height > 0 {
		return r.height
	}
	return min(rowPadding+lineHeight*float64(max(r.lines, 1)), maxHeight)
}

// countLines is about how many lines a text takes in a column that is so many
// digits wide.
func countLines(text string, width int) int {
	if len(text) <= width && !strings.Contains(text, "\n") {
		return 1
	}
	n := 0
	for part := range strings.SplitSeq(text, "\n") {
		n++
		used := 0
		for word := range strings.FieldsSeq(part) {
			w := wide(word)
			if used > 0 && used+1+w > width {
				n++
				used = 0
			} else if used > 0 {
				used++
			}
			n += max(w-1, 0) / width // a word longer than the column is broken
			used += w - max(w-1, 0)/width*width
		}
	}
	return n
}

// wide is how many digits of room a word takes.
func wide(word string) int {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return uniseg.StringWidth(word)
		}
	}
	return len(word)
}
