"""Counteroffer: the engine of an interactive course."""

__version__ = "0.1.0"
