// Package markdown writes a project as a text in Markdown, for readers who
// listen to a page rather than look at it, for mail and for wikis. It says in
// order what the pages of a handout show. What users wrote stays as it is: signs
// that would mean something in Markdown are escaped. It must not know files or
// windows.
package markdown

import (
	"io"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/check"
	"ninefold/canvas/costing"
	"ninefold/canvas/geometry"
	"ninefold/export/findings"
	"ninefold/export/handout"
	"ninefold/export/scene"
)

// A writer is a text that is being written.
type writer struct {
	strings.Builder
	project *canvas.Project
	words   *locale.Words
	costs   *costing.Model
}

// Write writes the pages of a handout as text. Those that are filled in by hand
// are left out.
func Write(w io.Writer, p *canvas.Project, o handout.Options) error {
	scenario := o.Scenario
	if scenario == "" {
		scenario = costing.ScenarioBase
	}
	t := &writer{project: p, words: o.Words, costs: costing.NewIn(p, scenario)}
	t.head()
	for _, k := range handout.Chosen(p, o) {
		switch k {
		case handout.Canvas:
			t.canvas()
		case handout.Relationships:
			t.relationships()
		case handout.Costs:
			t.economics()
			t.lines()
		case handout.Findings:
			t.findings()
		case handout.Comments:
			t.comments()
		}
	}
	t.line("---")
	t.line(escape(t.words.T("export.credit")))
	_, err := io.WriteString(w, strings.TrimRight(t.String(), "\n")+"\n")
	return err
}

// line writes a paragraph, or a part that stands by itself.
func (t *writer) line(s string) {
	t.WriteString(s)
	t.WriteString("\n\n")
}

func (t *writer) heading(level int, s string) {
	t.line(strings.Repeat("#", level) + " " + escape(oneLine(s)))
}

// item writes an entry of a list; its further lines belong to it.
func (t *writer) item(indent int, s string) {
	space := strings.Repeat("  ", indent)
	t.WriteString(space + "- " + strings.ReplaceAll(s, "\n", "\\\n"+space+"  ") + "\n")
}

// table writes rows under their heads; those from the column figures on are
// figures.
func (t *writer) table(figures int, heads []string, rows [][]string) {
	row := func(cells []string) {
		for _, c := range cells {
			t.WriteString("| " + oneLine(c) + " ")
		}
		t.WriteString("|\n")
	}
	row(heads)
	for i := range heads {
		if i < figures {
			t.WriteString("|---")
		} else {
			t.WriteString("|--:")
		}
	}
	t.WriteString("|\n")
	for _, r := range rows {
		row(r)
	}
	t.WriteString("\n")
}

func (t *writer) head() {
	h := t.project.Head()
	title := h.Title
	if title == "" {
		title = t.words.T("export.canvas")
	}
	t.heading(1, title)
	if h.Subtitle != "" {
		t.line(escape(h.Subtitle))
	}
	date := ""
	if h.Date != "" {
		date = t.words.Date(h.Date)
	}
	some := false
	for _, f := range [][2]string{
		{"export.designed_for", h.DesignedFor}, {"export.designed_by", h.DesignedBy}, {"export.date", date}, {"export.edition", h.Edition},
	} {
		if f[1] != "" {
			t.item(0, t.words.T(f[0])+": "+escape(f[1]))
			some = true
		}
	}
	if some {
		t.WriteString("\n")
	}
}

// canvas writes the blocks in the order in which they are filled in.
func (t *writer) canvas() {
	t.heading(2, t.words.T("export.page.canvas"))
	for _, b := range canvas.Blocks() {
		t.heading(3, t.words.T("block."+string(b)))
		notes := t.project.Block(b)
		for _, n := range notes {
			s := escape(scene.Caption(t.project, n, t.words))
			if letters := t.letters(n); letters != "" {
				s += " (" + letters + ")"
			}
			if n.Standing != "" {
				s += " – *" + t.words.T("standing."+string(n.Standing)) + "*"
			}
			t.item(0, s)
		}
		if len(notes) > 0 {
			t.WriteString("\n")
		}
	}
}

// letters are those of the segments that a note serves, or is.
func (t *writer) letters(n *canvas.Note) string {
	var out []string
	for _, s := range t.project.Segments() {
		if s == n || n.Serves(s.ID) {
			out = append(out, s.Segment.Letter)
		}
	}
	return strings.Join(out, ", ")
}

// relationships writes for each segment what is known of it and how it is
// treated, stage by stage.
func (t *writer) relationships() {
	text := scene.BoardTextIn(t.project, t.words, t.costs)
	t.heading(2, t.words.T("export.page.relationships"))
	for _, s := range t.project.Segments() {
		name, about := text.Segment(s)
		t.heading(3, s.Segment.Letter+" "+name)
		for _, line := range about {
			t.item(0, escape(line.Text))
		}
		for _, f := range text.Figures(s) {
			t.item(0, escape(f.Name)+": "+escape(f.Value))
		}
		t.WriteString("\n")
		t.cards(text, func(n *canvas.Note) bool { return n.Serves(s.ID) })
	}
	if slices.ContainsFunc(t.project.Block(canvas.CustomerRelationships), nobodys) {
		t.heading(3, t.words.T("relationships.no_segment"))
		t.cards(text, nobodys)
	}
}

