package locale

import (
	"fmt"
	"time"
)

// Date returns a day given as YYYY-MM-DD in the language's long form: "21
// November 2026". What is no such day is returned as it is.
func (w *Words) Date(isoDate string) string {
	day, err := time.Parse(time.DateOnly, isoDate)
	if err != nil {
		return isoDate
	}
	month := w.T(fmt.Sprintf("date.month.%d", day.Month()))
	return w.T("date.long", "Day", day.Day(), "Month", month, "Year", day.Year())
}

// Clock returns the time of day in hours and minutes: "10:42".
func (w *Words) Clock(t time.Time) string { return t.Format("15:04") }
