# One environment, .venv, for everything: installed from the hashed development lock and nothing else.
PYTHON ?= python3
UV ?= uv
WORKERS ?= 2

VENV := .venv
BIN := $(VENV)/bin
LOCKED := $(VENV)/.locked
INSTALLED := $(VENV)/.installed
OLDEST := 3.11

.DEFAULT_GOAL := help
.PHONY: help env demo test test-release fuzz-reading check bench-reading docs lock clean

help: ## say what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

env: $(INSTALLED) ## build .venv from the hashed locks (PYTHON=python3.12 to choose another Python)

# A changed lock means a new environment: what left the lock must leave .venv too.
$(LOCKED): requirements-dev.lock requirements-built.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] < tuple(map(int, "$(OLDEST)".split("."))))' || { \
	  echo "Python $(OLDEST) or newer is needed, and '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || true)." >&2; \
	  echo "Name another: make $(or $(MAKECMDGOALS),env) PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --no-build-isolation -r requirements-built.lock
	@touch $@

# The build backend comes from the lock, so installing ourselves asks no index for anything.
$(INSTALLED): $(LOCKED) pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation -e .
	@touch $@

demo: env ## record the example reports in a fresh home and show what can be asked of them
	$(BIN)/ledger demo

test: env ## run every test
	$(BIN)/python -m pytest -n $(WORKERS)

test-release: env ## what takes long, on all processors: a million hostile texts, 50,000 acts of members, other people's programs, a browser
	$(BIN)/python -m pytest -m release

# Guided by what the code does, and so with instrumented code in an environment of its own.
FUZZ := .fuzz
SECONDS ?= 600

$(FUZZ)/.installed: requirements.lock requirements-fuzz.lock
	$(PYTHON) -m venv --clear $(FUZZ)
	$(FUZZ)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
	  -r requirements.lock -r requirements-fuzz.lock
	@touch $@

fuzz-reading: $(FUZZ)/.installed ## hostile texts that grow towards code not yet reached (SECONDS=600; Linux, Python 3.11 to 3.13)
	@mkdir -p $(FUZZ)/corpus
	$(FUZZ)/bin/python -m tests.ledger.intake.fuzz.guided $(FUZZ)/corpus -artifact_prefix=$(FUZZ)/ \
	  -max_len=400 -len_control=0 -max_total_time=$(SECONDS) -print_final_stats=1

check: env ## format, lint, types, import contract, docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest tests/house

bench-reading: env ## how well and how fast reports are read, beside the targets (WRITE=docs/reading.md to keep the figures)
	$(BIN)/python -m bench.reading $(if $(WRITE),--write $(WRITE))

docs: env ## write the pages of docs/ that are made from the code
	$(BIN)/python -m tests.house.events_doc
	$(BIN)/python -m tests.house.errors_doc
	$(BIN)/python -m tests.house.commands_doc
	$(BIN)/python -m tests.house.settings_doc

# Development first, so that both locks agree on every version. The build backend is locked with the rest: without
# it pip would fetch an unpinned one. LOCK=--upgrade asks for newer versions.
COMPILE := $(UV) pip compile --quiet --universal --python-version $(OLDEST) --generate-hashes --no-emit-index-url \
  --no-header $(LOCK)
# What its makers publish as source only; built with the locked backend, without asking an index for another.
BUILT := libhxl python-io-wrapper
WHEELS := $(BUILT:%=--no-emit-package %)
ATHERIS := atheris==3.0.0
BACKEND := $(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"])'

lock: ## compile the lock files anew (needs uv; LOCK=--upgrade for newer versions)
	@command -v $(UV) >/dev/null || { echo "make lock needs uv on the path, or UV=/path/to/uv" >&2; exit 1; }
	$(BACKEND) | $(COMPILE) $(WHEELS) --extra dev pyproject.toml - -o requirements-dev.lock
	$(BACKEND) | $(COMPILE) $(WHEELS) pyproject.toml - -c requirements-dev.lock -o requirements.lock
	printf '%s\n' $(BUILT) | $(COMPILE) --no-deps - -o requirements-built.lock
	echo "$(ATHERIS)" | $(COMPILE) - -o requirements-fuzz.lock

clean: ## remove .venv and what the tools leave behind
	rm -rf $(VENV) $(FUZZ) .mypy_cache .ruff_cache .import_linter_cache .hypothesis .pytest_cache build dist *.egg-info
