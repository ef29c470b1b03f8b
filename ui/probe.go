package ui

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"ninefold/canvas/store"
)

// A probe writes a file that says where things are in the window, in its
// pixels, each time that they have moved: notes, blocks, cells, tokens, the
// buttons of the toolbar and of a question. Tests that work the window with a real mouse read
// it. Without the flag for it there is none, and all its methods do nothing.
type probe struct {
	path    string
	seq     int
	running bool // Fyne has begun to draw and takes orders
}

// A probeMap is what the file holds.
type probeMap struct {
	Seq    int                   `json:"seq"`
	Title  string                `json:"title"`
	Notes  int                   `json:"notes"`  // of the project, in sight or not
	Undo   string                `json:"undo"`   // the step that undo would take back
	Busy   bool                  `json:"busy"`   // a dialog or a menu lies over the window
	Says   string                `json:"says"`   // what the topmost question or message says
	Status string                `json:"status"` // what the status bar says about the file
	Window [4]float32            `json:"window"`
	Items  map[string][4]float32 `json:"items"`
}

// watch writes the file once the present change has been laid out.
func (p *probe) watch(w *Window) {
	if p == nil || !p.running {
		return
	}
	later(func() {
		if !w.closed {
			p.write(w)
		}
	})
}

// start has the probe write from now on.
func (p *probe) start(windows []*Window) {
	if p == nil {
		return
	}
	p.running = true
	for _, w := range windows {
		p.watch(w)
	}
}

func (p *probe) write(w *Window) {
	scale := w.win.Canvas().Scale()
	size := w.win.Canvas().Size()
	m := probeMap{Title: w.win.Title(), Notes: w.doc.Project().Len(), Undo: w.doc.UndoName(), Status: w.status.saved.Text, Busy: w.busy(), Window: [4]float32{0, 0, size.Width * scale, size.Height * scale}, Items: map[string][4]float32{}}
	put := func(key string, at fyne.Position, s fyne.Size) {
		m.Items[key] = [4]float32{at.X * scale, at.Y * scale, s.Width * scale, s.Height * scale}
	}
	driver := fyne.CurrentApp().Driver()
	origin := driver.AbsolutePositionForObject(w.main)
	for key, r := range w.places() {
		put(key, origin.AddXY(float32(r.X), float32(r.Y)), fyne.NewSize(float32(r.W), float32(r.H)))
	}
	for id, o := range w.toolbar.buttons() {
		put("action:"+id, driver.AbsolutePositionForObject(o), o.Size())
	}
	if n := len(w.asked); n > 0 {
		m.Says = w.asked[n-1].text
		for key, o := range w.asked[n-1].buttons {
			put("answer:"+key, driver.AbsolutePositionForObject(o), o.Size())
		}
	}
	p.seq++
	m.Seq = p.seq
	data, err := json.Marshal(m)
	if err == nil {
		err = store.WriteFile(p.path, data)
	}
	if err != nil {
		fyne.LogError("the probe cannot be written", err)
	}
}
