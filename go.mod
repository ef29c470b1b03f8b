module ninefold

go 1.26.0

require (
	github.com/go-json-experiment/json v0.0.0-20260820222146-c27c302e5fc3
	github.com/rivo/uniseg v0.4.7
	github.com/shopspring/decimal v1.6.0
)

require (
	fyne.io/fyne/v2 v2.8.1 // indirect
	github.com/google/go-cmp v0.7.0 // indirect
)
