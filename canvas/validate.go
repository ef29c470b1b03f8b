package canvas

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

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
	ProblemBadCurrency   ProblemCode = "bad_currency"   // no currency of ISO 4217 has the code
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
	ProblemUnknownWord:   "%q is not one of the words allowed here",
	ProblemDuplicateID:   "another record has id %q",
	ProblemNoSegment:     "no segment has id %q",
	ProblemNoNote:        "no note has id %q",
	ProblemSelfLink:      "note %q links to itself",
	ProblemBadOrder:      "%q is not an order key: only 0-9, A-Z and a-z are allowed",
	ProblemBadLetter:     "%q is not a segment letter: one or two of A-Z",
	ProblemTakenLetter:   "another segment has letter %q",
	ProblemBadCurrency:   "no currency has the code %q: three capital letters of ISO 4217, as in EUR",
	ProblemBadDate:       "%q is not a date: year-month-day, as in 2026-11-21",
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

// MaxProblems is how many problems of either kind, broken or not, are
// collected; of more, the first ones stand for all.
const MaxProblems = 100

// Validate returns what is wrong with a head and notes that came from outside,
// in their order. Edits of this package never make a project that has a broken
// problem.
func Validate(head Head, notes []*Note) []Problem {
	v := &validator{
		ids:     make(map[ID]bool, 2*len(notes)),
		notes:   make(map[ID]*Note, len(notes)),
		letters: map[string]bool{},
	}
	for _, n := range notes {
		v.notes[n.ID] = n
	}
	v.head(&head)
	for i, n := range notes {
		v.enter("notes", i)
		v.note(n)
		v.leave()
	}
	return v.found
}

// A validator walks through a project. It knows where it is as a list of
// parts, which becomes a path only when there is a problem to tell of: ten
// thousand notes have a quarter of a million fields.
type validator struct {
	ids         map[ID]bool // ids of all records met so far
	notes       map[ID]*Note
	letters     map[string]bool
	at          []part
	found       []Problem
	broken, odd int // how many of either kind were found
}

type part struct {
	name  string
	index int // noIndex for a member that is no list
}

const noIndex = -1

func (v *validator) enter(name string, index int) { v.at = append(v.at, part{name, index}) }
func (v *validator) leave()                       { v.at = v.at[:len(v.at)-1] }

// path is the place of a member of the record where the validator is; with an
// index, of an element of a list.
func (v *validator) path(member string, index int) string {
	var b strings.Builder
	for i, s := range append(slices.Clip(v.at), part{member, index}) {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(s.name)
		if s.index != noIndex {
			fmt.Fprintf(&b, "[%d]", s.index)
		}
	}
	return b.String()
}

// breaks notes a problem with which the project cannot be worked with.
func (v *validator) breaks(member string, index int, code ProblemCode, value string) {
	if v.broken++; v.broken <= MaxProblems {
		v.found = append(v.found, Problem{Path: v.path(member, index), Code: code, Value: value, Broken: true})
	}
}

// warns notes any other problem.
func (v *validator) warns(member string, index int, code ProblemCode, value string) {
	if v.odd++; v.odd <= MaxProblems {
		v.found = append(v.found, Problem{Path: v.path(member, index), Code: code, Value: value})
	}
}

func (v *validator) id(id ID) {
	switch {
	case id == "":
		v.breaks("id", noIndex, ProblemMissing, "")
	case v.ids[id]:
		v.breaks("id", noIndex, ProblemDuplicateID, string(id))
	}
	v.ids[id] = true
}

func word[E Enum](v *validator, member string, e E) {
	if !Known(e) {
		v.breaks(member, noIndex, ProblemUnknownWord, string(e))
	}
}

// count checks a number of months.
func (v *validator) count(member string, n int) {
	if n < 0 {
		v.warns(member, noIndex, ProblemNegative, strconv.Itoa(n))
	} else if n > 1200 {
		v.warns(member, noIndex, ProblemTooLarge, strconv.Itoa(n))
	}
}

// bounded checks a figure that may be below zero.
func (v *validator) bounded(member string, d *decimal.Decimal) {
	if d != nil && d.Abs().GreaterThan(MaxAmount) {
		v.warns(member, noIndex, ProblemTooLarge, d.String())
	}
}

// amount checks a figure that may not be below zero.
func (v *validator) amount(member string, d *decimal.Decimal) {
	v.bounded(member, d)
	if d != nil && d.IsNegative() {
		v.warns(member, noIndex, ProblemNegative, d.String())
	}
}

// share checks a figure between 0 and 1.
func (v *validator) share(member string, d *decimal.Decimal) {
	if d != nil && (d.IsNegative() || d.GreaterThan(one)) {
		v.warns(member, noIndex, ProblemNotAShare, d.String())
	}
}

var one = decimal.NewFromInt(1)
