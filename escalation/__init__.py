"""Escalation: signals in the customer's words, and the rules that decide when a person takes over."""
