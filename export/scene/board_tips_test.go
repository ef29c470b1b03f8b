package scene_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/costing"
	"ninefold/export/scene"
)

func TestEveryTypeAndTacticIsExplainedInEveryLanguage(t *testing.T) {
	p := canvas.New("", "en", "EUR")
	for _, lang := range locale.Langs() {
		words := locale.Of(lang)
		for _, typ := range catalog.Types() {
			tip := scene.TypeTip(p, words, typ.ID)
			if tip.Text == "" || len(tip.Parts) != 3 || slices.ContainsFunc(tip.Parts, func(p scene.TipPart) bool { return p.Name == "" || p.Text == "" }) {
				t.Errorf("%s: type %s is explained by %+v", lang, typ.ID, tip)
			}
		}
		for _, tactic := range catalog.Tactics() {
			tip := scene.TacticTip(words, tactic.ID)
			if tip.Text == "" || len(tip.Parts) != 2 || !strings.Contains(tip.Note, words.T("stage."+string(tactic.Stage))) {
				t.Errorf("%s: tactic %s is explained by %+v", lang, tactic.ID, tip)
			}
		}
	}
}

// figured is a segment of 100 customers, ten of them new, of whom one in ten is
// lost in a month, each bringing 30; winning them costs 200, keeping them 500.
func figured(t *testing.T, change func(*canvas.Economics)) (*canvas.Project, canvas.ID) {
	t.Helper()
	num := func(s string) *decimal.Decimal { d := decimal.RequireFromString(s); return &d }
	e := canvas.Economics{Customers: num("100"), NewPerMonth: num("10"), Churn: num("0.1"), Revenue: num("30")}
	change(&e)
	p, s, err := canvas.AddNote(canvas.New("", "en", "EUR"), canvas.Note{Text: "Riders", Segment: &canvas.Segment{Economics: e}}, canvas.CustomerSegments, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	for stage, cost := range map[canvas.Stage]string{canvas.StageAcquire: "200", canvas.StageRetain: "500"} {
		n := canvas.Note{
			Text: string(stage), Segments: []canvas.ID{s.ID},
			Relationship: &canvas.Relationship{Type: "self_service", Stage: stage},
			Costs:        []canvas.CostLine{{ID: canvas.NewID("cl"), Behaviour: canvas.BehaviourMonthly, Amount: num(cost)}},
		}
		if p, _, err = canvas.AddNote(p, n, canvas.CustomerRelationships, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	return p, s.ID
}

func TestFiguresSayHowTheyCameAbout(t *testing.T) {
	p, id := figured(t, func(*canvas.Economics) {})
	for figure, want := range map[string][]scene.TipRow{
		scene.FigureMonth: {{"", "retain", "€500.00"}, {"+", "acquire", "€200.00"}, {"=", "Per month", "€700.00"}},
		scene.FigureCAC: {
			{"", "Acquire", "€200.00"},
			{"+", "Consider", "€0.00"},
			{"=", "Cost per month", "€200.00"},
			{"÷", "New customers per month", "10"},
			{"=", "CAC", "€20.00"},
		},
		scene.FigureLTV: {
			{"", "Revenue per customer", "€30.00"},
			{"−", "Variable cost per customer", "€0.00"},
			{"−", "Cost to serve per customer", "€5.00"},
			{"=", "Contribution per month", "€25.00"},
			{"×", "Months that a customer stays", "10.0"},
			{"=", "Lifetime value", "€250.00"},
		},
		scene.FigureRatio: {{"", "Lifetime value", "€250.00"}, {"÷", "CAC", "€20.00"}, {"=", "LTV : CAC", "12.5"}},
	} {
		tip := scene.FigureTip(p, locale.Of("en"), costing.New(p), id, figure)
		if !slices.Equal(tip.Rows, want) || tip.Note != "" {
			t.Errorf("%s came about as %v, want %v; it notes %q", figure, tip.Rows, want, tip.Note)
		}
	}
}

func TestFiguresSayWhatIsMissing(t *testing.T) {
	p, id := figured(t, func(e *canvas.Economics) { e.NewPerMonth, e.Churn = nil, nil })
	for _, lang := range locale.Langs() {
		words := locale.Of(lang)
		for figure, missing := range map[string][]string{
			scene.FigureMonth: nil,
			scene.FigureCAC:   {"reckoning.input.new"},
			scene.FigureLTV:   {"reckoning.input.churn"},
			scene.FigureRatio: {"reckoning.input.new", "reckoning.input.churn"},
		} {
			tip := scene.FigureTip(p, words, costing.New(p), id, figure)
			if (tip.Note == "") != (len(missing) == 0) {
				t.Errorf("%s: %s notes %q", lang, figure, tip.Note)
			}
			for _, key := range missing {
				if !strings.Contains(tip.Note, words.T(key)) {
					t.Errorf("%s: %s notes %q, without %q", lang, figure, tip.Note, words.T(key))
				}
			}
		}
	}
}
