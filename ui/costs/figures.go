package costs

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/chart"
	"ninefold/export/scene"
	"ninefold/export/text"
	"ninefold/ui/guard"
	"ninefold/ui/kit"
)

// Figures is what the costs come to: what a customer of each segment costs and
// is worth, the months to come as a chart, and the sentence that sums it up. It
// says more of what is pointed at.
type Figures struct {
	widget.BaseWidget
	env   Env
	model *costing.Model

	size    geometry.Size
	text    float64
	top     float64 // how far the segments are scrolled
	table   geometry.Rect
	body    geometry.Rect // of the table: where segments are seen
	chart   geometry.Rect
	outlook geometry.Rect
	columns []span
	plot    *chart.Plot

	ground *kit.Picture
	tip    *tip
	drawn  int // counts what was drawn
}

var (
	_ desktop.Hoverable = (*Figures)(nil)
	_ fyne.Scrollable   = (*Figures)(nil)
	_ fyne.Accessible   = (*Figures)(nil)
)

// NewFigures returns the figures of a document. Call [Figures.Recompute] when
// they are others.
func NewFigures(env Env) *Figures {
	f := &Figures{env: env, ground: kit.NewPicture(), tip: newTip()}
	f.ExtendBaseWidget(f)
	return f
}

// Recompute shows the figures as they are now.
func (f *Figures) Recompute() {
	if m := f.env.Model(); m != f.model {
		f.model = m
		f.arrange()
	}
}

// Lengths of the figures at the usual size of text.
const (
	lineHeight   = 34
	namesHeight  = 34
	titleHeight  = 44
	outlookPad   = 12
	cardGap      = 12
	leastChart   = 190
	tableShare   = 0.5 // of the height that segments take at most
	outlookLines = 3
)

// figureShares are the widths of the columns of figures, in ems of the text, as
// far as there is room for leastName beside them.
var figureShares = [...]float64{5.3, 5.6, 5.2, 4.8, 5.2}

const leastName = 6 // of a segment, with its badge, in ems

// arrange lays the cards out and draws them.
func (f *Figures) arrange() {
	if f.size.W <= 0 || f.model == nil {
		return
	}
	f.text = float64(fynetheme.TextSize())
	area := geometry.Rect{X: margin / 2, Y: margin, W: f.size.W - margin*1.5, H: f.size.H - 2*margin}
	rows := float64(max(len(f.model.Segments()), 1)) * scaled(lineHeight)
	head := scaled(titleHeight) + scaled(namesHeight)
	f.table = geometry.Rect{X: area.X, Y: area.Y, W: area.W, H: head + min(rows, max(area.H*tableShare-head, scaled(lineHeight))) + 6}
	f.body = geometry.Rect{X: area.X + 1, Y: area.Y + head, W: area.W - 2, H: f.table.H - head - 6}
	lines := f.outlookLines(area.W)
	f.outlook = geometry.Rect{X: area.X, W: area.W, H: float64(len(lines))*f.text*1.5 + 2*outlookPad}
	f.outlook.Y = area.Bottom() - f.outlook.H
	f.chart = geometry.Rect{X: area.X, Y: f.table.Bottom() + cardGap, W: area.W}
	f.chart.H = f.outlook.Y - cardGap - f.chart.Y
	if most := f.chart.W * 0.95; f.chart.H > most && most > leastChart { // a chart that is higher than wide reads worse
		f.chart.H = most
		f.outlook.Y = f.chart.Bottom() + cardGap
	}
	f.top = min(f.top, max(0, rows-f.body.H))

	f.columns = nil
	x, sum := f.table.Right()-padding, 0.0
	for _, share := range figureShares {
		sum += share
	}
	em := min(f.text-1, (f.table.W-2*padding-leastName*f.text)/sum)
	for i := len(figureShares) - 1; i >= 0; i-- {
		w := figureShares[i] * em
		x -= w
		f.columns = append([]span{{x, w}}, f.columns...)
	}
	currency := f.env.Doc.Project().Head().Currency
	inner := f.chart.Inset(padding)
	if f.titled() {
		inner.Y, inner.H = f.chart.Y+scaled(titleHeight), f.chart.H-scaled(titleHeight)-padding
	}
	f.plot = chart.Projection(f.model, currency, f.env.Words).Layout(inner, f.text-1.5)
	f.draw()
	f.tip.hide()
}

