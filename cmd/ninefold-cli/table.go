package main

import (
	"strings"

	"github.com/rivo/uniseg"
)

// A table is rows of cells that stand below one another in a terminal. Its
// first columns begin at the left, those from numbers on end at the right.
type table struct {
	numbers int
	rows    [][]string
}

func (t *table) row(cells ...string) { t.rows = append(t.rows, cells) }

// gap is what stands between two columns.
const gap = "  "

func (t *table) print(c *call) {
	var widths []int
	for _, row := range t.rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], uniseg.StringWidth(cell))
		}
	}
	for _, row := range t.rows {
		var b strings.Builder
		for i, cell := range row {
			space := strings.Repeat(" ", widths[i]-uniseg.StringWidth(cell))
			if i >= t.numbers {
				b.WriteString(space + cell + gap)
			} else {
				b.WriteString(cell + space + gap)
			}
		}
		c.print("%s\n", strings.TrimRight(b.String(), " "))
	}
}

// clip shortens a text to so many columns of a terminal, between two characters
// as readers count them.
func clip(text string, columns int) string {
	text = oneLine(text)
	if uniseg.StringWidth(text) <= columns {
		return text
	}
	var b strings.Builder
	width, rest, state := 0, text, -1
	for rest != "" {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if width+w > columns-1 {
			break
		}
		width += w
		b.WriteString(cluster)
	}
	return strings.TrimRight(b.String(), " ") + "…"
}
