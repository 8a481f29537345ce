"""Whole numbers as the database holds them."""

LARGEST = 2**31 - 1  # of a column of four bytes; a larger one cannot even be looked for
