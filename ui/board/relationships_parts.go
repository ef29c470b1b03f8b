package board

import (
	"slices"
	"strings"

	"ninefold/canvas"
	"ninefold/canvas/geometry"
	"ninefold/export/scene"
)

// A partKind says what a part of a row is.
type partKind int

const (
	partFold   partKind = iota // folds the row and unfolds it
	partField                  // of the head, to be chosen
	partFigure                 // to be explained
)

// A part is a button in a row.
type part struct {
	key     Key
	kind    partKind
	id      string // of the field or figure
	segment canvas.ID
	rect    geometry.Rect
	label   *geometry.Label // what stands there
}

// partsOf lists a row's buttons.
func partsOf(row *geometry.BoardRow) []part {
	var segment canvas.ID
	if row.Segment != nil {
		segment = row.Segment.ID
	}
	head := geometry.Point{X: row.Head.X, Y: row.Head.Y}
	parts := []part{{key: Key("fold:" + segment), kind: partFold, segment: segment, rect: row.Fold.Moved(head).Inset(-3)}}
	for i := range row.Fields {
		f := &row.Fields[i]
		parts = append(parts, part{
			key: Key("field:" + string(segment) + ":" + f.ID), kind: partField, id: f.ID, segment: segment,
			rect: f.Rect.Moved(head), label: &f.Label,
		})
	}
	box := row.FigureBox()
	for i := range row.FigureLabels {
		f := &row.FigureLabels[i]
		parts = append(parts, part{
			key: Key("figure:" + string(segment) + ":" + f.ID), kind: partFigure, id: f.ID, segment: segment,
			rect: f.Rect.Moved(geometry.Point{X: box.X, Y: box.Y}), label: &f.Labels[len(f.Labels)-1],
		})
	}
	return parts
}

// column is the column of its row that a part stands in: see [spot].
func (p *part) column(row *geometry.BoardRow) int {
	if p.kind == partFigure && row.Figures.W > 0 {
		return len(row.Cells)
	}
	return -1
}

// windowOf is the window that a part of a row is seen through.
func (r *Relationships) windowOf(p *part, row *geometry.BoardRow) geometry.Rect {
	if p.column(row) >= 0 {
		return r.layout.Table
	}
	return r.layout.Body
}

// partLabel says what a part is to somebody who cannot see it.
func (r *Relationships) partLabel(p *part, segment string) string {
	switch p.kind {
	case partFold:
		return r.words.T("relationships.fold")
	case partFigure:
		return r.words.T("reckoning.label", "Name", r.words.T("relationships.figure."+p.id), "Segment", segment, "Value", strings.Join(p.label.Lines, " "))
	default:
		return segment + ". " + strings.Join(p.label.Lines, " ")
	}
}

// Push is for the board: folds a row, offers what a segment's head can say and
// what can be put into a cell, clears the search, begins a type.
func (r *Relationships) Push(key Key) (Push, bool) {
	switch t := r.things[key]; {
	case key == newKey:
		return Push{Run: "insert_type"}, true
	case key == clearKey:
		return Push{}, r.Reset()
	case t.head != nil:
		r.Fold(t.head.Segment.ID)
		return Push{}, true
	case t.cell != nil && r.folded(t.cell.Cell.Segment):
		r.Fold(t.cell.Cell.Segment)
		return Push{}, true
	case t.cell != nil:
		return Push{Ask: r.fill(t.cell)}, true
	case t.part == nil:
		return Push{}, false
	case t.part.kind == partFold:
		r.Fold(t.part.segment)
		return Push{}, true
	case t.part.kind == partField:
		return Push{Ask: r.field(t.part)}, true
	}
	return Push{}, false
}

// Fold folds a segment's row, or unfolds it; the empty id is the row of the
// relationships that serve none.
func (r *Relationships) Fold(segment canvas.ID) {
	r.memory.folded[segment] = !r.memory.folded[segment]
	r.Arrange(r.size)
}

// FoldAll folds all rows, or unfolds them.
func (r *Relationships) FoldAll(folded bool) {
	for i := range r.layout.Rows {
		if s := r.layout.Rows[i].Segment; s != nil {
			r.memory.folded[s.ID] = folded
		} else {
			r.memory.folded[""] = folded
		}
	}
	r.Arrange(r.size)
}

func (r *Relationships) folded(segment canvas.ID) bool { return r.memory.folded[segment] }

