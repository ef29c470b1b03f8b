package inspector

import (
	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/ui/kit"
)

// asked is what the relationship's type asks of other blocks; a type of the
// project's own asks for nothing that the catalogue knows.
func (i *sheet) asked() []catalog.Ask {
	t, _ := catalog.TypeByID(i.relationshipNow().Type)
	return t.Asks
}

// asks shows what the relationship needs in other blocks: what is missing can
// be added by a tap, what is there leads to itself.
func (i *sheet) asks() {
	done := func() string {
		met := 0
		for _, a := range i.asked() {
			if i.met(a) != nil {
				met++
			}
		}
		return i.words.T("inspector.asks.done", "Done", met, "All", len(i.asked()))
	}
	// It is not there for a type that asks for nothing.
	i.group(func() string { return i.relationshipNow().Type }, func() {
		if len(i.asked()) == 0 {
			return
		}
		i.part(part{key: "inspector.asks", open: true, detail: done, build: func() {
			for _, a := range i.asked() {
				i.ask(a)
			}
		}})
	})
}

// met is the note that gives what is asked, or nil.
func (i *sheet) met(a catalog.Ask) *canvas.Note { return a.Met(i.doc.Project(), i.now()) }

// ask shows one thing that is asked.
func (i *sheet) ask(a catalog.Ask) {
	t := kit.NewTask(i.look, func() {
		switch by := i.met(a); {
		case by == nil:
			i.meet(a)
		case !a.IsCost():
			i.doc.Select(by.ID)
		}
	})
	i.follow(func() { t.Set(i.task(a)) })
	i.add(t)
}

// task is what is said of something that is asked.
func (i *sheet) task(a catalog.Ask) kit.TaskState {
	by := i.met(a)
	now := kit.TaskState{Text: i.words.T(a.Key), Detail: i.words.T("block." + string(a.Block)), Done: by != nil}
	if a.IsCost() {
		now.Detail = i.words.T("inspector.asks.cost", "Behaviour", i.words.T("behaviour."+string(a.Behaviour)))
	} else if by != nil {
		now.Text = i.caption(by, taskWidth())
	}
	now.Label = now.Text + ", " + now.Detail
	if by == nil {
		now.Label = i.words.T("inspector.asks.add", "What", now.Label)
	}
	now.Text, now.Detail = fit(now.Text, taskWidth()), fit(now.Detail, taskWidth())
	return now
}

// meet adds what is asked as one step. Of a cost the figures are asked next, so
// it is open.
func (i *sheet) meet(a catalog.Ask) {
	name := "edit.provide"
	if a.IsCost() {
		name = "edit.add_cost"
	}
	i.do(step{name, func(p *canvas.Project) (*canvas.Project, error) {
		next, err := a.Meet(p, i.id, i.words.T(a.Key))
		if err == nil && a.IsCost() {
			costs := next.Note(i.id).Costs
			i.open["inspector.costs"], i.open[costKey(costs[len(costs)-1].ID)] = true, true
		}
		return next, err
	}})
}
