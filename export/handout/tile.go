package handout

import (
	"fmt"
	"math"

	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

// Lengths of a sheet of a large page, in points, whatever the size of the page.
const (
	tileEdge  = 8 * scene.Millimetre   // what home printers leave white; less makes fewer sheets
	overlap   = 10 * scene.Millimetre  // what two neighbours both show
	markRoom  = 4 * scene.Millimetre   // around the picture, for the marks
	markGap   = 0.8 * scene.Millimetre // from the picture to a mark
	whiteEdge = 2 * scene.Millimetre   // what is kept of the page's own margin
	tileLine  = 8.8                    // height of a line below the picture
	tileLines = 2                      // of what is said about the sheet
	tileFoot  = (tileLines+1)*tileLine + 2
)

// A tiling is how a page is spread over sheets.
type tiling struct {
	sheet      geometry.Size
	window     geometry.Rect // where a sheet shows its part of the page
	from       geometry.Rect // what of the page is shown
	rows, cols int
}

// tile spreads every page that is larger than a sheet over several.
func (h *handout) tile() {
	var out []*scene.Page
	for _, page := range h.pages {
		sheet := h.opts.Tile
		if max(page.W, page.H) <= max(sheet.W, sheet.H) && min(page.W, page.H) <= min(sheet.W, sheet.H) {
			out = append(out, page)
			continue
		}
		t := bestTiling(page, sheet)
		for row := range t.rows {
			for col := range t.cols {
				out = append(out, h.tileOf(page, t, row, col))
			}
		}
	}
	h.pages = out
}

// bestTiling holds the sheets the way that takes fewer of them.
func bestTiling(page *scene.Page, paper scene.Paper) tiling {
	flat := newTiling(page, geometry.Size{W: paper.W, H: paper.H})
	upright := newTiling(page, geometry.Size{W: paper.H, H: paper.W})
	if upright.rows*upright.cols < flat.rows*flat.cols {
		return upright
	}
	return flat
}

func newTiling(page *scene.Page, sheet geometry.Size) tiling {
	edge := tileEdge + markRoom
	t := tiling{
		sheet:  sheet,
		window: geometry.Rect{X: edge, Y: edge, W: sheet.W - 2*edge, H: sheet.H - 2*edge - tileFoot},
		from:   geometry.Rect{W: page.W, H: page.H}.Inset(margin - whiteEdge),
	}
	count := func(length, window float64) int {
		return max(1, int(math.Ceil((length-overlap)/(window-overlap)-1e-6)))
	}
	t.cols, t.rows = count(t.from.W, t.window.W), count(t.from.H, t.window.H)
	return t
}

// tileOf draws the sheet of a row and a column.
func (h *handout) tileOf(page *scene.Page, t tiling, row, col int) *scene.Page {
	w := t.window
	name := fmt.Sprintf("%c%d", 'A'+row%26, col+1)
	sheet := &scene.Page{W: t.sheet.W, H: t.sheet.H, Title: h.words.T("export.tile.title", "Page", page.Title, "Sheet", name)}
	sheet.Add(scene.Rect{W: sheet.W, H: sheet.H, Paint: scene.Paint{Fill: h.look.Sheet}})
	by := geometry.Point{
		X: w.X - t.from.X - float64(col)*(w.W-overlap),
		Y: w.Y - t.from.Y - float64(row)*(w.H-overlap),
	}
	shown := t.from.Moved(by).Intersect(w)
	part := scene.Clip{X: shown.X, Y: shown.Y, W: shown.W, H: shown.H}
	for _, item := range page.Items {
		if moved := scene.Moved(item, by); touch(scene.Bounds(moved), shown) {
			part.Items = append(part.Items, moved)
		}
	}
	sheet.Add(part)
	h.marks(sheet, t, row, col)
	h.tileFoot(sheet, page, t, row, col, name)
	return sheet
}

// touch reports whether two rectangles, of which the first may be a line, have
// something in common.
func touch(a, b geometry.Rect) bool {
	return a.X <= b.Right() && b.X <= a.Right() && a.Y <= b.Bottom() && b.Y <= a.Bottom()
}

// marks draws, outside of the picture, where a sheet is to be cut and where its
// neighbours' edges come to lie.
func (h *handout) marks(sheet *scene.Page, t tiling, row, col int) {
	w := t.window
	ink := scene.Paint{Stroke: h.look.Ink, Width: 0.5}
	long := markRoom - 2*markGap
	upright := func(x float64) {
		sheet.Add(
			scene.Line{X1: x, Y1: w.Y - markGap - long, X2: x, Y2: w.Y - markGap, Paint: ink},
			scene.Line{X1: x, Y1: w.Bottom() + markGap, X2: x, Y2: w.Bottom() + markGap + long, Paint: ink},
		)
	}
	level := func(y float64) {
		sheet.Add(
			scene.Line{X1: w.X - markGap - long, Y1: y, X2: w.X - markGap, Y2: y, Paint: ink},
			scene.Line{X1: w.Right() + markGap, Y1: y, X2: w.Right() + markGap + long, Y2: y, Paint: ink},
		)
	}
	if col > 0 {
		upright(w.X)
	}
	if col+1 < t.cols {
		upright(w.Right() - overlap)
	}
	if row > 0 {
		level(w.Y)
	}
	if row+1 < t.rows {
		level(w.Bottom() - overlap)
	}
}

// tileFoot writes which sheet it is, beside a small plan of all sheets, and the
// credit below.
func (h *handout) tileFoot(sheet, page *scene.Page, t tiling, row, col int, name string) {
	foot := geometry.Rect{X: tileEdge, Y: sheet.H - tileEdge - tileFoot, W: sheet.W - 2*tileEdge, H: tileFoot}
	plan := h.plan(sheet, t, row, col, foot.Right(), foot.Y)
	note := h.words.T("export.tile.note", "Page", page.Title, "Sheet", name, "Number", row*t.cols+col+1, "Count", t.rows*t.cols)
	for i, line := range scene.Shorten(note, plan-8-foot.X, smallestText, false, tileLines) {
		sheet.Add(scene.Text{X: foot.X, Y: foot.Y + tileLine*(float64(i)+0.8), Size: smallestText, Color: h.look.Ink, Text: line})
	}
	credit(sheet, h.words.T("export.credit"), foot.X, foot.Bottom()-1.5, smallestText, h.look.Muted)
}

// plan draws all sheets with the present one filled, at the right of the foot,
// and returns where it begins.
func (h *handout) plan(sheet *scene.Page, t tiling, row, col int, right, top float64) float64 {
	const most = 70
	high := tileLines * tileLine / float64(t.rows)
	wide := high * t.window.W / t.window.H
	if all := wide * float64(t.cols); all > most {
		wide, high = wide*most/all, high*most/all
	}
	left := right - wide*float64(t.cols) - 0.5
	for r := range t.rows {
		for c := range t.cols {
			box := scene.Rect{
				X: left + float64(c)*wide, Y: top + float64(r)*high, W: wide, H: high,
				Paint: scene.Paint{Stroke: h.look.Muted, Width: 0.4},
			}
			if r == row && c == col {
				box.Fill = h.look.Muted
			}
			sheet.Add(box)
		}
	}
	return left
}
