# Baton's commands; `make help` lists them.

PYTHON ?= python3
PORT ?= 8000
BATON_DATA ?= $(CURDIR)/.data
RATE ?= 6
WORKERS ?= 3
SUITE ?= tests
READER ?= en
MINUTES ?= 30
export PORT BATON_DATA
# Where it is set, as in many containers, each of the hundred Pythons of a test run would compile every module anew.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv/bin
OURS := agents assistant billing config conversations escalation tenants
SEMGREP := --config tests/security/rules --error --quiet --metrics=off --disable-version-check -j 2 --exclude demo --exclude evaluation
PYTEST := $(VENV)/python -m pytest
NODE_PATH_FIRST := PATH="$(CURDIR)/.venv/node:$$PATH"

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset demo-traffic setup tools check check-python check-frontend test properties load reliability soak faults hosts schema words screens examples bad-input contract lock sbom

help: ## List the commands
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile
	@echo
	@echo "  PORT=8001 takes another port, BATON_DATA=folder keeps the data elsewhere."

demo: ## Set up what is missing and run Baton with its demo company
	@$(PYTHON) config/bootstrap.py --port $(PORT)
	@$(VENV)/python -m config.supervisor

demo-reset: setup ## Throw the demo's data away
	@$(VENV)/python -m config.supervisor --reset

demo-traffic: setup ## Let simulated customers talk to the running demo (RATE=customers a minute)
	@$(VENV)/python manage.py demo_traffic --port $(PORT) --rate $(RATE)

setup: ## Only install and build
	@$(PYTHON) config/bootstrap.py

tools: ## The same, and what tests and checks need
	@$(PYTHON) config/bootstrap.py --tools

check: tools ## Lint, format, types, layers, migrations, front end
	@$(MAKE) --no-print-directory -j2 check-python check-frontend

check-python:
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/python -m mypy .
	$(VENV)/lint-imports
	$(VENV)/python manage.py makemigrations --check --dry-run
	$(VENV)/python -m config.catalogue check
	$(VENV)/bandit -q -c pyproject.toml -r $(OURS) manage.py clients/python/src
	$(VENV)/semgrep scan $(SEMGREP) $(OURS) frontend/src

check-frontend:
	$(VENV)/python manage.py openapi > frontend/openapi.json
	cd frontend && $(NODE_PATH_FIRST) npm run --silent schema:check
	$(VENV)/python clients/python/generate.py frontend/openapi.json --check
	cd frontend && $(NODE_PATH_FIRST) npm run --silent words:check
	cd frontend && $(NODE_PATH_FIRST) npm run --silent check
	cd frontend && $(NODE_PATH_FIRST) npm test --silent
	cd frontend && $(NODE_PATH_FIRST) npm run --silent size

test: ## Run every suite, and those for sockets and tasks on Redis too (SUITE=tests/platform for one)
	@$(PYTHON) config/bootstrap.py --browser
	$(PYTEST) -n $(WORKERS) $(SUITE)
	$(VENV)/python -m tests.with_redis $(PYTEST) -n $(WORKERS) -m redis_too $(SUITE)

properties: tools ## Play the state machines long, at random against models (about 15 minutes; tests/properties says more)
	BATON_PROPERTIES=long $(PYTEST) -n 2 tests/properties

load: tools ## Measure Baton under load beside a floor, and how long jobs wait for a worker (about 25 minutes)
	$(VENV)/python -m tests.load all

reliability: tools ## Measure every figure of load that is promised, for docs/reliability.md (about 40 minutes; BATON_WRITE=1 writes it)
	$(VENV)/python -m tests.load reliability

soak: tools ## Load Baton evenly for MINUTES=30; nothing may grow but what is stored
	$(VENV)/python -m tests.load soak --minutes $(MINUTES)

faults: tools ## Break Baton in every way for half an hour; nothing may be lost (BATON_FAULTS_SEED=n repeats)
	BATON_FAULTS=long $(PYTEST) -s tests/faults
	$(PYTEST) -p tests.sections tests/webhooks/test_delivering.py tests/billing/test_following.py tests/billing/test_stripe_door.py

hosts: ## Break Baton on several hosts: each dies, stands still, is cut off, loses power (half an hour, as root)
	@$(PYTHON) config/bootstrap.py --browser
	BATON_FAULTS=long $(PYTEST) -s tests/hosts

schema: tools ## Make the front end's types and the Python client anew from the OpenAPI document
	$(VENV)/python manage.py openapi > frontend/openapi.json
	cd frontend && $(NODE_PATH_FIRST) npm run --silent schema
	$(VENV)/python clients/python/generate.py frontend/openapi.json

words: ## Gather what is said to staff into the catalogues, for people to translate
	$(VENV)/python -m config.catalogue gather
	cd frontend && $(NODE_PATH_FIRST) npm run --silent words

screens: ## Take a picture of every page of the demo, and of what stands in docs/guides (READER=de)
	@$(PYTHON) config/bootstrap.py --browser
	$(VENV)/python -m tests.screens --language $(READER)
	$(VENV)/python -m tests.screens --guides

examples: tools ## Record the examples of the API reference anew, by calling each operation
	BATON_EXAMPLES=write $(PYTEST) -q tests/interface/test_examples.py -k write

bad-input: tools ## Play 20,000 hostile frames, 600 scripts in a browser, uploads, addresses and orders to models (about 15 minutes)
	@$(PYTHON) config/bootstrap.py --browser
	BATON_BAD_INPUT=long $(PYTEST) -p tests.bad_input.tally tests/bad_input tests/attachments/test_hostile_uploads.py \
	  tests/attachments/test_deceptive_uploads.py tests/tenants/test_guard.py tests/engines/test_injections.py \
	  tests/browser/test_scripts.py

contract: tools ## Play 100 made-up cases of every operation as everybody (about an hour)
	BATON_CASES=100 $(PYTEST) -p tests.bad_input.tally -n $(WORKERS) tests/interface/test_cases.py

sbom: tools ## Write the bills of materials (CycloneDX) of what runs into sbom/
	$(VENV)/python -m config.bill sbom

lock: ## Resolve the locked packages anew from pyproject.toml
	$(VENV)/uv pip compile -q --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  pyproject.toml -o requirements.lock
	$(VENV)/uv pip compile -q --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
