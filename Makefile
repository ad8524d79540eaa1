# Two commands do all set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test docs gallery lock lowest release-check

demo: $(VENV)/installed ## Answer the first question on the built-in graph
	$(BIN)/blocs who CST and CIS DMC --format table --evidence

test: $(VENV)/developed ## Format, lint, types and tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	mkdir -p build/types && ln -sfn ../.. build/types/blocs
	$(BIN)/mypy -p blocs
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -n auto

docs: $(VENV)/installed ## Write the reference of the command line
	$(BIN)/python docs/reference.py

gallery: $(VENV)/developed ## Draw the pictures of the gallery
	$(BIN)/python docs/gallery.py

lowest: $(VENV)-lowest/developed ## All tests with the lowest versions that pyproject.toml allows
	$(VENV)-lowest/bin/python -m pytest -n auto

release-check: $(VENV)/developed ## Build what would be released, twice, and try it where nothing else is
	$(BIN)/python scripts/release_check.py

lock: $(VENV)/developed ## Pin the development tools anew
	$(BIN)/python -c "import tomllib; p = tomllib.load(open('pyproject.toml', 'rb')); \
	    print(*p['project']['dependencies'], *p['dependency-groups']['dev'], sep='\n')" > build/lock.in
	$(BIN)/pip-compile --quiet --strip-extras --no-annotate --no-header --no-emit-index-url --no-emit-options \
	    --no-emit-find-links --upgrade --output-file requirements-dev.txt build/lock.in

$(VENV)/installed: pyproject.toml setup.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q *.py graph terminal
	touch $@

$(VENV)/developed: $(VENV)/installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	touch $@

# The lowest version of each of our own dependencies; of the tools and of theirs those of the lock file, where they fit.
$(VENV)-lowest/developed: pyproject.toml setup.py requirements-dev.txt scripts/lowest_versions.py
	$(PYTHON) -m venv $(VENV)-lowest
	mkdir -p build
	$(VENV)-lowest/bin/python scripts/lowest_versions.py > build/lowest.txt
	$(VENV)-lowest/bin/python -m pip install --quiet --requirement build/lowest.txt --editable .
	touch $@
