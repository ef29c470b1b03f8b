package state

import (
	"errors"
	"fmt"
	"os"

	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
)

// A ChangedError says that a file holds something else than it is known to:
// somebody else has written it. Nothing was saved.
type ChangedError struct{ Path string }

func (e *ChangedError) Error() string {
	return fmt.Sprintf("%s: was changed by another program", e.Path)
}

// Save writes a project to a file, as [store.Save] does, and keeps the version
// that it replaces. Known is the stamp of what the file is known to hold; where
// it holds something else, Save fails with a [*ChangedError]. The zero stamp
// stands for whatever is there. Save returns the stamp of what the file now
// holds.
//
// An earlier version that cannot be kept is no reason not to save: unkept says
// so.
func (s State) Save(path string, p *canvas.Project, known store.Stamp) (now store.Stamp, unkept, err error) {
	data, err := file.Encode(p)
	if err != nil {
		return store.Stamp{}, nil, err
	}
	now = store.StampOf(data)
	s.alone(path, func() {
		old, unread := store.ReadFile(path, file.MaxSize)
		var large *file.TooLargeError
		changed := unread == nil && store.StampOf(old) != known || errors.As(unread, &large)
		switch {
		case unread == nil && store.StampOf(old) == now:
			// Somebody has saved just that; writing it again shows whether one may.
		case changed && !known.IsZero():
			err = &ChangedError{path}
			return
		case unread == nil:
			unkept = s.keepOld(p.Head().ID, path, old)
		}
		err = store.WriteFile(path, data)
	})
	if err != nil {
		return store.Stamp{}, unkept, err
	}
	return now, unkept, nil
}

// keepOld keeps what is about to be replaced.
func (s State) keepOld(project canvas.ID, path string, old []byte) error {
	if !s.kept() {
		return nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return &store.ReadError{Path: path, Err: err}
	}
	return s.keep(project, path, old, info.ModTime())
}
