"""Brings knowledge in from outside: pasted text, CSV, Markdown files, web pages."""
