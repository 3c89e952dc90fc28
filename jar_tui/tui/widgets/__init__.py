"""Widgets: they show what they are given and send messages up."""
