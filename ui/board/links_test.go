package board_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/ui/board"
	"ninefold/ui/document"
)

// linksSeen is a canvas that says whether the links on it were drawn.
type linksSeen struct {
	board.Surface
	drawn int
}

func (s *linksSeen) Links(id canvas.ID) (board.Picture, geometry.Rect) {
	picture, at := s.Surface.Links(id)
	page := picture.Page
	if page != nil {
		picture.Page = func() *scene.Page {
			s.drawn++
			return page()
		}
	}
	return picture, at
}

// newLinkBench is a bench on which the notes of each pair are linked.
func newLinkBench(t *testing.T, p *canvas.Project, pairs ...[2]canvas.ID) (*bench, *linksSeen) {
	t.Helper()
	for _, pair := range pairs {
		var err error
		if p, err = canvas.Link(p, pair[0], pair[1]); err != nil {
			t.Fatal(err)
		}
	}
	seen := &linksSeen{}
	b := newBenchOf(t, p, func(doc *document.Document, words *locale.Words, look *scene.Look) board.Surface {
		seen.Surface = board.NewCanvas(doc, words, look, &board.Memory{})
		return seen
	})
	return b, seen
}

// shown reports whether links are drawn when the window is.
func (s *linksSeen) shown(b *bench) bool {
	s.drawn = 0
	b.window.Canvas().Capture()
	return s.drawn > 0
}

func TestLinksOfTheOneSelectedNoteAreShown(t *testing.T) {
	b, seen := newLinkBench(t, newBench(t).doc.Project(), [2]canvas.ID{app, parts})
	for _, step := range []struct {
		what     string
		selected []canvas.ID
		want     bool
	}{
		{"nothing", nil, false},
		{"a note that links another", []canvas.ID{app}, true},
		{"two notes", []canvas.ID{app, parts}, false},
		{"a note that another links", []canvas.ID{parts}, true},
		{"a note without links", []canvas.ID{shop}, false},
	} {
		b.doc.Select(step.selected...)
		if got := seen.shown(b); got != step.want {
			t.Errorf("with %s selected, links are shown: %v", step.what, got)
		}
	}
	b.doc.Select(app)
	if err := b.doc.Do("edit.unlink", func(p *canvas.Project) (*canvas.Project, error) { return canvas.Unlink(p, app, parts) }); err != nil {
		t.Fatal(err)
	}
	if seen.shown(b) {
		t.Error("a link is shown that is no more")
	}
}

func TestLinksAreHiddenDuringADrag(t *testing.T) {
	b, seen := newLinkBench(t, newBench(t).doc.Project(), [2]canvas.ID{app, parts})
	b.Pull(b.note(app), b.empty(canvas.KeyActivities))
	b.wantSelected(app)
	if seen.shown(b) {
		t.Error("links are shown during the drag")
	}
	b.Key(fyne.KeyEscape)
	b.Release(desktop.MouseButtonPrimary)
	if !seen.shown(b) {
		t.Error("links are not shown after the drag")
	}
}

func TestLinksAreHiddenUnderTheRubberBand(t *testing.T) {
	b, seen := newLinkBench(t, newBench(t).doc.Project(), [2]canvas.ID{app, parts})
	note := b.rect(board.NoteKey(parts))
	b.MoveTo(b.empty(canvas.KeyPartnerships))
	b.Press(desktop.MouseButtonPrimary)
	for _, y := range []float64{note.Bottom() + 30, note.Center().Y} {
		b.MoveTo(fyne.NewPos(float32(note.Center().X-20), float32(y)).Add(b.board.Position()))
	}
	b.wantSelected(parts)
	if seen.shown(b) {
		t.Error("links are shown while the band is spanned")
	}
	b.Release(desktop.MouseButtonPrimary)
	if !seen.shown(b) {
		t.Error("links are not shown after the band has gone")
	}
}

func TestLinksAreMadeAnewOnlyWhenTheyRunOtherwise(t *testing.T) {
	b, seen := newLinkBench(t, newBench(t).doc.Project(), [2]canvas.ID{app, parts})
	before, at := seen.Links(app)
	for _, end := range []canvas.ID{app, parts} {
		if note := b.rect(board.NoteKey(end)); !at.Overlaps(note.Inset(-1)) {
			t.Errorf("links lie at %v and the note %s at %v", at, end, note)
		}
	}
	b.board.Relayout()
	if same, _ := seen.Links(app); same.Stamp != before.Stamp {
		t.Error("the picture is another one after nothing has changed")
	}
	b.doc.Select(app)
	b.board.SetZoom(2)
	zoomed, at := seen.Links(app)
	if zoomed.Stamp == before.Stamp {
		t.Error("the picture is the same on a larger sheet")
	}
	if way := 40.0; !seen.Pan(-way, 0) && !seen.Pan(way, 0) {
		t.Fatal("the sheet cannot be moved")
	}
	panned, there := seen.Links(app)
	if panned.Stamp != zoomed.Stamp || there == at {
		t.Errorf("moving the sheet moved links from %v to %v, with the same picture: %v", at, there, panned.Stamp == zoomed.Stamp)
	}
}

func TestLinksToNotesOutOfSightEndInADot(t *testing.T) {
	first, last, other := canvas.ID("nt_0"), canvas.ID("nt_189"), canvas.ID("nt_1")
	b, seen := newLinkBench(t, manyNotes(t, 190), [2]canvas.ID{first, other}, [2]canvas.ID{last, other})
	dots := func() int {
		picture, at := seen.Links(other)
		if at.Empty() {
			t.Fatal("there are no links")
		}
		return len(slices.DeleteFunc(picture.Page().Items, func(item scene.Item) bool {
			_, dot := item.(scene.Circle)
			return !dot
		}))
	}
	b.doc.Select(other)
	if got := dots(); got != 1 || !seen.shown(b) {
		t.Fatalf("%d dots with one note out of sight", got)
	}
	block := b.rect(board.BlockKey(b.doc.Project().Note(first).Block))
	if !seen.ScrollBy(block.Center(), 0, 1e6) {
		t.Fatal("the block does not scroll")
	}
	if got := dots(); got != 1 {
		t.Errorf("%d dots with the other note out of sight", got)
	}
}
