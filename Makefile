# Everything is in make.py, which runs on Windows too.
PYTHON ?= python3

.PHONY: course book epub exam room test quick bench mutants hooks lock
course book epub exam room test quick bench mutants hooks lock:
	@$(PYTHON) make.py $@
