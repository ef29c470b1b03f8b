// Package merge says how two versions of a project differ: which notes were
// added, removed, changed (field by field) and moved. The window redraws from
// it, comparing shows it, the command line prints it. It also makes one project
// of two that went on from a third: see [Three].
//
// Notes are the same when their ids are. It must not know files, languages or
// windows.
package merge
