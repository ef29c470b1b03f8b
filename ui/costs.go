package ui

import (
	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/ui/costs"
	"ninefold/ui/document"
	"ninefold/ui/kit"
)

// A costsView is the view of costs: the table, and beside it the figures or, if
// the user wants, the inspector.
type costsView struct {
	*costs.Sheet
	w       *Window
	figures *costs.Figures
	beside  *fyne.Container
	place   *fyne.Container // of the figures or the inspector
	choice  *kit.Tabs
	tabs    *fyne.Container // the choice at its place
	line    canvas.ID       // the cost line that the inspector shows
}

// What stands beside the table, as places of its tabs.
const (
	besideFigures = iota
	besideDetails
)

func newCostsView(w *Window, env costs.Env) *costsView {
	v := &costsView{Sheet: costs.New(env), w: w, figures: costs.NewFigures(env), place: container.NewStack()}
	v.choice = kit.NewTabs(w.look, []string{w.words.T("costs.figures"), w.words.T("costs.details")}, w.details, func(i int) {
		v.showDetails(i == besideDetails)
	})
	v.tabs = container.NewBorder(nil, nil, nil, v.choice)
	v.beside = container.NewStack(fynecanvas.NewRectangle(w.look.Desk), v.place)
	v.figures.Recompute()
	v.show()
	return v
}

// showDetails puts the inspector beside the table, and goes to the cost line
// that the cursor is at, or the figures again.
func (v *costsView) showDetails(details bool) {
	v.w.details, v.line = besideFigures, ""
	if details {
		v.w.details = besideDetails
	}
	v.choice.Select(v.w.details)
	v.show()
	if line := v.Line(); details && line != nil {
		v.line = line.ID
		if field := v.w.inspector.OpenCost(line.ID); field != nil {
			v.w.win.Canvas().Focus(field)
		}
	}
}

// moved follows the cursor to another cost line.
func (v *costsView) moved() {
	if line := v.Line(); v.w.details == besideDetails && line != nil && line.ID != v.line {
		v.line = line.ID
		v.w.inspector.OpenCost(line.ID)
	}
}

// show shows the figures or the inspector.
func (v *costsView) show() {
	if v.w.details == besideDetails {
		v.place.Objects = []fyne.CanvasObject{
			fynecanvas.NewRectangle(v.w.look.Sheet), // over the desk
			container.NewBorder(kit.Inset(v.tabs, 12, 8), nil, rule(v.w.look, 1, 0), nil, v.w.review.shelf),
		}
	} else { // the tabs stand beside the title of the first card
		v.place.Objects = []fyne.CanvasObject{v.figures, container.NewBorder(kit.Inset(v.tabs, 24, 22), nil, nil, nil)}
	}
	v.beside.Refresh()
}

// The width of what stands beside the table: a share of the window's, within
// bounds.
const (
	figuresShare = 0.36
	leastFigures = 350
	mostFigures  = 540
)

func (v *costsView) width(window float32) float32 {
	return min(max(window*figuresShare, leastFigures), mostFigures)
}

// changed follows the document.
func (v *costsView) changed(c document.Change) {
	if c.Project() || c.Figures {
		v.figures.Recompute()
	}
}

// setScenario looks at the figures in another scenario.
func (w *Window) setScenario(s costing.Scenario) {
	w.scenario = s
	if w.costs != nil {
		w.doc.LookAhead(s)
		w.costs.Recompute()
		w.costs.figures.Recompute()
	}
	w.toolbar.update()
	w.status.update()
	w.app.probe.watch(w)
}
