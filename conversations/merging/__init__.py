"""Customers and conversations that turn out to be double, seen as one by the desk; nobody gets a right by it."""
