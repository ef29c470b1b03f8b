package merge_test

import (
	"math/rand/v2"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
	"ninefold/canvas/merge"
)

// FuzzThree holds that whatever three files say, merging them gives a project
// that can be saved and opened, and that takes all from a side that alone
// changed anything.
func FuzzThree(f *testing.F) {
	text := func(p *canvas.Project) []byte {
		data, err := file.Encode(p)
		if err != nil {
			f.Fatal(err)
		}
		return data
	}
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 3))
		base := canvastest.Random(seed, 4+3*int(seed))
		f.Add(text(base), text(vary(r, base, 5)), text(vary(r, base, 5)))
	}
	f.Fuzz(func(t *testing.T, a, b, c []byte) {
		var p [3]*canvas.Project
		for i, data := range [][]byte{a, b, c} {
			var err error
			if p[i], _, err = file.Decode(data); err != nil {
				return
			}
		}
		for _, side := range []merge.Side{merge.Undecided, merge.Ours, merge.Theirs} {
			m := three(t, p[0], p[1], p[2], all(side))
			data, err := file.Encode(m.Project)
			if err != nil {
				t.Fatal(err)
			}
			if _, _, err := file.Decode(data); err != nil {
				t.Fatalf("%v in:\n%s", err, data)
			}
		}
		if m := three(t, p[0], p[1], p[0], nil); len(m.Conflicts) > 0 {
			t.Fatalf("conflicts with nobody: %+v", m.Conflicts)
		}
	})
}
