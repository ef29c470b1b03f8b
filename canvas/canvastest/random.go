package canvastest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"ninefold/canvas"
)

// texts are what users write, and what breaks programs.
var texts = []string{
	"Commuters who ride to work every day",
	"Self-service kiosk",
	"Two lines\nof one note",
	"Relações com os clientes: presença à distância",
	"Città e paesi, è così",
	"=SUM(A1:A9)",
	"عربة التوصيل",
	"自転車の修理",
	"👩‍🔧 mechanic on call 🚲",
	"quote \" backslash \\ slash / tab \t",
	"<b>&amp;</b>",
	"averyveryverylongwordthatnobodycanbreakbetweensyllablesbecauseithasnone",
	"\u2028 line separator, combining e\u0301",
	"-5 % off + 1",
	"",
}

// Random returns a valid project of that many notes with every facet that a
// note can have, unknown members included, in all mixtures.
func Random(seed uint64, notes int) *canvas.Project {
	g := &generator{r: rand.New(rand.NewPCG(seed, 0x9f01d)), odd: true}
	return g.project(notes)
}

// Large returns a valid project of that many ordinary notes, spread over the
// blocks as in a filled-in canvas, for benchmarks.
func Large(notes int) *canvas.Project {
	g := &generator{r: rand.New(rand.NewPCG(1, uint64(notes)))}
	return g.project(notes)
}

type generator struct {
	r        *rand.Rand
	odd      bool // rare things are common
	count    int
	segments []canvas.ID
	notes    []canvas.ID
}

// maxSegments keeps letters single and boards readable.
const maxSegments = 9

func (g *generator) project(count int) *canvas.Project {
	notes := make([]*canvas.Note, count)
	for i := range notes {
		notes[i] = &canvas.Note{ID: g.id("nt"), Block: canvas.Blocks()[1+g.r.IntN(8)]}
		if len(g.segments) < min(maxSegments, 1+count/8) {
			notes[i].Block = canvas.CustomerSegments
			notes[i].Segment = g.segment(len(g.segments))
			g.segments = append(g.segments, notes[i].ID)
		}
		g.notes = append(g.notes, notes[i].ID)
	}
	last := map[canvas.Block]string{}
	for _, n := range notes {
		last[n.Block], _ = canvas.KeyBetween(last[n.Block], "")
		n.Order = last[n.Block]
		g.fill(n)
	}
	p, err := canvas.Build(g.head(), notes)
	if err != nil {
		panic(err) // a mistake of this package: all blocks are of the nine
	}
	return p
}

// fill says about a note all that is not its place.
func (g *generator) fill(n *canvas.Note) {
	n.Text = g.text()
	n.Paper = word[canvas.Paper](g)
	n.Standing = word[canvas.Standing](g)
	if n.Block != canvas.CustomerSegments {
		n.Segments = pick(g, g.segments)
	}
	for _, id := range pick(g, g.notes) {
		if id != n.ID && g.rarely() {
			n.Links = append(n.Links, id)
		}
	}
	switch {
	case n.Block == canvas.CustomerRelationships:
		n.Relationship = g.relationship()
	case n.Block == canvas.RevenueStreams:
		n.Revenue = &canvas.Revenue{Price: g.amount(), Unit: "month", Recurrence: word[canvas.Recurrence](g), Unknown: g.unknown()}
	case g.odd && g.rarely(): // a facet of a block that the note has left
		n.Relationship = g.relationship()
	}
	if n.Block == canvas.CustomerRelationships || n.Block == canvas.CostStructure || g.rarely() {
		for range 1 + g.r.IntN(2) {
			n.Costs = append(n.Costs, g.cost())
		}
	}
	if g.rarely() {
		n.Comments = g.comments("")
	}
	n.Unknown = g.unknown()
}

func (g *generator) head() canvas.Head {
	h := canvas.Head{ID: g.id("pr"), Title: "Volta", Language: "en", Currency: "EUR"}
	if !g.odd {
		return h
	}
	h.Title, h.Subtitle, h.DesignedFor, h.DesignedBy = g.text(), g.text(), g.text(), g.text()
	h.Date, h.Edition = "2026-11-21", "3"
	h.Plan = canvas.Plan{
		HorizonMonths: 36, LifetimeMonths: g.r.IntN(90), AmortisationMonths: g.r.IntN(36),
		OpeningCash: g.signed(), DiscountRate: g.share(), Low: g.scenario(), High: g.scenario(), Unknown: g.unknown(),
	}
	h.Types = []canvas.RelationshipType{{ID: "rt_club", Name: "Riders' club", Explanation: g.text(), Unknown: g.unknown()}}
	for _, b := range pick(g, canvas.Blocks()) {
		h.Scores = append(h.Scores, canvas.Score{Block: b, Author: "Ada", Points: 1 + g.r.IntN(5), Remark: g.text(), Unknown: g.unknown()})
		h.Comments = append(h.Comments, g.comments(b)...)
	}
	if ids := pick(g, g.notes); len(ids) > 0 {
		h.SetAside = []canvas.SetAside{{Check: "orphan_note", Notes: ids, Reason: g.text(), Unknown: g.unknown()}}
	}
	if g.rarely() {
		h.Review = &canvas.Review{ID: g.id("rv"), Author: "Ada", Base: canvas.Unknown(`{"format":"ninefold","version":1}`), Unknown: g.unknown()}
	}
	h.Unknown = g.unknown()
	return h
}

func (g *generator) scenario() *canvas.Scenario {
	if g.r.IntN(2) == 0 {
		return nil
	}
	return &canvas.Scenario{NewCustomers: g.amount(), Churn: g.amount(), Price: g.amount(), Cost: g.amount(), Unknown: g.unknown()}
}

