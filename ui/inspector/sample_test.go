package inspector

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/export/scene"
	"ninefold/ui/document"
	"ninefold/ui/theme"
)

// sample is the panel of the sample project in a language.
func sample(t *testing.T, lang locale.Lang) (*Inspector, fyne.Window) {
	t.Helper()
	return sampleAt(t, lang, 0)
}

// sampleAt is the same with another size of text.
func sampleAt(t *testing.T, lang locale.Lang, text float32) (*Inspector, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(scene.Light(), text))
	p, _, err := file.Decode(assets.Sample(string(lang)))
	if err != nil {
		t.Fatal(err)
	}
	i := New(document.New(p, ""), locale.Of(lang), scene.Light(), func(err error) { t.Errorf("reported: %v", err) })
	w := test.NewTempWindow(t, i.Object())
	w.Resize(fyne.NewSize(theme.Scaled(280), 700))
	t.Cleanup(i.Close)
	return i, w
}

// some are the first two notes of each block.
func some(p *canvas.Project) []*canvas.Note {
	var out []*canvas.Note
	for _, b := range canvas.Blocks() {
		notes := p.Block(b)
		out = append(out, notes[:min(2, len(notes))]...)
	}
	return out
}

// openAll opens all parts of the panel.
func openAll(i *Inspector) {
	for _, key := range []string{"inspector.costs", "inspector.contact", "inspector.tactics", "inspector.measures", "inspector.about_type"} {
		i.open[key] = true
	}
	if n := i.doc.Selected(); n != nil {
		for _, c := range n.Costs {
			i.open[costKey(c.ID)] = true
		}
	}
	i.changed()
}

// write types a text into a field in place of what is there.
func write(t *testing.T, w fyne.Window, e *entry, text string) {
	t.Helper()
	w.Canvas().Focus(e)
	if w.Canvas().Focused() != fyne.Focusable(e) {
		t.Fatal("the field cannot be focused")
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	for _, r := range text {
		e.TypedRune(r)
	}
}

func TestNothingIsCutOffInAnyLanguage(t *testing.T) {
	for k, lang := range append(locale.Langs(), locale.Langs()...) {
		text := []float32{12, 17}[k/len(locale.Langs())]
		i, win := sampleAt(t, lang, text)
		wide := win.Canvas().Size().Width
		for _, n := range some(i.doc.Project()) {
			i.doc.Select(n.ID)
			openAll(i)
			if w := i.root.body.MinSize().Width; w > bodyWidth() {
				t.Errorf("%s, text of %v: the panel of %q needs a width of %.0f", lang, text, n.Text, w)
			}
			typed := map[string]bool{} // may be longer than its field
			for _, e := range i.root.all() {
				typed[e.Text] = true
			}
			for _, part := range test.LaidOutObjects(i.Object()) {
				shown, ok := part.(*fynecanvas.Text)
				if !ok || !shown.Visible() || typed[shown.Text] {
					continue
				}
				right := fyne.CurrentApp().Driver().AbsolutePositionForObject(shown).X + shown.MinSize().Width
				if right > wide+1 {
					t.Errorf("%s: %q is cut off at the right by %.0f", lang, shown.Text, right-wide)
				}
			}
		}
	}
}

func TestLeavingAllFieldsAsTheyAreIsNoStep(t *testing.T) {
	i, w := sample(t, "en")
	before := i.doc.Project()
	for _, n := range some(before) {
		i.doc.Select(n.ID)
		openAll(i)
		for _, e := range i.root.all() {
			write(t, w, e, " "+e.Text+" ")
			w.Canvas().Unfocus()
		}
		if i.doc.Project() != before {
			t.Fatalf("%q: the step is %q", n.Text, i.doc.UndoName())
		}
	}
}

func TestAFigureIsNotLongerThanAFileMayHold(t *testing.T) {
	i, w := sample(t, "it")
	id := i.doc.Project().Segments()[0].ID
	i.doc.Select(id)
	for k, e := range i.root.all() {
		before := i.doc.Project()
		write(t, w, e, "0,"+strings.Repeat("3", 30))
		w.Canvas().Unfocus()
		s := i.doc.Project().Note(id).Segment
		for _, d := range []string{s.Economics.Churn.String(), s.Economics.VariableCost.String()} {
			if len(d) > 40 {
				t.Errorf("field %d: %s", k, d)
			}
		}
		if i.doc.Project() != before {
			i.doc.Undo()
		}
	}
}

func TestLateCallsReachTheNoteThatWasTypedFor(t *testing.T) {
	i, w := sample(t, "en")
	one, two := i.doc.Project().Segments()[0], i.doc.Project().Segments()[1]
	i.doc.Select(one.ID)
	name := i.root.all()[1]
	for _, e := range i.root.all() {
		if e.Text == one.SegmentName() {
			name = e
		}
	}
	write(t, w, name, "Typed")
	// Fyne calls back later: by then the other note is shown.
	name.Text = name.shown
	i.doc.Select(two.ID)
	name.Text = "Typed"
	name.commit()
	p := i.doc.Project()
	if p.Note(one.ID).SegmentName() != "Typed" || p.Note(two.ID) != two {
		t.Errorf("the first is %q, the second %q", p.Note(one.ID).SegmentName(), p.Note(two.ID).SegmentName())
	}
	if w.Canvas().Focused() == fyne.Focusable(name) {
		t.Error("a field that has gone still has the focus")
	}
}

func TestTypedTextGoesWithItsNote(t *testing.T) {
	i, w := sample(t, "en")
	var n *canvas.Note
	for o := range i.doc.Project().Notes() {
		if len(o.Costs) > 1 {
			n = o
		}
	}
	i.doc.Select(n.ID)
	openAll(i)
	fields := i.root.all()
	for _, e := range fields {
		write(t, w, e, "9")
	}
	if err := i.doc.Do("edit.delete", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.DeleteNotes(p, []canvas.ID{n.ID})
	}); err != nil {
		t.Fatal(err)
	}
	for _, e := range fields {
		e.Text = "8"
		e.commit()
	}
	if i.doc.UndoName() != "edit.delete" {
		t.Errorf("the last step is %q", i.doc.UndoName())
	}
}

func TestUndoShowsInTheFieldThatHasTheFocus(t *testing.T) {
	i, w := sample(t, "en")
	i.doc.Select(i.doc.Project().Segments()[0].ID)
	e := i.root.all()[0]
	before := e.Text
	write(t, w, e, "New")
	w.Canvas().Unfocus()
	w.Canvas().Focus(e)
	i.doc.Undo()
	if e.Text != before {
		t.Errorf("the field shows %q, want %q", e.Text, before)
	}
	write(t, w, e, "half")
	i.doc.Redo()
	if e.Text != "half" {
		t.Errorf("what is being typed became %q", e.Text)
	}
}
