package file_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
)

func TestSalvageOfASoundProjectIsTheProject(t *testing.T) {
	for seed := range canvastest.Seeds(60) {
		p := canvastest.Random(seed, int(seed%40))
		back, losses, err := file.Salvage(encode(t, p))
		if err != nil || len(losses) > 0 {
			t.Fatalf("seed %d: %v %v", seed, losses, err)
		}
		if d := canvastest.Diff(p, back); d != "" {
			t.Fatalf("seed %d (-written +read):\n%s", seed, d)
		}
	}
}

// three is a project of three notes as this program writes it.
func three(t *testing.T) string {
	p := canvas.New("Volta", "en", "EUR")
	for i, text := range []string{"first", "second", "third"} {
		var err error
		id := canvas.ID(fmt.Sprintf("nt_%d", i+1))
		n := canvas.Note{ID: id, Text: text, Costs: []canvas.CostLine{
			{ID: "cl_a" + id, Label: "a", Behaviour: canvas.BehaviourMonthly},
			{ID: "cl_b" + id, Label: "b", Behaviour: canvas.BehaviourMonthly},
			{ID: "cl_c" + id, Label: "c", Behaviour: canvas.BehaviourMonthly},
		}}
		if p, _, err = canvas.AddNote(p, n, canvas.Channels, canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	return string(encode(t, p))
}

func TestSalvage(t *testing.T) {
	text := three(t)
	second := strings.Index(text, `"id": "nt_2"`)
	tests := []struct {
		name string
		text string
		want []string // texts of the notes that are left
		loss []string
	}{
		{"cut off in a note", text[:second+30], []string{"first"}, []string{"line 35, column 17 (notes[1]): the file ends too early gone: "}},
		{"cut off between notes", text[:strings.LastIndex(text[:second], "{")-6], []string{"first"}, []string{"line 32, column 6: the file ends too early lacks: "}},
		{
			"a stray character in a note", strings.Replace(text, `"text": "second"`, `"text": second`, 1),
			[]string{"first", "third"},
			[]string{`line 37, column 15 (notes[1]): 's' cannot be here gone: `},
		},
		{
			"a stray character in the head", strings.Replace(text, `"title": "Volta"`, `"title": Volta`, 1),
			[]string{"first", "second", "third"},
			[]string{`line 6, column 12: 'V' cannot be here lacks: `},
		},
		{
			"a value of a wrong kind", strings.Replace(text, `"text": "second"`, `"text": 2`, 1),
			[]string{"first", "", "third"},
			[]string{`line 37, column 15 (notes[1].text): 2 is not the kind of value that belongs here lacks: `},
		},
		{
			"a word that is none", strings.Replace(text, `"text": "second"`, `"text": "second", "paper": "gold"`, 1),
			[]string{"first", "second", "third"},
			[]string{`line 37, column 34 (notes[1].paper): "gold" is not one of the words allowed here lacks: second`},
		},
		{
			"a block that is none", strings.Replace(text, `"block": "channels"`, `"block": "pipes"`, 1),
			[]string{"second", "third"},
			[]string{`line 12, column 16 (notes[0].block): "pipes" is not one of the words allowed here gone: first`},
		},
		{
			"two cost lines", strings.NewReplacer(`"label": "a",`, `"label": 1,`, `"label": "c",`, `"label": 3,`).Replace(text[:second]) + text[second:],
			[]string{"first", "second", "third"},
			[]string{
				`line 18, column 20 (notes[0].costs[0].label): 1 is not the kind of value that belongs here lacks: first`,
				`line 28, column 20 (notes[0].costs[2].label): 3 is not the kind of value that belongs here lacks: first`,
			},
		},
		{
			"cost lines that are none", strings.NewReplacer(`"behaviour": "monthly"`, `"behaviour": "daily"`).Replace(text[:second]) + text[second:],
			[]string{"first", "second", "third"},
			[]string{
				`line 19, column 24 (notes[0].costs[0].behaviour): "daily" is not one of the words allowed here lacks: first`,
				`line 24, column 24 (notes[0].costs[1].behaviour): "daily" is not one of the words allowed here lacks: first`,
				`line 29, column 24 (notes[0].costs[2].behaviour): "daily" is not one of the words allowed here lacks: first`,
			},
		},
		{
			"a member twice", strings.Replace(text, `"text": "second"`, `"text": "other", "text": "second"`, 1),
			[]string{"first", "second", "third"},
			[]string{`line 37, column 32 (notes[1].text): the member "text" is here twice lacks: second`},
		},
		{
			"an id twice", strings.Replace(text, `"id": "nt_2"`, `"id": "nt_1"`, 1),
			[]string{"first", "third"},
			[]string{`line 34, column 13 (notes[1].id): another record has id "nt_1" gone: second`},
		},
		{
			"a segment that is not there", strings.Replace(text, `"text": "second"`, `"text": "second", "segments": ["sg_9"]`, 1),
			[]string{"first", "second", "third"},
			[]string{`line 37, column 38 (notes[1].segments[0]): no segment has id "sg_9" lacks: second`},
		},
		{"bytes that are no text", strings.Replace(text, `second`, "sec\xffnd", 1), []string{"first", "sec\uFFFDnd", "third"}, []string{
			"line 33, column 5 (notes[1]): these bytes are not UTF-8 text lacks: sec\uFFFDnd",
		}},
		{"a head member of a wrong kind", strings.Replace(text, `"currency": "EUR"`, `"currency": {"code": "EUR"}`, 1), []string{"first", "second", "third"}, []string{
			`line 8, column 15 (currency): {…} is not the kind of value that belongs here lacks: `,
		}},
		{"no note is an object", `{"format": "ninefold", "version": 1, "notes": [1, null, "x"]}`, nil, []string{
			`line 1, column 48 (notes[0]): 1 is not the kind of value that belongs here gone: `,
			`line 1, column 51 (notes[1].block): "" is not one of the words allowed here gone: `,
			`line 1, column 57 (notes[2]): "x" is not the kind of value that belongs here gone: `,
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, losses, err := file.Salvage([]byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			var got, lost []string
			for n := range p.Notes() {
				got = append(got, n.Text)
			}
			for _, l := range losses {
				what := "lacks"
				if l.Whole {
					what = "gone"
				}
				lost = append(lost, fmt.Sprintf("%v %s: %s", l.Error(), what, l.Note))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("notes %q, want %q", got, test.want)
			}
			if !slices.Equal(lost, test.loss) {
				t.Errorf("losses:\n%s\nwant:\n%s", strings.Join(lost, "\n"), strings.Join(test.loss, "\n"))
			}
			decode2(t, p)
		})
	}
}

// decode2 holds that a project can be saved and opened.
func decode2(t *testing.T, p *canvas.Project) {
	t.Helper()
	if _, _, err := file.Decode(encode(t, p)); err != nil {
		t.Errorf("what was salvaged does not open: %v", err)
	}
}

func TestSalvageRefuses(t *testing.T) {
	var none *file.NotProjectError
	if _, _, err := file.Salvage([]byte("hello")); !errors.As(err, &none) {
		t.Errorf("text that is no project: %v", err)
	}
	var newer *file.TooNewError
	if _, _, err := file.Salvage([]byte(`{"format": "ninefold", "version": 99, "notes": [`)); !errors.As(err, &newer) {
		t.Errorf("a newer version: %v", err)
	}
	var large *file.TooLargeError
	if _, _, err := file.Salvage([]byte(`{"format": "ninefold", "version": 1, "x": ` + strings.Repeat("[", 100))); !errors.As(err, &large) {
		t.Errorf("deep nesting: %v", err)
	}
}

// FuzzSalvage holds that whatever is salvaged can be saved and opened again,
// and that what opens is salvaged whole.
func FuzzSalvage(f *testing.F) {
	data := encode(f, canvastest.Random(3, 12))
	f.Add(data, 200, []byte("x"))
	f.Add(data, 900, []byte("\xff"))
	f.Add(data, 1500, []byte(`{"`))
	f.Add([]byte(sample), 400, []byte("null"))
	f.Add([]byte(`{"format":"ninefold","version":1,"notes":[{"id":"a","block":"channels"},]}`), 0, []byte(nil))
	f.Fuzz(func(t *testing.T, data []byte, at int, instead []byte) {
		if len(data) > 0 && len(instead) > 0 {
			at = max(at, -at, 0) % len(data)
			data = bytes.Join([][]byte{data[:at], instead, data[min(at+len(instead), len(data)):]}, nil)
		}
		p, losses, err := file.Salvage(data)
		whole, _, refused := file.Decode(data)
		switch {
		case err != nil && p != nil:
			t.Fatalf("a project and an error: %v", err)
		case err != nil && refused == nil:
			t.Fatalf("what opens is not salvaged: %v", err)
		case err != nil:
			return
		case refused == nil && len(losses) > 0:
			t.Fatalf("losses in what opens: %v", losses)
		case refused == nil:
			if d := canvastest.Diff(whole, p); d != "" {
				t.Fatalf("(-decoded +salvaged):\n%s", d)
			}
		}
		if _, _, err := file.Decode(encode(t, p)); err != nil {
			t.Fatalf("what was salvaged does not open: %v", err)
		}
	})
}
