// Package bmml reads business models in BMML, a YAML format for the business
// model canvas and the value proposition canvas (github.com/hiasinho/bmml), in
// its versions 1 and 2, and makes projects of them.
//
// A project has no place for all that BMML can say. What finds none is listed
// as [Left], with its place in the file, so that nothing is lost unnoticed.
//
// The package must not know files, languages or windows.
package bmml
