package handout

import (
	"ninefold/canvas/check"
	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/findings"
	"ninefold/export/scene"
)

// findings writes what the checks have found, the gravest first, and then what
// the user has set aside.
func (h *handout) findings() {
	open, aside := check.With(h.project, func() *costing.Model { return h.costs() })
	name := h.words.T("export.page.findings")
	f := h.flow(sheet{name: name, subtitle: name})
	if len(open) == 0 {
		f.paragraph(h.words.T("findings.none"), f.body())
	}
	for _, severity := range []check.Severity{check.Gap, check.Risk, check.Hint} {
		begun := false
		for i := range open {
			if open[i].Severity == severity {
				if !begun {
					f.head(h.words.T("export.findings." + severity.String()))
					begun = true
				}
				f.finding(&open[i])
			}
		}
	}
	if len(aside) > 0 {
		f.head(h.words.T("export.findings.aside"))
		for i := range aside {
			f.finding(&aside[i])
		}
	}
}

// finding writes one of them, with its sign and the segments that it concerns.
func (f *flow) finding(x *check.Finding) {
	title := findings.Title(f.words, x)
	sentence := findings.Sentence(f.words, x)
	lead, body := f.lead(), f.body()
	side := lead.size * 1.25
	f.indent = side + 5*f.unit
	f.need(lead.line() + 2*body.line())
	at := geometry.Rect{X: f.x() - f.indent, Y: f.y + f.unit, W: side, H: side}
	if x.Severity == check.Hint {
		c := at.Center()
		f.page.Add(scene.Circle{X: c.X, Y: c.Y, R: side * 0.42, Paint: scene.Paint{Stroke: f.look.Muted, Width: f.look.Rule}})
		f.page.Centred("!", c, side*geometry.Sign, true, f.look.Muted)
	} else {
		f.page.Sign(geometry.Badge{Kind: geometry.BadgeFinding, Rect: at}, geometry.Point{}, f.look, f.look.Muted)
	}
	f.paragraph(title, lead)
	f.paragraph(sentence, body)
	if x.Reason != "" {
		f.paragraph(f.words.T("findings.reason", "Reason", x.Reason), f.aside())
	} else {
		f.paragraph(findings.Advice(f.words, x), f.aside())
	}
	f.indent = 0
	f.y += body.size * 0.9
}
