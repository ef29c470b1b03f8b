package geometry

import "testing"

// Badges stand beside each other in rows that end at the right, those with two
// letters with more room, and none reaches beyond the width that was given.
func TestBadgesStandInRows(t *testing.T) {
	for _, m := range []Metrics{Screen(1), Screen(1.5), Paper(7, 7), Paper(8.5, 7), Paper(24, 7)} {
		for n := range 12 {
			badges := make([]Badge, n)
			for i := range badges {
				badges[i].Letter = string(rune('A' + i))
				if i%3 == 2 {
					badges[i].Letter += "B"
				}
			}
			const right, most = 300, 140
			s := newShelf(badges, &m, right, most)
			s.place()
			for i, b := range badges {
				want := BadgeSize(b.Letter, m.Badge)
				if b.Rect.W != want.W || b.Rect.H != want.H {
					t.Errorf("%q is %v x %v", b.Letter, b.Rect.W, b.Rect.H)
				}
				if b.Rect.X < right-s.width() || b.Rect.Right() > right+slack || s.width() > most+2*m.BadgeGap+slack {
					t.Errorf("%q at %v lies outside of %v beside %v", b.Letter, b.Rect, s.width(), right)
				}
				for _, other := range badges[:i] {
					if b.Rect.Inset(slack).Overlaps(other.Rect) {
						t.Errorf("%q lies over %q", b.Letter, other.Letter)
					}
				}
			}
			if n > 0 && badges[n-1].Rect.Right() < right-slack {
				t.Errorf("the last of %d badges ends at %v", n, badges[n-1].Rect.Right())
			}
		}
	}
}

func TestWhatIsWrittenOnBadgesIsLegible(t *testing.T) {
	for _, size := range []float64{7, 8.5, 12, 24} {
		const least = 7
		if got := Paper(size, least).Badge * Sign; got < least-slack {
			t.Errorf("beside text of %v points badges say something in %v", size, got)
		}
		b := BoardPaper(size/8.5, least)
		for _, height := range []float64{b.Badge, b.SmallBadge} {
			if got := height * Sign; got < least-slack {
				t.Errorf("a badge of %v says something in %v", height, got)
			}
		}
	}
	if Legible(20, 7) != 20 {
		t.Error("a badge that is large enough is made another")
	}
}
