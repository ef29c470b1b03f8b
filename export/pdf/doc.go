// Package pdf writes scenes as PDF files: fonts embedded, text that can be
// selected and searched, links, and the same bytes for the same scene.
//
// It is the only package that uses gofpdf, and guards against what that
// library does to unusual text: it gets only characters that Noto Sans can
// show, one run at a time. Everything else is drawn as outlines or, for emoji,
// as pictures, with the characters kept beside them for search and copying.
// The package must not know what a scene shows.
package pdf
