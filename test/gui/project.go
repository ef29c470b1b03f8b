package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
)

// The blocks in which the notes lie, in turn; the watched one is the first of
// the first block, at the left.
var blocks = []string{
	"key_partnerships", "key_activities", "key_resources", "value_propositions", "customer_relationships",
	"channels", "customer_segments", "cost_structure", "revenue_streams",
}

// writeProject writes a project of n notes of eight words; one of them has the
// colour of the marker.
func writeProject(path string, n int) error {
	type note struct {
		ID    string `json:"id"`
		Block string `json:"block"`
		Order string `json:"order"`
		Text  string `json:"text"`
		Paper string `json:"paper,omitempty"`
	}
	words := strings.Fields("bicycle repair for commuters who ride every day and need help in town by the hour")
	random := rand.New(rand.NewPCG(1, uint64(n))) // the same project each time
	notes := make([]note, n)
	for i := range notes {
		var text []string
		for range 8 {
			text = append(text, words[random.IntN(len(words))])
		}
		notes[i] = note{ID: fmt.Sprintf("nt_%05d", i), Block: blocks[i%len(blocks)], Order: fmt.Sprintf("V%05d1", i), Text: strings.Join(text, " ")}
	}
	notes[0].Paper = "blue"
	data, err := json.Marshal(map[string]any{
		"format": "ninefold", "version": 1, "id": "pr_measured", "title": "Measured", "language": "en", "currency": "EUR", "notes": notes,
	})
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o600)
}
