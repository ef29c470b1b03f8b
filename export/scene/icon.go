package scene

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/color"
	"strconv"
	"strings"
	"sync"

	"ninefold/assets"
	"ninefold/canvas/geometry"
)

// A drawing is an icon's strokes in the square from 0 to its side.
type drawing struct {
	side    float64
	width   float64 // of the strokes
	strokes [][]Point
	circles []Circle
	rects   []Rect
}

// Icon draws one of the program's own drawings, by its path in the assets, into
// a square. One that there is not draws nothing.
func (p *Page) Icon(name string, r geometry.Rect, colour color.NRGBA) {
	d, err := icon(name)
	if err != nil || r.Empty() {
		return
	}
	by := r.W / d.side
	ink := Paint{Stroke: colour, Width: d.width * by}
	for _, s := range d.strokes {
		points := make([]Point, len(s))
		for i, at := range s {
			points[i] = Point{r.X + at.X*by, r.Y + at.Y*by}
		}
		p.Add(Polyline{Points: points, Paint: ink})
	}
	for _, c := range d.circles {
		p.Add(Circle{X: r.X + c.X*by, Y: r.Y + c.Y*by, R: c.R * by, Paint: ink})
	}
	for _, b := range d.rects {
		p.Add(Rect{X: r.X + b.X*by, Y: r.Y + b.Y*by, W: b.W * by, H: b.H * by, Radii: Round(b.Radii[0] * by), Paint: ink})
	}
}

// icons holds the drawings that were read.
var icons sync.Map // of the name to what read made of it

// icon reads a drawing once.
func icon(name string) (*drawing, error) {
	type result struct {
		d   *drawing
		err error
	}
	if r, ok := icons.Load(name); ok {
		return r.(result).d, r.(result).err
	}
	d, err := parseIcon(assets.Icon(name))
	if err != nil {
		err = fmt.Errorf("icon %s: %w", name, err)
	}
	icons.Store(name, result{d, err})
	return d, err
}

var errNoIcon = errors.New("there is no such drawing")

// parseIcon reads the part of SVG that icons are drawn in: paths of straight
// lines and cubic curves in absolute places, circles and rectangles, all of
// them strokes of one width in a square.
func parseIcon(svg []byte) (*drawing, error) {
	if len(svg) == 0 {
		return nil, errNoIcon
	}
	var doc struct {
		ViewBox string  `xml:"viewBox,attr"`
		Width   float64 `xml:"stroke-width,attr"`
		Paths   []struct {
			D string `xml:"d,attr"`
		} `xml:"path"`
		Circles []struct {
			X float64 `xml:"cx,attr"`
			Y float64 `xml:"cy,attr"`
			R float64 `xml:"r,attr"`
		} `xml:"circle"`
		Rects []struct {
			X     float64 `xml:"x,attr"`
			Y     float64 `xml:"y,attr"`
			W     float64 `xml:"width,attr"`
			H     float64 `xml:"height,attr"`
			Round float64 `xml:"rx,attr"`
		} `xml:"rect"`
	}
	if err := xml.NewDecoder(bytes.NewReader(svg)).Decode(&doc); err != nil {
		return nil, err
	}
	d := &drawing{width: doc.Width}
	if _, err := fmt.Sscanf(doc.ViewBox, "0 0 %g", &d.side); err != nil || d.side <= 0 {
		return nil, fmt.Errorf("viewBox %q is no square from 0", doc.ViewBox)
	}
	for _, p := range doc.Paths {
		strokes, err := parsePath(p.D)
		if err != nil {
			return nil, err
		}
		d.strokes = append(d.strokes, strokes...)
	}
	for _, c := range doc.Circles {
		d.circles = append(d.circles, Circle{X: c.X, Y: c.Y, R: c.R})
	}
	for _, r := range doc.Rects {
		d.rects = append(d.rects, Rect{X: r.X, Y: r.Y, W: r.W, H: r.H, Radii: Round(r.Round)})
	}
	return d, nil
}

// parsePath turns a path into strokes through points.
func parsePath(d string) ([][]Point, error) {
	var out [][]Point
	fields := strings.Fields(strings.NewReplacer(
		"M", " M ", "L", " L ", "H", " H ", "V", " V ", "C", " C ", "Z", " Z ", ",", " ",
	).Replace(d))
	numbers := func(n int) ([]float64, error) {
		if len(fields) < n {
			return nil, fmt.Errorf("path %q ends too early", d)
		}
		v := make([]float64, n)
		for i := range v {
			var err error
			if v[i], err = strconv.ParseFloat(fields[i], 64); err != nil {
				return nil, fmt.Errorf("path %q: %w", d, err)
			}
		}
		fields = fields[n:]
		return v, nil
	}
	takes := map[string]int{"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}
	for len(fields) > 0 {
		command := fields[0]
		n, ok := takes[command]
		if !ok || command != "M" && len(out) == 0 {
			return nil, fmt.Errorf("path %q: %q is not known here", d, command)
		}
		fields = fields[1:]
		v, err := numbers(n)
		if err != nil {
			return nil, err
		}
		if command == "M" {
			out = append(out, []Point{{v[0], v[1]}})
			continue
		}
		stroke := &out[len(out)-1]
		*stroke = append(*stroke, pathStep(command, v, *stroke)...)
	}
	return out, nil
}

// pathStep are the points that a command adds to a stroke.
func pathStep(command string, v []float64, stroke []Point) []Point {
	at := stroke[len(stroke)-1]
	switch command {
	case "L":
		return []Point{{v[0], v[1]}}
	case "H":
		return []Point{{v[0], at.Y}}
	case "V":
		return []Point{{at.X, v[0]}}
	case "C":
		const pieces = 12
		curve := make([]Point, pieces)
		for i := range curve {
			t := float64(i+1) / pieces
			u := 1 - t
			a, b, c, e := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
			curve[i] = Point{a*at.X + b*v[0] + c*v[2] + e*v[4], a*at.Y + b*v[1] + c*v[3] + e*v[5]}
		}
		return curve
	default: // Z
		return []Point{stroke[0]}
	}
}
