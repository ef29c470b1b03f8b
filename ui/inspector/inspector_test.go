package inspector

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/shopspring/decimal"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/export/scene"
	"ninefold/ui/document"
	"ninefold/ui/kit"
)

// A bench is the panel of the sample project in a window.
type bench struct {
	*Inspector
	t      *testing.T
	window fyne.Window
	errs   []error
}

func newBench(t *testing.T, lang locale.Lang) *bench {
	t.Helper()
	test.NewTempApp(t)
	p, _, err := file.Decode(assets.Sample("en"))
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{t: t}
	b.Inspector = New(document.New(p, "a.ninefold.json"), locale.Of(lang), scene.Light(), func(err error) { b.errs = append(b.errs, err) })
	b.window = test.NewTempWindow(t, b.Object())
	b.window.Resize(fyne.NewSize(280, 700))
	t.Cleanup(b.Close)
	return b
}

// first selects the first note that a function accepts.
func (b *bench) first(accepts func(*canvas.Note) bool) *canvas.Note {
	b.t.Helper()
	for n := range b.doc.Project().Notes() {
		if accepts(n) {
			b.doc.Select(n.ID)
			return n
		}
	}
	b.t.Fatal("the sample has no such note")
	return nil
}

// fill writes a text into a field as a user does, and leaves the field.
func (b *bench) fill(e *entry, text string) {
	b.t.Helper()
	b.write(e, text)
	b.window.Canvas().Unfocus()
}

func (b *bench) write(e *entry, text string) {
	b.t.Helper()
	b.window.Canvas().Focus(e)
	if b.window.Canvas().Focused() != fyne.Focusable(e) {
		b.t.Fatal("the field cannot be focused")
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	for _, r := range text {
		e.TypedRune(r)
	}
}

// wantStep fails unless exactly one step of the name was made since a project.
func (b *bench) wantStep(since *canvas.Project, name string) {
	b.t.Helper()
	if got := b.doc.UndoName(); got != name {
		b.t.Fatalf("the step is %q, want %q", got, name)
	}
	if !b.doc.Undo() || b.doc.Project() != since {
		b.t.Fatalf("it was not one step")
	}
	if b.doc.Redo(); len(b.errs) > 0 {
		b.t.Fatalf("errors: %v", b.errs)
	}
}

// texts are all texts that the panel shows.
func (b *bench) texts() string {
	var texts []string
	for _, part := range test.LaidOutObjects(b.Object()) {
		if text, ok := part.(*fynecanvas.Text); ok && text.Visible() {
			texts = append(texts, text.Text)
		}
	}
	return strings.Join(strings.Fields(strings.Join(texts, " ")), " ")
}

// controls are the widgets of a kind that the panel shows, in their order.
func controls[W fyne.CanvasObject](b *bench) []W {
	var out []W
	for _, part := range test.LaidOutObjects(b.Object()) {
		if w, ok := part.(W); ok {
			out = append(out, w)
		}
	}
	return out
}

func TestEveryFieldOfANoteIsAStep(t *testing.T) {
	for _, c := range []struct {
		name string
		of   func(*canvas.Note) bool
		step string
	}{
		{"segment", (*canvas.Note).IsSegment, "edit.segment"},
		{"relationship with costs", func(n *canvas.Note) bool { return n.IsRelationship() && len(n.Costs) > 0 }, "edit.cost"},
		{"revenue", (*canvas.Note).IsRevenue, "edit.revenue"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t, "en")
			b.first(c.of)
			for k := range b.entries {
				before := b.doc.Project()
				b.fill(b.entries[k], "7")
				want := c.step
				if k == 0 {
					want = "edit.text"
				}
				b.wantStep(before, want)
				if got := b.entries[k].Text; got != "7" {
					t.Errorf("field %d then shows %q", k, got)
				}
				if d := canvas.Validate(b.doc.Project().Head(), b.notes()); len(d) > 0 {
					t.Errorf("field %d made %v", k, d)
				}
			}
		})
	}
}

func (b *bench) notes() []*canvas.Note {
	var out []*canvas.Note
	for n := range b.doc.Project().Notes() {
		out = append(out, n)
	}
	return out
}

