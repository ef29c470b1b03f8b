package assets

import _ "embed" // the fonts below

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
