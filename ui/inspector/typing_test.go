package inspector

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/assets/locale"
	"ninefold/canvas"
)

func TestWrongInputChangesNothing(t *testing.T) {
	for _, tt := range []struct {
		note         canvas.ID
		field, typed string
		complaint    string
	}{
		{commuters, "Customers now", "many", "figure.none"},
		{commuters, "Customers now", "-5", "problem.negative"},
		{commuters, "New per month", "1e3", "figure.none"},
		{commuters, "Variable cost", "9,999,999,999,999,999", "problem.too_large"},
		{commuters, "Lost per month", "101", "inspector.no_percentage"},
		{commuters, "Lost per month", "-1", "inspector.no_percentage"},
		{commuters, "Letter", "B", "problem.taken_letter"},
		{commuters, "Letter", "ABC", "problem.bad_letter"},
		{commuters, "Letter", "", "problem.bad_letter"},
		{plan, "Price", "-0.01", "problem.negative"},
		{reminder, "Amount", "12,34.5", "figure.none"},
		{reminder, "From month", "0", "inspector.no_month"},
		{reminder, "From month", "1.5", "inspector.no_month"},
		{reminder, "From month", "-2", "problem.negative"},
		{reminder, "To month", "3", "problem.month_order"}, // the line begins in month 4
		{reminder, "To month", "2,000", "problem.too_large"},
		{"", "Date", "yesterday", "problem.bad_date"},
		{"", "Currency", "euros", "problem.bad_currency"},
	} {
		t.Run(tt.field+" "+tt.typed, func(t *testing.T) {
			b := newBench(t)
			if tt.note != "" {
				b.show(tt.note)
			}
			before := b.doc.Project()
			e := b.fill(tt.field, tt.typed)
			if b.doc.Project() != before {
				t.Errorf("the project changed: %s", b.doc.UndoName())
			}
			want := locale.Of("en").T(tt.complaint, "Value", tt.typed, "Example", "1,234.5")
			if !e.under.Visible() || e.wrong.Text != want {
				t.Errorf("the field says %q, want %q", e.wrong.Text, want)
			}
			if e.Text != tt.typed {
				t.Errorf("what was typed has become %q", e.Text)
			}
			b.click(e)
			b.Key(fyne.KeyEscape)
			if e.under.Visible() || e.Text != e.get() {
				t.Error("Escape does not bring back what was there")
			}
		})
	}
}

func TestTypingTheSameMakesNoStep(t *testing.T) {
	for field, typed := range map[string]string{"Customers now": "100.0", "Lost per month": " 5%", "Letter": "a"} {
		b := newBench(t)
		b.show(commuters)
		e := b.fill(field, typed)
		if b.doc.UndoName() != "" {
			t.Errorf("%s: a step %q", field, b.doc.UndoName())
		}
		if e.Text != e.get() {
			t.Errorf("%s reads %q", field, e.Text)
		}
	}
}

func TestWhatIsTypedGoesToItsOwnNote(t *testing.T) {
	b := newBench(t)
	b.show(commuters)
	b.click(after[*entry](b, "Short name"))
	b.Type("Riders")
	b.doc.Select(fleets) // as a click on the canvas does
	if got := b.doc.Project().Note(commuters).Segment.Name; got != "Riders" {
		t.Errorf("the segment is called %q", got)
	}
	if got := b.doc.Project().Note(fleets).Segment.Name; got != "" {
		t.Errorf("another segment is called %q", got)
	}
	if b.doc.UndoName() != "edit.segment" {
		t.Errorf("the step is %q", b.doc.UndoName())
	}
}

func TestWhatIsTypedSurvivesOtherChanges(t *testing.T) {
	b := newBench(t)
	b.show(reminder)
	e := after[*entry](b, "Who looks after it")
	b.click(e)
	b.Type("Mar")
	if err := b.doc.Do("edit.text", func(p *canvas.Project) (*canvas.Project, error) { return canvas.SetText(p, shop, "Kiosk") }); err != nil {
		t.Fatal(err)
	}
	b.Type("ta")
	b.Key(fyne.KeyReturn)
	if got := b.doc.Project().Note(reminder).Relationship.Owner; got != "Marta" {
		t.Errorf("the owner is %q", got)
	}
	e = after[*entry](b, "Source")
	b.click(e)
	b.Type("a guess")
	b.press("+ Cost") // the lines above are made anew
	if got := b.doc.Project().Note(reminder).Costs; len(got) != 3 || got[0].Source != "a guess" {
		t.Errorf("the costs are %+v", got)
	}
}

func TestCommitKeepsAllThatIsRight(t *testing.T) {
	b := newBench(t)
	b.show(commuters)
	b.fill("Customers now", "many")
	b.click(after[*entry](b, "New per month"))
	b.Chord(fyne.KeyModifierShortcutDefault, fyne.KeyA)
	b.Type("12")
	b.panel.Commit()
	e := b.doc.Project().Note(commuters).Segment.Economics
	if e.NewPerMonth.String() != "12" || e.Customers.String() != "100" {
		t.Errorf("%v new, %v customers", e.NewPerMonth, e.Customers)
	}
}

