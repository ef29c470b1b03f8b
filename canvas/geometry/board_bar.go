package geometry

import "math"

// A ScrollBar shows how far something is scrolled, and scrolls it.
type ScrollBar struct {
	// Track is where the bar can be taken hold of, from the beginning of what is
	// scrolled to its end; it is wider than what is drawn.
	Track Rect
	// Thumb is drawn in it; empty where there is nothing to scroll.
	Thumb Rect
	most  float64
	lying bool
}

// Bars are the scroll bars of a board.
type Bars struct{ Palette, Rows, Columns ScrollBar }

// bar is how thick a thumb is.
func (m BoardMetrics) bar() float64 { return math.Round(1.5 * m.Tight) }

// Bars are the bars of the palette, of the rows and of the columns.
func (b *Board) Bars() Bars {
	m, thick := b.Metrics, b.Metrics.bar()
	right := b.Body.Right() + m.Side // where nothing stands
	return Bars{
		Palette: bar(Rect{b.PaletteBody.Right() - m.Margin, b.PaletteBody.Y, m.Margin, b.PaletteBody.H}, thick, b.Scroll.Palette, b.Most.Palette, false),
		Rows:    bar(Rect{right - m.Side, b.Body.Y, m.Side, b.Body.H}, thick, b.Scroll.Rows, b.Most.Rows, false),
		Columns: bar(Rect{b.Table.X, b.Body.Bottom(), b.Table.W, max(0, b.Area.Bottom()-b.Body.Bottom())}, thick, b.Scroll.Columns, b.Most.Columns, true),
	}
}

// leastThumb is how long a thumb is at least: one must be able to hit it.
const leastThumb = 24

// bar is the bar in a track that is as long as what it scrolls is seen.
func bar(track Rect, thick, scroll, most float64, lying bool) ScrollBar {
	s := ScrollBar{Track: track, most: most, lying: lying}
	seen := track.H
	if lying {
		seen = track.W
	}
	if most <= 0 || seen <= 0 {
		return s
	}
	long := math.Round(max(seen*seen/(seen+most), min(seen, leastThumb)))
	at := math.Round((seen - long) * scroll / most)
	if lying {
		s.Thumb = Rect{track.X + at, track.Bottom() - thick - 1, long, thick}
	} else {
		s.Thumb = Rect{track.Right() - thick - 1, track.Y + at, thick, long}
	}
	return s
}

// Hold takes hold of the bar at a point and returns how far is scrolled while
// the pointer is at another one. Beside the thumb it is taken in its middle:
// jumps says that the thumb comes under the pointer at once.
func (s *ScrollBar) Hold(at Point) (scroll func(to Point) float64, jumps bool) {
	along, from, thumb, length, track := func(p Point) float64 { return p.Y }, s.Track.Y, s.Thumb.Y, s.Thumb.H, s.Track.H
	if s.lying {
		along, from, thumb, length, track = func(p Point) float64 { return p.X }, s.Track.X, s.Thumb.X, s.Thumb.W, s.Track.W
	}
	in := along(at) - thumb
	if jumps = in < 0 || in > length; jumps {
		in = length / 2
	}
	room := max(track-length, 1)
	return func(to Point) float64 { return clamp((along(to)-in-from)/room, 0, 1) * s.most }, jumps
}
