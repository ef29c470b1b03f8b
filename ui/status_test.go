package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Nothing in the status bar runs into what is said at its right: what matters
// least gives way, and comes back when there is room.
func TestStatusBarGivesWay(t *testing.T) {
	w := newApp(t, Options{Sample: true}).windows[0]
	s := w.status
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	bar := func(width float32) (shown []bool, end float32) {
		s.object.Resize(fyne.NewSize(width, s.object.MinSize().Height))
		for _, o := range []fyne.CanvasObject{s.ratios, s.costs, s.counts, s.weight} {
			shown = append(shown, o.Visible())
			if o.Visible() {
				end = max(end, place(o).X+o.MinSize().Width)
			}
		}
		return shown, end
	}
	all, _ := bar(2000)
	for i, shown := range all {
		if !shown {
			t.Errorf("with room for all, part %d is not there", i)
		}
	}
	s.say("Another program changed the file; you will be asked when you save")
	was := 4
	for width := float32(1400); width >= 500; width -= 60 {
		shown, end := bar(width)
		if begin := place(s.saved).X; end > begin {
			t.Errorf("at %v the left ends at %v, the right begins at %v", width, end, begin)
		}
		n := 0
		for i, one := range shown {
			if one {
				n++
			} else if i > 0 && shown[i-1] {
				t.Errorf("at %v what matters more gave way first: %v", width, shown)
			}
		}
		if n > was {
			t.Errorf("at %v there is more than before", width)
		}
		was = n
	}
	if was == 4 {
		t.Error("nothing ever gives way")
	}
	if all, _ = bar(2000); !all[0] {
		t.Error("what gave way does not come back")
	}
}
