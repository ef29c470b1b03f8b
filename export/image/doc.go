// Package image draws scenes as pictures: for the window, which shows a note as
// one picture, and as PNG and SVG files. The same scene at the same scale gives the
// same picture, and the same bytes.
//
// It must not know what a scene shows.
package image
