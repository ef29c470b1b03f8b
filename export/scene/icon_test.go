package scene_test

import (
	"image/color"
	"testing"

	"ninefold/canvas/catalog"
	"ninefold/canvas/geometry"
	"ninefold/export/image"
	"ninefold/export/scene"
)

func TestEveryTypeAndTacticHasADrawingOfItsOwn(t *testing.T) {
	names := []string{"type/new"}
	for _, typ := range catalog.Types() {
		names = append(names, "type/"+typ.ID)
	}
	for _, tactic := range catalog.Tactics() {
		names = append(names, "tactic/"+tactic.ID)
	}
	seen := map[string]string{}
	for _, name := range names {
		p := &scene.Page{W: 24, H: 24}
		p.Icon(name, geometry.Rect{W: 24, H: 24}, color.NRGBA{A: 0xff})
		if len(p.Items) == 0 {
			t.Errorf("%s cannot be drawn", name)
			continue
		}
		img := image.Render(p, 1)
		pixels := string(img.Pix)
		if other := seen[pixels]; other != "" {
			t.Errorf("%s looks like %s", name, other)
		}
		seen[pixels] = name
		for i := range 24 { // nothing is cut off
			for _, at := range [][2]int{{i, 0}, {i, 23}, {0, i}, {23, i}} {
				if _, _, _, a := img.At(at[0], at[1]).RGBA(); a > 0x8000 {
					t.Errorf("%s reaches the edge at %v", name, at)
				}
			}
		}
	}
}

func TestUnknownIconDrawsNothing(t *testing.T) {
	p := &scene.Page{W: 24, H: 24}
	p.Icon("tactic/of_a_later_version", geometry.Rect{W: 24, H: 24}, color.NRGBA{A: 0xff})
	if len(p.Items) > 0 {
		t.Error("something was drawn")
	}
}
