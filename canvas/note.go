package canvas

import (
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/shopspring/decimal"
)

// An ID names a record for its whole life, in every copy of the file.
type ID string

// Unknown holds the members of a record that this version does not know, as
// they stood in the file, so that they can be written back.
type Unknown = jsontext.Value

// A Note is one thing on the canvas. Notes are shared between projects: never
// change one that a project holds, use an edit such as [UpdateNote].
type Note struct {
	ID    ID    `json:"id"`
	Block Block `json:"block"`
	// Order places the note in its block: notes are sorted by it, byte by
	// byte, then by id. See [KeyBetween].
	Order    string   `json:"order"`
	Text     string   `json:"text"`
	Paper    Paper    `json:"paper,omitzero"`
	Standing Standing `json:"standing,omitzero"`
	// Segments are the notes in Customer Segments that this note serves; none
	// means that it is common to all. A relationship with none serves nobody.
	Segments []ID `json:"segments,omitempty"`
	// Links are other notes that this one has to do with.
	Links    []ID       `json:"links,omitempty"`
	Costs    []CostLine `json:"costs,omitempty"`
	Comments []Comment  `json:"comments,omitempty"`

	Segment      *Segment      `json:"segment,omitzero"`
	Relationship *Relationship `json:"relationship,omitzero"`
	Revenue      *Revenue      `json:"revenue,omitzero"`

	Unknown Unknown `json:",embed"`
}

// A Segment is what a note in Customer Segments says about its customers.
type Segment struct {
	// Letter is one or two capital letters, unique in the project.
	Letter string `json:"letter"`
	Colour Colour `json:"colour,omitzero"`
	Shape  Shape  `json:"shape,omitzero"`
	// Name is a short name for chips and rows; empty means the note's text.
	Name string `json:"name,omitzero"`
	// Expected and Habitual are relationship types: what these customers hope
	// for, and what they are used to.
	Expected  []string  `json:"expected,omitempty"`
	Habitual  []string  `json:"habitual,omitempty"`
	Bond      Bond      `json:"bond,omitzero"`
	Route     Route     `json:"route,omitzero"`
	Presence  Presence  `json:"presence,omitzero"`
	Economics Economics `json:"economics,omitzero"`

	Unknown Unknown `json:",embed"`
}

// Economics are a segment's figures. A nil figure is not known, which is not
// the same as zero: hence omitempty, since omitzero would drop a figure of 0.
type Economics struct {
	Customers    *decimal.Decimal `json:"customers,omitempty"`     // active customers now
	NewPerMonth  *decimal.Decimal `json:"new_per_month,omitempty"` // customers won in a month
	Churn        *decimal.Decimal `json:"churn,omitempty"`         // share of customers lost in a month, 0 to 1
	Orders       *decimal.Decimal `json:"orders,omitempty"`        // orders per customer and month
	VariableCost *decimal.Decimal `json:"variable_cost,omitempty"` // money per customer and month that no cost line holds
	// Revenue is money per customer and month; nil means that it follows from
	// the revenue notes that serve the segment.
	Revenue *decimal.Decimal `json:"revenue,omitempty"`

	Unknown Unknown `json:",embed"`
}

// IsZero reports whether no figure is known.
func (e Economics) IsZero() bool {
	return e.Customers == nil && e.NewPerMonth == nil && e.Churn == nil && e.Orders == nil &&
		e.VariableCost == nil && e.Revenue == nil && len(e.Unknown) == 0
}

// A Relationship is what a note in Customer Relationships says about how
// customers are treated.
type Relationship struct {
	// Type is an id of the catalogue or of one of the project's own types.
	Type     string    `json:"type"`
	Stage    Stage     `json:"stage,omitzero"`
	Tactics  []string  `json:"tactics,omitempty"`
	Bond     Bond      `json:"bond,omitzero"`
	Intimacy Intimacy  `json:"intimacy,omitzero"`
	Route    Route     `json:"route,omitzero"`
	Presence Presence  `json:"presence,omitzero"`
	Status   Status    `json:"status,omitzero"`
	Owner    string    `json:"owner,omitzero"`
	Measures []Measure `json:"measures,omitempty"`

	Unknown Unknown `json:",embed"`
}

