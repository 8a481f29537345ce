"""Stands for the next version of Baton: it adds a column to messages, and writes it."""
