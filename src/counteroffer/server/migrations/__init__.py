"""Steps from one shape of the database to the next. What is written here stays as it is."""
