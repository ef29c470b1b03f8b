package pdf_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"testing"

	"ninefold/export/pdf"
	"ninefold/export/scene"
)

// Bookmarks and jumps lead to the pages that they name, of whatever sizes.
func TestLinksWithinADocument(t *testing.T) {
	first := &scene.Page{W: 400, H: 300, Title: "One 🚲", Items: []scene.Item{
		scene.Jump{X: 10, Y: 20, W: 30, H: 10, To: "there"},
		scene.Jump{X: 10, Y: 60, W: 30, H: 10, To: "nowhere"},
		scene.Clip{X: 0, Y: 0, W: 50, H: 50, Items: []scene.Item{
			scene.Jump{X: 40, Y: 40, W: 30, H: 30, To: "there"}, // of which a part is seen
			scene.Jump{X: 60, Y: 60, W: 30, H: 30, To: "there"}, // of which none is
			line("in a part"),
		}},
		line("after it"),
	}}
	second := &scene.Page{W: 300, H: 500, Title: "Two", Items: []scene.Item{scene.Anchor{Name: "there", X: 10, Y: 100}}}
	file := write(t, []*scene.Page{first, second, page()}, pdf.Info{})
	checkFile(t, file)
	pages := objects(file, `/Type /Page\n`)
	if len(pages) != 3 {
		t.Fatalf("the file has %d pages", len(pages))
	}
	jumps := regexp.MustCompile(`/Rect \[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\] /Border \[0 0 0\] /Dest \[(\d+) 0 R /XYZ 0 ([\d.]+) null\]`).FindAllSubmatch(file, -1)
	if len(jumps) != 2 {
		t.Fatalf("the file has %d jumps, want 2", len(jumps))
	}
	for _, j := range jumps {
		if string(j[5]) != strconv.Itoa(pages[1]) || string(j[6]) != "400.00" {
			t.Errorf("a jump leads to %s at %s, want object %d at 400", j[5], j[6], pages[1])
		}
	}
	if got := fmt.Sprintf("%s %s %s %s", jumps[1][1], jumps[1][2], jumps[1][3], jumps[1][4]); got != "40.00 260.00 50.00 250.00" {
		t.Errorf("the jump of which a part is seen lies at %s", got)
	}
	marks := regexp.MustCompile(`(?s)/Title \((.*?)\)\n/Parent.*?/Dest \[(\d+) 0 R /XYZ 0 ([\d.]+) null\]`).FindAllSubmatch(file, -1)
	if len(marks) != 2 {
		t.Fatalf("the file has %d bookmarks, want 2", len(marks))
	}
	for i, want := range []struct{ title, top string }{{"\xfe\xff\x00O\x00n\x00e\x00 \xd8\x3d\xde\xb2", "300.00"}, {"\xfe\xff\x00T\x00w\x00o", "500.00"}} {
		if string(marks[i][1]) != want.title || string(marks[i][2]) != strconv.Itoa(pages[i]) || string(marks[i][3]) != want.top {
			t.Errorf("bookmark %d is %q to %s at %s", i, marks[i][1], marks[i][2], marks[i][3])
		}
	}
}

// objects are the numbers of the objects that a pattern is found in.
func objects(file []byte, pattern string) []int {
	var out []int
	for _, m := range regexp.MustCompile(`(\d+) 0 obj\n<<`+pattern).FindAllSubmatch(file, -1) {
		n, _ := strconv.Atoi(string(m[1]))
		out = append(out, n)
	}
	return out
}

// The font of symbols is in a file that needs it, and in no other.
func TestSymbolsAreEmbeddedWhereNeeded(t *testing.T) {
	plain := write(t, []*scene.Page{page(line("plain text – é"))}, pdf.Info{})
	with := write(t, []*scene.Page{page(line("done ✓ →"))}, pdf.Info{})
	if bytes.Contains(plain, []byte("symbols")) || !bytes.Contains(with, []byte("symbols")) {
		t.Error("the font of symbols is where it is not needed, or not where it is")
	}
	if len(with)-len(plain) > 20000 {
		t.Errorf("two symbols make the file %d bytes larger", len(with)-len(plain))
	}
}
