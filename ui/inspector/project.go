package inspector

import (
	"ninefold/canvas"
)

// project shows what to ask oneself about the block that is being worked in,
// and what the canvas as a whole says of itself.
func (i *Inspector) project() {
	if b := i.shown.block; b != "" {
		i.heading(i.words.T("block." + string(b)))
		i.questions(b)
		i.line()
	}
	i.heading(i.words.T("inspector.project"))
	field := func(name string, of func(*canvas.Head) *string) {
		i.under("head."+name, i.entry(1, func() string { h := i.doc.Project().Head(); return *of(&h) }, func(s string) error {
			h := i.doc.Project().Head()
			if s = clean(s); s == *of(&h) {
				return nil
			}
			*of(&h) = s
			for _, p := range canvas.Validate(h, nil) {
				if p.Path == name {
					return i.complain("problem."+string(p.Code), "Value", p.Value)
				}
			}
			i.do("edit.head", func(p *canvas.Project) (*canvas.Project, error) {
				return canvas.UpdateHead(p, func(now *canvas.Head) { *of(now) = *of(&h) }), nil
			})
			return nil
		}))
	}
	field("title", func(h *canvas.Head) *string { return &h.Title })
	field("subtitle", func(h *canvas.Head) *string { return &h.Subtitle })
	field("designed_for", func(h *canvas.Head) *string { return &h.DesignedFor })
	field("designed_by", func(h *canvas.Head) *string { return &h.DesignedBy })
	field("date", func(h *canvas.Head) *string { return &h.Date })
	field("edition", func(h *canvas.Head) *string { return &h.Edition })
	field("currency", func(h *canvas.Head) *string { return &h.Currency })
	if i.shown.block != "" {
		return
	}
	i.section("inspector.start")
	i.add(i.paragraph(i.words.T("inspector.start.hint")))
}
