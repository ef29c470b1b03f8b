package scene

import (
	"math"
	"strings"

	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// A field is a line in the head of a handout: its name and what is written on
// it.
type field struct {
	name, value string
	width       float64
}

// head draws the title and the fields of a page and returns the height that
// they take with the space below them. On further pages it is smaller.
func (h *handout) head(page *Page, area geometry.Rect) float64 {
	head := h.project.Head()
	u := h.unit
	title := head.Title
	if title == "" {
		title = h.opts.Words.T("export.canvas")
	}
	if len(h.pages) > 1 {
		size := 11 * u
		lines := Shorten(title, area.W*0.7, size, true, 1)
		page.Add(Text{X: area.X, Y: area.Y + size, Size: size, Bold: true, Color: h.look.Ink, Text: lines[0]})
		x := area.X + text.Measure(lines[0], size, true) + 6*u
		page.Add(Text{X: x, Y: area.Y + size, Size: 8.5 * u, Color: h.look.Muted, Text: h.opts.Words.T("export.continued")})
		return size * 1.6
	}
	date := ""
	if head.Date != "" {
		date = h.opts.Words.Date(head.Date)
	}
	fields := []field{
		{h.opts.Words.T("export.designed_for"), head.DesignedFor, 98 * u},
		{h.opts.Words.T("export.designed_by"), head.DesignedBy, 98 * u},
		{h.opts.Words.T("export.date"), date, 116 * u},
		{h.opts.Words.T("export.edition"), head.Edition, 42 * u},
	}
	right := area.Right()
	gap := 13.5 * u
	for _, f := range fields {
		right -= f.width + gap
	}
	left := h.title(page, area, title, head.Subtitle, right-area.X)
	high := math.Max(left, h.fields(page, geometry.Rect{X: right + gap, Y: area.Y, W: area.Right() - right - gap}, fields, gap, left))
	return high + 4.5*u
}

// title draws title and subtitle and returns their height.
func (h *handout) title(page *Page, area geometry.Rect, title, subtitle string, width float64) float64 {
	u := h.unit
	size := 16.5 * u
	for size > 11*u && text.Measure(title, size, true) > width {
		size *= 0.94
	}
	y := area.Y
	for _, line := range Shorten(title, width, size, true, 2) {
		y += size * 1.12
		page.Add(Text{X: area.X, Y: y - size*0.2, Size: size, Bold: true, Color: h.look.Ink, Text: line})
	}
	if subtitle != "" {
		size = 9.5 * u
		for _, line := range Shorten(subtitle, width, size, false, 2) {
			y += size * 1.2
			page.Add(Text{X: area.X, Y: y - size*0.12, Size: size, Color: h.look.Muted, Text: line})
		}
	}
	return math.Max(y-area.Y, 24*u)
}

// fields draws the fields from left to right with their writing lines on one
// height, at least the given one, and returns it.
func (h *handout) fields(page *Page, area geometry.Rect, fields []field, gap, least float64) float64 {
	u := h.unit
	label, size := math.Max(smallestText, 7*u), 8.5*u
	values := make([][]string, len(fields))
	high := least
	for i, f := range fields {
		values[i] = Shorten(f.value, f.width, size, true, 3)
		high = math.Max(high, label*1.3+float64(len(values[i]))*size*1.2+size*0.4)
	}
	x := area.X
	for i, f := range fields {
		base := area.Y + high - size*0.4
		top := base - float64(len(values[i])-1)*size*1.2
		page.Add(Text{X: x, Y: top - size*1.25, Size: label, Color: h.look.Muted, Text: f.name})
		for j, line := range values[i] {
			if line != "" {
				page.Add(Text{X: x, Y: top + float64(j)*size*1.2, Size: size, Bold: true, Color: h.look.Ink, Text: line})
			}
		}
		page.Add(Line{
			X1: x, Y1: area.Y + high, X2: x + f.width, Y2: area.Y + high,
			Paint: Paint{Stroke: Mix(h.look.Muted, h.look.Sheet, 0.3), Width: 0.5 * u},
		})
		x += f.width + gap
	}
	return high
}

// Shorten wraps a text to at most the given number of lines; what goes beyond
// is left out and an ellipsis says so.
func Shorten(s string, width, size float64, bold bool, most int) []string {
	measure := func(s string) float64 { return text.Measure(s, size, bold) }
	lines := geometry.Wrap(s, width, measure)
	if len(lines) <= most {
		return lines
	}
	lines = lines[:most]
	last := lines[most-1]
	for last != "" && measure(last+"…") > width {
		_, cut := lastCharacter(last)
		last = last[:cut]
	}
	lines[most-1] = strings.TrimRight(last, " ") + "…"
	return lines
}
