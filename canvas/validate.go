package canvas

import (
	"fmt"
	"regexp"
	"time"

	"github.com/shopspring/decimal"
)

// A Problem is something in a project that cannot be, with its place.
type Problem struct {
	// Path leads to the place, as in "notes[3].segments[0]". Notes are counted
	// as they were given to [Validate].
	Path string
	Code ProblemCode
	// Value is what stands there.
	Value string
	// Broken means that the project cannot be worked with; otherwise it opens
	// and the problem is shown.
	Broken bool
}

// A ProblemCode says what is wrong.
type ProblemCode string

// The problems.
const (
	ProblemMissing       ProblemCode = "missing"        // a value that must be there is empty
	ProblemUnknownWord   ProblemCode = "unknown_word"   // not one of the words that may stand there
	ProblemDuplicateID   ProblemCode = "duplicate_id"   // another record has the id
	ProblemNoSegment     ProblemCode = "no_segment"     // no segment has the id
	ProblemNoNote        ProblemCode = "no_note"        // no note has the id
	ProblemSelfLink      ProblemCode = "self_link"      // a note links to itself
	ProblemBadOrder      ProblemCode = "bad_order"      // an order key with other characters than 0-9A-Za-z
	ProblemBadLetter     ProblemCode = "bad_letter"     // not one or two capital letters
	ProblemTakenLetter   ProblemCode = "taken_letter"   // another segment has the letter
	ProblemBadCurrency   ProblemCode = "bad_currency"   // not three capital letters
	ProblemBadDate       ProblemCode = "bad_date"       // not a day as YYYY-MM-DD
	ProblemNegative      ProblemCode = "negative"       // below zero where that cannot be
	ProblemTooLarge      ProblemCode = "too_large"      // beyond what can be computed with
	ProblemNotAShare     ProblemCode = "not_a_share"    // not between 0 and 1
	ProblemMonthOrder    ProblemCode = "month_order"    // to_month before from_month
	ProblemPointsRange   ProblemCode = "points_range"   // not 1 to 5
	ProblemHorizonLength ProblemCode = "horizon_length" // not 12, 24, 36 or 60 months
)

var problemTexts = map[ProblemCode]string{
	ProblemMissing:       "a value is missing",
	ProblemUnknownWord:   "%q is not one of the words that may stand here",
	ProblemDuplicateID:   "another record has id %q",
	ProblemNoSegment:     "no segment has id %q",
	ProblemNoNote:        "no note has id %q",
	ProblemSelfLink:      "note %q links to itself",
	ProblemBadOrder:      "%q is no order key: only 0-9, A-Z and a-z may stand in one",
	ProblemBadLetter:     "%q is no segment letter: one or two of A-Z",
	ProblemTakenLetter:   "another segment has letter %q",
	ProblemBadCurrency:   "%q is no currency code: three capital letters, as in EUR",
	ProblemBadDate:       "%q is no date: year-month-day, as in 2026-11-21",
	ProblemNegative:      "%s is below zero",
	ProblemTooLarge:      "%s is larger than can be computed with",
	ProblemNotAShare:     "%s is not between 0 and 1",
	ProblemMonthOrder:    "month %s comes before the first month",
	ProblemPointsRange:   "%s is not between 1 and 5",
	ProblemHorizonLength: "%s is not 12, 24, 36 or 60",
}

// Error says what is wrong, without the place.
func (p Problem) Error() string {
	if p.Code == ProblemMissing {
		return problemTexts[p.Code]
	}
	return fmt.Sprintf(problemTexts[p.Code], p.Value)
}

// MaxAmount bounds every figure of a project: beyond it, sums would no longer
// fit a spreadsheet cell's precision.
var MaxAmount = decimal.New(1, 15)

// MaxProblems is how many problems are collected before Validate gives up.
const MaxProblems = 100

// Validate returns what is wrong with a head and notes that came from outside.
// Edits of this package never make a project that has a broken problem.
func Validate(head Head, notes []*Note) []Problem {
	v := &validator{ids: map[ID]bool{}, notes: map[ID]*Note{}, letters: map[string]bool{}}
	for _, n := range notes {
		v.notes[n.ID] = n
	}
	v.head(&head)
	for i, n := range notes {
		v.note(fmt.Sprintf("notes[%d]", i), n)
		if len(v.found) >= MaxProblems {
			return v.found[:MaxProblems]
		}
	}
	return v.found
}

