package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/check"
	"ninefold/ui/kit"
)

// insetX and insetY are the room around the list.
const insetX, insetY = 14, 6

// mostFindings is how many findings are shown at a time: more are not read.
const mostFindings = 12

// A review is the part of the window below the inspector that shows what the
// checks found about what is selected: the note, else the block that is being
// worked in, else the whole canvas.
type review struct {
	w      *Window
	shelf  *fyne.Container // the inspector with the review below it
	object *fyne.Container
	list   *fyne.Container
	fold   *kit.Fold // its heading, which keeps the focus
	scroll *container.Scroll

	open, aside []check.Finding // what is shown
	cards       []*card         // all that are shown
	unfolded    bool            // those set aside are shown, too

	current check.Finding // the one that was gone to last
	at      int           // its place among all
}

func newReview(w *Window) *review {
	r := &review{w: w, list: container.New(&stacked{gap: 6})}
	r.fold = kit.NewFold(w.look, w.words.T("findings.heading"), !w.calm, func() {
		w.calm = !w.calm
		r.fill()
	})
	r.scroll = container.NewVScroll(kit.Inset(r.list, insetX, insetY))
	r.object = container.NewStack(r.scroll, container.NewVBox(rule(w.look, 0, 1)))
	r.shelf = container.New(r, w.inspector.Object(), r.object)
	r.update()
	return r
}

// update shows what there is to show now, if that is anything else than before.
func (r *review) update() {
	open, aside := r.w.doc.Findings()
	open, aside = r.about(open), r.about(aside)
	if r.list.Objects == nil || !alike(open, r.open) || !alike(aside, r.aside) {
		r.open, r.aside = open, aside
		r.fill()
	}
}

// alike reports whether two lists of findings read the same.
func alike(a, b []check.Finding) bool {
	return slices.EqualFunc(a, b, func(a, b check.Finding) bool {
		return a.Same(&b) && a.Reason == b.Reason && slices.EqualFunc(a.Values, b.Values, func(a, b check.Value) bool {
			return a.Kind == b.Kind && a.Text == b.Text && a.Number.Equal(b.Number)
		})
	})
}

// about are the findings about what is selected.
func (r *review) about(all []check.Finding) []check.Finding {
	doc := r.w.doc
	selected := map[canvas.ID]bool{} // all notes of a large project may be
	for _, id := range doc.Selection() {
		selected[id] = true
	}
	var cell canvas.ID // the segment in whose row the user works
	if r.w.rows != nil {
		cell, _ = r.w.rows.RowOf(r.w.rows.Here())
	}
	var out []check.Finding
	for i := range all {
		f := &all[i]
		concerned := doc.Block() == "" || f.Block == doc.Block() || cell != "" && f.Concerns(cell)
		if len(selected) > 0 {
			concerned = slices.ContainsFunc(f.Notes, func(id canvas.ID) bool { return selected[id] })
		}
		if concerned {
			out = append(out, *f)
		}
	}
	return out
}

// fill makes the cards anew.
func (r *review) fill() {
	words, keyed := r.w.words, r.focused()
	r.list.Objects, r.cards = nil, nil
	r.object.Hidden = len(r.open)+len(r.aside) == 0
	r.fold.SetOpen(!r.w.calm)
	detail := ""
	if r.w.calm && len(r.open) > 0 {
		detail = words.Number(decimal.NewFromInt(int64(len(r.open))), 0)
	}
	r.fold.SetDetail(detail)
	r.list.Add(r.fold)
	if r.w.calm {
		r.relayout()
		return
	}
	if len(r.open) == 0 {
		r.list.Add(r.remark(words.T("findings.none")))
	}
	// Of too many, the one that was gone to last is among those shown.
	at := slices.IndexFunc(r.open, func(f check.Finding) bool { return f.Same(&r.current) })
	first := max(at+1-mostFindings, 0)
	for _, f := range r.open[first:min(len(r.open), first+mostFindings)] {
		r.addCard(f, false)
	}
	if more := len(r.open) - mostFindings; more > 0 {
		r.list.Add(r.remark(words.N("findings.more", more)))
	}
	if len(r.aside) > 0 {
		r.list.Add(container.NewHBox(kit.NewButton(r.w.look, kit.Framed, words.N("findings.aside", len(r.aside)), func() {
			r.unfolded = !r.unfolded
			r.fill()
			r.scroll.ScrollToBottom()
		})))
	}
	if r.unfolded {
		for _, f := range r.aside[:min(len(r.aside), mostFindings)] {
			r.addCard(f, true)
		}
	}
	r.relayout()
	if keyed >= 0 { // a card that is gone would go on taking keys, unseen
		r.focus(keyed)
	}
}

