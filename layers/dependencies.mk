# Third-party code of a layer: wheels for the functions' processor, without what they never load.
# SAM names the folder to fill in ARTIFACTS_DIR and runs make in the layer's own folder.

ROOT   := $(abspath $(CURDIR)/../..)
UV     := $(ROOT)/.cache/uv/bin/uv
PYTHON := $(ROOT)/.venv/bin/python
TARGET  = $(ARTIFACTS_DIR)/python
# Empty for the processor of the machine that builds.
PLATFORM ?= --python-platform aarch64-manylinux_2_28
# The services that the product calls; botocore's descriptions of all others are most of its size.
SERVICES := apigatewaymanagementapi dynamodb s3
# Parts of packages that nothing here loads; a test imports and uses what is left.
UNUSED := aws_lambda_powertools/event_handler aws_lambda_powertools/utilities/parser ocpp/v2* pycparser \
  stripe/events stripe/issuing stripe/params stripe/terminal stripe/test_helpers stripe/treasury

define build
	@rm -rf "$(TARGET)"
	@$(UV) pip install --quiet --python $(PYTHON) --require-hashes --no-deps --only-binary :all: \
	  $(PLATFORM) --python-version 3.13 \
	  --target "$(TARGET)" -r $(ROOT)/requirements/$(1).txt
	@for service in "$(TARGET)"/botocore/data/*/; do \
	  case " $(SERVICES) " in *" $$(basename "$$service") "*) ;; *) rm -rf "$$service" ;; esac; done
	@rm -rf $(addprefix "$(TARGET)"/,bin .lock */tests $(UNUSED))
	@find "$(TARGET)" -name __pycache__ -type d -prune -exec rm -rf {} +
	@# A function imports in a third of the time when the bytecode is there.
	@$(PYTHON) -m compileall -q -j 0 --invalidation-mode unchecked-hash "$(TARGET)"
endef
