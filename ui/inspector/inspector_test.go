package inspector

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/scene"
	"ninefold/ui/document"
	"ninefold/ui/theme"
	"ninefold/ui/uitest"
)

// Ids of the notes on the bench.
const (
	commuters = canvas.ID("nt_commuters")
	fleets    = canvas.ID("nt_fleets")
	reminder  = canvas.ID("nt_reminder")
	plan      = canvas.ID("nt_plan")
	shop      = canvas.ID("nt_shop")
	vans      = canvas.ID("nt_vans")
)

func dec(s string) *decimal.Decimal {
	d := decimal.RequireFromString(s)
	return &d
}

// bicycles is a small project in which every kind of note says something.
func bicycles(t testing.TB) *canvas.Project {
	t.Helper()
	p := canvas.New("Bicycles", "en", "EUR")
	p = canvas.UpdateHead(p, func(h *canvas.Head) {
		h.Types = []canvas.RelationshipType{{ID: "ty_club", Name: "Club evening"}}
	})
	for _, n := range []struct {
		block canvas.Block
		note  canvas.Note
	}{
		{canvas.CustomerSegments, canvas.Note{ID: commuters, Text: "Commuters", Segment: &canvas.Segment{
			Letter: "A", Colour: canvas.ColourBlue, Shape: canvas.ShapeCircle, Expected: []string{"self_service"},
			Economics: canvas.Economics{Customers: dec("100"), NewPerMonth: dec("10"), Churn: dec("0.05")},
		}}},
		{canvas.CustomerSegments, canvas.Note{ID: fleets, Text: "Courier fleets", Segment: &canvas.Segment{Letter: "B"}}},
		{canvas.CustomerRelationships, canvas.Note{
			ID: reminder, Text: "Chain reminder", Segments: []canvas.ID{commuters},
			Costs: []canvas.CostLine{
				{ID: "cl_set_up", Label: "Set-up", Behaviour: canvas.BehaviourOneOff, Amount: dec("2400")},
				{ID: "cl_hosting", Label: "Hosting", Behaviour: canvas.BehaviourMonthly, Amount: dec("30"), FromMonth: 4},
			},
			Relationship: &canvas.Relationship{
				Type: "automated_services", Stage: canvas.StageAcquire, Tactics: []string{"trial"},
				Measures: []canvas.Measure{{ID: "ms_stay", Name: "Stay a year", Target: dec("65")}},
			},
		}},
		{canvas.RevenueStreams, canvas.Note{ID: plan, Text: "Monthly plan", Segments: []canvas.ID{commuters}, Revenue: &canvas.Revenue{
			Price: dec("19"), Recurrence: canvas.RecurrenceMonthly,
		}}},
		{canvas.Channels, canvas.Note{ID: shop, Text: "Shop on the square"}},
		{canvas.KeyResources, canvas.Note{ID: vans, Text: "Two vans", Links: []canvas.ID{shop}}},
	} {
		var err error
		if p, _, err = canvas.AddNote(p, n.note, n.block, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// A bench is a panel in a window high enough to show all of it, and somebody
// to work it.
type bench struct {
	*uitest.Robot
	t      testing.TB
	doc    *document.Document
	panel  *Inspector
	window fyne.Window
}

func newBench(t testing.TB) *bench { return newBenchIn(t, "en") }

func newBenchIn(t testing.TB, lang locale.Lang) *bench {
	t.Helper()
	app := test.NewTempApp(t)
	look := scene.Light()
	app.Settings().SetTheme(theme.New(look, 0))
	b := &bench{t: t, doc: document.New(bicycles(t), "a.ninefold.json")}
	b.panel = New(b.doc, locale.Of(lang), look, func(err error) { t.Errorf("reported: %v", err) })
	b.window = test.NewWindow(b.panel.Object())
	b.window.Resize(fyne.NewSize(280, 3000))
	b.Robot = uitest.New(t, b.window)
	return b
}

// show selects a note and opens all that is closed.
func (b *bench) show(id canvas.ID) {
	b.doc.Select(id)
	for _, key := range []string{"inspector.costs", "inspector.contact", "inspector.tactics", "inspector.measures"} {
		b.panel.open[key] = true
	}
	for _, c := range b.doc.Project().Note(id).Costs {
		b.panel.open[costKey(c.ID)] = true
	}
	b.panel.changed()
}

// objects are all that can be seen, from top to bottom.
func (b *bench) objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	b.Visit(func(o fyne.CanvasObject) { out = append(out, o) })
	return out
}

// after returns the first object of a kind after a text on the panel; where the
// text is empty, the first of all.
func after[T fyne.CanvasObject](b *bench, text string) T {
	b.t.Helper()
	found := text == ""
	for _, o := range b.objects() {
		if s, ok := o.(*fynecanvas.Text); ok && (s.Text == text || s.Text == strings.ToUpper(text)) {
			found = true
		}
		if o, ok := o.(T); ok && found {
			return o
		}
	}
	b.t.Fatalf("nothing of the kind after %q; the panel reads %q", text, b.texts())
	panic("unreachable")
}

// texts are the words that can be read on the panel.
func (b *bench) texts() []string {
	var out []string
	for _, o := range b.objects() {
		switch o := o.(type) {
		case *fynecanvas.Text:
			out = append(out, o.Text)
		case *widget.Label:
			out = append(out, o.Text)
		}
	}
	return out
}

// reads checks that a figure stands beside its name.
func (b *bench) reads(name, value string) {
	b.t.Helper()
	texts := b.texts()
	at := slices.Index(texts, name)
	if at < 0 || !slices.Contains(texts[max(0, at-1):min(at+3, len(texts))], value) {
		b.t.Errorf("%q does not read %q: %q", name, value, texts)
	}
}

// named returns what has a label for assistive technology.
func (b *bench) named(label string) fyne.CanvasObject {
	b.t.Helper()
	for _, o := range b.objects() {
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() == label {
			return o
		}
	}
	b.t.Fatalf("nothing is called %q", label)
	return nil
}

func (b *bench) click(o fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	b.Click(at.AddXY(o.Size().Width/2, o.Size().Height/2))
}

// press clicks on what has a label.
func (b *bench) press(label string) {
	b.t.Helper()
	b.click(b.named(label))
}

// fill types a text into the field after a name, in place of what is there.
func (b *bench) fill(name, text string) *entry {
	b.t.Helper()
	e := after[*entry](b, name)
	b.click(e)
	b.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyA)
	if b.Type(text); text == "" {
		b.Key(fyne.KeyDelete)
	}
	b.window.Canvas().Unfocus()
	return e
}

// choose chooses a word in the list after a name.
func (b *bench) choose(name, word string) {
	b.t.Helper()
	s := after[*list](b, name)
	if !slices.Contains(s.Options, word) {
		b.t.Fatalf("%q is not among %q", word, s.Options)
	}
	s.SetSelected(word)
}

// pick types into the list that is open and takes the first that is found.
func (b *bench) pick(typed string) {
	b.Type(typed)
	b.Key(fyne.KeyReturn)
}

// A change is what somebody does on the panel and what comes of it.
type change struct {
	name string
	note canvas.ID
	do   func(*bench)
	step string
	want func(*canvas.Note) // makes what is wanted out of the note as it was
}

func segment(f func(*canvas.Segment)) func(*canvas.Note) {
	return onSegment(f)
}

func relationship(f func(*canvas.Relationship)) func(*canvas.Note) {
	return onRelationship(f)
}

func measure(f func(*canvas.Measure)) func(*canvas.Note) {
	return onRelationship(func(r *canvas.Relationship) {
		r.Measures = slices.Clone(r.Measures)
		f(&r.Measures[0])
	})
}

func revenue(f func(*canvas.Revenue)) func(*canvas.Note) {
	return func(n *canvas.Note) {
		r := *n.Revenue
		f(&r)
		n.Revenue = &r
	}
}

func cost(k int, f func(*canvas.CostLine)) func(*canvas.Note) {
	return func(n *canvas.Note) {
		n.Costs = slices.Clone(n.Costs)
		f(&n.Costs[k])
	}
}

var changes = []change{
	{"text", shop, func(b *bench) { b.fill("Note", "Shop and café") }, "edit.text", func(n *canvas.Note) { n.Text = "Shop and café" }},
	{"serve", shop, func(b *bench) { b.press("B Courier fleets") }, "edit.serve", func(n *canvas.Note) { n.Segments = []canvas.ID{fleets} }},
	{"serve no longer", plan, func(b *bench) { b.press("A Commuters") }, "edit.serve", func(n *canvas.Note) { n.Segments = []canvas.ID{} }},
	{"standing", shop, func(b *bench) { b.press("Tested") }, "edit.standing", func(n *canvas.Note) { n.Standing = canvas.StandingTested }},
	{"paper", shop, func(b *bench) { b.press("teal") }, "edit.paper", func(n *canvas.Note) { n.Paper = canvas.PaperTeal }},

	{"link by typing", shop, func(b *bench) { b.press("+ Link"); b.pick("plan") }, "edit.link", func(n *canvas.Note) { n.Links = []canvas.ID{plan} }},
	{"link by block", shop, func(b *bench) { b.press("+ Link"); b.pick("RELATIONSHIPS") }, "edit.link", func(n *canvas.Note) { n.Links = []canvas.ID{reminder} }},
	{"link by arrows", shop, func(b *bench) { b.press("+ Link"); b.Key(fyne.KeyDown); b.pick("") }, "edit.link", func(n *canvas.Note) { n.Links = []canvas.ID{fleets} }},
	{"remove link", vans, func(b *bench) { b.press("Remove the link: Shop on the square") }, "edit.unlink", func(n *canvas.Note) { n.Links = []canvas.ID{} }},

	{"short name", commuters, func(b *bench) { b.fill("Short name", "Riders") }, "edit.segment", segment(func(s *canvas.Segment) { s.Name = "Riders" })},
	{"letter", commuters, func(b *bench) { b.fill("Letter", "x") }, "edit.segment", segment(func(s *canvas.Segment) { s.Letter = "X" })},
	{"colour", commuters, func(b *bench) { b.press("slate grey") }, "edit.segment", segment(func(s *canvas.Segment) { s.Colour = canvas.ColourSlate })},
	{"shape", commuters, func(b *bench) { b.press("hexagon") }, "edit.segment", segment(func(s *canvas.Segment) { s.Shape = canvas.ShapeHexagon })},
	{"expected", commuters, func(b *bench) { b.click(after[fyne.CanvasObject](b, "+ Type")); b.pick("club") }, "edit.segment", segment(func(s *canvas.Segment) { s.Expected = []string{"self_service", "ty_club"} })},
	{"expected no longer", commuters, func(b *bench) { b.press("Remove: Self-service") }, "edit.segment", segment(func(s *canvas.Segment) { s.Expected = []string{} })},
	{"habitual", fleets, func(b *bench) { b.click(lastPlus(b, "+ Type")); b.pick("dedicated") }, "edit.segment", segment(func(s *canvas.Segment) { s.Habitual = []string{"dedicated_assistance"} })},
	{"segment's bond", commuters, func(b *bench) { b.choose("Bond", "Long-term") }, "edit.segment", segment(func(s *canvas.Segment) { s.Bond = canvas.BondLongTerm })},
	{"segment's route", commuters, func(b *bench) { b.choose("Contact", "Direct") }, "edit.segment", segment(func(s *canvas.Segment) { s.Route = canvas.RouteDirect })},
	{"segment's presence", commuters, func(b *bench) { b.choose("Meeting", "In person") }, "edit.segment", segment(func(s *canvas.Segment) { s.Presence = canvas.PresenceInPerson })},
	{"customers", commuters, func(b *bench) { b.fill("Customers now", "1,200") }, "edit.segment", segment(func(s *canvas.Segment) { s.Economics.Customers = dec("1200") })},
	{"new customers", commuters, func(b *bench) { b.fill("New per month", "2.5") }, "edit.segment", segment(func(s *canvas.Segment) { s.Economics.NewPerMonth = dec("2.5") })},
	{"churn", commuters, func(b *bench) { b.fill("Lost per month", "3.5 %") }, "edit.segment", segment(func(s *canvas.Segment) { s.Economics.Churn = dec("0.035") })},
	{"churn not known", commuters, func(b *bench) { b.fill("Lost per month", "") }, "edit.segment", segment(func(s *canvas.Segment) { s.Economics.Churn = nil })},
	{"orders", commuters, func(b *bench) { b.fill("Orders per month", "0") }, "edit.segment", segment(func(s *canvas.Segment) { s.Economics.Orders = dec("0") })},
	{"variable cost", commuters, func(b *bench) { b.fill("Variable cost", "4") }, "edit.segment", segment(func(s *canvas.Segment) { s.Economics.VariableCost = dec("4") })},
	{"typed revenue", commuters, func(b *bench) { b.fill("Revenue, if typed", "20") }, "edit.segment", segment(func(s *canvas.Segment) { s.Economics.Revenue = dec("20") })},

	{"type", reminder, func(b *bench) { b.choose("Type", "Club evening") }, "edit.relationship", relationship(func(r *canvas.Relationship) { r.Type = "ty_club" })},
	{"stage", reminder, func(b *bench) { b.press("Retain") }, "edit.relationship", relationship(func(r *canvas.Relationship) { r.Stage = canvas.StageRetain })},
	{"status", reminder, func(b *bench) { b.press("Offered") }, "edit.relationship", relationship(func(r *canvas.Relationship) { r.Status = canvas.StatusOffered })},
	{"tactic of the stage", reminder, func(b *bench) { b.press("+ Tactic"); b.pick("acquire") }, "edit.relationship", relationship(func(r *canvas.Relationship) { r.Tactics = []string{"trial", "content_marketing"} })},
	{"tactic no longer", reminder, func(b *bench) { b.press("Remove: Let them try") }, "edit.relationship", relationship(func(r *canvas.Relationship) { r.Tactics = []string{} })},
	{"bond", reminder, func(b *bench) { b.choose("Bond", "Transactional") }, "edit.relationship", relationship(func(r *canvas.Relationship) { r.Bond = canvas.BondTransactional })},
	{"closeness", reminder, func(b *bench) { b.choose("Closeness", "Collective") }, "edit.relationship", relationship(func(r *canvas.Relationship) { r.Intimacy = canvas.IntimacyCollective })},
	{"route", reminder, func(b *bench) { b.choose("Contact", "Through an intermediary") }, "edit.relationship", relationship(func(r *canvas.Relationship) { r.Route = canvas.RouteIntermediated })},
	{"presence", reminder, func(b *bench) { b.choose("Meeting", "Remote") }, "edit.relationship", relationship(func(r *canvas.Relationship) { r.Presence = canvas.PresenceRemote })},
	{"owner", reminder, func(b *bench) { b.fill("Who looks after it", "Marta") }, "edit.relationship", relationship(func(r *canvas.Relationship) { r.Owner = "Marta" })},
	{"measure's name", reminder, func(b *bench) { b.fill("Measures", "Stay two years") }, "edit.measure", measure(func(m *canvas.Measure) { m.Name = "Stay two years" })},
	{"target", reminder, func(b *bench) { b.fill("Target", "70") }, "edit.measure", measure(func(m *canvas.Measure) { m.Target = dec("70") })},
	{"current", reminder, func(b *bench) { b.fill("Today", "-1") }, "edit.measure", measure(func(m *canvas.Measure) { m.Current = dec("-1") })},
	{"measure's unit", reminder, func(b *bench) { b.fill("Unit", "%") }, "edit.measure", measure(func(m *canvas.Measure) { m.Unit = "%" })},
	{"remove measure", reminder, func(b *bench) { b.press("Remove this measure") }, "edit.remove_measure", relationship(func(r *canvas.Relationship) { r.Measures = []canvas.Measure{} })},

	{"price", plan, func(b *bench) { b.fill("Price", "21.50") }, "edit.revenue", revenue(func(r *canvas.Revenue) { r.Price = dec("21.50") })},
	{"unit", plan, func(b *bench) { b.fill("For each", "bicycle") }, "edit.revenue", revenue(func(r *canvas.Revenue) { r.Unit = "bicycle" })},
	{"recurrence", plan, func(b *bench) { b.choose("How often", "Yearly") }, "edit.revenue", revenue(func(r *canvas.Revenue) { r.Recurrence = canvas.RecurrenceYearly })},

	{"cost's label", reminder, func(b *bench) { b.fill("Set-up", "Installation") }, "edit.cost", cost(0, func(c *canvas.CostLine) { c.Label = "Installation" })},
	{"behaviour", reminder, func(b *bench) { b.choose("Set-up", "Yearly") }, "edit.cost", cost(0, func(c *canvas.CostLine) { c.Behaviour = canvas.BehaviourYearly })},
	{"amount", reminder, func(b *bench) { b.fill("Amount", "1,800") }, "edit.cost", cost(0, func(c *canvas.CostLine) { c.Amount = dec("1800") })},
	{"first month", reminder, func(b *bench) { b.fill("From month", "3") }, "edit.cost", cost(0, func(c *canvas.CostLine) { c.FromMonth = 3 })},
	{"last month", reminder, func(b *bench) { b.fill("To month", "12") }, "edit.cost", cost(1, func(c *canvas.CostLine) { c.ToMonth = 12 })},
	{"source", reminder, func(b *bench) { b.fill("Source", "Offer of May") }, "edit.cost", cost(0, func(c *canvas.CostLine) { c.Source = "Offer of May" })},
	{"remove cost", reminder, func(b *bench) { b.press("Remove this cost") }, "edit.remove_cost", func(n *canvas.Note) { n.Costs = slices.Clone(n.Costs[1:]) }},
	{"move cost down", reminder, func(b *bench) { b.press("Move this cost down") }, "edit.move_cost", func(n *canvas.Note) { n.Costs = []canvas.CostLine{n.Costs[1], n.Costs[0]} }},
}

// lastPlus is the last button of a text.
func lastPlus(b *bench, text string) fyne.CanvasObject {
	var last fyne.CanvasObject
	for _, o := range b.objects() {
		if s, ok := o.(*fynecanvas.Text); ok && s.Text == text {
			last = s
		}
	}
	return last
}

var sameNumber = cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) })

func TestEveryControlChangesItsFieldInOneStep(t *testing.T) {
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t)
			b.show(c.note)
			before := b.doc.Project()
			want := *before.Note(c.note)
			c.want(&want)
			c.do(b)
			if got := b.doc.UndoName(); got != c.step {
				t.Fatalf("the step is %q, want %q; the panel reads %q", got, c.step, b.texts())
			}
			if d := cmp.Diff(&want, b.doc.Project().Note(c.note), sameNumber); d != "" {
				t.Errorf("the note is not as wanted:\n%s", d)
			}
			for n := range b.doc.Project().Notes() {
				if n.ID != c.note && before.Note(n.ID) != n {
					t.Errorf("%s changed, too", n.ID)
				}
			}
			shown := b.texts()
			b.doc.Undo()
			if b.doc.Project() != before {
				t.Error("one undo does not bring it back")
			}
			b.doc.Redo()
			if again := b.texts(); !slices.Equal(shown, again) {
				t.Errorf("after undo and redo the panel reads\n%q, before\n%q", again, shown)
			}
		})
	}
}

func differ(a, b any) string { return cmp.Diff(a, b, sameNumber) }
