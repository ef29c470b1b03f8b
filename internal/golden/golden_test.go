package golden

import (
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// spy is a testing.TB that notes what a comparison says of the test.
type spy struct {
	testing.TB
	dir      string
	messages []string
}

func (s *spy) Helper()             {}
func (s *spy) ArtifactDir() string { return s.dir }
func (s *spy) Errorf(format string, args ...any) {
	s.messages = append(s.messages, fmt.Sprintf(format, args...))
}

func (s *spy) Fatalf(format string, args ...any) {
	s.TB.Helper()
	s.TB.Fatalf(format, args...)
}

func newSpy(t *testing.T) *spy {
	t.Helper()
	return &spy{TB: t, dir: t.TempDir()}
}

func setUpdate(t *testing.T, value bool) {
	t.Helper()
	before := *update
	*update = value
	t.Cleanup(func() { *update = before })
}

// paper gives a 100 x 50 picture in one colour with its first n pixels changed
// by delta in the red channel.
func paper(n int, delta uint8) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, 100, 50))
	for y := range 50 {
		for x := range 100 {
			c := color.NRGBA{R: 200, G: 190, B: 180, A: 255}
			if y*100+x < n {
				c.R += delta
			}
			m.SetNRGBA(x, y, c)
		}
	}
	return m
}

func TestCompareImage(t *testing.T) {
	t.Chdir(t.TempDir())
	setUpdate(t, true)
	CompareImage(t, "paper", paper(0, 0))
	*update = false

	larger := image.NewNRGBA(image.Rect(0, 0, 101, 50))
	shifted := paper(0, 0)
	shifted.Rect = shifted.Rect.Add(image.Pt(7, 9))
	tests := []struct {
		name string
		got  image.Image
		want string // part of the message; empty when the pictures are alike
	}{
		{"same", paper(0, 0), ""},
		{"same elsewhere", shifted, ""},
		{"every pixel within the channel tolerance", paper(5000, 2), ""},
		{"few pixels beyond it", paper(5, 50), ""},
		{"too many pixels beyond it", paper(6, 3), "0.12 % of the pixels differ"},
		{"another size", larger, "picture is (101,50), want (100,50)"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSpy(t)
			CompareImage(s, "paper", test.got)
			checkMessages(t, s, test.want)
			for _, file := range []string{"paper.got.png", "paper.diff.png"} {
				_, err := os.Stat(filepath.Join(s.dir, file))
				if wrote := err == nil; wrote != (test.want != "") {
					t.Errorf("%s written: %v", file, wrote)
				}
			}
		})
	}
}

func TestCompareText(t *testing.T) {
	t.Chdir(t.TempDir())
	setUpdate(t, true)
	CompareText(t, "list", "one\ntwo\n")
	*update = false

	tests := []struct{ name, got, want string }{
		{"same", "one\ntwo\n", ""},
		{"changed line", "one\nzwei\n", `line 2 is`},
		{"no end of line", "one\ntwo", `line 2 is`},
		{"one line more", "one\ntwo\nthree\n", `line 3 is`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := newSpy(t)
			CompareText(s, "list", test.got)
			checkMessages(t, s, test.want)
		})
	}
}

func TestNoGoldenFile(t *testing.T) {
	t.Chdir(t.TempDir())
	setUpdate(t, false)
	s := newSpy(t)
	CompareText(s, "none", "text")
	checkMessages(t, s, "does not exist; go test -update writes it")
	s = newSpy(t)
	CompareImage(s, "none", paper(0, 0))
	checkMessages(t, s, "does not exist; go test -update writes it")
}

func checkMessages(t *testing.T, s *spy, want string) {
	t.Helper()
	switch {
	case want == "" && len(s.messages) > 0:
		t.Errorf("failed with %q", s.messages)
	case want != "" && (len(s.messages) != 1 || !strings.Contains(s.messages[0], want)):
		t.Errorf("messages are %q, want one with %q", s.messages, want)
	}
}
