package pdf_test

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/export/handout"
	"ninefold/export/pdf"
	"ninefold/export/scene"
)

// A handout from the project to the file, and beside it the same shapes and
// lines drawn by the plain library, which lays nothing out.
func BenchmarkPDF(b *testing.B) {
	for _, n := range []int{40, 4000} {
		p := crowd(b, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				pages, _ := handout.Pages(p, handout.Options{Words: locale.Of("en")})
				if err := pdf.Write(io.Discard, pages, pdf.Info{Title: "Volta"}); err != nil {
					b.Fatal(err)
				}
			}
		})
		pages, _ := handout.Pages(p, handout.Options{Words: locale.Of("en")})
		b.Run(fmt.Sprint(n, "/bare"), func(b *testing.B) {
			for b.Loop() {
				if err := bare(pages); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func crowd(b *testing.B, n int) *canvas.Project {
	b.Helper()
	notes := make([]*canvas.Note, n)
	for i := range notes {
		notes[i] = &canvas.Note{
			ID: canvas.ID(fmt.Sprint("n", i)), Order: fmt.Sprintf("k%06d", i), Block: canvas.Blocks()[i%9],
			Text: fmt.Sprint("Reminder in the app when the chain is due ", i),
		}
	}
	p, err := canvas.Build(canvas.Head{Title: "Volta"}, notes)
	if err != nil {
		b.Fatal(err)
	}
	return p
}

func bare(pages []*scene.Page) error {
	f := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: pages[0].W, Ht: pages[0].H}})
	f.SetAutoPageBreak(false, 0)
	f.AddUTF8FontFromBytes("noto", "", bytes.Clone(assets.FontRegular()))
	f.AddUTF8FontFromBytes("noto", "B", bytes.Clone(assets.FontBold()))
	for _, page := range pages {
		f.AddPage()
		for _, item := range page.Items {
			switch it := item.(type) {
			case scene.Rect:
				f.SetFillColor(int(it.Fill.R), int(it.Fill.G), int(it.Fill.B))
				f.RoundedRect(it.X, it.Y, it.W, it.H, it.Radii[0], "1234", "F")
			case scene.Line:
				f.Line(it.X1, it.Y1, it.X2, it.Y2)
			case scene.Text:
				f.SetFont("noto", map[bool]string{true: "B"}[it.Bold], it.Size)
				f.Text(it.X, it.Y, it.Text)
			}
		}
	}
	return f.Output(io.Discard)
}
