# Two commands do all set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test checks types suite docs data gallery notebook site man lock lowest release-check

demo: $(VENV)/installed ## Answer the first question on the built-in graph
	$(BIN)/blocs who CST and CIS DMC --format table --evidence

test: types suite ## Format, lint, types and tests; `make -j2 test`: types beside the tests

checks: $(VENV)/developed # What takes seconds; nothing else begins before it
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache

types: checks
	mkdir -p build/types && ln -sfn ../.. build/types/blocs
	$(BIN)/mypy -p blocs

suite: checks
	$(BIN)/python -m pytest -n auto --dist worksteal

docs: $(VENV)/installed ## Write the reference, the picture of the architecture, and the answers that pages show
	$(BIN)/python docs/reference.py
	$(BIN)/python docs/architecture.py
	$(BIN)/python docs/answers.py

data: $(VENV)/installed ## Write what is made beforehand of the built-in graph, after a change of data/triples.ttl
	$(BIN)/python scripts/prepare_data.py

site: $(VENV)/developed ## The documentation as a site in build/site; a link that leads nowhere fails
	$(BIN)/python -m sphinx --fail-on-warning --keep-going --quiet --builder html docs build/site

man: ## The manual pages in build/man; to read one: man -l build/man/blocs-who.1
	$(PYTHON) scripts/man_pages.py build/man

notebook: $(VENV)/developed ## Run the notebook and write what its cells give
	$(BIN)/python docs/notebook.py

gallery: $(VENV)/developed ## Draw the pictures of the gallery
	$(BIN)/python docs/gallery.py

# Which tests a version can break: tests/selection.py
lowest: $(VENV)-lowest/developed ## Tests of libraries with the lowest versions that pyproject.toml allows, or all of TESTS=…
	$(VENV)-lowest/bin/python -m pytest -n auto --dist worksteal $(or $(TESTS),--of-libraries --snapshot-warn-unused)

release-check: $(VENV)/developed ## Build what would be released, twice, and try it where nothing else is
	$(BIN)/python scripts/release_check.py

PIN = $(BIN)/pip-compile --quiet --strip-extras --no-annotate --no-header --no-emit-index-url --no-emit-options \
    --no-emit-find-links --upgrade

lock: $(VENV)/developed ## Pin the development tools anew, for the newest and for the lowest versions
	$(BIN)/python -c "import tomllib; p = tomllib.load(open('pyproject.toml', 'rb')); \
	    groups = p['dependency-groups']; tools = groups['dev'] + groups['test'] + groups['docs']; \
	    print(*p['project']['dependencies'], *(tool for tool in tools if isinstance(tool, str)), sep='\n')" > build/lock.in
	$(PIN) --output-file requirements-dev.txt build/lock.in
	$(BIN)/python scripts/lowest_versions.py > build/lowest.in
	$(PIN) --output-file requirements-lowest.txt build/lowest.in

# All that is needed is pinned, so nothing is looked for, unless another system needs more. What is imported, which is not
# all, is compiled then.
pinned = $(1) -m pip install --quiet --no-deps --no-compile $(2) && \
    { $(1) -m pip check > /dev/null || $(1) -m pip install --quiet $(2); }

$(VENV)/installed: pyproject.toml setup.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q *.py graph terminal
	$(BIN)/python scripts/man_pages.py $(VENV)/share/man/man1 # an editable installation leaves them out
	touch $@

$(VENV)/developed: $(VENV)/installed requirements-dev.txt
	$(call pinned,$(BIN)/python,--requirement requirements-dev.txt)
	touch $@

# After the other, as both write what an editable installation leaves in the checkout.
$(VENV)-lowest/developed: pyproject.toml setup.py requirements-lowest.txt | $(VENV)/installed
	$(PYTHON) -m venv $(VENV)-lowest
	$(call pinned,$(VENV)-lowest/bin/python,--requirement requirements-lowest.txt --editable .)
	touch $@
