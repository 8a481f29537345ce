"""Collects what an admin wants to know of customers: the skill, and its fields as a policy."""
