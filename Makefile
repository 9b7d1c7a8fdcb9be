.DEFAULT_GOAL := help
.PHONY: help run test gate lint fix bench fuzz lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-annotate --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

run: $(VENV)/run ## Run the main job on the example county, then serve the pages
	$(BIN)/checker demo

test: $(VENV)/dev ## Run the tests
	$(BIN)/pytest

gate: $(VENV)/dev ## Hold the measured quality against its floors
	$(BIN)/checker evaluate --gate
	$(BIN)/checker evaluate extraction --gate

lint: $(VENV)/dev ## Check style, types, layers and rule files
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/yamllint -s rules corpus
	$(BIN)/checker rules lint

fix: $(VENV)/dev ## Mend what the style checks can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: $(VENV)/dev ## Measure speed against the named peers, in one run
	$(BIN)/python tests/bench.py

fuzz: $(VENV)/dev ## Read 20,000 mutated files of every form: an hour
	$(BIN)/python tests/fuzz

lock: $(VENV)/dev ## Lock every dependency anew: versions and hashes, no addresses
	$(BIN)/pip install --quiet pip-tools
	mkdir -p var
	$(COMPILE) --extra postgres -o requirements.lock pyproject.toml
	$(COMPILE) --only-build-deps --build-deps-for editable -o requirements-build.lock pyproject.toml
	$(BIN)/python -c 'import tomllib; print("-c ../requirements.lock", *tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' > var/dev.in
	$(COMPILE) -o requirements-dev.lock var/dev.in

clean: ## Remove what the other targets made, but not the databases in var/
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/run: requirements.lock requirements-build.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "Python 3.11 with venv is needed: apt install python3-venv" >&2; exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock -r requirements-build.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev: $(VENV)/run requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@
