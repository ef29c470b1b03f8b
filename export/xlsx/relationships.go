package xlsx

import (
	"strings"

	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/export/scene"
)

// relationships writes which relationships each segment has at which stage and
// what they cost, and below this all of them one by one.
func (s *sheets) relationships() {
	g := s.grids["relationships"]
	g.setWidths([]float64{26, 24, 24, 24, 24, 16, 16})
	s.top(g, "relationships")
	row := s.matrix(g, 4)
	s.relationshipList(g, row+1)
}

// matrix writes a row for each segment, with the relationships' names and
// under them their cost, and returns the row after the last one.
func (s *sheets) matrix(g *grid, row int) int {
	stages := stagesAnd()
	last := 2 + len(stages)
	g.across(1, last, row, section)
	g.say(1, row, section, text, s.words.T("xlsx.section.matrix", "Currency", s.project.Head().Currency))
	row++
	g.say(1, row, head, text, s.headWords("segment"))
	for k, stage := range stages {
		g.say(2+k, row, head, right, s.stage(costing.Kind{Relationship: true, Stage: stage}))
	}
	g.say(last, row, head, right, s.words.T("xlsx.total"))
	names := s.relationshipNames()
	common := s.model.Common()
	for i := range len(s.segments) + 1 {
		row++
		var of costing.ByStage
		column, id := s.sum.first+i, canvas.ID("")
		if i < len(s.segments) {
			of, id = s.segments[i].ByStage, s.segments[i].Note.ID
			title := s.segmentTitle(i)
			g.fit(1, row, title)
			g.words(1, row, plain, wrapped, s.in.grid.at(fix(s.in.first+i, s.in.head)), title)
		} else {
			of, column = common.ByStage, s.sum.common
			g.say(1, row, plain, wrapped, s.words.T("xlsx.no_segment"))
		}
		g.across(1, last, row+1, total)
		for k, stage := range stages {
			g.say(2+k, row, plain, above, strings.Join(names[canvas.Cell{Segment: id, Stage: stage}], "\n"))
			g.formula(2+k, row+1, total, money, s.sum.grid.at(a1(column, s.sum.stages+k)), of.Stage(stage))
		}
		g.blank(last, row, plain, text)
		row++
		g.formula(last, row, total, money, sumOf(a1(2, row)+":"+a1(last-1, row)), of.Relationships)
	}
	return row + 1
}

// relationshipNames are the names of the relationships in each cell of the board.
func (s *sheets) relationshipNames() map[canvas.Cell][]string {
	names := map[canvas.Cell][]string{}
	for _, n := range s.project.Block(canvas.CustomerRelationships) {
		served := s.model.Served(n)
		if len(served) == 0 {
			served = []canvas.ID{""}
		}
		for _, id := range served {
			cell := canvas.Cell{Segment: id, Stage: s.stageOf(n)}
			names[cell] = append(names[cell], s.relationshipName(n))
		}
	}
	return names
}

func (s *sheets) stageOf(n *canvas.Note) canvas.Stage {
	if n.IsRelationship() {
		return n.Relationship.Stage
	}
	return ""
}

// relationshipName is what a relationship is called: its text, or its type.
func (s *sheets) relationshipName(n *canvas.Note) string {
	if n.Text == "" && n.IsRelationship() {
		return s.typeName(n)
	}
	return n.Text
}

func (s *sheets) typeName(n *canvas.Note) string {
	if !n.IsRelationship() {
		return ""
	}
	return scene.TypeName(s.project, s.words, n.Relationship.Type)
}

// relationshipList writes a row for each relationship.
func (s *sheets) relationshipList(g *grid, row int) {
	const last = 7
	g.across(1, last, row, section)
	g.say(1, row, section, text, s.words.T("xlsx.section.relationships"))
	row++
	for i, key := range []string{"relationship", "type", "stage", "segments", "measures", "status"} {
		g.say(1+i, row, head, wrapped, s.headWords(key))
	}
	g.say(last, row, head, right, s.headWords("monthly"))
	from := row + 1
	lines := map[canvas.ID][2]int{} // the first and last cost line of a note
	for i := range s.lines {
		id := s.lines[i].Note.ID
		if _, ok := lines[id]; !ok {
			lines[id] = [2]int{i, i}
		}
		lines[id] = [2]int{lines[id][0], i}
	}
	for _, n := range s.project.Block(canvas.CustomerRelationships) {
		row++
		var letters, measures []string
		for _, id := range s.model.Served(n) {
			letters = append(letters, s.model.Segment(id).Note.Segment.Letter)
		}
		status := ""
		if r := n.Relationship; r != nil {
			for _, m := range r.Measures {
				measures = append(measures, m.Name)
			}
			if r.Status != "" {
				status = s.words.T("status." + string(r.Status))
			}
		}
		for i, text := range []string{
			n.Text, s.typeName(n), s.stage(costing.Kind{Relationship: true, Stage: s.stageOf(n)}),
			strings.Join(letters, ", "), strings.Join(measures, "\n"), status,
		} {
			g.say(1+i, row, plain, wrapped, text)
		}
		if at, ok := lines[n.ID]; ok {
			monthly := s.out.grid.at(fix(s.out.monthly, s.out.from+at[0]) + ":" + fix(s.out.monthly, s.out.from+at[1]))
			g.formula(last, row, plain, money, sumOf(monthly), s.model.Note(n.ID))
		} else {
			g.blank(last, row, plain, money)
		}
		g.done(row)
	}
	if row < from { // a row to begin with
		row++
		g.across(1, last, row, plain)
	}
	row++
	g.across(1, last, row, total)
	g.say(1, row, total, text, s.words.T("xlsx.total"))
	g.formula(last, row, total, money, sumOf(a1(last, from)+":"+a1(last, row-1)), s.model.Totals().Relationships)
}
