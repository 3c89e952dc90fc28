"""The budgets, measured: run by hand with `python -m tests.bench`; nothing here is a test."""
