package ui

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	fynecanvas "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ninefold/export"
	raster "ninefold/export/image"
	"ninefold/export/scene"
	"ninefold/ui/kit"
	"ninefold/ui/theme"
)

// The size of a preview at the usual size of text, and the room around a page.
const (
	previewWidth, previewHeight = 480, 360
	previewRoom                 = 14
)

// A preview shows the pages that a plan makes, one at a time. They are drawn
// beside the window; of several changes in a row only the last is.
type preview struct {
	w      *Window
	object fyne.CanvasObject
	plan   func() plan

	picture    *fynecanvas.Image
	says       *widget.Label // in place of a picture
	number     *fynecanvas.Text
	back, next *kit.Button

	pages   []*scene.Page
	at      int
	drawing bool // beside the window
	again   bool // something else was chosen meanwhile
}

func newPreview(w *Window, of func() plan) *preview {
	p := &preview{w: w, plan: of, picture: &fynecanvas.Image{FillMode: fynecanvas.ImageFillContain}, number: kit.Text("", w.look.Muted, false)}
	p.says = kit.Paragraph("")
	p.says.Alignment = fyne.TextAlignCenter
	p.back = kit.NewIconButton(w.look, fynetheme.NavigateBackIcon(), w.words.T("export_form.page_before"), func() { p.turn(-1) })
	p.next = kit.NewIconButton(w.look, fynetheme.NavigateNextIcon(), w.words.T("export_form.page_after"), func() { p.turn(+1) })
	desk := fynecanvas.NewRectangle(w.look.Desk)
	desk.CornerRadius = 5
	size := w.win.Canvas().Size()
	desk.SetMinSize(fyne.NewSize(
		min(theme.Scaled(previewWidth), size.Width-theme.Scaled(formWidth)-120), min(theme.Scaled(previewHeight), size.Height-190)))
	view := container.NewStack(desk, kit.Inset(p.picture, previewRoom, previewRoom), container.NewVBox(kit.Gap(1), kit.Inset(p.says, 20, 40)))
	foot := container.NewCenter(kit.Row(6, p.back, p.number, p.next))
	p.object = container.NewBorder(nil, foot, nil, nil, view)
	return p
}

// update draws what is chosen now.
func (p *preview) update() {
	if p.drawing {
		p.again = true
		return
	}
	plan := p.plan()
	switch {
	case plan.format == export.XLSX:
		p.say(plan, "export_form.workbook")
		return
	case len(plan.options.Pages) == 0:
		p.say(plan, "export_form.no_page")
		return
	}
	p.drawing = true
	at, size := p.at, p.pixels()
	var pages []*scene.Page
	var picture image.Image
	p.w.app.beside(func() {
		pages = pagesOf(plan)
		at = max(0, min(at, len(pages)-1))
		picture = p.draw(pages[at], size)
	}, func() {
		p.pages = pages
		p.drawn(at, picture)
	})
}

// pagesOf are the pages that are to be seen of a plan.
func pagesOf(p plan) []*scene.Page {
	if p.format == export.PDF {
		pages, _ := export.Pages(p.project, p.options)
		return pages
	}
	var out []*scene.Page
	for _, part := range export.Parts(p.format, p.options) {
		page, _ := export.Picture(p.project, part.Options)
		out = append(out, page)
	}
	return out
}

// turn goes to another page.
func (p *preview) turn(by int) {
	at := p.at + by
	if p.drawing || at < 0 || at >= len(p.pages) {
		return
	}
	p.drawing = true
	page, size := p.pages[at], p.pixels()
	var picture image.Image
	p.w.app.beside(func() { picture = p.draw(page, size) }, func() { p.drawn(at, picture) })
}

// draw makes the picture of a page on its paper, to fit into a size in pixels.
func (p *preview) draw(page *scene.Page, size fyne.Size) image.Image {
	scale := math.Min(float64(size.Width)/page.W, float64(size.Height)/page.H)
	sheet := &scene.Page{W: page.W, H: page.H, Items: make([]scene.Item, 0, len(page.Items)+2)}
	sheet.Add(scene.Rect{W: page.W, H: page.H, Paint: scene.Paint{Fill: scene.Print().Sheet}})
	sheet.Add(page.Items...)
	line := 1 / scale
	sheet.Add(scene.Rect{X: line / 2, Y: line / 2, W: page.W - line, H: page.H - line, Paint: scene.Paint{Stroke: p.w.look.Line, Width: line}})
	return raster.Render(sheet, scale)
}

// pixels is the room for a page on the screen.
func (p *preview) pixels() fyne.Size {
	c := p.w.win.Canvas()
	room := p.picture.Size()
	x, y := c.PixelCoordinateForPosition(fyne.NewPos(max(room.Width, 100), max(room.Height, 100)))
	return fyne.NewSize(float32(x), float32(y))
}

// drawn shows a page, unless something else was chosen meanwhile.
func (p *preview) drawn(at int, picture image.Image) {
	p.drawing = false
	if p.again {
		p.again = false
		p.update()
		return
	}
	p.at = at
	p.says.Hide()
	p.picture.Image = picture
	p.picture.Show()
	p.picture.Refresh()
	p.number.Text = p.w.words.T("export_form.page_of", "Page", at+1, "Pages", len(p.pages))
	p.back.SetEnabled(at > 0)
	p.next.SetEnabled(at < len(p.pages)-1)
	p.object.Refresh()
}

// say shows a sentence where there is nothing to be seen.
func (p *preview) say(of plan, key string) {
	p.pages, p.at = nil, 0
	p.picture.Hide()
	p.says.SetText(of.options.Words.T(key))
	p.says.Show()
	p.number.Text = ""
	p.back.SetEnabled(false)
	p.next.SetEnabled(false)
	p.object.Refresh()
}
