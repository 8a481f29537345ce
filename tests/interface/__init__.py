"""The REST interface held against its own document."""