// titled reports whether there is room for a title above the chart, which its
// axis says as well.
func (f *Figures) titled() bool { return f.chart.H >= scaled(leastChart) }

func (f *Figures) outlookLines(width float64) []string {
	sentence := chart.Outlook(f.model, f.env.Doc.Project().Head().Currency, f.env.Words)
	return scene.Shorten(sentence, width-2*padding, f.text, true, outlookLines)
}

// draw draws the cards.
func (f *Figures) draw() {
	f.drawn++
	all := geometry.Rect{W: f.size.W, H: f.size.H}
	f.ground.Put(f.drawn, f.page, all, kit.Snap(all, kit.Pixels(f, 1)))
}

func (f *Figures) page() *scene.Page {
	b := &brush{&scene.Page{W: f.size.W, H: f.size.H}, f.env.Look}
	b.fill(geometry.Rect{W: f.size.W, H: f.size.H}, scene.Paint{Fill: b.look.Desk})
	f.segments(b)
	if f.chart.H > scaled(titleHeight)*2 {
		b.card(f.chart)
		if f.titled() {
			title := geometry.Rect{X: f.chart.X + padding, Y: f.chart.Y, W: f.chart.W - 2*padding, H: scaled(titleHeight)}
			b.write(f.env.Words.N("costs.months", f.model.Plan().HorizonMonths), title, style{size: f.text, bold: true})
		}
		f.plot.Draw(b.Page, b.look)
	}
	b.card(f.outlook)
	y := f.outlook.Y + outlookPad
	for _, line := range f.outlookLines(f.outlook.W) {
		b.write(line, geometry.Rect{X: f.outlook.X + padding, Y: y, W: f.outlook.W - 2*padding, H: f.text * 1.5}, style{size: f.text, bold: true})
		y += f.text * 1.5
	}
	return b.Page
}

// figureKeys are the beginnings of the words for the columns of figures.
var figureKeys = [len(figureShares)]string{"cac", "ltv", "ratio", "payback", "break_even"}

// segments draws the table of segments.
func (f *Figures) segments(b *brush) {
	words := f.env.Words
	b.card(f.table)
	left := f.table.X + padding
	b.write(words.T("costs.segments"), geometry.Rect{X: left, Y: f.table.Y, W: f.table.W - 2*padding, H: scaled(titleHeight)}, style{size: f.text, bold: true})
	names := geometry.Rect{X: left, Y: f.table.Y + scaled(titleHeight), W: f.table.W - 2*padding, H: scaled(namesHeight)}
	size := f.nameSize()
	for i := range figureKeys {
		lines := scene.Shorten(f.head(i), f.columns[i].w-6, size, true, 2)
		y := names.Bottom() - 6 - float64(len(lines))*size*1.25
		for _, line := range lines {
			b.write(line, geometry.Rect{X: f.columns[i].x, Y: y, W: f.columns[i].w, H: size * 1.25}, style{size: size, bold: true, tone: muted, right: true})
			y += size * 1.25
		}
	}
	b.fill(geometry.Rect{X: left, Y: names.Bottom() - 1, W: names.W, H: 1}, scene.Paint{Fill: b.look.Line})
	segments := f.model.Segments()
	if len(segments) == 0 {
		b.write(words.T("costs.no_segments"), geometry.Rect{X: left, Y: f.body.Y, W: names.W, H: scaled(lineHeight)}, style{size: f.text, tone: muted})
		return
	}
	for i := range segments {
		r := f.row(i)
		if r.Y < f.body.Y-1 || r.Bottom() > f.body.Bottom()+1 {
			continue // only whole rows are seen
		}
		f.segment(b, &segments[i], r)
	}
}

// softHyphen is where the words of a column's name may be divided.
const softHyphen = "\u00ad"

// head is the name of a column of figures, divided where it has no room.
func (f *Figures) head(i int) string {
	name := f.env.Words.T("costs.figure." + figureKeys[i])
	whole := strings.ReplaceAll(name, softHyphen, "")
	if text.Measure(whole, f.text-2, true) <= f.columns[i].w-6 {
		return whole
	}
	return strings.ReplaceAll(name, softHyphen, "-")
}

