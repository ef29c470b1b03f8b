package scene

import (
	"image/color"
	"strings"

	"ninefold/canvas/geometry"
	"ninefold/export/text"
)

// Note draws one note; the origin of the page is the note's top left corner.
func Note(n *geometry.Note, m geometry.Metrics, look *Look) *Page {
	p := &Page{W: n.Rect.W, H: n.Rect.H}
	p.Note(n, geometry.Point{}, m, look)
	return p
}

// Note draws a note with its top left corner at a place.
func (p *Page) Note(n *geometry.Note, at geometry.Point, m geometry.Metrics, look *Look) {
	paper, bar := look.Paper(n.Paper)
	whole := Rect{X: at.X, Y: at.Y, W: n.Rect.W, H: n.Rect.H, Radii: Round(m.Radius), Paint: Paint{Fill: paper}}
	if m.Bar > 0 {
		// The bar lies half under the paper, so that it has its corners.
		edge, r := whole, m.Radius
		edge.W, edge.Radii, edge.Fill = m.Bar+2*r, [4]float64{r, 0, 0, r}, bar
		whole.X, whole.W, whole.Radii = at.X+m.Bar, n.Rect.W-m.Bar, [4]float64{0, r, r, 0}
		p.Add(edge)
	} else { // on white a thin edge holds the note together, in greyscale too
		whole.Stroke, whole.Width = Mix(Mix(bar, look.Muted, 0.5), look.Sheet, 0.35), m.Text*0.06
	}
	p.Add(whole)
	for i, line := range NoteLines(n.Content, m) {
		if line.Text == "" {
			continue
		}
		p.Add(Text{
			X: at.X + m.Left + line.X, Y: at.Y + m.PadY + float64(i)*m.Line + m.Ascent,
			Size: m.Text, Color: look.Ink, Text: line.Mark + line.Text,
		})
	}
	for _, b := range n.Badges() {
		p.Sign(b, at, look, Mix(look.Muted, bar, 0.25))
	}
}

// A NoteLine is a line of a note's text.
type NoteLine struct {
	Text string
	Mark string  // invisible, before the text: says that it is read as the note is
	X    float64 // where the line begins, from where texts from the left do
}

// The marks that say in which direction a line is read.
const leftToRight, rightToLeft = "\u200e", "\u200f"

// NoteLines places the lines of a note: a text that is read from the right ends
// at the right, beside the badges.
func NoteLines(c *geometry.Content, m geometry.Metrics) []NoteLine {
	lines := make([]NoteLine, len(c.Lines()))
	toLeft := text.RightToLeft(strings.Join(c.Lines(), " "))
	for i, s := range c.Lines() {
		line := NoteLine{Text: s}
		if own := text.RightToLeft(s); own != toLeft && s != "" {
			line.Mark = leftToRight
			if toLeft {
				line.Mark = rightToLeft
			}
		}
		if toLeft {
			right, top := c.Size.W-m.Right, m.PadY+float64(i)*m.Line
			for _, b := range c.Badges() {
				if b.Rect.Y < top+m.Line && b.Rect.Bottom() > top {
					right = min(right, b.Rect.X-2*m.BadgeGap)
				}
			}
			line.X = right - m.Left - text.Measure(line.Mark+s, m.Text, false)
		}
		lines[i] = line
	}
	return lines
}

// Mix returns the colour that lies the share t of the way from a to b.
func Mix(a, b color.NRGBA, t float64) color.NRGBA {
	between := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + 0.5) }
	return color.NRGBA{between(a.R, b.R), between(a.G, b.G), between(a.B, b.B), 0xff}
}
