//go:build linux

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// Where the note is dragged, and how.
const (
	travel   = 720             // pixels to the right and back
	lasts    = 2 * time.Second // of a drag
	unsure   = 170 * time.Millisecond
	patience = 60 * time.Second // for what must come
	// board is the width of the window that notes are on; colours to choose
	// from, at the right, are none.
	board = 1110
)

// paces are how often the pointer moves in a second.
var paces = []int{59, 125}

// measure runs the program once on a project of n notes.
func measure(program string, n int) (figures, error) {
	work, err := os.MkdirTemp("", "ninefold-gui-")
	if err != nil {
		return figures{}, err
	}
	defer os.RemoveAll(work)
	project := filepath.Join(work, "measured.ninefold.json")
	if err := writeProject(project, n); err != nil {
		return figures{}, err
	}
	d, err := newDisplay()
	if err != nil {
		return figures{}, err
	}
	defer d.close()

	cmd := exec.Command(program, "-lang", "en", "-settings", filepath.Join(work, "settings.json"), project)
	cmd.Dir = work
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name, "HOME="+work, "XDG_RUNTIME_DIR="+work, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1")
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return figures{}, err
	}
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	hurry()
	r := &run{display: d, pid: cmd.Process.Pid, figures: figures{program: "Ninefold", notes: n}}
	err = r.all(start)
	return r.figures, err
}

// A run is the program on its display.
type run struct {
	*display
	pid     int
	figures figures
}

// all takes the figures one after the other.
func (r *run) all(start time.Time) error {
	all, err := usedByAll()
	if err != nil {
		return err
	}
	note, err := r.shown(start)
	if err != nil {
		return err
	}
	r.settle()
	if err := r.idle(); err != nil {
		return err
	}
	var follows []time.Duration
	var frames, share float64
	for i, hz := range paces {
		way := travel * (1 - 2*(i%2))
		moves, seen, cpu, err := r.drag(note, way, hz)
		if err != nil {
			return err
		}
		follows = append(follows, follow(moves, seen, moves[0].at.Add(unsure))...)
		frames += pace(moves, seen) / float64(len(paces))
		share += cpu / float64(len(paces))
		r.settle()
		if note, err = r.look(); err != nil {
			return err
		}
	}
	if len(follows) == 0 {
		return errors.New("the note did not follow the pointer")
	}
	r.figures.median, r.figures.most = percentile(follows, 0.5), percentile(follows, 0.95)
	r.figures.frames, r.figures.busy = frames, share
	if r.figures.memory, err = memory(r.pid); err != nil {
		return err
	}
	return r.others(all, time.Since(start))
}

// shown waits until the note is there.
func (r *run) shown(start time.Time) (box, error) {
	for time.Since(start) < patience {
		if !r.wait(time.Second) {
			continue
		}
		if note, err := r.look(); err == nil {
			r.figures.shown = time.Since(start)
			return note, nil
		}
	}
	return box{}, errors.New("the note was never shown")
}

var errNoNote = errors.New("the note is not in sight")

// look says where the note is now.
func (r *run) look() (box, error) {
	pixels, err := r.grab(0, height)
	if err != nil {
		return box{}, err
	}
	if note, ok := find(pixels, width, board); ok {
		return note, nil
	}
	return box{}, errNoNote
}

// settle waits until nothing has been drawn for half a second.
func (r *run) settle() {
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); {
		if !r.wait(500 * time.Millisecond) {
			return
		}
	}
}

// idle measures five seconds in which nothing happens.
func (r *run) idle() error {
	time.Sleep(2 * time.Second)
	const length = 5 * time.Second
	before, err := used(r.pid)
	if err != nil {
		return err
	}
	time.Sleep(length)
	after, err := used(r.pid)
	r.figures.idle = (after - before).Seconds() / length.Seconds()
	return err
}

// drag carries the note along and watches it.
func (r *run) drag(note box, way, hz int) (moves []moved, frames []seen, cpu float64, err error) {
	x, y := note.x+note.w/3, note.y+note.h/2
	r.point(x, y)
	time.Sleep(200 * time.Millisecond)
	r.press(true)
	time.Sleep(50 * time.Millisecond)
	before, err := used(r.pid)
	if err != nil {
		return nil, nil, 0, err
	}

	watching, watched := make(chan struct{}), make(chan error)
	go func() { watched <- r.watch(y, watching, &frames) }()
	start := time.Now()
	count := int(lasts.Seconds() * float64(hz))
	for k := 1; k <= count; k++ {
		time.Sleep(time.Until(start.Add(time.Duration(k) * lasts / time.Duration(count))))
		at := x + way*k/count
		moves = append(moves, moved{time.Now(), float64(at)})
		r.point(at, y)
	}
	after, failed := used(r.pid)
	took := time.Since(start)
	time.Sleep(500 * time.Millisecond)
	close(watching)
	err = errors.Join(failed, <-watched)
	r.press(false)
	return moves, frames, (after - before).Seconds() / took.Seconds(), err
}

// watch notes down where the note is in every frame, until it is told to stop.
func (r *run) watch(y int, stop chan struct{}, frames *[]seen) error {
	const around = 60 // rows: what is dragged is lifted a little
	top := max(0, y-around)
	for {
		select {
		case <-stop:
			return nil
		case <-r.drawn:
		case <-time.After(100 * time.Millisecond):
			continue
		}
		pixels, err := r.grab(top, min(2*around, height-top))
		if err != nil {
			return fmt.Errorf("looking at the screen: %w", err)
		}
		if note, ok := find(pixels, width, width); ok {
			*frames = append(*frames, seen{time.Now(), float64(note.x)})
		}
	}
}

// others says what the rest of the machine has used since.
func (r *run) others(before time.Duration, took time.Duration) error {
	after, err := usedByAll()
	if err != nil {
		return err
	}
	rest := after - before
	for _, pid := range []int{r.pid, r.server.Process.Pid, os.Getpid()} {
		own, err := used(pid)
		if err != nil {
			return err
		}
		rest -= own
	}
	r.figures.others = max(0, rest.Seconds()/took.Seconds())
	return nil
}
