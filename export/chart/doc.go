// Package chart draws charts: lines and bars over months or segments, with
// round tick values, units and a legend, in the language's way of writing
// numbers. A chart is laid out once as a [Plot], which can draw itself into a
// page of package scene; so the window, paper and picture show the same chart.
//
// Rows of figures differ in line, marker or texture besides colour, so that they
// keep apart in greyscale.
//
// It must not know how pages are drawn, nor compute money: figures come from
// package costing, and one that is not available leaves a gap.
package chart
