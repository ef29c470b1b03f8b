//go:build e2e

// Package saving saves projects in programs of their own that are killed, that
// have no room on the disk, whose system calls fail, or that save one file both
// at once.
package saving

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"ninefold/canvas"
	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
	"ninefold/canvas/store/state"
)

// kills is how often a saving program is killed.
const kills = 1000

// What tells the test's program what it is to do instead of testing: which of
// the jobs, on which file, with which state.
const (
	jobEnv, pathEnv, stateEnv = "SAVING_JOB", "SAVING_PATH", "SAVING_STATE"
)

var jobs = map[string]func(path string, s state.State) error{
	"for ever": saveForEver,
	"no room":  saveWithoutRoom,
	"add":      addNotes,
	"once":     saveOnce,
}

func TestMain(m *testing.M) {
	job := jobs[os.Getenv(jobEnv)]
	if job == nil {
		os.Exit(m.Run())
	}
	if err := job(os.Getenv(pathEnv), state.In(os.Getenv(stateEnv))); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// program is this one, about to do a job.
func program(job, path, folder string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), jobEnv+"="+job, pathEnv+"="+path, stateEnv+"="+folder)
	return cmd
}

// versions are the two that are saved in turn. The second is longer by far.
func versions() [2]*canvas.Project {
	small, large := canvastest.Random(1, 20), canvastest.Random(2, 200)
	large = canvas.UpdateHead(large, func(h *canvas.Head) { h.ID = small.Head().ID })
	return [2]*canvas.Project{small, large}
}

func saveForEver(path string, s state.State) error {
	both := versions()
	fmt.Println("begins")
	for i := rand.IntN(2); ; i++ {
		if _, unkept, err := s.Save(path, both[i%2], store.Stamp{}); err != nil || unkept != nil {
			return fmt.Errorf("%w, %w", err, unkept)
		}
	}
}

// texts are how the versions stand in files.
func texts(t *testing.T) [2][]byte {
	t.Helper()
	var out [2][]byte
	for i, p := range versions() {
		if out[i] = holding(p); out[i] == nil {
			t.Fatal("a version cannot be encoded")
		}
	}
	return out
}

// holding is how a project stands in a file; nil where it cannot.
func holding(p *canvas.Project) []byte {
	data, err := file.Encode(p)
	if err != nil {
		return nil
	}
	return data
}

// TestKilledWhileSaving kills a program that saves without end, at any moment,
// again and again: the file is always one of the two versions, and so is each
// of the earlier ones that are kept.
func TestKilledWhileSaving(t *testing.T) {
	const workers = 4 // they mostly wait for the disk
	var wait sync.WaitGroup
	for range workers {
		path, folder := filepath.Join(t.TempDir(), "a"+file.Extension), t.TempDir()
		wait.Go(func() { killWhileSaving(t, path, folder, kills/workers) })
	}
	wait.Wait()
}

func killWhileSaving(t *testing.T, path, folder string, times int) {
	want := texts(t)
	if err := store.WriteFile(path, want[0]); err != nil {
		t.Error(err)
		return
	}
	left, changed := 0, 0
	var last []byte
	for range times {
		if !killOnce(t, program("for ever", path, folder)) {
			return
		}
		now, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(now, want[0]) && !bytes.Equal(now, want[1]) {
			t.Errorf("the file holds %d bytes, %v", len(now), err)
			return
		}
		if last != nil && !bytes.Equal(now, last) {
			changed++
		}
		last = now
		entries, err := os.ReadDir(filepath.Dir(path))
		if err != nil {
			t.Error(err)
			return
		}
		for _, e := range entries {
			if e.Name() == filepath.Base(path) {
				continue
			}
			if !strings.HasPrefix(e.Name(), ".~") {
				t.Errorf("a file that nobody expects: %s", e.Name())
			}
			left++
			_ = os.Remove(filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	all, err := state.In(folder).Versions(versions()[0].Head().ID)
	if err != nil || len(all) == 0 {
		t.Errorf("earlier versions: %d, %v", len(all), err)
	}
	for _, v := range all {
		if data, err := os.ReadFile(v.Path); err != nil || !bytes.Equal(data, want[0]) && !bytes.Equal(data, want[1]) {
			t.Errorf("an earlier version holds %d bytes, %v", len(data), err)
		}
	}
	// Else the kills all fell between the saves and show nothing.
	if left == 0 || changed == 0 {
		t.Errorf("of %d kills %d fell into the writing; the file changed %d times", times, left, changed)
	}
	t.Logf("of %d kills %d fell into the writing; the file changed %d times", times, left, changed)
}

// killOnce runs a program and kills it a random moment after it has begun.
func killOnce(t *testing.T, cmd *exec.Cmd) bool {
	var messages bytes.Buffer
	cmd.Stderr = &messages
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Error(err)
		return false
	}
	_, err = bufio.NewReader(out).ReadString('\n')
	time.Sleep(time.Duration(rand.IntN(15_000)) * time.Microsecond)
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	if err != nil || messages.Len() > 0 {
		t.Errorf("the program says %s, %v", messages.String(), err)
		return false
	}
	return true
}

// addNotes adds notes to a file that somebody else adds to as well: what was
// saved in between is read again.
func addNotes(path string, s state.State) error {
	for i := range added {
		for {
			c, err := store.Read(path)
			if err != nil {
				return err
			}
			p, _, err := canvas.AddNote(c.Project, canvas.Note{Text: fmt.Sprintf("%d of %d", i, os.Getpid())}, canvas.Channels, canvas.AtEnd)
			if err != nil {
				return err
			}
			_, _, err = s.Save(path, p, c.Stamp)
			if _, ok := errors.AsType[*state.ChangedError](err); ok {
				continue
			}
			if err != nil {
				return err
			}
			break
		}
	}
	return nil
}

// added is how many notes each program adds.
const added = 25

// TestTwoProgramsSaveOneFile has programs save one file at the same time. None
// overwrites what it has not seen.
func TestTwoProgramsSaveOneFile(t *testing.T) {
	path, folder := filepath.Join(t.TempDir(), "a"+file.Extension), t.TempDir()
	if err := store.Save(path, canvas.New("", "en", "EUR")); err != nil {
		t.Fatal(err)
	}
	const programs = 3
	var wait sync.WaitGroup
	for range programs {
		wait.Go(func() {
			if out, err := program("add", path, folder).CombinedOutput(); err != nil {
				t.Errorf("%s, %v", out, err)
			}
		})
	}
	wait.Wait()
	p, _, err := store.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if p.Len() != programs*added {
		t.Errorf("there are %d notes, want %d", p.Len(), programs*added)
	}
}
