# Saiets. `make help` names the commands; .make/ holds what they do.
# Everything fetched or built is kept in ${XDG_CACHE_HOME:-~/.cache}/saiets, so that a fresh clone is quick too.

SHELL := /bin/bash
.NOTPARALLEL:
.DEFAULT_GOAL := help

export CARGO_TARGET_DIR ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/saiets/target
export PATH := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/saiets/tools/bin:$(PATH)
step := .make/step.sh
# What the tests write for foreign readers to judge.
calendars := $(CARGO_TARGET_DIR)/calendars

.PHONY: help
help: ## what can be made
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

.PHONY: run
run: server site ## build, load the demo data, serve at SAIETS_LISTEN (127.0.0.1:3000)
	@.make/run.sh

.PHONY: test
test: machine format lint browserside server site unit sqlite postgres judges browser ## everything that guards a change
	@.make/step.sh --note "All tests pass"

.PHONY: build
build: site ## the release binary and its site, in dist/
	@$(step) "Compiling the server, optimised" "6 min the first time" cargo build --locked --release -p server
	@.make/dist.sh

.PHONY: watch
watch: machine ## serve, and build again at every change
	@.make/watch.sh

# The server is compiled without optimisation: `run` and `test` share it, and the first page is minutes sooner there.
.PHONY: server
server: machine
	@$(step) "Compiling the server" "4 min the first time" cargo build --locked -p server

.PHONY: site
site: machine
	@.make/site.sh

.PHONY: machine
machine:
	@.make/machine.sh
	@.make/wasm-target.sh

.PHONY: format
format: ## is the code laid out as rustfmt does?
	@$(step) "Layout of the code" "2 s" cargo fmt --all --check

.PHONY: lint
lint: ## clippy, warnings are errors
	@$(step) "Clippy" "3 min the first time" cargo clippy --locked --workspace --all-targets -- -D warnings

.PHONY: browserside
browserside: machine
	@$(step) "The rules compile for the browser" "30 s" cargo check --locked -p domain --target wasm32-unknown-unknown
	@$(step) "The pages compile for the browser" "1 min the first time" \
		cargo check --locked -p app --no-default-features --features hydrate --target wasm32-unknown-unknown

.PHONY: unit
unit: ## the tests inside the crates
	@.make/tools.sh nextest
	@$(step) "Unit tests" "2 min the first time" cargo nextest run --locked --workspace --exclude tests --no-tests=pass

.PHONY: sqlite
sqlite: ## the integration tests on SQLite
	@.make/tools.sh nextest
	@rm -rf "$(calendars)" && mkdir -p "$(calendars)"
	@SAIETS_TEST_DATABASE=sqlite SAIETS_TEST_ICS_DIR="$(calendars)" \
		$(step) "Integration tests on SQLite" "2 min the first time" cargo nextest run --locked -p tests --no-tests=pass

.PHONY: postgres
postgres: ## the integration tests on PostgreSQL
	@.make/tools.sh nextest
	@.make/packages.sh postgresql
	@SAIETS_TEST_DATABASE=postgres $(step) "Integration tests on PostgreSQL" "1 min" \
		tests/support/postgres.sh cargo nextest run --locked -p tests --no-tests=pass

.PHONY: judges
judges: ## foreign calendar programs read ours: the rules' examples and what the SQLite tests wrote
	@$(step) "Calendars to be judged" "30 s the first time" cargo run -q --locked -p domain --example calendars -- "$(calendars)/examples"
	@cargo run -q --locked -p domain --example vtimezones -- "$(calendars)/zones" 2027
	@cargo run -q --locked -p domain --example slots -- "$(calendars)/slots.jsonl" 1000
	@cargo run -q --locked -p domain --example tallies -- "$(calendars)/tallies.jsonl" 1000
	@cargo run -q --locked -p domain --example drafts -- "$(calendars)/drafts.jsonl" 40
	@$(step) "Judges of calendars, fair times and votes" "3 min" tests/judges/run.sh "$(calendars)"

.PHONY: browser
browser: server site ## the tests in a browser
	@.make/browser.sh

.PHONY: weigh
weigh: server site ## how much a public page weighs, compressed, against the bar
	@.make/browser.sh weigh

.PHONY: bench
bench: build ## what the release carries, against its bars and beside pretalx
	@.make/bench.sh

.PHONY: holidays
holidays: machine ## write the list of public holidays anew, from python-holidays
	@.make/holidays.sh

.PHONY: deny
deny: ## licences, sources and advisories of the dependencies
	@command -v cargo-deny >/dev/null || { echo "cargo install cargo-deny --locked"; exit 1; }
	@cargo deny --locked check
