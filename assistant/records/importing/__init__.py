"""Brings records in from CSV files: columns are matched, every line is looked through, and all can be taken back."""
