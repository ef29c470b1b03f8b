package handout

import (
	"time"

	"ninefold/canvas"
	"ninefold/export/scene"
)

// commented reports whether anybody has said anything.
func commented(p *canvas.Project) bool {
	head := p.Head()
	if len(head.Comments)+len(head.Scores) > 0 {
		return true
	}
	for n := range p.Notes() {
		if len(n.Comments) > 0 {
			return true
		}
	}
	return false
}

// comments writes what readers have said: about the whole, and block by block
// about notes, with their scores.
func (h *handout) comments() {
	name := h.words.T("export.page.comments")
	f := h.flow(sheet{name: name, subtitle: name})
	if !commented(h.project) {
		f.paragraph(h.words.T("export.comments.none"), f.body())
	}
	f.section("")
	for _, b := range canvas.Blocks() {
		f.section(b)
	}
}

// section writes what is said about a block, or about the whole canvas.
func (f *flow) section(b canvas.Block) {
	head := f.project.Head()
	begun := false
	begin := func() {
		if begun {
			return
		}
		begun = true
		if b == "" {
			f.head(f.words.T("export.comments.whole"))
		} else {
			f.head(f.words.T("block." + string(b)))
		}
	}
	for _, s := range head.Scores {
		if s.Block == b {
			begin()
			f.score(s)
		}
	}
	for i := range head.Comments {
		if head.Comments[i].Block == b {
			begin()
			f.comment(&head.Comments[i])
		}
	}
	for _, n := range f.project.Block(b) {
		if len(n.Comments) == 0 {
			continue
		}
		begin()
		f.need(f.lead().line() + f.aside().line() + 2*f.body().line())
		f.paragraph(scene.Caption(f.project, n, f.words), f.lead())
		f.y += f.unit
		for i := range n.Comments {
			f.comment(&n.Comments[i])
		}
	}
}

// MaxPoints is the highest score that a reader can give.
const MaxPoints = 5

// score draws a reader's mark as filled and empty dots, with the remark.
func (f *flow) score(s canvas.Score) {
	st := f.aside()
	f.need(st.line() + 2*f.body().line())
	r := st.size * 0.36
	x := f.x() + r + f.look.Rule
	for i := range MaxPoints {
		dot := scene.Circle{X: x, Y: f.y + st.size*0.7, R: r, Paint: scene.Paint{Stroke: f.look.Accent, Width: f.look.Rule}}
		if i < s.Points {
			dot.Fill = f.look.Accent
		}
		f.page.Add(dot)
		x += 2.6 * r
	}
	indent := f.indent
	f.indent += x - f.x() + r
	f.paragraph(f.words.T("export.comments.score", "Points", s.Points, "Of", MaxPoints, "Author", f.name(s.Author)), st)
	f.indent = indent
	f.paragraph(s.Remark, f.body())
	f.y += f.body().size * 0.6
}

// name is who said something.
func (f *flow) name(author string) string {
	if author == "" {
		return f.words.T("export.comments.nobody")
	}
	return author
}

// comment writes a remark with its answers.
func (f *flow) comment(c *canvas.Comment) {
	f.said(c.Author, f.date(c.Time), c.Text, c.Resolved)
	f.indent += 12 * f.unit
	for _, r := range c.Replies {
		f.said(r.Author, f.date(r.Time), r.Text, false)
	}
	f.indent -= 12 * f.unit
	f.y += f.body().size * 0.5
}

func (f *flow) said(author, date, text string, resolved bool) {
	by := f.name(author)
	if date != "" {
		by += "  ·  " + date
	}
	if resolved {
		by += "  ·  " + f.words.T("export.comments.resolved")
	}
	f.need(f.aside().line() + 2*f.body().line())
	f.paragraph(by, f.aside())
	f.paragraph(text, f.body())
	f.y += f.body().size * 0.4
}

// date is the day on which something was said, where that is known.
func (f *flow) date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return f.words.Date(t.Format(time.DateOnly))
}
