# Ninefold. Type `make` to see what can be made.

GO       ?= go
TAGS     ?=
FUZZTIME ?= 20s
RUNS     ?= 3
NOTES    ?= 40,200,1000
PREFIX   ?= /usr/local

LINT := v2.15.0
EXE  := $(shell $(GO) env GOEXE)

build_id := $(shell git describe --tags --always --dirty 2>/dev/null)
ldflags  := -X ninefold/assets.Build=$(build_id)
gui_flags := $(if $(EXE),-H=windowsgui)

# With this, neither a C compiler nor a display is needed.
pure := CGO_ENABLED=0 $(GO)

.DEFAULT_GOAL := help
.PHONY: help run build cli test race e2e lint bench bench-gui fuzz golden package install clean

help: ## show this list
	@sed -n 's/^\([a-z][a-z0-9-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | awk -F '\t' '{ printf "  make %-9s %s\n", $$1, $$2 }'
	@echo; echo "  TAGS=x11 builds the window for X11 only; PREFIX and DESTDIR say where install puts it."

run: ## build all, export the sample to out/ and open the window on it
	@scripts/deps build
	@$(MAKE) --no-print-directory build
	@scripts/run

build: cli ## build bin/ninefold (the window) and bin/ninefold-cli
	$(GO) build -trimpath -tags 'migrated_fynedo,$(TAGS)' -ldflags '$(ldflags) $(gui_flags)' -o bin/ninefold$(EXE) ./cmd/ninefold

cli: ## build bin/ninefold-cli alone, with no C compiler
	$(pure) build -trimpath -ldflags '$(ldflags)' -o bin/ninefold-cli$(EXE) ./cmd/ninefold-cli

test: ## run all tests that need only Go
	$(pure) test -tags ci $(TESTFLAGS) ./...

race: ## run the same tests under the race detector
	CGO_ENABLED=1 $(GO) test -race -tags ci $(TESTFLAGS) ./...

e2e: ## drive the real window and read back what it exports
	@scripts/deps build e2e
	@$(MAKE) --no-print-directory build
	@mkdir -p out/e2e
	$(pure) test -tags e2e -count=1 -v -artifacts -outputdir $(CURDIR)/out/e2e $(TESTFLAGS) ./test/e2e/...

linter := bin/lint-$(LINT)/golangci-lint$(EXE)
lint: $(linter) ## check the code's form and its import rules
	CGO_ENABLED=0 $(linter) run

$(linter):
	GOBIN=$(CURDIR)/$(@D) $(pure) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT)

bench: ## run the benchmarks (BENCH=... only those) and compare with the plain libraries
	@BENCH='$(BENCH)' scripts/bench

bench-gui: ## measure the real window beside other programs (RUNS=... times each, NOTES=40,200,1000)
	@scripts/deps build display
	@$(MAKE) --no-print-directory build
	@$(pure) run ./test/gui -runs $(RUNS) -notes $(NOTES)

fuzz: ## run each fuzz target for FUZZTIME
	@FUZZTIME=$(FUZZTIME) scripts/fuzz

golden: ## write the golden pictures and texts anew
	@scripts/golden

package: build ## pack a Linux tarball into dist/ (other systems: on a machine of their own)
	@scripts/package

install: build ## install program, desktop entry and icon under PREFIX
	@scripts/install "$(DESTDIR)$(PREFIX)"
	@echo "Installed under $(DESTDIR)$(PREFIX)."

clean: ## remove what was built
	rm -rf bin out dist
