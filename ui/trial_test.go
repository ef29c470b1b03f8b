package ui

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/store"
	"ninefold/ui/board"
	"ninefold/ui/uitest"
)

// Ids of the notes that a trial begins with.
const (
	families = canvas.ID("nt_families")
	fleets   = canvas.ID("nt_fleets")
	app      = canvas.ID("nt_app")
	shop     = canvas.ID("nt_shop")
	vans     = canvas.ID("nt_vans")
)

// A trial is the program with a small project in its window, and somebody to
// work it.
type trial struct {
	*uitest.Robot
	t   *testing.T
	app *App
	w   *Window
}

func newTrial(t *testing.T) *trial {
	t.Helper()
	p := canvas.New("Bicycles", "en", "EUR")
	for _, n := range []canvas.Note{
		{ID: families, Block: canvas.CustomerSegments, Text: "Families"},
		{ID: fleets, Block: canvas.CustomerSegments, Text: "Courier fleets"},
		{ID: app, Block: canvas.Channels, Text: "App", Segments: []canvas.ID{families}},
		{ID: shop, Block: canvas.Channels, Text: "Shop\non the square", Segments: []canvas.ID{fleets}, Paper: canvas.PaperBlue},
		{ID: vans, Block: canvas.KeyResources, Text: "Café vans"},
	} {
		var err error
		if p, _, err = canvas.AddNote(p, n, n.Block, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	return newTrialOf(t, p)
}

func newTrialOf(t *testing.T, p *canvas.Project) *trial {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "bicycles.ninefold.json")
	if err := store.Save(path, p); err != nil {
		t.Fatal(err)
	}
	a := New(test.NewTempApp(t), Options{Files: []string{path}, Language: locale.Lang("en"), Settings: filepath.Join(folder, "settings.json"), State: filepath.Join(folder, "state")})
	t.Cleanup(a.keeper.Flush) // else it writes while its folder is removed
	w := a.windows[0]
	w.win.Resize(fyne.NewSize(1400, 900))
	t.Cleanup(func() { w.main.Close() })
	tr := &trial{Robot: uitest.New(t, w.win), t: t, app: a, w: w}
	previous := currentModifiers
	currentModifiers = tr.Modifiers
	t.Cleanup(func() { currentModifiers = previous })
	return tr
}

// at is the middle of something on the board.
func (tr *trial) at(key board.Key) fyne.Position {
	tr.t.Helper()
	r, ok := tr.w.board.Places()[key]
	if !ok {
		tr.t.Fatalf("%s is not in sight", key)
	}
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(tr.w.board)
	return origin.AddXY(float32(r.Center().X), float32(r.Center().Y))
}

// texts are the texts of a block's notes.
func (tr *trial) texts(b canvas.Block) []string {
	var out []string
	for _, n := range tr.w.doc.Project().Block(b) {
		out = append(out, n.Text)
	}
	return out
}

func (tr *trial) wantTexts(b canvas.Block, want ...string) {
	tr.t.Helper()
	if got := tr.texts(b); !slices.Equal(got, want) {
		tr.t.Fatalf("%s holds %q, want %q", b, got, want)
	}
}

// ctrl types a shortcut with Ctrl.
func (tr *trial) ctrl(key fyne.KeyName) { tr.Chord(fyne.KeyModifierControl, key) }
