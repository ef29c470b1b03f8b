package grid

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/internal/iso4217"
)

// A Refusal says why something typed or pasted cannot be, in the user's words.
type Refusal struct {
	Row      int // of the text that was pasted, from 1; 0 where it was typed
	Column   Column
	Sentence string
}

func (r *Refusal) Error() string { return r.Sentence }

// digits is how many digits the currency's minor unit has.
func (t *Table) digits() int { return iso4217.Digits(t.project.Head().Currency) }

// A draft is the notes of a table while cells of their lines are changed.
type draft struct {
	*Table
	changed map[canvas.ID]*canvas.Note
	order   []canvas.ID
	said    map[noteCell]bool // what rows that are pasted have said of notes
}

// A noteCell is what a column says of a note, in all of its lines.
type noteCell struct {
	note   canvas.ID
	column Column
}

func (t *Table) draft() *draft {
	return &draft{Table: t, changed: map[canvas.ID]*canvas.Note{}, said: map[noteCell]bool{}}
}

// note returns a note to be changed, whose cost lines are its own.
func (d *draft) note(n *canvas.Note) *canvas.Note {
	if own := d.changed[n.ID]; own != nil {
		return own
	}
	own := *n
	own.Costs = slices.Clone(n.Costs)
	d.changed[n.ID] = &own
	d.order = append(d.order, n.ID)
	return &own
}

// line returns a row's cost line to be changed.
func (d *draft) line(r *Row) *canvas.CostLine {
	n := d.note(r.Note)
	return &n.Costs[slices.IndexFunc(n.Costs, func(c canvas.CostLine) bool { return c.ID == r.Cost.ID })]
}

// edit puts the changed notes into the project.
func (d *draft) edit(p *canvas.Project) (*canvas.Project, error) {
	for _, id := range d.order {
		var err error
		if p, err = canvas.UpdateNote(p, id, func(n *canvas.Note) { *n = *d.changed[id] }); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// set types a text into a cell of a line of a note.
func (d *draft) set(n *canvas.Note, l *canvas.CostLine, c Column, text string) *Refusal {
	text = strings.TrimSpace(strings.ToValidUTF8(text, string(utf8.RuneError)))
	sentence := ""
	switch c {
	case Label:
		l.Label = oneLine(text)
	case Segments:
		sentence = d.serve(n, text)
	case Stage:
		sentence = d.stage(n, text)
	case Behaviour:
		sentence = d.behave(l, text)
	case Amount:
		sentence = d.amount(l, text)
	}
	if sentence == "" {
		return nil
	}
	return &Refusal{Column: c, Sentence: sentence}
}

// amount reads an amount, or a share of the revenue as a percentage.
func (d *draft) amount(l *canvas.CostLine, text string) string {
	var figure *decimal.Decimal
	if text != "" {
		f, err := d.words.ParseFigure(text, d.project.Head().Currency)
		if err != nil {
			return d.words.Refusal(err)
		}
		figure = &f
	}
	if isRate(l) {
		if figure != nil {
			*figure = figure.Shift(-percentPlaces)
		}
		l.Rate = figure
	} else {
		l.Amount = figure
	}
	return d.wrong(l, text)
}

// wrong says what is wrong with a line that was typed.
func (d *draft) wrong(l *canvas.CostLine, typed string) string {
	n := &canvas.Note{ID: "nt", Block: canvas.CostStructure, Order: "V", Costs: []canvas.CostLine{*l}}
	for _, p := range canvas.Validate(canvas.Head{}, []*canvas.Note{n}) {
		if !strings.HasPrefix(p.Path, "notes[0].costs[0].") {
			continue
		}
		if p.Code == canvas.ProblemNotAShare {
			return d.words.T("inspector.no_percentage")
		}
		return d.words.T("problem."+string(p.Code), "Value", typed)
	}
	return ""
}

// behave reads how a line behaves: the name, or enough of its beginning, and
// after it how many people, or customers for each of them.
func (d *draft) behave(l *canvas.CostLine, text string) string {
	if text == "" {
		return ""
	}
	b, rest := d.behaviourOf(locale.Fold(text))
	if b == "" {
		return d.words.T("costs.no_behaviour", "Text", text)
	}
	SetBehaviour(l, b)
	number := strings.TrimFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || strings.ContainsRune(" ,;:", r) })
	if b == canvas.BehaviourOneOff || number == "" {
		return ""
	}
	f, err := d.words.ParseFigure(number, "")
	if err != nil {
		return d.words.Refusal(err)
	}
	switch b {
	case canvas.BehaviourStaff:
		l.People = &f
	case canvas.BehaviourStaffStep:
		l.CustomersPerPerson = &f
	default:
		return d.words.T("costs.no_behaviour", "Text", text)
	}
	return d.wrong(l, number)
}

