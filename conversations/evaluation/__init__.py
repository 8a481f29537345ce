"""Measures the whole product on files, through the code that serves customers: the rows of `manage.py evaluate`."""
