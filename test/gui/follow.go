package main

import (
	"slices"
	"time"
)

// A moved is a movement of the pointer: when it was made and how far it led.
type moved struct {
	at time.Time
	x  float64
}

// A seen is a frame: when its pixels were there, and where the note was.
type seen struct {
	at time.Time
	x  float64
}

// slack is how far off its place the note may be seen, in pixels.
const slack = 1.5

// follow returns how long after each movement the note was first seen where
// that movement has put it. The last frame belongs to the last movement, and
// from there the places of the others follow. What comes before begin is left
// out, and so is what was never seen.
func follow(moves []moved, frames []seen, begin time.Time) []time.Duration {
	if len(moves) == 0 || len(frames) == 0 {
		return nil
	}
	offset := frames[len(frames)-1].x - moves[len(moves)-1].x
	rightward := moves[len(moves)-1].x > moves[0].x
	var out []time.Duration
	for _, m := range moves {
		if m.at.Before(begin) {
			continue
		}
		want := m.x + offset
		k := slices.IndexFunc(frames, func(f seen) bool {
			if f.at.Before(m.at) {
				return false
			}
			if rightward {
				return f.x >= want-slack
			}
			return f.x <= want+slack
		})
		if k >= 0 {
			out = append(out, frames[k].at.Sub(m.at))
		}
	}
	return out
}

// pace returns how many different places were seen in a second between the
// first and the last movement.
func pace(moves []moved, frames []seen) float64 {
	if len(moves) < 2 {
		return 0
	}
	first, last := moves[0].at, moves[len(moves)-1].at
	places, before := 0, -1.0
	for _, f := range frames {
		if f.at.Before(first) || f.at.After(last) || f.x == before {
			continue
		}
		before = f.x
		places++
	}
	return float64(places) / last.Sub(first).Seconds()
}

// percentile returns the value below which a share of all lies; 0 of none.
func percentile(all []time.Duration, share float64) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)]
}
