package guard_test

import (
	"strings"
	"testing"

	"ninefold/ui/guard"
)

func goWrong() { panic("wrong") }

func TestCatch(t *testing.T) {
	var got []guard.Caught
	guard.Tell(func(c guard.Caught) { got = append(got, c) })
	defer guard.Tell(nil)
	guard.Run(func() {})
	guard.Run(goWrong)
	if len(got) != 1 || got[0].Value != "wrong" || !strings.Contains(string(got[0].Stack), "goWrong") {
		t.Errorf("caught %v", got)
	}
}

func TestNobodyToTell(t *testing.T) {
	defer func() {
		if recover() != "wrong" {
			t.Error("it was swallowed")
		}
	}()
	guard.Run(goWrong)
}
