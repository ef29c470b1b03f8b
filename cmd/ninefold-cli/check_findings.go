package main

import (
	"ninefold/assets/locale"
	"ninefold/canvas"
	"ninefold/canvas/check"
	"ninefold/export/findings"
)

// A checkFinding is one thing that the checks point out.
type checkFinding struct {
	Check    string       `json:"check"`
	Severity string       `json:"severity"`
	Block    canvas.Block `json:"block"`
	Notes    []canvas.ID  `json:"notes"`
	// About is what tells findings of a check about the same notes apart.
	About   string            `json:"about"`
	Values  map[string]string `json:"values"`
	Title   string            `json:"title"`
	Message string            `json:"message"`
	Advice  string            `json:"advice"`
	// Reason is why the user has set the finding aside.
	Reason string `json:"reason,omitzero"`
}

func reportFindings(words *locale.Words, all []check.Finding) []checkFinding {
	out := make([]checkFinding, len(all))
	for i := range all {
		f := &all[i]
		out[i] = checkFinding{
			Check: f.Check, Severity: f.Severity.String(), Block: f.Block, Notes: append([]canvas.ID{}, f.Notes...), About: f.About,
			Values: figures(f), Title: findings.Title(words, f), Message: findings.Sentence(words, f), Advice: findings.Advice(words, f),
			Reason: f.Reason,
		}
	}
	return out
}

// figureNames are the figures of findings, by their names in sentences.
var figureNames = map[string]string{
	"CAC": "cac", "Purchase": "contribution_per_purchase", "Ratio": "ltv_cac",
	"Serve": "cost_to_serve", "Contribution": "contribution_before_service", "Count": "count",
}

// figures are a finding's numbers in full, as the other reports write them.
func figures(f *check.Finding) map[string]string {
	out := map[string]string{}
	for _, v := range f.Values {
		if name, ok := figureNames[v.Name]; ok {
			out[name] = v.Number.String()
		}
	}
	return out
}

// line is the finding on one line, after the name of its file.
func (f checkFinding) line(words *locale.Words) string {
	return words.T("severity."+f.Severity) + " (" + f.Check + "): " + f.Message
}
