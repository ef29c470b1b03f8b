package main

// marker is the colour, blue first as in the display's memory, of the paper of
// the one note that is watched.
var marker = []byte{0xfb, 0xed, 0xe0}

// alike is how far off a colour may be, since what lies under a dragged note may
// show through it a little. The place that it has left is paler than that.
const alike = 10

// leastPixels is how many pixels of the marker's colour make the note.
const leastPixels = 400

// leastRun is how many of them follow each other: the soft edge of something
// else may have the colour by chance.
const leastRun = 20

// A box is where the note was seen: its left and upper edge, and how large it is.
type box struct{ x, y, w, h int }

// find looks for the note in the pixels of some rows, four bytes for each,
// up to a column. It gives nothing where the note is not there.
func find(pixels []byte, across, most int) (box, bool) {
	left, right, top, bottom, count := across, -1, -1, -1, 0
	for y := 0; (y+1)*across*4 <= len(pixels); y++ {
		row := pixels[y*across*4 : y*across*4+min(most, across)*4]
		run := 0
		for x := 0; x <= len(row)/4; x++ {
			if x < len(row)/4 && near(row[x*4], marker[0]) && near(row[x*4+1], marker[1]) && near(row[x*4+2], marker[2]) {
				run++
				continue
			}
			if run >= leastRun {
				left, right, bottom = min(left, x-run), max(right, x-1), y
				if top < 0 {
					top = y
				}
				count += run
			}
			run = 0
		}
	}
	if count < leastPixels {
		return box{}, false
	}
	return box{left, top, right - left + 1, bottom - top + 1}, true
}

// near reports whether two shades of a colour are alike.
func near(a, b byte) bool { return max(a, b)-min(a, b) < alike }
