package inspector

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/ui/kit"
	"ninefold/ui/theme"
)

// heading begins the panel.
func (i *Inspector) heading(text string) *widget.Label {
	l := kit.Paragraph(text)
	l.TextStyle.Bold = true
	l.SizeName = fynetheme.SizeNameSubHeadingText
	i.add(flush(l))
	return l
}

// prose is wrapped text in the muted colour.
func prose(text string) fyne.CanvasObject {
	l := kit.Paragraph(text)
	l.Importance = widget.LowImportance
	return flush(l)
}

// paragraph puts prose into the panel.
func (i *Inspector) paragraph(text string) { i.add(prose(text)) }

// remark is a paragraph in small type.
func (i *Inspector) remark(text func() string) {
	l := kit.Paragraph(text())
	l.Importance = widget.LowImportance
	l.SizeName = fynetheme.SizeNameCaptionText
	i.add(flush(l))
	i.follow(func() {
		if s := text(); s != l.Text {
			l.SetText(s)
			i.stale = true
		}
	})
}

// names are the words for ids, each standing alone.
func (i *Inspector) names(prefix string, ids []string) []string {
	out := make([]string, len(ids))
	for k, id := range ids {
		out[k] = locale.Capital(i.words.T(prefix + id))
	}
	return out
}

// unsaid stands in a list for saying nothing.
const unsaid = "–"

// optional adds, in front of words to choose from, that of saying nothing.
func optional(ids, names []string) (moreIDs, moreNames []string) {
	return append([]string{""}, ids...), append([]string{unsaid}, names...)
}

// choice returns a list to choose one of several words from; names are what
// the user reads, ids what the project keeps.
func (i *Inspector) choice(ids, names []string, get func() string, take func(string)) fyne.CanvasObject {
	s := &list{}
	s.ExtendBaseWidget(s)
	s.Options, s.PlaceHolder = names, unsaid
	i.follow(func() {
		name := ""
		if k := slices.Index(ids, get()); k >= 0 {
			name = names[k]
		}
		if s.Selected != name {
			s.Selected = name
			s.Refresh()
		}
	})
	s.OnChanged = func(string) {
		if k := s.SelectedIndex(); k >= 0 && ids[k] != get() {
			take(ids[k])
		}
	}
	s.framed = kit.Framing(s, i.look)
	return s.framed
}

// A list is a field to choose a word from.
type list struct {
	widget.Select
	framed fyne.CanvasObject
}

// FocusGained brings the list into sight.
func (l *list) FocusGained() {
	l.Select.FocusGained()
	kit.Reveal(l.framed)
}

// TypedKey adds Escape, which leaves the list, and the window's function keys.
func (l *list) TypedKey(k *fyne.KeyEvent) {
	if !kit.Pass(l, k) {
		l.Select.TypedKey(k)
	}
}

// frame is an outline to lie on a field.
func (i *Inspector) frame(c color.Color) *fynecanvas.Rectangle {
	r := fynecanvas.NewRectangle(color.Transparent)
	r.StrokeColor, r.StrokeWidth = c, 1
	r.CornerRadius = fynetheme.InputRadiusSize()
	return r
}

// word puts a word to choose into the panel, or none.
func (i *Inspector) word(label, prefix string, ids []string, get func() string, take func(string)) {
	all, names := optional(ids, i.names(prefix, ids))
	i.labelledChoice(label, all, names, get, take)
}

// arrow is the room that a list needs beside its words.
const arrow = 44

// labelledChoice puts a list into the panel, beside its name where its words
// have room there, below it where they have not.
func (i *Inspector) labelledChoice(label string, ids, names []string, get func() string, take func(string)) {
	name, list := i.name(i.words.T(label)), i.choice(ids, names, get, take)
	for _, n := range names {
		if kit.Text(n, i.look.Ink, false).MinSize().Width > bodyWidth()*(1-nameShare)-arrow {
			i.add(container.New(&column{gap: fieldGap}, name, list))
			return
		}
	}
	i.add(container.New(&halves{}, name, list))
}

// tabs shows words to choose one from, as tabs where they fit in the panel's
// width and as a list where they do not.
func (i *Inspector) tabs(prefix string, ids []string, get func() string, take func(string)) {
	names := i.names(prefix, ids)
	at, changed := slices.Index(ids, get()), func(k int) { take(ids[k]) }
	t := kit.NewTabs(i.look, names, at, changed)
	if t.MinSize().Width > bodyWidth() {
		t = kit.NewNarrowTabs(i.look, names, at, changed)
	}
	if t.MinSize().Width > bodyWidth() {
		i.add(i.choice(ids, names, get, take))
		return
	}
	i.follow(func() { t.Select(slices.Index(ids, get())) })
	i.add(container.NewHBox(t))
}

// wrap puts small things side by side, in as many rows as they need.
func wrap(objects ...fyne.CanvasObject) *fyne.Container {
	c := container.New(layout.NewRowWrapLayoutWithCustomPadding(5, 5), objects...)
	c.Resize(fyne.NewSize(bodyWidth(), 1)) // its height follows from its width
	return c
}

// result puts a figure into the panel that follows from others.
func (i *Inspector) result(label string, value func() string) {
	v := kit.Text("", i.look.Ink, false)
	v.TextSize--
	v.Alignment = fyne.TextAlignTrailing
	i.follow(func() {
		if s := value(); s != v.Text {
			v.Text = s
			v.Refresh()
		}
	})
	i.add(container.NewBorder(nil, nil, i.name(label), nil, v))
}

// The widths that a text has in a tag, in a task, and in a list to pick from.
func tagWidth() float32  { return theme.Scaled(212) }
func taskWidth() float32 { return theme.Scaled(210) }
func listWidth() float32 { return theme.Scaled(276) }

// fit is the beginning of a text on one line of a width.
func fit(text string, width float32) string {
	for most := 60; ; {
		short := canvas.Excerpt(text, most)
		w := kit.Text(short, nil, false).MinSize().Width
		if w <= width || most <= 2 {
			return short
		}
		most = max(2, min(most-1, int(float32(most)*width/w)+1))
	}
}

// line is a thin rule.
func (i *Inspector) line() {
	r := fynecanvas.NewRectangle(i.look.Line)
	r.SetMinSize(fyne.NewSize(1, 1))
	i.add(r)
}

// plus puts a button into the panel that adds something.
func (i *Inspector) plus(key string, tapped func(button fyne.CanvasObject)) {
	var b *kit.Button
	b = kit.NewButton(i.look, kit.Framed, "+ "+i.words.T(key), func() { tapped(b) })
	i.add(container.NewHBox(b))
}

// find lets the user pick one of several things out of a list below an object.
func (i *Inspector) find(below fyne.CanvasObject, hint string, options []kit.Option, picked func(int)) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(below); c != nil {
		kit.NewFinder(c, i.look, below, i.words.T(hint), options, picked)
	}
}
