package state

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"time"

	"ninefold/canvas"
	"ninefold/canvas/file"
	"ninefold/canvas/store"
)

// MaxVersions is how many earlier versions of a file are kept.
const MaxVersions = 5

// A Version is one that a save has replaced.
type Version struct {
	Path string    // where it is kept; the file may be read, never written
	Time time.Time // when that version was written, by the clock of its writer
	own  string    // names the file that it is a version of
	mark string    // names its content
	seq  int       // grows from version to version
}

// Names hold all that is to be known of a version. With the mark of the content
// in them, two machines that keep the folder in step never mean two things by
// one name.
var versionName = regexp.MustCompile(`^(\d{6,9})-(\d{8}T\d{6}Z)-([0-9a-f]{16})-([0-9a-f]{16})` + regexp.QuoteMeta(file.Extension) + `$`)

const versionTime = "20060102T150405Z"

// Versions lists the earlier versions of a project, the newest first: those of
// the file at the path, and, where the file was moved or copied, those of its
// other places.
func (s State) Versions(project canvas.ID) ([]Version, error) {
	if !s.kept() {
		return nil, nil
	}
	folder := s.Path("versions", name(string(project)))
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &store.ReadError{Path: folder, Err: err}
	}
	var out []Version
	for _, e := range entries {
		m := versionName.FindStringSubmatch(e.Name())
		if m == nil {
			continue
		}
		seq, _ := strconv.Atoi(m[1]) // nothing but digits
		at, err := time.Parse(versionTime, m[2])
		if err != nil {
			continue
		}
		out = append(out, Version{Path: s.Path("versions", name(string(project)), e.Name()), Time: at, own: m[3], mark: m[4], seq: seq})
	}
	slices.SortFunc(out, func(a, b Version) int { return cmp.Or(cmp.Compare(b.seq, a.seq), cmp.Compare(b.Path, a.Path)) })
	return out, nil
}

// keep keeps content that is about to be replaced. The same content is kept
// once, as the newest.
func (s State) keep(project canvas.ID, path string, data []byte, at time.Time) error {
	all, err := s.Versions(project)
	if err != nil {
		return err
	}
	v := Version{Time: at.UTC(), own: name(identity(path)), mark: store.StampOf(data).String()[:16], seq: 1}
	if len(all) > 0 {
		v.seq = all[0].seq + 1
	}
	v.Path = s.Path("versions", name(string(project)),
		fmt.Sprintf("%06d-%s-%s-%s%s", v.seq, v.Time.Format(versionTime), v.own, v.mark, file.Extension))
	if err := write(v.Path, data); err != nil {
		return err
	}
	left := MaxVersions - 1
	for _, old := range all {
		if old.own != v.own {
			continue
		}
		if old.mark == v.mark || left == 0 {
			if err := os.Remove(old.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return &store.WriteError{Path: old.Path, Op: store.OpReplace, Err: err}
			}
			continue
		}
		left--
	}
	return nil
}
