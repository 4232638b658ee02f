# Everything is in make.py, which runs on Windows too.
PYTHON ?= python3

.PHONY: course book epub test quick bench lock
course book epub test quick bench lock:
	@$(PYTHON) make.py $@
