"""Whole conversations about one routine task, with both engines: told line by line."""
