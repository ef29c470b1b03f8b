package canvastest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"ninefold/canvas"
)

// Full returns a small canvas with something of everything that a note shows.
func Full() *canvas.Project {
	note := func(id string, b canvas.Block, text, serves string) *canvas.Note {
		n := &canvas.Note{ID: canvas.ID(id), Order: id, Block: b, Text: text}
		for _, s := range serves {
			n.Segments = append(n.Segments, canvas.ID("s"+string(s)))
		}
		return n
	}
	segment := func(letter, text string, c canvas.Colour, s canvas.Shape) *canvas.Note {
		n := note("s"+letter, canvas.CustomerSegments, text, "")
		n.Segment = &canvas.Segment{Letter: letter, Colour: c, Shape: s}
		return n
	}
	related := note("r1", canvas.CustomerRelationships, "Saturday repair club", "AC")
	related.Relationship = &canvas.Relationship{Type: "own"}
	guess := note("k1", canvas.KeyActivities, "Route planning", "B")
	guess.Standing, guess.Paper = canvas.StandingHypothesis, canvas.PaperBlue
	tested := note("k2", canvas.KeyResources, "Booking software", "ABC")
	tested.Standing, tested.Paper = canvas.StandingTested, canvas.PaperGreen
	tested.Costs = []canvas.CostLine{{ID: "c1"}}
	tested.Comments = []canvas.Comment{{ID: "c2"}}
	fact := note("k3", canvas.KeyResources, "Community manager for evenings and repair rounds", "ABCDEF")
	fact.Standing, fact.Paper = canvas.StandingFact, canvas.PaperPink
	return build(canvas.Head{
		Title: "Volta", Subtitle: "Bicycle care by subscription", DesignedFor: "City Start programme",
		DesignedBy: "M. Duarte", Date: "2026-11-21", Edition: "7",
		Types: []canvas.RelationshipType{{ID: "own", Name: "Club"}},
	}, []*canvas.Note{
		segment("A", "Commuters, 5 days a week", canvas.ColourBlue, canvas.ShapeCircle),
		segment("B", "Courier fleets", canvas.ColourOrange, canvas.ShapeSquare),
		segment("C", "Families with two or more bikes", canvas.ColourGreen, canvas.ShapeTriangle),
		segment("D", "Schools", canvas.ColourPurple, canvas.ShapeDiamond),
		segment("E", "Clubs", canvas.ColourSky, canvas.ShapeHexagon),
		segment("F", "Cities", canvas.ColourRed, canvas.ShapePentagon),
		note("v1", canvas.ValuePropositions, "Your bike works every morning, or the day is free", "A"),
		note("p1", canvas.KeyPartnerships, "Parts wholesaler", "ABC"),
		note("x1", canvas.CostStructure, "Mechanics", "ABC"),
		note("x2", canvas.CostStructure, "Vans", "AB"),
		note("y1", canvas.RevenueStreams, "Monthly plan € 19", "A"),
		note("h1", canvas.Channels, "App", "A"),
		related, guess, tested, fact,
	})
}

// Crowd adds notes of chance to a canvas, some of them very long.
func Crowd(p *canvas.Project, n int, rng *rand.Rand) *canvas.Project {
	notes := make([]*canvas.Note, 0, p.Len()+n)
	for old := range p.Notes() {
		notes = append(notes, old)
	}
	words := strings.Fields("bike repair on the square every morning subscription customers community evening Versicherungsgesellschaft fleet é 客户")
	for i := range n {
		var text []string
		for range 1 + rng.IntN(12) {
			text = append(text, words[rng.IntN(len(words))])
		}
		if rng.IntN(100) == 0 {
			text = append(text, strings.Repeat("and on and on ", 400))
		}
		notes = append(notes, &canvas.Note{
			ID: canvas.ID(fmt.Sprintf("z%d", i)), Order: fmt.Sprintf("z%06d", i),
			Block: canvas.Blocks()[rng.IntN(9)], Text: strings.TrimSpace(strings.Join(text, " ")),
		})
	}
	return build(p.Head(), notes)
}

func build(head canvas.Head, notes []*canvas.Note) *canvas.Project {
	p, err := canvas.Build(head, notes)
	if err != nil {
		panic(err) // the blocks are those of this file
	}
	return p
}
