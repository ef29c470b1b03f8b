package board_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ninefold/canvas"
	"ninefold/ui/board"
)

func (b *bench) wantTip(want board.Key) {
	b.t.Helper()
	if got := b.board.TipAt(); got != want {
		b.t.Fatalf("explained is %q, want %q", got, want)
	}
}

func TestTipComesWhereThePointerRests(t *testing.T) {
	b := newTable(t)
	b.MoveTo(b.at("token:communities"))
	b.wait(10)
	b.wantTip("")
	b.wait(40)
	b.wantTip("token:communities")
	b.MoveTo(b.at("token:co_creation")) // the next comes at once
	b.wantTip("token:co_creation")
	b.MoveTo(b.at(cell(fleets, canvas.StageGrow)))
	b.wantTip("")
	b.wait(60)
	b.wantTip("")
	b.MoveTo(b.at("token:co_creation"))
	b.wait(10)
	b.Click(b.at("token:co_creation")) // whoever clicks wants something else
	b.wait(60)
	b.wantTip("")
}

func TestTipByKeyboard(t *testing.T) {
	b := newTable(t)
	b.Click(b.at("token:communities"))
	b.Key(fyne.KeySpace)
	b.wantTip("token:communities")
	b.Key(fyne.KeySpace)
	b.wantTip("")
	b.Key(fyne.KeySpace)
	b.Key(fyne.KeyEscape)
	b.wantTip("")

	b.Click(b.note(signUp))
	for range 4 {
		b.Key(fyne.KeyRight)
	}
	b.Key(fyne.KeyDown)
	b.Key(fyne.KeySpace)
	b.wantTip(board.Key("figure:" + riders + ":cac"))
	b.Key(fyne.KeyDown)
	b.wantTip("")
}
