"""Webhooks out: what happens is told to the company's own programs, signed, tried again, and on record."""