type validator struct {
	ids     map[ID]bool // ids of all records met so far
	notes   map[ID]*Note
	letters map[string]bool
	found   []Problem
}

func (v *validator) broken(path string, code ProblemCode, value string) {
	v.found = append(v.found, Problem{Path: path, Code: code, Value: value, Broken: true})
}

func (v *validator) odd(path string, code ProblemCode, value string) {
	v.found = append(v.found, Problem{Path: path, Code: code, Value: value})
}

func (v *validator) id(path string, id ID) {
	switch {
	case id == "":
		v.broken(path+".id", ProblemMissing, "")
	case v.ids[id]:
		v.broken(path+".id", ProblemDuplicateID, string(id))
	}
	v.ids[id] = true
}

func word[E Enum](v *validator, path string, e E) {
	if !Known(e) {
		v.broken(path, ProblemUnknownWord, string(e))
	}
}

var (
	currencyForm = regexp.MustCompile(`^[A-Z]{3}$`)
	letterForm   = regexp.MustCompile(`^[A-Z]{1,2}$`)
)

func (v *validator) head(h *Head) {
	v.id("", h.ID)
	if !currencyForm.MatchString(h.Currency) {
		v.odd("currency", ProblemBadCurrency, h.Currency)
	}
	if _, err := time.Parse(time.DateOnly, h.Date); h.Date != "" && err != nil {
		v.odd("date", ProblemBadDate, h.Date)
	}
	switch h.Plan.HorizonMonths {
	case 0, 12, 24, 36, 60:
	default:
		v.odd("plan.horizon_months", ProblemHorizonLength, fmt.Sprint(h.Plan.HorizonMonths))
	}
	v.count("plan.lifetime_months", h.Plan.LifetimeMonths)
	v.count("plan.amortisation_months", h.Plan.AmortisationMonths)
	v.bounded("plan.opening_cash", h.Plan.OpeningCash)
	v.share("plan.discount_rate", h.Plan.DiscountRate)
	v.scenario("plan.low", h.Plan.Low)
	v.scenario("plan.high", h.Plan.High)
	types := map[string]bool{}
	for i, t := range h.Types {
		path := fmt.Sprintf("types[%d].id", i)
		switch {
		case t.ID == "":
			v.broken(path, ProblemMissing, "")
		case types[t.ID]:
			v.broken(path, ProblemDuplicateID, t.ID)
		}
		types[t.ID] = true
	}
	for i, s := range h.Scores {
		path := fmt.Sprintf("scores[%d]", i)
		word(v, path+".block", s.Block)
		if s.Points < 1 || s.Points > 5 {
			v.odd(path+".points", ProblemPointsRange, fmt.Sprint(s.Points))
		}
	}
	v.comments("comments", h.Comments)
}

func (v *validator) scenario(path string, s *Scenario) {
	if s == nil {
		return
	}
	v.amount(path+".new_customers", s.NewCustomers)
	v.amount(path+".churn", s.Churn)
	v.amount(path+".price", s.Price)
	v.amount(path+".cost", s.Cost)
}

func (v *validator) note(path string, n *Note) {
	v.id(path, n.ID)
	if n.Block.Number() == 0 {
		v.broken(path+".block", ProblemUnknownWord, string(n.Block))
	}
	if !isKey(n.Order) {
		v.broken(path+".order", ProblemBadOrder, n.Order)
	}
	word(v, path+".paper", n.Paper)
	word(v, path+".standing", n.Standing)
	for i, id := range n.Segments {
		if s := v.notes[id]; s == nil || !s.IsSegment() {
			v.broken(fmt.Sprintf("%s.segments[%d]", path, i), ProblemNoSegment, string(id))
		}
	}
	for i, id := range n.Links {
		at := fmt.Sprintf("%s.links[%d]", path, i)
		switch {
		case v.notes[id] == nil:
			v.broken(at, ProblemNoNote, string(id))
		case id == n.ID:
			v.odd(at, ProblemSelfLink, string(id))
		}
	}
	for i := range n.Costs {
		v.cost(fmt.Sprintf("%s.costs[%d]", path, i), &n.Costs[i])
	}
	v.comments(path+".comments", n.Comments)
	v.segment(path+".segment", n)
	v.relationship(path+".relationship", n.Relationship)
	if r := n.Revenue; r != nil {
		word(v, path+".revenue.recurrence", r.Recurrence)
		v.amount(path+".revenue.price", r.Price)
	}
}

