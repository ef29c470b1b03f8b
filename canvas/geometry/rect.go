package geometry

// A Point is a place; y grows downwards.
type Point struct{ X, Y float64 }

// A Size is a width and a height.
type Size struct{ W, H float64 }

// A Rect is an upright rectangle with its top left at X, Y.
type Rect struct{ X, Y, W, H float64 }