func (g *generator) segment(i int) *canvas.Segment {
	return &canvas.Segment{
		Letter: string(rune('A' + i)), Colour: canvas.Colours()[i%len(canvas.Colours())], Shape: canvas.Shapes()[i%len(canvas.Shapes())],
		Name:     fmt.Sprintf("Segment %d", i+1),
		Expected: pick(g, types), Habitual: pick(g, types),
		Bond: word[canvas.Bond](g), Route: word[canvas.Route](g), Presence: word[canvas.Presence](g),
		Economics: canvas.Economics{
			Customers: g.amount(), NewPerMonth: g.amount(), Churn: g.share(), Orders: g.amount(),
			VariableCost: g.amount(), Revenue: g.amount(), Unknown: g.unknown(),
		},
		Unknown: g.unknown(),
	}
}

var types = []string{"personal_assistance", "self_service", "communities", "rt_club", canvas.TypeCustom}

func (g *generator) relationship() *canvas.Relationship {
	r := &canvas.Relationship{
		Type: types[g.r.IntN(len(types))], Stage: word[canvas.Stage](g), Tactics: pick(g, []string{"trial", "bundle", "referral"}),
		Bond: word[canvas.Bond](g), Intimacy: word[canvas.Intimacy](g), Route: word[canvas.Route](g),
		Presence: word[canvas.Presence](g), Status: word[canvas.Status](g), Owner: g.text(), Unknown: g.unknown(),
	}
	if g.rarely() {
		r.Measures = []canvas.Measure{{ID: g.id("ms"), Name: g.text(), Unit: "%", Target: g.signed(), Current: g.signed(), Unknown: g.unknown()}}
	}
	return r
}

func (g *generator) cost() canvas.CostLine {
	c := canvas.CostLine{ID: g.id("cl"), Label: g.text(), Behaviour: canvas.Behaviours()[g.r.IntN(len(canvas.Behaviours()))], Source: "quote"}
	switch c.Behaviour {
	case canvas.BehaviourPercentOfRevenue:
		c.Rate = g.share()
	case canvas.BehaviourStaff:
		c.Amount, c.People, c.Payments, c.EmployerRate = g.amount(), g.amount(), g.amount(), g.share()
	case canvas.BehaviourStaffStep:
		c.Amount, c.CustomersPerPerson = g.amount(), g.amount()
	default:
		c.Amount = g.amount()
	}
	if g.rarely() {
		c.FromMonth = 1 + g.r.IntN(12)
		c.ToMonth = c.FromMonth + g.r.IntN(24)
	}
	c.Unknown = g.unknown()
	return c
}

func (g *generator) comments(b canvas.Block) []canvas.Comment {
	c := canvas.Comment{ID: g.id("cm"), Block: b, Author: "Ada", Time: g.time(), Text: g.text(), Resolved: g.r.IntN(2) == 0, Unknown: g.unknown()}
	if g.rarely() {
		c.Replies = []canvas.Reply{{ID: g.id("re"), Author: "Bea", Time: g.time(), Text: g.text(), Unknown: g.unknown()}}
	}
	return []canvas.Comment{c}
}

func (g *generator) id(prefix string) canvas.ID {
	g.count++
	return canvas.ID(fmt.Sprintf("%s_%04x%06d", prefix, g.r.Uint32N(1<<16), g.count))
}

func (g *generator) text() string {
	if g.odd {
		return texts[g.r.IntN(len(texts))]
	}
	return strings.Join([]string{texts[0], texts[1]}, ", ")[:10+g.r.IntN(45)]
}

func (g *generator) time() time.Time {
	return time.Date(2026, 11, 1+g.r.IntN(28), g.r.IntN(24), g.r.IntN(60), g.r.IntN(60), 0, time.UTC)
}

// rarely is true one time in ten, for odd projects one in three.
func (g *generator) rarely() bool {
	if g.odd {
		return g.r.IntN(3) == 0
	}
	return g.r.IntN(10) == 0
}

func (g *generator) amount() *decimal.Decimal {
	if g.odd && g.rarely() {
		return nil
	}
	d := decimal.New(g.r.Int64N(1_000_000), -int32(g.r.IntN(5)))
	return &d
}

func (g *generator) signed() *decimal.Decimal {
	d := decimal.New(g.r.Int64N(2_000_000)-1_000_000, -2)
	return &d
}

func (g *generator) share() *decimal.Decimal {
	d := decimal.New(g.r.Int64N(1001), -3)
	return &d
}

// unknown returns members that a later version might write.
func (g *generator) unknown() canvas.Unknown {
	if !g.odd || g.r.IntN(6) > 0 {
		return nil
	}
	return canvas.Unknown([]string{
		`{"x_later":"kept"}`,
		`{"x_number":1.50,"x_list":[1,[],{}]}`,
		`{"x_deep":{"a":{"b":[null,true]}},"x_text":"à \" \\"}`,
	}[g.r.IntN(3)])
}

// word returns one of an enumeration's words or, now and then, none.
func word[E canvas.Enum](g *generator) E {
	var none E
	all := none.Values()
	i := g.r.IntN(len(all) + 1)
	if i == len(all) {
		return none
	}
	return E(all[i])
}

// pick returns up to four of a list, in its order.
func pick[T any](g *generator, from []T) []T {
	if len(from) == 0 {
		return nil
	}
	var out []T
	start := g.r.IntN(len(from))
	for _, v := range from[start:min(len(from), start+4)] {
		if g.r.IntN(2) == 0 {
			out = append(out, v)
		}
	}
	return out
}
