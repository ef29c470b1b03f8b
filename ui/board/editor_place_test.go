package board_test

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ninefold/canvas"
	"ninefold/ui/board"
)

// rich is a canvas whose notes have badges, a type before their text, and
// scripts of all kinds.
func rich(t *testing.T) *canvas.Project {
	t.Helper()
	p := canvas.New("Bicycles", "en", "EUR")
	add := func(n canvas.Note, block canvas.Block) {
		var err error
		if p, _, err = canvas.AddNote(p, n, block, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	add(canvas.Note{ID: commute, Text: "Commuters"}, canvas.CustomerSegments)
	add(canvas.Note{
		ID: app, Text: "Reminder when the chain is due", Segments: []canvas.ID{commute}, Standing: canvas.StandingTested,
		Relationship: &canvas.Relationship{Type: "automated_services"},
	}, canvas.CustomerRelationships)
	add(canvas.Note{ID: shop, Text: "Cafe\u0301 👨‍👩‍👧 שלום مرحبا 日本の自転車", Segments: []canvas.ID{commute}}, canvas.Channels)
	return p
}

// Not a pixel of a text moves when editing begins: what is new is drawn in the
// accent's colour, and the ring around the note.
func TestTheTextStaysWhereItIs(t *testing.T) {
	for _, id := range []canvas.ID{app, shop, commute} {
		b := newBenchWith(t, rich(t))
		b.Click(b.note(id))
		b.window.Canvas().Focus(b.other)
		before := b.picture(id)
		b.DoubleClick(b.note(id))
		if !b.board.Editing() {
			t.Fatal("nothing is being edited")
		}
		b.Key(fyne.KeyEnd)
		moved := 0
		after := b.picture(id)
		for y := range before.Bounds().Dy() {
			for x := range before.Bounds().Dx() {
				if isInk(before.At(x, y)) && !isInk(after.At(x, y)) && after.At(x, y) == after.At(4, before.Bounds().Dy()/2) {
					moved++
				}
			}
		}
		if before.Bounds() != after.Bounds() || moved > 0 {
			t.Errorf("%s: %d dark pixels of %v are gone in %v", id, moved, before.Bounds(), after.Bounds())
		}
	}
}

func isInk(c color.Color) bool { r, g, b, _ := c.RGBA(); return r+g+b < 3*0x6000 }

// picture is what the window shows of a note, with its edge.
func (b *bench) picture(id canvas.ID) image.Image {
	b.t.Helper()
	r := b.board.Places()[board.NoteKey(id)]
	at := b.board.Position()
	all := b.window.Canvas().Capture()
	out := image.NewNRGBA(image.Rect(0, 0, int(r.W), int(r.H)))
	for y := range int(r.H) {
		for x := range int(r.W) {
			out.Set(x, y, all.At(x+int(r.X)+int(at.X), y+int(r.Y)+int(at.Y)))
		}
	}
	return out
}

// cornerOf is the upper left of a note's text.
func (b *bench) cornerOf(id canvas.ID) fyne.Position {
	r := b.board.Places()[board.NoteKey(id)]
	return fyne.NewPos(float32(r.X)+14, float32(r.Y)+14).Add(b.board.Position())
}

func TestClicksPlaceTheCursor(t *testing.T) {
	b := newBench(t)
	b.DoubleClick(b.note(parts))
	b.Click(b.cornerOf(parts))
	b.Type("All ")
	b.DoubleClick(b.cornerOf(parts).AddXY(40, 0)) // the word there
	b.Type("goods")
	b.Key(fyne.KeyReturn)
	b.wantTexts(canvas.KeyPartnerships, "All goods wholesaler")
}

func TestDraggingSelects(t *testing.T) {
	b := newBench(t)
	b.DoubleClick(b.note(parts))
	from := b.cornerOf(parts)
	b.Pull(from, from.AddXY(300, 0))
	b.Release(desktop.MouseButtonPrimary)
	b.Type("x")
	b.Key(fyne.KeyReturn)
	b.wantTexts(canvas.KeyPartnerships, "x")
}

func TestShiftClickSelects(t *testing.T) {
	b := newBench(t)
	b.DoubleClick(b.note(parts))
	release := b.Hold(fyne.KeyModifierShift)
	b.Click(b.cornerOf(parts))
	release()
	b.Key(fyne.KeyDelete)
	b.Key(fyne.KeyReturn)
	b.wantTexts(canvas.KeyPartnerships, "")
}

func TestTypeStandsBeforeTheText(t *testing.T) {
	b := newBenchWith(t, rich(t))
	b.DoubleClick(b.note(app))
	b.Chord(fyne.KeyModifierControl, fyne.KeyHome)
	b.Type("A ")
	b.Key(fyne.KeyHome)
	b.Type("B ")
	b.Chord(fyne.KeyModifierControl, fyne.KeyA)
	b.Chord(fyne.KeyModifierControl, fyne.KeyC)
	if got := fyne.CurrentApp().Clipboard().Content(); got != "B A Reminder when the chain is due" {
		t.Errorf("selected is %q", got)
	}
	b.Key(fyne.KeyBackspace)
	b.Key(fyne.KeyBackspace)
	b.Key(fyne.KeyReturn)
	b.wantTexts(canvas.CustomerRelationships, "")
}

func TestKeysOfTyping(t *testing.T) {
	const ctrl, shift = fyne.KeyModifierControl, fyne.KeyModifierShift
	for name, c := range map[string]struct {
		text string
		keys func(*bench)
		want string
	}{
		"up and down":        {"one\ntwo", func(b *bench) { b.Key(fyne.KeyUp); b.Type("!"); b.Key(fyne.KeyDown); b.Type("?") }, "one!\ntwo?"},
		"up from the first":  {"one\ntwo", func(b *bench) { b.Key(fyne.KeyUp); b.Key(fyne.KeyUp); b.Type("!") }, "!one\ntwo"},
		"home and end":       {"one\ntwo", func(b *bench) { b.Key(fyne.KeyHome); b.Type("("); b.Key(fyne.KeyEnd); b.Type(")") }, "one\n(two)"},
		"the short line's x": {"abcdef\na\nabcdef", func(b *bench) { b.Key(fyne.KeyUp); b.Key(fyne.KeyUp); b.Type("!") }, "abcdef!\na\nabcdef"},
		"select by Shift":    {"one two", func(b *bench) { b.Chord(shift, fyne.KeyHome); b.Type("x") }, "x"},
		"words":              {"one two", func(b *bench) { b.Chord(ctrl, fyne.KeyLeft); b.Type("x ") }, "one x two"},
		"select words":       {"one two", func(b *bench) { b.Chord(ctrl|shift, fyne.KeyLeft); b.Type("x") }, "one x"},
		"delete a word":      {"one two", func(b *bench) { b.Chord(ctrl, fyne.KeyBackspace) }, "one"},
		"delete the next":    {"one two", func(b *bench) { b.Chord(ctrl, fyne.KeyHome); b.Chord(ctrl, fyne.KeyDelete) }, "two"},
		"page up":            {"one\ntwo", func(b *bench) { b.Key(fyne.KeyPageUp); b.Type("x"); b.Key(fyne.KeyPageDown); b.Type("y") }, "xone\ntwoy"},
		"cut and paste": {"one two", func(b *bench) {
			b.Chord(ctrl, fyne.KeyA)
			b.Chord(ctrl, fyne.KeyX)
			b.Chord(ctrl, fyne.KeyV)
			b.Chord(ctrl, fyne.KeyV)
		}, "one twoone two"},
		"undo and redo": {"one", func(b *bench) {
			b.Type(" two")
			b.Chord(ctrl, fyne.KeyZ)
			b.Chord(ctrl, fyne.KeyZ)
			b.Chord(ctrl, fyne.KeyY)
			b.Chord(ctrl, fyne.KeyY)
		}, "one two"},
		"redo by shift":       {"one", func(b *bench) { b.Type("x"); b.Chord(ctrl, fyne.KeyZ); b.Chord(ctrl|shift, fyne.KeyZ) }, "onex"},
		"a family is one":     {"a👨‍👩‍👧b", func(b *bench) { b.Key(fyne.KeyLeft); b.Key(fyne.KeyBackspace) }, "ab"},
		"an accent by itself": {"Caf", func(b *bench) { b.Type("e\u0301s"); b.Key(fyne.KeyBackspace); b.Key(fyne.KeyBackspace) }, "Caf"},
		"Hebrew to the left":  {"שלום", func(b *bench) { b.Key(fyne.KeyRight); b.Type("!") }, "שלו!ם"},
		"a full line's end": {strings.Repeat("word ", 12) + "end", func(b *bench) {
			b.Key(fyne.KeyUp)
			b.Key(fyne.KeyEnd)
			b.Type("!")
			b.Key(fyne.KeyPageDown)
			b.Type("?")
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			b.DoubleClick(b.empty(canvas.KeyResources))
			for i, line := range strings.Split(c.text, "\n") {
				if i > 0 {
					b.Chord(shift, fyne.KeyReturn)
				}
				b.Type(line)
			}
			c.keys(b)
			b.Key(fyne.KeyReturn)
			got := b.texts(canvas.KeyResources)
			if c.want == "" { // the mark stands behind a word, at the end of a line
				if !strings.Contains(got[0], "word! ") || !strings.HasSuffix(got[0], "end?") {
					t.Errorf("the text is %q", got)
				}
				return
			}
			b.wantTexts(canvas.KeyResources, c.want)
		})
	}
}
