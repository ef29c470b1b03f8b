package board

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/export/scene"
	"ninefold/ui/document"
)

// While a note is begun after another one, the ring is around the new one alone.
func TestOnlyWhatIsEditedHasARing(t *testing.T) {
	test.NewTempApp(t)
	p, _, err := file.Decode(assets.Sample("en"))
	if err != nil {
		t.Fatal(err)
	}
	doc, look := document.New(p, ""), scene.Light()
	b := New(NewCanvas(doc, locale.Of("en"), look, &Memory{}), Env{Doc: doc, Look: look})
	defer b.Close()
	w := test.NewTempWindow(t, b)
	w.Resize(fyne.NewSize(1200, 800))
	doc.Select(p.Block(canvas.Channels)[0].ID, p.Block(canvas.Channels)[1].ID)
	if n := len(b.layers.rings.Objects); n != 2 {
		t.Fatalf("%d notes have rings, want 2", n)
	}
	b.Add()
	if n := len(b.layers.rings.Objects); n != 1 {
		t.Errorf("while one is typed, %d notes have rings", n)
	}
	b.Cancel()
	if n := len(b.layers.rings.Objects); n != 2 {
		t.Errorf("after that %d notes have rings, want 2", n)
	}
}
