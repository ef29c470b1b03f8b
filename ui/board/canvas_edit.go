package board

import (
	"strings"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
	"ninefold/ui/document"
)

// A draft is a note as it is while its text is being typed. It is in no
// document yet: it is laid out in a project that is thrown away.
type draft struct {
	id    canvas.ID
	block canvas.Block // where a new note begins; empty for one that is there
	text  string
}

// apply returns the project with the draft in it.
func (d *draft) apply(p *canvas.Project) (*canvas.Project, error) {
	if d.block != "" {
		next, _, err := canvas.AddNote(p, canvas.Note{ID: d.id, Text: d.text}, d.block, canvas.AtEnd)
		return next, err
	}
	return canvas.UpdateNote(p, d.id, func(n *canvas.Note) { n.Text = d.text })
}

// Edit is for the board.
func (c *Canvas) Edit(key Key) (EditBox, bool) {
	d := &draft{}
	if block, ok := blockOf(key); ok {
		d.id, d.block = canvas.NewID("nt"), block
	} else if id, ok := noteOf(key); ok {
		n := c.doc.Project().Note(id)
		if n == nil {
			return EditBox{}, false
		}
		d.id, d.text = id, n.Text
	}
	if d.id == "" {
		return EditBox{}, false
	}
	c.draft = d
	c.Arrange(c.size)
	c.reveal(d.id)
	note := c.layout.Note(d.id)
	if note == nil {
		c.draft = nil
		c.Arrange(c.size)
		return EditBox{}, false
	}
	next := Key("")
	if d.block != "" {
		next = BlockKey(d.block)
	}
	return EditBox{
		Key: NoteKey(d.id), Next: next, Rect: c.textRect(note), Text: d.text, Size: c.layout.Metrics.Text, LineHeight: c.layout.Metrics.Line,
		Lead: scene.Lead(c.project(), note.Note, c.words),
		Lines: func() []scene.NoteLine {
			if n := c.layout.Note(d.id); n != nil {
				return scene.NoteLines(n.Content, c.layout.Metrics)
			}
			return nil // deleted under the editor
		},
		Typed: func(typed string) geometry.Rect {
			d.text = typed
			c.doc.Typing(c, func(p *canvas.Project) (*canvas.Project, error) { return c.with(p, d, strings.TrimSpace(typed)) })
			c.Arrange(c.size)
			c.reveal(d.id)
			return c.textRect(c.layout.Note(d.id))
		},
		Commit:  func(typed string) (Key, error) { return c.commit(d, strings.TrimSpace(typed)) },
		Discard: func() { c.endDraft() },
	}, true
}

// textRect is where a note's text stands.
func (c *Canvas) textRect(n *geometry.Note) geometry.Rect {
	if n == nil { // deleted under the editor
		return geometry.Rect{}
	}
	m := c.layout.Metrics
	return geometry.Rect{X: n.Rect.X + m.Left, Y: n.Rect.Y + m.PadY, W: n.Rect.W - m.Left - m.Right, H: n.Rect.H - 2*m.PadY}
}

// endDraft goes back to what the document holds.
func (c *Canvas) endDraft() {
	c.draft = nil
	c.doc.Typing(c, nil)
	c.Arrange(c.size)
}

// with returns a project with a draft in it.
func (c *Canvas) with(p *canvas.Project, d *draft, typed string) (*canvas.Project, error) {
	switch {
	case d.block == "":
		return canvas.SetText(p, d.id, typed)
	case typed == "":
		return p, nil
	}
	next, _, err := canvas.AddNote(p, canvas.Note{ID: d.id, Text: typed}, d.block, canvas.AtEnd)
	return next, err
}

// commit makes the draft one step of the document, unless it says nothing new.
func (c *Canvas) commit(d *draft, typed string) (Key, error) {
	c.endDraft()
	if d.block == "" {
		if n := c.doc.Project().Note(d.id); n != nil && n.Text == typed {
			return NoteKey(d.id), nil
		}
		return NoteKey(d.id), c.doc.Do("edit.text", func(p *canvas.Project) (*canvas.Project, error) { return c.with(p, d, typed) })
	}
	if typed == "" {
		return "", nil
	}
	return NoteKey(d.id), c.doc.Do("edit.add", func(p *canvas.Project) (*canvas.Project, error) { return c.with(p, d, typed) })
}

// Paste is for the board: notes come after the last one that is selected in
// the block where the user works.
func (c *Canvas) Paste(add Adder) ([]Key, error) {
	block := c.doc.Block()
	at := canvas.AtEnd
	for i, n := range c.doc.Project().Block(block) {
		if c.doc.IsSelected(n.ID) {
			at = i + 1
		}
	}
	return added(c.doc, "edit.paste", func(p *canvas.Project) (*canvas.Project, []canvas.ID, error) { return add(p, block, at) })
}

// added carries an edit out as a step and returns the keys of the notes that it
// added. An edit that adds none is no step.
func added(doc *document.Document, step string, edit func(*canvas.Project) (*canvas.Project, []canvas.ID, error)) ([]Key, error) {
	var keys []Key
	err := doc.Do(step, func(p *canvas.Project) (*canvas.Project, error) {
		next, ids, err := edit(p)
		for _, id := range ids {
			keys = append(keys, NoteKey(id))
		}
		if len(ids) == 0 && err == nil {
			return p, nil
		}
		return next, err
	})
	return keys, err
}
