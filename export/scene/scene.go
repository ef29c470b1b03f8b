// Package scene draws pages as display lists: rectangles, shapes and runs of
// text with their places. What a note, a block or a handout looks like is
// decided here once; packages pdf and image only carry the list out, and the
// window shows pictures made from it, so what is printed is what was seen.
//
// It must not know Fyne, gofpdf or any other way of drawing.
package scene

import "image/color"

// A Page is a display list on a sheet. Lengths are in units of the page: on
// paper 1/72 inch (a point), in the window a device-independent pixel. The
// origin is the top left, y grows downwards.
type Page struct {
	W, H float64
	// Title names the page where a document lists its pages; empty leaves it
	// out of the list.
	Title string
	Items []Item
}

// An Item is one thing to draw: a [Rect], [Polygon], [Circle], [Line],
// [Polyline], [Text] or [Clip]; or, where the medium has links, an [Anchor] or
// a [Jump], which are not seen. Items are drawn in order, later ones over
// earlier ones.
type Item interface{ item() }

// A Paint says how a shape is filled and outlined. A colour that is fully
// transparent is not drawn.
type Paint struct {
	Fill   color.NRGBA
	Stroke color.NRGBA
	Width  float64 // of the stroke, centred on the edge
	Dash   float64 // length of dashes and gaps; 0 is a whole line
}

// A Rect is a rectangle whose corners may be round.
type Rect struct {
	X, Y, W, H float64
	// Radii of the corners from the top left clockwise, at most half of the
	// shorter side.
	Radii [4]float64
	Paint
}

// A Polygon is a closed shape with straight sides.
type Polygon struct {
	Points []Point
	Paint
}

// A Circle is a round shape around a centre.
type Circle struct {
	X, Y, R float64
	Paint
}

// A Line is a straight stroke.
type Line struct {
	X1, Y1, X2, Y2 float64
	Paint
}

// A Polyline is a stroke through points, straight from each to the next. Where
// it is transparent, it is so evenly. It is not filled.
type Polyline struct {
	Points []Point
	Paint
}

// A Text is a run of text on one line, from X on its baseline at Y.
type Text struct {
	X, Y  float64
	Size  float64 // em height
	Bold  bool
	Color color.NRGBA
	Text  string
	Grey  bool // signs that are pictures are shown without their colours
	// Link is a web address that the run leads to where the medium has links.
	Link string
}

// A Clip shows of its items what lies within a rectangle.
type Clip struct {
	X, Y, W, H float64
	Items      []Item
}

// An Anchor is a place that a [Jump] leads to by its name.
type Anchor struct {
	Name string
	X, Y float64
}

// A Jump is an area that leads to the anchor of a name, on whichever page of
// the document that is. Without such an anchor it leads nowhere.
type Jump struct {
	X, Y, W, H float64
	To         string
}

// A Point is a place on a page.
type Point struct{ X, Y float64 }

func (Rect) item()     {}
func (Polygon) item()  {}
func (Circle) item()   {}
func (Line) item()     {}
func (Polyline) item() {}
func (Text) item()     {}
func (Clip) item()     {}
func (Anchor) item()   {}
func (Jump) item()     {}

// Add appends items to the page.
func (p *Page) Add(items ...Item) { p.Items = append(p.Items, items...) }

// Round returns the same radius for all four corners.
func Round(r float64) [4]float64 { return [4]float64{r, r, r, r} }
