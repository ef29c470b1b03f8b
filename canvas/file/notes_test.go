package file_test

import (
	"slices"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
)

func TestNotesGoThroughText(t *testing.T) {
	for seed := range canvastest.Seeds(20) {
		p := canvastest.Random(seed, 30)
		var ids []canvas.ID
		for n := range p.Notes() {
			if len(ids) < 12 {
				ids = append(ids, n.ID)
			}
		}
		text, err := file.EncodeNotes(file.Notes{Text: "App", From: p, IDs: ids})
		if err != nil {
			t.Fatal(err)
		}
		got, ok := file.DecodeNotes(text)
		if !ok || !slices.Equal(got.IDs, ids) || got.Text != "App" {
			t.Fatalf("seed %d: notes %v came back as %v", seed, ids, got.IDs)
		}
		if d := canvastest.Diff(canvas.Extract(p, ids), got.From); d != "" {
			t.Fatalf("seed %d: another project:\n%s", seed, d)
		}
	}
}

func TestOtherTextIsNoNotes(t *testing.T) {
	for _, text := range []string{
		"", "App\nShop", "{", "{}", `{"format":"ninefold"}`, `{"format":"ninefold-notes"}`,
		`{"format":"ninefold-notes","notes":["nt_1"],"project":{"format":"other"}}`,
		`{"format":"ninefold-notes","notes":["nt_1"],"project":{"format":"ninefold","version":99}}`,
		`{"format":"ninefold-notes","notes":"nt_1","project":{}}`,
	} {
		if _, ok := file.DecodeNotes([]byte(text)); ok {
			t.Errorf("%q was taken for notes", text)
		}
	}
}
