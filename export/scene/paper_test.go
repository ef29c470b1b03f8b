package scene_test

import (
	"strings"
	"testing"

	"ninefold/export/scene"
)

func TestPaperByID(t *testing.T) {
	for _, p := range scene.Papers() {
		if got, ok := scene.PaperByID(strings.ToUpper(p.ID)); !ok || got != p {
			t.Errorf("PaperByID(%q) = %v, %v", p.ID, got, ok)
		}
		if p.W <= p.H {
			t.Errorf("%s is not landscape", p.Name)
		}
	}
	if _, ok := scene.PaperByID("a9"); ok {
		t.Error("there is a paper a9")
	}
}
