package inspector

import (
	"slices"
	"strings"

	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/ui/kit"
)

// tactics shows the ways in which the relationship is carried out. Those of its
// own stage are offered first. A tap on one that was picked explains it.
func (i *sheet) tactics() {
	explained := func(id string) string { return "tactic " + id }
	i.picks(picks{
		now: func() []string { return i.relationshipNow().Tactics },
		set: func(ids []string) { i.editRelationship(func(r *canvas.Relationship) { r.Tactics = ids }) },
		all: i.offeredTactics, name: i.tacticName,
		detail: func(id string) string { return i.words.T("tactic." + id + ".what") },
		group: func(id string) string {
			t, _ := catalog.TacticByID(id)
			return i.words.T("stage." + string(t.Stage))
		},
		tapped: func(id string) {
			i.open[explained(id)] = !i.open[explained(id)]
			i.changed()
		},
		add: "inspector.add_tactic", hint: "inspector.add_tactic.hint",
	})
	open := func() []string {
		return slices.DeleteFunc(slices.Clone(i.relationshipNow().Tactics), func(id string) bool {
			_, known := catalog.TacticByID(id)
			return !known || !i.open[explained(id)]
		})
	}
	i.group(func() string { return strings.Join(open(), " ") }, func() {
		for _, id := range open() {
			i.add(kit.Box(i.inner(lasting, func() {
				i.add(kit.Text(fit(i.tacticName(id), tagWidth()), i.look.Ink, true))
				i.paragraph(i.words.T("tactic." + id + ".what"))
				i.explain("tactic."+id, "when", "example")
			}), i.look.Cell, i.look.Line, 8))
		}
	})
}

// offeredTactics are those of the relationship's own stage and then all others,
// stage by stage.
func (i *sheet) offeredTactics() []string {
	own := i.relationshipNow().Stage
	all := catalog.Tactics()
	slices.SortStableFunc(all, func(a, b catalog.Tactic) int {
		switch {
		case a.Stage == b.Stage:
			return 0
		case a.Stage == own:
			return -1
		case b.Stage == own:
			return 1
		}
		return 0
	})
	ids := make([]string, len(all))
	for k, t := range all {
		ids[k] = t.ID
	}
	return ids
}

func (i *sheet) tacticName(id string) string {
	if _, ok := catalog.TacticByID(id); !ok {
		return id // of another program
	}
	return i.words.T("tactic." + id + ".name")
}
