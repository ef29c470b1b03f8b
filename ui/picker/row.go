package picker

import (
	"image/color"
	"os"

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
	return container.NewBorder(nil, nil, widget.NewIcon(theme.FileIcon()), kit.Inset(changed, 6, 0), name)
}

// fillRow shows an entry in a row.
func (p *picker) fillRow(i widget.ListItemID, o fyne.CanvasObject) {
	e := p.entries[i]
	parts := o.(*fyne.Container).Objects // the centre comes first, then left and right
	label, icon := parts[0].(*widget.Label), parts[1].(*widget.Icon)
	label.TextStyle.Bold = e.name == p.name.Text
	label.SetText(e.name)
	changed := parts[2].(*fyne.Container).Objects[0].(*canvas.Text)
	if e.folder {
		icon.SetResource(theme.FolderIcon())
		changed.Text = ""
	} else {
		icon.SetResource(theme.FileIcon())
		changed.Text = p.words.Date(e.changed.Format("2006-01-02"))
	}
	changed.Refresh()
}

// A nameEntry is the entry for a file's name: Enter takes it, Escape leaves.
type nameEntry struct {
	widget.Entry
	escape func()
}

func newNameEntry(enter, escape func()) *nameEntry {
	n := &nameEntry{escape: escape}
	n.ExtendBaseWidget(n)
	n.OnSubmitted = func(string) { enter() }
	return n
}

// TypedKey adds Escape to what an entry knows.
func (n *nameEntry) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		n.escape()
		return
	}
	n.Entry.TypedKey(e)
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
