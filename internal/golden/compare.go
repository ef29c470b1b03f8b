package golden

import (
	"image"
	"image/color"
	"strings"
)

// compare gives the share of pixels (0 to 1) of the larger of each side that
// differ beyond the tolerance, and a picture of them: red where they differ, a
// faint want elsewhere. Positions count from the upper left corner of each.
func compare(want, got image.Image) (share float64, diff *image.NRGBA) {
	ws, gs := want.Bounds().Size(), got.Bounds().Size()
	w, h := max(ws.X, gs.X), max(ws.Y, gs.Y)
	diff = image.NewNRGBA(image.Rect(0, 0, w, h))
	if w == 0 || h == 0 {
		return 0, diff
	}
	differ := 0
	for y := range h {
		for x := range w {
			p := image.Pt(x, y)
			if p.In(image.Rectangle{Max: ws}) && p.In(image.Rectangle{Max: gs}) {
				a, b := at(want, p), at(got, p)
				if alike(a, b) {
					diff.SetNRGBA(x, y, color.NRGBA{faint(a.R), faint(a.G), faint(a.B), 255})
					continue
				}
			}
			differ++
			diff.SetNRGBA(x, y, color.NRGBA{R: 220, A: 255})
		}
	}
	return float64(differ) / float64(w*h), diff
}

func at(m image.Image, p image.Point) color.RGBA {
	q := p.Add(m.Bounds().Min)
	// Alpha-premultiplied, so that what cannot be seen cannot differ.
	return color.RGBAModel.Convert(m.At(q.X, q.Y)).(color.RGBA)
}

func alike(a, b color.RGBA) bool {
	return near(a.R, b.R) && near(a.G, b.G) && near(a.B, b.B) && near(a.A, b.A)
}

func near(a, b uint8) bool { return max(a, b)-min(a, b) <= channelTolerance }

// faint moves a channel three quarters of the way to white.
func faint(c uint8) uint8 { return 255 - (255-c)/4 }

// firstDifference gives the number, from 1, of the first line in which two
// texts differ, and the line of each, with its end. They must differ.
func firstDifference(want, got string) (line int, w, g string) {
	ws, gs := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	for i := range max(len(ws), len(gs)) {
		w, g = "", ""
		if i < len(ws) {
			w = ws[i]
		}
		if i < len(gs) {
			g = gs[i]
		}
		if w != g {
			return i + 1, w, g
		}
	}
	return 0, "", ""
}
