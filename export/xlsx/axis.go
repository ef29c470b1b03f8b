package xlsx

import (
	"regexp"

	"ninefold/canvas/costing"
)

// An axis of months is one of dates for the file, whose days are our months:
// on these every program writes as many labels as it is told to. On an axis of
// categories, which is all that excelize makes, LibreOffice writes as many as
// there is room for.
var (
	monthAxis = regexp.MustCompile(`(?s)<catAx>(.*)<auto val="1"></auto><lblAlgn val="ctr"></lblAlgn>(<lblOffset val="\d+"></lblOffset>)` +
		`<tickLblSkip val="(\d+)"></tickLblSkip><noMultiLvlLbl val="0"></noMultiLvlLbl></catAx>`)
	dayAxis = []byte(`<dateAx>$1<auto val="0"></auto>$2<baseTimeUnit val="days"></baseTimeUnit>` +
		`<majorUnit val="$3"></majorUnit><majorTimeUnit val="days"></majorTimeUnit></dateAx>`)
)

// monthLabels is how many months apart the labels of an axis stand: a part of a
// year, so that years begin alike, and so many that a dozen fits beside each other.
func monthLabels(months int) int {
	for _, apart := range []int{1, 2, 3} {
		if months <= apart*costing.MonthsPerYear {
			return apart
		}
	}
	return costing.MonthsPerYear / 2
}
