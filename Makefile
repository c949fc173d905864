# Everything a person types. Each target sets up what it needs from a fresh clone:
# Python 3.13, Node and make are enough.

SHELL       := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS   += --no-print-directory

# What a run may be told: make run PORT=9000 DATA=/tmp/csms DEMO=0
# HOST=0.0.0.0 lets chargers of the network in; the demo's sign-in then stays off, and
# RUN_ARGS="--parameter SignInIssuer=https://… …" names a provider.
HOST ?= 127.0.0.1
PORT ?= 8080
DATA ?= var
DEMO ?= 1
ROLE ?= admin
ENV  ?= dev
SEED ?= 1
SESSIONS ?= 10000
SECONDS ?= 60
HANDSHAKES ?= 10000
FUZZED_SESSIONS ?= 400

VENV    := .venv
PYTHON  := $(VENV)/bin/python
UV      := .cache/uv/bin/uv
ENGINE  := simulators/aws/engine
WEB     := frontend
LAYERS  := .cache/layers
BENCH   := .cache/bench
FUZZ    := .cache/atheris
CHECKOV := .cache/checkov
VALIDATORS := shared/csms/ocpp16/_validators
CODE    := shared/csms functions deployment simulators benchmarks tests

export PYTHONPATH := $(CURDIR)/shared:$(CURDIR)
export PYTHONDONTWRITEBYTECODE :=
export SAM_CLI_TELEMETRY := 0
export AWS_DEFAULT_REGION ?= eu-central-1
export UV_PYTHON_DOWNLOADS ?= automatic

.PHONY: help web run session books backup replay soak faults fuzz hostility audit token test check static format bench cost probe openapi lock validate build layers checkov deploy clean setup

help: ## list the targets
	@echo "usage: make <target>"; echo
	@sed -nE 's/^([a-z]+):.*## (.*)$$/  \1|\2/p' Makefile | awk -F'|' '{ printf "%-12s %s\n", $$1, $$2 }'
	@echo; echo "  PORT=$(PORT) DATA=$(DATA) DEMO=$(DEMO) HOST=$(HOST) ROLE=$(ROLE) unless you say otherwise: make run PORT=9000"

run: setup web ## start the whole system on this machine (PORT=, DATA=, HOST=; DEMO=0 for an empty one)
	@exec $(PYTHON) -m simulators.aws --host '$(HOST)' --port $(PORT) --data '$(DATA)' --demo $(DEMO) $(RUN_ARGS)

web: $(WEB)/dist/.built ## build the web app into frontend/dist

session: setup ## drive one charging session against the running system and print what it cost
	@$(PYTHON) -m simulators.charge_point.session --port $(PORT) --data '$(DATA)'

books: setup ## prove that the books of DATA balance; names what does not and fails
	@$(PYTHON) -m simulators.aws.books --port $(PORT) --data '$(DATA)'

backup: setup ## copy DATA, while it runs or not, to a new folder, which runs as it is (TO=)
	@test -n "$(TO)" || { echo "name a folder that does not exist yet: make backup TO=/backup/csms-2026-11-22"; exit 2; }
	@$(PYTHON) -m simulators.aws.backup --data '$(DATA)' --to '$(TO)'

replay: setup ## say what this system answers and bills on a log of OCPP traffic (FILE=, TARIFF=, ZONE=, POWER=)
	@test -n "$(FILE)" || { echo "name the log: make replay FILE=traffic.jsonl (docs/replay.md says what it looks like)"; exit 2; }
	@$(PYTHON) -m simulators.replay $(if $(TARIFF),--tariff '$(TARIFF)') $(if $(ZONE),--zone $(ZONE)) $(if $(POWER),--power $(POWER)) '$(FILE)'

soak: setup ## play random sessions with everything that goes wrong, count the books (SEED=, SESSIONS=)
	@$(PYTHON) -m tests.soak --seed $(SEED) --sessions $(SESSIONS)

faults: setup ## kill, pause, cut off and slow parts under load, then count what was promised (SEED=, SECONDS=)
	@$(PYTHON) -m tests.survival --seed $(SEED) --seconds $(SECONDS)

fuzz: setup $(FUZZ)/.installed ## fuzz frames, payloads, answers, handshakes and times, guided by coverage (SEED=, SECONDS=)
	@PYTHONPATH="$(PYTHONPATH):$(CURDIR)/$(FUZZ)" $(PYTHON) -m tests.fuzz --seed $(SEED) --seconds $(SECONDS)

hostility: setup web ## malformed handshakes and mutated sessions, many (SEED=, HANDSHAKES=10000, FUZZED_SESSIONS=400)
	@SEED=$(SEED) HANDSHAKES=$(HANDSHAKES) FUZZED_SESSIONS=$(FUZZED_SESSIONS) $(PYTHON) -m pytest -q tests/e2e/test_hostility_sockets.py

