package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// figures are what was measured of a program with some number of notes.
type figures struct {
	program      string
	notes        int
	shown        time.Duration
	median, most time.Duration // of the drag
	frames       float64       // in a second of it
	busy, idle   float64       // cores
	memory       int           // bytes
	others       float64       // cores that all else took meanwhile; not known of other programs
}

const head = `| program | notes | shown ms | drag p50 / p95 ms | frames/s | CPU in drag | idle CPU | PSS MiB |
|---|---|---|---|---|---|---|---|`

// row writes figures as a row of the table.
func (f figures) row() string {
	return fmt.Sprintf("| %s | %d | %d | %d / %d | %.0f | %.0f %% | %.1f %% | %d |",
		f.program, f.notes, f.shown.Milliseconds(), f.median.Milliseconds(), f.most.Milliseconds(),
		f.frames, 100*f.busy, 100*f.idle, f.memory>>20)
}

var rowOf = regexp.MustCompile(`(?m)^\| (.+?) \| ([\d,]+) \| (\d+) \| (\d+) / (\d+) \| (\d+) \| (\d+) % \| ([\d.]+) % \| (\d+) \|$`)

// read takes the rows of other programs out of a page that has tables of this
// form.
func read(page string) []figures {
	var out []figures
	for _, m := range rowOf.FindAllStringSubmatch(page, -1) {
		number := func(i int) float64 {
			n, _ := strconv.ParseFloat(strings.ReplaceAll(m[i], ",", ""), 64) // the expression lets nothing else through
			return n
		}
		ms := func(i int) time.Duration { return time.Duration(number(i)) * time.Millisecond }
		if m[1] == "Ninefold" {
			continue // of an earlier day
		}
		out = append(out, figures{
			program: m[1], notes: int(number(2)), shown: ms(3), median: ms(4), most: ms(5), frames: number(6),
			busy: number(7) / 100, idle: number(8) / 100, memory: int(number(9)) << 20,
		})
	}
	return out
}

// middle returns the medians of several runs with as many notes.
func middle(runs []figures) figures {
	out := runs[0]
	out.shown, out.median, out.most = median(runs, func(f figures) time.Duration { return f.shown }),
		median(runs, func(f figures) time.Duration { return f.median }), median(runs, func(f figures) time.Duration { return f.most })
	out.frames, out.busy = median(runs, func(f figures) float64 { return f.frames }), median(runs, func(f figures) float64 { return f.busy })
	out.idle, out.others = median(runs, func(f figures) float64 { return f.idle }), median(runs, func(f figures) float64 { return f.others })
	out.memory = median(runs, func(f figures) int { return f.memory })
	return out
}

func median[T int | float64 | time.Duration](runs []figures, of func(figures) T) T {
	var all []T
	for _, r := range runs {
		all = append(all, of(r))
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// behind names the columns in which the first is not better than the best of
// the others with as many notes. A frame of difference is none: a screen shows
// 60 in a second.
func behind(ours figures, others []figures) []string {
	var out []string
	less := func(what string, of func(figures) float64) {
		for _, o := range others {
			if o.notes == ours.notes && of(ours) > of(o) {
				out = append(out, fmt.Sprintf("%s (%s)", what, o.program))
			}
		}
	}
	less("shown", func(f figures) float64 { return float64(f.shown.Milliseconds()) })
	less("drag p50", func(f figures) float64 { return float64(f.median.Milliseconds()) })
	less("drag p95", func(f figures) float64 { return float64(f.most.Milliseconds()) })
	less("frames/s", func(f figures) float64 { return -f.frames })
	less("CPU in drag", func(f figures) float64 { return f.busy })
	less("idle CPU", func(f figures) float64 { return f.idle })
	less("PSS", func(f figures) float64 { return float64(f.memory) })
	return out
}
