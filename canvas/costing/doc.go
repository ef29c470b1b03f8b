// Package costing is the arithmetic of a canvas: what its cost lines come to
// in a month, how they fall on the segments, and what a customer of each
// segment costs and brings. It is pure, and it is the only place where these
// figures are computed: the window and the command line show them, and package
// xlsx writes the same formulas into a workbook.
//
// Figures are exact decimals. Divisions, and the customers of the months to
// come, are carried to [Precision] places and nothing else is rounded: rounding
// to a currency's minor unit ([Round]) is for whoever shows a figure.
//
// A figure that cannot be computed, for want of an input or because it would
// divide by zero, is not available, which is not the same as zero: see
// [Amount]. Two inputs may stay empty and then count as none: a segment's
// variable cost, and the employer's rate.
//
// Monthly figures are those of today, in the project's currency; a cost line
// counts in them whatever its first and last month are. How they go on from
// there is a [Projection]. Both are of one [Scenario].
//
// The package must not know files, languages, workbooks or windows.
package costing
