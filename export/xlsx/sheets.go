package xlsx

import (
	"cmp"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// sheets writes the sheets. They refer to one another, so each has its place in
// the book, and what others need to know of it, before the first is filled.
type sheets struct {
	book     *book
	words    *locale.Words
	project  *canvas.Project
	model    *costing.Model
	segments []costing.Segment // at least one
	lines    []costing.Line
	kinds    []costing.Kind // of the lines, by stage and behaviour
	months   []costing.Month

	grids map[string]*grid // by the key of the name, without what all have in common

	in     inputsAt
	seg    segmentsAt
	rev    revenueAt
	out    costsAt
	people peopleAt
	month  monthsAt
	sum    summaryAt
	econ   economicsAt
	even   breakEvenAt
	ahead  projectionAt
}

// order is the order of the sheets.
func (s *sheets) order() []string {
	keys := []string{
		"read_me", "summary", "inputs", "scenarios", "segments", "relationships", "revenue", "costs", "people",
		"economics", "break_even", "projection", "months", "checks",
	}
	if len(s.remarks()) > 0 {
		keys = append(keys, "comments")
	}
	return keys
}

// write fills all sheets.
func (s *sheets) write() {
	s.grids = map[string]*grid{}
	for _, key := range s.order() {
		s.grids[key] = s.book.sheet("xlsx.sheet." + key)
	}
	s.kinds = kindsOf(s.lines)
	s.placeSegments()
	s.placeRevenue()
	s.placeCosts()
	s.placePeople()
	s.placeMonths()
	s.placeProjection()

	s.inputs()
	s.scenarios()
	s.segmentSheet()
	s.revenue()
	s.costs()
	s.peopleSheet()
	s.monthSheet()
	s.projection()
	s.summary()
	s.economics()
	s.breakEven()
	s.relationships()
	s.checks()
	s.comments()
	s.readMe()
}

// last is the last of the columns of segments that begin at first.
func (s *sheets) last(first int) int { return first + len(s.segments) - 1 }

// unit is what stands beside amounts.
func (s *sheets) unit(key string) string {
	return s.words.T("xlsx.unit."+key, "Currency", s.project.Head().Currency)
}

// top writes a sheet's title and what it is for.
func (s *sheets) top(g *grid, key string) {
	g.say(1, 1, title, text, s.name()+" · "+g.name)
	g.say(1, 2, remark, text, s.about(key))
	g.height(1, 26)
}

// name is the project's title.
func (s *sheets) name() string {
	return cmp.Or(s.project.Head().Title, s.words.T("project.untitled"))
}

// about says what a sheet is for.
func (s *sheets) about(key string) string {
	return s.words.T("xlsx.about."+key, "Currency", s.project.Head().Currency)
}

// headWords are the words of a column's head.
func (s *sheets) headWords(key string) string {
	return s.words.T("xlsx.head."+key, "Currency", s.project.Head().Currency)
}

// segmentTitle heads a segment's column.
func (s *sheets) segmentTitle(i int) string {
	n := s.segments[i].Note
	out, _ := clean(n.Segment.Letter + " · " + n.SegmentName())
	return out
}

// heads repeats the segments' titles of the inputs over columns that begin at first.
func (s *sheets) heads(g *grid, first, row int) {
	for i := range s.segments {
		name := s.segmentTitle(i)
		g.fit(first+i, row, name)
		g.words(first+i, row, head, right, s.in.grid.at(fix(s.in.first+i, s.in.head)), name)
	}
}

// letterHeads repeats the segments' letters over columns of marks.
func (s *sheets) letterHeads(g *grid, first, row int) {
	for i := range s.segments {
		letter, _ := clean(s.segments[i].Note.Segment.Letter)
		g.words(first+i, row, head, centred, s.letter(i), letter)
	}
}

// letter is the cell of a segment's letter.
func (s *sheets) letter(i int) string { return s.in.grid.at(fix(s.in.first+i, s.in.letter)) }

// stage is a stage's name; stages that are not said have one, too, and so have
// notes that are no relationships.
func (s *sheets) stage(k costing.Kind) string {
	switch {
	case !k.Relationship:
		return s.words.T("xlsx.other")
	case k.Stage == "":
		return s.words.T("xlsx.no_stage")
	}
	return s.words.T("stage." + string(k.Stage))
}

// behaviour is a behaviour's name.
func (s *sheets) behaviour(b canvas.Behaviour) string {
	if b == "" {
		return s.words.T("xlsx.not_said")
	}
	return s.words.T("behaviour." + string(b))
}

// mark says that a note serves a segment.
const mark = "x"

// marks writes which segments a note serves: those that it has shares for.
func (s *sheets) marks(g *grid, first, row int, shares []costing.Share) {
	k := 0
	for i := range s.segments {
		if k < len(shares) && shares[k].Segment == s.segments[i].Note.ID {
			g.put(first+i, row, look{role: input, form: centred}, "", word, mark)
			k++
		} else {
			g.blank(first+i, row, input, centred)
		}
	}
}

// marked counts the marks of a row that begin at first.
func (s *sheets) marked(first, row int) string {
	return "COUNTIF(" + s.marksOf(first, row) + "," + nameMark + ")"
}

func (s *sheets) marksOf(first, row int) string {
	return fixColumn(first, row) + ":" + fixColumn(s.last(first), row)
}

// columnWidths are the given widths and, at their places, as many more as
// there are segments.
func (s *sheets) columnWidths(widths ...any) []float64 {
	var out []float64
	for _, w := range widths {
		switch w := w.(type) {
		case float64:
			out = append(out, w)
		case perSegment:
			for range s.segments {
				out = append(out, float64(w))
			}
		}
	}
	return out
}

// perSegment is the width of each of the segments' columns.
type perSegment float64
