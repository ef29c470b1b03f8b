package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"

	"ninefold/canvas"
	"ninefold/canvas/check"
	"ninefold/export/findings"
	"ninefold/ui/board"
	"ninefold/ui/kit"
)

// hasFindings reports whether the checks find anything.
func hasFindings(w *Window) bool {
	open, _ := w.doc.Findings()
	return len(open) > 0
}

// walk goes to the next finding, or to the one before, around the end.
func (w *Window) walk(step int) {
	open, _ := w.doc.Findings()
	r := w.review
	at := slices.IndexFunc(open, func(f check.Finding) bool { return f.Same(&r.current) })
	if at < 0 { // what was here is settled, and the next one stands in its place
		at = r.at
		if step > 0 {
			at--
		}
	}
	w.goTo(open[(at+step+len(open))%len(open)])
}

// goTo goes to what a finding is about: a note, a block or, on the relationship
// board, the cell where something is missing.
func (w *Window) goTo(f check.Finding) {
	if w.view == viewRelationships && f.Block != canvas.CustomerRelationships && f.Block != canvas.CustomerSegments {
		w.show(viewCanvas)
	}
	open, _ := w.doc.Findings()
	w.review.at = max(slices.IndexFunc(open, func(o check.Finding) bool { return o.Same(&f) }), 0)
	at := board.Key("")
	if w.rows != nil {
		at = w.rows.PlaceOf(&f)
	}
	switch {
	case at != "":
		w.board.GoTo(at)
	case len(f.Notes) > 0:
		w.doc.Select(f.Notes[0])
	default:
		w.doc.SelectBlock(f.Block)
	}
	w.review.mark(f)
	w.focusView()
}

// askSetAside asks why a finding is to be set aside, and does so.
func (w *Window) askSetAside(f check.Finding) {
	at := w.review.focused() // where the list was being walked through by keyboard
	reason := kit.NewEntry(nil, nil)
	reason.SetPlaceHolder(w.words.T("findings.why"))
	edit := func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.SetAsideFinding(p, f.Key(), f.Notes, strings.TrimSpace(strings.ToValidUTF8(reason.Text, "\uFFFD")))
	}
	content := container.NewVBox(wrapped(findings.Sentence(w.words, &f)), reason)
	pop := w.askWith(w.words.T("findings.set_aside.title"), "", content,
		answer{key: "button.cancel", escape: true},
		answer{key: "button.set_aside", primary: true, do: func() {
			w.try(w.doc.Do("edit.set_aside", edit))
			if at >= 0 {
				w.review.focus(at)
			}
		}})
	reason.OnSubmitted = func(string) { pop.Buttons[1].Tapped(nil) }
	reason.OnEscape = func() { pop.Buttons[0].Tapped(nil) }
	w.setAsideTyped(pop, func() canvas.Edit { return edit }, reason)
	w.win.Canvas().Focus(reason)
}

// bringBack makes a finding that was set aside one like the others.
func (w *Window) bringBack(f check.Finding) {
	w.try(w.doc.Do("edit.bring_back", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.BringBackFinding(p, f.Key(), f.Notes), nil
	}))
}

// weight says how many gaps and risks there are; nothing where there are none.
func (w *Window) weight() string {
	open, _ := w.doc.Findings()
	count := map[check.Severity]int{}
	for i := range open {
		count[open[i].Severity]++
	}
	var parts []string
	if n := count[check.Gap]; n > 0 {
		parts = append(parts, w.words.N("statusbar.gaps", n))
	}
	if n := count[check.Risk]; n > 0 {
		parts = append(parts, w.words.N("statusbar.risks", n))
	}
	return strings.Join(parts, " · ")
}
