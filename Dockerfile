# The book, built and served on port 8000. Linted, and so far never built: nobody here has a Docker engine.
FROM python:3.11-slim-bookworm AS build
WORKDIR /course
COPY . .
RUN python make.py book

FROM python:3.11-slim-bookworm
RUN useradd --create-home --uid 1000 reader
USER 1000
COPY --from=build /course/_build/html /book
EXPOSE 8000
CMD ["python", "-m", "http.server", "8000", "--directory", "/book"]
