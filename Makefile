# Two commands do everything on a fresh machine: `make grade` and `make test`. `make help` lists the rest.
PYTHON ?= python3
BIN := .venv/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help setup bubblewrap browser release grade test quick check calibrate attacks soak clean

help:           ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:[^#]*## /\t/' | expand -t 16

setup: $(BIN)/ready bubblewrap  ## virtual environment, dependencies, bubblewrap

$(BIN)/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[grader,dev]'
	touch $@

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
	pytest

quick: setup    ## the fast part, under a minute
	pytest --numprocesses 2 --dist loadfile -m "not slow and not browser"

check: setup    ## style and types
	ruff format --check .
	ruff check .
	mypy

calibrate: setup  ## false-fail, false-pass and diagnosis rates over many seeds (minutes)
	python -m tests.calibrate
	python -m tests.calibrate_experiments

attacks: setup   ## the table of attacks and what stopped each (minutes)
	python -m tests.attacks

soak: setup     ## 300 submissions, a fifth of them hostile, in three orders (minutes)
	python -m tests.soak

clean:          ## what grading and building left in this folder; asks nothing, keeps submitted/
	rm -rf build autograded feedback records gradebook.db* source/weight_initialization/*.ipynb
