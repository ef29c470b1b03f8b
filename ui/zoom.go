package ui

// zoomed keeps the size that the board is drawn in, for when it is built anew,
// and shows it.
func (w *Window) zoomed() {
	w.zoom[w.view] = w.board.Zoom()
	w.toolbar.showZoom()
	w.app.probe.watch(w)
}