// TypeCustom is the type of a relationship that is none of the catalogue's and
// has not been given one of the project's own types.
const TypeCustom = "custom"

// A Measure says how one will know that a relationship works.
type Measure struct {
	ID      ID               `json:"id"`
	Name    string           `json:"name"`
	Unit    string           `json:"unit,omitzero"`
	Target  *decimal.Decimal `json:"target,omitempty"`
	Current *decimal.Decimal `json:"current,omitempty"`

	Unknown Unknown `json:",embed"`
}

// A Revenue is what a note in Revenue Streams says about its price.
type Revenue struct {
	Price      *decimal.Decimal `json:"price,omitempty"` // money per unit
	Unit       string           `json:"unit,omitzero"`   // what the price is for, in the user's words
	Recurrence Recurrence       `json:"recurrence,omitzero"`

	Unknown Unknown `json:",embed"`
}

// A CostLine is one cost of a note. Which fields count depends on its
// behaviour; the others are kept.
type CostLine struct {
	ID        ID        `json:"id"`
	Label     string    `json:"label"`
	Behaviour Behaviour `json:"behaviour"`
	// Amount is money: per occurrence, customer or order; for staff the gross
	// monthly salary of one person.
	Amount *decimal.Decimal `json:"amount,omitempty"`
	// Rate is the share of revenue, 0 to 1, for percent_of_revenue.
	Rate *decimal.Decimal `json:"rate,omitempty"`
	// People is how many persons (staff); fractions are part-time.
	People *decimal.Decimal `json:"people,omitempty"`
	// CustomersPerPerson is how many customers one person can look after (staff_step).
	CustomersPerPerson *decimal.Decimal `json:"customers_per_person,omitempty"`
	// Payments is how many monthly salaries are paid in a year; nil means 12.
	Payments *decimal.Decimal `json:"payments,omitempty"`
	// EmployerRate is what the employer pays on top, as a share of the gross
	// salary; nil means 0.
	EmployerRate *decimal.Decimal `json:"employer_rate,omitempty"`
	// FromMonth and ToMonth are the first and last month of the projection in
	// which the line counts, from 1; zero means the first, and no last one.
	FromMonth int `json:"from_month,omitzero"`
	ToMonth   int `json:"to_month,omitzero"`
	// Source says where the figure comes from.
	Source string `json:"source,omitzero"`

	Unknown Unknown `json:",embed"`
}

// A Comment is a remark on a note, a block or the whole canvas.
type Comment struct {
	ID ID `json:"id"`
	// Block is the block that a project's comment sits on; empty means the
	// whole canvas. A note's comment has none.
	Block    Block     `json:"block,omitzero"`
	Author   string    `json:"author,omitzero"`
	Time     time.Time `json:"time,omitzero"`
	Text     string    `json:"text"`
	Resolved bool      `json:"resolved,omitzero"`
	Replies  []Reply   `json:"replies,omitempty"`

	Unknown Unknown `json:",embed"`
}

// A Reply answers a comment.
type Reply struct {
	ID     ID        `json:"id"`
	Author string    `json:"author,omitzero"`
	Time   time.Time `json:"time,omitzero"`
	Text   string    `json:"text"`

	Unknown Unknown `json:",embed"`
}

// Serves reports whether the note names the segment among those that it serves.
func (n *Note) Serves(segment ID) bool {
	return slices.Contains(n.Segments, segment)
}

// IsSegment reports whether the note stands for a customer segment: it is in
// that block and has the facet.
func (n *Note) IsSegment() bool { return n.Block == CustomerSegments && n.Segment != nil }

// IsRelationship reports whether the note stands for a relationship.
func (n *Note) IsRelationship() bool {
	return n.Block == CustomerRelationships && n.Relationship != nil
}

// IsRevenue reports whether the note stands for a stream of revenue.
func (n *Note) IsRevenue() bool { return n.Block == RevenueStreams && n.Revenue != nil }

// SegmentName is the short name of a segment's note: the segment's own name,
// else the first line of the note's text.
func (n *Note) SegmentName() string {
	if n.Segment != nil && n.Segment.Name != "" {
		return n.Segment.Name
	}
	line, _, _ := strings.Cut(n.Text, "\n")
	return line
}