// RowOf is the segment in whose row something lies; false where it lies in none.
func (r *Relationships) RowOf(key Key) (segment canvas.ID, ok bool) {
	switch t := r.things[key]; {
	case t.head != nil:
		return t.head.Segment.ID, true
	case t.part != nil:
		return t.part.segment, true
	case t.cell != nil:
		return t.cell.Cell.Segment, true
	case t.card != nil:
		return t.card.Cell.Segment, true
	}
	return "", false
}

// unfoldFor unfolds the first row that a note is hidden in, if it is hidden.
func (r *Relationships) unfoldFor(key Key) bool {
	id, ok := noteOf(key)
	if _, there := r.things[key]; there || !ok {
		return false
	}
	for _, c := range canvas.CellsOf(r.note(id)) {
		if r.folded(c.Segment) {
			r.Fold(c.Segment)
			return true
		}
	}
	return false
}

// note is a note of the project; one that says nothing where there is none.
func (r *Relationships) note(id canvas.ID) *canvas.Note {
	if n := r.doc.Project().Note(id); n != nil {
		return n
	}
	return &canvas.Note{}
}

// field offers what a segment's head can say.
func (r *Relationships) field(p *part) *Choice {
	id := p.segment
	now := r.note(id).Segment
	if now == nil {
		return nil
	}
	set := func(change func(*canvas.Segment)) ([]Key, error) {
		return nil, r.doc.Do("edit.segment", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.UpdateNote(p, id, func(n *canvas.Note) {
				s := *n.Segment
				change(&s)
				n.Segment = &s
			})
		})
	}
	switch p.id {
	case scene.FieldExpected:
		return r.typesField(now.Expected, func(t string) ([]Key, error) {
			return set(func(s *canvas.Segment) { s.Expected = toggled(s.Expected, t) })
		})
	case scene.FieldHabitual:
		return r.typesField(now.Habitual, func(t string) ([]Key, error) {
			return set(func(s *canvas.Segment) { s.Habitual = toggled(s.Habitual, t) })
		})
	case scene.FieldBond:
		return r.wordsField(words("bond.", now.Bond, canvas.BondLongTerm.Values(), func(w string) ([]Key, error) {
			return set(func(s *canvas.Segment) { s.Bond = canvas.Bond(w) })
		}))
	default:
		return r.wordsField(
			words("relationships.route.", now.Route, canvas.RouteDirect.Values(), func(w string) ([]Key, error) {
				return set(func(s *canvas.Segment) { s.Route = canvas.Route(w) })
			}),
			words("relationships.presence.", now.Presence, canvas.PresenceRemote.Values(), func(w string) ([]Key, error) {
				return set(func(s *canvas.Segment) { s.Presence = canvas.Presence(w) })
			}),
		)
	}
}

// toggled is a list with an id, or without it where it was in.
func toggled(list []string, id string) []string {
	if slices.Contains(list, id) {
		return slices.DeleteFunc(slices.Clone(list), func(o string) bool { return o == id })
	}
	return append(slices.Clip(list), id)
}

// typesField offers all types to be ticked.
func (r *Relationships) typesField(chosen []string, toggle func(id string) ([]Key, error)) *Choice {
	ids := r.types()
	for _, id := range chosen { // of another program
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return &Choice{
		Hint: r.words.T("palette.choose_types"), Options: r.typeOptions(ids, chosen), Many: true,
		Pick: func(i int) ([]Key, error) { return toggle(ids[i]) },
	}
}

// A wording is one of several words to be chosen, or none of them.
type wording struct {
	key    string // the beginning of the words' keys
	now    string
	values []string
	set    func(string) ([]Key, error)
}

func words[E ~string](key string, now E, values []string, set func(string) ([]Key, error)) wording {
	return wording{key, string(now), values, set}
}

// wordsField offers words, group by group; a word that is chosen again is
// taken back.
func (r *Relationships) wordsField(groups ...wording) *Choice {
	c := &Choice{}
	var pick []func() ([]Key, error)
	for i, g := range groups {
		if i > 0 {
			c.Options, pick = append(c.Options, Option{}), append(pick, nil)
		}
		for _, v := range g.values {
			to := v
			if v == g.now {
				to = ""
			}
			c.Options = append(c.Options, Option{Text: r.words.T(g.key + v), Chosen: v == g.now})
			pick = append(pick, func() ([]Key, error) { return g.set(to) })
		}
	}
	c.Pick = func(i int) ([]Key, error) { return pick[i]() }
	return c
}