// behaviourOf returns the behaviour with the longest name that a folded text
// begins with, and what follows it; or else the first whose name begins with
// the text.
func (d *draft) behaviourOf(text string) (best canvas.Behaviour, rest string) {
	longest := 0
	for _, b := range canvas.Behaviours() {
		name := locale.Fold(d.words.T("behaviour." + string(b)))
		if after, ok := strings.CutPrefix(text, name); ok && len(name) > longest {
			best, rest, longest = b, after, len(name)
		}
	}
	if best != "" {
		return best, rest
	}
	for _, b := range canvas.Behaviours() {
		if strings.HasPrefix(locale.Fold(d.words.T("behaviour."+string(b))), text) {
			return b, ""
		}
	}
	return "", ""
}

// SetBehaviour has a line behave otherwise. One that pays for staff begins with
// one person, since without any it could not be worked out.
func SetBehaviour(l *canvas.CostLine, b canvas.Behaviour) {
	l.Behaviour = b
	if b == canvas.BehaviourStaff && l.People == nil {
		person := decimal.NewFromInt(1)
		l.People = &person
	}
}

// serve reads the letters of the segments that a note serves.
func (d *draft) serve(n *canvas.Note, text string) string {
	if n.IsSegment() {
		return d.words.T("costs.own_segment")
	}
	var ids []canvas.ID
	if locale.Fold(text) != locale.Fold(d.words.T("costs.all")) {
		wanted := strings.FieldsFunc(strings.ToUpper(text), func(r rune) bool { return strings.ContainsRune(" ,;+/", r) })
		for _, letter := range wanted {
			if !slices.ContainsFunc(d.project.Segments(), func(s *canvas.Note) bool { return s.Segment.Letter == letter }) {
				return d.words.T("costs.no_segment", "Letter", letter)
			}
		}
		for _, s := range d.project.Segments() { // in their order
			if slices.Contains(wanted, s.Segment.Letter) {
				ids = append(ids, s.ID)
			}
		}
	}
	n.Segments = ids
	return ""
}

// stage reads the stage of a relationship.
func (d *draft) stage(n *canvas.Note, text string) string {
	stage := canvas.Stage("")
	if wanted := locale.Fold(text); wanted != "" {
		for _, s := range canvas.Stages() {
			if stage == "" && strings.HasPrefix(locale.Fold(d.words.T("stage."+string(s))), wanted) {
				stage = s
			}
		}
		if stage == "" {
			return d.words.T("costs.no_stage", "Text", text)
		}
	}
	if !n.IsRelationship() {
		if stage == "" {
			return ""
		}
		return d.words.T("costs.not_relationship")
	}
	r := *n.Relationship
	r.Stage = stage
	n.Relationship = &r
	return ""
}

// Set types a text into a cell. Typed into the head of a relationship, it adds
// a line with that label. It returns what to do and the row that then has the text.
func (t *Table) Set(c Cursor, text string) (canvas.Edit, string, error) {
	r := &t.Rows[c.Row]
	d := t.draft()
	if r.Kind == Note {
		l := newLine()
		if refused := d.set(r.Note, &l, Label, text); refused != nil {
			return nil, "", refused
		}
		n := d.note(r.Note)
		n.Costs = append(n.Costs, l)
		return d.edit, "cost:" + string(l.ID), nil
	}
	if refused := d.set(d.note(r.Note), d.line(r), c.Column, text); refused != nil {
		return nil, "", refused
	}
	return d.edit, r.Key(), nil
}

// newLine is a cost line that says nothing yet.
func newLine() canvas.CostLine {
	return canvas.CostLine{ID: canvas.NewID("cl"), Behaviour: canvas.BehaviourMonthly}
}

// where names a place of a text that was pasted.
func (t *Table) where(r *Refusal) string {
	return t.words.T("costs.pasted", "Row", strconv.Itoa(r.Row), "Column", t.words.T(Heads[r.Column]), "What", r.Sentence)
}

// Heads are the keys of the words above the columns.
var Heads = [Columns]string{"costs.line", "costs.segment", "costs.stage", "costs.behaviour", "costs.amount", "costs.monthly"}