func (r *review) addCard(f check.Finding, aside bool) {
	c := newCard(r.w, f, aside, !aside && f.Same(&r.current))
	r.cards = append(r.cards, c)
	r.list.Add(c)
}

func (r *review) remark(text string) fyne.CanvasObject {
	t := kit.Text(text, r.w.look.Muted, false)
	t.TextSize--
	return t
}

// relayout gives the list the place that it needs now, from its beginning.
func (r *review) relayout() {
	r.scroll.Offset = fyne.Position{}
	r.fit()
}

// fit gives the list the place that it needs now.
func (r *review) fit() {
	r.list.Refresh()
	r.scroll.Refresh()
	r.shelf.Refresh()
}

// mark frames the finding that was gone to last and brings it into sight.
func (r *review) mark(f check.Finding) {
	r.current, r.w.calm = f, false
	r.fill()
	for _, c := range r.cards {
		if c.marked {
			r.reveal(c)
		}
	}
}

// reveal scrolls a card into sight.
func (r *review) reveal(c *card) {
	bottom := c.Position().Y + c.Size().Height + 2*insetY
	r.scroll.Offset.Y = max(min(r.scroll.Offset.Y, c.Position().Y), bottom-r.scroll.Size().Height, 0)
	r.scroll.Refresh()
}

// step moves the focus to the card some places after another one.
func (r *review) step(from *card, by int) { r.focus(slices.Index(r.cards, from) + by) }

// focus gives the focus to the card at a place, or to the nearest one; to the
// board where there are none.
func (r *review) focus(at int) {
	if len(r.cards) == 0 {
		r.w.focusView()
		return
	}
	r.w.win.Canvas().Focus(r.cards[max(0, min(at, len(r.cards)-1))])
}

// enter gives the focus to the list: to the card that was gone to last, else to
// the first. It opens the list and, where there is nothing else, what is set aside.
func (r *review) enter() {
	if len(r.cards) == 0 {
		r.w.calm = false
		r.unfolded = len(r.open) == 0
		r.fill()
	}
	r.focus(max(0, slices.IndexFunc(r.cards, func(c *card) bool { return c.marked })))
}

// focused is the place of the card that has the focus; -1 where none has.
func (r *review) focused() int {
	return slices.IndexFunc(r.cards, func(c *card) bool { return c.focused })
}

// reviewShare is how much of the height under the toolbar the review may take
// from the inspector.
const reviewShare = 0.34

// MinSize is that of the inspector.
func (r *review) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

// Layout gives the review the height that it needs, up to its share, and the
// rest to the inspector.
func (r *review) Layout(o []fyne.CanvasObject, size fyne.Size) {
	high := float32(0)
	if r.object.Visible() {
		// Wrapped text knows its height only once it has its width.
		r.list.Resize(fyne.NewSize(size.Width-2*insetX, r.list.Size().Height))
		high = min(r.list.MinSize().Height+2*insetY+1, size.Height*reviewShare)
	}
	o[0].Resize(fyne.NewSize(size.Width, size.Height-high))
	o[1].Move(fyne.NewPos(0, size.Height-high))
	o[1].Resize(fyne.NewSize(size.Width, high))
}
