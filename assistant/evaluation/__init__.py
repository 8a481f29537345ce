"""Measures retrieval, confidence and intents on files, through the code that serves customers."""
