package xlsx

import "strings"

// shares are the formulas that stand in many rows of a column. The file holds
// each once, in its first row, and the rows below say that they share it: that
// is a fraction of the text, and every program knows it.
type shares struct {
	to     int // the last row that may share
	places map[shareKey]int
	next   int
}

type shareKey struct {
	column  int
	pattern string
}

// A share is how a cell takes part in a shared formula.
type share struct {
	number int // from 1; 0 where it does not
	to     int // in the cell that holds the formula, the last row that may share it
}

// notShared is the number of a pattern that differs from row to row by more than
// the row itself.
const notShared = 0

// of returns how a cell shares a formula.
func (s *shares) of(column int, formula string) share {
	if s.to == 0 || formula == "" || formula[0] != patternMark {
		return share{}
	}
	key := shareKey{column, formula}
	if number, ok := s.places[key]; ok {
		return share{number: number}
	}
	if s.places == nil {
		s.places = map[shareKey]int{}
	}
	if strings.IndexByte(formula, otherMark) >= 0 || strings.Contains(formula, "$"+rowName(ownRow)) {
		s.places[key] = notShared
		return share{}
	}
	s.next++
	s.places[key] = s.next
	return share{s.next, s.to}
}
