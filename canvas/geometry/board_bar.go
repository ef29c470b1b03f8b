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
}

// Bars are the bars of the palette and of the rows.
func (b *Board) Bars() (palette, rows ScrollBar) {
	beside := b.Body
	beside.W += b.Metrics.Side // at the right of the rows, where nothing stands
	return b.bar(b.PaletteBody, b.Metrics.Margin, b.Scroll.Palette, b.Most.Palette),
		b.bar(beside, b.Metrics.Side, b.Scroll.Rows, b.Most.Rows)
}

// leastThumb is the height that a thumb has at least: one must be able to hit it.
const leastThumb = 24

// bar is the bar at the right of a window in which there is room for it.
func (b *Board) bar(window Rect, room, scroll, most float64) ScrollBar {
	s := ScrollBar{Track: Rect{window.Right() - room, window.Y, room, window.H}, most: most}
	if most <= 0 || window.H <= 0 {
		return s
	}
	width := math.Round(1.5 * b.Metrics.Tight)
	height := math.Round(max(window.H*window.H/(window.H+most), min(window.H, leastThumb)))
	s.Thumb = Rect{window.Right() - width - 1, window.Y + math.Round((window.H-height)*scroll/most), width, height}
	return s
}

// ScrollAt is how far is scrolled while the thumb begins at a height.
func (s *ScrollBar) ScrollAt(y float64) float64 {
	room := s.Track.H - s.Thumb.H
	if room <= 0 {
		return 0
	}
	return clamp((y-s.Track.Y)/room, 0, 1) * s.most
}
