package scene

import "ninefold/canvas/geometry"

// Widths of what joins linked notes, in units of the page.
const (
	linkWidth = 1.5
	linkDot   = 3 // radius
)

// LinkRoom is how far the picture of a link reaches beyond its curve.
const LinkRoom = linkDot + 1

// Links draws the curves that join a note to those it is linked with, on a page
// of a size. They are to be drawn under the notes, whose texts they would cross,
// and are faint. A dot stands for a note that is out of sight.
func Links(links []geometry.Link, size geometry.Size, look *Look) *Page {
	p := &Page{W: size.W, H: size.H}
	faint := look.Accent
	faint.A = 0x98
	for _, k := range links {
		line := Polyline{Paint: Paint{Stroke: faint, Width: linkWidth}}
		for _, at := range k.Points() {
			line.Points = append(line.Points, Point(at))
		}
		p.Add(line)
		for _, end := range [...]geometry.LinkEnd{k.From, k.To} {
			if !end.Seen {
				p.Add(Circle{X: end.At.X, Y: end.At.Y, R: linkDot, Paint: Paint{Fill: look.Accent}})
			}
		}
	}
	return p
}
