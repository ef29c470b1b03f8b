package assets_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/catalog"
	"ninefold/canvas/costing"
	"ninefold/canvas/file"
)

func sample(t *testing.T, lang locale.Lang) *canvas.Project {
	t.Helper()
	p, warnings, err := file.Decode(assets.Sample(string(lang)))
	if err != nil {
		t.Fatalf("%s: %v", lang, err)
	}
	if len(warnings) > 0 {
		t.Errorf("%s: %v", lang, warnings)
	}
	return p
}

var generator = regexp.MustCompile(`(?m)^  "generator": ".*",$`)

func TestSamplesAreWrittenAsTheProgramWrites(t *testing.T) {
	for _, lang := range locale.Langs() {
		p := sample(t, lang)
		if got := p.Head().Language; got != string(lang) {
			t.Errorf("%s: the sample says that it is in %q", lang, got)
		}
		if problems := canvas.Validate(p.Head(), slices.Collect(p.Notes())); len(problems) > 0 {
			t.Errorf("%s: %v", lang, problems)
		}
		again, err := file.Encode(p)
		if err != nil {
			t.Fatal(err)
		}
		// The program that wrote it may have been an earlier version.
		if !bytes.Equal(generator.ReplaceAll(again, nil), generator.ReplaceAll(assets.Sample(string(lang)), nil)) {
			t.Errorf("%s: the sample is not as the program would write it", lang)
		}
	}
	if !bytes.Equal(assets.Sample("xx"), assets.Sample("en")) {
		t.Error("an unknown language does not get the English sample")
	}
}

// texts are the members that a translation changes.
var texts = []string{"text", "label", "name", "unit", "source", "subtitle", "designed_for", "language"}

func TestSamplesDifferInTextsOnly(t *testing.T) {
	read := func(lang locale.Lang) any {
		var v any
		if err := json.Unmarshal(assets.Sample(string(lang)), &v); err != nil {
			t.Fatal(err)
		}
		return v
	}
	english := read("en")
	for _, lang := range locale.Langs()[1:] {
		same, all := 0, 0
		differences(english, read(lang), "", func(path, a, b string) {
			member := path[strings.LastIndexByte(path, '.')+1:]
			switch {
			case !slices.Contains(texts, member):
				t.Errorf("%s: %s is %s, in English %s", lang, path, b, a)
			case a == b:
				same++
			}
			all++
		})
		if all < 100 || same*10 > all {
			t.Errorf("%s: %d of %d texts are as in English", lang, same, all)
		}
	}
}

// differences reports where two JSON values differ, and every text there that a
// translation may change.
func differences(a, b any, path string, report func(path, a, b string)) {
	switch x := a.(type) {
	case map[string]any:
		y, ok := b.(map[string]any)
		if !ok || len(x) != len(y) {
			report(path, fmt.Sprint(a), fmt.Sprint(b))
			return
		}
		for key, value := range x {
			differences(value, y[key], path+"."+key, report)
		}
	case []any:
		y, ok := b.([]any)
		if !ok || len(x) != len(y) {
			report(path, fmt.Sprint(a), fmt.Sprint(b))
			return
		}
		for i := range x {
			differences(x[i], y[i], fmt.Sprintf("%s[%d]", path, i), report)
		}
	case string:
		y, ok := b.(string)
		if member := path[strings.LastIndexByte(path, '.')+1:]; slices.Contains(texts, member) || !ok || x != y {
			report(path, x, y)
		}
	default:
		if !reflect.DeepEqual(a, b) {
			report(path, fmt.Sprint(a), fmt.Sprint(b))
		}
	}
}

// The sample shows what the program can do.
func TestSampleShowsAll(t *testing.T) {
	p := sample(t, "en")
	seen := map[string]int{}
	for n := range p.Notes() {
		seen["standing "+string(n.Standing)]++
		seen["comments"] += len(n.Comments)
		seen["links"] += len(n.Links)
		seen["block "+string(n.Block)]++
		for _, c := range n.Costs {
			seen["behaviour "+string(c.Behaviour)]++
		}
		if n.IsRelationship() {
			r := n.Relationship
			seen["stage "+string(r.Stage)]++
			seen["status "+string(r.Status)]++
			seen["measures"] += len(r.Measures)
			if _, ok := catalog.TypeByID(r.Type); !ok {
				t.Errorf("%s has a type %q that is not in the catalogue", n.ID, r.Type)
			}
			for _, id := range r.Tactics {
				if _, ok := catalog.TacticByID(id); !ok {
					t.Errorf("%s has a tactic %q that is not in the catalogue", n.ID, id)
				}
			}
			if len(n.Segments) > 1 {
				seen["shared"]++
			}
		}
		if n.IsSegment() {
			seen["expected"] += min(1, len(n.Segment.Expected))
			seen["habitual"] += min(1, len(n.Segment.Habitual))
		}
		if n.Revenue != nil && n.Revenue.Price != nil {
			seen["price"]++
		}
	}
	want := map[string]int{
		"standing hypothesis": 1, "standing tested": 1, "standing fact": 1, "links": 1,
		"measures": 1, "shared": 1, "expected": 3, "habitual": 3, "price": 3,
		"status planned": 1, "status offered": 1, "status established": 1,
	}
	for _, b := range canvas.Blocks() {
		want["block "+string(b)] = 1
	}
	for _, b := range canvas.Behaviours() {
		want["behaviour "+string(b)] = 1
	}
	for _, s := range canvas.Stages() {
		want["stage "+string(s)] = 1
	}
	for what, least := range want {
		if seen[what] < least {
			t.Errorf("%s: %d in the sample, want %d", what, seen[what], least)
		}
	}
	if comments := seen["comments"] + len(p.Head().Comments); comments != 2 {
		t.Errorf("%d comments", comments)
	}
}

// Courier fleets hope for somebody of their own and do not get one, and nothing
// wins them: the gap that the tour through the program is about.
func TestSampleHasItsGap(t *testing.T) {
	p := sample(t, "en")
	missing := map[string][]string{}
	for _, s := range p.Segments() {
		for _, expected := range s.Segment.Expected {
			if !slices.ContainsFunc(p.Block(canvas.CustomerRelationships), func(n *canvas.Note) bool {
				return n.Serves(s.ID) && n.Relationship.Type == expected
			}) {
				missing[s.Segment.Letter] = append(missing[s.Segment.Letter], expected)
			}
		}
	}
	if want := map[string][]string{"B": {"dedicated_assistance"}}; !reflect.DeepEqual(missing, want) {
		t.Errorf("expected and not offered: %v, want %v", missing, want)
	}
	for _, n := range p.Block(canvas.CustomerRelationships) {
		if n.Serves("nt_fleets") && n.Relationship.Stage == canvas.StageAcquire {
			t.Errorf("%s wins fleets", n.ID)
		}
	}
}

func TestSampleFigures(t *testing.T) {
	m := costing.New(sample(t, "en"))
	for i, want := range []string{"6.8", "3.4", "1.9"} {
		s := m.Segments()[i]
		ratio, ok := s.LTVToCAC.Get()
		if !ok || ratio.StringFixedBank(1) != want {
			t.Errorf("%s: LTV:CAC is %v, want %s", s.Note.ID, s.LTVToCAC, want)
		}
	}
	totals := m.Totals()
	if result, ok := totals.Result.Get(); !ok || !result.IsPositive() || totals.Missing > 0 {
		t.Errorf("the business makes %v a month, with %d cost lines missing", totals.Result, totals.Missing)
	}
}
