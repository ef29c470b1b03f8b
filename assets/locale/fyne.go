package locale

import "embed"

//go:embed fyne/*.json
var fyneFiles embed.FS

// Fyne returns the words of the toolkit's own dialogs and menus in a language,
// under the toolkit's keys, as the JSON that it reads.
func Fyne(l Lang) []byte {
	data, err := fyneFiles.ReadFile("fyne/" + string(Of(l).Lang()) + ".json")
	must(err)
	return data
}
