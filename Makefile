# Each target's first line says what it does; `make help` prints them.
PYTHON ?= python3
PORT ?= 8000
VAR := $(or $(B40_VAR),var)
PY := .venv/bin/python
MANAGE := $(PY) site/manage.py
SECRET := $(VAR)/secret
PRODUCTION = B40_DEBUG=off B40_SECRET_KEY="$$(cat $(SECRET))" B40_ORIGIN=http://localhost:$(PORT) B40_CLAMAV_URL=$(or $(B40_CLAMAV_URL),off)

.DEFAULT_GOAL := help
.PHONY: help run setup serve test bench check messages pins clean

help: ## print the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: setup ## set up what is missing and serve at http://localhost:8000/
	B40_DEBUG=on $(MANAGE) runserver localhost:$(PORT)

setup: .venv/run ## install, compile the messages, migrate, load the facts and texts
	mkdir -p $(VAR)
	B40_DEBUG=on $(MANAGE) compile_catalogues
	B40_DEBUG=on $(MANAGE) migrate -v 0
	B40_DEBUG=on $(MANAGE) seed --demo-accounts

serve: $(SECRET) ## serve with gunicorn and debug off on PORT, without setting up again
	$(PRODUCTION) $(MANAGE) collectstatic --noinput -v 0
	$(PRODUCTION) .venv/bin/gunicorn --pythonpath .,site --bind localhost:$(PORT) --workers 2 --threads 4 --access-logfile /dev/null b40.wsgi

test: .venv/develop ## install what tests need and run all tests
	deploy/tests/install
	B40_DEBUG=on $(MANAGE) compile_catalogues
	$(PY) -m tests.servers.postgresql $(PY) -m pytest -q -n 2 --dist loadgroup -m "not browser and not once" tests/membership/services
	$(PY) -m pytest -n 2 --dist loadgroup

bench: .venv/develop ## measure, side by side: fifty applicants at once on PostgreSQL, ten thousand applications in the list
	deploy/tests/install
	PYTHONPATH=.:site $(PY) -m tests.servers.postgresql $(PY) -m tests.bench.applying
	PYTHONPATH=.:site $(PY) -m tests.bench.queue

check: .venv/develop ## style, types, imports, templates, messages, migrations, deployment
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	B40_DEBUG=on .venv/bin/mypy
	PYTHONPATH=.:site .venv/bin/lint-imports
	.venv/bin/djlint --lint templates --quiet
	B40_DEBUG=on $(MANAGE) compile_catalogues
	B40_DEBUG=on $(MANAGE) check_messages
	B40_DEBUG=on $(MANAGE) makemigrations --check --dry-run -v 0
	deploy/tests/check-deployment $(PY)

messages: .venv/develop ## extract the messages into the twelve catalogues
	B40_DEBUG=on $(MANAGE) extract_messages
	B40_DEBUG=on $(MANAGE) make_sr_latn

pins: ## write the pinned requirements anew
	.venv/bin/uv pip compile -q --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header --no-annotate pyproject.toml -o deploy/requirements/run.txt
	.venv/bin/uv pip compile -q --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header --no-annotate pyproject.toml --group test --group check -o deploy/requirements/develop.txt

clean: ## remove the virtual environment and the local database, files and mails
	rm -rf .venv $(VAR)

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run: .venv/bin/python deploy/requirements/run.txt
	$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r deploy/requirements/run.txt
	touch $@

.venv/develop: .venv/bin/python deploy/requirements/develop.txt
	$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r deploy/requirements/develop.txt
	touch $@ .venv/run

$(SECRET):
	mkdir -p $(VAR)
	umask 077 && $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(60))' > $@
