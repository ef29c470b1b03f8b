package scene

import (
	"strings"

	"github.com/rivo/uniseg"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
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
func (h *handout) foot(page *Page, number string) {
	size := h.creditSize()
	base := page.H - margin - size*0.25
	page.Credit(h.opts.Words.T("export.credit"), margin, base, size, h.look)
	page.Add(Text{
		X: page.W - margin - text.Measure(number, size, false), Y: base,
		Size: size, Color: h.look.Muted, Text: number,
	})
}

// Credit writes the credit that the canvas's licence asks for from x on the
// baseline y, with its addresses as links.
func (p *Page) Credit(credit string, x, y, size float64, look *Look) {
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
		p.Add(Text{X: x, Y: y, Size: size, Color: look.Muted, Text: piece, Link: link})
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
			out = append(out, entry{name: h.opts.Words.T("standing." + string(s.standing)), badge: geometry.Badge{Kind: s.kind}})
		}
	}
	return out
}

// legendEntries places the entries in rows beside the footer.
func (h *handout) legendEntries(width float64) (entries []entry, rows int) {
	u := h.unit
	size := legendText * u
	room := width
	if h.opts.Footer != "" {
		rows = 1
		room -= text.Measure(h.opts.Footer, size, false) + 14*u
	}
	start := 0.0
	if len(h.project.Segments()) > 0 {
		start = text.Measure(h.opts.Words.T("export.segments"), size, true) + 14*u
	}
	x := start
	entries = h.explained()
	for i := range entries {
		e := &entries[i]
		e.name = Shorten(e.name, 150*u, size, false, 1)[0]
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
func (h *handout) legendHeight(width float64) float64 {
	_, rows := h.legendEntries(width)
	return (float64(rows)*legendLine + legendTop) * h.unit
}

// legend draws the entries and the footer below the area's upper edge.
func (h *handout) legend(page *Page, area geometry.Rect) {
	u := h.unit
	size := legendText * u
	base := func(row int) float64 { return area.Y + (legendTop+float64(row)*legendLine+8)*u }
	if len(h.project.Segments()) > 0 {
		page.Add(Text{X: area.X, Y: base(0), Size: size, Bold: true, Color: h.look.Ink, Text: h.opts.Words.T("export.segments")})
	}
	entries, _ := h.legendEntries(area.W)
	for _, e := range entries {
		page.badge(e.badge, geometry.Point{X: area.X, Y: base(e.row)}, h.look, h.look.Muted)
		page.Add(Text{X: area.X + e.badge.Rect.Right() + 2*u, Y: base(e.row), Size: size, Color: h.look.Ink, Text: e.name})
	}
	if f := h.opts.Footer; f != "" {
		page.Add(Text{X: area.Right() - text.Measure(f, size, false), Y: base(0), Size: size, Color: h.look.Ink, Text: f})
	}
}

// lastCharacter returns the last character of a text as a reader sees it, and
// where it begins.
func lastCharacter(s string) (string, int) {
	at, state := 0, -1
	for rest := s; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		at = len(s) - len(rest) - len(c)
	}
	return s[at:], at
}
