package canvas

import "slices"

// An Enum is a word out of a fixed list, as it stands in the file. The empty
// word means that nothing is said.
type Enum interface {
	~string
	// Values lists the words that may stand in the file.
	Values() []string
}

// Known reports whether e is empty or one of the words of its list.
func Known[E Enum](e E) bool {
	if e == "" {
		return true
	}
	return slices.Contains(e.Values(), string(e))
}

func values[E ~string](all ...E) []string {
	out := make([]string, len(all))
	for i, e := range all {
		out[i] = string(e)
	}
	return out
}

// A Paper is the colour of a note's paper; it means whatever its user means by
// it. The empty paper is yellow.
type Paper string

// The eight papers.
const (
	PaperYellow Paper = "yellow"
	PaperOrange Paper = "orange"
	PaperPink   Paper = "pink"
	PaperPurple Paper = "purple"
	PaperBlue   Paper = "blue"
	PaperTeal   Paper = "teal"
	PaperGreen  Paper = "green"
	PaperGrey   Paper = "grey"
)

// Papers returns the eight papers in the order in which they are offered.
func Papers() []Paper {
	return []Paper{
		PaperYellow, PaperOrange, PaperPink, PaperPurple,
		PaperBlue, PaperTeal, PaperGreen, PaperGrey,
	}
}

// Values lists all papers.
func (Paper) Values() []string { return values(Papers()...) }

// A Standing says how sure a note is. The empty standing is a note about which
// nothing is said yet.
type Standing string

// The standings.
const (
	StandingHypothesis Standing = "hypothesis"
	StandingTested     Standing = "tested"
	StandingFact       Standing = "fact"
)

// Values lists all standings, from least sure to surest.
func (Standing) Values() []string {
	return values(StandingHypothesis, StandingTested, StandingFact)
}

// A Stage is what a relationship is for in the life of a customer: the columns
// of the relationship board.
type Stage string

// The stages.
const (
	StageAcquire  Stage = "acquire"
	StageConsider Stage = "consider"
	StageRetain   Stage = "retain"
	StageGrow     Stage = "grow"
)

// Stages returns the stages in the order of a customer's life.
func Stages() []Stage { return []Stage{StageAcquire, StageConsider, StageRetain, StageGrow} }

// Values lists all stages.
func (Stage) Values() []string { return values(Stages()...) }

// A Bond says how a customer is bound: by nothing but the next sale, or for long.
type Bond string

// The bonds.
const (
	BondTransactional Bond = "transactional"
	BondLongTerm      Bond = "long_term"
)

// Values lists all bonds.
func (Bond) Values() []string { return values(BondTransactional, BondLongTerm) }

// An Intimacy says how near a relationship brings customer and company. It
// follows from the relationship's type and can be set apart from it.
type Intimacy string

// The intimacies.
const (
	IntimacyAutomated   Intimacy = "automated"
	IntimacyIndividual  Intimacy = "individual"
	IntimacyCollective  Intimacy = "collective"
	IntimacyThirdParty  Intimacy = "third_party"
	IntimacySelfService Intimacy = "self_service"
	IntimacyCoCreation  Intimacy = "co_creation"
)

// Values lists all intimacies.
func (Intimacy) Values() []string {
	return values(IntimacyAutomated, IntimacyIndividual, IntimacyCollective,
		IntimacyThirdParty, IntimacySelfService, IntimacyCoCreation)
}

// A Route says whether somebody stands between company and customer.
type Route string

// The routes.
const (
	RouteDirect        Route = "direct"
	RouteIntermediated Route = "intermediated"
)

// Values lists all routes.
func (Route) Values() []string { return values(RouteDirect, RouteIntermediated) }

// A Presence says whether company and customer meet in one place.
type Presence string

// The presences.
const (
	PresenceInPerson Presence = "in_person"
	PresenceRemote   Presence = "remote"
)

// Values lists all presences.
func (Presence) Values() []string { return values(PresenceInPerson, PresenceRemote) }

// A Status says how far a relationship has come.
type Status string

