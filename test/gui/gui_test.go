package main

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// paint returns a picture of 100 by 40 pixels with the note at a place.
func paint(at box) []byte {
	pixels := make([]byte, 100*40*4)
	for y := at.y; y < at.y+at.h; y++ {
		for x := at.x; x < at.x+at.w; x++ {
			copy(pixels[(y*100+x)*4:], marker)
		}
	}
	return pixels
}

func TestFind(t *testing.T) {
	want := box{30, 5, 40, 20}
	if got, ok := find(paint(want), 100, 100); !ok || got != want {
		t.Errorf("the note is seen at %v (%v), want %v", got, ok, want)
	}
	if got, ok := find(paint(box{30, 5, 4, 4}), 100, 100); ok {
		t.Errorf("a few pixels are taken for the note, at %v", got)
	}
	if got, ok := find(paint(want), 100, 20); ok {
		t.Errorf("the note is seen at %v, beside what is looked at", got)
	}
}

func TestFollow(t *testing.T) {
	start := time.Now()
	after := func(ms int) time.Time { return start.Add(time.Duration(ms) * time.Millisecond) }
	for _, way := range []float64{1, -1} {
		// The note lies 7 pixels before the pointer and comes 20 ms late; the
		// second movement is only seen with the third.
		moves := []moved{{after(0), 0}, {after(100), way * 10}, {after(110), way * 20}, {after(200), way * 30}}
		frames := []seen{{after(20), -7}, {after(130), way*20 - 7}, {after(220), way*30 - 7}}
		got := follow(moves, frames, after(50))
		want := []time.Duration{30 * time.Millisecond, 20 * time.Millisecond, 20 * time.Millisecond}
		if !slices.Equal(got, want) {
			t.Errorf("way %v: the note follows after %v, want %v", way, got, want)
		}
		if got := pace(moves, frames); got != 10 {
			t.Errorf("way %v: %v frames in a second, want 10", way, got)
		}
	}
	if got := follow(nil, nil, start); got != nil {
		t.Errorf("nothing follows after %v", got)
	}
}

func TestPercentile(t *testing.T) {
	all := []time.Duration{5, 1, 4, 2, 3}
	if got := percentile(all, 0.5); got != 3 {
		t.Errorf("the median is %d", got)
	}
	if got := percentile(all, 0.95); got != 5 {
		t.Errorf("the 95th percentile is %d", got)
	}
}

func TestTheTableReadsBack(t *testing.T) {
	peer := figures{
		program: "Excalidraw (in a browser)", notes: 1000, shown: 636 * time.Millisecond, median: 31 * time.Millisecond,
		most: 38 * time.Millisecond, frames: 58, busy: 1.2, idle: 0.02, memory: 955 << 20,
	}
	ours := peer
	ours.program = "Ninefold"
	page := "# Speed\n\n" + head + "\n" + ours.row() + "\n" + strings.Replace(peer.row(), "1000", "1,000", 1) + "\n\nText.\n"
	if got := read(page); !slices.Equal(got, []figures{peer}) {
		t.Errorf("got %+v\nwant %+v", got, peer)
	}
	if got := behind(ours, []figures{peer}); len(got) != 0 {
		t.Errorf("equal figures are behind in %q", got)
	}
	ours.shown++
	ours.frames--
	ours.shown += time.Millisecond
	if got := behind(ours, []figures{peer}); len(got) != 2 {
		t.Errorf("behind in %q, want shown and frames", got)
	}
	peer.notes = 40
	if got := behind(ours, []figures{peer}); len(got) != 0 {
		t.Errorf("what other sizes take counts: %q", got)
	}
}

func TestMiddle(t *testing.T) {
	runs := []figures{{shown: 3, memory: 1, idle: .1}, {shown: 1, memory: 3, idle: .3}, {shown: 2, memory: 2, idle: .2}}
	if got := middle(runs); got.shown != 2 || got.memory != 2 || got.idle != .2 {
		t.Errorf("the medians are %+v", got)
	}
}
