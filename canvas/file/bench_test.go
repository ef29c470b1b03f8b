package file_test

import (
	"strconv"
	"testing"

	"ninefold/canvas/canvastest"
	"ninefold/canvas/file"
)

var sizes = []int{40, 1_000, 10_000}

func BenchmarkDecode(b *testing.B) {
	for _, n := range sizes {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			data := encode(b, canvastest.Large(n))
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, _, err := file.Decode(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkEncode(b *testing.B) {
	for _, n := range sizes {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			p := canvastest.Large(n)
			for b.Loop() {
				if _, err := file.Encode(p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
