package inspector

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"ninefold/ui/guard"
	"ninefold/ui/kit"
)

// The gaps between fields, and between the parts of one field.
const (
	groupGap = 6
	fieldGap = 2
)

// A group is a part of the panel. Its fields are kept, with what is being typed
// in them, as long as its stamp stays equal, and are then only brought up to
// date; otherwise they are made anew.
type group struct {
	body  *fyne.Container
	stamp func() string
	build func()

	shown   string   // the stamp that the fields were made for
	updates []func() // bring one field or inner group up to date
	entries []*entry
	inner   []*group
}

func newGroup(stamp func() string, build func()) *group {
	return &group{body: container.New(&column{gap: groupGap}), stamp: stamp, build: build}
}

// all are the entries of a group and of those in it.
func (g *group) all() []*entry {
	out := slices.Clone(g.entries)
	for _, g := range g.inner {
		out = append(out, g.all()...)
	}
	return out
}

// fill makes the fields of a group anew. What is being typed in one that goes
// is kept a moment later, when all have heard of the change that is under way.
func (i *Inspector) fill(g *group) {
	window := fyne.CurrentApp().Driver().CanvasForObject(g.body)
	for _, e := range g.all() {
		if e.Pending() {
			fyne.Do(func() { guard.Run(e.commit) })
		}
		if window != nil && window.Focused() == fyne.Focusable(e) {
			window.Unfocus() // it would go on taking keys, unseen
		}
	}
	outer := i.at
	i.at = g
	g.body.Objects, g.updates, g.entries, g.inner = nil, nil, nil, nil
	g.shown = g.stamp()
	g.build()
	g.body.Hidden = len(g.body.Objects) == 0
	i.at = outer
	i.stale = true
}

// update brings a group up to date.
func (i *Inspector) update(g *group) {
	if g.stamp() != g.shown {
		i.fill(g)
		return
	}
	for _, update := range g.updates {
		update()
	}
}

// add puts an object under what is there already.
func (i *Inspector) add(o fyne.CanvasObject) { i.at.body.Add(o) }

// follow has a function called now and whenever the document changes.
func (i *Inspector) follow(update func()) {
	update()
	i.at.updates = append(i.at.updates, update)
}

// group puts a part into the panel that is made anew whenever its stamp changes.
func (i *Inspector) group(stamp func() string, build func()) { i.add(i.inner(stamp, build)) }

// inner makes a group in the one that is being filled; the caller puts it into
// the panel.
func (i *Inspector) inner(stamp func() string, build func()) *fyne.Container {
	g := newGroup(stamp, build)
	i.fill(g)
	i.at.inner = append(i.at.inner, g)
	i.at.updates = append(i.at.updates, func() { i.update(g) })
	return g.body
}

// lasting is the stamp of a group that is never made anew by itself.
func lasting() string { return "" }

// A part is a section of the panel that opens and closes at its heading.
type part struct {
	key    string        // of its heading's words, by which is also remembered whether it is open
	open   bool          // unless the user says otherwise
	detail func() string // stands beside the heading; may be nil
	stamp  func() string // besides being open, what it is made anew for; may be nil
	build  func()
}

// part puts a section into the panel.
func (i *Inspector) part(p part) {
	i.folding(p.key, p, func(open bool, toggled func()) *kit.Fold {
		return kit.NewFold(i.look, i.words.T(p.key), open, toggled)
	})
}

// folding puts what opens and closes under a heading.
func (i *Inspector) folding(key string, p part, heading func(open bool, toggled func()) *kit.Fold) {
	isOpen := func() bool {
		if open, said := i.open[key]; said {
			return open
		}
		return p.open
	}
	fold := heading(isOpen(), func() {
		i.open[key] = !isOpen()
		i.changed()
	})
	i.add(fold)
	i.follow(func() {
		fold.SetOpen(isOpen())
		if p.detail != nil {
			fold.SetDetail(p.detail())
		}
	})
	i.group(func() string {
		switch {
		case !isOpen():
			return "closed"
		case p.stamp == nil:
			return "open"
		}
		return "open " + p.stamp()
	}, func() {
		if isOpen() {
			p.build()
		}
	})
}

// section begins a group of fields that is always open.
func (i *Inspector) section(key string) {
	i.add(container.New(layout.NewCustomPaddedLayout(7, 2, 0, 0), kit.Heading(strings.ToUpper(i.words.T(key)), i.look)))
}
