package bmml_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninefold/canvas"
	"ninefold/canvas/bmml"
)

func examples(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.bmml")
	if err != nil || len(files) != 10 {
		t.Fatalf("found the examples %v (%v), want ten", files, err)
	}
	return files
}

func read(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func problems(p *canvas.Project) []canvas.Problem {
	var notes []*canvas.Note
	for n := range p.Notes() {
		notes = append(notes, n)
	}
	return canvas.Validate(p.Head(), notes)
}

func TestEveryExampleComesInWhole(t *testing.T) {
	for _, file := range examples(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data := read(t, file)
			p, left, err := bmml.Import(data, "EUR")
			if err != nil {
				t.Fatal(err)
			}
			if found := problems(p); len(found) > 0 {
				t.Errorf("the project has problems: %v", found)
			}
			for _, b := range canvas.Blocks() {
				if len(p.Block(b)) == 0 {
					t.Errorf("no note in %s", b)
				}
			}
			// Every id of an entry of the nine blocks is a note's.
			for _, prefix := range []string{"cs-", "vp-", "ch-", "cr-", "rs-", "kr-", "ka-", "kp-", "cost-"} {
				for line := range strings.SplitSeq(string(data), "\n") {
					if id, is := strings.CutPrefix(strings.TrimSpace(line), "- id: "); is && strings.HasPrefix(id, prefix) && p.Note(canvas.ID(id)) == nil {
						t.Errorf("%s is not on the canvas", id)
					}
				}
			}
			for _, n := range p.Block(canvas.CustomerRelationships) {
				if len(n.Segments) == 0 {
					t.Errorf("relationship %s serves no segment", n.ID)
				}
			}
			for _, l := range left {
				if l.Reason != bmml.NoPlace {
					t.Errorf("line %d (%s): %s", l.Line, l.Path, l.What())
				}
			}
		})
	}
}

func TestNotesOfTheMealKit(t *testing.T) {
	p, left, err := bmml.Import(read(t, "testdata/meal-kit-full.bmml"), "USD")
	if err != nil {
		t.Fatal(err)
	}
	h := p.Head()
	if h.Title != "FreshBox" || h.Subtitle != "Chef-designed meals delivered to your door" || h.Date != "2024-06-15" || h.Currency != "USD" {
		t.Errorf("head is %+v", h)
	}
	describe := func(id canvas.ID) string {
		n := p.Note(id)
		s := fmt.Sprintf("%s: %q serves %v links %v", n.Block, n.Text, n.Segments, n.Links)
		if n.Segment != nil {
			s += fmt.Sprintf(" %s %q", n.Segment.Letter, n.Segment.Name)
		}
		if n.Relationship != nil {
			s += " " + n.Relationship.Type
		}
		return s
	}
	for id, want := range map[canvas.ID]string{
		"cs-busy-professionals": `customer_segments: "Busy Professionals\nTime-strapped workers who want to eat well without the hassle" serves [] links [] A "Busy Professionals"`,
		"vp-convenience":        `value_propositions: "Effortless Meal Planning\nRemove the friction from home cooking with pre-portioned ingredients and curated recipes" serves [cs-busy-professionals cs-home-cooks] links []`,
		"ch-referrals":          `channels: "Customer Referral Program" serves [cs-busy-professionals cs-home-cooks] links [vp-convenience]`,
		"cr-automated":          `customer_relationships: "Personalized Recommendations" serves [cs-busy-professionals] links [] automated_services`,
		"cr-community":          `customer_relationships: "Recipe Sharing Community" serves [cs-home-cooks] links [] communities`,
		"rs-addon-sales":        `revenue_streams: "Premium Add-on Products" serves [cs-home-cooks] links [vp-culinary-experience]`,
		"kp-farms":              `key_partnerships: "Local Farms & Producers" serves [] links [kr-supply-chain ka-recipe-dev]`,
		"cost-recipe-dev":       `cost_structure: "Recipe Development" serves [] links [kr-culinary-team]`,
	} {
		if got := describe(id); got != want {
			t.Errorf("%s is\n%s, want\n%s", id, got, want)
		}
	}
	var got []string
	for _, l := range left {
		got = append(got, fmt.Sprintf("%d:%d %s: %s", l.Line, l.Column, l.Path, l.What()))
	}
	want := []string{
		`6:3 meta.created: no place in a canvas for created "2024-03-01": left out`,
		`8:3 meta.portfolio: no place in a canvas for portfolio "explore": left out`,
		`9:3 meta.stage: no place in a canvas for stage "validation": left out`,
		`18:5 customer_segments[0].jobs: no place in a canvas for jobs (6 in all): left out`,
		`25:5 customer_segments[0].pains: no place in a canvas for pains (8 in all): left out`,
		`34:5 customer_segments[0].gains: no place in a canvas for gains (6 in all): left out`,
		`76:5 value_propositions[0].products_services: no place in a canvas for products_services (9 in all): left out`,
		`87:5 value_propositions[0].pain_relievers: no place in a canvas for pain_relievers (9 in all): left out`,
		`98:5 value_propositions[0].gain_creators: no place in a canvas for gain_creators (7 in all): left out`,
		`145:5 fits[0].mappings: no place in a canvas for mappings (20 in all): left out`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("left (-want +got):\n%s", diff)
	}
}

