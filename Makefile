# Everything is in make.py, which runs on Windows too.
PYTHON ?= python3

.PHONY: course book epub handouts usb exam room test quick bench mutants hooks lock
course book epub handouts usb exam room test quick bench mutants hooks lock:
	@$(PYTHON) make.py $@

# make usb-examiner FOLDER=… OUT=…
.PHONY: usb-examiner
usb-examiner:
	@$(PYTHON) make.py $@ $(FOLDER) $(OUT)
