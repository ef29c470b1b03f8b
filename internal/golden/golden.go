// Package golden compares what a test made with a file that a person has
// looked at. Files lie in the package's testdata/golden; `go test -update`
// writes them anew, `make golden` does so everywhere. It is for tests only and
// knows nothing of the rest of the program.
package golden

import (
	"bytes"
	"errors"
	"flag"
	"image"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Pictures may differ a little between processors, which round floating point
// differently: by channelTolerance of 255 in any channel, and by more in one
// pixel of a thousand.
const (
	channelTolerance = 2
	pixelTolerance   = 0.001
)

// CompareImage fails t when got does not look like testdata/golden/NAME.png.
// It then leaves NAME.got.png and NAME.diff.png in the test's artifact
// directory, which `go test -artifacts` keeps.
func CompareImage(t testing.TB, name string, got image.Image) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name+".png")
	if *update {
		write(t, path, encode(t, got))
		return
	}
	data, ok := read(t, path)
	if !ok {
		return
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Errorf("golden: %s: %v", path, err)
		return
	}
	share, diff := compare(want, got)
	if share <= pixelTolerance {
		return
	}
	dir := t.ArtifactDir()
	write(t, filepath.Join(dir, name+".got.png"), encode(t, got))
	write(t, filepath.Join(dir, name+".diff.png"), encode(t, diff))
	if ws, gs := want.Bounds().Size(), got.Bounds().Size(); ws != gs {
		t.Errorf("golden: %s: picture is %v, want %v; see %s", path, gs, ws, dir)
		return
	}
	t.Errorf("golden: %s: %.2f %% of the pixels differ, %.2f %% may; see %s",
		path, 100*share, 100*pixelTolerance, dir)
}

// CompareText fails t when got is not the text in testdata/golden/NAME.txt.
func CompareText(t testing.TB, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name+".txt")
	if *update {
		write(t, path, []byte(got))
		return
	}
	data, ok := read(t, path)
	if !ok || string(data) == got {
		return
	}
	line, want, have := firstDifference(string(data), got)
	t.Errorf("golden: %s: line %d is\n\t%q\nwant\n\t%q", path, line, have, want)
}

func read(t testing.TB, path string) (data []byte, ok bool) {
	t.Helper()
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.Errorf("golden: %s does not exist; go test -update writes it", path)
	case err != nil:
		t.Errorf("golden: %v", err)
	}
	return data, err == nil
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatalf("golden: %v", err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatalf("golden: %v", err)
	}
}

func encode(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	small := png.Encoder{CompressionLevel: png.BestCompression}
	if err := small.Encode(&b, m); err != nil {
		t.Fatalf("golden: %v", err)
	}
	return b.Bytes()
}
