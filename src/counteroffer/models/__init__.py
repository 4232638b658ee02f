"""The small quantitative models behind the explorers: numpy only, no drawing and no reading of files."""
