//go:build linux

package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/jezek/xgb"
)

func main() {
	program := flag.String("program", "bin/ninefold", "the program to measure")
	page := flag.String("peers", "docs/speed.md", "a page with the figures of others")
	runs := flag.Int("runs", 3, "how often each is measured; the medians count")
	sizes := flag.String("notes", "40,200,1000", "how many notes")
	flag.Parse()
	if err := report(*program, *page, *sizes, *runs); err != nil {
		fmt.Fprintln(os.Stderr, "gui:", err)
		os.Exit(1)
	}
}

// report measures and prints the table.
func report(program, page, sizes string, runs int) error {
	text, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	peers := read(string(text))
	if program, err = filepath.Abs(program); err != nil {
		return err
	}
	xgb.Logger.SetOutput(io.Discard) // a display of our own asks for no authority
	fmt.Println(head)
	var remarks []string
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil || n < 1 {
			return fmt.Errorf("%q is no number of notes", size)
		}
		var all []figures
		for range max(1, runs) {
			f, err := measure(program, n)
			if err != nil {
				return fmt.Errorf("with %d notes: %w", n, err)
			}
			all = append(all, f)
		}
		ours := middle(all)
		fmt.Println(ours.row())
		for _, p := range peers {
			if p.notes == n {
				fmt.Println(p.row())
			}
		}
		for _, what := range behind(ours, peers) {
			remarks = append(remarks, fmt.Sprintf("%d notes: behind in %s", n, what))
		}
		if ours.others > 0.25 {
			remarks = append(remarks, fmt.Sprintf("%d notes: other programs took %.1f cores, so the figures mean little", n, ours.others))
		}
	}
	for _, r := range remarks {
		fmt.Println(r)
	}
	return nil
}
