package xlsx

import (
	"strings"

	"ninefold/assets"
)

// readMe writes what the workbook is and how it is to be read.
func (s *sheets) readMe() {
	g := s.grids["read_me"]
	g.setWidths([]float64{24, 84})
	g.onePage, g.portrait = true, true
	h := s.project.Head()
	w := s.words
	g.say(1, 1, title, text, s.name())
	g.height(1, 26)
	row := 2
	say := func(label, value string) {
		g.say(1, row, plain, wrapped, label)
		g.say(2, row, plain, wrapped, value)
		row++
	}
	heading := func(key string) {
		row++
		g.across(1, 2, row, section)
		g.say(1, row, section, text, w.T(key))
		row++
	}
	g.say(1, row, remark, text, w.T("xlsx.read_me.about"))
	row++
	for _, f := range []struct{ key, value string }{
		{"xlsx.read_me.subtitle", h.Subtitle},
		{"xlsx.read_me.designed_for", h.DesignedFor},
		{"xlsx.read_me.designed_by", h.DesignedBy},
		{"xlsx.read_me.date", w.Date(h.Date)},
		{"xlsx.read_me.edition", h.Edition},
		{"xlsx.read_me.currency", h.Currency},
	} {
		if f.value != "" {
			say(w.T(f.key), f.value)
		}
	}
	heading("xlsx.read_me.sheets")
	for _, key := range s.order()[1:] {
		say(w.T("xlsx.sheet."+key), s.about(key))
	}
	heading("xlsx.read_me.legend")
	for _, l := range []struct {
		role role
		key  string
	}{{input, "input"}, {plain, "formula"}, {fixed, "fixed"}, {total, "total"}, {result, "result"}} {
		g.say(1, row, l.role, centred, w.T("xlsx.legend."+l.key))
		g.say(2, row, plain, wrapped, w.T("xlsx.legend."+l.key+".means"))
		row++
	}
	heading("xlsx.read_me.changes")
	for _, key := range []string{"inputs", "lines", "project"} {
		say(w.T("xlsx.changes."+key), w.T("xlsx.changes."+key+".means", "Costs", w.T("xlsx.sheet.costs"), "App", assets.AppName))
	}
	heading("xlsx.read_me.rules")
	for _, key := range []string{"monthly", "months", "shares", "common", "economics", "break_even", "scenarios", "missing", "names"} {
		say(w.T("xlsx.rules."+key), w.T("xlsx.rules."+key+".means", "Missing", w.T("xlsx.not_available"), "Mark", mark))
	}
	heading("xlsx.read_me.origin")
	say(w.T("xlsx.read_me.generator"), strings.TrimSpace(assets.AppName+" "+assets.Version))
	say(w.T("xlsx.read_me.credit"), w.T("export.credit"))
}