audit: setup ## ask the advisory databases about every locked dependency; needs the network
	@$(UV) tool run pip-audit --strict --no-deps --disable-pip --progress-spinner off \
	  $(foreach lock,dev api ocpp,-r requirements/$(lock).txt)
	@cd $(WEB) && npm audit
	@cd $(ENGINE) && npm audit

token: setup ## print a token for curl (ROLE=admin or user)
	@$(PYTHON) -m simulators.aws.token --port $(PORT) --data '$(DATA)' --role $(ROLE)

test: static web layers checkov ## run every check and every test
	@$(PYTHON) -m pytest -n 2 --dist loadfile -q tests

check: static layers checkov ## format, lint, types, import contracts, template, and the unit tests
	@$(PYTHON) -m pytest -n 2 --dist loadfile -q tests/unit tests/architecture

static: setup
	@echo "format";           $(VENV)/bin/ruff format --check --quiet . \
	  || { $(VENV)/bin/ruff format --check . ; echo "make format puts it right"; exit 1; }
	@echo "lint";             $(VENV)/bin/ruff check --quiet .
	@echo "types";            $(VENV)/bin/mypy --no-error-summary
	@echo "import contracts"; out=$$($(VENV)/bin/lint-imports --cache-dir .cache/import-linter 2>&1) \
	  || { echo "$$out"; exit 1; }
	@$(MAKE) validate

validate: setup ## check template.yaml
	@echo "template";         out=$$($(VENV)/bin/sam validate --lint --template template.yaml 2>&1) \
	  || { echo "$$out"; exit 1; }

format: setup ## format the code and apply the safe fixes of the linter
	@$(VENV)/bin/ruff check --quiet --fix . || true
	@$(VENV)/bin/ruff format .

bench: setup $(BENCH)/.installed ## measure speed, load, growth and memory (BENCH_ARGS="--long --markdown load")
	@PYTHONPATH="$(PYTHONPATH):$(CURDIR)/$(BENCH)" $(PYTHON) -m benchmarks $(BENCH_ARGS)

cost: setup ## price a month of one charger, replayed through the real functions (COST_ARGS="--hours 6")
	@$(PYTHON) -m benchmarks.cost $(COST_ARGS)

build: setup ## build what would be deployed, without Docker, into .aws-sam/build
	@PATH="$(CURDIR)/$(VENV)/bin:$(CURDIR)/.cache/uv/bin:$$PATH" CSMS_ROOT="$(CURDIR)" \
	  $(VENV)/bin/sam build --template template.yaml | sed '/^Commands you can use next/,$$d'
	@echo "make deploy ENV=dev (or prod) deploys it"

layers: setup $(LAYERS)/.made ## make the layers for this machine's processor, as the tests of the build use them

checkov: setup $(CHECKOV)/.installed ## install checkov, with whose rules a test looks at the template

deploy: setup ## build, and deploy to the account whose credentials are set (ENV=dev or prod)
	@$(PYTHON) -m deployment.deploy $(ENV) $(DEPLOY_ARGS)

probe: setup ## ask a deployed stack for what the design counts on (PROBE_ARGS="--url wss://… --charger … --password …")
	@$(PYTHON) -m simulators.charge_point.probe $(PROBE_ARGS)

openapi: setup ## write docs/openapi/*.json from the code
	@$(PYTHON) -m csms.entrypoints.api.openapi

lock: $(UV) ## compile requirements/*.in to pinned versions with hashes (UPGRADE=--upgrade for newer ones)
	@# From the largest set to the smallest: what is tested is what is deployed.
	@compile() { echo "requirements/$$1.txt"; shift; $(UV) pip compile --quiet --universal --python-version 3.13 \
	  --generate-hashes --no-header --no-emit-index-url --no-emit-find-links $(UPGRADE) "$$@" >/dev/null; }; \
	compile dev  requirements/dev.in  -o requirements/dev.txt; \
	compile api  requirements/api.in  -o requirements/api.txt  -c requirements/dev.txt; \
	compile ocpp requirements/ocpp.in -o requirements/ocpp.txt -c requirements/api.txt; \
	compile bench requirements/bench.in -o requirements/bench.txt; \
	compile fuzz requirements/fuzz.in -o requirements/fuzz.txt; \
	compile checkov requirements/checkov.in -o requirements/checkov.txt; \
	compile uv   requirements/uv.in   -o requirements/uv.txt
	@! grep -nE 'https?://|file:|--(extra-)?index-url|--find-links' requirements/*.txt

clean: ## remove what make made, but not the data of runs
	rm -rf $(VENV) .cache .aws-sam build $(ENGINE)/node_modules $(VALIDATORS) $(WEB)/node_modules $(WEB)/dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- set-up: each step leaves a stamp, so that it is done once ---------------------------------

setup: $(VENV)/.installed $(VALIDATORS)/stamp.json $(if $(DYNOXIDE_BIN),,$(ENGINE)/node_modules/.installed)

# An interpreter on the PATH may be a shim that fails: it counts only if it runs.
define find_python
	for candidate in python3.13 python3 "$$HOME"/.pyenv/versions/3.13*/bin/python /usr/local/bin/python3.13; do \
	  if "$$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' >/dev/null 2>&1; then \
	    command -v "$$candidate"; exit 0; fi; done
