module ninefold

go 1.26.0
