# Two commands do everything on a fresh machine: `make grade` and `make test`. `make help` lists the rest.
PYTHON ?= python3
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help setup lock bubblewrap browser release grade test quick check calibrate mutants variants attacks soak faults clean

help:           ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:[^#]*## /\t/' | expand -t 16

setup: $(BIN)/ready bubblewrap  ## virtual environment, dependencies, bubblewrap

$(BIN)/ready: pyproject.toml setup.py requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/pip check
	touch $@

lock:           ## write requirements.lock anew from pyproject.toml, keeping its versions (UPGRADE=--upgrade: the newest)
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet pip-tools==7.6.2
	CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
		--strip-extras --no-emit-options --extra grader --extra dev $(UPGRADE) --output-file requirements.lock pyproject.toml

bubblewrap:
	@sh .ci/install bubblewrap bwrap

browser:
	@sh .ci/install chromium chromium

release: setup  ## masters -> nbgrader's notebooks -> assignments/ and solutions/
	initlab release --solutions

grade: setup    ## grade the class in submitted/; without one, the bundled example class
	initlab release
	initlab example
	initlab grade

test: setup browser  ## everything: style, types, all tests
	$(MAKE) check
	pytest --numprocesses 2

quick: setup    ## the fast part, under a minute
	pytest --numprocesses 2 -m "not slow and not browser"

check: setup    ## style and types
	ruff format --check .
	ruff check .
	mypy

calibrate: setup  ## false-fail, false-pass and diagnosis rates over many seeds (minutes)
	python -m tests.calibrate

variants: setup  ## every rewriting of a right answer keeps its points: build/variants.md (minutes)
	python -m tests.variants

attacks: setup   ## the table of attacks and what stopped each (minutes)
	python -m tests.attacks

soak: setup     ## 300 submissions, a fifth of them hostile, in three orders (minutes)
	python -m tests.soak

faults: setup    ## what the tests leave to samples: every fault in every step for a student in every position, … (an hour)
	pytest --thorough -m thorough

mutants: setup   ## every one-change mutant of every solution, judged: build/mutants.md (minutes)
	python -m tests.mutants

clean:          ## what building left (build/, the notebooks in source/); no gradebook, record, feedback or secret
	rm -rf build source/weight_initialization/*.ipynb
