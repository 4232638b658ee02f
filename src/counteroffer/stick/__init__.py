"""The stick: one folder with the book, papers, slides and a room that starts without the internet; and the examiner's, encrypted."""