// nobodys reports whether a note is a relationship that serves no segment.
func nobodys(n *canvas.Note) bool { return n.IsRelationship() && len(n.Segments) == 0 }

// cards writes the table of some relationships.
func (t *writer) cards(text geometry.BoardText, mine func(*canvas.Note) bool) {
	var rows [][]string
	for _, stage := range append(canvas.Stages(), "") {
		for _, n := range t.project.Block(canvas.CustomerRelationships) {
			if !n.IsRelationship() || n.Relationship.Stage != stage || !mine(n) {
				continue
			}
			name, _ := text.Stage(stage)
			words, after := text.Note(n)
			rows = append(rows, []string{
				escape(name), escape(text.Type(n.Relationship.Type)), escape(words), escape(strings.Join(after, " · ")),
			})
		}
	}
	if len(rows) > 0 {
		t.table(4, []string{
			t.words.T("costs.stage"), t.words.T("export.worksheet.type"), t.words.T("export.worksheet.relationship"), t.words.T("relationships.figures"),
		}, rows)
	}
}

func (t *writer) figure(a costing.Amount, write func(decimal.Decimal) string) string {
	if d, ok := a.Get(); ok {
		return write(d)
	}
	return t.words.T("relationships.not_available")
}

func (t *writer) money(a costing.Amount) string {
	return t.figure(a, func(d decimal.Decimal) string { return escape(t.words.Money(d, t.project.Head().Currency)) })
}

// economics writes the totals and the figures of the segments.
func (t *writer) economics() {
	t.heading(2, t.words.T("export.page.costs"))
	totals := t.costs.Totals()
	count := func(b costing.BreakEven) string {
		if b.Never {
			return t.words.T("cli.costs.never")
		}
		return t.figure(b.Customers, func(d decimal.Decimal) string { return t.words.Number(d, 0) })
	}
	for _, f := range [][2]string{
		{"export.costs.cost", t.money(totals.Cost)},
		{"export.costs.revenue", t.money(totals.Revenue)},
		{"export.costs.result", t.money(totals.Result)},
		{"export.costs.break_even", count(totals.BreakEven)},
	} {
		t.item(0, t.words.T(f[0])+": "+f[1])
	}
	t.WriteString("\n")
	var rows [][]string
	for _, s := range t.costs.Segments() {
		rows = append(rows, []string{
			escape(s.Note.Segment.Letter + " " + s.Note.SegmentName()), t.money(s.CAC), t.money(s.LTV),
			t.figure(s.LTVToCAC, t.words.Ratio),
			t.figure(s.Payback, func(d decimal.Decimal) string { return t.words.Number(d.RoundBank(1), 1) }),
			count(s.BreakEven), t.money(s.Cost),
		})
	}
	if len(rows) > 0 {
		t.table(1, []string{
			t.words.T("export.segments"), t.words.T("cli.costs.cac"), t.words.T("cli.costs.ltv"), t.words.T("cli.costs.ltv_cac"),
			t.words.T("cli.costs.payback"), t.words.T("cli.costs.break_even"), t.words.T("cli.costs.monthly"),
		}, rows)
	}
}

// lines writes the table of cost lines.
func (t *writer) lines() {
	var rows [][]string
	for _, l := range t.costs.Lines() {
		label := l.Cost.Label
		if label == "" {
			label = scene.Caption(t.project, l.Note, t.words)
		}
		letters := t.letters(l.Note)
		if letters == "" {
			letters = t.words.T("costs.all")
		}
		rows = append(rows, []string{
			escape(label), t.words.T("block." + string(l.Note.Block)), letters,
			t.words.T("behaviour." + string(l.Cost.Behaviour)), t.money(l.Monthly),
		})
	}
	if len(rows) > 0 {
		t.table(4, []string{
			t.words.T("costs.line"), t.words.T("export.cost_sheet.where"), t.words.T("costs.segment"),
			t.words.T("costs.behaviour"), t.words.T("costs.monthly"),
		}, rows)
	}
}

func (t *writer) findings() {
	t.heading(2, t.words.T("export.page.findings"))
	open, aside := check.With(t.project, func() *costing.Model { return t.costs })
	if len(open) == 0 {
		t.line(t.words.T("findings.none"))
	}
	say := func(f *check.Finding, why string) {
		t.item(0, "**"+escape(findings.Title(t.words, f))+"** "+escape(findings.Sentence(t.words, f))+" "+escape(why))
	}
	for i := range open {
		say(&open[i], findings.Advice(t.words, &open[i]))
	}
	t.WriteString("\n")
	if len(aside) > 0 {
		t.heading(3, t.words.T("export.findings.aside"))
		for i := range aside {
			why := ""
			if aside[i].Reason != "" {
				why = t.words.T("findings.reason", "Reason", aside[i].Reason)
			}
			say(&aside[i], why)
		}
		t.WriteString("\n")
	}
}
