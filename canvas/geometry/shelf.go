package geometry

import "math"

// A shelf is where a note's badges stand: in rows that end at the right.
type shelf struct {
	badges     []Badge
	m          *Metrics
	right, top float64 // of the first row, which is as high as a line of text
	perRow     int
	wide       float64 // of the widest row
}

// newShelf gives the badges of a note their sizes and decides how many of them
// stand in a row, for rows that end at right and are at most so wide.
func newShelf(badges []Badge, m *Metrics, right, most float64) shelf {
	s := shelf{badges: badges, m: m, right: right, top: m.PadY}
	widest := 0.0
	for i := range badges {
		size := BadgeSize(badges[i].Letter, m.Badge)
		badges[i].Rect = Rect{W: size.W, H: size.H}
		widest = math.Max(widest, size.W)
	}
	s.perRow = max(1, int((most+m.BadgeGap)/(widest+m.BadgeGap)))
	for row := range s.rows() {
		s.wide = math.Max(s.wide, s.rowWidth(row))
	}
	return s
}

func (s *shelf) rows() int { return (len(s.badges) + s.perRow - 1) / s.perRow }

// row are the badges of a row.
func (s *shelf) row(i int) []Badge {
	return s.badges[i*s.perRow : min((i+1)*s.perRow, len(s.badges))]
}

// rowWidth is the width of a row, with a gap before each badge.
func (s *shelf) rowWidth(i int) float64 {
	wide := 0.0
	for _, b := range s.row(i) {
		wide += s.m.BadgeGap + b.Rect.W
	}
	return wide
}

// pitch is the distance from row to row.
func (s *shelf) pitch() float64 { return math.Max(s.m.Line, s.m.Badge+s.m.BadgeGap) }

// width is the room that the badges take at the right, with what keeps the
// text away from them.
func (s *shelf) width() float64 {
	if len(s.badges) == 0 {
		return 0
	}
	return s.wide + s.m.BadgeGap
}

// over is how far badges reach beyond their line of text, above and below, where
// they are higher than a line.
func (s *shelf) over() float64 { return math.Max(0, (s.m.Badge-s.m.Line)/2) }

// height is that of the text that the rows stand beside.
func (s *shelf) height() float64 {
	if len(s.badges) == 0 {
		return 0
	}
	return float64(s.rows()-1)*s.pitch() + s.m.Badge - 2*s.over()
}

// place puts the badges into their places.
func (s *shelf) place() {
	for row := range s.rows() {
		x := s.right - s.rowWidth(row)
		y := s.top + float64(row)*s.pitch() + (s.m.Line-s.m.Badge)/2
		if s.m.Whole {
			y = math.Floor(y)
		}
		badges := s.row(row)
		for i := range badges {
			r := &badges[i].Rect
			r.X, r.Y = x+s.m.BadgeGap, y
			x = r.Right()
		}
	}
}
