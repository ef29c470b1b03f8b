package handout

import (
	"slices"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// worksheets draws a sheet about the relationships of each segment, or one for
// a segment without a name.
func (h *handout) worksheets() {
	segments := h.project.Segments()
	if len(segments) == 0 {
		h.worksheet(nil)
	}
	for _, n := range segments {
		h.worksheet(n)
		if h.opts.Grow { // a picture is of one sheet
			return
		}
	}
}

// worksheet draws the five questions, the types to tick, the gap and the cost.
func (h *handout) worksheet(segment *canvas.Note) {
	name := h.words.T("export.page.worksheet")
	s := sheet{name: name, subtitle: name, plain: true}
	if segment != nil {
		s.name += ": " + segment.SegmentName()
	}
	page, area := h.begin(s)
	f := &form{h, page}
	area = f.segmentLine(gapAbove(area, 3*h.unit), segment)
	gap := 18 * h.unit
	asks, rest := area, area
	if h.opts.Portrait {
		asks.H = 0.41 * area.H // with two lines to write on each
		rest = gapAbove(area, asks.H+gap*0.7)
	} else {
		asks.W = 0.46 * (area.W - gap)
		rest.X, rest.W = area.X+asks.W+gap, area.W-gap-asks.W
	}
	f.asks(asks)
	f.types(rest, segment, gap)
}

// segmentLine names the segment, or leaves a line for its name, and returns the
// area below.
func (f *form) segmentLine(area geometry.Rect, segment *canvas.Note) geometry.Rect {
	label := f.aside()
	u := f.unit
	high := 31 * u
	f.page.Add(scene.Text{X: area.X, Y: area.Y + label.size, Size: label.size, Color: label.color, Text: f.words.T("export.worksheet.segment")})
	base := area.Y + high - 5*u
	if segment == nil {
		f.line(area.X, base+2*u, area.Right())
		return gapAbove(area, high+6*u)
	}
	size := f.pt(12)
	x := area.X + 2*u
	x += f.page.Badge(segment.Segment, geometry.Point{X: x, Y: base - size*0.96}, size*1.2, f.look) + 5*u
	f.page.Add(scene.Text{X: x, Y: base, Size: size, Bold: true, Color: f.look.Ink, Text: scene.Shorten(segment.SegmentName(), area.Right()-x, size, true, 1)[0]})
	return gapAbove(area, high+6*u)
}

// asks writes the questions about relationships with lines below each.
func (f *form) asks(area geometry.Rect) {
	keys := catalog.Questions(canvas.CustomerRelationships)
	each := area.H / float64(len(keys))
	for i, key := range keys {
		r := geometry.Rect{X: area.X, Y: area.Y + float64(i)*each, W: area.W, H: each}
		y := f.write(f.words.T(key), r.X, r.Y, r.W, f.lead())
		below := gapAbove(r, y-r.Y)
		below.H -= 5 * f.unit
		f.rules(below)
	}
}

// types draws the table of types to tick, and below it the gap and the costs.
func (f *form) types(area geometry.Rect, segment *canvas.Note, gap float64) {
	all := catalog.Types()
	row := 15 * f.unit
	table := area
	table.H = row*float64(len(all)) + 2.6*f.aside().line()
	body := f.part(table, f.words.T("export.worksheet.types"), "")
	rows := f.grid(body, []column{
		{title: f.words.T("export.worksheet.type"), share: 3.4},
		{title: f.words.T("export.worksheet.expected"), share: 1.25, align: middle},
		{title: f.words.T("export.worksheet.habitual"), share: 1.25, align: middle},
		{title: f.words.T("export.worksheet.offered"), share: 1.25, align: middle},
	}, body.H/(float64(len(all))+1.6))
	for i, cells := range rows {
		if i >= len(all) {
			break
		}
		id := all[i].ID
		name := scene.TypeName(f.project, f.words, id)
		if id == canvas.TypeCustom {
			name += ":" // and a place for it
		}
		f.into(cells[0], name, f.body())
		for k, ticked := range []bool{
			segment != nil && slices.Contains(segment.Segment.Expected, id),
			segment != nil && slices.Contains(segment.Segment.Habitual, id),
			segment != nil && f.offers(segment.ID, id),
		} {
			f.tick(cells[k+1].Center(), ticked)
		}
	}
	left := gapAbove(area, table.H+gap*0.7)
	lack := left
	lack.H = 0.34 * left.H
	below := f.part(lack, f.words.T("export.worksheet.gap"), f.words.T("export.worksheet.gap.about"))
	f.rules(below)
	f.costTable(gapAbove(left, lack.H+gap*0.6))
}

// offers reports whether a relationship of a type serves the segment.
func (f *form) offers(segment canvas.ID, typ string) bool {
	return slices.ContainsFunc(f.project.Block(canvas.CustomerRelationships), func(n *canvas.Note) bool {
		return n.IsRelationship() && n.Relationship.Type == typ && n.Serves(segment)
	})
}

// costTable draws the table of what the relationships cost, with its total.
func (f *form) costTable(area geometry.Rect) {
	body := f.part(area, f.words.T("export.worksheet.cost"), "")
	total := 15 * f.unit
	body.H -= total
	f.grid(body, []column{
		{title: f.words.T("export.worksheet.relationship"), share: 3.2},
		{title: f.words.T("costs.stage"), share: 1.6},
		{title: f.words.T("export.worksheet.month"), share: 1.6, align: end},
	}, rulePitch*f.unit)
	f.totalLine(geometry.Rect{X: body.X, Y: body.Bottom(), W: body.W, H: total}, 1.6/6.4)
}

// totalLine writes the word for a sum below a table, before the last column.
func (f *form) totalLine(r geometry.Rect, share float64) {
	st := f.lead()
	word := f.words.T("xlsx.total")
	x := r.Right() - share*r.W - 6*f.unit - text.Measure(word, st.size, true)
	f.page.Add(scene.Text{X: x, Y: r.Y + r.H/2 + 0.36*st.size, Size: st.size, Bold: true, Color: st.color, Text: word})
	f.line(r.Right()-share*r.W, r.Bottom(), r.Right())
}

// costSheet draws a sheet for cost lines and one column of figures for each
// segment.
func (h *handout) costSheet() {
	name := h.words.T("export.page.cost_sheet")
	page, area := h.begin(sheet{name: name, subtitle: name, plain: true})
	f := &form{h, page}
	area = gapAbove(area, 4*h.unit)
	lines := area
	lines.H = 0.6 * area.H
	body := f.part(lines, h.words.T("export.cost_sheet.lines"), h.words.T("export.cost_sheet.lines.about"))
	total := 15 * h.unit
	body.H -= total
	columns := []column{
		{title: h.words.T("export.cost_sheet.line"), share: 3.2},
		{title: h.words.T("export.cost_sheet.where"), share: 2.2},
		{title: h.words.T("export.segments"), share: 1.2},
		{title: h.words.T("export.cost_sheet.behaviour"), share: 1.7},
		{title: h.words.T("export.cost_sheet.amount"), share: 1.2, align: end},
		{title: h.words.T("export.worksheet.month"), share: 1.2, align: end},
	}
	f.grid(body, columns, rulePitch*h.unit)
	sum := 0.0
	for _, c := range columns {
		sum += c.share
	}
	f.totalLine(geometry.Rect{X: body.X, Y: body.Bottom(), W: body.W, H: total}, 1.2/sum)
	f.economics(gapAbove(area, lines.H+14*h.unit))
}

// economicsRows are the figures of a segment and how each follows from others.
var economicsRows = []string{"customers", "new", "churn", "revenue", "acquisition", "retention", "cac", "contribution", "ltv", "ratio"}

// economics draws the table of the segments' figures, to be worked out by hand.
func (f *form) economics(area geometry.Rect) {
	body := f.part(area, f.words.T("export.cost_sheet.economics"), "")
	segments := f.project.Segments()
	columns := []column{{title: f.words.T("export.cost_sheet.figure"), share: 4.2}}
	const least, most = 3, 6
	n := min(max(least, len(segments)), most)
	for i := range n {
		title := f.words.T("export.worksheet.segment") + " " + string(rune('A'+i))
		if i < len(segments) {
			title = segments[i].Segment.Letter + "  " + segments[i].SegmentName()
		}
		columns = append(columns, column{title: scene.Shorten(title, 0.1*body.W, f.aside().size, true, 2)[0], share: 1.4})
	}
	rows := f.grid(body, columns, body.H/(float64(len(economicsRows))+1.2))
	for i, cells := range rows {
		if i < len(economicsRows) {
			f.into(cells[0], f.words.T("export.cost_sheet."+economicsRows[i]), f.body())
		}
	}
}
