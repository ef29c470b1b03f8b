package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"ninefold/export/scene"
	"ninefold/ui/kit"
	"ninefold/ui/uitest"
)

func newWindow(t *testing.T, content fyne.CanvasObject) (*uitest.Robot, fyne.Window) {
	t.Helper()
	w := test.NewTempWindow(t, content)
	w.Resize(fyne.NewSize(600, 500))
	return uitest.New(t, w), w
}

func middle(o fyne.CanvasObject) fyne.Position {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	return at.AddXY(o.Size().Width/2, o.Size().Height/2)
}

func TestButton(t *testing.T) {
	test.NewTempApp(t)
	taps := 0
	b := kit.NewButton(scene.Light(), kit.Framed, "Do", func() { taps++ })
	r, w := newWindow(t, container.NewHBox(b))
	r.Click(middle(b))
	w.Canvas().Focus(b)
	r.Key(fyne.KeyReturn)
	r.Type(" x")
	if taps != 3 {
		t.Errorf("click, Enter and space do it %d times", taps)
	}
	b.SetEnabled(false)
	r.Click(middle(b))
	r.Key(fyne.KeyReturn)
	if taps != 3 {
		t.Error("a disabled button does something")
	}
}

func TestTabs(t *testing.T) {
	test.NewTempApp(t)
	var changes []int
	tabs := kit.NewTabs(scene.Light(), []string{"One", "Two", "Three"}, 0, func(i int) { changes = append(changes, i) })
	r, w := newWindow(t, container.NewHBox(tabs))
	before := tabs.MinSize()
	w.Canvas().FocusNext()
	r.Key(fyne.KeyReturn) // the one that holds already
	w.Canvas().FocusNext()
	r.Key(fyne.KeyReturn)
	w.Canvas().FocusNext()
	r.Type(" ")
	tabs.Select(0) // tells nobody
	if len(changes) != 2 || changes[0] != 1 || changes[1] != 2 {
		t.Errorf("changes: %v", changes)
	}
	if tabs.MinSize() != before {
		t.Errorf("the row was %v and is %v", before, tabs.MinSize())
	}
}

func TestDialogAnswers(t *testing.T) {
	test.NewTempApp(t)
	r, w := newWindow(t, widget.NewEntry())
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyReturn, "default"}, {fyne.KeyEscape, "escape"}} {
		got := ""
		hidden := false
		p := kit.Ask(w.Canvas(), scene.Light(), "Title", "Message",
			kit.Answer{Text: "Other", Do: func() { got = "other" }},
			kit.Answer{Text: "Cancel", Do: func() { got = "escape" }, Escape: true},
			kit.Answer{Text: "Yes", Do: func() { got = "default" }, Default: true})
		p.OnHide(func() { hidden = true })
		r.Click(fyne.NewPos(5, 5)) // beside it: nothing
		if w.Canvas().Overlays().Top() == nil {
			t.Fatal("a click beside the dialog answers it")
		}
		w.Canvas().Unfocus()
		r.Key(c.key)
		if got != c.want || !hidden || w.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: %q, want %q", c.key, got, c.want)
		}
	}
	if w.Canvas().OnTypedKey() != nil {
		t.Error("the dialog still hears keys")
	}
}

func TestLongMessagesFitTheWindow(t *testing.T) {
	test.NewTempApp(t)
	_, w := newWindow(t, widget.NewEntry())
	long := ""
	for range 200 {
		long += "A sentence that goes on and on.\n"
	}
	p := kit.Ask(w.Canvas(), scene.Light(), "Title", long, kit.Answer{Text: "OK"})
	at := middle(p.Buttons[0])
	if at.Y > w.Canvas().Size().Height {
		t.Errorf("the button lies at %v, out of sight", at)
	}
}