func (v *validator) segment(path string, n *Note) {
	s := n.Segment
	if s == nil {
		return
	}
	if n.IsSegment() {
		switch {
		case !letterForm.MatchString(s.Letter):
			v.broken(path+".letter", ProblemBadLetter, s.Letter)
		case v.letters[s.Letter]:
			v.broken(path+".letter", ProblemTakenLetter, s.Letter)
		}
		v.letters[s.Letter] = true
	}
	word(v, path+".colour", s.Colour)
	word(v, path+".shape", s.Shape)
	word(v, path+".bond", s.Bond)
	word(v, path+".route", s.Route)
	word(v, path+".presence", s.Presence)
	e := s.Economics
	v.amount(path+".economics.customers", e.Customers)
	v.amount(path+".economics.new_per_month", e.NewPerMonth)
	v.share(path+".economics.churn", e.Churn)
	v.amount(path+".economics.orders", e.Orders)
	v.amount(path+".economics.variable_cost", e.VariableCost)
	v.amount(path+".economics.revenue", e.Revenue)
}

func (v *validator) relationship(path string, r *Relationship) {
	if r == nil {
		return
	}
	if r.Type == "" {
		v.broken(path+".type", ProblemMissing, "")
	}
	word(v, path+".stage", r.Stage)
	word(v, path+".bond", r.Bond)
	word(v, path+".intimacy", r.Intimacy)
	word(v, path+".route", r.Route)
	word(v, path+".presence", r.Presence)
	word(v, path+".status", r.Status)
	for i, m := range r.Measures {
		at := fmt.Sprintf("%s.measures[%d]", path, i)
		v.id(at, m.ID)
		v.bounded(at+".target", m.Target)
		v.bounded(at+".current", m.Current)
	}
}

func (v *validator) cost(path string, c *CostLine) {
	v.id(path, c.ID)
	if c.Behaviour == "" {
		v.broken(path+".behaviour", ProblemMissing, "")
	}
	word(v, path+".behaviour", c.Behaviour)
	v.amount(path+".amount", c.Amount)
	v.share(path+".rate", c.Rate)
	v.amount(path+".people", c.People)
	v.amount(path+".customers_per_person", c.CustomersPerPerson)
	v.amount(path+".payments", c.Payments)
	v.amount(path+".employer_rate", c.EmployerRate)
	v.count(path+".from_month", c.FromMonth)
	v.count(path+".to_month", c.ToMonth)
	if c.ToMonth != 0 && c.ToMonth < max(c.FromMonth, 1) {
		v.odd(path+".to_month", ProblemMonthOrder, fmt.Sprint(c.ToMonth))
	}
}

func (v *validator) comments(path string, comments []Comment) {
	for i, c := range comments {
		at := fmt.Sprintf("%s[%d]", path, i)
		v.id(at, c.ID)
		word(v, at+".block", c.Block)
		for j, r := range c.Replies {
			v.id(fmt.Sprintf("%s.replies[%d]", at, j), r.ID)
		}
	}
}

func (v *validator) count(path string, n int) {
	if n < 0 {
		v.odd(path, ProblemNegative, fmt.Sprint(n))
	} else if n > 1200 {
		v.odd(path, ProblemTooLarge, fmt.Sprint(n))
	}
}

// bounded checks a figure that may be below zero.
func (v *validator) bounded(path string, d *decimal.Decimal) {
	if d != nil && d.Abs().GreaterThan(MaxAmount) {
		v.odd(path, ProblemTooLarge, d.String())
	}
}

// amount checks a figure that may not be below zero.
func (v *validator) amount(path string, d *decimal.Decimal) {
	v.bounded(path, d)
	if d != nil && d.IsNegative() {
		v.odd(path, ProblemNegative, d.String())
	}
}

// share checks a figure between 0 and 1.
func (v *validator) share(path string, d *decimal.Decimal) {
	if d != nil && (d.IsNegative() || d.GreaterThan(decimal.NewFromInt(1))) {
		v.odd(path, ProblemNotAShare, d.String())
	}
}