func TestEveryChoiceOfANoteIsAStep(t *testing.T) {
	for name, of := range map[string]func(*canvas.Note) bool{
		"relationship": func(n *canvas.Note) bool { return n.IsRelationship() && len(n.Costs) > 0 },
		"revenue":      (*canvas.Note).IsRevenue,
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, "en")
			id := b.first(of).ID
			for k := range controls[*widget.Select](b) {
				s := controls[*widget.Select](b)[k]
				for _, option := range s.Options {
					if s.Selected == option {
						continue
					}
					before := b.doc.Project()
					s.SetSelected(option)
					if b.doc.Project() == before {
						t.Fatalf("list %d: %q changes nothing", k, option)
					}
					b.doc.Undo()
					s = controls[*widget.Select](b)[k]
				}
			}
			steps := 0
			for k := range controls[*kit.Tabs](b) {
				for _, o := range test.LaidOutObjects(controls[*kit.Tabs](b)[k]) {
					tab, ok := o.(fyne.Tappable)
					if !ok {
						continue
					}
					before := b.doc.Project()
					tab.Tapped(nil)
					if b.doc.Project() != before {
						steps++
					}
				}
			}
			if steps == 0 {
				t.Error("no tab changes anything")
			}
			for k, s := range controls[*swatch](b) {
				before := b.doc.Project()
				s.Tapped(nil)
				now := b.doc.Project().Note(id).Paper
				if now != canvas.Papers()[k] && !(now == "" && canvas.Papers()[k] == canvas.PaperYellow) {
					t.Errorf("swatch %d makes %q", k, now)
				}
				if b.doc.Project() != before {
					b.wantStep(before, "edit.paper")
				}
			}
			for k := range controls[*kit.Chip](b) {
				served := len(b.doc.Project().Note(id).Segments)
				before := b.doc.Project()
				controls[*kit.Chip](b)[k].Tapped(nil)
				b.wantStep(before, "edit.serve")
				if len(b.doc.Project().Note(id).Segments) == served {
					t.Errorf("chip %d changes nothing", k)
				}
			}
		})
	}
}

func TestWhatTheCanvasSaysOfItself(t *testing.T) {
	b := newBench(t, "en")
	values := []string{"Title", "Subtitle", "For", "By", "2026-01-31", "2", "USD"}
	if len(b.entries) != len(values) {
		t.Fatalf("there are %d fields", len(b.entries))
	}
	for k, v := range values {
		before := b.doc.Project()
		b.fill(b.entries[k], v)
		b.wantStep(before, "edit.head")
	}
	h := b.doc.Project().Head()
	for k, got := range []string{h.Title, h.Subtitle, h.DesignedFor, h.DesignedBy, h.Date, h.Edition, h.Currency} {
		if got != values[k] {
			t.Errorf("field %d: %q, want %q", k, got, values[k])
		}
	}
	for k, v := range map[int]string{4: "soon", 6: "euro"} {
		before := b.doc.Project()
		b.fill(b.entries[k], v)
		if b.doc.Project() != before || b.entries[k].wrong.Text == "" {
			t.Errorf("%q is taken for right", v)
		}
	}
}

func TestWrongFiguresAreExplainedAndNotTaken(t *testing.T) {
	for _, lang := range locale.Langs() {
		b := newBench(t, lang)
		b.first((*canvas.Note).IsSegment)
		w := b.words
		before := b.doc.Project()
		for _, c := range []struct {
			field int
			text  string
			want  string
		}{
			{2, "many", w.T("inspector.no_number", "Example", w.Number(decimal.New(12345, -1), -1))},
			{2, "-3", w.T("inspector.negative")},
			{2, "9999999999999999", w.T("inspector.too_large")},
			{4, "101", w.T("inspector.no_percent", "Most", "100")},
		} {
			e := b.entries[c.field]
			b.fill(e, c.text)
			if b.doc.Project() != before {
				t.Fatalf("%s: %q was taken", lang, c.text)
			}
			if !strings.Contains(b.texts(), c.want) {
				t.Errorf("%s: beside %q the panel does not say %q", lang, c.text, c.want)
			}
			if e.Text != c.text {
				t.Errorf("%s: the field shows %q", lang, e.Text)
			}
			b.window.Canvas().Focus(e)
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if strings.Contains(b.texts(), c.want) || e.Pending() {
				t.Errorf("%s: Escape does not restore the field: it shows %q", lang, e.Text)
			}
		}
	}
}

