# Two commands do all set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test docs gallery lock

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
