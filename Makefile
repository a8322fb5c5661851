# FitCheck's commands. `make run` and `make test` need nothing but Python 3.11-3.13 and make.

# The newest suitable Python that can also build an environment (Debian splits ensurepip off).
SUITABLE := import ensurepip, sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(firstword $(foreach version,3.13 3.12 3.11 3,$(shell \
	python$(version) -c '$(SUITABLE)' 2>/dev/null && command -v python$(version))))
BIN := .venv/bin
# People see what is downloaded; a log needs no progress bars.
INSTALL := $(BIN)/python -m pip install --disable-pip-version-check $(if $(CI),--quiet) --editable
# An environment whose Python was upgraded away is made anew, and what was installed into it is gone.
_ := $(shell test -e $(BIN)/python || rm -f .venv/*.stamp)

.PHONY: run test lint format docs pictures clean help

run: .venv/run.stamp  ## Start the bot, or without DISCORD_TOKEN the fitting room
	@exec $(BIN)/python -m bot

# A file's tests share networks, browsers and databases, so each file stays on one core. Every worker
# loads TensorFlow: more than four would only want memory.
test: .venv/test.stamp  ## Run every test
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

lint: .venv/test.stamp  ## Check style, format and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: .venv/test.stamp  ## Repair style and format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: .venv/test.stamp  ## Build the documentation into site/, with every link checked
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

pictures: .venv/test.stamp  ## Draw the pages' pictures anew (needs Chromium and an emoji font)
	@$(BIN)/python -m scripts.stages examples/ankle-boot.png --output docs/images/stages.png
	@$(BIN)/python -m scripts.evaluate && cp runs/evaluation/worst-errors-fashion-mnist.png docs/images/errors.png
	@$(BIN)/python -m pytest --draw tests/bot/pictures tests/bot/web/test_picture.py

clean:  ## Forget the environment
	rm -rf .venv

help:  ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "FitCheck needs Python 3.11, 3.12 or 3.13 with its venv module" \
		"(Debian: apt install python3-venv). Another one: make PYTHON=/path/to/python3.12"; exit 1; }
	@$(PYTHON) -c '$(SUITABLE)' || { echo "$(PYTHON) is no Python 3.11-3.13 with ensurepip."; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { rm -rf .venv; exit 1; }

# The stamps are files, so a second run installs nothing unless pyproject.toml changed.
.venv/run.stamp: pyproject.toml | .venv/bin/python
	@echo "Installing FitCheck into .venv; TensorFlow is large: a few minutes the first time."
	@$(INSTALL) .
	@touch $@

.venv/test.stamp: pyproject.toml | .venv/bin/python
	@echo "Installing FitCheck and its test tools into .venv; a few minutes the first time."
	@$(INSTALL) '.[test]'
	@touch .venv/run.stamp $@
