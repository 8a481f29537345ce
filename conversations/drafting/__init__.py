"""Drafts: what the assistant would say, for a person to decide about."""
