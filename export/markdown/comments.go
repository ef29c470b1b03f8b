package markdown

import (
	"time"

	"ninefold/canvas"
	"ninefold/export/handout"
	"ninefold/export/scene"
)

// comments writes what readers have said, about the whole and block by block.
func (t *writer) comments() {
	t.heading(2, t.words.T("export.page.comments"))
	said := t.section("")
	for _, b := range canvas.Blocks() {
		said = t.section(b) || said
	}
	if !said {
		t.line(t.words.T("export.comments.none"))
	}
}

// section writes what is said about a block, or about the whole canvas, and
// reports whether that is anything.
func (t *writer) section(b canvas.Block) (said bool) {
	h := t.project.Head()
	begin := func() {
		if said {
			return
		}
		said = true
		if b == "" {
			t.heading(3, t.words.T("export.comments.whole"))
		} else {
			t.heading(3, t.words.T("block."+string(b)))
		}
	}
	for _, s := range h.Scores {
		if s.Block == b {
			begin()
			text := escape(t.words.T("export.comments.score", "Points", s.Points, "Of", handout.MaxPoints, "Author", t.name(s.Author)))
			if s.Remark != "" {
				text += "\n" + escape(s.Remark)
			}
			t.item(0, text)
		}
	}
	for i := range h.Comments {
		if h.Comments[i].Block == b {
			begin()
			t.comment(0, &h.Comments[i])
		}
	}
	for _, n := range t.project.Block(b) {
		if len(n.Comments) == 0 {
			continue
		}
		begin()
		t.item(0, "**"+escape(oneLine(scene.Caption(t.project, n, t.words)))+"**")
		for i := range n.Comments {
			t.comment(1, &n.Comments[i])
		}
	}
	if said {
		t.WriteString("\n")
	}
	return said
}

// comment writes a remark with its answers.
func (t *writer) comment(indent int, c *canvas.Comment) {
	by := t.by(c.Author, c.Time)
	if c.Resolved {
		by += " · " + t.words.T("export.comments.resolved")
	}
	t.item(indent, by+":\n"+escape(c.Text))
	for _, r := range c.Replies {
		t.item(indent+1, t.by(r.Author, r.Time)+":\n"+escape(r.Text))
	}
}

func (t *writer) name(author string) string {
	if author == "" {
		return t.words.T("export.comments.nobody")
	}
	return author
}

// by is who said something, and when.
func (t *writer) by(author string, when time.Time) string {
	out := escape(oneLine(t.name(author)))
	if !when.IsZero() {
		out += " · " + t.words.Date(when.Format(time.DateOnly))
	}
	return out
}
