package xlsx

import "testing"

// About a dozen labels stand on an axis of months, and years begin at one.
func TestMonthLabels(t *testing.T) {
	for months, want := range map[int]int{1: 1, 12: 1, 18: 2, 24: 2, 36: 3, 48: 6, 60: 6} {
		if got := monthLabels(months); got != want || 12%got != 0 {
			t.Errorf("%d months: every %d are named, want every %d", months, got, want)
		}
	}
}
