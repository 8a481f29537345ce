"""Acme with bob and alice at the desk, and carol's conversation in several hands."""

from tests.conversations.conftest import alice, asked, bob, bobs, carol, company, desk, equipped, waiting

__all__ = ["alice", "asked", "bob", "bobs", "carol", "company", "desk", "equipped", "waiting"]
