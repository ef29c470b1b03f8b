package pdf

import (
	"image/color"
	"math"
	"strconv"

	"ninefold/export/scene"
	"ninefold/export/text"
)

// A content is what the file says of a page: steps that set, trace, paint and
// write. Lengths are in points from the page's top left; the format counts from
// the bottom. Numbers have two places, a hundredth of a point, everywhere, so
// that what meets on the page meets in the file.
type content struct {
	out   []byte
	high  float64 // of the page
	now   state
	saved []state
}

// A state is what a step leaves set for those that follow.
type state struct {
	fill, stroke color.NRGBA
	width, dash  float64
	alpha        uint8
	font         text.Font
	size         float64 // of the font; 0 while there is none
}

// begin begins the content of a page, with what the format sets at first.
func (c *content) begin(high float64) {
	black := color.NRGBA{A: 0xff}
	*c = content{out: c.out[:0], high: high, now: state{fill: black, stroke: black, width: 1, alpha: 0xff}, saved: c.saved[:0]}
}

// number writes a number to two places.
func (c *content) number(v float64) {
	n := int64(math.Round(v * 100))
	if n < 0 {
		c.out = append(c.out, '-')
		n = -n
	}
	c.out = strconv.AppendInt(c.out, n/100, 10)
	if n %= 100; n > 0 {
		c.out = append(c.out, '.', byte('0'+n/10))
		if n %= 10; n > 0 {
			c.out = append(c.out, byte('0'+n))
		}
	}
	c.out = append(c.out, ' ')
}

// point writes a place.
func (c *content) point(x, y float64) {
	c.number(x)
	c.number(c.high - y)
}

// step ends a step with what is to be done.
func (c *content) step(operator string) {
	c.out = append(c.out, operator...)
	c.out = append(c.out, '\n')
}

func (c *content) move(x, y float64) {
	c.point(x, y)
	c.step("m")
}

func (c *content) line(x, y float64) {
	c.point(x, y)
	c.step("l")
}

// curve goes on to an end, drawn towards two points.
func (c *content) curve(x1, y1, x2, y2, x, y float64) {
	c.point(x1, y1)
	c.point(x2, y2)
	c.point(x, y)
	c.step("c")
}

// save keeps what is set, for restore.
func (c *content) save() {
	c.saved = append(c.saved, c.now)
	c.step("q")
}

func (c *content) restore() {
	last := len(c.saved) - 1
	c.now, c.saved = c.saved[last], c.saved[:last]
	c.step("Q")
}

// clip has what follows seen only within a rectangle, until it is restored.
func (c *content) clip(x, y, w, h float64) {
	c.save()
	c.point(x, y)
	c.number(w)
	c.number(-h)
	c.step("re W n")
}

// colour writes a colour's parts, each from 0 to 1.
func (c *content) colour(v color.NRGBA) {
	for _, part := range [...]uint8{v.R, v.G, v.B} {
		thousandths := (int(part)*1000 + 127) / 255
		c.out = strconv.AppendFloat(c.out, float64(thousandths)/1000, 'f', -1, 64)
		c.out = append(c.out, ' ')
	}
}

// fill sets the colour of areas and letters.
func (c *content) fill(v color.NRGBA) {
	if v.A = 0xff; v != c.now.fill {
		c.now.fill = v
		c.colour(v)
		c.step("rg")
	}
}

// stroke sets how lines are drawn.
func (c *content) stroke(p scene.Paint) {
	if v := p.Stroke; v.R != c.now.stroke.R || v.G != c.now.stroke.G || v.B != c.now.stroke.B {
		v.A = 0xff
		c.now.stroke = v
		c.colour(v)
		c.step("RG")
	}
	if p.Width != c.now.width {
		c.now.width = p.Width
		c.number(p.Width)
		c.step("w")
	}
	if dash := math.Max(0, p.Dash); dash != c.now.dash {
		c.now.dash = dash
		c.out = append(c.out, '[')
		if dash > 0 {
			c.number(dash)
		}
		c.step("] 0 d")
	}
}

// alpha sets how much is seen of what is drawn.
func (c *content) alpha(a uint8) {
	if a != c.now.alpha {
		c.now.alpha = a
		c.step("/" + alphaName(a) + " gs")
	}
}

// write writes characters of one of the fonts from a place on.
func (c *content) write(s string, font text.Font, size, x, y float64) {
	c.out = append(c.out, "BT "...)
	if font != c.now.font || size != c.now.size {
		c.now.font, c.now.size = font, size
		c.out = append(c.out, '/')
		c.out = append(c.out, fontNames[font]...)
		c.out = append(c.out, ' ')
		c.number(size)
		c.out = append(c.out, "Tf "...)
	}
	c.point(x, y)
	c.out = append(c.out, "Td ("...)
	for _, r := range s {
		c.letter(byte(r >> 8))
		c.letter(byte(r))
	}
	c.step(") Tj ET")
}

// letter writes half a character into a text.
func (c *content) letter(b byte) {
	switch b {
	case '\\', '(', ')':
		c.out = append(c.out, '\\', b)
	case '\r':
		c.out = append(c.out, `\r`...)
	default:
		c.out = append(c.out, b)
	}
}

// picture draws an embedded picture into a rectangle.
func (c *content) picture(name string, x, y, w, h float64) {
	c.out = append(c.out, "q "...)
	c.number(w)
	c.out = append(c.out, "0 0 "...)
	c.number(h)
	c.point(x, y+h)
	c.step("cm /" + name + " Do Q")
}

// The names of fonts and transparencies in a file's contents.
var fontNames = [...]string{text.Regular: "R", text.Bold: "B", text.Symbols: "S"}

func alphaName(a uint8) string { return "A" + strconv.Itoa(int(a)) }