func TestWhatIsTypedForWhatHasGoneGoesWithIt(t *testing.T) {
	for name, remove := range map[string]func(*canvas.Note){
		"line":    func(n *canvas.Note) { n.Costs = n.Costs[1:] },
		"measure": func(n *canvas.Note) { n.Relationship = &canvas.Relationship{Type: "communities"} },
	} {
		b := newBench(t)
		b.show(reminder)
		field := map[string]string{"line": "Source", "measure": "Unit"}[name]
		e := after[*entry](b, field)
		e.SetText("left over")
		if err := b.doc.Do("edit.test", func(p *canvas.Project) (*canvas.Project, error) {
			return canvas.UpdateNote(p, reminder, remove)
		}); err != nil {
			t.Fatal(err)
		}
		if got := b.doc.UndoName(); got != "edit.test" {
			t.Errorf("%s: a step %q after it had gone", name, got)
		}
	}
	b := newBench(t)
	b.show(shop)
	after[*entry](b, "Note").SetText("left over")
	if err := b.doc.Do("edit.delete", func(p *canvas.Project) (*canvas.Project, error) {
		return canvas.DeleteNotes(p, []canvas.ID{shop})
	}); err != nil || b.doc.UndoName() != "edit.delete" {
		t.Errorf("%v, the step is %q", err, b.doc.UndoName())
	}
}

func TestProjectDetails(t *testing.T) {
	for field, want := range map[string]func(canvas.Head) string{
		"Title":        func(h canvas.Head) string { return h.Title },
		"Subtitle":     func(h canvas.Head) string { return h.Subtitle },
		"Designed for": func(h canvas.Head) string { return h.DesignedFor },
		"Designed by":  func(h canvas.Head) string { return h.DesignedBy },
	} {
		b := newBench(t)
		before := b.doc.Project()
		b.fill(field, "Volta ")
		if got := want(b.doc.Project().Head()); got != "Volta" {
			t.Errorf("%s is %q", field, got)
		}
		if b.doc.UndoName() != "edit.head" {
			t.Errorf("%s: the step is %q", field, b.doc.UndoName())
		}
		b.doc.Undo()
		if b.doc.Project() != before {
			t.Errorf("%s: one undo does not bring it back", field)
		}
	}
}

func TestNumbersAreTypedAsTheLanguageWritesThem(t *testing.T) {
	b := newBenchIn(t, "it")
	b.show(commuters)
	b.fill("Costo variabile", "1.234,50")
	if got := b.doc.Project().Note(commuters).Segment.Economics.VariableCost; got == nil || got.String() != "1234.5" {
		t.Errorf("the variable cost is %v", got)
	}
}

func TestQuestionsOfTheBlockThatIsWorkedIn(t *testing.T) {
	b := newBench(t)
	if texts := b.texts(); !slices.Contains(texts, locale.Of("en").T("inspector.start.hint")) {
		t.Errorf("at the start the panel reads %q", texts)
	}
	b.doc.SelectBlock(canvas.Channels)
	texts := strings.Join(b.texts(), "\n")
	if !strings.Contains(texts, locale.Of("en").T("question.channels.hear")) || strings.Contains(texts, locale.Of("en").T("inspector.project")) {
		t.Errorf("with no note selected the panel reads %q", texts)
	}
}

// The wheel scrolls the panel wherever the pointer is, also over a field; a
// longer text that is being typed is scrolled in its own field.
func TestWheelOverAField(t *testing.T) {
	b := newBench(t)
	b.show(commuters)
	b.window.Resize(fyne.NewSize(280, 300))
	text := after[*entry](b, "Note")
	over := func(o fyne.CanvasObject) fyne.Position {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(20, 10)
	}
	scrolls := func() bool {
		b.panel.scroll.ScrollToTop()
		b.MoveTo(over(text))
		b.Scroll(-40)
		return b.panel.scroll.Offset.Y > 0
	}
	if !text.MultiLine || !scrolls() {
		t.Fatal("the panel does not scroll over a field")
	}
	b.window.Canvas().Focus(text)
	if scrolls() {
		t.Error("a text that is being typed scrolls the panel")
	}
	b.window.Canvas().Unfocus()
	if !scrolls() {
		t.Error("the panel does not scroll any more")
	}
	b.panel.scroll.ScrollToTop()
	letter := after[*entry](b, "Short name")
	b.window.Canvas().Focus(letter)
	before := b.panel.scroll.Offset.Y
	b.MoveTo(over(letter))
	b.Scroll(-40)
	if b.panel.scroll.Offset.Y <= before {
		t.Error("the panel does not scroll over a field of one line")
	}
}
