# Everything is in make.py, which runs on Windows too.
PYTHON ?= python3

.PHONY: course book test bench lock
course book test bench lock:
	@$(PYTHON) make.py $@
