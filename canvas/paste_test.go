package canvas_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
)

// some returns the ids of about a third of a project's notes.
func some(r *rand.Rand, p *canvas.Project) []canvas.ID {
	var ids []canvas.ID
	for n := range p.Notes() {
		if r.IntN(3) == 0 {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

func TestAnyPasteLeavesASoundProject(t *testing.T) {
	for seed := range canvastest.Seeds(60) {
		r := rand.New(rand.NewPCG(seed, 5))
		p, from := canvastest.Random(seed, r.IntN(40)), canvastest.Random(seed+1000, r.IntN(40))
		if r.IntN(2) == 0 {
			from = p
		}
		ids := some(r, from)
		if r.IntN(2) == 0 {
			p, _ = canvas.DeleteNotes(p, some(r, p))
		}
		block := append(canvas.Blocks(), "")[r.IntN(10)]
		for range 2 {
			next, pasted, err := canvas.Paste(p, from, ids, block, r.IntN(5)-1)
			if err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			sound(t, next, "pasting")
			if len(pasted) != len(ids) || next.Len() != p.Len()+len(ids) {
				t.Fatalf("seed %d: pasted %d of %d notes", seed, len(pasted), len(ids))
			}
			for i, id := range ids {
				old, now := from.Note(id), next.Note(pasted[i])
				if now.Text != old.Text || now.Paper != old.Paper || len(now.Costs) != len(old.Costs) {
					t.Fatalf("seed %d: %q became %q", seed, old.Text, now.Text)
				}
			}
			for n := range p.Notes() {
				if now := next.Note(n.ID); now.Text != n.Text || !slices.Equal(now.Segments, n.Segments) || now.Segment != n.Segment {
					t.Fatalf("seed %d: pasting changed note %s", seed, n.ID)
				}
			}
			p = next
		}
	}
}

// An extract is enough to paste from: the same comes out as from the whole.
func TestExtractPastesAsTheWhole(t *testing.T) {
	for seed := range canvastest.Seeds(60) {
		r := rand.New(rand.NewPCG(seed, 6))
		p, from := canvastest.Random(seed, r.IntN(40)), canvastest.Random(seed+1000, r.IntN(40))
		ids := some(r, from)
		extract := canvas.Extract(from, ids)
		sound(t, extract, "extracting")
		a, pastedA, err := canvas.Paste(p, from, ids, canvas.Channels, canvas.AtEnd)
		if err != nil {
			t.Fatal(err)
		}
		b, pastedB, err := canvas.Paste(p, extract, ids, canvas.Channels, canvas.AtEnd)
		if err != nil {
			t.Fatal(err)
		}
		for i := range pastedA {
			x, y := a.Note(pastedA[i]), b.Note(pastedB[i])
			if x.Text != y.Text || x.Block != y.Block || len(x.Links) != len(y.Links) || len(x.Segments) != len(y.Segments) {
				t.Fatalf("seed %d: %+v from the whole, %+v from the extract", seed, x, y)
			}
		}
	}
}

func TestWhatWasCutIsPastedAsItWas(t *testing.T) {
	for seed := range canvastest.Seeds(40) {
		r := rand.New(rand.NewPCG(seed, 7))
		p := canvastest.Random(seed, 1+r.IntN(30))
		all := slices.Collect(p.Notes())
		n := all[r.IntN(len(all))]
		at := slices.Index(p.Block(n.Block), n)
		cut, err := canvas.DeleteNotes(p, []canvas.ID{n.ID})
		if err != nil {
			t.Fatal(err)
		}
		back, ids, err := canvas.Paste(cut, p, []canvas.ID{n.ID}, n.Block, at)
		if err != nil {
			t.Fatal(err)
		}
		now := back.Note(n.ID)
		if len(ids) != 1 || ids[0] != n.ID || slices.Index(back.Block(n.Block), now) != at {
			t.Fatalf("seed %d: note %s came back as %v", seed, n.ID, ids)
		}
		if len(now.Comments) != len(n.Comments) || len(now.Costs) != len(n.Costs) {
			t.Fatalf("seed %d: %+v came back as %+v", seed, *n, *now)
		}
		// Only what stood in the note itself was lost with it.
		self := func(id canvas.ID) bool { return id == n.ID }
		segments, links := slices.DeleteFunc(slices.Clone(n.Segments), self), slices.DeleteFunc(slices.Clone(n.Links), self)
		for _, lists := range [][2][]canvas.ID{{segments, now.Segments}, {links, slices.DeleteFunc(slices.Clone(now.Links), self)}} {
			for _, l := range lists {
				slices.Sort(l)
			}
			if !slices.Equal(slices.Compact(lists[0]), lists[1]) {
				t.Fatalf("seed %d: %v came back as %v", seed, lists[0], lists[1])
			}
		}
	}
}

// project is a project with notes given as block, id, text.
func project(t *testing.T, notes ...[3]string) *canvas.Project {
	t.Helper()
	p := canvas.New("", "en", "EUR")
	for _, n := range notes {
		var err error
		if p, _, err = canvas.AddNote(p, canvas.Note{ID: canvas.ID(n[1]), Text: n[2]}, canvas.Block(n[0]), canvas.AtEnd); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func serves(t *testing.T, p *canvas.Project, note, segment canvas.ID) *canvas.Project {
	t.Helper()
	p, err := canvas.Serve(p, note, segment, true)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPasteFindsSegmentsByName(t *testing.T) {
	from := project(t, [3]string{"customer_segments", "nt_1", "Families"}, [3]string{"customer_segments", "nt_2", "Schools"}, [3]string{"channels", "nt_3", "App"})
	from = serves(t, serves(t, from, "nt_3", "nt_1"), "nt_3", "nt_2")
	p := project(t, [3]string{"customer_segments", "nt_7", "Fleets"}, [3]string{"customer_segments", "nt_8", "FAMILIES "})
	next, ids, err := canvas.Paste(p, from, []canvas.ID{"nt_3"}, canvas.KeyResources, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	n := next.Note(ids[0])
	if n.Block != canvas.KeyResources || !slices.Equal(n.Segments, []canvas.ID{"nt_8"}) {
		t.Errorf("in %s for %v", n.Block, n.Segments)
	}
}

func TestPasteKeepsWhatBelongsTogether(t *testing.T) {
	from := project(t, [3]string{"customer_segments", "nt_1", "Families"}, [3]string{"channels", "nt_3", "App"}, [3]string{"channels", "nt_4", "Shop"})
	from = serves(t, from, "nt_3", "nt_1")
	from, err := canvas.UpdateNote(from, "nt_3", func(n *canvas.Note) { n.Links = []canvas.ID{"nt_4", "nt_1"} })
	if err != nil {
		t.Fatal(err)
	}
	// In the same project: the copy of the note is for the copy of the segment.
	next, ids, err := canvas.Paste(from, from, []canvas.ID{"nt_3", "nt_1"}, canvas.KeyResources, canvas.AtEnd)
	if err != nil {
		t.Fatal(err)
	}
	families, app := next.Note(ids[0]), next.Note(ids[1])
	if families.Block != canvas.CustomerSegments || families.Segment.Letter != "B" || app.Block != canvas.Channels {
		t.Fatalf("pasted %+v and %+v", families, app)
	}
	if !slices.Equal(app.Segments, []canvas.ID{families.ID}) || !slices.Equal(app.Links, []canvas.ID{"nt_4", families.ID}) {
		t.Errorf("the copy serves %v and links %v", app.Segments, app.Links)
	}
}

func TestPasteBringsTheTypesOfRelationships(t *testing.T) {
	withType := func(id, name string) *canvas.Project {
		p := canvas.UpdateHead(canvas.New("", "en", "EUR"), func(h *canvas.Head) {
			h.Types = []canvas.RelationshipType{{ID: id, Name: name}}
		})
		p, _, err := canvas.AddRelationship(p, id, "Saturdays", canvas.Cell{Stage: canvas.StageRetain})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	from := withType("rt_1", "Riders' club")
	ids := []canvas.ID{from.Block(canvas.CustomerRelationships)[0].ID}
	for _, test := range []struct {
		name  string
		to    *canvas.Project
		types int
		want  string
	}{
		{"an empty project", canvas.New("", "en", "EUR"), 1, "rt_1"},
		{"one that has it", withType("rt_1", "Club"), 1, "rt_1"},
		{"one with the same name", withType("rt_9", "riders' CLUB"), 1, "rt_9"},
		{"one with others", withType("rt_9", "Fan club"), 2, "rt_1"},
	} {
		next, pasted, err := canvas.Paste(test.to, from, ids, canvas.CustomerRelationships, canvas.AtEnd)
		if err != nil {
			t.Fatal(err)
		}
		if got := next.Note(pasted[0]).Relationship.Type; got != test.want || len(next.Head().Types) != test.types {
			t.Errorf("%s: type %q of %d", test.name, got, len(next.Head().Types))
		}
	}
}

func TestLines(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"lines", "App\nShop\n", []string{"App", "Shop"}},
		{"blank lines and spaces", "\n  App  \r\n\t\r\n\nShop", []string{"App", "Shop"}},
		{"a table", "App\t12\t\tEUR\r\nShop\t7", []string{"App – 12 – EUR", "Shop – 7"}},
		{"cells with line breaks", "\"two\nlines\"\t7\n\"say \"\"yes\"\"\"\nShop", []string{"two\nlines – 7", "say \"yes\"", "Shop"}},
		{"what is quoted stays so", "\"Ready in an hour\"\n\"Open", []string{"\"Ready in an hour\"", "\"Open"}},
		{"an indented list", "\t• App\n\t\t– Shop", []string{"App", "Shop"}},
		{"a list", "• App\n- Shop\n\u2022\tVisits\n–5 %\n-5 % off", []string{"App", "Shop", "Visits", "–5 %", "-5 % off"}},
		{"old line breaks", "App\rShop\u2028Visits", []string{"App", "Shop", "Visits"}},
		{"bytes that are no text", "a\xffb", []string{"a\uFFFDb"}},
		{"nothing", " \n\t", nil},
	} {
		if d := cmp.Diff(test.want, canvas.Lines(test.text)); d != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, d)
		}
	}
}

func TestAddLines(t *testing.T) {
	p := project(t, [3]string{"customer_segments", "nt_1", "Families"}, [3]string{"customer_segments", "nt_2", "Fleets"})
	next, ids, err := canvas.AddLines(p, []string{"Schools", "Clubs"}, canvas.CustomerSegments, 1)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, next, "adding lines")
	var got []string
	for _, n := range next.Segments() {
		got = append(got, n.Segment.Letter+" "+n.Text)
	}
	if d := cmp.Diff([]string{"A Families", "C Schools", "D Clubs", "B Fleets"}, got); d != "" || len(ids) != 2 {
		t.Errorf("(-want +got):\n%s", d)
	}
}
