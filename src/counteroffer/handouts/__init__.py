"""Things to hold: what a room without power needs on paper, drawn from the course.

A *piece* is one file on paper, made by a function from the course to HTML; a *pack* is a list of pieces that are carried together.
"""
