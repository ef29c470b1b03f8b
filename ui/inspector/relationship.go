package inspector

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2/container"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/ui/kit"
)

// relationshipNow is the relationship that the note says now.
func (i *sheet) relationshipNow() canvas.Relationship {
	if r := i.now().Relationship; r != nil {
		return *r
	}
	return canvas.Relationship{}
}

// onRelationship turns a change of the relationship into one of its note.
func onRelationship(change func(*canvas.Relationship)) func(*canvas.Note) {
	return func(n *canvas.Note) {
		if n.Relationship != nil {
			r := *n.Relationship
			change(&r)
			n.Relationship = &r
		}
	}
}

func (i *sheet) editRelationship(change func(*canvas.Relationship)) {
	i.edit("edit.relationship", onRelationship(change))
}

// relationship shows all that a relationship can say.
func (i *sheet) relationship() {
	i.part(part{key: "inspector.type", open: true, stamp: func() string {
		_, names := i.allTypes()
		return strings.Join(names, "\n")
	}, build: func() {
		ids, names := i.allTypes()
		i.add(i.choice(ids, names, func() string { return i.relationshipNow().Type }, func(id string) {
			i.editRelationship(func(r *canvas.Relationship) { r.Type = id })
		}))
		i.aboutType()
	}})
	i.part(part{key: "inspector.stage", open: true, build: func() {
		i.tabs("stage.", canvas.StageAcquire.Values(), func() string { return string(i.relationshipNow().Stage) }, func(s string) {
			i.editRelationship(func(r *canvas.Relationship) { r.Stage = canvas.Stage(s) })
		})
	}})
	i.part(part{key: "inspector.status", open: true, build: func() {
		i.tabs("status.", canvas.StatusPlanned.Values(), func() string { return string(i.relationshipNow().Status) }, func(s string) {
			i.editRelationship(func(r *canvas.Relationship) { r.Status = canvas.Status(s) })
		})
		i.field(field{
			label: i.words.T("inspector.owner"), wide: true, get: func() string { return i.relationshipNow().Owner },
			take: text(func(s string) step {
				return i.step("edit.relationship", onRelationship(func(r *canvas.Relationship) { r.Owner = s }))
			}),
		})
	}})
	i.part(part{key: "inspector.tactics", open: true, build: i.tactics, detail: func() string {
		return count(len(i.relationshipNow().Tactics))
	}})
	i.part(part{key: "inspector.measures", open: true, build: i.measures, detail: func() string {
		return count(len(i.relationshipNow().Measures))
	}})
	i.part(part{key: "inspector.contact", build: i.manner, detail: func() string {
		r := i.relationshipNow()
		return i.brief("bond.", string(r.Bond), "intimacy.", string(r.Intimacy), "route.", string(r.Route), "presence.", string(r.Presence))
	}})
	i.asks()
}

// aboutType says what the type is and, when asked, more of it.
func (i *sheet) aboutType() {
	const key = "inspector.about_type"
	i.group(func() string { return i.relationshipNow().Type }, func() {
		id := i.relationshipNow().Type
		if t, ok := i.doc.Project().Type(id); ok {
			if t.Explanation != "" {
				i.paragraph(t.Explanation)
			}
			return
		}
		if _, ok := catalog.TypeByID(id); !ok {
			return // of another program
		}
		i.paragraph(i.words.T("type." + id + ".what"))
		i.folding(key, part{build: func() { i.explain("type."+id, "when", "asks", "example") }}, func(open bool, toggled func()) *kit.Fold {
			return kit.NewRecord(i.look, i.words.T(key), open, toggled)
		})
	})
}

// explain puts texts of the catalogue into the panel, each under what it is.
func (i *Inspector) explain(entry string, parts ...string) {
	for _, p := range parts {
		i.add(container.New(&column{gap: 0}, i.name(i.words.T("inspector.explain."+p)), prose(i.words.T(entry+"."+p))))
	}
}

// count stands beside a heading: how many there are, or nothing.
func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// manner shows how company and customer stand to each other.
func (i *sheet) manner() {
	i.word("inspector.bond", "bond.", canvas.BondLongTerm.Values(),
		func() string { return string(i.relationshipNow().Bond) },
		func(w string) { i.editRelationship(func(r *canvas.Relationship) { r.Bond = canvas.Bond(w) }) })
	// Saying nothing of intimacy means that it follows from the type.
	i.group(func() string { return i.relationshipNow().Type }, func() {
		ids, names := optional(canvas.IntimacyCollective.Values(), i.names("intimacy.", canvas.IntimacyCollective.Values()))
		if t, ok := catalog.TypeByID(i.relationshipNow().Type); ok && t.Intimacy != "" {
			names[0] = i.words.T("inspector.from_type", "Word", locale.Capital(i.words.T("intimacy."+string(t.Intimacy))))
		}
		i.labelledChoice("inspector.intimacy", ids, names,
			func() string { return string(i.relationshipNow().Intimacy) },
			func(w string) {
				i.editRelationship(func(r *canvas.Relationship) { r.Intimacy = canvas.Intimacy(w) })
			})
	})
	i.word("inspector.route", "route.", canvas.RouteDirect.Values(),
		func() string { return string(i.relationshipNow().Route) },
		func(w string) { i.editRelationship(func(r *canvas.Relationship) { r.Route = canvas.Route(w) }) })
	i.word("inspector.presence", "presence.", canvas.PresenceRemote.Values(),
		func() string { return string(i.relationshipNow().Presence) },
		func(w string) {
			i.editRelationship(func(r *canvas.Relationship) { r.Presence = canvas.Presence(w) })
		})
}
