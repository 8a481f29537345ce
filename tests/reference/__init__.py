"""The reference of the REST interface, as its readers see it."""
