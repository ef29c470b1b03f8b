//go:build e2e

package desktop

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
)

// A Point is a place in a window, in its pixels from the upper left corner.
type Point struct{ X, Y int }

// A Rect is a part of a window, in its pixels.
type Rect struct{ X, Y, W, H int }

// Center is the middle of r.
func (r Rect) Center() Point { return r.At(0.5, 0.5) }

// At is the point at a share (0 to 1) of r's width and height.
func (r Rect) At(x, y float64) Point {
	return Point{r.X + int(x*float64(r.W)), r.Y + int(y*float64(r.H))}
}

// Contains says whether p lies in r.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X && p.Y >= r.Y && p.X < r.X+r.W && p.Y < r.Y+r.H
}

// UnmarshalJSON reads [x, y, width, height].
func (r *Rect) UnmarshalJSON(data []byte) error {
	var n [4]float64
	if err := json.Unmarshal(data, &n); err != nil {
		return fmt.Errorf("a rectangle is four numbers: %w", err)
	}
	round := func(i int) int { return int(math.Round(n[i])) }
	*r = Rect{round(0), round(1), round(2), round(3)}
	return nil
}

// A Map says where in a window things are, by keys such as note:ID, block:ID,
// cell:SEGMENT:STAGE, token:TYPE and action:ID.
type Map struct {
	Seq    int             `json:"seq"`    // grows with each change of layout
	Title  string          `json:"title"`  // begins with a dot while there are unsaved changes
	Notes  int             `json:"notes"`  // of the project, in sight or not
	Undo   string          `json:"undo"`   // the step that undo would take back; empty where there is none
	Busy   bool            `json:"busy"`   // a dialog or a menu lies over the window
	Says   string          `json:"says"`   // what the topmost question or message says
	Status string          `json:"status"` // what the status bar says about the file
	Window Rect            `json:"window"`
	Items  map[string]Rect `json:"items"`
}

// Has says whether the window shows the thing called key.
func (m Map) Has(key string) bool {
	_, ok := m.Items[key]
	return ok
}

// Keys gives the keys that start with prefix, sorted.
func (m Map) Keys(prefix string) []string {
	var keys []string
	for key := range m.Items {
		if strings.HasPrefix(key, prefix) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// readMap reads a map that the program puts into place whole.
func readMap(path string) (Map, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Map{}, err
	}
	var m Map
	if err := json.Unmarshal(data, &m); err != nil {
		return Map{}, fmt.Errorf("%s: %w", path, err)
	}
	return m, nil
}
