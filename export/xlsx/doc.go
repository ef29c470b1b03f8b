// Package xlsx writes a project's costs as a workbook that goes on computing:
// inputs apart from workings apart from results, every figure a formula that
// leads back to the inputs, and beside each formula the value that package
// costing computes, for programs that show workbooks without calculating.
//
// Formulas hold no figures of their own: what is fixed, such as the months of
// a year, is a named cell. They use only functions that Excel 2010 has. A
// figure that is not available is a text in its cell, never an error.
//
// The sheets are written as streams, since only these store formula and value
// together. The same project gives the same bytes.
//
// The package must not know the window, the other exports or files on disk. It
// alone knows excelize.
package xlsx
