// Package costing is the arithmetic of a canvas: what its cost lines come to
// in a month, how they fall on the segments, and what a customer of each
// segment costs and brings. It is pure, and it is the only place where these
// figures are computed: the window and the command line show them, and package
// xlsx writes the same formulas into a workbook.
//
// Figures are exact decimals. Divisions, and the customers of the months to
// come, are carried to [Precision] places and nothing else is rounded: rounding
// to a currency's minor unit is for whoever shows a figure.
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
// # Where the definitions come from
//
// The field defines most of these figures in more than one way; these are the
// sources followed here, and what was chosen where they differ.
//
//   - Contribution and break-even: cost-volume-profit analysis as in any textbook
//     of management accounting (C. T. Horngren et al., Cost Accounting, ch. 3):
//     fixed costs divided by contribution per unit; with several products, at
//     today's mix. Common costs are not allocated to segments (the same, on
//     segment margins).
//   - CAC, with all salaries in it, payback and LTV : CAC, sound from 3: D. Skok,
//     SaaS Metrics 2.0 (forentrepreneurs.com). Here the cost of the stages acquire
//     and consider counts as that of winning a customer.
//   - LTV: contribution times lifetime, lifetime 1 / churn; the discounted value is
//     the sum of a geometric series, m (1+d) / (1+d-r) with retention r = 1 - churn
//     (S. Gupta and D. R. Lehmann, Customers as Assets, 2003, with the first
//     payment at once). Retention cost is taken off the contribution, so that it is
//     counted once.
//   - Behaviours of costs, fixed, variable and in steps, and one-off costs spread
//     evenly: the same textbooks. A salary is gross x payments a year / 12 x
//     (1 + employer's rate), since in Portugal, Spain and Italy 13 or 14 salaries
//     are usual.
//   - Cash, lowest cash and runway: from payments when they are due, not from
//     amortised cost.
//
// The package must not know files, languages, workbooks or windows.
package costing
