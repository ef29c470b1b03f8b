// Package locale is what the program says, in four languages: words, plurals,
// numbers, money and dates as each language writes them.
//
// The words lie in words/AREA.LANG.json, one flat object of dotted keys for
// each part of the program and language; every key is in all four. A value is
// a text, in which {{.Name}} stands for what the caller fills in, or an object
// of the CLDR plural forms, as in {"one": "{{.N}} note", "other": "{{.N}} notes"}.
// Only the files of a language that is asked for are read, once.
//
// The package must not know the model, the exports or the window. It is safe
// for use from several goroutines.
package locale
