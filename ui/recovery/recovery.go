// Package recovery sets unsaved projects aside while they are being worked on,
// beside the windows, so that a crash takes no more than the last seconds. It
// must not know windows: what it is given are values.
package recovery

import (
	"sync"
	"time"

	"ninefold/canvas/store/state"
	"ninefold/ui/guard"
)

// delay is how long a change waits for others that follow it. Together with
// the writing it must stay below the two seconds that a crash may take.
const delay = time.Second

// A Keeper sets aside what one running program has not saved. All methods, and
// those of its slots, may be called from any goroutine, and do not wait for
// the disk unless they say so.
type Keeper struct {
	session *state.Session
	failed  func(error)

	mu    sync.Mutex
	slots map[*Slot]bool
	told  bool // that it fails; once is enough
}

// New returns a keeper that keeps in a session. Failed is called, on another
// goroutine, when something cannot be set aside: once, until it works again.
func New(session *state.Session, failed func(error)) *Keeper {
	return &Keeper{session: session, failed: failed, slots: map[*Slot]bool{}}
}

// A Slot is for one document.
type Slot struct {
	keeper *Keeper
	name   string
	disk   sync.Mutex // held while writing: of two writings the later one is about the later state

	// Guarded by the keeper's lock.
	unsaved *state.Unsaved // what is to be set aside; nil is to be put away
	due     *time.Timer    // nil means that there is nothing to be done
	lies    bool           // something may lie aside
}

// Slot makes a slot under a name that no other slot has.
func (k *Keeper) Slot(name string) *Slot {
	s := &Slot{keeper: k, name: name}
	k.mu.Lock()
	k.slots[s] = true
	k.mu.Unlock()
	return s
}

// Keep has a project set aside within two seconds.
func (s *Slot) Keep(u state.Unsaved) {
	s.soon(&u)
}

// Drop has what was set aside put away, as soon: it was saved, or is not wanted.
// Not at once, since a text that is being typed is given up just before it is
// kept, and nothing must be lost between the two.
func (s *Slot) Drop() { s.soon(nil) }

// soon has something set aside, or with nil put away.
func (s *Slot) soon(u *state.Unsaved) {
	k := s.keeper
	k.mu.Lock()
	defer k.mu.Unlock()
	s.unsaved = u
	if s.due == nil && (u != nil || s.lies) {
		s.due = time.AfterFunc(delay, s.write)
	}
}

// Close drops what was set aside and ends the slot.
func (s *Slot) Close() {
	s.Drop()
	s.Flush()
	s.keeper.mu.Lock()
	delete(s.keeper.slots, s)
	s.keeper.mu.Unlock()
}

// Flush waits until the disk has what was given last.
func (s *Slot) Flush() { s.write() }

// Flush does so for all slots.
func (k *Keeper) Flush() {
	k.mu.Lock()
	var all []*Slot
	for s := range k.slots {
		all = append(all, s)
	}
	k.mu.Unlock()
	for _, s := range all {
		s.Flush()
	}
}

func (s *Slot) write() {
	defer guard.Catch()
	s.disk.Lock()
	defer s.disk.Unlock()
	k := s.keeper
	k.mu.Lock()
	u := s.unsaved
	if s.due == nil {
		k.mu.Unlock()
		return // another write has done it
	}
	s.due.Stop()
	s.due = nil
	s.lies = u != nil
	k.mu.Unlock()

	var err error
	if u == nil {
		err = k.session.Drop(s.name)
	} else {
		err = k.session.Keep(s.name, *u)
	}
	k.mu.Lock()
	tell := err != nil && !k.told
	k.told = err != nil
	k.mu.Unlock()
	if tell {
		k.failed(err)
	}
}
