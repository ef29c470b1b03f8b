package canvas

import (
	"cmp"
	"iter"
	"slices"

	"github.com/shopspring/decimal"
)

// A Project is one canvas with all that is said about it. It is immutable: use
// the edits of this package. The zero Project is an empty canvas without a
// name; [New] makes one with an id.
type Project struct {
	head   Head
	blocks [blockCount][]*Note // each sorted by Order, then ID
}

// A Head is what a project says apart from its notes.
type Head struct {
	ID          ID     `json:"id"`
	Title       string `json:"title"`
	Subtitle    string `json:"subtitle,omitzero"`
	DesignedFor string `json:"designed_for,omitzero"`
	DesignedBy  string `json:"designed_by,omitzero"`
	// Date is the day that the canvas shows the business on, as YYYY-MM-DD.
	Date string `json:"date,omitzero"`
	// Edition is the version of the canvas in its maker's counting.
	Edition string `json:"edition,omitzero"`
	// Language is the one that the notes are written in (en, pt, es, it).
	Language string `json:"language,omitzero"`
	// Currency is the ISO 4217 code of every amount in the project.
	Currency string             `json:"currency"`
	Plan     Plan               `json:"plan,omitzero"`
	Types    []RelationshipType `json:"types,omitempty"`
	Scores   []Score            `json:"scores,omitempty"`
	Comments []Comment          `json:"comments,omitempty"`
	SetAside []SetAside         `json:"set_aside,omitempty"`
	Review   *Review            `json:"review,omitzero"`

	Unknown Unknown `json:",embed"`
}

// A Plan holds what the arithmetic needs beside the notes. Zero and nil mean
// the default that each field names.
type Plan struct {
	HorizonMonths      int              `json:"horizon_months,omitzero"`      // months that are projected: 12, 24, 36 or 60; default 36
	LifetimeMonths     int              `json:"lifetime_months,omitzero"`     // longest lifetime of a customer; default 60
	AmortisationMonths int              `json:"amortisation_months,omitzero"` // months that one-off costs are spread over; default 24
	OpeningCash        *decimal.Decimal `json:"opening_cash,omitempty"`       // money at the start; default 0
	DiscountRate       *decimal.Decimal `json:"discount_rate,omitempty"`      // per month, 0 to 1; default none
	Low                *Scenario        `json:"low,omitzero"`
	High               *Scenario        `json:"high,omitzero"`

	Unknown Unknown `json:",embed"`
}

// IsZero reports whether the plan says nothing.
func (p Plan) IsZero() bool {
	return p.HorizonMonths == 0 && p.LifetimeMonths == 0 && p.AmortisationMonths == 0 &&
		p.OpeningCash == nil && p.DiscountRate == nil && p.Low == nil && p.High == nil && len(p.Unknown) == 0
}

// A Scenario scales what the base scenario says; nil means 1.
type Scenario struct {
	NewCustomers *decimal.Decimal `json:"new_customers,omitempty"`
	Churn        *decimal.Decimal `json:"churn,omitempty"`
	Price        *decimal.Decimal `json:"price,omitempty"`
	Cost         *decimal.Decimal `json:"cost,omitempty"`

	Unknown Unknown `json:",embed"`
}

// A RelationshipType is a type of the user's own, beside the catalogue's.
type RelationshipType struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Explanation string `json:"explanation,omitzero"`

	Unknown Unknown `json:",embed"`
}

// A Score is a reader's mark for a block.
type Score struct {
	Block  Block  `json:"block"`
	Author string `json:"author,omitzero"`
	Points int    `json:"points"` // 1 to 5
	Remark string `json:"remark,omitzero"`

	Unknown Unknown `json:",embed"`
}

// A SetAside is a finding that the user does not want to hear of again.
type SetAside struct {
	// Check is the check's id; where it finds several things about the same
	// notes, then a colon and the relationship type, stage or block of this one.
	Check  string `json:"check"`
	Notes  []ID   `json:"notes,omitempty"` // the notes that the finding concerns
	Reason string `json:"reason,omitzero"` // why, in the user's words

	Unknown Unknown `json:",embed"`
}

// A Review says that the project is a copy made for a reader.
type Review struct {
	ID     ID     `json:"id"`
	Author string `json:"author,omitzero"`
	// Base is the project as it was when the copy was made, as a project file.
	Base Unknown `json:"base,omitzero"`

	Unknown Unknown `json:",embed"`
}

// New returns an empty canvas with an id of its own.
func New(title, language, currency string) *Project {
	return &Project{head: Head{ID: NewID("pr"), Title: title, Language: language, Currency: currency}}
}

// Build returns the project with the given head and notes, which it keeps and
// which must not be changed afterwards. Notes of a block are put in order;
// notes of a block that is none of the nine are refused. Build does not
// validate anything else: see [Validate].
func Build(head Head, notes []*Note) (*Project, error) {
	p := &Project{head: head}
	for _, n := range notes {
		i := n.Block.Number() - 1
		if i < 0 {
			return nil, &UnknownBlockError{Note: n.ID, Block: n.Block}
		}
		p.blocks[i] = append(p.blocks[i], n)
	}
	for _, b := range p.blocks {
		slices.SortFunc(b, inOrder)
	}
	return p, nil
}

func inOrder(a, b *Note) int {
	return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
}

// Head returns what the project says apart from its notes. Its slices and
// pointers are shared: do not change what they hold.
func (p *Project) Head() Head { return p.head }

// Block returns the notes of a block in order. The slice is shared: do not
// change it.
func (p *Project) Block(b Block) []*Note {
	if i := b.Number(); i > 0 {
		return p.blocks[i-1]
	}
	return nil
}

// Notes yields every note, block by block in the filling order.
func (p *Project) Notes() iter.Seq[*Note] {
	return func(yield func(*Note) bool) {
		for _, block := range p.blocks {
			for _, n := range block {
				if !yield(n) {
					return
				}
			}
		}
	}
}

// Len is the number of notes.
func (p *Project) Len() int {
	n := 0
	for _, block := range p.blocks {
		n += len(block)
	}
	return n
}

// Note returns the note with the id, or nil. It looks through all notes; where
// many are wanted, [Project.ByID] is the better way.
func (p *Project) Note(id ID) *Note {
	n, _, _ := p.find(id)
	return n
}

// find returns a note, its block's index and its place in the block.
func (p *Project) find(id ID) (n *Note, block, at int) {
	for b, notes := range p.blocks {
		for i, n := range notes {
			if n.ID == id {
				return n, b, i
			}
		}
	}
	return nil, -1, -1
}

// ByID returns all notes by their ids.
func (p *Project) ByID() map[ID]*Note {
	m := make(map[ID]*Note, p.Len())
	for n := range p.Notes() {
		m[n.ID] = n
	}
	return m
}

// Segments returns the notes that stand for customer segments, in order.
func (p *Project) Segments() []*Note {
	var out []*Note
	for _, n := range p.Block(CustomerSegments) {
		if n.IsSegment() {
			out = append(out, n)
		}
	}
	return out
}

// Type returns the project's own relationship type with the id.
func (p *Project) Type(id string) (RelationshipType, bool) {
	for _, t := range p.head.Types {
		if t.ID == id {
			return t, true
		}
	}
	return RelationshipType{}, false
}
