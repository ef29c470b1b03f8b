package store_test

import (
	"path/filepath"
	"testing"

	"ninefold/canvas/canvastest"
	"ninefold/canvas/store"
)

// Opening and saving a large project, with the disk's own time.
func BenchmarkStore(b *testing.B) {
	path := filepath.Join(b.TempDir(), "large.ninefold.json")
	p := canvastest.Large(10_000)
	b.Run("save/10000", func(b *testing.B) {
		for b.Loop() {
			if err := store.Save(path, p); err != nil {
				b.Fatal(err)
			}
		}
	})
	if err := store.Save(path, p); err != nil {
		b.Fatal(err)
	}
	b.Run("load/10000", func(b *testing.B) {
		for b.Loop() {
			if _, _, err := store.Load(path); err != nil {
				b.Fatal(err)
			}
		}
	})
}
