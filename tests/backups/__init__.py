"""Backups, restores and keys."""
