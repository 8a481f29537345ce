"""Recommend products by what the customer told."""
