"""Customers and conversations that are double: what the desk sees together, and what nobody gains by it."""
