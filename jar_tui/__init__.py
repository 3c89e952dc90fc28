"""A private healing jar for the terminal."""

__version__ = "0.1.0"
