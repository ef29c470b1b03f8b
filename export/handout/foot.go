package handout

import (
	"image/color"
	"slices"
	"strings"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
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

// An entry explains a badge, or a drawing, in the legend, at its place.
type entry struct {
	badge geometry.Badge // with its place from the beginning of the row's text
	icon  string         // of a tactic; empty for a badge
	name  string
	row   int
}

// on reports whether the entry explains something on a sheet.
func (e *entry) on(s sheet) bool {
	switch {
	case e.icon != "":
		return s.tactics
	case e.badge.Kind != geometry.BadgeSegment:
		return s.standings
	default:
		return true
	}
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

// explained returns what legends explain: the segments, how sure notes are, and
// the tactics by which relationships are carried out.
func (h *handout) explained() []entry {
	var out []entry
	for _, n := range h.project.Segments() {
		out = append(out, entry{name: n.SegmentName(), badge: geometry.Badge{
			Letter: n.Segment.Letter, Colour: n.Segment.Colour, Shape: n.Segment.Shape,
		}})
	}
	used, tactics := map[canvas.Standing]bool{}, map[string]bool{}
	for n := range h.project.Notes() {
		used[n.Standing] = true
		if n.IsRelationship() {
			for _, id := range n.Relationship.Tactics {
				tactics[id] = true
			}
		}
	}
	for _, s := range standings {
		if used[s.standing] {
			out = append(out, entry{name: h.words.T("standing." + string(s.standing)), badge: geometry.Badge{Kind: s.kind}})
		}
	}
	for _, t := range catalog.Tactics() {
		if tactics[t.ID] {
			out = append(out, entry{name: scene.TacticName(h.words, t.ID), icon: scene.TacticIcon(t.ID)})
		}
	}
	return out
}

// placeLegend places the legend's entries in rows.
func (h *handout) placeLegend(s sheet, width float64) (entries []entry, rows int) {
	if s.plain {
		return nil, 0
	}
	u, size := h.unit, h.pt(legendText)
	start := 0.0
	if len(h.project.Segments()) > 0 {
		start = text.Measure(h.words.T("export.segments"), size, true) + 14*u
	}
	x := start
	entries = slices.DeleteFunc(slices.Clone(h.legend), func(e entry) bool { return !e.on(s) })
	for i := range entries {
		e := &entries[i]
		e.name = scene.Shorten(e.name, 150*u, size, false, 1)[0]
		badge := geometry.BadgeSize(e.badge.Letter, h.badge(size*1.25))
		w := badge.W + 2*u + text.Measure(e.name, size, false)
		if x > start && x+w > width {
			x, rows = start, rows+1
		}
		rows = max(rows, 1)
		// Capitals stand in the middle of the badge's height.
		e.badge.Rect = geometry.Rect{X: x, Y: -size*0.357 - badge.H/2, W: badge.W, H: badge.H}
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

// drawLegend draws the entries below the area's upper edge.
func (h *handout) drawLegend(page *scene.Page, s sheet, area geometry.Rect) {
	u, size := h.unit, h.pt(legendText)
	base := func(row int) float64 { return area.Y + (legendTop+float64(row)*legendLine+8)*u }
	entries, _ := h.placeLegend(s, area.W)
	if len(entries) > 0 && len(h.project.Segments()) > 0 {
		page.Add(scene.Text{X: area.X, Y: base(0), Size: size, Bold: true, Color: h.look.Ink, Text: h.words.T("export.segments")})
	}
	for _, e := range entries {
		at := geometry.Point{X: area.X, Y: base(e.row)}
		if e.icon != "" {
			page.Icon(e.icon, e.badge.Rect.Moved(at), h.look.Accent)
		} else {
			page.Sign(e.badge, at, h.look, h.look.Muted)
		}
		page.Add(scene.Text{X: area.X + e.badge.Rect.Right() + 2*u, Y: base(e.row), Size: size, Color: h.look.Ink, Text: e.name})
	}
}
