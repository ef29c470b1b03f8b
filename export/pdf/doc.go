// Package pdf writes scenes as PDF files: fonts embedded, text that can be
// selected and searched, links, and the same bytes for the same scene.
//
// It is the only package that uses gofpdf. What pages say is written here; the
// library makes the file around it, and gets of all text only the characters
// that the embedded fonts have. Everything else is drawn as outlines or, for
// emoji, as pictures, with the characters kept beside them for search and
// copying. The package must not know what a scene shows.
package pdf
