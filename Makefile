# Two commands do everything on a fresh machine: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin

# Dozens of tests start the program anew: with compiled files beside its own it starts at once.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo screenshots catalogues test tests torture lint clean system-libraries \
	man deb tarball package-static package-check package-twice package-without requirements
.DELETE_ON_ERROR:

demo: $(VENV)/installed
	$(RUN)/restitch demo --output demo-output

# The real window in every state, photographed in both themes and two sizes: screenshots/index.html
screenshots: $(VENV)/installed
	$(RUN)/python -m tests.screenshots --output screenshots

# What the window says, read from the sources anew: translations are kept, see CONTRIBUTING.md
catalogues: $(VENV)/installed-dev
	$(RUN)/python -m tests.catalogues

test: lint tests

# Four workers fill two cores, for tests of servers mostly wait; more would starve what waits for a
# clock, and so would threads of their own. In the order of folders: by number of tests, the long
# ones of few tests would come last and leave workers idle. A worker that crashes ends the run:
# with another one in its place xdist was seen to wait for ever at the end.
tests: export OPENBLAS_NUM_THREADS = 1
tests: export OPENCV_FOR_THREADS_NUM = 1
tests: $(VENV)/installed-dev
	@# Compiles the tests once: four workers that begin at once would each do it, 17 CPU seconds each.
	-@$(RUN)/pytest --collect-only --quiet >/dev/null 2>&1
	$(RUN)/pytest -n 4 --dist loadfile --no-loadscope-reorder --max-worker-restart 0 --quiet

# What the tests have a taste of, in full: 200 kills, every power cut, every refused write, 1,000
# malformed files. About an hour; RESTITCH_TORTURE_SEED and RESTITCH_TORTURE_MIB vary it.
torture: export RESTITCH_TORTURE = 1
torture: $(VENV)/installed-dev
	$(RUN)/pytest --timeout 7200 --quiet tests/services/torture

# The manual pages, from the command line's own help: build/man
man: $(VENV)/installed
	$(RUN)/python packaging/man.py build/man

lint: $(VENV)/installed-dev
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(RUN)/lint-imports

# What is handed to reviewers, from the last commit: build/packaging/linux. See packaging/README.md
deb tarball:
	packaging/build-linux $@

# Desktop files, installers' scripts, workflow; the .deb's own faults
package-static:
	packaging/check-static

# The .deb in fresh minimal Debian 12 and 13 systems, and how soon its window is there. As root
package-check: deb
	packaging/package-check
	packaging/first-window

# One commit built twice in different surroundings: the same bytes
package-twice:
	packaging/build-twice

# That the check of the .deb fails when one of its Depends is forgotten. As root, after `make deb`
package-without:
	packaging/check-without libxcb-cursor0

# After a change of dependencies in pyproject.toml; needs uv
requirements:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --quiet --output-file packaging/requirements.lock \
		pyproject.toml packaging/requirements.in

system-libraries:
	@packaging/ensure-qt-libraries

$(VENV)/bin/python: | system-libraries
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Restitch needs Python 3.11 or newer; set PYTHON=... to one."; exit 1; }
	$(PYTHON) -m venv $(VENV)

# uv does in seconds what takes pip a minute. Where pip was told of an index, that is the one to
# use, and uv would not know of it; where uv cannot get at the packages, pip may.
install = { ! $(RUN)/pip config list | grep -q '\.index-url=' && \
	$(RUN)/pip install --quiet --disable-pip-version-check 'uv>=0.13,<1' && \
	$(RUN)/uv pip install --quiet --python $(RUN)/python --editable $(1); } || \
	$(RUN)/pip install --quiet --disable-pip-version-check --editable $(1)

$(VENV)/installed: pyproject.toml $(VENV)/bin/python
	$(call install,.)
	@touch $@

$(VENV)/installed-dev: pyproject.toml $(VENV)/bin/python
	$(call install,'.[dev]')
	@touch $(VENV)/installed $@

clean:
	rm -rf $(VENV) demo-output screenshots .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
