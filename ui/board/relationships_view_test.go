package board_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/ui/board"
	"ninefold/ui/document"
)

// drawn is all text that a surface shows.
func drawn(s board.Surface) string {
	var out []string
	collect := func(p *scene.Page) {
		for _, item := range p.Items {
			if text, ok := item.(scene.Text); ok {
				out = append(out, text.Text)
			}
		}
	}
	collect(s.Ground().Page())
	for _, item := range s.Items() {
		if item.Picture.Page != nil {
			collect(item.Picture.Page())
		}
	}
	return strings.Join(out, " ")
}

// show lays a project's relationship board out in a language.
func show(p *canvas.Project, lang locale.Lang, size geometry.Size) *board.Relationships {
	s := board.NewRelationships(document.New(p, ""), locale.Of(lang), scene.Light(), &board.Memory{})
	s.Arrange(size)
	return s
}

func TestBoardSaysWhatIsLackingAndWhatItCosts(t *testing.T) {
	p := newTable(t).doc.Project()
	for lang, want := range map[locale.Lang][]string{
		"en": {"Nothing yet.", "expects dedicated assistance.", "Online sign-up", "Fleets", "LTV : CAC", "n/a", "Self-service"},
		"pt": {"Ainda nada.", "Este segmento espera"},
		"es": {"Aún nada.", "Este segmento espera"},
		"it": {"Ancora nulla.", "segmento si aspetta"},
	} {
		text := drawn(show(p, lang, geometry.Size{W: 1300, H: 700}))
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: the board does not say %q; it says %q", lang, w, text)
			}
		}
		if strings.Contains(text, "relationships.") || strings.Contains(text, "stage.") {
			t.Errorf("%s: a word is missing: %q", lang, text)
		}
	}
}

func TestEmptyBoardSaysWhatToDo(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	if text := drawn(show(p, "en", geometry.Size{W: 1000, H: 600})); !strings.Contains(text, "Begin with your customers") {
		t.Errorf("the empty board says %q", text)
	}
	b := newTableWith(t, p) // and nothing goes wrong on it
	b.Drag(b.at("token:communities"), fyne.NewPos(700, 300))
	b.Click(b.at("token:communities"))
	b.Key(fyne.KeyReturn)
	b.Key(fyne.KeyRight)
	b.Key(fyne.KeyEscape)
	b.wantUndo("")
}

func TestSegmentIsBegunOnTheBoard(t *testing.T) {
	b := newTableWith(t, canvas.New("", "en", "EUR"))
	b.Click(b.at("token:communities")) // the keyboard is here now
	for i, name := range []string{"Riders", "Fleets"} {
		b.board.GoTo(board.NewSegmentKey)
		b.Key(fyne.KeyReturn)
		b.Type(name)
		b.Key(fyne.KeyReturn)
		segments := b.doc.Project().Segments()
		if len(segments) != i+1 || segments[i].Text != name {
			t.Fatalf("segments are %v", segments)
		}
		b.wantSelected(segments[i].ID)
		b.wantUndo("edit.add")
	}
	before := b.doc.Project()
	b.Key(fyne.KeyDown) // over what the head says, to the button
	for b.board.At() != board.NewSegmentKey {
		at := b.board.At()
		if b.Key(fyne.KeyDown); b.board.At() == at {
			t.Fatalf("the way ends at %s", at)
		}
	}
	b.Key(fyne.KeyReturn)
	b.Type("Nobody")
	b.Key(fyne.KeyEscape)
	if b.doc.Project() != before {
		t.Error("a segment that was given up is there")
	}
}

func TestBoardScrollsToWhatIsSelected(t *testing.T) {
	p := newTable(t).doc.Project()
	for range 8 {
		var err error
		if p, _, err = canvas.AddNote(p, canvas.Note{Text: "More"}, canvas.CustomerSegments, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	b := newTableWith(t, p)
	last := p.Segments()[9].ID
	if _, ok := b.board.Places()[board.NoteKey(last)]; ok {
		t.Fatal("ten rows need no scrolling: the test tests nothing")
	}
	b.doc.Select(last)
	if _, ok := b.board.Places()[board.NoteKey(last)]; !ok {
		t.Error("the selected segment is out of sight")
	}
	b.MoveTo(b.at(board.NoteKey(last)))
	b.Scroll(10000)
	if _, ok := b.board.Places()[board.NoteKey(riders)]; !ok {
		t.Error("scrolling back does not bring the first row into sight")
	}
}
