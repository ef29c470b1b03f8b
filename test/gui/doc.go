// Command gui measures the window from outside: how soon the notes are there,
// how soon the screen follows a dragged note, how many frames it shows
// meanwhile, and what memory and processor that takes, at work and idle. It
// starts the built program on a virtual display of its own, moves the pointer
// as a hand does, looks at the pixels that come back, and prints a table beside
// the figures of other programs that docs/speed.md records.
//
// It knows nothing of the program but the colour of one note, and uses nothing
// of its code: what it sees is what a user would see. It needs Linux and Xvfb.
//
// What the figures are:
//
//   - shown: from before the program is started to the first frame with the note.
//   - drag: from a movement of the pointer to the first frame that shows the note
//     where that movement has put it; the median and the 95th percentile of two
//     drags of two seconds, one at 59 movements a second, off the pace of the
//     screen, one at 125. The first 170 ms of each are left out, since a drag
//     begins after a threshold.
//   - frames/s: different places of the note that were seen in a second of the drag.
//   - CPU in drag, idle: processor time of the program in the drags, and in five
//     seconds in which nothing happens; 100 % is one core. The window's pixels are
//     filled by the processor too, as on a machine without a graphics card.
//   - PSS: its memory after the drags, with its share of what it shares.
//   - others: what all other programs of the machine took meanwhile. With more
//     than a quarter of a core the figures mean little.
package main
