"""A conversation as a letter to the customer who had it."""
