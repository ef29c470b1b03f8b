package ui

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
	"github.com/shopspring/decimal"

	"ninefold/assets"
	"ninefold/canvas"
	"ninefold/canvas/costing"
	"ninefold/ui/kit"
)

// A toolbar is the row under the menu: undo and redo, the views, the segments,
// and the way out to paper.
type toolbar struct {
	w          *Window
	object     fyne.CanvasObject
	undo, redo *kit.Button
	tabs       *kit.Tabs
	chips      *fyne.Container
	segments   []*canvas.Note // what the chips show

	segmentChips []*kit.Chip
	scenario     *kit.Tabs       // of the costs
	scenarios    *fyne.Container // the tabs and their name, hidden in other views
	find, zoom   *kit.Button
	export       *kit.Button
}

func icon(name string) fyne.Resource {
	return fyne.NewStaticResource(name+".svg", assets.Icon(name))
}

func newToolbar(w *Window) *toolbar {
	t := &toolbar{w: w}
	button := func(id, name string) *kit.Button {
		return kit.NewIconButton(w.look, icon(name), w.title(w.action(id)), func() { w.Run(id) })
	}
	t.undo, t.redo = button("edit_undo", "undo"), button("edit_redo", "redo")
	var titles []string
	for _, v := range views {
		titles = append(titles, w.words.T("action.view_"+v))
	}
	t.tabs = kit.NewTabs(w.look, titles, slices.Index(views, w.view), func(i int) { w.show(views[i]) })
	scenarios := costing.Scenarios()
	var names []string
	for _, s := range scenarios {
		names = append(names, w.words.T("costs.scenario."+string(s)))
	}
	t.scenario = kit.NewTabs(w.look, names, slices.Index(scenarios, w.scenario), func(i int) { w.setScenario(scenarios[i]) })
	t.scenarios = kit.Row(8, kit.Text(w.words.T("costs.scenario"), w.look.Muted, false), t.scenario,
		kit.NewIconButton(w.look, icon("plan"), w.title(w.action("edit_plan")), func() { w.Run("edit_plan") }), kit.Gap(6))
	t.chips = kit.Row(6)
	t.find = kit.NewButton(w.look, kit.Flat, w.words.T("toolbar.find"), func() { w.Run("edit_find") })
	t.zoom = kit.NewButton(w.look, kit.Flat, "", func() { w.Run("view_zoom_reset") })
	t.export = kit.NewMenuButton(w.look, kit.Primary, w.words.T("toolbar.export"), icon("down"), t.exportMenu)

	left := kit.Row(4, t.undo, t.redo, kit.Gap(10), t.tabs, kit.Gap(14), t.scenarios)
	// The chips give way, scrolling, when the window is narrow.
	chips := container.NewHScroll(t.chips)
	row := container.NewBorder(nil, nil, left, kit.Row(2, t.find, t.zoom, kit.Gap(4), t.export), chips)
	t.object = container.NewBorder(nil, rule(w.look, 0, 1), nil, nil, kit.Inset(row, 12, 7))
	t.update()
	return t
}

// update shows what can be undone, the view and the segments as they are now.
func (t *toolbar) update() {
	w := t.w
	t.undo.SetEnabled(w.enabled(w.action("edit_undo")))
	t.redo.SetEnabled(w.enabled(w.action("edit_redo")))
	t.tabs.Select(slices.Index(views, w.view))
	t.showZoom()
	t.showScenario()
	segments := w.doc.Project().Segments()
	if t.chips.Objects != nil && slices.Equal(segments, t.segments) {
		t.showFilter()
		return
	}
	t.segments = segments
	t.chips.Objects = nil
	if len(segments) > 0 {
		t.chips.Add(kit.Text(w.words.T("toolbar.show"), w.look.Muted, false))
	}
	t.segmentChips = nil
	for _, n := range segments {
		c := kit.NewChip(w.look, n, func() { w.toggleShown(n.ID) })
		c.OnMenu = func(at fyne.Position) { w.segmentMenu(n.ID, at) }
		t.segmentChips = append(t.segmentChips, c)
		t.chips.Add(c)
	}
	t.showFilter()
	t.chips.Add(kit.NewButton(w.look, kit.Framed, w.words.T("toolbar.add_segment"), func() { w.Run("insert_segment") }))
	t.chips.Refresh()
}

// showZoom says how large the board is drawn.
func (t *toolbar) showZoom() {
	t.zoom.SetText(t.w.words.Percent(decimal.NewFromFloat(cmp.Or(t.w.zoom[t.w.view], 1))))
}

// showScenario shows which scenario is looked at, where it makes a difference.
func (t *toolbar) showScenario() {
	t.scenario.Select(slices.Index(costing.Scenarios(), t.w.scenario))
	costs := t.w.view == viewCosts
	if t.scenarios.Visible() == costs && t.zoom.Visible() != costs {
		return
	}
	t.scenarios.Hidden, t.zoom.Hidden = !costs, costs
	if t.object != nil {
		t.object.Refresh()
	}
}

// exportMenu drops the ways out below the export button.
func (t *toolbar) exportMenu() {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.export)
	menu := widget.NewPopUpMenu(t.w.menu([]string{"file_export_pdf", "file_export_xlsx", "file_export_png", "-", "file_print", "edit_copy_picture"}), t.w.win.Canvas())
	size := t.export.Size()
	menu.ShowAtPosition(at.AddXY(size.Width-menu.MinSize().Width, size.Height+4))
}

// buttons are the toolbar's buttons by the actions that they run.
func (t *toolbar) buttons() map[string]fyne.CanvasObject {
	return map[string]fyne.CanvasObject{"edit_undo": t.undo, "edit_redo": t.redo, "find": t.find, "zoom": t.zoom, "export": t.export}
}
