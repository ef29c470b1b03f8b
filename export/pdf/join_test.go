package pdf

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"ninefold/export/scene"
)

// The file that the library makes is taken apart and joined again; one that is
// not as expected is refused, and nothing is written in its place.
func TestFramesThatAreNotAsExpected(t *testing.T) {
	pages := []*scene.Page{{W: 100, H: 100, Title: "One"}, {W: 100, H: 100, Title: "Two"}}
	f := &frame{}
	all, err := f.draw(pages)
	if err != nil {
		t.Fatal(err)
	}
	if f.pdf, err = newFrame(gofpdf.SizeType{Wd: 100, Ht: 100}, Info{}); err != nil {
		t.Fatal(err)
	}
	file, err := f.build(pages, all)
	if err != nil {
		t.Fatal(err)
	}
	if joined, err := join(file, f.names, all, "en"); err != nil || !bytes.Contains(joined, all[1].packed) {
		t.Fatalf("the file as it is: %v", err)
	}
	whole := string(file)
	for name, damaged := range map[string]string{
		"empty":        "",
		"no table":     strings.Replace(whole, "\nxref\n", "\nxerf\n", 1),
		"a short one":  whole[:strings.LastIndex(whole, "\nxref\n")+20],
		"moved":        "%\n" + whole,
		"no trailer":   strings.Replace(whole, "\n>>\nstartxref\n", "\n>>\n", 1),
		"packed":       strings.Replace(whole, "4 0 obj\n<</Length ", "4 0 obj\n<</Lenght ", 1),
		"other fonts":  strings.ReplaceAll(whole, " 1.00 Tf", " 2.00 Tf"),
		"no call":      strings.Replace(whole, namesBelow, "% eman ", 1),
		"count amiss":  strings.Replace(whole, "\nxref\n0 ", "\nxref\n0 9", 1),
		"no number":    strings.Replace(whole, "\nxref\n0 ", "\nxref\n0 x", 1),
		"wrong object": strings.Replace(whole, "\n3 0 obj\n", "\n8 0 obj\n", 1),
	} {
		if _, err := join([]byte(damaged), f.names, all, "en"); !errors.Is(err, errFrame) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}
