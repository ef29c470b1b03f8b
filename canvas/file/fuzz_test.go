package file_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
)

// FuzzDecode holds that no text makes Decode panic, and that what it opens can
// be saved and opened again as the same project.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(sample))
	f.Add(fixture(f, "version-0.ninefold.json"))
	for seed := range uint64(5) {
		f.Add(encode(f, canvastest.Random(seed, 3*int(seed))))
	}
	seeds, err := filepath.Glob("testdata/seeds/*")
	if err != nil || len(seeds) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range seeds {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, _, err := file.Decode(data)
		if err != nil {
			if p != nil {
				t.Fatalf("a project and an error: %v", err)
			}
			return
		}
		out := encode(t, p)
		q, _, err := file.Decode(out)
		if err != nil {
			t.Fatalf("%v in what was written:\n%s", err, out)
		}
		if d := canvastest.Diff(p, q); d != "" {
			t.Fatalf("(-read +written and read):\n%s", d)
		}
		if again := encode(t, q); !bytes.Equal(out, again) {
			t.Fatalf("written twice:\n%s\n%s", out, again)
		}
	})
}
