package state

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
)

// An Unsaved is a project with what was not saved of it.
type Unsaved struct {
	Path    string          // the file that it belongs to; empty means none yet
	Known   store.Stamp     // of what that file held when it was read or saved last
	Base    *canvas.Project // that it held then; nil where that is not known
	Project *canvas.Project
	Time    time.Time // when it was set aside
}

// A Session is where one running program sets unsaved projects aside. While
// the program runs nobody else touches them, and they are found when it has
// ended without putting them away. Its methods may be called from any
// goroutine.
type Session struct {
	state State
	mu    sync.Mutex
	lock  *Lock  // nil as long as nothing is set aside
	id    string // of the folder
	bases map[string]base
}

// A base is what was written last of those under a name. It seldom changes, and
// is then not written again.
type base struct {
	project *canvas.Project
	stamp   store.Stamp
}

// NewSession returns one with nothing in it. It makes no files yet.
func (s State) NewSession() *Session { return &Session{state: s} }

const (
	recoveryFolder = "recovery"
	lockEnding     = ".lock"
	originEnding   = ".json"
	baseEnding     = ".base"
)

// An origin is what is kept beside an unsaved project's file, which is a
// project as any other.
type origin struct {
	Path  string      `json:"path"`
	Known store.Stamp `json:"known"`
	Base  store.Stamp `json:"base"` // of the file with what it was worked on from
}

// Keep sets a project aside under a name, in place of what was there.
func (s *Session) Keep(name string, u Unsaved) error {
	if !s.state.kept() {
		return nil
	}
	data, err := file.Encode(u.Project)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.begin(); err != nil {
		return err
	}
	path := s.state.Path(recoveryFolder, s.id, name)
	before, err := s.keepBase(name, path+baseEnding, u.Base)
	if err != nil {
		return err
	}
	from, err := json.Marshal(origin{u.Path, u.Known, before})
	if err != nil {
		return err
	}
	if err := write(path+originEnding, from); err != nil {
		return err
	}
	return write(path+file.Extension, data)
}

// keepBase writes what a project was worked on from, unless it lies there, and
// returns its stamp; the zero one where there is none.
func (s *Session) keepBase(name, path string, p *canvas.Project) (store.Stamp, error) {
	switch {
	case p == nil:
		return store.Stamp{}, nil
	case s.bases[name].project == p:
		return s.bases[name].stamp, nil
	}
	data, err := file.Encode(p)
	if err != nil {
		return store.Stamp{}, err
	}
	if err := write(path, data); err != nil {
		return store.Stamp{}, err
	}
	if s.bases == nil {
		s.bases = map[string]base{}
	}
	s.bases[name] = base{p, store.StampOf(data)}
	return s.bases[name].stamp, nil
}

// begin makes the session's lock.
func (s *Session) begin() error {
	for s.lock == nil {
		id := string(canvas.NewID("run"))
		l, err := take(s.state.Path(recoveryFolder, id+lockEnding))
		if err != nil {
			return &store.WriteError{Path: s.state.Path(recoveryFolder), Op: store.OpCreate, Err: err}
		}
		s.lock, s.id = l, id // l is nil where somebody was just looking who had left it behind
	}
	return nil
}

// Drop puts away what was set aside under a name, if anything was.
func (s *Session) Drop(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return nil
	}
	delete(s.bases, name)
	folder := s.state.Path(recoveryFolder, s.id)
	if err := drop(filepath.Join(folder, name)); err != nil {
		return err
	}
	if os.Remove(folder) == nil { // it was the last one
		s.lock.Release()
		s.lock = nil
	}
	return nil
}

func drop(path string) error {
	// The project first: what is beside it says nothing alone and is put away later.
	for _, ending := range []string{file.Extension, originEnding, baseEnding} {
		if err := os.Remove(path + ending); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return &store.WriteError{Path: path + ending, Op: store.OpReplace, Err: err}
		}
	}
	return nil
}

// Left is what a program that has ended left unsaved. It is locked: nobody
// else is offered it meanwhile.
type Left struct {
	folder string
	lock   *Lock
}

// Abandoned finds what programs that have ended left unsaved, and locks it.
// Each must be released.
func (s State) Abandoned() []*Left {
	if !s.kept() {
		return nil
	}
	entries, err := os.ReadDir(s.Path(recoveryFolder))
	if err != nil {
		return nil // there is none
	}
	var out []*Left
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		folder := s.Path(recoveryFolder, e.Name())
		lock, err := take(folder + lockEnding)
		if lock == nil || err != nil {
			continue // its program is running
		}
		l := &Left{folder, lock}
		if len(l.Names()) == 0 {
			l.clear()
			continue
		}
		out = append(out, l)
	}
	return out
}

// Names are those that projects were set aside under.
func (l *Left) Names() []string {
	found, err := filepath.Glob(filepath.Join(l.folder, "*"+file.Extension))
	if err != nil {
		return nil // the pattern is none
	}
	for i, f := range found {
		found[i] = strings.TrimSuffix(filepath.Base(f), file.Extension)
	}
	return found
}

// Read reads what was set aside under a name. Errors are those of [store.Load].
func (l *Left) Read(name string) (*Unsaved, error) {
	path := filepath.Join(l.folder, name)
	c, err := store.Read(path + file.Extension)
	if err != nil {
		return nil, err
	}
	u := &Unsaved{Project: c.Project}
	if info, err := os.Stat(path + file.Extension); err == nil {
		u.Time = info.ModTime()
	}
	var from origin
	data, err := store.ReadFile(path+originEnding, 1<<20)
	if err == nil && json.Unmarshal(data, &from) == nil {
		u.Path, u.Known = from.Path, from.Known
		if before, err := store.Read(path + baseEnding); err == nil && before.Stamp == from.Base {
			u.Base = before.Project
		}
	}
	return u, nil
}

// Path is the file of what was set aside under a name, a project as any other.
func (l *Left) Path(name string) string { return filepath.Join(l.folder, name+file.Extension) }

// Drop puts away what was set aside under a name.
func (l *Left) Drop(name string) error { return drop(filepath.Join(l.folder, name)) }

// Release ends looking. What was not dropped is found again by the next who
// looks.
func (l *Left) Release() {
	if len(l.Names()) == 0 {
		l.clear()
		return
	}
	l.lock.Release()
}

// clear removes what holds nothing any more.
func (l *Left) clear() {
	_ = os.RemoveAll(l.folder)
	l.lock.Release()
}