// nameSize is the size at which no word of the columns' names is broken, within
// reason.
func (f *Figures) nameSize() float64 {
	size := f.text - 2
	for i := range figureKeys {
		for _, word := range strings.FieldsFunc(f.head(i), func(r rune) bool { return r == ' ' || r == '-' }) {
			if w := text.Measure(word+"-", size, true); w > f.columns[i].w-6 {
				size = max(size*(f.columns[i].w-6)/w, f.text-4)
			}
		}
	}
	return size
}

// row is where a segment's row lies.
func (f *Figures) row(i int) geometry.Rect {
	return geometry.Rect{X: f.body.X, Y: f.body.Y + float64(i)*scaled(lineHeight) - f.top, W: f.body.W, H: scaled(lineHeight)}
}

// segment draws a segment's row.
func (f *Figures) segment(b *brush, s *costing.Segment, r geometry.Rect) {
	side := scaled(badgeSize)
	x := f.table.X + padding
	x += b.Badge(s.Note.Segment, geometry.Point{X: x, Y: r.Y + (r.H-side)/2}, side, b.look) + 6
	b.write(s.Note.SegmentName(), geometry.Rect{X: x, Y: r.Y, W: f.columns[0].x - x, H: r.H}, style{size: f.text})
	for i, said := range f.texts(s) {
		in := geometry.Rect{X: f.columns[i].x + figureGap, Y: r.Y, W: f.columns[i].w - figureGap, H: r.H}
		st := style{size: f.figureSize(), right: true}
		if said == "" {
			said, st.tone = f.env.Words.T("chart.missing"), muted
		}
		if ratio, ok := s.LTVToCAC.Get(); ok && figureKeys[i] == "ratio" {
			st.bold, st.tone = true, good
			if ratio.LessThan(costing.SoundRatio()) {
				st.tone = bad
			}
			w := b.write(said, in, st)
			b.verdict(geometry.Point{X: in.Right() - w - f.text*0.55, Y: r.Y + r.H/2}, f.text*0.28, st.tone == good)
			continue
		}
		b.write(said, in, st)
	}
}

// figureGap is between the figures of two columns.
const figureGap = 4

func (f *Figures) figureSize() float64 { return f.text - 1 }

// verdict marks a figure as it should be, upwards, or as it should not be, so
// that it does not take colours to tell.
func (b *brush) verdict(c geometry.Point, r float64, isGood bool) {
	up, colour := r, b.look.Good
	if !isGood {
		up, colour = -r, b.look.Bad
	}
	b.Add(scene.Polygon{
		Points: []scene.Point{{X: c.X, Y: c.Y - up}, {X: c.X + r, Y: c.Y + up*0.8}, {X: c.X - r, Y: c.Y + up*0.8}},
		Paint:  scene.Paint{Fill: colour},
	})
}

// CreateRenderer is for Fyne.
func (f *Figures) CreateRenderer() fyne.WidgetRenderer { return &figuresRenderer{f} }

type figuresRenderer struct{ figures *Figures }

func (r *figuresRenderer) Layout(size fyne.Size) {
	f := r.figures
	now := geometry.Size{W: float64(size.Width), H: float64(size.Height)}
	if now != f.size {
		f.size = now
		f.arrange()
	}
}

func (r *figuresRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 200) }
func (r *figuresRenderer) Refresh()           {}
func (r *figuresRenderer) Destroy()           {}
func (r *figuresRenderer) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.figures.ground}, r.figures.tip.objects()...)
}

// AccessibilityLabel says the sentence that sums the figures up.
func (f *Figures) AccessibilityLabel() string {
	return chart.Outlook(f.env.Model(), f.env.Doc.Project().Head().Currency, f.env.Words)
}

// AccessibilityRole says that the figures are a text.
func (f *Figures) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Scrolled scrolls the segments where not all are in sight.
func (f *Figures) Scrolled(e *fyne.ScrollEvent) {
	defer guard.Catch()
	rows := float64(len(f.model.Segments())) * scaled(lineHeight)
	step := math.Round(-float64(e.Scrolled.DY)/scaled(lineHeight)) * scaled(lineHeight)
	if step == 0 && e.Scrolled.DY != 0 {
		step = math.Copysign(scaled(lineHeight), -float64(e.Scrolled.DY))
	}
	before := f.top
	if f.top = min(max(0, f.top+step), max(0, rows-f.body.H)); f.top != before {
		f.draw()
	}
}
