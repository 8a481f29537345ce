"""Copies of a company's data, or of one customer's: zip files that jobs make bit by bit, fetched by a signed link."""
