package board_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/scene"
	"ninefold/ui/board"
	"ninefold/ui/document"
	"ninefold/ui/uitest"
)

// A bench is a board with the canvas of a small project in a window, and
// somebody to work it.
type bench struct {
	*uitest.Robot
	t      testing.TB
	doc    *document.Document
	board  *board.Board
	other  *widget.Entry // something else that can have the focus
	window fyne.Window
	ran    []string        // the actions that the board asked for
	runs   map[string]bool // those that there are
	menu   []string
	errs   []error
	moment func() // what a drag does in each moment; nil while there is none
	asked  *board.Choice
}

// Ids of the notes on the bench.
const (
	app     = canvas.ID("nt_app")
	shop    = canvas.ID("nt_shop")
	visits  = canvas.ID("nt_visits")
	commute = canvas.ID("nt_commuters")
	parts   = canvas.ID("nt_parts")
)

func newBench(t testing.TB) *bench {
	t.Helper()
	p := canvas.New("Bicycles", "en", "EUR")
	for _, n := range []struct {
		id    canvas.ID
		block canvas.Block
		text  string
	}{
		{commute, canvas.CustomerSegments, "Commuters"},
		{app, canvas.Channels, "App"},
		{shop, canvas.Channels, "Shop"},
		{visits, canvas.Channels, "Visits"},
		{parts, canvas.KeyPartnerships, "Parts wholesaler"},
	} {
		var err error
		if p, _, err = canvas.AddNote(p, canvas.Note{ID: n.id, Text: n.text}, n.block, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	return newBenchWith(t, p)
}

func newBenchWith(t testing.TB, p *canvas.Project) *bench {
	t.Helper()
	return newBenchOf(t, p, func(doc *document.Document, words *locale.Words, look *scene.Look) board.Surface {
		return board.NewCanvas(doc, words, look, &board.Memory{})
	})
}

// newBenchOf is a bench with any surface.
func newBenchOf(
	t testing.TB, p *canvas.Project,
	surface func(*document.Document, *locale.Words, *scene.Look) board.Surface,
) *bench {
	t.Helper()
	test.NewTempApp(t)
	b := &bench{t: t, doc: document.New(p, "a.ninefold.json"), other: widget.NewEntry()}
	look := scene.Light()
	b.board = board.New(surface(b.doc, locale.Of("en"), look), board.Env{
		Doc: b.doc, Look: look,
		Run:       func(id string) bool { b.ran = append(b.ran, id); return b.runs[id] },
		Modifiers: func() fyne.KeyModifier { return b.Modifiers() },
		Report:    func(err error) { b.errs = append(b.errs, err) },
		Menu:      func(_ fyne.Position, actions []string) { b.menu = actions },
		Choose:    func(_ fyne.Position, _ fyne.Size, c board.Choice) { b.asked = &c },
		Moments: func(each func()) func() {
			b.moment = each
			return func() { b.moment = nil }
		},
	})
	b.window = test.NewTempWindow(t, container.NewBorder(nil, b.other, nil, nil, b.board))
	b.window.SetPadded(false)
	b.window.Resize(fyne.NewSize(1100, 760))
	b.Robot = uitest.New(t, b.window)
	t.Cleanup(b.board.Close)
	return b
}

// at is the middle of something on the board, in the window.
func (b *bench) at(key board.Key) fyne.Position {
	b.t.Helper()
	r, ok := b.board.Places()[key]
	if !ok {
		b.t.Fatalf("%s is not on the board", key)
	}
	return fyne.NewPos(float32(r.Center().X), float32(r.Center().Y)).Add(b.board.Position())
}

func (b *bench) note(id canvas.ID) fyne.Position { b.t.Helper(); return b.at(board.NoteKey(id)) }

// empty is a place in a block where nothing lies.
func (b *bench) empty(block canvas.Block) fyne.Position {
	b.t.Helper()
	r := b.board.Places()[board.BlockKey(block)]
	return fyne.NewPos(float32(r.X+r.W/2), float32(r.Bottom()-8)).Add(b.board.Position())
}

// texts are the texts of a block's notes, in order.
func (b *bench) texts(block canvas.Block) []string {
	var out []string
	for _, n := range b.doc.Project().Block(block) {
		out = append(out, n.Text)
	}
	return out
}

func (b *bench) wantTexts(block canvas.Block, want ...string) {
	b.t.Helper()
	got := b.texts(block)
	if len(got) != len(want) {
		b.t.Fatalf("%s holds %q, want %q", block, got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			b.t.Fatalf("%s holds %q, want %q", block, got, want)
		}
	}
}

func (b *bench) wantSelected(want ...canvas.ID) {
	b.t.Helper()
	got := b.doc.Selection()
	ok := len(got) == len(want)
	for _, id := range want {
		ok = ok && b.doc.IsSelected(id)
	}
	if !ok {
		b.t.Fatalf("selected are %q, want %q", got, want)
	}
}

func (b *bench) wantUndo(want string) {
	b.t.Helper()
	if got := b.doc.UndoName(); got != want {
		b.t.Fatalf("the last step is %q, want %q", got, want)
	}
}
