package scene_test

import (
	"fmt"
	goimage "image"
	"image/draw"
	"math"
	"strings"
	"testing"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/canvas/file"
	"ninefold/canvas/geometry"
	"ninefold/export/image"
	"ninefold/export/scene"
	"ninefold/export/text"
	"ninefold/internal/golden"
)

// states are notes that together show all that a note can look like.
func states(t *testing.T) *canvas.Project {
	t.Helper()
	var notes []*canvas.Note
	add := func(id string, n canvas.Note) {
		n.ID, n.Order = canvas.ID(id), id
		if n.Block == "" {
			n.Block = canvas.Channels
		}
		notes = append(notes, &n)
	}
	var all []canvas.ID
	for i, shape := range canvas.Shapes() {
		s := canvas.Note{Block: canvas.CustomerSegments, Text: "Segment " + string(rune('A'+i)), Segment: &canvas.Segment{
			Letter: string(rune('A' + i)), Colour: canvas.Colours()[i], Shape: shape,
		}}
		add("s"+s.Segment.Letter, s)
		all = append(all, notes[len(notes)-1].ID)
	}
	for i, paper := range canvas.Papers() {
		add("p"+string(rune('a'+i)), canvas.Note{Text: "Paper " + string(paper), Paper: paper})
	}
	for _, s := range canvas.StandingHypothesis.Values() {
		add("q"+s, canvas.Note{Text: "A " + s, Standing: canvas.Standing(s)})
	}
	cost, comment := []canvas.CostLine{{ID: "c"}}, []canvas.Comment{{ID: "m"}}
	add("ra", canvas.Note{Text: "With a cost", Costs: cost})
	add("rb", canvas.Note{Text: "With a comment", Comments: comment})
	add("rc", canvas.Note{Text: "Worth a look"})
	add("rd", canvas.Note{Text: "Everything at once, and a text that goes on", Standing: canvas.StandingFact, Costs: cost, Comments: comment, Segments: all})
	add("re", canvas.Note{Text: ""})
	add("rf", canvas.Note{Text: "Donaudampfschifffahrtsgesellschaftskapitän", Segments: all[:1]})
	add("rg", canvas.Note{Text: "One line\nand another\n\nand one more"})
	add("rh", canvas.Note{
		Block: canvas.CustomerRelationships, Text: "Saturday club", Segments: all[2:3],
		Relationship: &canvas.Relationship{Type: "communities"},
	})
	p, err := canvas.Build(canvas.Head{}, notes)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The notes in all their states, by day and by night, the latter at twice the
// size for half of them.
func TestNotesLookAsTheyDid(t *testing.T) {
	p := states(t)
	engine := scene.NewEngine(locale.Of("en"))
	engine.Warn = map[canvas.ID]bool{"rc": true, "rd": true}
	draw := func(look *scene.Look, scale float64, skip, columns int) *goimage.RGBA {
		m := geometry.Screen(1)
		const width, gap = 150.0, 8.0
		page := &scene.Page{W: float64(columns)*(width+gap) + gap, H: 1000}
		low := 0.0
		bottoms := make([]float64, columns)
		out := goimage.NewRGBA(goimage.Rect(0, 0, int(page.W*scale), int(page.H*scale)))
		fill := &scene.Page{W: page.W, H: page.H}
		fill.Add(scene.Rect{W: page.W, H: page.H, Paint: scene.Paint{Fill: look.Sheet}})
		paste(out, image.Render(fill, scale), 0, 0)
		i := 0
		for n := range p.Notes() {
			if i++; i <= skip {
				continue
			}
			content := engine.Content(p, n, m, width)
			note := geometry.Note{ID: n.ID, Note: n, Rect: geometry.Rect{W: width, H: content.Size.H}, Content: content}
			column := 0
			for k := range bottoms {
				if bottoms[k] < bottoms[column] {
					column = k
				}
			}
			x, y := gap+float64(column)*(width+gap), bottoms[column]+gap
			paste(out, image.Render(scene.Note(&note, m, look), scale), int(x*scale), int(y*scale))
			bottoms[column] = y + note.Rect.H
			low = max(low, bottoms[column])
		}
		return out.SubImage(goimage.Rect(0, 0, out.Rect.Dx(), int((low+gap)*scale))).(*goimage.RGBA)
	}
	golden.CompareImage(t, "notes", tiled(
		draw(scene.Light(), 1, 0, 4),
		draw(scene.Dark(), 1, 0, 4),
		draw(scene.Light(), 2, p.Len()-6, 2),
	))
}

// tiled sets pictures under each other.
func tiled(pictures ...*goimage.RGBA) *goimage.RGBA {
	var size goimage.Point
	for _, p := range pictures {
		size.X = max(size.X, p.Rect.Dx())
		size.Y += p.Rect.Dy()
	}
	out := goimage.NewRGBA(goimage.Rectangle{Max: size})
	y := 0
	for _, p := range pictures {
		draw.Draw(out, goimage.Rect(0, y, p.Rect.Dx(), y+p.Rect.Dy()), p, p.Rect.Min, draw.Src)
		y += p.Rect.Dy()
	}
	return out
}

// volta is the sample project in Italian, with more notes where they are asked for.
func volta(t *testing.T, more int) *canvas.Project {
	t.Helper()
	p, _, err := file.Decode(assets.Sample("it"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range more {
		text := strings.Repeat("Un'altra nota che dice qualcosa ", 1+i%3)
		if p, _, err = canvas.AddNote(p, canvas.Note{ID: canvas.ID(fmt.Sprint("nt_", i)), Text: strings.TrimSpace(text)}, canvas.Blocks()[i%9], canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// A text that is read from the right ends at the right: beside the badges where
// they are, at the note's edge below them.
func TestTextFromTheRightEndsAtTheRight(t *testing.T) {
	m := geometry.Screen(1)
	size, badges := geometry.Size{W: 200, H: 44}, []geometry.Badge{{Rect: geometry.Rect{X: 178, Y: m.PadY, W: 14, H: 14}}}
	content := geometry.NewContent(size, []string{"תיקון", "Bikes שלום"}, badges, "")
	lines := scene.NoteLines(content, m)
	for i, right := range []float64{178 - 2*m.BadgeGap, 200 - m.Right} {
		l := lines[i]
		if end := m.Left + l.X + text.Measure(l.Mark+l.Text, m.Text, false); math.Abs(end-right) > 0.01 {
			t.Errorf("line %d ends at %v, want %v", i, end, right)
		}
	}
	if lines[0].Mark != "" || lines[1].Mark == "" || !text.RightToLeft(lines[1].Mark+lines[1].Text) {
		t.Errorf("the marks are %q and %q", lines[0].Mark, lines[1].Mark)
	}
	content = geometry.NewContent(size, []string{"Bikes", "שלום"}, badges, "")
	if lines = scene.NoteLines(content, m); lines[1].X != 0 || text.RightToLeft(lines[1].Mark+lines[1].Text) {
		t.Errorf("in a text from the left the second line is %+v", lines[1])
	}
}

// The canvas empty, with lines that moved to make room, and overfull and
// scrolled, by day and by night.
func TestCanvasesLookAsTheyDid(t *testing.T) {
	words := locale.Of("it")
	show := func(p *canvas.Project, look *scene.Look, scale float64, scroll map[canvas.Block]float64) *goimage.RGBA {
		totals := scene.Totals(costing.New(p).Totals(), "EUR", words)
		engine := scene.NewEngine(words)
		scene.SetTotals(engine, totals)
		l := engine.FitScrolled(p, geometry.Rect{W: 760, H: 330}, geometry.Screen(0.8), scroll)
		picture := image.Render(scene.CanvasFrame(l, totals, words, look), scale)
		for i := range l.Blocks {
			b := &l.Blocks[i]
			for j := range b.Notes {
				n := &b.Notes[j]
				if seen := l.Sight(b, n); !seen.Empty() {
					note := image.Render(scene.Note(n, l.Metrics, look), scale)
					note = note.SubImage(goimage.Rect(0, 0, note.Rect.Dx(), int(seen.H*scale))).(*goimage.RGBA)
					at := goimage.Pt(int(n.Rect.X*scale), int(n.Rect.Y*scale))
					draw.Draw(picture, note.Rect.Add(at), note, goimage.Point{}, draw.Over)
				}
			}
		}
		return picture
	}
	over, twice := volta(t, 40), show(volta(t, 0), scene.Light(), 2, nil)
	golden.CompareImage(t, "canvases", tiled(
		show(canvas.New("", "it", "EUR"), scene.Light(), 1, nil),
		show(over, scene.Light(), 1, nil),
		show(over, scene.Dark(), 1, map[canvas.Block]float64{canvas.Channels: 60, canvas.ValuePropositions: 1e6}),
		twice.SubImage(goimage.Rect(760, 300, 1520, 660)).(*goimage.RGBA),
	))
}
