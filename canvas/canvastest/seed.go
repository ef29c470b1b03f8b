package canvastest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"strconv"
)

// firstSeed is where the seeds of this run begin. NINEFOLD_SEED in the
// environment sets it, to a number or to a new one at "random". Without it all
// runs are alike: what passed once passes again.
var firstSeed = func() uint64 {
	switch text := os.Getenv("NINEFOLD_SEED"); text {
	case "":
		return 0
	case "random":
		return rand.Uint64()
	default:
		seed, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			panic(fmt.Sprintf("NINEFOLD_SEED is neither random nor a number from 0: %v", err))
		}
		return seed
	}
}()

// Seeds returns n seeds for a test of what holds whatever the seed. The test
// names the seed at which it fails; NINEFOLD_SEED then makes it the first.
func Seeds(n int) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for i := range n {
			if !yield(firstSeed + uint64(i)) {
				return
			}
		}
	}
}

// Seed returns the first of [Seeds], for a test that draws all its chances
// from one source.
func Seed() uint64 { return firstSeed }
