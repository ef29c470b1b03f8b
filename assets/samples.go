package assets

import "embed"

//go:embed samples/*.json
var samples embed.FS

// Sample returns the sample project in a language (en, pt, es, it) as a project
// file, in English for any other: a business that looks after bicycles by
// subscription, with figures that could be true. The four differ in their texts
// only.
func Sample(lang string) []byte {
	data, err := samples.ReadFile("samples/volta." + lang + ".ninefold.json")
	if err != nil {
		data, _ = samples.ReadFile("samples/volta.en.ninefold.json") // is there: a test reads it
	}
	return data
}
