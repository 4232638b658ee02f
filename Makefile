# Everything is in make.py, which runs on Windows too.
PYTHON ?= python3

.PHONY: course book epub handouts exam test quick bench mutants hooks lock
course book epub handouts exam test quick bench mutants hooks lock:
	@$(PYTHON) make.py $@
