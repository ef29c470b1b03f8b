package canvas_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
)

// sound fails the test when a project cannot be: broken, out of order, or with
// a note in two places.
func sound(t *testing.T, p *canvas.Project, after string) {
	t.Helper()
	for _, problem := range canvas.Validate(p.Head(), slices.Collect(p.Notes())) {
		if problem.Broken {
			t.Fatalf("after %s: %s: %v", after, problem.Path, problem)
		}
	}
	for _, b := range canvas.Blocks() {
		notes := p.Block(b)
		for i, n := range notes {
			if n.Block != b {
				t.Fatalf("after %s: note %s stands in %s and says %s", after, n.ID, b, n.Block)
			}
			if i > 0 && (notes[i-1].Order > n.Order || notes[i-1].Order == n.Order && notes[i-1].ID >= n.ID) {
				t.Fatalf("after %s: %s: %q (%s) before %q (%s)", after, b, notes[i-1].Order, notes[i-1].ID, n.Order, n.ID)
			}
		}
	}
}

func TestRandomProjectsAreSound(t *testing.T) {
	for seed := range canvastest.Seeds(50) {
		p := canvastest.Random(seed, int(seed%50))
		if p.Len() != int(seed%50) {
			t.Fatalf("seed %d: %d notes", seed, p.Len())
		}
		sound(t, p, "making")
		if d := canvastest.Diff(p, canvastest.Random(seed, int(seed%50))); d != "" {
			t.Fatalf("seed %d is not always the same project:\n%s", seed, d)
		}
	}
	sound(t, canvastest.Large(1000), "making")
}

func TestAnyEditsLeaveASoundProject(t *testing.T) {
	for seed := range canvastest.Seeds(40) {
		r := rand.New(rand.NewPCG(seed, 2))
		p := canvastest.Random(seed, r.IntN(40))
		for range 60 {
			before, notes := p, slices.Collect(p.Notes())
			copies := make([]canvas.Note, len(notes))
			for i, n := range notes {
				copies[i] = *n
			}
			after, what, err := canvastest.Edit(r, p)
			if err != nil {
				if after != nil {
					t.Fatalf("seed %d: failed %s returned a project: %v", seed, what, err)
				}
				continue
			}
			sound(t, after, what)
			p = after
			if !slices.Equal(notes, slices.Collect(before.Notes())) {
				t.Fatalf("seed %d: %s changed the project that it was made from", seed, what)
			}
			for i, n := range notes {
				if n.Text != copies[i].Text || n.Order != copies[i].Order || !slices.Equal(n.Segments, copies[i].Segments) || n.Segment != copies[i].Segment {
					t.Fatalf("seed %d: %s changed note %s of the project that it was made from", seed, what, n.ID)
				}
			}
		}
	}
}

func TestDeletingLeavesNoReference(t *testing.T) {
	for seed := range canvastest.Seeds(40) {
		r := rand.New(rand.NewPCG(seed, 3))
		p := canvastest.Random(seed, 30)
		for range 10 {
			gone := slices.Collect(p.Notes())[r.IntN(p.Len())]
			next, err := canvas.DeleteNotes(p, []canvas.ID{gone.ID})
			if err != nil {
				t.Fatal(err)
			}
			p = next
			for n := range p.Notes() {
				if n.ID == gone.ID || slices.Contains(n.Segments, gone.ID) || slices.Contains(n.Links, gone.ID) {
					t.Fatalf("seed %d: note %s still speaks of %s", seed, n.ID, gone.ID)
				}
			}
			for _, s := range p.Head().SetAside {
				if slices.Contains(s.Notes, gone.ID) {
					t.Fatalf("seed %d: a finding set aside still concerns %s", seed, gone.ID)
				}
			}
		}
	}
}

