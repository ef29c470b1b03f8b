package findings_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/check"
	"ninefold/export/findings"
)

// Every check is worded in every language, and its sentence lacks nothing.
func TestEveryCheckSpeaksEveryLanguage(t *testing.T) {
	for _, lang := range locale.Langs() {
		words := locale.Of(lang)
		for _, id := range check.IDs() {
			for _, part := range []string{"title", "text", "advice"} {
				if key := "check." + id + "." + part; !words.Has(key) {
					t.Errorf("%s: %s has no words", lang, key)
				}
			}
		}
		for seed := range canvastest.Seeds(30) {
			open, _ := check.All(canvastest.Random(seed, 40))
			for i := range open {
				f := &open[i]
				if s := findings.Sentence(words, f); strings.Contains(s, "no value") || strings.Contains(s, "{{") || !strings.HasSuffix(s, ".") {
					t.Errorf("%s: %s reads %q", lang, f.Check, s)
				}
				if s := findings.Title(words, f); strings.HasSuffix(s, ".") {
					t.Errorf("%s: the title of %s ends in a full stop: %q", lang, f.Check, s)
				}
			}
		}
	}
}

// The words fill in all that a check says, and nothing else.
func TestSentences(t *testing.T) {
	long := strings.Repeat("very ", 30) + "long"
	tests := []struct {
		finding check.Finding
		lang    locale.Lang
		want    string
	}{
		{
			check.Finding{Check: "expected_not_offered", Values: []check.Value{
				{Name: "Segment", Text: "Courier fleets"}, {Name: "Type", Kind: check.Type, Text: "dedicated_assistance"},
			}},
			"en", "“Courier fleets” expects “Dedicated assistance”; nothing offers it.",
		},
		{
			check.Finding{Check: "stage_empty", Values: []check.Value{
				{Name: "Segment", Text: "Famiglie"}, {Name: "Stage", Kind: check.Stage, Text: string(canvas.StageRetain)},
			}},
			"it", "Il segmento «Famiglie» non ha nulla nella fase «Fidelizzare».",
		},
		{
			check.Finding{Check: "ltv_below_three_cac", Values: []check.Value{
				{Name: "Segment", Text: "Familias"}, {Name: "Ratio", Kind: check.Ratio, Number: decimal.RequireFromString("2.99")},
			}},
			"es", "Un cliente de «Familias» rinde 2,9 veces lo que cuesta captarlo; lo recomendable son 3 veces o más.",
		},
		{
			check.Finding{Check: "cost_to_serve_above_contribution", Values: []check.Value{
				{Name: "Segment", Text: "Famílias"},
				{Name: "Serve", Kind: check.Money, Text: "EUR", Number: decimal.RequireFromString("1234.5")},
				{Name: "Contribution", Kind: check.Money, Text: "EUR", Number: decimal.RequireFromString("7")},
			}},
			"pt", "Por mês, um cliente de «Famílias» contribui com 7,00\u00a0€; servi-lo custa 1234,50\u00a0€.",
		},
		{
			check.Finding{Check: "crowded_block", Values: []check.Value{
				{Name: "Block", Kind: check.Block, Text: "channels"}, {Name: "Count", Kind: check.Count, Number: decimal.NewFromInt(1200)},
			}},
			"en", "“Channels” holds 1,200 notes.",
		},
		{
			check.Finding{Check: "relationship_without_cost", Values: []check.Value{{Name: "Note", Text: long}}},
			"en", "“" + canvas.Excerpt(long, 48) + "” has no cost.",
		},
	}
	for _, test := range tests {
		if got := findings.Sentence(locale.Of(test.lang), &test.finding); got != test.want {
			t.Errorf("%s: %q, want %q", test.lang, got, test.want)
		}
	}
}
