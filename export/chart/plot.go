package chart

import (
	"math"
	"strings"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// A Plot is a chart that is laid out: everything has its place.
type Plot struct {
	chart *Chart
	size  float64       // of text
	Area  geometry.Rect // all of it
	Inner geometry.Rect // where values are drawn
	axis  axis
	empty bool // there is no value but zero

	legend []entry
	names  []label // along the lower edge
	marks  []label // above the values; placed by their middle
	unit   label
	across label
}

// A label is a text at its place.
type label struct {
	x, y float64
	text string
	at   int // the place that it names
}

// An entry of the legend: its sample is drawn left of its text.
type entry struct {
	label
	series int
	bar    bool
}

// Lengths in ems of the text.
const (
	lineHeight  = 1.55
	sampleWidth = 2.2
	sampleGap   = 0.5
	entryGap    = 1.5
	tickGap     = 0.6  // between a tick's text and the values
	tickRoom    = 2.6  // least height between two ticks
	nameGap     = 0.9  // least width between two names
	tickHalf    = 0.5  // of the height of a tick's text
	namesHeight = 1.8  // of the names below the values
	baseline    = 1.08 // of a line, from its top
)

// Layout lays the chart out in an area with texts of a size, in units of the
// page that it will be drawn on.
func (c *Chart) Layout(area geometry.Rect, size float64) *Plot {
	p := &Plot{chart: c, size: size, Area: area}
	line := size * lineHeight
	y := p.placeLegend(area.Y)
	bottom := area.Bottom() - size*namesHeight
	if c.Across != "" {
		bottom -= line
	}
	lo, hi, ok := c.span()
	p.empty = !ok || lo == 0 && hi == 0
	top := y + line + size*tickHalf // below the unit and the marks
	steps := int((bottom - top) / (size * tickRoom))
	p.axis = newAxis(lo, hi, min(max(steps, 2), 6))
	wide := 0.0
	for _, t := range p.axis.ticks {
		wide = math.Max(wide, p.measure(p.tickText(t)))
	}
	left := area.X + wide + size*tickGap
	p.Inner = geometry.Rect{X: left, Y: top, W: math.Max(1, area.Right()-left-size*0.7), H: math.Max(1, bottom-top)}
	if rows := p.placeMarks(y); rows > 1 {
		more := float64(rows-1) * line
		p.Inner.Y += more
		p.Inner.H = math.Max(1, p.Inner.H-more)
	}
	p.unit = label{x: area.X, y: y + size*baseline, text: p.unitText()}
	p.placeNames(p.Inner.Bottom() + size*(namesHeight-lineHeight))
	if c.Across != "" {
		p.across = label{
			x: p.Inner.X + (p.Inner.W-p.measure(c.Across))/2, y: bottom + size*(namesHeight+baseline-0.15), text: c.Across,
		}
	}
	return p
}

func (p *Plot) measure(s string) float64 { return text.Measure(s, p.size, false) }

func (p *Plot) tickText(t tick) string {
	return p.chart.Words.Number(t.value, p.axis.places())
}

// unitText is the unit, with how many of it the ticks count in.
func (p *Plot) unitText() string {
	switch p.axis.shift {
	case million:
		return p.chart.Words.T("chart.million", "Unit", p.chart.Unit)
	case milliard:
		return p.chart.Words.T("chart.milliard", "Unit", p.chart.Unit)
	}
	return p.chart.Unit
}

// placeLegend puts the names of the series into rows below y, and returns where
// they end. A single series needs none.
func (p *Plot) placeLegend(y float64) float64 {
	if len(p.chart.Lines)+len(p.chart.Bars) < 2 {
		return y
	}
	x := p.Area.X
	add := func(name string, series int, bar bool) {
		name = scene.Shorten(name, p.Area.W-p.size*(sampleWidth+sampleGap), p.size, false, 1)[0]
		w := p.size*(sampleWidth+sampleGap) + p.measure(name)
		if x > p.Area.X && x+w > p.Area.Right() {
			x, y = p.Area.X, y+p.size*lineHeight
		}
		p.legend = append(p.legend, entry{label{x: x, y: y + p.size*baseline, text: name}, series, bar})
		x += w + p.size*entryGap
	}
	for i, s := range p.chart.Bars {
		add(s.Name, i, true)
	}
	for i, s := range p.chart.Lines {
		add(s.Name, i, false)
	}
	return y + p.size*(lineHeight+0.3)
}

// placeMarks puts the marks' texts above the values, each over its place where
// it can be, and returns how many rows they take.
func (p *Plot) placeMarks(y float64) int {
	ends := []float64{p.Area.X + p.measure(p.unitText())}
	for _, m := range p.chart.Marks {
		if m.Place < 0 || m.Place >= len(p.chart.Places) || p.empty {
			continue
		}
		w := p.measure(m.Text)
		x := math.Max(p.Area.X, math.Min(p.X(m.Place)-w/2, p.Area.Right()-w))
		row := 0
		for row < len(ends) && x < ends[row]+p.size*nameGap {
			row++
		}
		if row == len(ends) {
			ends = append(ends, 0)
		}
		ends[row] = x + w
		p.marks = append(p.marks, label{x: x, y: y + p.size*(baseline+float64(row)*lineHeight), text: m.Text, at: m.Place})
	}
	return len(ends)
}

// placeNames writes the places below the values: of months the round ones, of
// others all, shortened to their room.
func (p *Plot) placeNames(y float64) {
	c := p.chart
	n := len(c.Places)
	if n == 0 {
		return
	}
	most := p.Inner.W / float64(n) * 0.94
	every := p.every()
	end := math.Inf(-1)
	for i, name := range c.Places {
		if c.Months {
			if i > 0 && (i+1)%every != 0 {
				continue
			}
		} else {
			first, _, more := strings.Cut(name, " ") // such as a segment's letter
			name = scene.Shorten(name, most, p.size, false, 1)[0]
			if more && !strings.HasPrefix(name, first+" ") {
				name = first
			}
		}
		w := p.measure(name)
		x := math.Min(p.X(i)-w/2, p.Area.Right()-w)
		if x < end+p.size*nameGap*0.5 {
			continue
		}
		end = x + w
		p.names = append(p.names, label{x: x, y: y + p.size*baseline, text: name, at: i})
	}
}

// every is the number of months from one that is named to the next.
func (p *Plot) every() int {
	n := len(p.chart.Places)
	need := p.measure(p.chart.Places[n-1]) + p.size*nameGap
	for _, every := range []int{1, 3, 6} {
		if p.Inner.W/float64(n)*float64(every) >= need {
			return every
		}
	}
	return 12
}

// X is where a place lies: the middle of its bars, or a point of a line.
func (p *Plot) X(place int) float64 {
	n := len(p.chart.Places)
	switch {
	case len(p.chart.Bars) > 0 || n < 2:
		return p.Inner.X + p.Inner.W*(float64(place)+0.5)/float64(max(n, 1))
	default:
		return p.Inner.X + p.Inner.W*float64(place)/float64(n-1)
	}
}

// Y is where a value lies.
func (p *Plot) Y(v float64) float64 {
	return p.Inner.Bottom() - p.Inner.H*(v-p.axis.lo)/(p.axis.hi-p.axis.lo)
}

// At returns the place at a point, and whether it is one with values.
func (p *Plot) At(at geometry.Point) (place int, ok bool) {
	n := len(p.chart.Places)
	around := p.Inner.Inset(-p.size)
	if n == 0 || p.empty || !around.Contains(at) {
		return 0, false
	}
	share := (at.X - p.Inner.X) / p.Inner.W
	if len(p.chart.Bars) > 0 || n < 2 {
		place = int(math.Floor(share * float64(n)))
	} else {
		place = int(math.Round(share * float64(n-1)))
	}
	return min(max(place, 0), n-1), true
}