const versionOne = `
version: "1.0"
meta: {name: Kiosk, created: 2025-01-02, mood: [good, better]}
customer_segments:
  - {id: cs-a, name: Locals}
  - {id: cs-b, name: Tourists}
value_propositions:
  - {id: vp-x, name: Papers}
fits:
  - {id: fit-1, value_proposition: vp-x, customer_segment: cs-b, pain_relievers: [{pain: pain-1}]}
channels:
  - {id: ch-1, name: Counter, type: owned, segments: [cs-b, cs-a]}
  - Window
customer_relationships:
  - {id: cr-1, segment: cs-a, type: dedicated, description: The owner knows everybody}
  - {id: cr-2, segment: cs-b, type: shouting, description: Hello}
  - {id: cr-3, segment: cs-b, type: co_creation}
revenue_streams:
  - {id: rs-1, name: Sales, from_segments: [cs-a, cs-b], for_value: vp-x, pricing: fixed_menu}
key_resources:
  - {id: kr-1, name: Stall, for_value: [vp-x, vp-gone]}
key_partnerships:
  - {id: kp-1, name: Printer, provides: [kr-1]}
cost_structure:
  type: cost_driven
  major_costs:
    - {name: Rent, type: fixed, linked_to: [kr-1]}
    - {name: Paper, linked_to: kr-1}
`

