# Short forms; every one of them is spelled out in README.md or CONTRIBUTING.md.
PYTHON ?= python3
VENV_PYTHON = .venv/bin/python
COMPILE = uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-header

.PHONY: site test check requirements

site: .venv/.build
	$(VENV_PYTHON) build.py

test: .venv/.test
	$(VENV_PYTHON) -m pytest

check: .venv/.dev
	$(VENV_PYTHON) -m ruff format --check .
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m mypy
	$(VENV_PYTHON) -m pytest

requirements:
	$(COMPILE) pyproject.toml --output-file requirements/build.txt
	$(COMPILE) pyproject.toml --group test --constraint requirements/build.txt --output-file requirements/test.txt
	$(COMPILE) pyproject.toml --group dev --constraint requirements/test.txt --output-file requirements/dev.txt

.venv/.%: requirements/%.txt
	$(PYTHON) -m venv .venv
	$(VENV_PYTHON) -m pip install --quiet --require-hashes --requirement $<
	touch $@