func TestFiguresAreWrittenAsTheLanguageHasThem(t *testing.T) {
	b := newBench(t, "it")
	id := b.first((*canvas.Note).IsSegment).ID
	b.fill(b.entries[4], "2,5")
	if got := b.doc.Project().Note(id).Segment.Economics.Churn; got == nil || !got.Equal(decimal.New(25, -3)) {
		t.Errorf("2,5 %% is taken for %v", got)
	}
	b.fill(b.entries[4], "")
	if got := b.doc.Project().Note(id).Segment.Economics.Churn; got != nil {
		t.Errorf("an empty field is taken for %v", got)
	}
	b.fill(b.entries[6], "0,"+strings.Repeat("3", 30))
	if d := b.doc.Project().Note(id).Segment.Economics.VariableCost; len(d.String()) > 40 {
		t.Errorf("%v is longer than a file may hold", d)
	}
}

func TestTypingNothingNewIsNoStep(t *testing.T) {
	b := newBench(t, "en")
	b.first((*canvas.Note).IsSegment)
	before := b.doc.Project()
	for _, e := range b.entries {
		b.fill(e, " "+e.Text+" ")
	}
	if b.doc.Project() != before {
		t.Errorf("the step is %q", b.doc.UndoName())
	}
}

func TestEnterKeepsAFieldsText(t *testing.T) {
	b := newBench(t, "en")
	id := b.first((*canvas.Note).IsSegment).ID
	b.write(b.entries[1], "Short")
	b.entries[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := b.doc.Project().Note(id).SegmentName(); got != "Short" {
		t.Errorf("the segment is called %q", got)
	}
}

func TestCostLinesComeAndGo(t *testing.T) {
	b := newBench(t, "en")
	n := b.first(func(n *canvas.Note) bool { return n.IsRelationship() && len(n.Costs) > 0 })
	count := func() int { return len(b.doc.Project().Note(n.ID).Costs) }
	had := count()
	button := func(label string) *kit.Button {
		for _, k := range controls[*kit.Button](b) {
			if k.AccessibilityLabel() == label {
				return k
			}
		}
		t.Fatalf("no button %q", label)
		return nil
	}
	before := b.doc.Project()
	button("+ " + b.words.T("inspector.add_cost")).Tapped(nil)
	b.wantStep(before, "edit.add_cost")
	if count() != had+1 {
		t.Errorf("there are %d lines, want %d", count(), had+1)
	}
	before = b.doc.Project()
	button(b.words.T("inspector.remove_cost")).Tapped(nil)
	b.wantStep(before, "edit.remove_cost")
	if count() != had {
		t.Errorf("there are %d lines, want %d", count(), had)
	}
}

func TestABehaviourShowsTheFiguresThatItNeeds(t *testing.T) {
	b := newBench(t, "en")
	n := b.first(func(n *canvas.Note) bool { return len(n.Costs) == 1 })
	for _, behaviour := range canvas.BehaviourMonthly.Values() {
		if err := b.doc.Do("edit.cost", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.UpdateNote(p, n.ID, func(n *canvas.Note) {
				n.Costs = []canvas.CostLine{n.Costs[0]}
				n.Costs[0].Behaviour = canvas.Behaviour(behaviour)
			})
		}); err != nil {
			t.Fatal(err)
		}
		shown := b.texts()
		for _, f := range needs(canvas.Behaviour(behaviour)) {
			if !strings.Contains(shown, b.words.T(f.key)) {
				t.Errorf("%s: no field %s", behaviour, f.key)
			}
		}
	}
}

func TestThePanelFitsItsWidthInEveryLanguage(t *testing.T) {
	for _, lang := range locale.Langs() {
		b := newBench(t, lang)
		for n := range b.doc.Project().Notes() {
			b.doc.Select(n.ID)
			if w := b.body.MinSize().Width; w > bodyWidth {
				t.Errorf("%s: the panel of %q needs a width of %.0f", lang, n.Text, w)
			}
			for _, part := range test.LaidOutObjects(b.Object()) {
				text, ok := part.(*fynecanvas.Text)
				if !ok || !text.Visible() {
					continue
				}
				right := fyne.CurrentApp().Driver().AbsolutePositionForObject(text).X + text.MinSize().Width
				if right > 281 {
					t.Errorf("%s: %q is cut off at the right by %.0f", lang, text.Text, right-280)
				}
			}
		}
	}
}
