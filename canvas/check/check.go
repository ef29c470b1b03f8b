// Package check points out what is missing or doubtful on a canvas: a segment
// that nothing is promised to, a relationship without a cost, customers
// who cost more than they bring. A finding is a remark, never a mistake: nothing
// is refused because of one, and a user may set it aside.
//
// Each check is one rule of a table, with an id that files and scripts may
// rely on. Its sentence is put together elsewhere, in the reader's language:
// the package must not know words, files or windows.
package check

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// A Severity says how much a finding weighs.
type Severity int

// The severities, the gravest first.
const (
	Gap  Severity = iota // something that a business model needs is not there
	Risk                 // what is there may not hold
	Hint                 // worth a thought
)

// String is the severity's id.
func (s Severity) String() string { return [...]string{"gap", "risk", "hint"}[s] }

// A Finding is one thing that a check has found.
type Finding struct {
	Check    string // the check's id
	Severity Severity
	// Block is where the finding belongs: the block of its first note, or the
	// block that it is about.
	Block canvas.Block
	// Notes are those that the finding concerns, the one to look at first. A
	// finding about a whole block has none.
	Notes []canvas.ID
	// About tells findings of one check about the same notes apart: the id of
	// a relationship type, a stage or a block. Empty where there can be only one.
	About string
	// Cell is where on the relationship board something is missing; without a
	// stage, it may be in any cell of the segment. The zero Cell says that the
	// finding is about what is there.
	Cell canvas.Cell
	// Values are what the check's sentence fills in.
	Values []Value
	// Reason is why the user has set the finding aside.
	Reason string
}

// Key names the finding among those about the same notes, as it stands in
// [canvas.SetAside].
func (f *Finding) Key() string {
	if f.About == "" {
		return f.Check
	}
	return f.Check + ":" + f.About
}

// Same reports whether two findings, perhaps of two versions of a project, are
// the same one.
func (f *Finding) Same(o *Finding) bool {
	return f.Check == o.Check && f.About == o.About && slices.Equal(f.Notes, o.Notes)
}

// Concerns reports whether a note is among those that the finding concerns.
func (f *Finding) Concerns(id canvas.ID) bool { return slices.Contains(f.Notes, id) }

// A Value is something that a sentence fills in.
type Value struct {
	Name string // as the sentence calls it, such as "Segment"
	Kind Kind
	// Text is what the user wrote, at its full length, or an id; for money its
	// currency.
	Text   string
	Number decimal.Decimal
}

// A Kind says how a value is to be written.
type Kind int

// The kinds of values.
const (
	Words Kind = iota // the user's own words
	Type              // id of a relationship type of the catalogue
	Stage             // id of a stage
	Block             // id of a block
	Money             // an amount in a currency
	Ratio             // a number without a unit
	Count             // how many
)

// All returns what all checks find in a project, the gravest first, then in
// the filling order of the notes that are concerned. What the user has set
// aside is returned apart, with the reason. A canvas without any note is left
// in peace.
func All(p *canvas.Project) (open, aside []Finding) {
	return With(p, func() *costing.Model { return costing.New(p) })
}

// With is [All] for who has the project's figures already, or may have to
// compute them: they are asked for only where there is something to compare.
func With(p *canvas.Project, figures func() *costing.Model) (open, aside []Finding) {
	f := gather(p, figures)
	if f.count == 0 {
		return nil, nil
	}
	all := make([]Finding, 0, f.count/2)
	for _, r := range rules {
		r.run(f, func(found Finding) {
			found.Check, found.Severity = r.id, r.severity
			if len(found.Notes) > 0 {
				found.Block = f.notes[found.Notes[0]].note.Block
			}
			all = append(all, found)
		})
	}
	set := asideOf(p)
	open = make([]Finding, 0, len(all))
	for _, at := range f.inOrder(all) {
		found := all[at]
		if reason, ok := set.reason(&found); ok {
			found.Reason = reason
			aside = append(aside, found)
		} else {
			open = append(open, found)
		}
	}
	return open, aside
}

// inOrder returns the places of findings, the gravest first, then in the
// filling order, then as they were found.
func (f *facts) inOrder(all []Finding) []int {
	type rank struct{ severity, place, at int }
	ranks := make([]rank, len(all)) // findings are large to move about
	for i := range all {
		ranks[i] = rank{int(all[i].Severity), f.place(&all[i]), i}
	}
	slices.SortFunc(ranks, func(a, b rank) int {
		return cmp.Or(cmp.Compare(a.severity, b.severity), cmp.Compare(a.place, b.place), cmp.Compare(a.at, b.at))
	})
	order := make([]int, len(all))
	for i, r := range ranks {
		order[i] = r.at
	}
	return order
}

// asides are the findings that the user has set aside, by their check.
type asides map[string][]canvas.SetAside

func asideOf(p *canvas.Project) asides {
	set := asides{}
	for _, s := range p.Head().SetAside {
		set[s.Check] = append(set[s.Check], s)
	}
	return set
}

// reason is why a finding was set aside, where it was.
func (a asides) reason(f *Finding) (string, bool) {
	if len(a) == 0 {
		return "", false
	}
	key := f.Key()
	for _, s := range a[key] {
		if s.Is(key, f.Notes) {
			return s.Reason, true
		}
	}
	return "", false
}

// IDs returns the ids of all checks, in the order of the table.
func IDs() []string {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.id
	}
	return ids
}
