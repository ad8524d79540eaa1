# Two commands do all set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test docs gallery

demo: $(VENV)/installed ## Answer the first question on the built-in graph
	$(BIN)/blocs who CST and CIS DMC --format table --evidence

test: $(VENV)/developed ## Format, lint, types and tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	mkdir -p build/types && ln -sfn ../.. build/types/blocs
	$(BIN)/mypy -p blocs
	$(BIN)/python -m pytest -n auto

docs: $(VENV)/installed ## Write the reference of the command line
	$(BIN)/python docs/reference.py

gallery: $(VENV)/developed ## Draw the pictures of the gallery
	$(BIN)/python docs/gallery.py

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q *.py graph terminal
	touch $@

$(VENV)/developed: $(VENV)/installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	touch $@
