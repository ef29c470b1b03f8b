package kit

import "fyne.io/fyne/v2"

// drawn is the part of a renderer that shows one container, which what embeds
// it fills and refreshes.
type drawn struct{ all *fyne.Container }

func (d *drawn) Layout(size fyne.Size)        { d.all.Resize(size) }
func (d *drawn) MinSize() fyne.Size           { return d.all.MinSize() }
func (d *drawn) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{d.all} }
func (d *drawn) Destroy()                     {}