endef

$(UV): requirements/uv.txt
	@echo "installing uv"
	@base=$$( ( $(find_python) ) || true); base=$${base:-$$(command -v python3 || true)}; \
	test -n "$$base" || { echo "No Python found. Install Python 3.13 (https://www.python.org/downloads/) and try again."; exit 1; }; \
	rm -rf .cache/uv; \
	"$$base" -m venv .cache/uv >/dev/null 2>&1 || { rm -rf .cache/uv; \
	  echo "$$base cannot make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	@.cache/uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

$(VENV)/.made: | $(UV)
	@if ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' >/dev/null 2>&1; then \
	  python=$$($(find_python)); \
	  echo "making $(VENV) with $${python:-Python 3.13 downloaded by uv}"; \
	  $(UV) venv --quiet --clear --python "$${python:-3.13}" $(VENV) || { \
	    echo "No Python 3.13 found and uv could not download one."; \
	    echo "Install it (https://www.python.org/downloads/, or: pyenv install 3.13) and try again."; exit 1; }; \
	fi
	@touch $@

$(VENV)/.installed: requirements/dev.txt $(VENV)/.made | $(UV)
	@echo "installing Python packages"
	@$(UV) pip sync --python $(PYTHON) --require-hashes requirements/dev.txt 2>&1 | { grep -vE '^ [-+~] ' || true; }
	@touch $@

# What only the system needs that we are compared with; nothing of ours can import it by accident.
$(FUZZ)/.installed: requirements/fuzz.txt | $(UV)
	@echo "installing the fuzzer"
	@rm -rf $(FUZZ) && $(UV) pip install --quiet --python $(PYTHON) --require-hashes --target $(FUZZ) -r $<
	@touch $@

# It pins other versions of what we use.
$(CHECKOV)/.installed: requirements/checkov.txt $(VENV)/.made | $(UV)
	@echo "installing checkov"
	@rm -rf $(CHECKOV) && $(UV) venv --quiet --python $(PYTHON) $(CHECKOV)
	@$(UV) pip sync --quiet --python $(CHECKOV)/bin/python --require-hashes $<
	@touch $@

$(BENCH)/.installed: requirements/bench.txt | $(UV)
	@echo "installing the packages of the benchmarks' reference"
	@rm -rf $(BENCH) && $(UV) pip install --quiet --python $(PYTHON) --require-hashes --target $(BENCH) -r $<
	@touch $@

$(VALIDATORS)/stamp.json: shared/csms/ocpp16/generate.py $(VENV)/.installed
	@$(PYTHON) -m csms.ocpp16.generate
	@touch $@

$(LAYERS)/.made: requirements/ocpp.txt requirements/api.txt layers/dependencies.mk shared/Makefile $(VENV)/.installed
	@echo "making the layers for this machine"
	@$(MAKE) -C layers/ocpp_dependencies build-OcppDependenciesLayer PLATFORM= ARTIFACTS_DIR="$(CURDIR)/$(LAYERS)/ocpp"
	@$(MAKE) -C layers/api_dependencies build-ApiDependenciesLayer PLATFORM= ARTIFACTS_DIR="$(CURDIR)/$(LAYERS)/api"
	@touch $@

$(ENGINE)/node_modules/.installed: $(ENGINE)/package.json $(ENGINE)/package-lock.json
	@command -v npm >/dev/null || { echo "npm is missing: install Node 20 or newer, or name a DynamoDB engine in DYNOXIDE_BIN."; exit 1; }
	@echo "installing the DynamoDB engine"
	@cd $(ENGINE) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(WEB)/node_modules/.installed: $(WEB)/package.json $(WEB)/package-lock.json
	@command -v npm >/dev/null || { echo "npm is missing: install Node 20.19 or newer (https://nodejs.org/) and try again."; exit 1; }
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
	  || { echo "Node $$(node --version) is too old for the web app: install 20.19 or newer (https://nodejs.org/)."; exit 1; }
	@echo "installing the web app's packages"
	@cd $(WEB) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

WEB_SOURCES := $(shell find $(WEB)/src $(WEB)/public $(WEB)/scripts $(WEB)/index.html $(WEB)/vite.config.ts $(WEB)/lingui.config.ts -type f 2>/dev/null)

$(WEB)/dist/.built: $(WEB)/node_modules/.installed $(WEB_SOURCES)
	@echo "building the web app"
	@cd $(WEB) && npx vite build --logLevel warn
	@touch $@
