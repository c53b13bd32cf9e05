PYTHON ?= python3
BIN := .venv/bin

# Material prints a notice about MkDocs 2 on every run; the dependencies exclude MkDocs 2.
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL := help
.PHONY: help serve test browser-packages site bench lighthouse screenshots lint format requirements generated-pages clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "%-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: .venv/.stamp ## Preview the site, with live reload
	$(BIN)/mkdocs serve

test: .venv/.stamp browser-packages ## Run the tests and print their coverage
	$(BIN)/pytest -n 2 --cov

# What measures pages in a browser. Without it those tests are skipped; with CI set they fail.
PACKAGES := tests/browser/node_modules/.package-lock.json

browser-packages:
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(PACKAGES) || [ -z "$$CI" ]; fi

$(PACKAGES): tests/browser/package-lock.json
	cd tests/browser && npm ci --loglevel=error
	@touch $@

# Both commands run even if the first one fails: together they name every fault.
site: .venv/.stamp ## Build the site into site/ and check the interviews
	status=0; $(BIN)/mkdocs build --strict || status=1; $(BIN)/shoptalk check || status=1; exit $$status

bench: .venv/.stamp ## Measure the speed
	$(BIN)/python benchmarks/bench.py

lighthouse: .venv/.stamp browser-packages ## Compare pages with those of stock Material
	$(BIN)/python benchmarks/lighthouse.py

screenshots: .venv/.stamp ## Take the pictures that README and guide show
	$(BIN)/python benchmarks/screenshots.py

lint: .venv/.stamp ## Check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: .venv/.stamp ## Format the code and mend what ruff can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

requirements: .venv/.stamp ## Pin the dependencies (UPGRADE=--upgrade for newer ones)
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --no-emit-index-url $(UPGRADE) \
		--quiet --output-file requirements.txt
	$(BIN)/uv pip compile tests/hosts/other_generators.in --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --no-emit-index-url $(UPGRADE) \
		--quiet --output-file tests/hosts/other_generators.txt
	$(BIN)/uv pip compile pyproject.toml --group action --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --no-emit-index-url \
		--constraints requirements.txt --quiet --output-file requirements-action.txt

generated-pages: .venv/.stamp ## Write the pages of the guide that are made from the code
	$(BIN)/shoptalk explain --all > docs/guide/checks.md
	$(BIN)/shoptalk explain --words > docs/guide/word-list.md
	$(BIN)/shoptalk explain --commands > docs/guide/commands.md

clean: ## Remove what was made, except .venv
	rm -rf site dist build .coverage .coverage.* htmlcov .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . \( -path ./.venv -o -name node_modules \) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.stamp: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Shoptalk needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@