func TestKeyBetweenIsBetween(t *testing.T) {
	for seed := range canvastest.Seeds(30) {
		r := rand.New(rand.NewPCG(seed, 4))
		keys := []string{}
		for range 500 {
			// Mostly at the ends and at one place, where keys wear out first.
			at := []int{0, len(keys), len(keys) / 2, r.IntN(len(keys) + 1)}[r.IntN(4)]
			a, b := "", ""
			if at > 0 {
				a = keys[at-1]
			}
			if at < len(keys) {
				b = keys[at]
			}
			k, ok := canvas.KeyBetween(a, b)
			if !ok || k <= a || (b != "" && k >= b) {
				t.Fatalf("seed %d: between %q and %q: %q, %v", seed, a, b, k, ok)
			}
			keys = slices.Insert(keys, at, k)
		}
		for _, k := range keys {
			if len(k) > 80 {
				t.Fatalf("seed %d: key of %d digits after 500 insertions", seed, len(k))
			}
		}
	}
}

func TestKeyBetween(t *testing.T) {
	tests := []struct {
		a, b, want string
		ok         bool
	}{
		{"", "", "V000", true},
		{"V000", "", "V001", true},
		{"V00z", "", "V010", true},
		{"", "V000", "Uzzz", true},
		{"", "V0001", "V000", true},
		{"zzzz", "", "zzzzV", true},
		{"V000", "V001", "V000V", true},
		{"a", "c", "b", true},
		{"a", "b", "aV", true},
		{"V", "V000", "", false},
		{"", "0000", "", false},
		{"b", "a", "", false},
		{"a", "a", "", false},
		{"a", "b!", "", false},
		{"é", "", "", false},
	}
	for _, tt := range tests {
		got, ok := canvas.KeyBetween(tt.a, tt.b)
		if ok != tt.ok || ok && got != tt.want {
			t.Errorf("KeyBetween(%q, %q) = %q, %v, want %q, %v", tt.a, tt.b, got, ok, tt.want, tt.ok)
		}
	}
}

func TestManyNotesInOneGapKeepShortKeys(t *testing.T) {
	for _, at := range []int{0, 1, canvas.AtEnd} {
		p := canvas.New("", "en", "EUR")
		var err error
		for range 2 {
			if p, _, err = canvas.AddNote(p, canvas.Note{}, canvas.Channels, canvas.AtEnd); err != nil {
				t.Fatal(err)
			}
		}
		var ids []canvas.ID
		for range 1000 {
			var n *canvas.Note
			if p, n, err = canvas.AddNote(p, canvas.Note{}, canvas.KeyResources, canvas.AtEnd); err != nil {
				t.Fatal(err)
			}
			ids = append(ids, n.ID)
		}
		if p, err = canvas.MoveNotes(p, ids, canvas.Channels, at); err != nil {
			t.Fatal(err)
		}
		sound(t, p, "moving a thousand")
		for n := range p.Notes() {
			if len(n.Order) > 8 {
				t.Fatalf("at %d: key %q", at, n.Order)
			}
		}
	}
}

func TestOrderKeysFromElsewhereLeaveRoomAllTheSame(t *testing.T) {
	for _, keys := range [][]string{{"", "", ""}, {"V", "V", "V"}, {"V", "V0", "V00"}, {"0000", "00000", "000000"}} {
		for at := range 4 {
			p := build(t, keys)
			next, n, err := canvas.AddNote(p, canvas.Note{Text: "new"}, canvas.Channels, at)
			if err != nil {
				t.Fatal(err)
			}
			sound(t, next, strings.Join(keys, ","))
			if got := slices.Index(next.Block(canvas.Channels), n); got != at {
				t.Errorf("keys %q: added at %d, stands at %d", keys, at, got)
			}
		}
	}
}

func build(t *testing.T, keys []string) *canvas.Project {
	t.Helper()
	var notes []*canvas.Note
	for i, k := range keys {
		notes = append(notes, &canvas.Note{ID: canvas.ID("nt_" + string(rune('a'+i))), Block: canvas.Channels, Order: k})
	}
	p, err := canvas.Build(canvas.Head{ID: "pr_1", Currency: "EUR"}, notes)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
