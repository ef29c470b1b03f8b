package ui

import (
	"cmp"

	"fyne.io/fyne/v2"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/export/scene"
)

// submenus are the menus of their own in the menu of a note, by the names that
// boards call them. What they hold is for all selected notes.
var submenus = map[string]func(*Window) *fyne.MenuItem{
	":segments": (*Window).serveMenu,
	":standing": (*Window).standingMenu,
	":paper":    (*Window).paperMenu,
	":type":     (*Window).typeMenu,
	":status":   (*Window).statusMenu,
}

// submenu is a menu of its own.
func (w *Window) submenu(title string, entries []*fyne.MenuItem) *fyne.MenuItem {
	item := fyne.NewMenuItem(title, nil)
	item.ChildMenu = fyne.NewMenu("", entries...)
	item.Disabled = len(entries) == 0 || !hasSelection(w)
	return item
}

// serveMenu has the notes serve segments.
func (w *Window) serveMenu() *fyne.MenuItem {
	var entries []*fyne.MenuItem
	for _, s := range w.doc.Project().Segments() {
		served := w.doc.AllServe(s.ID)
		entry := fyne.NewMenuItem(s.Segment.Letter+"  "+canvas.Excerpt(s.SegmentName(), 30), func() {
			w.try(w.doc.ServeSelected(s.ID, !served))
		})
		entry.Checked = served
		entries = append(entries, entry)
	}
	return w.submenu(w.words.T("inspector.segments"), entries)
}

// standingMenu says how sure the notes are.
func (w *Window) standingMenu() *fyne.MenuItem {
	var entries []*fyne.MenuItem
	for _, s := range canvas.StandingHypothesis.Values() {
		entry := fyne.NewMenuItem(locale.Capital(w.words.T("standing."+s)), func() {
			w.try(w.doc.ChangeSelected("edit.standing", func(n *canvas.Note) { n.Standing = canvas.Standing(s) }))
		})
		entry.Checked = w.doc.AllSelected(func(n *canvas.Note) bool { return string(n.Standing) == s })
		entries = append(entries, entry)
	}
	return w.submenu(w.words.T("inspector.standing"), entries)
}

// paperMenu puts the notes on another paper.
func (w *Window) paperMenu() *fyne.MenuItem {
	var entries []*fyne.MenuItem
	for _, p := range canvas.Papers() {
		entry := fyne.NewMenuItem(locale.Capital(w.words.T("paper."+string(p))), func() {
			w.try(w.doc.ChangeSelected("edit.paper", func(n *canvas.Note) { n.Paper = p }))
		})
		entry.Checked = w.doc.AllSelected(func(n *canvas.Note) bool { return cmp.Or(n.Paper, canvas.PaperYellow) == p })
		entries = append(entries, entry)
	}
	return w.submenu(w.words.T("inspector.paper"), entries)
}

// typeMenu makes the relationships those of another type.
func (w *Window) typeMenu() *fyne.MenuItem {
	p := w.doc.Project()
	var ids []string
	for _, t := range catalog.Types() {
		ids = append(ids, t.ID)
	}
	for _, t := range p.Head().Types {
		ids = append(ids, t.ID)
	}
	return w.relationshipMenu("inspector.type", ids, func(id string) string { return scene.TypeName(p, w.words, id) },
		func(r *canvas.Relationship) string { return r.Type }, func(r *canvas.Relationship, id string) { r.Type = id })
}

// statusMenu says how far the relationships have come.
func (w *Window) statusMenu() *fyne.MenuItem {
	return w.relationshipMenu("inspector.status", canvas.StatusPlanned.Values(),
		func(s string) string { return locale.Capital(w.words.T("status." + s)) },
		func(r *canvas.Relationship) string { return string(r.Status) }, func(r *canvas.Relationship, s string) { r.Status = canvas.Status(s) })
}

// relationshipMenu sets something that the selected relationships say.
func (w *Window) relationshipMenu(
	title string, values []string, name func(string) string,
	get func(*canvas.Relationship) string, set func(*canvas.Relationship, string),
) *fyne.MenuItem {
	var entries []*fyne.MenuItem
	for _, v := range values {
		entry := fyne.NewMenuItem(name(v), func() {
			w.try(w.doc.ChangeSelected("edit.relationship", func(n *canvas.Note) {
				if n.IsRelationship() {
					r := *n.Relationship
					set(&r, v)
					n.Relationship = &r
				}
			}))
		})
		entry.Checked = w.doc.AllSelected(func(n *canvas.Note) bool { return n.IsRelationship() && get(n.Relationship) == v })
		entries = append(entries, entry)
	}
	return w.submenu(w.words.T(title), entries)
}

// segmentMenu is the menu of a segment's chip: what can be done with the segment,
// which is then selected on the canvas.
func (w *Window) segmentMenu(id canvas.ID, at fyne.Position) {
	w.commit()
	w.doc.Select(id)
	w.popUp(at, []string{"edit_text", "-", "edit_delete"})
}
