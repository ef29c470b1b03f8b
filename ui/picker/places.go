package picker

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/assets/locale"
	"ninefold/ui/kit"
)

// mostRecent is how many folders of recent files are among the places.
const mostRecent = 5

// A place is a folder that is one click away.
type place struct {
	name, path string
	icon       fyne.Resource
}

// A user has folders of their own.
type user struct {
	home   string // empty where there is none
	config string // where configuration lies; may be empty
}

// thisUser is who runs the program.
func thisUser() user {
	home, _ := os.UserHomeDir()
	config, _ := os.UserConfigDir()
	return user{home, config}
}

// places are the folders that the user is likely to want: the system's usual
// ones, those of the files worked on last, and the disks where a
// system has several. Those that are not there are left out.
func (u user) places(words *locale.Words, recent []string) []place {
	var out []place
	add := func(name, path string, icon fyne.Resource) {
		if isFolder(path) && !slices.ContainsFunc(out, func(p place) bool { return p.path == path }) {
			out = append(out, place{name, path, icon})
		}
	}
	if u.home != "" {
		add(words.T("picker.home"), u.home, theme.HomeIcon())
		own := u.folders()
		add(words.T("picker.desktop"), own.desktop, theme.DesktopIcon())
		add(words.T("picker.documents"), own.documents, theme.DocumentIcon())
		add(words.T("picker.downloads"), own.downloads, theme.DownloadIcon())
	}
	usual := len(out)
	for _, file := range recent {
		if len(out) == usual+mostRecent {
			break
		}
		folder := filepath.Dir(file)
		add(filepath.Base(folder), folder, theme.HistoryIcon())
	}
	for _, disk := range disks() {
		add(disk, disk, theme.StorageIcon())
	}
	return out
}

// usualFolders are where a user keeps things.
type usualFolders struct{ desktop, documents, downloads string }

// folders says where the usual folders lie. Linux desktops name them in the
// user's language and say so in a file of shell assignments (xdg-user-dirs).
func (u user) folders() usualFolders {
	own := usualFolders{filepath.Join(u.home, "Desktop"), filepath.Join(u.home, "Documents"), filepath.Join(u.home, "Downloads")}
	data, err := os.ReadFile(filepath.Join(u.config, "user-dirs.dirs"))
	if err != nil {
		return own
	}
	for line := range strings.Lines(string(data)) {
		name, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		if !ok {
			continue
		}
		path := strings.Replace(strings.Trim(value, `"`), "$HOME", u.home, 1)
		switch name {
		case "XDG_DESKTOP_DIR":
			own.desktop = path
		case "XDG_DOCUMENTS_DIR":
			own.documents = path
		case "XDG_DOWNLOAD_DIR":
			own.downloads = path
		}
	}
	return own
}

// disks are the roots of what the system can reach: its drives on Windows,
// what is plugged in on macOS, else the one root.
func disks() []string {
	switch runtime.GOOS {
	case "windows":
		var out []string
		for letter := 'C'; letter <= 'Z'; letter++ {
			out = append(out, string(letter)+`:\`)
		}
		return out
	case "darwin":
		found, _ := filepath.Glob("/Volumes/*")
		return found
	}
	return []string{"/"}
}

// A placeList is the list of places beside the files. Enter or a tap goes to
// one of them.
type placeList struct {
	widget.List
	picker *picker
	places []place
	at     widget.ListItemID // where the keyboard is
}

func newPlaceList(p *picker, places []place) *placeList {
	l := &placeList{picker: p, places: places}
	l.ExtendBaseWidget(l)
	l.HideSeparators = true
	l.Length = func() int { return len(places) }
	l.CreateItem = func() fyne.CanvasObject {
		name := widget.NewLabel("")
		name.Truncation = fyne.TextTruncateEllipsis
		return container.NewBorder(nil, nil, kit.Inset(widget.NewIcon(theme.FolderIcon()), 4, 0), nil, name)
	}
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		parts := o.(*fyne.Container).Objects // the centre comes first
		label, icon := parts[0].(*widget.Label), parts[1].(*fyne.Container).Objects[0].(*widget.Icon)
		label.TextStyle.Bold = places[i].path == p.folder
		label.SetText(places[i].name)
		icon.SetResource(places[i].icon)
	}
	l.OnHighlighted = func(i widget.ListItemID) { l.at = i }
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll() // where the user is, is written bold
		p.enter(places[i].path)
	}
	return l
}

// TypedKey adds Enter and Escape to what a list knows.
func (l *placeList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		l.picker.leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.at < len(l.places) {
			l.picker.enter(l.places[l.at].path)
		}
	default:
		l.List.TypedKey(e)
	}
}
