package geometry

import (
	"slices"

	"ninefold/canvas"
)

// grouping is which relationships stand in which cell.
type grouping struct {
	segments  []*canvas.Note
	rows      []*canvas.Note // the segments, and nil last where some relationship serves none
	cells     map[canvas.Cell][]*canvas.Note
	bySegment map[canvas.ID][]*canvas.Note
	stageless bool
}

func group(p *canvas.Project) *grouping {
	g := &grouping{
		segments:  p.Segments(),
		cells:     map[canvas.Cell][]*canvas.Note{},
		bySegment: map[canvas.ID][]*canvas.Note{},
	}
	common := false
	for _, n := range p.Block(canvas.CustomerRelationships) {
		if !n.IsRelationship() {
			continue
		}
		g.stageless = g.stageless || n.Relationship.Stage == ""
		common = common || len(n.Segments) == 0
		for _, c := range canvas.CellsOf(n) {
			g.cells[c] = append(g.cells[c], n)
			g.bySegment[c.Segment] = append(g.bySegment[c.Segment], n)
		}
	}
	g.rows = slices.Clone(g.segments)
	if common {
		g.rows = append(g.rows, nil)
	}
	return g
}

// served returns the segments that a note serves.
func (g *grouping) served(n *canvas.Note) []*canvas.Note {
	if len(n.Segments) < 2 {
		return nil
	}
	var out []*canvas.Note
	for _, s := range g.segments {
		if n.Serves(s.ID) {
			out = append(out, s)
		}
	}
	return out
}

// unmet returns the types that a segment expects and that none of its
// relationships is of.
func unmet(s *canvas.Note, relationships []*canvas.Note) []string {
	if s == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.Segment.Expected), func(t string) bool {
		return slices.ContainsFunc(relationships, func(n *canvas.Note) bool { return n.Relationship.Type == t })
	})
}
