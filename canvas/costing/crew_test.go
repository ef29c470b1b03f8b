package costing_test

import (
	"fmt"
	"testing"

	"ninefold/canvas"
	"ninefold/canvas/costing"
)

// The people of a month are those of an exact division, however near it comes
// to a whole number and however large it is.
func TestPeopleNearWholeNumbers(t *testing.T) {
	for _, c := range []struct{ customers, each, people string }{
		{"1000", "100", "10"},
		{"1000.001", "100", "11"},
		{"1000.000001", "100", "11"},
		{"1000.0000001", "100", "11"},
		{"1000.00000001", "100", "10"}, // a billionth of a person is nobody
		{"999.9999999", "100", "10"},
		{"0.05", "100", "1"},
		{"0.00000001", "100", "0"},
		{"1", "3", "1"},
		{"3000001", "3", "1000001"},
		{"123456789012345678901", "10", "12345678901234567891"},
		{"0.000000000000000000000002", "0.000000000000000000000001", "2"},
		{"0", "100", "0"},
		{"5", "0", "n/a"},
		{"5", "", "n/a"},
		{"5", "-2", "n/a"},
	} {
		line := cost(t, canvas.BehaviourStaffStep, "1000")
		line.CustomersPerPerson = dec(t, c.each)
		m := costing.New(project(t, canvas.Plan{HorizonMonths: 12},
			segment(t, "A", c.customers, "0", "0", "", "", ""),
			relationship("R", canvas.StageRetain, []canvas.ID{"A"}, line)))
		l := m.Lines()[0]
		for k, people := range m.People(&l) {
			want(t, fmt.Sprintf("%s customers, %s for each, month %d", c.customers, c.each, k+1), people, c.people)
		}
		want(t, c.customers+" customers today", l.People, c.people)
	}
}
