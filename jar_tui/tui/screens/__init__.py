"""Screens: compose, bindings and handlers."""
