package inspector

import "ninefold/canvas"

// block shows what to ask oneself about a block.
func (i *Inspector) block(b canvas.Block) {
	i.heading(i.words.T("block." + string(b)))
	i.remark(func() string { return i.words.N("statusbar.notes", len(i.doc.Project().Block(b))) })
	i.questions(b)
}

// project shows what the canvas as a whole says of itself.
func (i *Inspector) project() {
	i.heading(i.words.T("inspector.project"))
	i.details()
	i.section("inspector.start")
	i.paragraph(i.words.T("inspector.start.hint"))
}

// details shows what stands at the head of the canvas.
func (i *Inspector) details() {
	field := func(name string, wide bool, of func(*canvas.Head) *string) {
		now := func() string { h := i.doc.Project().Head(); return *of(&h) }
		i.field(field{label: i.words.T("head." + name), wide: wide, get: now, take: func(typed string) (step, error) {
			typed = clean(typed)
			h := i.doc.Project().Head()
			if typed == *of(&h) {
				return step{}, nil
			}
			*of(&h) = typed
			for _, p := range canvas.Validate(h, nil) {
				if p.Path == name {
					return step{}, i.complaint(p, typed)
				}
			}
			return step{"edit.head", func(p *canvas.Project) (*canvas.Project, error) {
				return canvas.UpdateHead(p, func(now *canvas.Head) { *of(now) = typed }), nil
			}}, nil
		}})
	}
	field("title", true, func(h *canvas.Head) *string { return &h.Title })
	field("subtitle", true, func(h *canvas.Head) *string { return &h.Subtitle })
	field("designed_for", true, func(h *canvas.Head) *string { return &h.DesignedFor })
	field("designed_by", true, func(h *canvas.Head) *string { return &h.DesignedBy })
	field("date", false, func(h *canvas.Head) *string { return &h.Date })
	field("edition", false, func(h *canvas.Head) *string { return &h.Edition })
	field("currency", false, func(h *canvas.Head) *string { return &h.Currency })
}