func TestVersionOne(t *testing.T) {
	p, left, err := bmml.Import([]byte(versionOne), "EUR")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for n := range p.Notes() {
		s := fmt.Sprintf("%s %q %v %v", n.Block, n.Text, n.Segments, n.Links)
		if n.Relationship != nil {
			s += " " + n.Relationship.Type
		}
		got = append(got, s)
	}
	want := []string{
		`customer_segments "Locals" [] []`,
		`customer_segments "Tourists" [] []`,
		`value_propositions "Papers" [cs-b] []`,
		`channels "Counter" [cs-a cs-b] []`,
		`channels "Window" [] []`,
		`customer_relationships "The owner knows everybody" [cs-a] [] dedicated_assistance`,
		`customer_relationships "Hello" [cs-b] [] custom`,
		`customer_relationships "cr-3" [cs-b] [] co_creation`,
		`revenue_streams "Sales" [cs-a cs-b] [vp-x]`,
		`key_resources "Stall" [] [vp-x]`,
		`key_partnerships "Printer" [] [kr-1]`,
		`cost_structure "Rent" [] [kr-1]`,
		`cost_structure "Paper" [] [kr-1]`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	if got := p.Head().Date; got != "2025-01-02" {
		t.Errorf("date is %q", got)
	}
	got = nil
	for _, l := range left {
		got = append(got, l.Path+": "+l.What())
	}
	want = []string{
		`meta.mood: no place in a canvas for mood (2 in all): left out`,
		`fits[0].pain_relievers: no place in a canvas for pain_relievers (1 in all): left out`,
		`channels[0].type: no place in a canvas for type "owned": left out`,
		`customer_relationships[1].type: "shouting" is not a known relationship type`,
		`revenue_streams[0].pricing: no place in a canvas for pricing "fixed_menu": left out`,
		`key_resources[0].for_value[1]: nothing has the id "vp-gone"`,
		`cost_structure.type: no place in a canvas for type "cost_driven": left out`,
		`cost_structure.major_costs[0].type: no place in a canvas for type "fixed": left out`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("left (-want +got):\n%s", diff)
	}
}

func TestOddModels(t *testing.T) {
	tests := []struct {
		name, text string
		notes      int
		left       []string
	}{
		{"a block that is no list", "channels: web", 0, []string{`channels: a text was expected, so this was left out`}},
		{"entries that are no tables", "channels: [web, [a, b], {id: ch-1}, ~]", 2, []string{`channels[1]: a text was expected, so this was left out (2 such values in all)`}},
		{"an id twice", "channels: [{id: a, name: x}, {id: a, name: y}]", 2, []string{`channels[1].id: another entry has the id "a", and what refers to it means that one`}},
		{"an id that is none of ours", "channels: [{id: 'a b', name: x, for: [c]}, {id: c, name: d, for: 'a b'}]", 2, nil},
		{"a block that is not known", "channels: [a]\nweather: {sun: 1, rain: 2}", 1, []string{`weather: no place in a canvas for weather (1 in all): left out`}},
		{"a newer version", "version: '3.1'\nchannels: [a]", 1, []string{`version: version "3.1" is not known here; what was understood was read`}},
		{"a relationship that is nothing but its name", "customer_relationships: [' Self-service ']\nrevenue_streams: [fees]", 2, nil},
		{"an alias", "channels: [&a {name: x}, *a]", 2, nil},
		{"an entry for itself", "channels: [{id: a, for: a}]", 1, []string{`channels[0].for: no place in a canvas for for "a": left out`}},
		{"texts of every kind", "channels:\n- name: |\n    two\n    lines\n- name: 007\n- name: true\n- 'it''s'\n- \"a\\tb\"", 5, nil},
		{"windows lines and a mark", "\ufeffchannels:\r\n  - name: x\r\n    description: y\r\n", 1, nil},
		{"meta alone", "meta: {name: nothing yet}", 0, nil},
		{"an odd relation", "channels: [{name: x, for: {a: {b: c}, d: [[e]]}}]", 1, []string{
			`channels[0].for.a: a text was expected, so this was left out`,
			`channels[0].for.d[0]: a text was expected, so this was left out`,
		}},
		{"costs the old way without a list", "cost_structure: [rent]", 0, []string{`cost_structure: a text was expected, so this was left out`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, left, err := bmml.Import([]byte(test.text), "EUR")
			if err != nil {
				t.Fatal(err)
			}
			if p.Len() != test.notes {
				t.Errorf("%d notes, want %d", p.Len(), test.notes)
			}
			var got []string
			for _, l := range left {
				got = append(got, l.Path+": "+l.What())
			}
			if diff := cmp.Diff(test.left, got); diff != "" {
				t.Errorf("left (-want +got):\n%s", diff)
			}
			if found := problems(p); len(found) > 0 {
				t.Errorf("the project has problems: %v", found)
			}
		})
	}
}

func TestWhatIsRefused(t *testing.T) {
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := range 9 {
		bomb += fmt.Sprintf("a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 10), ", "))
	}
	tests := []struct {
		name, text, want string
	}{
		{"empty", "", "line 1, column 1: not a BMML business model: the file is empty"},
		{"only remarks", "# nothing\n", "line 1, column 1: not a BMML business model: the file is empty"},
		{"a text", "hello", "line 1, column 1: not a BMML business model: a table of blocks was expected"},
		{"another table", "name: x\nservices: []", "line 1, column 1: not a BMML business model: none of the nine blocks is in it"},
		{"two documents", "meta: {name: x}\n---\nmeta: {name: y}\n", "line 3, column 1: not a BMML business model: the file holds a second document"},
		{"cut off", "channels:\n  - name: \"Web", "line 2, column 11: not valid YAML: could not find end character of double-quoted text"},
		{"tab", "channels:\n\t- a\n", "line 2, column 1: not valid YAML: found character '\t' that cannot start any token"},
		{"a key twice", "meta: {name: x}\nmeta: {name: y}\n", "line 2, column 1: not valid YAML: mapping key \"meta\" already defined at [1:1]"},
		{"not UTF-8", "meta:\n  name: caf\xe9\n", "line 2, column 12: not valid YAML: the text is not UTF-8"},
		{"unknown alias", "channels: [*x]", "line 1, column 12: not valid YAML: no anchor before this has the name \"x\""},
		{"an anchor that holds itself", "channels: &a [*a]", "line 1, column 15: not valid YAML: no anchor before this has the name \"a\""},
		{"aliases of aliases", bomb + "channels: *a9\n", "line 1, column 19: more than 100000 values"},
		{"deep brackets", strings.Repeat("[", 100_000), "line 1, column 33: more than 32 levels of nesting"},
		{"deep lists", strings.Repeat("- ", 100_000), "line 1, column 65: more than 32 levels of nesting"},
		{"deep tables", func() string {
			var b strings.Builder
			for i := range 500 {
				b.WriteString(strings.Repeat(" ", i) + "a:\n")
			}
			return b.String()
		}(), "line 257, column 257: more than 256 spaces of indentation"},
		{"not so deep tables", func() string {
			var b strings.Builder
			for i := range 50 {
				b.WriteString(strings.Repeat(" ", i) + "a:\n")
			}
			return b.String()
		}(), "line 34, column 34: more than 32 levels of nesting"},
		{"too many keys", strings.Repeat("a:\n", 60_000), "line 50001, column 1: more than 100000 YAML tokens"},
		{"too large", strings.Repeat("#", 2<<20), "more than 1048576 bytes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, _, err := bmml.Import([]byte(test.text), "EUR")
			if err == nil || err.Error() != test.want {
				t.Fatalf("error is %v, want %s", err, test.want)
			}
			var syntax *bmml.SyntaxError
			var model *bmml.NotModelError
			var limit *bmml.LimitError
			if !errors.As(err, &syntax) && !errors.As(err, &model) && !errors.As(err, &limit) {
				t.Errorf("error is a %T", err)
			}
		})
	}
}

func FuzzImport(f *testing.F) {
	for _, file := range examples(f) {
		f.Add(read(f, file))
	}
	f.Add([]byte(versionOne))
	f.Add([]byte("channels: [&a {name: x}, *a, !!str 5, ? b]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, left, err := bmml.Import(data, "EUR")
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("the error is more than one line: %q", err)
			}
			return
		}
		for _, problem := range problems(p) {
			if problem.Broken {
				t.Errorf("the project is broken: %s: %s", problem.Path, problem.Error())
			}
		}
		for _, l := range left {
			if l.Count < 1 || l.Line < 1 || strings.Contains(l.What(), "\n") {
				t.Errorf("left over is %+v: %s", l, l.What())
			}
		}
	})
}
