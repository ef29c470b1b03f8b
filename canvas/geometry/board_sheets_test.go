package geometry

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ninefold/canvas"
)

// related makes a project of segments and relationships of chance, some of
// them with very long texts.
func related(t *testing.T, rng *rand.Rand) *canvas.Project {
	t.Helper()
	var notes []*canvas.Note
	var segments []canvas.ID
	for i := range rng.IntN(7) {
		n := &canvas.Note{ID: canvas.ID(fmt.Sprint("s", i)), Order: fmt.Sprintf("k%03d", i), Block: canvas.CustomerSegments, Text: fmt.Sprint("Segment ", i)}
		n.Segment = &canvas.Segment{Letter: string(rune('A' + i))}
		if rng.IntN(2) == 0 {
			n.Segment.Expected = []string{"self_service", "communities"}
		}
		notes, segments = append(notes, n), append(segments, n.ID)
	}
	stages := append(canvas.Stages(), "")
	for i := range rng.IntN(40) {
		n := &canvas.Note{ID: canvas.ID(fmt.Sprint("r", i)), Order: fmt.Sprintf("k%03d", i), Block: canvas.CustomerRelationships}
		n.Text = strings.TrimSpace(strings.Repeat(fmt.Sprint("word", i, " "), 1+rng.IntN(12)))
		if rng.IntN(12) == 0 {
			n.Text = strings.TrimSpace(strings.Repeat(fmt.Sprint("long", i, " "), 400))
		}
		n.Relationship = &canvas.Relationship{Type: "self_service", Stage: stages[rng.IntN(len(stages))]}
		for _, s := range segments {
			if rng.IntN(4) == 0 {
				n.Segments = append(n.Segments, s)
			}
		}
		notes = append(notes, n)
	}
	p, err := canvas.Build(canvas.Head{}, notes)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestSheetsShowWholeCardsWithoutOverlap(t *testing.T) {
	rng := source(t)
	text := BoardText{
		NoSegments: "none",
		Type:       func(id string) string { return id },
		Stage:      func(s canvas.Stage) (string, string) { return string(s), "" },
		Segment: func(n *canvas.Note) (string, []FieldText) {
			if n == nil {
				return "nobody", nil
			}
			return n.Text, []FieldText{{Text: "about " + n.Text}}
		},
		Note:    func(n *canvas.Note) (string, []string) { return n.Text, []string{"cost of " + string(n.ID)} },
		Gap:     func(types []string, _ bool) string { return "lacks " + strings.Join(types, " ") },
		Figures: func(*canvas.Note) []Figure { return []Figure{{Name: "CAC", Value: "12"}} },
	}
	more := 0
	for range 60 {
		p := related(t, rng)
		area := Rect{X: 28, Y: 60, W: 500 + rng.Float64()*600, H: 300 + rng.Float64()*400}
		e := &BoardEngine{Measure: fakeMeasure}
		boards := e.Sheets(p, BoardPaper(1, 7), text, func() Rect { return area })
		if len(boards) > 1 {
			more++
		}
		written := map[canvas.Cell]string{}
		gaps := 0
		for _, b := range boards {
			for i, r := range b.Rows {
				if r.Rect.Bottom() > area.Bottom()+slack || r.Rect.Y < b.Body.Y-slack {
					t.Errorf("a row %v leaves its sheet %v", r.Rect, b.Body)
				}
				if i > 0 && b.Rows[i-1].Rect.Bottom() > r.Rect.Y {
					t.Error("two rows overlap")
				}
				checkLabels(t, r.Labels, r.Head)
				for _, c := range r.Cells {
					end := c.Rect.Y
					for _, k := range c.Cards {
						if k.Rect.Y < end || k.Rect.Bottom() > c.Rect.Bottom()+slack {
							t.Errorf("a card %v lies beyond %v in its cell %v", k.Rect, end, c.Rect)
						}
						end = k.Rect.Bottom()
						checkLabels(t, k.Labels, k.Rect)
						for _, l := range k.Labels {
							written[c.Cell] += strings.Join(l.Lines, " ") + " "
						}
						for _, badge := range k.Badges {
							if badge.Rect.Y < 0 || badge.Rect.Bottom() > k.Rect.H+slack {
								t.Errorf("a badge %v lies beside its card %v", badge.Rect, k.Rect)
							}
						}
					}
					checkLabels(t, c.Labels, c.Rect)
					for _, l := range c.Labels {
						gaps++
						if c.Rect.Y+l.Rect.Y < end-slack {
							t.Error("what is lacking stands over a card")
						}
					}
				}
			}
		}
		want, wantGaps := map[canvas.Cell]string{}, 0
		g := group(p)
		for cell, notes := range g.cells {
			for _, n := range notes {
				want[cell] += "self_service " + n.Text + " · cost of " + string(n.ID) + " "
			}
		}
		for _, s := range g.segments {
			if len(unmet(s, g.bySegment[s.ID])) > 0 {
				wantGaps++
			}
		}
		for cell, text := range want {
			// The sign between text and cost is left out where a line ends.
			squeeze := strings.NewReplacer(" ", "", "·", "").Replace
			if got, want := squeeze(written[cell]), squeeze(text); got != want {
				t.Errorf("%v: %.90q is written, want %.90q", cell, got, want)
			}
		}
		if gaps != wantGaps {
			t.Errorf("%d gaps are told, want %d", gaps, wantGaps)
		}
	}
	if more == 0 {
		t.Error("no board took several sheets")
	}
}

// checkLabels holds that labels lie in their box and not over each other.
func checkLabels(t *testing.T, labels []Label, box Rect) {
	t.Helper()
	end := 0.0
	for _, l := range labels {
		if l.Empty() {
			continue
		}
		if l.Rect.Y < end-slack || l.Rect.Bottom() > box.H+slack {
			t.Errorf("%.40q at %v lies beyond %v in a box of %v", l.Lines[0], l.Rect, end, box.H)
		}
		end = l.Rect.Bottom()
	}
}
