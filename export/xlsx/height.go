package xlsx

import (
	"strings"

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

// A paragraph is a text that may take several lines.
type paragraph struct {
	column, row int
	text        string
}

// rowHeights returns the height of each row, from its longest paragraph.
func (g *grid) rowHeights() []float64 {
	lines := make([]int, len(g.rows))
	for _, p := range g.paragraphs {
		width := 10.0
		if p.column <= len(g.widths) {
			width = g.widths[p.column-1]
		}
		lines[p.row-1] = max(lines[p.row-1], countLines(p.text, int(width*fill)))
	}
	heights := make([]float64, len(g.rows))
	for i, n := range lines {
		heights[i] = min(rowPadding+lineHeight*float64(max(n, 1)), maxHeight)
	}
	return heights
}

// countLines is about how many lines a text takes in a column that is so many
// digits wide.
func countLines(text string, width int) int {
	n := 0
	for _, part := range strings.Split(text, "\n") {
		n++
		used := 0
		for _, word := range strings.Fields(part) {
			w := uniseg.StringWidth(word)
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
