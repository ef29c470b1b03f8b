package assets

import (
	_ "embed" // the fonts below

	"github.com/go-fonts/dejavu/dejavusans"
)

//go:embed fonts/NotoSans-Regular.ttf
var fontRegular []byte

//go:embed fonts/NotoSans-Bold.ttf
var fontBold []byte

// FontRegular returns Noto Sans as a TrueType file. The slice is shared: do
// not change it.
func FontRegular() []byte { return fontRegular }

// FontBold returns Noto Sans Bold as a TrueType file. The slice is shared: do
// not change it.
func FontBold() []byte { return fontBold }

// FontSymbols returns DejaVu Sans as a TrueType file, for the symbols that Noto
// Sans lacks, such as arrows and check marks. The slice is shared: do not
// change it.
func FontSymbols() []byte { return dejavusans.TTF }
