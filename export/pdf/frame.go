package pdf

import (
	"bytes"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"

	"ninefold/assets"
	"ninefold/export/scene"
	"ninefold/export/text"
)

// The names of the embedded fonts within gofpdf.
const (
	family  = "noto"
	symbols = "symbols"
)

// newFrame begins the library's document, with the fonts of all text.
func newFrame(size gofpdf.SizeType, info Info) (pdf *gofpdf.Fpdf, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	pdf = gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: size})
	pdf.SetCatalogSort(true)
	pdf.SetCompression(false) // of contents, which are ours
	date := info.Date.UTC()
	if date.IsZero() {
		date = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	pdf.SetTitle(utf16(info.Title), false)
	pdf.SetAuthor(utf16(info.Author), false)
	pdf.SetSubject(utf16(info.Subject), false)
	pdf.SetCreator(assets.AppName+" "+assets.Version, false)
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	// The library changes the fonts that it is given.
	pdf.AddUTF8FontFromBytes(family, "", bytes.Clone(assets.FontRegular()))
	pdf.AddUTF8FontFromBytes(family, "B", bytes.Clone(assets.FontBold()))
	return pdf, pdf.Error()
}

// A frame is the library's document of pages that have no contents yet: their
// sizes, fonts, pictures, links and bookmarks.
type frame struct {
	pdf   *gofpdf.Fpdf
	used  *used
	files map[string][]byte // of pictures
	names []string          // of ours, in the order in which the first page calls them up
}

// namesBelow marks, in the first page of the library's document, where it calls
// up all that contents use. What it calls them is read there.
const namesBelow = "% names"

// build makes the library's file.
func (f *frame) build(pages []*scene.Page, all []*drawn) (file []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			file, err = nil, fmt.Errorf("panic: %v", r)
		}
	}()
	anchors := map[string]int{} // the library's numbers for places that jumps lead to
	for i, page := range all {
		for _, a := range page.anchors {
			if _, ok := anchors[a.Name]; !ok {
				anchors[a.Name] = f.pdf.AddLink()
			}
			f.pdf.SetLink(anchors[a.Name], a.Y, i+1)
		}
	}
	// The height of the last page is what the library counts the places of
	// bookmarks from.
	last := pages[len(pages)-1].H
	for i, p := range pages {
		// Portrait means: as given. The library would turn the page otherwise.
		f.pdf.AddPageFormat("P", gofpdf.SizeType{Wd: p.W, Ht: p.H})
		if p.Title != "" {
			f.pdf.SetFont(family, "", 1) // with any other, the library takes the title for Latin-1
			f.pdf.Bookmark(cesu8(text.Clean(p.Title)), 0, last-p.H)
		}
		for _, l := range all[i].links {
			f.pdf.LinkString(l.area.X, l.area.Y, l.area.W, l.area.H, l.address)
		}
		for _, j := range all[i].jumps {
			if id, ok := anchors[j.To]; ok {
				f.pdf.Link(j.X, j.Y, j.W, j.H, id)
			}
		}
		if i == 0 {
			f.callUp()
		}
	}
	var out bytes.Buffer
	err = f.pdf.Output(&out)
	return out.Bytes(), err
}

// callUp has the library embed what contents use.
func (f *frame) callUp() {
	f.pdf.RawWriteStr(namesBelow)
	for font, runes := range f.used.runes {
		all := runes.all()
		switch {
		case font != int(text.Symbols):
			f.pdf.SetFont(family, map[bool]string{true: "B"}[font == int(text.Bold)], 1)
		case len(all) > 0: // this font is dear
			f.pdf.AddUTF8FontFromBytes(symbols, "", bytes.Clone(assets.FontSymbols()))
			f.pdf.SetFont(symbols, "", 1)
		default:
			continue
		}
		f.pdf.Text(0, 0, string(all))
		f.names = append(f.names, fontNames[font])
	}
	pictures, alphas := f.used.sorted()
	for _, a := range alphas {
		f.pdf.SetAlpha(float64(a)/255, "Normal")
		f.names = append(f.names, alphaName(a))
	}
	options := gofpdf.ImageOptions{ImageType: "PNG"}
	for _, name := range pictures {
		f.pdf.RegisterImageOptionsReader(name, options, bytes.NewReader(f.files[name]))
		f.pdf.ImageOptions(name, 0, 0, 1, 1, false, options, 0, "")
		f.names = append(f.names, name)
	}
}
