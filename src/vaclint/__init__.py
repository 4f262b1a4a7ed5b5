"""vaclint: a linter for the text of job adverts."""

__version__ = "0.1.0"
