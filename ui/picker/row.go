package picker

import (
	"image/color"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/ui/kit"
)

// newRow makes an empty row of the list.
func (p *picker) newRow() fyne.CanvasObject {
	name := widget.NewLabel("")
	name.Truncation = fyne.TextTruncateEllipsis
	changed := kit.Text("", p.look.Muted, false)
	changed.TextSize--
	changed.Alignment = fyne.TextAlignTrailing
	// The list's scroll bar lies over the end of the row.
	right := container.NewStack(fixed(p.dateWidth(), 1), changed)
	return container.NewBorder(nil, nil, kit.Inset(widget.NewIcon(theme.FileIcon()), 4, 0), kit.Inset(right, 12, 0), name)
}

// fillRow shows an entry in a row.
func (p *picker) fillRow(i widget.ListItemID, o fyne.CanvasObject) {
	e := p.entries[i]
	parts := o.(*fyne.Container).Objects // the centre comes first, then left and right
	label, icon := parts[0].(*widget.Label), parts[1].(*fyne.Container).Objects[0].(*widget.Icon)
	label.TextStyle.Bold = e.name == p.name.Text
	label.SetText(e.name)
	changed := parts[2].(*fyne.Container).Objects[0].(*fyne.Container).Objects[1].(*canvas.Text)
	if e.folder {
		icon.SetResource(theme.FolderIcon())
		changed.Text = ""
	} else {
		icon.SetResource(theme.FileIcon())
		changed.Text = p.words.Date(e.changed.Format("2006-01-02"))
	}
	changed.Refresh()
}

// dateWidth is the width of the widest date.
func (p *picker) dateWidth() float32 {
	var most float32
	for month := time.January; month <= time.December; month++ {
		t := kit.Text(p.words.Date(time.Date(2028, month, 28, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)), p.look.Muted, false)
		t.TextSize--
		most = max(most, t.MinSize().Width)
	}
	return most
}

// A fileList is the list of files worked by the keyboard: Enter goes into a
// folder or takes a file, Backspace goes to the folder above, letters go to the
// entry that begins with them, a slash or a tilde begins to type a path,
// Escape leaves.
type fileList struct {
	widget.List
	picker *picker
	at     widget.ListItemID // where the keyboard is
	keyed  bool              // the keyboard is moving, not the pointer
	typed  string            // the letters that led here
	last   time.Time         // when the last of them was typed
}

// pause is how long nothing may be typed for what follows to begin a new name.
const pause = time.Second

func newFileList(p *picker) *fileList {
	l := &fileList{picker: p}
	l.ExtendBaseWidget(l)
	l.HideSeparators = true
	l.Length = func() int { return len(p.entries) }
	l.CreateItem, l.UpdateItem = p.newRow, p.fillRow
	l.OnSelected = p.selected
	l.OnHighlighted = func(id widget.ListItemID) {
		if l.keyed { // the pointer, too, is said to highlight
			l.at = id
		}
	}
	return l
}

// byKey does what moves the keyboard's place.
func (l *fileList) byKey(do func()) {
	l.keyed = true
	do()
	l.keyed = false
}

// FocusGained finds the keyboard's place again.
func (l *fileList) FocusGained() { l.byKey(l.List.FocusGained) }

// goTo puts the keyboard's place at an entry, if there is one.
func (l *fileList) goTo(at widget.ListItemID) {
	if at < 0 {
		return
	}
	l.at = at
	l.byKey(func() { l.Highlight(at) })
}

// TypedRune goes to the entry that begins with what is being typed.
func (l *fileList) TypedRune(r rune) {
	p := l.picker
	if r == '/' || r == '~' {
		p.path.SetText("")
		p.window.Canvas().Focus(p.path)
		p.path.TypedRune(r)
		return
	}
	now := time.Now()
	if now.Sub(l.last) > pause {
		l.typed = ""
	}
	l.last = now
	if r == ' ' && l.typed == "" {
		return // the list has taken the entry already
	}
	from := l.at
	if l.typed += string(r); len([]rune(l.typed)) > 1 {
		from-- // the entry that it led to may still be meant
	}
	l.goTo(beginning(p.entries, from, l.typed))
}

// TypedKey adds what a list does not know.
func (l *fileList) TypedKey(e *fyne.KeyEvent) {
	p := l.picker
	switch e.Name {
	case fyne.KeyEscape:
		p.leave()
	case fyne.KeyBackspace:
		p.up()
	case fyne.KeyHome:
		l.goTo(0)
	case fyne.KeyEnd:
		l.goTo(len(p.entries) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.at >= len(p.entries) {
			return
		}
		entry := p.entries[l.at]
		if !entry.folder {
			p.name.SetText(entry.name)
			p.answer()
			return
		}
		p.enter(filepath.Join(p.folder, entry.name))
	case fyne.KeySpace:
		if l.typed == "" || time.Since(l.last) > pause {
			l.byKey(func() { l.List.TypedKey(e) })
		} // else it is part of a name
	default:
		l.byKey(func() { l.List.TypedKey(e) })
	}
}

// fixed is an empty place of a size.
func fixed(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

// stat says what lies at a path; nil means nothing, or nothing to be seen.
func stat(path string) os.FileInfo {
	info, err := os.Stat(path)
	if err != nil {
		return nil
	}
	return info
}
