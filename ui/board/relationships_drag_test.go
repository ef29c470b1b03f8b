package board_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/scene"
	"ninefold/ui/board"
	"ninefold/ui/document"
)

// counted is a surface that counts how often the board asks what lies on it.
type counted struct {
	board.Surface
	asked int
}

func (c *counted) Items() []board.Item {
	c.asked++
	return c.Surface.Items()
}

// crowd is a project of twelve segments and two hundred relationships.
func crowd(t testing.TB) *canvas.Project {
	t.Helper()
	p := canvas.New("Crowd", "en", "EUR")
	for i := range 12 {
		var err error
		if p, _, err = canvas.AddNote(p, canvas.Note{Text: fmt.Sprint("Segment ", i)}, canvas.CustomerSegments, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	segments := p.Segments()
	for i := range 200 {
		c := canvas.Cell{Segment: segments[i%12].ID, Stage: canvas.Stages()[i/12%4]}
		var err error
		if p, _, err = canvas.AddRelationship(p, "communities", fmt.Sprint("What we do, number ", i), c); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// newCrowd is a bench with the relationship board of a crowd.
func newCrowd(t testing.TB) (*bench, *counted) {
	t.Helper()
	c := &counted{}
	b := newBenchOf(t, crowd(t), func(doc *document.Document, words *locale.Words, look *scene.Look) board.Surface {
		c.Surface = board.NewRelationships(doc, words, look, &board.Memory{})
		return c
	})
	return b, c
}

func TestNothingIsLaidOutAnewDuringADrag(t *testing.T) {
	b, c := newCrowd(t)
	first := b.doc.Project().Segments()[0].ID
	from, to := b.at("token:communities"), b.at(cell(first, canvas.StageGrow))
	before := c.asked
	b.Pull(from, to)
	for i := range 40 {
		b.MoveTo(to.AddXY(float32(-4*i), float32(3*i)))
	}
	if c.asked != before {
		t.Errorf("during the drag the board was laid out %d times", c.asked-before)
	}
	b.Release(desktop.MouseButtonPrimary)
	b.wantUndo("edit.add_relationship")
}

// BenchmarkRelationshipsDrag is one movement of the pointer while a type is
// dragged over two hundred relationships.
func BenchmarkRelationshipsDrag(bm *testing.B) {
	b, _ := newCrowd(bm)
	first := b.doc.Project().Segments()[0].ID
	to := b.at(cell(first, canvas.StageAcquire))
	b.Pull(b.at("token:communities"), to)
	i := 0
	for bm.Loop() {
		i++
		b.MoveTo(to.AddXY(float32(i%300), float32(i%200)))
	}
}

// BenchmarkRelationshipsEdit is an edit of a board of two hundred relationships.
func BenchmarkRelationshipsEdit(bm *testing.B) {
	b, _ := newCrowd(bm)
	id := b.doc.Project().Block(canvas.CustomerRelationships)[0].ID
	i := 0
	for bm.Loop() {
		i++
		err := b.doc.Do("edit.text", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.SetText(p, id, fmt.Sprint("Text ", i))
		})
		if err != nil {
			bm.Fatal(err)
		}
	}
}
