package handout

import (
	"math"
	"strings"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// A sheet is what is said around the contents of a page.
type sheet struct {
	name      string // of the kind of page
	subtitle  string // below the title
	continued bool   // the page goes on with what the one before has begun
	plain     bool   // there is no legend
	standings bool   // the legend explains how sure notes are, too
	tactics   bool   // and the drawings of tactics
}

// begin begins a page and returns the area that is left between its head and
// its foot.
func (h *handout) begin(s sheet) (*scene.Page, geometry.Rect) {
	page := &scene.Page{W: h.size.W, H: h.size.H, Title: s.name}
	if s.continued {
		page.Title = h.words.T("export.page.continued", "Page", s.name)
	}
	page.Add(scene.Rect{W: page.W, H: page.H, Paint: scene.Paint{Fill: h.look.Sheet}})
	h.pages = append(h.pages, page)
	area := geometry.Rect{X: margin, Y: margin, W: page.W - 2*margin, H: page.H - 2*margin}
	var head float64
	if s.continued {
		head = h.running(page, area, page.Title)
	} else {
		head = h.head(page, area, s)
	}
	foot := h.creditSize() * 1.4
	legend := h.legendHeight(s, area.W)
	area.Y += head
	area.H -= head + foot + legend
	if legend > 0 {
		h.drawLegend(page, s, geometry.Rect{X: area.X, Y: area.Bottom(), W: area.W})
	}
	return page, area
}

// again begins the last page anew, higher by so much.
func (h *handout) again(s sheet, more float64) (*scene.Page, geometry.Rect) {
	h.pages = h.pages[:len(h.pages)-1]
	h.size.H += more
	page, area := h.begin(s)
	h.size.H -= more
	return page, area
}

// title is the name of the canvas, on one line.
func (h *handout) title() string {
	if title := strings.Join(strings.Fields(h.project.Head().Title), " "); title != "" {
		return title
	}
	return h.words.T("export.canvas")
}

// running draws the head of a page that goes on with another: one line, with
// the title and what the page is at the left and the fields at the right. It
// returns its height.
func (h *handout) running(page *scene.Page, area geometry.Rect, name string) float64 {
	size, small := 11*h.unit, h.pt(8.5)
	base := area.Y + size
	line := scene.Shorten(h.title(), area.W*0.45, size, true, 1)[0]
	page.Add(scene.Text{X: area.X, Y: base, Size: size, Bold: true, Color: h.look.Ink, Text: line})
	x := area.X + text.Measure(line, size, true) + 6*h.unit
	page.Add(scene.Text{X: x, Y: base, Size: small, Color: h.look.Muted, Text: name})
	x += text.Measure(name, small, false) + 20*h.unit
	var values []string
	for _, f := range h.fields() {
		if f.value != "" {
			values = append(values, strings.Join(strings.Fields(f.value), " "))
		}
	}
	if said := strings.Join(values, "  ·  "); said != "" && area.Right()-x > 60*h.unit {
		said = scene.Shorten(said, area.Right()-x, small, false, 1)[0]
		page.Add(scene.Text{X: area.Right() - text.Measure(said, small, false), Y: base, Size: small, Color: h.look.Muted, Text: said})
	}
	return size * 1.6
}

// A field is a line in the head of a handout: its name and what is written on
// it.
type field struct {
	name, value string
	width       float64
}

func (h *handout) fields() []field {
	head, u := h.project.Head(), h.unit
	date := ""
	if head.Date != "" {
		date = h.words.Date(head.Date)
	}
	return []field{
		{h.words.T("export.designed_for"), head.DesignedFor, 98 * u},
		{h.words.T("export.designed_by"), head.DesignedBy, 98 * u},
		{h.words.T("export.date"), date, 116 * u},
		{h.words.T("export.edition"), head.Edition, 42 * u},
	}
}

// head draws the title and the fields of a page and returns the height that
// they take with the space below them. On a sheet that is wide enough they stand
// beside each other, else the fields stand below.
func (h *handout) head(page *scene.Page, area geometry.Rect, s sheet) float64 {
	u := h.unit
	gap := 13.5 * u
	fields := h.fields()
	wide := -gap
	for _, f := range fields {
		wide += f.width + gap
	}
	if area.W < 1.6*wide {
		left := h.drawTitle(page, area, s.subtitle, area.W)
		stretch := (area.W - 3*gap) / (wide - 3*gap)
		for i := range fields {
			fields[i].width *= stretch
		}
		below := geometry.Rect{X: area.X, Y: area.Y + left + 2*u, W: area.W}
		return left + 2*u + h.drawFields(page, below, fields, gap, 0) + 6*u
	}
	wide += h.widen(fields, area.W-wide-2*gap-h.titleWidth(s.subtitle))
	right := area.Right() - wide
	left := h.drawTitle(page, area, s.subtitle, right-gap-area.X)
	high := h.drawFields(page, geometry.Rect{X: right, Y: area.Y, W: wide}, fields, gap, left)
	return math.Max(left, high) + 4.5*u
}

// widen gives fields whose value would take several lines more width, of what is
// to be had, and returns how much they took. None becomes much wider.
func (h *handout) widen(fields []field, room float64) (taken float64) {
	for i := range fields {
		f := &fields[i]
		more := text.Measure(f.value, h.pt(fieldText), true) + 0.1 - f.width
		if more > 0 && more <= min(room, 0.6*f.width) {
			f.width += more
			room -= more
			taken += more
		}
	}
	return taken
}

// titleWidth is the width that title and subtitle take on a line each.
func (h *handout) titleWidth(subtitle string) float64 {
	return math.Max(text.Measure(h.title(), titleText*h.unit, true), text.Measure(subtitle, subtitleText*h.unit, false))
}

// Sizes of the head's texts on an A4 sheet.
const (
	titleText    = 16.5
	subtitleText = 9.5
	fieldText    = 8.5
)

// drawTitle draws title and subtitle and returns their height.
func (h *handout) drawTitle(page *scene.Page, area geometry.Rect, subtitle string, width float64) float64 {
	u, title := h.unit, h.title()
	size := titleText * u
	for size > 11*u && text.Measure(title, size, true) > width {
		size *= 0.94
	}
	y := area.Y
	for _, line := range scene.Shorten(title, width, size, true, 2) {
		y += size * 1.12
		page.Add(scene.Text{X: area.X, Y: y - size*0.2, Size: size, Bold: true, Color: h.look.Ink, Text: line})
	}
	if subtitle != "" {
		size = subtitleText * u
		for _, line := range scene.Shorten(subtitle, width, size, false, 2) {
			y += size * 1.2
			page.Add(scene.Text{X: area.X, Y: y - size*0.12, Size: size, Color: h.look.Muted, Text: line})
		}
	}
	return math.Max(y-area.Y, 24*u)
}

// drawFields draws the fields from left to right with their writing lines on
// one height, at least the given one, and returns it.
func (h *handout) drawFields(page *scene.Page, area geometry.Rect, fields []field, gap, least float64) float64 {
	u := h.unit
	label, size := h.pt(7), h.pt(fieldText)
	values := make([][]string, len(fields))
	high := least
	for i, f := range fields {
		values[i] = scene.Shorten(f.value, f.width, size, true, 3)
		high = math.Max(high, label*1.3+float64(len(values[i]))*size*1.2+size*0.4)
	}
	x := area.X
	for i, f := range fields {
		base := area.Y + high - size*0.4
		top := base - float64(len(values[i])-1)*size*1.2
		page.Add(scene.Text{X: x, Y: top - size*1.25, Size: label, Color: h.look.Muted, Text: f.name})
		for j, line := range values[i] {
			if line != "" {
				page.Add(scene.Text{X: x, Y: top + float64(j)*size*1.2, Size: size, Bold: true, Color: h.look.Ink, Text: line})
			}
		}
		page.Add(scene.Line{
			X1: x, Y1: area.Y + high, X2: x + f.width, Y2: area.Y + high,
			Paint: scene.Paint{Stroke: scene.Mix(h.look.Muted, h.look.Sheet, 0.3), Width: 0.5 * u},
		})
		x += f.width + gap
	}
	return high
}
