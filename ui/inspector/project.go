package inspector

import "ninefold/canvas"

// project shows what the canvas as a whole says of itself, and what to ask
// oneself about the block that is being worked in.
func (i *Inspector) project() {
	b := i.doc.Block()
	i.heading(i.words.T("inspector.project"))
	i.part(part{key: "inspector.details", open: b == "", build: i.details})
	if b == "" {
		i.section("inspector.start")
		i.paragraph(i.words.T("inspector.start.hint"))
		return
	}
	i.heading(i.words.T("block." + string(b)))
	i.questions(b)
}

// details shows what stands at the head of the canvas.
func (i *Inspector) details() {
	field := func(name string, of func(*canvas.Head) *string) {
		now := func() string { h := i.doc.Project().Head(); return *of(&h) }
		i.field(field{label: i.words.T("head." + name), wide: true, get: now, take: func(typed string) error {
			typed = clean(typed)
			h := i.doc.Project().Head()
			if typed == *of(&h) {
				return nil
			}
			*of(&h) = typed
			for _, p := range canvas.Validate(h, nil) {
				if p.Path == name {
					return i.complaint(p, typed)
				}
			}
			i.do("edit.head", func(p *canvas.Project) (*canvas.Project, error) {
				return canvas.UpdateHead(p, func(now *canvas.Head) { *of(now) = typed }), nil
			})
			return nil
		}})
	}
	field("title", func(h *canvas.Head) *string { return &h.Title })
	field("subtitle", func(h *canvas.Head) *string { return &h.Subtitle })
	field("designed_for", func(h *canvas.Head) *string { return &h.DesignedFor })
	field("designed_by", func(h *canvas.Head) *string { return &h.DesignedBy })
	field("date", func(h *canvas.Head) *string { return &h.Date })
	field("edition", func(h *canvas.Head) *string { return &h.Edition })
	field("currency", func(h *canvas.Head) *string { return &h.Currency })
}
