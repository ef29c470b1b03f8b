// Package xlsx writes a project's costs as a workbook that goes on computing:
// inputs apart from workings apart from results, every figure a formula that
// leads back to the inputs, and beside each formula the value that package
// costing computes, for programs that show workbooks without calculating.
//
// Formulas hold no figures of their own: what is fixed, such as the months of
// a year, is a named cell. They use only functions that Excel 2010 has. A
// figure that is not available is a text in its cell, never an error.
//
// excelize makes all but the rows of the sheets. These are written here, with
// formula and value together, and packed while the next ones are written, which
// takes a fraction of the time. The same project gives the same bytes.
//
// Sheets refer to one another, so each knows its places before the first is
// filled: see sheets. A formula that many rows hold is put together once, as a
// pattern, and where only the row differs the file holds it once: see shares.
//
// The package must not know the window, the other exports or files on disk; of
// package scene it knows only what relationships are called. It alone knows
// excelize.
package xlsx
