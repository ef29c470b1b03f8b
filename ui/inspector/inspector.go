// Package inspector is the panel at the right of the window: everything that
// the selected note can say, or, when none is selected, what to ask oneself
// about the block that is being worked in and what the canvas is about. Every
// change in it is one named step of the document.
package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/scene"
	"ninefold/ui/document"
	"ninefold/ui/kit"
)

// An Inspector is the panel.
type Inspector struct {
	doc    *document.Document
	words  *locale.Words
	look   *scene.Look
	report func(error)
	stop   func()

	scroll  *container.Scroll
	body    *fyne.Container
	fields  []updater // of what is shown
	entries []*entry
	shown   subject
}

// An updater brings one field up to date with the document.
type updater func()

// A subject is what the panel is about. As long as it stays equal the panel's
// fields are kept, with what is being typed in them, and only brought up to date.
type subject struct {
	note     canvas.ID
	block    canvas.Block
	several  int
	facets   [3]bool // which facets the note has
	costs    string  // ids and behaviours of the cost lines, as each has its fields
	segments string  // letters, colours and shapes of the segments, as the chips show them
}

// New returns the panel for a document. Report says in a dialog what went
// wrong with an edit.
func New(doc *document.Document, words *locale.Words, look *scene.Look, report func(error)) *Inspector {
	i := &Inspector{doc: doc, words: words, look: look, report: report, body: container.New(&column{gap: 6})}
	i.scroll = container.NewVScroll(kit.Inset(i.body, 14, 12))
	i.rebuild()
	i.stop = doc.Listen(func(document.Change) { i.changed() })
	return i
}

// Object is the panel, to be placed in a window.
func (i *Inspector) Object() fyne.CanvasObject { return i.scroll }

// Close keeps what is being typed and stops listening to the document.
func (i *Inspector) Close() {
	i.Commit()
	i.stop()
}

// Commit keeps what is being typed, if anything is, as a step. What is wrong is
// said beside its field and is not kept.
func (i *Inspector) Commit() {
	for _, e := range i.entries {
		if e.Pending() {
			e.commit()
			return // there is one focus; the step may have made the fields anew
		}
	}
}

func (i *Inspector) changed() {
	if i.subject() != i.shown {
		i.rebuild()
		return
	}
	for _, update := range i.fields {
		update()
	}
}

func (i *Inspector) subject() subject {
	s := subject{block: i.doc.Block(), several: len(i.doc.Selection())}
	if n := i.doc.Selected(); n != nil {
		if !n.IsSegment() {
			s.segments = chips(i.doc.Project().Segments())
		}
		s.note, s.block = n.ID, n.Block
		for _, c := range n.Costs {
			s.costs += string(c.ID) + " " + string(c.Behaviour) + "\n"
		}
		s.facets = [3]bool{n.IsSegment(), n.IsRelationship(), n.IsRevenue()}
	}
	return s
}

// chips is all that the segments' chips show.
func chips(segments []*canvas.Note) string {
	var s string
	for _, n := range segments {
		s += n.Segment.Letter + string(n.Segment.Colour) + string(n.Segment.Shape) + n.SegmentName() + "\n"
	}
	return s
}

// rebuild fills the panel anew. What is being typed in a field that goes is
// kept a moment later, when all have heard of the change that is under way.
func (i *Inspector) rebuild() {
	left := i.entries
	i.shown = i.subject()
	i.body.Objects, i.fields, i.entries = nil, nil, nil
	window := fyne.CurrentApp().Driver().CanvasForObject(i.scroll)
	for _, e := range left {
		if e.Pending() {
			fyne.Do(e.commit)
		}
		if window != nil && window.Focused() == fyne.Focusable(e) {
			window.Unfocus() // it would go on taking keys, unseen
		}
	}
	switch n := i.doc.Selected(); {
	case n != nil:
		(&sheet{i, n.ID}).note(n)
	case i.shown.several > 1:
		i.heading(i.words.N("inspector.several", i.shown.several))
		i.add(i.paragraph(i.words.T("inspector.several.hint")))
	default:
		i.project()
	}
	i.body.Refresh()
	i.scroll.ScrollToTop()
}

func (i *Inspector) do(step string, edit canvas.Edit) {
	if err := i.doc.Do(step, edit); err != nil {
		i.report(err)
	}
}

// A column sets objects under each other at the full width.
type column struct{ gap float32 }

func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		size = fyne.NewSize(max(size.Width, m.Width), size.Height+m.Height+c.gap)
	}
	return size
}

func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		// Wrapped text knows its height only at its width.
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h + c.gap
	}
}