// The statuses.
const (
	StatusPlanned     Status = "planned"
	StatusOffered     Status = "offered"
	StatusEstablished Status = "established"
)

// Values lists all statuses, from first to last.
func (Status) Values() []string { return values(StatusPlanned, StatusOffered, StatusEstablished) }

// A Recurrence says how often a price is paid.
type Recurrence string

// The recurrences.
const (
	RecurrenceOneOff    Recurrence = "one_off"
	RecurrenceMonthly   Recurrence = "monthly"
	RecurrenceQuarterly Recurrence = "quarterly"
	RecurrenceYearly    Recurrence = "yearly"
	RecurrencePerOrder  Recurrence = "per_order"
)

// Values lists all recurrences.
func (Recurrence) Values() []string {
	return values(RecurrenceOneOff, RecurrenceMonthly, RecurrenceQuarterly, RecurrenceYearly, RecurrencePerOrder)
}

// A Behaviour says what a cost follows: time, customers, orders, revenue or people.
type Behaviour string

// The behaviours.
const (
	BehaviourOneOff           Behaviour = "one_off"
	BehaviourMonthly          Behaviour = "monthly"
	BehaviourQuarterly        Behaviour = "quarterly"
	BehaviourYearly           Behaviour = "yearly"
	BehaviourPerCustomer      Behaviour = "per_customer"
	BehaviourPerNewCustomer   Behaviour = "per_new_customer"
	BehaviourPerOrder         Behaviour = "per_order"
	BehaviourPercentOfRevenue Behaviour = "percent_of_revenue"
	BehaviourStaff            Behaviour = "staff"
	BehaviourStaffStep        Behaviour = "staff_step"
)

// Behaviours returns all behaviours in the order in which they are offered.
func Behaviours() []Behaviour {
	return []Behaviour{
		BehaviourOneOff, BehaviourMonthly, BehaviourQuarterly, BehaviourYearly,
		BehaviourPerCustomer, BehaviourPerNewCustomer, BehaviourPerOrder,
		BehaviourPercentOfRevenue, BehaviourStaff, BehaviourStaffStep,
	}
}

// Values lists all behaviours.
func (Behaviour) Values() []string { return values(Behaviours()...) }

// PaysPeople reports whether the cost is what people earn.
func (b Behaviour) PaysPeople() bool { return b == BehaviourStaff || b == BehaviourStaffStep }

// A Shape is drawn behind a segment's letter, so that segments differ without
// colour.
type Shape string

// The shapes, in the order in which segments take them.
const (
	ShapeCircle   Shape = "circle"
	ShapeSquare   Shape = "square"
	ShapeTriangle Shape = "triangle"
	ShapeDiamond  Shape = "diamond"
	ShapeHexagon  Shape = "hexagon"
	ShapePentagon Shape = "pentagon"
)

// Shapes returns the shapes in the order in which segments take them.
func Shapes() []Shape {
	return []Shape{ShapeCircle, ShapeSquare, ShapeTriangle, ShapeDiamond, ShapeHexagon, ShapePentagon}
}

// Values lists all shapes.
func (Shape) Values() []string { return values(Shapes()...) }

// A Colour is a segment's colour by name; the drawing decides its exact tone.
// The palette keeps apart for colour-blind readers.
type Colour string

// The colours, in the order in which segments take them.
const (
	ColourBlue   Colour = "blue"
	ColourOrange Colour = "orange"
	ColourGreen  Colour = "green"
	ColourPurple Colour = "purple"
	ColourSky    Colour = "sky"
	ColourRed    Colour = "red"
	ColourBrown  Colour = "brown"
	ColourSlate  Colour = "slate"
)

// Colours returns the colours in the order in which segments take them.
func Colours() []Colour {
	return []Colour{
		ColourBlue, ColourOrange, ColourGreen, ColourPurple,
		ColourSky, ColourRed, ColourBrown, ColourSlate,
	}
}

// Values lists all colours.
func (Colour) Values() []string { return values(Colours()...) }
