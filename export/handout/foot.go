package handout

import (
	"image/color"
	"slices"
	"strings"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// sites are the addresses in the credit and where they lead.
var sites = []struct{ text, link string }{
	{"strategyzer.com", "https://www.strategyzer.com"},
	{"creativecommons.org/licenses/by-sa/3.0", "https://creativecommons.org/licenses/by-sa/3.0/"},
}

// creditSize is the size of the credit's text. It grows less than the sheet:
// it is to be legible, not loud.
func (h *handout) creditSize() float64 { return 7 * max(1, h.unit*0.7) }

// foot draws the credit and the page's number at the lower edge.
func (h *handout) foot(page *scene.Page, number string) {
	size := h.creditSize()
	base := page.H - margin - size*0.25
	credit(page, h.words.T("export.credit"), margin, base, size, h.look.Muted)
	page.Add(scene.Text{
		X: page.W - margin - text.Measure(number, size, false), Y: base,
		Size: size, Color: h.look.Muted, Text: number,
	})
}

// credit writes the credit that the canvas's licence asks for from x on the
// baseline y, with its addresses as links.
func credit(page *scene.Page, credit string, x, y, size float64, ink color.NRGBA) {
	for credit != "" {
		piece, link := credit, ""
		for _, s := range sites {
			switch at := strings.Index(piece, s.text); {
			case at == 0:
				piece, link = s.text, s.link
			case at > 0:
				piece, link = piece[:at], ""
			}
		}
		page.Add(scene.Text{X: x, Y: y, Size: size, Color: ink, Text: piece, Link: link})
		x += text.Measure(piece, size, false)
		credit = credit[len(piece):]
	}
}

// Sizes of the legend on an A4 sheet.
const (
	legendText = 7.5
	legendLine = 12.5
	legendTop  = 5.5
)

// An entry explains a badge in the legend, at its place.
type entry struct {
	badge geometry.Badge // with its place from the beginning of the row's text
	name  string
	row   int
}

// standings are the badges that say how sure a note is.
var standings = []struct {
	standing canvas.Standing
	kind     geometry.BadgeKind
}{
	{canvas.StandingHypothesis, geometry.BadgeHypothesis},
	{canvas.StandingTested, geometry.BadgeTested},
	{canvas.StandingFact, geometry.BadgeFact},
}

// explained returns what the legend explains: the segments, and how sure notes
// are where any says so.
func (h *handout) explained() []entry {
	var out []entry
	for _, n := range h.project.Segments() {
		out = append(out, entry{name: n.SegmentName(), badge: geometry.Badge{
			Letter: n.Segment.Letter, Colour: n.Segment.Colour, Shape: n.Segment.Shape,
		}})
	}
	used := map[canvas.Standing]bool{}
	for n := range h.project.Notes() {
		used[n.Standing] = true
	}
	for _, s := range standings {
		if used[s.standing] {
			out = append(out, entry{name: h.words.T("standing." + string(s.standing)), badge: geometry.Badge{Kind: s.kind}})
		}
	}
	return out
}

// placeLegend places the legend's entries in rows beside the sheet's note.
func (h *handout) placeLegend(s sheet, width float64) (entries []entry, rows int) {
	if s.plain {
		return nil, 0
	}
	u, size := h.unit, h.pt(legendText)
	room := width
	if s.note != "" {
		rows = 1
		room -= text.Measure(s.note, size, false) + 14*u
	}
	start := 0.0
	if len(h.project.Segments()) > 0 {
		start = text.Measure(h.words.T("export.segments"), size, true) + 14*u
	}
	x := start
	entries = slices.Clone(h.legend)
	if !s.standings {
		entries = slices.DeleteFunc(entries, func(e entry) bool { return e.badge.Kind != geometry.BadgeSegment })
	}
	for i := range entries {
		e := &entries[i]
		e.name = scene.Shorten(e.name, 150*u, size, false, 1)[0]
		side := size * 1.25
		w := side + 2*u + text.Measure(e.name, size, false)
		if x > start && x+w > room {
			x, rows = start, rows+1
		}
		rows = max(rows, 1)
		e.badge.Rect = geometry.Rect{X: x, Y: -size * 0.98, W: side, H: side}
		e.row = rows - 1
		x += w + 14*u
	}
	return entries, rows
}

// legendHeight is the height of the legend with the space above and below it.
func (h *handout) legendHeight(s sheet, width float64) float64 {
	_, rows := h.placeLegend(s, width)
	return (float64(rows)*legendLine + legendTop) * h.unit
}

// drawLegend draws the entries and the note below the area's upper edge.
func (h *handout) drawLegend(page *scene.Page, s sheet, area geometry.Rect) {
	u, size := h.unit, h.pt(legendText)
	base := func(row int) float64 { return area.Y + (legendTop+float64(row)*legendLine+8)*u }
	entries, _ := h.placeLegend(s, area.W)
	if len(entries) > 0 && len(h.project.Segments()) > 0 {
		page.Add(scene.Text{X: area.X, Y: base(0), Size: size, Bold: true, Color: h.look.Ink, Text: h.words.T("export.segments")})
	}
	for _, e := range entries {
		page.Sign(e.badge, geometry.Point{X: area.X, Y: base(e.row)}, h.look, h.look.Muted)
		page.Add(scene.Text{X: area.X + e.badge.Rect.Right() + 2*u, Y: base(e.row), Size: size, Color: h.look.Ink, Text: e.name})
	}
	if s.note != "" {
		page.Add(scene.Text{X: area.Right() - text.Measure(s.note, size, false), Y: base(0), Size: size, Color: h.look.Ink, Text: s.note})
	}
}
