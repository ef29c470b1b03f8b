package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/ui/document"
	"ninefold/ui/find"
	"ninefold/ui/kit"
)

// findWidth is the width of the entry of a find bar.
const findWidth = 300

// A findBar is the strip above the board in which something is looked for.
type findBar struct {
	w       *Window
	object  fyne.CanvasObject
	entry   *findEntry
	count   *fynecanvas.Text
	buttons map[string]*kit.Button
	found   map[canvas.ID]bool
	matches []canvas.ID // those found that lie on the board, in its order
	stop    func()
}

func newFindBar(w *Window) *findBar {
	b := &findBar{w: w, stop: func() {}, buttons: map[string]*kit.Button{}}
	b.entry = &findEntry{bar: b}
	b.entry.ExtendBaseWidget(b.entry)
	b.entry.SetPlaceHolder(w.words.T("find.placeholder"))
	b.entry.SetText(w.query)
	b.entry.OnChanged = b.typed
	b.count = kit.Text("", w.look.Muted, false)
	button := func(name, label string, run func()) *kit.Button {
		b.buttons[name] = kit.NewIconButton(w.look, icon(name), w.words.T(label), run)
		b.buttons[name].OnEscape = w.closeFind
		return b.buttons[name]
	}
	row := kit.Row(4,
		container.NewGridWrap(fyne.NewSize(findWidth, b.entry.MinSize().Height), b.entry),
		button("previous", "action.edit_find_previous", func() { w.findNext(false) }),
		button("next", "action.edit_find_next", func() { w.findNext(true) }),
		kit.Gap(6), b.count,
	)
	line := container.NewBorder(nil, nil, row, container.NewCenter(button("close", "find.close", w.closeFind)))
	back := fynecanvas.NewRectangle(w.look.Bar)
	b.object = container.NewStack(back, container.NewBorder(nil, rule(w.look, 0, 1), nil, nil, kit.Inset(line, 12, 4)))
	return b
}

// attach follows the document as the window's present view shows it. The
// view must listen to the document already, and be laid out.
func (b *findBar) attach() {
	b.stop()
	b.stop = b.w.doc.Listen(func(c document.Change) {
		if c.Project() {
			b.search()
		}
		b.say()
	})
	b.search()
	b.say()
}

// search looks for what is typed.
func (b *findBar) search() {
	w := b.w
	b.found = find.Notes(w.doc.Project(), w.words, w.query)
	b.matches = slices.DeleteFunc(w.main.Notes(), func(id canvas.ID) bool { return !b.found[id] })
	w.main.Found(b.found)
}

// say tells how many there are, and which of them is selected.
func (b *findBar) say() {
	text, colour := "", b.w.look.Muted
	switch at := b.at(); {
	case locale.Fold(b.w.query) == "":
	case len(b.matches) == 0:
		text, colour = b.w.words.T("find.none"), b.w.look.Warn
	case at < 0:
		text = fmt.Sprintf("– / %d", len(b.matches))
	default:
		text = fmt.Sprintf("%d / %d", at+1, len(b.matches))
	}
	b.buttons["next"].SetEnabled(len(b.matches) > 0)
	b.buttons["previous"].SetEnabled(len(b.matches) > 0)
	if b.count.Text != text {
		b.count.Text, b.count.Color = text, colour
		b.object.Refresh()
	}
}

// at is the place of the selected note among the matches, or -1.
func (b *findBar) at() int {
	if n := b.w.doc.Selected(); n != nil {
		return slices.Index(b.matches, n.ID)
	}
	return -1
}

// typed follows the entry: the first match is selected, unless one is.
func (b *findBar) typed(text string) {
	b.w.query = text
	b.search()
	if b.at() < 0 && len(b.matches) > 0 {
		b.w.doc.Select(b.matches[0])
	}
	b.say()
}

// step selects the next match, or the one before, and goes round at the end.
func (b *findBar) step(forward bool) {
	n := len(b.matches)
	if n == 0 {
		return
	}
	at := b.at()
	switch {
	case forward:
		at = (at + 1) % n
	case at < 0:
		at = n - 1
	default:
		at = (at + n - 1) % n
	}
	b.w.doc.Select(b.matches[at])
}

// openFind shows the bar, with what was looked for last to be typed over.
func (w *Window) openFind() {
	if w.find == nil {
		w.find = newFindBar(w)
		w.placeView()
		w.find.attach()
	}
	w.win.Canvas().Focus(w.find.entry)
	w.find.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// closeFind takes the bar away and leaves what it selected.
func (w *Window) closeFind() {
	w.find.stop()
	w.find = nil
	w.main.Found(nil)
	w.placeView()
	w.focusView()
}

// findNext goes to the next match or the one before. Where nothing is looked
// for yet, it asks for what.
func (w *Window) findNext(forward bool) {
	if w.find == nil {
		w.openFind()
		return
	}
	w.find.step(forward)
}

// findEntry is the entry of a find bar.
type findEntry struct {
	widget.Entry
	bar *findBar
}

// TypedShortcut runs the aliases of actions, which an entry would hide.
func (e *findEntry) TypedShortcut(s fyne.Shortcut) {
	if !e.bar.w.runAlias(s) {
		e.Entry.TypedShortcut(s)
	}
}

// TypedKey goes through the matches by Enter and F3, and closes by Escape.
func (e *findEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		e.bar.w.closeFind()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF3:
		e.bar.step(currentModifiers()&fyne.KeyModifierShift == 0)
	default:
		e.Entry.TypedKey(key)
	}
}
