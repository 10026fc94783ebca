# Two commands do everything on a fresh machine: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin

.PHONY: demo screenshots test lint clean system-libraries
.DELETE_ON_ERROR:

demo: $(VENV)/installed
	$(RUN)/restitch demo --output demo-output

# The real window doing the main job, photographed in both themes and two sizes.
screenshots: $(VENV)/installed
	$(RUN)/restitch demo --headless --output demo-output

test: $(VENV)/installed-dev lint
	$(RUN)/pytest -n 3 --dist loadfile --quiet

lint: $(VENV)/installed-dev
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(RUN)/lint-imports

system-libraries:
	@packaging/ensure-qt-libraries

$(VENV)/bin/python: | system-libraries
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Restitch needs Python 3.11 or newer; set PYTHON=... to one."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml $(VENV)/bin/python
	$(RUN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml $(VENV)/bin/python
	$(RUN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(VENV)/installed $@

clean:
	rm -rf $(VENV) demo-output .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
