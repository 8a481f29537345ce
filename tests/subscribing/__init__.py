"""Subscribing: what a change costs, the ladder of notices, and every flow through the real SDK."""
