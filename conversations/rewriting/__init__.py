"""Rewriting what an agent wrote, as the composer offers it."""
